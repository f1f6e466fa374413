package studio.headroom.effects;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Decibels;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.FastMath;
import studio.headroom.dsp.convolution.LinearPhaseSplitter;
import studio.headroom.dsp.dynamics.Lookahead;
import studio.headroom.dsp.filter.BandSplitter;
import studio.headroom.dsp.filter.CrossoverNetwork;

/// A compressor, limiter or downward expander for each of two to six bands.
///
/// Signal flow: [CrossoverNetwork] → in each band [BandDynamics], gain, mix, solo → the bands' sum → output gain. Dry,
/// for the mix, is each band as it was, so dry and wet are in phase. What is left alone comes out through the
/// crossovers' all-passes: flat, but not bit for bit; of linear phase it comes out late, and else as it was. At mix 0
/// with no band soloed the crossovers are left out; coming and going they fade over 20 ms.
///
/// On a part of a stereo sound alone ([StereoPart]), the other part passes the crossovers as well, so that they stay in
/// phase, and one is turned down.
final class Multiband extends ControlRateEffect {
    static final EffectType TYPE = new EffectType(
            "multiband",
            "Multiband compressor",
            "Evens out lows, middles and highs each by itself.",
            MultibandParams.ALL,
            false,
            false,
            false,
            Multiband::new);

    private static final int MOST = MultibandParams.MOST;
    /// In place of a part: both sides as they are.
    private static final int BOTH = -1;
    private static final float PER_FRAME = 1f / Timeline.SUB_BLOCK;
    private static final float LOG2_PER_DB = (float) FastMath.LOG2_PER_DB;

    private final BandDynamics[] dynamics = new BandDynamics[MOST];
    private final float[] gain = new float[Timeline.SUB_BLOCK];
    private final float[][] plain = new float[2][Timeline.SUB_BLOCK];
    /// How much of each band is heard, at the start and the end of the present sub-block.
    private final float[] heard0 = new float[MOST];

    private final float[] heard1 = new float[MOST];

    /// The row of the part that is worked on: 0 the middle or left, 1 the sides or right, or [#BOTH].
    private int part = BOTH;

    /// Whether the rows are middle and sides.
    private boolean coded;

    /// Whether the part that is worked on is not there.
    private boolean absent;

    private final float[][] one = new float[1][0];

    private int bands = MultibandParams.FEWEST;
    private CrossoverNetwork splitter = new BandSplitter(48_000, MultibandParams.FEWEST, 1);
    /// What makes the plain signal as late as the bands.
    private Lookahead late = new Lookahead(1, 0);

    /// How far the bands have replaced the plain signal, in sub-blocks of `fade`.
    private int engaged;

    private int engagedNext;
    private int fade = 1;
    private double deepestDb;
    /// How far each band has been turned down, in dB, 0 or positive.
    private final double[] takenDb = new double[MOST];

    private Multiband() {
        super(MultibandParams.ALL);
    }

    @Override
    public int latency() {
        return late.frames();
    }

    @Override
    public long tail() {
        double lowest = 20_000;
        for (int i = 0; i < bands - 1; i++) {
            lowest = Math.min(lowest, to(MultibandParams.crossover(i)));
        }
        return splitter.tail(lowest);
    }

    @Override
    public double gainReductionDb() {
        return deepestDb == 0 ? 0 : -deepestDb;
    }

    @Override
    public int reductionBands() {
        return MOST;
    }

    @Override
    public double bandGainDb(int band) {
        return takenDb[band] == 0 ? 0 : -takenDb[band];
    }

    @Override
    void allocate() {
        bands = (int) to(MultibandParams.I_BANDS) + MultibandParams.FEWEST;
        splitter = to(MultibandParams.I_PHASE) == MultibandParams.LINEAR
                ? new LinearPhaseSplitter(sampleRate(), bands, channels())
                : new BandSplitter(sampleRate(), bands, channels());
        late = new Lookahead(channels(), splitter.latency());
        int wanted = (int) to(MultibandParams.I_CHANNELS);
        part = channels() == 1 || wanted == StereoPart.STEREO ? BOTH : (wanted - 1) % 2;
        coded = part != BOTH && wanted <= StereoPart.SIDE;
        absent = new StereoPart(wanted, channels()).isAbsent();
        for (int b = 0; b < MOST; b++) {
            dynamics[b] = new BandDynamics(part == BOTH ? channels() : 1);
        }
        fade = Math.max(1, sampleRate() / 50 / Timeline.SUB_BLOCK);
    }

    @Override
    @RealTime
    void clear() {
        setCrossovers();
        splitter.clear();
        late.clear();
        engaged = engagedNext = needed() ? fade : 0;
        for (int b = 0; b < MOST; b++) {
            dynamics[b].clear(mode(b));
            if (engaged == 0) {
                // What they come to hear is no beginning: the sound has been there.
                dynamics[b].rest();
            }
        }
        forgetMoves();
    }

    @Override
    @RealTime
    void beginProcess() {
        forgetMoves();
    }

    @RealTime
    private void forgetMoves() {
        deepestDb = 0;
        Arrays.fill(takenDb, 0);
    }

    @Override
    @RealTime
    void update() {
        setCrossovers();
        double soloFrom = 0;
        double soloTo = 0;
        for (int b = 0; b < bands; b++) {
            soloFrom = Math.max(soloFrom, from(at(b) + MultibandParams.SOLO));
            soloTo = Math.max(soloTo, to(at(b) + MultibandParams.SOLO));
        }
        for (int b = 0; b < bands; b++) {
            heard0[b] = heard(from(at(b) + MultibandParams.SOLO), soloFrom);
            heard1[b] = heard(to(at(b) + MultibandParams.SOLO), soloTo);
            tune(b);
        }
    }

    /// Each where it should be, but none below the one before it.
    @RealTime
    private void setCrossovers() {
        double hertz = 0;
        for (int i = 0; i < bands - 1; i++) {
            hertz = Math.max(hertz, to(MultibandParams.crossover(i)));
            splitter.setCrossover(i, hertz);
        }
    }

    @RealTime
    private void tune(int band) {
        BandDynamics reducer = dynamics[band];
        int at = at(band);
        reducer.curve(
                from(at + MultibandParams.THRESHOLD),
                to(at + MultibandParams.THRESHOLD),
                from(at + MultibandParams.RATIO),
                to(at + MultibandParams.RATIO),
                from(MultibandParams.I_KNEE),
                to(MultibandParams.I_KNEE),
                to(at + MultibandParams.RANGE));
        reducer.times(
                0.001 * to(at + MultibandParams.ATTACK),
                0.001 * to(at + MultibandParams.RELEASE),
                to(MultibandParams.I_AUTO_RELEASE),
                sampleRate());
        reducer.link(0.01 * to(MultibandParams.I_LINK));
    }

    @RealTime
    private static float heard(double solo, double anySolo) {
        return (float) (solo + (1.0 - anySolo) * (1.0 - solo));
    }

    /// The index of a band's first control.
    @RealTime
    private static int at(int band) {
        return MultibandParams.band(band);
    }

    @RealTime
    private int mode(int band) {
        return (int) to(MultibandParams.mode(band));
    }

    @RealTime
    private boolean needed() {
        boolean needed = from(MultibandParams.I_MIX) + to(MultibandParams.I_MIX) > 0;
        for (int b = 0; b < bands; b++) {
            needed |= from(at(b) + MultibandParams.SOLO) + to(at(b) + MultibandParams.SOLO) > 0;
        }
        return needed && !absent;
    }

    @Override
    @RealTime
    void render(float[][] io, float @Nullable [][] key, int offset, int frames) {
        if (phase() == 0) {
            engaged = engagedNext;
            engagedNext = needed() ? Math.min(fade, engaged + 1) : Math.max(0, engaged - 1);
            advanceModes();
        }
        boolean fading = engaged < fade || engagedNext < fade;
        if (fading || late.frames() > 0) {
            keepPlain(io, offset, frames);
        }
        if (engaged + engagedNext > 0) {
            process(io, offset, frames);
            if (fading) {
                blend(io, offset, frames);
            }
        } else if (late.frames() > 0) {
            passBy(io, offset, frames);
        }
        if (phase() + frames == Timeline.SUB_BLOCK) {
            finishSubBlock();
        }
        double first = Decibels.toGain(from(MultibandParams.I_OUTPUT));
        double step = (Decibels.toGain(to(MultibandParams.I_OUTPUT)) - first) / Timeline.SUB_BLOCK;
        if (first != 1 || step != 0) {
            for (int c = 0; c < channels(); c++) {
                scale(io[c], offset, frames, (float) first, (float) step);
            }
        }
    }

    /// Keeps the input, as late as what comes out.
    @RealTime
    private void keepPlain(float[][] io, int offset, int frames) {
        for (int c = 0; c < channels(); c++) {
            System.arraycopy(io[c], offset, plain[c], 0, frames);
        }
        late.process(plain, 0, frames);
    }

    /// Gives out the input, while crossovers that are late go on listening, to be ready when they are needed.
    @RealTime
    private void passBy(float[][] io, int offset, int frames) {
        if (!absent) {
            if (coded) {
                encode(io, offset, frames, 0.5f);
            }
            splitter.split(io, offset, frames);
        }
        for (int c = 0; c < channels(); c++) {
            System.arraycopy(plain[c], 0, io[c], offset, frames);
        }
    }

    @RealTime
    private void advanceModes() {
        for (int b = 0; b < bands; b++) {
            if (dynamics[b].advance(mode(b), 1.0 / fade)) {
                tune(b);
            }
        }
    }

    @RealTime
    private void scale(float[] row, int offset, int n, float first, float step) {
        int done = phase() + 1;
        for (int i = 0; i < n; i++) {
            row[offset + i] *= first + (done + i) * step;
        }
    }

    @RealTime
    private void finishSubBlock() {
        boolean listens = engaged + engagedNext > 0;
        if (listens || late.frames() > 0) {
            splitter.flush();
        }
        if (listens && engagedNext == 0) {
            if (late.frames() == 0) {
                splitter.clear();
            }
            for (BandDynamics each : dynamics) {
                each.rest();
            }
        }
    }

    @RealTime
    private void process(float[][] io, int offset, int frames) {
        if (coded) {
            encode(io, offset, frames, 0.5f);
        }
        splitter.split(io, offset, frames);
        for (int b = 0; b < bands; b++) {
            float[][] band = worked(b, frames);
            boolean reduced = dynamics[b].process(band, frames, phase());
            double taken = to(at(b) + MultibandParams.ON) * dynamics[b].takeDeepestDb();
            takenDb[b] = Math.max(takenDb[b], taken);
            deepestDb = Math.max(deepestDb, taken);
            for (int c = 0; c < (part == BOTH ? channels() : 1); c++) {
                if (c == 0 || dynamics[b].reduction(0) != dynamics[b].reduction(1)) {
                    if (!computeGain(b, reduced ? dynamics[b].reduction(c) : null, frames)) {
                        break;
                    }
                }
                amplify(band[c], gain, frames);
            }
        }
        splitter.join(io, offset, frames);
        if (coded) {
            encode(io, offset, frames, 1f);
        }
    }

    /// Left and right become middle and sides, with a gain of a half, or these become left and right.
    @RealTime
    private static void encode(float[][] io, int offset, int n, float gain) {
        float[] first = io[0];
        float[] second = io[1];
        for (int i = offset; i < offset + n; i++) {
            float x = first[i];
            float y = second[i];
            first[i] = gain * (x + y);
            second[i] = gain * (x - y);
        }
    }

    /// What of a band is turned down; of the rest only as much is let through as is heard of the band.
    @RealTime
    private float[][] worked(int b, int frames) {
        float[][] band = splitter.band(b);
        if (part == BOTH) {
            return band;
        }
        if (heard0[b] != 1f || heard1[b] != 1f) {
            float[] rest = band[1 - part];
            float step = PER_FRAME * (heard1[b] - heard0[b]);
            for (int i = 0; i < frames; i++) {
                rest[i] *= heard0[b] + (phase() + 1 + i) * step;
            }
        }
        one[0] = band[part];
        return one;
    }

    /// @return whether there is any gain to apply
    @RealTime
    private boolean computeGain(int band, float @Nullable [] reduction, int n) {
        int at = at(band);
        float on0 = (float) from(at + MultibandParams.ON);
        float onStep = PER_FRAME * ((float) to(at + MultibandParams.ON) - on0);
        float gain0 = LOG2_PER_DB * (float) from(at + MultibandParams.GAIN);
        float gainStep = PER_FRAME * (LOG2_PER_DB * (float) to(at + MultibandParams.GAIN) - gain0);
        float mix0 = (float) (0.01 * from(MultibandParams.I_MIX));
        float mixStep = PER_FRAME * ((float) (0.01 * to(MultibandParams.I_MIX)) - mix0);
        float heardStep = PER_FRAME * (heard1[band] - heard0[band]);
        boolean still = onStep == 0 && mixStep == 0 && heardStep == 0;
        boolean flat = reduction == null && gain0 == 0 && gainStep == 0;
        if (still && heard0[band] == 1f && (flat || on0 == 0 || mix0 == 0)) {
            return false;
        }
        int done = phase() + 1;
        for (int i = 0; i < n; i++) {
            float taken = reduction == null ? 0f : LOG2_PER_DB * reduction[i];
            gain[i] = (on0 + (done + i) * onStep) * (gain0 + (done + i) * gainStep - taken);
        }
        FastMath.exp2(gain, gain, n);
        if (still && mix0 == 1f && heard0[band] == 1f) {
            return true;
        }
        for (int i = 0; i < n; i++) {
            float mixed = 1f + (mix0 + (done + i) * mixStep) * (gain[i] - 1f);
            gain[i] = mixed * (heard0[band] + (done + i) * heardStep);
        }
        return true;
    }

    @RealTime
    private static void amplify(float[] row, float[] gain, int n) {
        for (int i = 0; i < n; i++) {
            row[i] *= gain[i];
        }
    }

    @RealTime
    private void blend(float[][] io, int offset, int frames) {
        double amount = (double) engaged / fade;
        double step = (double) (engagedNext - engaged) / fade / Timeline.SUB_BLOCK;
        for (int c = 0; c < channels(); c++) {
            float[] row = io[c];
            for (int i = 0; i < frames; i++) {
                double x = plain[c][i];
                row[offset + i] = (float) (x + (amount + step * (phase() + 1 + i)) * (row[offset + i] - x));
            }
        }
    }
}
