package studio.headroom.effects;

import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.FastMath;
import studio.headroom.dsp.dynamics.GainReducer;
import studio.headroom.dsp.dynamics.RelativeLevel;
import studio.headroom.dsp.filter.DynamicSection;
import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;

/// Turns down sibilants: all of the sound while they last, or only the treble or band that they are in.
///
/// Signal flow: input → cuts to the band → its level, absolute or against that of the whole → [GainReducer] → gain of
/// the input (wide), or of a shelf or bell over the band (split, [DynamicSection]). One gain for both channels. While
/// nothing is turned down, samples pass as they are. It can be on a part of a stereo sound alone ([StereoPart]).
final class DeEsser extends ControlRateEffect {
    private static final Smoothing LINE = new Smoothing.Linear(20);
    private static final Smoothing TAPER = new Smoothing.Taper(20);

    /// At the top of its travel the band has no upper end.
    private static final double OPEN_END = 20_000;

    static final Param MODE = new Param("mode", "Mode", Unit.NONE, Range.Choice.of("split", "wide"), 0, LINE, true);
    static final Param DETECT =
            new Param("detect", "Detection", Unit.NONE, Range.Choice.of("threshold", "auto"), 1, LINE, true);
    static final Param SENSITIVITY =
            new Param("sensitivity", "Sensitivity", Unit.PERCENT, new Range.Linear(0, 100), 50, LINE, true);
    static final Param THRESHOLD =
            new Param("threshold", "Threshold", Unit.DECIBEL, new Range.Linear(-60, 0), -30, LINE, true);
    static final Param LOW = new Param("low.freq", "From", Unit.HERTZ, new Range.Log(1000, 16_000), 5000, TAPER, true);
    static final Param HIGH =
            new Param("high.freq", "To", Unit.HERTZ, new Range.Log(2000, OPEN_END), OPEN_END, TAPER, true);
    static final Param RANGE =
            new Param("range", "Most reduction", Unit.DECIBEL, new Range.Linear(0, 24), 9, LINE, true);
    static final Param ATTACK = new Param("attack", "Attack", Unit.MILLISECOND, new Range.Log(0.1, 20), 1, TAPER, true);
    static final Param RELEASE =
            new Param("release", "Release", Unit.MILLISECOND, new Range.Log(5, 500), 60, TAPER, true);
    static final Param LISTEN = new Param("listen", "Listen", Unit.NONE, new Range.Toggle(), 0, LINE, true);

    static final Param CHANNELS = StereoPart.PARAM;

    static final ParamSet PARAMS =
            ParamSet.of(MODE, DETECT, SENSITIVITY, THRESHOLD, LOW, HIGH, RANGE, ATTACK, RELEASE, LISTEN, CHANNELS);

    static final EffectType TYPE = new EffectType(
            "de-esser",
            "De-esser",
            "Turns down sharp s, sh and t sounds of a voice, and leaves the rest alone.",
            PARAMS,
            false,
            false,
            false,
            DeEsser::new);

    private static final int I_MODE = PARAMS.indexOf(MODE);
    private static final int I_DETECT = PARAMS.indexOf(DETECT);
    private static final int I_SENSITIVITY = PARAMS.indexOf(SENSITIVITY);
    private static final int I_THRESHOLD = PARAMS.indexOf(THRESHOLD);
    private static final int I_LOW = PARAMS.indexOf(LOW);
    private static final int I_HIGH = PARAMS.indexOf(HIGH);
    private static final int I_RANGE = PARAMS.indexOf(RANGE);
    private static final int I_ATTACK = PARAMS.indexOf(ATTACK);
    private static final int I_RELEASE = PARAMS.indexOf(RELEASE);
    private static final int I_LISTEN = PARAMS.indexOf(LISTEN);
    private static final int I_CHANNELS = PARAMS.indexOf(CHANNELS);

    private static final double RATIO = 4;
    private static final double KNEE_DB = 6;
    private static final double BUTTERWORTH_Q = Math.sqrt(0.5);
    /// The automatic threshold at full sensitivity: the band against the whole.
    private static final double LOWEST_RELATIVE_DB = -24;

    /// The band is a fifth of an octave wide at least.
    private static final double NARROWEST = 1.15;

    private final float[][] level = new float[1][Timeline.SUB_BLOCK];
    private final float[] root = new float[Timeline.SUB_BLOCK];
    private final float[] wide = new float[Timeline.SUB_BLOCK];
    private final GainReducer reducer = new GainReducer(1);
    private final DynamicSection section = new DynamicSection();
    private KeyInput input = new KeyInput(1, 48_000);
    private RelativeLevel relative = new RelativeLevel(48_000);
    private StereoPart side = new StereoPart(0, 1);
    /// What has been made of a part.
    private final float[][] made = new float[1][Timeline.SUB_BLOCK];

    private final float[][] one = new float[1][];
    private boolean updated;
    private double deepestDb;

    private DeEsser() {
        super(PARAMS);
    }

    @Override
    public int latency() {
        return 0;
    }

    /// The ringing of the widest filter at 1 kHz.
    @Override
    public long tail() {
        return (long) Math.ceil(0.02 * sampleRate());
    }

    @Override
    public double gainReductionDb() {
        return deepestDb == 0 ? 0 : -deepestDb;
    }

    @Override
    void allocate() {
        side = new StereoPart(to(I_CHANNELS), channels());
        input = new KeyInput(side.worked(channels()), sampleRate());
        relative = new RelativeLevel(sampleRate());
    }

    @Override
    @RealTime
    void clear() {
        input.clear();
        relative.clear();
        reducer.clear();
        section.clear();
        deepestDb = 0;
    }

    @Override
    @RealTime
    void beginProcess() {
        deepestDb = 0;
    }

    @Override
    @RealTime
    void update() {
        double thresholdFrom = threshold(from(I_DETECT), from(I_THRESHOLD), from(I_SENSITIVITY));
        double thresholdTo = threshold(to(I_DETECT), to(I_THRESHOLD), to(I_SENSITIVITY));
        reducer.curve(thresholdFrom, thresholdTo, RATIO, RATIO, KNEE_DB, KNEE_DB, to(I_RANGE));
        reducer.times(0.001 * to(I_ATTACK), 0, 0.001 * to(I_RELEASE), 0, sampleRate());
        double low = to(I_LOW);
        boolean open = to(I_HIGH) >= OPEN_END;
        double high = Math.max(to(I_HIGH), NARROWEST * low);
        input.tune(2, low, open ? 0 : 2, high);
        if (open) {
            section.aim(DynamicSection.Shape.HIGH_SHELF, low, BUTTERWORTH_Q, sampleRate());
        } else {
            double center = Math.sqrt(low * high);
            section.aim(DynamicSection.Shape.BELL, center, center / (high - low), sampleRate());
        }
        updated = true;
    }

    /// Between the two ways of detection, between their thresholds.
    @RealTime
    private static double threshold(double auto, double thresholdDb, double sensitivity) {
        return thresholdDb + auto * (0.01 * sensitivity * LOWEST_RELATIVE_DB - thresholdDb);
    }

    @Override
    @RealTime
    void render(float[][] io, float @Nullable [][] key, int offset, int frames) {
        if (phase() == 0) {
            if (!updated) {
                section.rest();
            }
            updated = false;
        }
        if (side.isAbsent()) {
            return;
        }
        boolean listening = from(I_LISTEN) > 0 || to(I_LISTEN) > 0;
        if (side.isPart()) {
            System.arraycopy(side.take(io, offset, frames)[0], 0, made[0], 0, frames);
            if (treat(made, 0, frames, 1, listening)) {
                side.replace(io, offset, frames, made[0]);
            }
        } else {
            treat(io, offset, frames, channels(), listening);
        }
        if (phase() + frames == Timeline.SUB_BLOCK) {
            section.flush();
        }
        if (listening) {
            play(io, offset, frames);
        }
    }

    /// Listens to a run and turns it down where it has to be.
    ///
    /// @param rows how many channels it has
    /// @return whether anything was turned down
    @RealTime
    private boolean treat(float[][] io, int offset, int frames, int rows, boolean listening) {
        input.hear(io, null, offset, frames, phase(), listening);
        relative.process(io, offset, input.rows(), input.start(), rows, level[0], frames, to(I_DETECT));
        boolean reduced = reducer.process(level, 0, frames, phase());
        deepestDb = Math.max(deepestDb, reducer.takeDeepestDb());
        if (reduced) {
            turnDown(io, offset, frames, rows);
            return true;
        }
        for (int c = 0; c < rows; c++) {
            section.follow(c, io[c], offset, frames);
        }
        return false;
    }

    /// What is heard of a part is heard on both sides.
    @RealTime
    private void play(float[][] io, int offset, int frames) {
        if (!side.isPart()) {
            input.play(io, offset, frames, phase(), from(I_LISTEN), to(I_LISTEN));
            return;
        }
        for (int c = 0; c < channels(); c++) {
            one[0] = io[c];
            input.play(one, offset, frames, phase(), from(I_LISTEN), to(I_LISTEN));
        }
    }

    @RealTime
    private void turnDown(float[][] io, int offset, int n, int rows) {
        float[] reduction = reducer.reduction(0);
        float half = (float) (-0.5 * FastMath.LOG2_PER_DB);
        for (int i = 0; i < n; i++) {
            root[i] = half * reduction[i];
        }
        FastMath.exp2(root, root, n);
        double blend = from(I_MODE);
        double step = (to(I_MODE) - blend) / Timeline.SUB_BLOCK;
        boolean both = blend != 0 || step != 0;
        for (int c = 0; c < rows; c++) {
            float[] row = io[c];
            if (both) {
                for (int i = 0; i < n; i++) {
                    wide[i] = row[offset + i] * root[i] * root[i];
                }
            }
            section.process(c, row, offset, root, n, phase());
            if (both) {
                for (int i = 0; i < n; i++) {
                    double split = row[offset + i];
                    row[offset + i] = (float) (split + (blend + (phase() + i + 1) * step) * (wide[i] - split));
                }
            }
        }
    }
}
