package studio.headroom.effects;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Decibels;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.limiter.GainLink;
import studio.headroom.dsp.limiter.LimiterGain;
import studio.headroom.dsp.loudness.InterpolationKernel;
import studio.headroom.dsp.loudness.TruePeakInterpolator;
import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;

/// Keeps the peaks of a signal, also those between its samples, under a ceiling.
///
/// Signal flow: gain → peaks at 16 times the rate → the gain that each frame may have → [LimiterGain] → times the
/// signal, which has waited for it. The gain acts at the base rate, where it makes no new peaks in coming back from
/// a higher one. While nothing reaches the ceiling the output is the input to the bit, only later.
///
/// Of two channels, `link` is how much both follow the one that asks for less gain; the gain that is left of it
/// follows each channel's own peaks. Where the release has a link of its own, [GainLink] tells transients and release
/// apart.
final class Limiter extends ControlRateEffect {
    private static final Smoothing MOVE = new Smoothing.Linear(20);
    private static final int BLOCK = Timeline.SUB_BLOCK;
    /// Inputs beyond this, 120 dB over full scale, are faults; so are numbers that are none.
    private static final float LOUDEST = 1e6f;

    /// What asks for less goes this much under the ceiling, 0.01 dB: room for what the gain's own motion adds.
    private static final double AIM = 0.99885;

    static final Param GAIN = new Param("gain", "Gain", Unit.DECIBEL, new Range.Linear(0, 36), 0, MOVE, true);
    static final Param CEILING =
            new Param("ceiling", "Ceiling", Unit.DECIBEL, new Range.Linear(-24, 0), -1, MOVE, true);
    static final Param STYLE = new Param(
            "style",
            "Style",
            Unit.NONE,
            Range.Choice.of("transparent", "punchy", "aggressive"),
            0,
            Smoothing.NONE,
            false);
    static final Param LOOKAHEAD =
            new Param("lookahead", "Lookahead", Unit.MILLISECOND, new Range.Log(0.5, 10), 4, Smoothing.NONE, false);
    static final Param AUTO = new Param("auto", "Auto release", Unit.NONE, new Range.Toggle(), 1, Smoothing.NONE, true);
    static final Param RELEASE = new Param(
            "release", "Release", Unit.MILLISECOND, new Range.Log(5, 1000), 60, new Smoothing.Taper(20), true);
    static final Param LINK = new Param("link", "Link", Unit.PERCENT, new Range.Linear(0, 100), 100, MOVE, true);
    static final Param TRUE_PEAK =
            new Param("truePeak", "True peak", Unit.NONE, new Range.Toggle(), 1, Smoothing.NONE, false);
    static final Param SPLIT =
            new Param("link.split", "Release linked apart", Unit.NONE, new Range.Toggle(), 0, MOVE, true);
    static final Param LINK_RELEASE =
            new Param("link.release", "Release link", Unit.PERCENT, new Range.Linear(0, 100), 100, MOVE, true);
    static final Param DELTA = new Param("delta", "Hear what is taken", Unit.NONE, new Range.Toggle(), 0, MOVE, true);

    static final ParamSet PARAMS =
            ParamSet.of(GAIN, CEILING, STYLE, LOOKAHEAD, AUTO, RELEASE, LINK, TRUE_PEAK, DELTA, SPLIT, LINK_RELEASE);

    static final EffectType TYPE = new EffectType(
            "limiter",
            "Limiter",
            "Makes a master louder and keeps its true peaks under a ceiling.",
            PARAMS,
            false,
            false,
            false,
            Limiter::new);

    private static final int I_GAIN = PARAMS.indexOf(GAIN);
    private static final int I_CEILING = PARAMS.indexOf(CEILING);
    private static final int I_STYLE = PARAMS.indexOf(STYLE);
    private static final int I_LOOKAHEAD = PARAMS.indexOf(LOOKAHEAD);
    private static final int I_AUTO = PARAMS.indexOf(AUTO);
    private static final int I_RELEASE = PARAMS.indexOf(RELEASE);
    private static final int I_LINK = PARAMS.indexOf(LINK);
    private static final int I_TRUE_PEAK = PARAMS.indexOf(TRUE_PEAK);
    private static final int I_DELTA = PARAMS.indexOf(DELTA);
    private static final int I_SPLIT = PARAMS.indexOf(SPLIT);
    private static final int I_LINK_RELEASE = PARAMS.indexOf(LINK_RELEASE);

    /// Part of the lookahead that the attack takes, and box filters that shape it, by style.
    private static final double[] ATTACK = {1.0, 0.5, 0.25};

    private static final int[] BOXES = {3, 2, 2};
    /// Milliseconds of hold, and how many times the release the average takes down and up, in automatic release, by
    /// style.
    private static final double[] HOLD = {16, 10, 4};

    private static final double[] AVERAGE_DOWN = {2, 3, 5};
    private static final double[] AVERAGE_UP = {12, 8, 4};

    private @Nullable TruePeakInterpolator interpolator;
    private LimiterGain linked = new LimiterGain(1, 1, 1);
    private LimiterGain[] own = {};
    private final GainLink[] links = {new GainLink(), new GainLink()};
    private boolean apart;
    private int latency;
    private float[][] line = {{}};
    private float[][] driven = {{}};
    private final float[][] peaks = new float[2][BLOCK];
    private final float[] samples = new float[BLOCK];
    private final double[] requests = new double[BLOCK];
    private final double[] gains = new double[BLOCK];
    private final double[][] ownRequests = new double[2][BLOCK];
    private final double[][] ownGains = new double[2][BLOCK];
    /// Per channel, the level up to which peaks need not be known exactly in the present sub-block.
    private final float[] floors = new float[2];

    private double lowest = 1;

    private Limiter() {
        super(PARAMS);
    }

    @Override
    public int latency() {
        return latency;
    }

    @Override
    public double gainReductionDb() {
        return lowest >= 1 ? 0 : Math.max(-200, Decibels.fromGain(lowest));
    }

    @Override
    void allocate() {
        int style = (int) to(I_STYLE);
        int lookahead = Math.max(8, (int) Math.rint(to(I_LOOKAHEAD) * 0.001 * sampleRate()));
        int attack = (int) Math.rint(lookahead * ATTACK[style]);
        linked = new LimiterGain(lookahead, attack, BOXES[style]);
        own = new LimiterGain[channels() == 2 ? 2 : 0];
        for (int c = 0; c < own.length; c++) {
            own[c] = new LimiterGain(lookahead, attack, BOXES[style]);
        }
        latency = lookahead;
        interpolator = isOn(I_TRUE_PEAK) ? new TruePeakInterpolator(InterpolationKernel.KAISER_16, channels()) : null;
        if (interpolator != null) {
            latency = lookahead + interpolator.latency();
        }
        line = new float[channels()][latency + BLOCK];
        driven = new float[channels()][BLOCK];
    }

    @Override
    @RealTime
    void clear() {
        linked.clear();
        for (LimiterGain gain : own) {
            gain.clear();
        }
        for (GainLink link : links) {
            link.clear();
        }
        if (interpolator != null) {
            interpolator.reset();
        }
        for (float[] row : line) {
            Arrays.fill(row, 0f);
        }
        apart = false;
        lowest = 1;
    }

    @Override
    @RealTime
    void update() {
        setRelease(linked);
        for (LimiterGain gain : own) {
            setRelease(gain);
        }
        for (GainLink link : links) {
            link.aim(
                    share(from(I_LINK)),
                    share(to(I_LINK)),
                    releaseLink(from(I_LINK), from(I_SPLIT), from(I_LINK_RELEASE)),
                    releaseLink(to(I_LINK), to(I_SPLIT), to(I_LINK_RELEASE)),
                    perFrame(to(I_RELEASE)));
        }
    }

    @RealTime
    private static double share(double percent) {
        return percent * 0.01;
    }

    /// How much the release is linked, 0 to 1: as much as everything until it is split off.
    @RealTime
    private static double releaseLink(double link, double split, double release) {
        return share(link) + split * (share(release) - share(link));
    }

    @RealTime
    private void setRelease(LimiterGain gain) {
        int style = (int) to(I_STYLE);
        boolean auto = isOn(I_AUTO);
        double release = to(I_RELEASE);
        gain.setRelease(
                perFrame(release),
                auto ? (int) (HOLD[style] * 0.001 * sampleRate()) : 0,
                perFrame(release * AVERAGE_DOWN[style]),
                perFrame(release * AVERAGE_UP[style]),
                auto);
    }

    /// The part of a way that one frame goes when 63 % of it shall take some milliseconds.
    @RealTime
    private double perFrame(double milliseconds) {
        return 1.0 - Math.exp(-1000.0 / (milliseconds * sampleRate()));
    }

    @Override
    @RealTime
    void beginProcess() {
        lowest = 1;
    }

    @Override
    @RealTime
    void render(float[][] io, float @Nullable [][] key, int offset, int frames) {
        float ceiling = (float) Decibels.toGain(to(I_CEILING));
        if (phase() == 0) {
            linked.beginSubBlock();
            for (LimiterGain gain : own) {
                gain.beginSubBlock();
            }
            for (int c = 0; c < channels(); c++) {
                double sure = apart ? Math.max(linked.sure(), own[c].sure()) : linked.sure();
                floors[c] = (float) (ceiling / sure);
            }
        }
        for (int c = 0; c < channels(); c++) {
            drive(io[c], offset, driven[c], frames);
            System.arraycopy(driven[c], 0, line[c], latency, frames);
        }
        findPeaks(frames);
        boolean free = channels() == 2 && !links[0].isWhole();
        if (free && !apart) {
            own[0].copy(linked);
            own[1].copy(linked);
        }
        apart = free;
        boolean asks = ask(ceiling, frames);
        boolean resting = !asks && linked.atRest() && (!free || own[0].atRest() && own[1].atRest());
        if (!resting) {
            linked.process(requests, gains, frames);
            noteLowest(gains, frames);
            for (int c = 0; free && c < 2; c++) {
                own[c].process(ownRequests[c], ownGains[c], frames);
            }
        }
        for (int c = 0; c < channels(); c++) {
            if (resting) {
                System.arraycopy(line[c], 0, io[c], offset, frames);
            } else if (free) {
                links[c].blend(gains, ownGains[c], frames, phase());
                apply(line[c], ownGains[c], io[c], offset, frames);
            } else {
                apply(line[c], gains, io[c], offset, frames);
            }
            if (from(I_DELTA) + to(I_DELTA) > 0) {
                listen(line[c], io[c], offset, frames);
            }
            System.arraycopy(line[c], frames, line[c], 0, latency);
        }
    }

    @RealTime
    private void drive(float[] in, int offset, float[] out, int frames) {
        double gain = Decibels.toGain(from(I_GAIN));
        double step = (Decibels.toGain(to(I_GAIN)) - gain) / BLOCK;
        int first = phase() + 1;
        System.arraycopy(in, offset, out, 0, frames);
        if (gain != 1.0 || step != 0.0) {
            for (int i = 0; i < frames; i++) {
                out[i] = (float) (out[i] * (gain + step * (first + i)));
            }
        }
        for (int i = 0; i < frames; i++) {
            float x = out[i];
            if (!(Math.abs(x) <= LOUDEST)) {
                out[i] = x > 0 ? LOUDEST : x < 0 ? -LOUDEST : 0f;
            }
        }
    }

    /// Where the interpolated peak is not above the floor, the sample itself is all that has to be known.
    @RealTime
    private void findPeaks(int frames) {
        TruePeakInterpolator between = interpolator;
        if (between != null) {
            between.peaksOfEach(driven, 0, frames, floors, peaks);
        }
        for (int c = 0; c < channels(); c++) {
            float[] peak = peaks[c];
            if (between == null) {
                magnitudes(driven[c], 0, peak, frames);
                continue;
            }
            magnitudes(line[c], latency - between.latency(), samples, frames);
            float floor = floors[c];
            for (int i = 0; i < frames; i++) {
                peak[i] = peak[i] > floor ? peak[i] : samples[i];
            }
        }
    }

    @RealTime
    private static void magnitudes(float[] x, int from, float[] out, int frames) {
        System.arraycopy(x, from, out, 0, frames);
        for (int i = 0; i < frames; i++) {
            out[i] = Math.abs(out[i]);
        }
    }

    /// Turns peaks into requests.
    ///
    /// @return whether any frame asks for a gain below 1
    @RealTime
    private boolean ask(float ceiling, int frames) {
        boolean asks = false;
        for (int c = 0; c < channels(); c++) {
            float[] row = peaks[c];
            for (int i = 0; i < frames; i++) {
                asks |= row[i] > ceiling;
            }
        }
        if (!asks) {
            Arrays.fill(requests, 0, frames, 1.0);
        }
        for (int i = 0; asks && i < frames; i++) {
            double peak = channels() == 1 ? peaks[0][i] : Math.max(peaks[0][i], peaks[1][i]);
            requests[i] = peak > ceiling ? AIM * ceiling / peak : 1.0;
        }
        for (int c = 0; apart && c < 2; c++) {
            for (int i = 0; i < frames; i++) {
                double peak = peaks[c][i];
                ownRequests[c][i] = peak > ceiling ? AIM * ceiling / peak : 1.0;
            }
        }
        return asks;
    }

    @RealTime
    private void noteLowest(double[] gain, int frames) {
        double least = lowest;
        for (int i = 0; i < frames; i++) {
            if (gain[i] < least) {
                least = gain[i];
            }
        }
        lowest = least;
    }

    @RealTime
    private void apply(float[] x, double[] gain, float[] out, int offset, int frames) {
        // At equal indices first: only that is vectorized.
        for (int i = 0; i < frames; i++) {
            samples[i] = (float) (x[i] * gain[i]);
        }
        System.arraycopy(samples, 0, out, offset, frames);
    }

    /// Replaces the output by what the limiter has taken away.
    @RealTime
    private void listen(float[] x, float[] out, int offset, int frames) {
        double amount = from(I_DELTA);
        double step = (to(I_DELTA) - amount) / BLOCK;
        int first = phase() + 1;
        for (int i = 0; i < frames; i++) {
            double kept = out[offset + i];
            out[offset + i] = (float) (kept + (amount + step * (first + i)) * (x[i] - 2.0 * kept));
        }
    }
}
