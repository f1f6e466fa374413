package studio.headroom.effects;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.stereo.BassMono;
import studio.headroom.dsp.stereo.Decorrelator;
import studio.headroom.dsp.stereo.SideBands;
import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;

/// Stereo width in up to four bands, mono bass, and width out of mono.
///
/// Signal flow: mid and side → a decorrelated copy of mid joins the side (stereoize) → both through the same
/// crossover tree, where widths scale the bands of the side → mono bass. Whatever is set, left plus right is the
/// mid signal through all-passes: nothing that is done here is lost or colored in mono.
///
/// Untouched it is bit-exact: without anything to do the crossovers are left out. Coming and going, they fade over
/// 20 ms, since their all-passes differ from the plain signal.
final class Imager extends ControlRateEffect {
    private static final Smoothing MOVE = new Smoothing.Linear(20);
    private static final int BANDS = SideBands.MOST_BANDS;

    static final Param COUNT =
            new Param("bands", "Bands", Unit.NONE, Range.Choice.of("1", "2", "3", "4"), 3, Smoothing.NONE, false);
    static final Param WIDTH = percent("width", "Width", 200, 100);
    static final Param STEREOIZE = percent("stereoize", "Stereoize", 100, 0);
    static final Param MONO_BASS = toggle("bass.mono", "Mono bass");
    static final Param MONO_FREQ = hertz("bass.freq", "Mono bass below", 20, 500, 120);

    private static final double[] CROSSOVERS = {120, 1200, 6000};

    static final ParamSet PARAMS = new ParamSet(params());

    static final EffectType TYPE = new EffectType(
            "imager",
            "Imager",
            "Widens or narrows a sound, band by band, and makes mono sounds wide, safely for mono players.",
            PARAMS,
            true,
            false,
            true,
            Imager::new);

    private static final int I_COUNT = PARAMS.indexOf(COUNT);
    private static final int I_WIDTH = PARAMS.indexOf(WIDTH);
    private static final int I_STEREOIZE = PARAMS.indexOf(STEREOIZE);
    private static final int I_MONO_BASS = PARAMS.indexOf(MONO_BASS);
    private static final int I_MONO_FREQ = PARAMS.indexOf(MONO_FREQ);
    private static final int I_CROSSOVER = PARAMS.indexOf("crossover1.freq");
    private static final int I_BAND_WIDTH = PARAMS.indexOf("band1.width");
    private static final int I_BAND_SOLO = PARAMS.indexOf("band1.solo");

    private final double[] mid = new double[Timeline.SUB_BLOCK];
    private final double[] side = new double[Timeline.SUB_BLOCK];
    private final double[] extra = new double[Timeline.SUB_BLOCK];

    /// Per band, at the start of the present sub-block, and growth per frame.
    private final double[] midGain = new double[BANDS];

    private final double[] sideGain = new double[BANDS];
    private final double[] midStep = new double[BANDS];
    private final double[] sideStep = new double[BANDS];

    private int bands = 1;
    private SideBands split = new SideBands(48_000, 1);
    private BassMono bass = new BassMono(48_000);
    private Decorrelator decorrelator = new Decorrelator(48_000);

    /// How far the processed signal has replaced the plain one, in sub-blocks of `fade`.
    private int engaged;

    private int engagedNext;
    private int fade = 1;

    /// Sub-blocks for which the decorrelator still rings after it was turned down.
    private int ringing;

    private Imager() {
        super(PARAMS);
    }

    private static List<Param> params() {
        List<Param> params = new ArrayList<>(List.of(COUNT, WIDTH, STEREOIZE, MONO_BASS, MONO_FREQ));
        for (int i = 0; i < BANDS - 1; i++) {
            int n = i + 1;
            params.add(hertz("crossover" + n + ".freq", "Crossover " + n, 30, 16_000, CROSSOVERS[i]));
        }
        for (int n = 1; n <= BANDS; n++) {
            params.add(percent("band" + n + ".width", "Band " + n + " width", 200, 100));
        }
        for (int n = 1; n <= BANDS; n++) {
            params.add(toggle("band" + n + ".solo", "Band " + n + " solo"));
        }
        return params;
    }

    private static Param percent(String id, String label, double max, double initial) {
        return new Param(id, label, Unit.PERCENT, new Range.Linear(0, max), initial, MOVE, true);
    }

    private static Param toggle(String id, String label) {
        return new Param(id, label, Unit.NONE, new Range.Toggle(), 0, MOVE, true);
    }

    private static Param hertz(String id, String label, double min, double max, double initial) {
        return new Param(id, label, Unit.HERTZ, new Range.Log(min, max), initial, new Smoothing.Taper(50), true);
    }

    @Override
    public int latency() {
        return 0;
    }

    @Override
    public long tail() {
        double seconds = to(I_STEREOIZE) > 0 ? Decorrelator.tailSeconds() : 0;
        if (needed()) {
            seconds += 5 / Math.min(to(I_MONO_FREQ), lowestCrossover());
        }
        return (long) Math.ceil(seconds * sampleRate());
    }

    @Override
    void allocate() {
        bands = (int) to(I_COUNT) + 1;
        split = new SideBands(sampleRate(), bands);
        bass = new BassMono(sampleRate());
        decorrelator = new Decorrelator(sampleRate());
        fade = Math.max(1, sampleRate() / 50 / Timeline.SUB_BLOCK);
    }

    @Override
    @RealTime
    void clear() {
        split.clear();
        bass.clear();
        decorrelator.clear();
        ringing = 0;
        engaged = engagedNext = needed() ? fade : 0;
    }

    @Override
    @RealTime
    void update() {
        double hertz = 0;
        for (int i = 0; i < bands - 1; i++) {
            hertz = Math.max(hertz, to(I_CROSSOVER + i));
            split.setCrossover(i, hertz);
        }
        bass.setFrequency(to(I_MONO_FREQ));
        double soloFrom = 0;
        double soloTo = 0;
        for (int b = 0; b < bands; b++) {
            soloFrom = Math.max(soloFrom, from(I_BAND_SOLO + b));
            soloTo = Math.max(soloTo, to(I_BAND_SOLO + b));
        }
        for (int b = 0; b < bands; b++) {
            double start = heard(from(I_BAND_SOLO + b), soloFrom);
            double end = heard(to(I_BAND_SOLO + b), soloTo);
            midGain[b] = start;
            midStep[b] = (end - start) / Timeline.SUB_BLOCK;
            double startWidth = start * from(I_BAND_WIDTH + b) * from(I_WIDTH) * 1e-4;
            double endWidth = end * to(I_BAND_WIDTH + b) * to(I_WIDTH) * 1e-4;
            sideGain[b] = startWidth;
            sideStep[b] = (endWidth - startWidth) / Timeline.SUB_BLOCK;
        }
    }

    @RealTime
    private static double heard(double solo, double anySolo) {
        return solo + (1.0 - anySolo) * (1.0 - solo);
    }

    /// Whether any control asks for more than the plain signal, now or at the end of its motion.
    @RealTime
    private boolean needed() {
        boolean needed = from(I_STEREOIZE) + to(I_STEREOIZE) + from(I_MONO_BASS) + to(I_MONO_BASS) > 0
                || from(I_WIDTH) != 100
                || to(I_WIDTH) != 100;
        for (int b = 0; b < bands; b++) {
            needed |= from(I_BAND_WIDTH + b) != 100 || to(I_BAND_WIDTH + b) != 100;
            needed |= from(I_BAND_SOLO + b) + to(I_BAND_SOLO + b) > 0;
        }
        return needed;
    }

    @RealTime
    private double lowestCrossover() {
        double lowest = 20_000;
        for (int i = 0; i < bands - 1; i++) {
            lowest = Math.min(lowest, to(I_CROSSOVER + i));
        }
        return lowest;
    }

    @RealTime
    private void beginSubBlock() {
        engaged = engagedNext;
        if (from(I_STEREOIZE) + to(I_STEREOIZE) > 0) {
            ringing = (int) (Decorrelator.tailSeconds() * sampleRate() / Timeline.SUB_BLOCK) + 1;
        } else if (ringing > 0 && --ringing == 0) {
            decorrelator.clear();
        }
        engagedNext = needed() || ringing > 0 ? Math.min(fade, engaged + 1) : Math.max(0, engaged - 1);
        if (engaged + engagedNext == 0) {
            return;
        }
        if (engaged == 0) {
            split.clear();
            bass.clear();
        }
        split.tidy();
        bass.tidy();
    }

    @Override
    @RealTime
    void render(float[][] io, float @Nullable [][] key, int offset, int frames) {
        if (phase() == 0) {
            beginSubBlock();
        }
        if (channels() == 1) {
            System.arraycopy(io[0], offset, io[1], offset, frames);
        }
        if (engaged + engagedNext == 0) {
            return;
        }
        float[] left = io[0];
        float[] right = io[1];
        for (int i = 0; i < frames; i++) {
            double l = left[offset + i];
            double r = right[offset + i];
            mid[i] = 0.5 * (l + r);
            side[i] = 0.5 * (l - r);
        }
        int first = phase() + 1;
        addStereoize(frames, first);
        split.process(mid, side, frames, midGain, midStep, sideGain, sideStep, first);
        for (int i = 0; i < frames; i++) {
            double m = mid[i];
            double s = side[i];
            mid[i] = m + s;
            side[i] = m - s;
        }
        if (from(I_MONO_BASS) + to(I_MONO_BASS) > 0) {
            double step = (to(I_MONO_BASS) - from(I_MONO_BASS)) / Timeline.SUB_BLOCK;
            bass.process(mid, side, frames, from(I_MONO_BASS), step, first);
        } else if (phase() == 0) {
            bass.clear();
        }
        blend(left, mid, offset, frames, first);
        blend(right, side, offset, frames, first);
    }

    @RealTime
    private void addStereoize(int frames, int first) {
        if (ringing == 0) {
            return;
        }
        // The amount acts before the decorrelator, so that its echoes begin and end as gently as the amount moves.
        double amount = from(I_STEREOIZE) * 0.01;
        double step = (to(I_STEREOIZE) * 0.01 - amount) / Timeline.SUB_BLOCK;
        for (int i = 0; i < frames; i++) {
            extra[i] = (amount + step * (first + i)) * mid[i];
        }
        decorrelator.process(extra, extra, frames);
        for (int i = 0; i < frames; i++) {
            side[i] += extra[i];
        }
    }

    @RealTime
    private void blend(float[] plain, double[] processed, int offset, int frames, int first) {
        if (engaged == fade && engagedNext == fade) {
            for (int i = 0; i < frames; i++) {
                plain[offset + i] = (float) processed[i];
            }
            return;
        }
        double amount = (double) engaged / fade;
        double step = (double) (engagedNext - engaged) / fade / Timeline.SUB_BLOCK;
        for (int i = 0; i < frames; i++) {
            double x = plain[offset + i];
            plain[offset + i] = (float) (x + (amount + step * (first + i)) * (processed[i] - x));
        }
    }
}
