package studio.headroom.effects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Decibels;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.convolution.LinearPhaseLength;
import studio.headroom.dsp.filter.Cascade;
import studio.headroom.dsp.filter.DynamicSection;
import studio.headroom.dsp.filter.FilterBand;
import studio.headroom.dsp.filter.FilterShape;
import studio.headroom.dsp.filter.Placement;
import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;

/// Eight bands of any shape one after the other, each on both channels or on a part of them, and a gain.
///
/// Minimum phase and no latency, or linear phase ([EqLinear]). The digital filters follow their analog prototypes up to
/// Nyquist
/// ([studio.headroom.dsp.filter.MatchedBiquad]). Bands that are off or at 0 dB are left out; when all are, and
/// the gain is 0 dB, the samples are not touched. Frequency, gain and Q move with each sub-block and the
/// coefficients in a straight line between; what is switched (on, type, slope) turns from one filter into the
/// other over 20 ms; a new placement goes by way of flat.
///
/// Bands that are dynamic ([EqDynamics]) listen to the input and act after all fixed filters, one after the
/// other; while none is, they cost nothing. Last comes the way to hear one band alone ([EqListen]).
///
/// In linear phase the gain of the fixed bands is the same, but for what is too narrow for the length of the response;
/// all-passes do nothing. Dynamic bands come first and stay minimum phase: they follow the sound from frame to frame,
/// and a filter that rang before what it answers to would answer early. The output gain comes next, so that its
/// moves meet the sound of their time.
final class Eq extends ControlRateEffect {
    static final int BANDS = 8;

    static final Param GAIN =
            new Param("gain", "Output gain", Unit.DECIBEL, new Range.Linear(-24, 24), 0, new Smoothing.Gain(20), true);
    static final Param SCALE = new Param(
            "scale", "Gain scale", Unit.PERCENT, new Range.Linear(0, 200), 100, new Smoothing.Linear(20), true);

    static final Param AUTO =
            new Param("gain.auto", "Automatic gain", Unit.NONE, new Range.Toggle(), 0, new Smoothing.Linear(20), true);

    static final Param PHASE = new Param(
            "phase", "Phase", Unit.NONE, Range.Choice.of("minimum", "linear", "linear-fine"), 0, Smoothing.NONE, false);
    static final Param TIMES = new Param(
            "dyn.auto", "Dynamic times by frequency", Unit.NONE, new Range.Toggle(), 0, new Smoothing.Linear(20), true);

    static final ParamSet PARAMS = params();

    static final EffectType TYPE = new EffectType(
            "eq",
            "Equalizer",
            "Raises, lowers or removes parts of the spectrum with up to eight bands.",
            PARAMS,
            true,
            IntStream.rangeClosed(1, BANDS)
                    .mapToObj(n -> "band" + n + ".dyn.on")
                    .toList(),
            false,
            false,
            Eq::new);

    private static final int I_GAIN = PARAMS.indexOf(GAIN);
    private static final int I_SCALE = PARAMS.indexOf(SCALE);
    private static final int I_AUTO = PARAMS.indexOf(AUTO);
    private static final int I_PHASE = PARAMS.indexOf(PHASE);
    private static final int I_TIMES = PARAMS.indexOf(TIMES);
    private static final int I_DYNAMICS = PARAMS.indexOf("band1.dyn.on");
    private static final EqDynamics[] NONE = {};
    private static final double SWITCH_SECONDS = 0.020;
    private static final double TAIL_DB = 90;
    private static final int MINIMUM = 0;
    private static final int FINE = 2;

    private final FilterBand design = new FilterBand();

    /// The values that each band's filters were last made for, scale last.
    private final double[][] known = new double[BANDS][EqBand.CONTROLS + 1];

    private Cascade cascade = new Cascade(0, 1);
    /// The fixed bands in linear phase; they are then no part of the cascade.
    private @Nullable EqLinear linear;

    private final double[] current = new double[EqLinear.VALUES];
    private EqListen listen = new EqListen(1, 48_000);
    private final EqLoudness loudness = new EqLoudness();
    private boolean loudnessKnown;
    private double loudnessDb;
    /// Of the bands that are dynamic, and which those are.
    private EqDynamics[] dynamics = NONE;

    private final int[] dynamic = new int[BANDS];
    private int listened;
    private boolean started;
    private double gain;
    private double deepestDb;
    /// How far the sound has moved each band, in dB.
    private final double[] movedDb = new double[BANDS];

    Eq() {
        super(PARAMS);
    }

    private static ParamSet params() {
        double[] hertz = {60, 150, 350, 800, 2000, 4000, 7000, 12_000};
        List<Param> params = new ArrayList<>();
        for (int i = 0; i < BANDS; i++) {
            FilterShape shape =
                    i == 0 ? FilterShape.LOW_SHELF : i == BANDS - 1 ? FilterShape.HIGH_SHELF : FilterShape.BELL;
            params.addAll(EqBand.controls(i + 1, shape, hertz[i]));
        }
        params.add(GAIN);
        params.add(SCALE);
        for (int i = 0; i < BANDS; i++) {
            params.addAll(EqBandExtras.controls(i + 1));
        }
        params.add(AUTO);
        params.add(PHASE);
        params.add(TIMES);
        return new ParamSet(params);
    }

    @Override
    public int latency() {
        return linear == null ? 0 : linear.latency();
    }

    /// Frames by which an equalizer with given values is late.
    ///
    /// @param values plain, by parameter index
    static int latency(double[] values, int sampleRate) {
        int phase = (int) values[I_PHASE];
        return phase == MINIMUM ? 0 : length(phase, sampleRate).latency();
    }

    /// The frames before the middle of the linear-phase response; 0 in minimum phase.
    static int linearHalf(double[] values, int sampleRate) {
        int phase = (int) values[I_PHASE];
        return phase == MINIMUM ? 0 : length(phase, sampleRate).half();
    }

    private static LinearPhaseLength length(int phase, int sampleRate) {
        return phase == FINE ? LinearPhaseLength.fine(sampleRate) : LinearPhaseLength.usual(sampleRate);
    }

    /// The sum over all recursive sections of the time in which their slowest pole decays, and the linear-phase
    /// response. A band that is listened to rings like itself.
    @Override
    public long tail() {
        FilterBand band = new FilterBand();
        double nepers = TAIL_DB * Math.log(10.0) / 20.0;
        double frames = linear == null ? 0 : linear.tail();
        for (int b = 0; b < BANDS; b++) {
            boolean recursive = linear == null || isOn(extra(b) + EqBandExtras.LISTEN);
            if (!recursive || !design(band, b)) {
                continue;
            }
            for (int s = 0; s < band.count(); s++) {
                double[] c = band.section(s);
                double root = c[3] * c[3] / 4.0 - c[4];
                double radius = root < 0 ? Math.sqrt(c[4]) : Math.abs(c[3]) / 2.0 + Math.sqrt(root);
                frames += 1.0 - nepers / Math.log(radius);
            }
        }
        for (int i = 0; i < dynamics.length; i++) {
            int at = dynamic[i] * EqBand.CONTROLS;
            DynamicSection.Shape shape = EqDynamics.shape(EqBand.shape(to(at + EqBand.TYPE)));
            double range = to(extra(dynamic[i]) + EqBandExtras.RANGE);
            frames += EqDynamics.tail(shape, to(at + EqBand.FREQ), to(at + EqBand.Q), range, sampleRate());
        }
        return (long) Math.ceil(frames);
    }

    /// The deepest that a dynamic band has gone down.
    @Override
    public double gainReductionDb() {
        return deepestDb == 0 ? 0 : -deepestDb;
    }

    @Override
    public int reductionBands() {
        return BANDS;
    }

    @Override
    public double bandGainDb(int band) {
        return movedDb[band];
    }

    @Override
    void allocate() {
        int phase = (int) to(I_PHASE);
        cascade = new Cascade(phase == MINIMUM ? BANDS * FilterBand.MAX_SECTIONS : 0, channels());
        linear = null;
        if (phase != MINIMUM) {
            linear = new EqLinear(length(phase, sampleRate()), channels(), sampleRate());
            linear.prepare(currentValues());
        }
        listen = new EqListen(channels(), sampleRate());
        int count = 0;
        for (int b = 0; b < BANDS; b++) {
            if (isOn(extra(b) + EqBandExtras.ON)) {
                dynamic[count++] = b;
            }
        }
        dynamics = new EqDynamics[count];
        for (int i = 0; i < count; i++) {
            dynamics[i] = new EqDynamics(channels(), sampleRate());
        }
    }

    /// The index of a band's first further control.
    @RealTime
    private static int extra(int band) {
        return I_DYNAMICS + band * EqBandExtras.CONTROLS;
    }

    @Override
    @RealTime
    void clear() {
        cascade.clear();
        listen.clear();
        for (EqDynamics band : dynamics) {
            band.clear();
        }
        loudnessKnown = false;
        started = false;
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
        Arrays.fill(movedDb, 0);
    }

    @Override
    @RealTime
    void update() {
        int slow = (int) Math.ceil(SWITCH_SECONDS * sampleRate() / Timeline.SUB_BLOCK);
        for (int b = 0; b < BANDS; b++) {
            boolean switched = differs(b, EqBand.ON)
                    || differs(b, EqBand.TYPE)
                    || differs(b, EqBand.SLOPE)
                    || differs(b, EqBand.PLACE);
            boolean moved = differs(b, EqBand.FREQ)
                    || differs(b, EqBand.GAIN)
                    || differs(b, EqBand.Q)
                    || known[b][EqBand.CONTROLS] != to(I_SCALE);
            if (!started || switched || moved) {
                tune(b, !started ? 0 : switched ? slow : 1);
                loudnessKnown = false;
            }
        }
        if (linear != null && !started) {
            linear.start(currentValues());
        }
        for (int i = 0; i < dynamics.length; i++) {
            aimDynamics(dynamics[i], dynamic[i]);
        }
        aimListen(slow);
        double automatic = to(I_AUTO) > 0 ? to(I_AUTO) * automaticDb() : 0;
        double next = Decibels.toGain(to(I_GAIN) + automatic);
        cascade.gain(started ? gain : next, next);
        gain = next;
        started = true;
    }

    @Override
    @RealTime
    void render(float[][] io, float @Nullable [][] key, int offset, int frames) {
        for (int i = 0; i < dynamics.length; i++) {
            double moved = dynamics[i].listen(io, offset, frames, phase());
            deepestDb = Math.max(deepestDb, -moved);
            if (Math.abs(moved) > Math.abs(movedDb[dynamic[i]])) {
                movedDb[dynamic[i]] = moved;
            }
        }
        if (linear == null) {
            cascade.process(io, offset, frames, phase());
        }
        for (EqDynamics band : dynamics) {
            band.process(io, offset, frames, phase());
        }
        if (linear != null) {
            cascade.process(io, offset, frames, phase());
            if (phase() == 0) {
                linear.advance(currentValues());
            }
            linear.process(io, offset, frames);
        }
        listen.process(io, offset, frames, phase());
    }

    /// The controls of all bands, and the scale.
    @RealTime
    private double[] currentValues() {
        for (int i = 0; i < BANDS * EqBand.CONTROLS; i++) {
            current[i] = to(i);
        }
        current[BANDS * EqBand.CONTROLS] = to(I_SCALE);
        return current;
    }

    @RealTime
    private void aimDynamics(EqDynamics dynamics, int band) {
        int at = band * EqBand.CONTROLS;
        int extra = extra(band);
        double times = EqDynamics.times(to(at + EqBand.FREQ), to(I_TIMES));
        dynamics.aim(
                isOn(at + EqBand.ON),
                EqBand.shape(to(at + EqBand.TYPE)),
                to(at + EqBand.FREQ),
                to(at + EqBand.Q),
                EqBand.placement(to(at + EqBand.PLACE)),
                from(extra + EqBandExtras.THRESHOLD),
                to(extra + EqBandExtras.THRESHOLD),
                to(extra + EqBandExtras.RANGE),
                times * to(extra + EqBandExtras.ATTACK),
                times * to(extra + EqBandExtras.RELEASE));
    }

    /// Of several bands that are listened to, the lowest is heard.
    @RealTime
    private void aimListen(int slow) {
        double before = 0;
        double after = 0;
        int first = -1;
        for (int b = 0; b < BANDS; b++) {
            int control = extra(b) + EqBandExtras.LISTEN;
            before = Math.max(before, from(control));
            after = Math.max(after, to(control));
            first = first < 0 && to(control) > 0 ? b : first;
        }
        int band = first < 0 ? listened : first;
        int at = band * EqBand.CONTROLS;
        FilterShape shape = EqBand.shape(to(at + EqBand.TYPE));
        listen.aim(before, after, shape, to(at + EqBand.FREQ), to(at + EqBand.Q), band == listened ? 1 : slow);
        listened = band;
    }

    @RealTime
    private double automaticDb() {
        if (!loudnessKnown) {
            for (int b = 0; b < BANDS; b++) {
                if (design(design, b)) {
                    Placement place = EqBand.placement(to(b * EqBand.CONTROLS + EqBand.PLACE), channels());
                    loudness.set(b, design, place, sampleRate());
                } else {
                    loudness.setFlat(b);
                }
            }
            loudnessKnown = true;
            loudnessDb = loudness.gainDb();
        }
        return loudnessDb;
    }

    @RealTime
    private void tune(int band, int subBlocks) {
        if (linear == null) {
            tuneSections(band, subBlocks);
        }
        for (int i = 0; i < EqBand.CONTROLS; i++) {
            known[band][i] = to(band * EqBand.CONTROLS + i);
        }
        known[band][EqBand.CONTROLS] = to(I_SCALE);
    }

    @RealTime
    private void tuneSections(int band, int subBlocks) {
        int slot = band * FilterBand.MAX_SECTIONS;
        int used = design(design, band) ? design.count() : 0;
        for (int i = 0; i < FilterBand.MAX_SECTIONS; i++) {
            if (i < used) {
                double place = to(band * EqBand.CONTROLS + EqBand.PLACE);
                cascade.aim(slot + i, design.section(i), EqBand.placement(place), subBlocks);
            } else {
                cascade.aimFlat(slot + i, subBlocks);
            }
        }
    }

    @RealTime
    private boolean design(FilterBand filter, int band) {
        int at = band * EqBand.CONTROLS;
        return EqBand.design(
                filter,
                to(at + EqBand.ON),
                to(at + EqBand.TYPE),
                to(at + EqBand.FREQ),
                to(at + EqBand.GAIN),
                to(at + EqBand.Q),
                to(at + EqBand.SLOPE),
                to(I_SCALE) / 100.0,
                sampleRate());
    }

    @RealTime
    private boolean differs(int band, int control) {
        return known[band][control] != to(band * EqBand.CONTROLS + control);
    }
}
