package studio.headroom.effects;

import org.jspecify.annotations.Nullable;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.dynamics.GateGain;
import studio.headroom.dsp.dynamics.Lookahead;
import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;

/// A gate and expander, which can be turned over into a ducker.
///
/// Signal flow: input or key → cuts ([KeyInput]) → [GateGain] → gain on the input, which is late by the look-ahead.
/// While it is open, samples pass as they are. In silence it is closed, and says so on its meter.
final class Gate extends ControlRateEffect {
    private static final Smoothing LINE = new Smoothing.Linear(20);
    private static final Smoothing TAPER = new Smoothing.Taper(20);

    static final Param MODE =
            new Param("mode", "Mode", Unit.NONE, Range.Choice.of("gate", "duck"), 0, Smoothing.NONE, true);
    static final Param THRESHOLD =
            new Param("threshold", "Threshold", Unit.DECIBEL, new Range.Linear(-80, 0), -40, LINE, true);
    static final Param HYSTERESIS =
            new Param("hysteresis", "Hysteresis", Unit.DECIBEL, new Range.Linear(0, 24), 4, LINE, true);
    static final Param RATIO = new Param("ratio", "Ratio", Unit.RATIO, new Range.Log(1, 100), 100, TAPER, true);
    static final Param RANGE = new Param("range", "Range", Unit.DECIBEL, new Range.Linear(0, 90), 90, LINE, true);
    static final Param ATTACK =
            new Param("attack", "Attack", Unit.MILLISECOND, new Range.Log(0.05, 250), 1, TAPER, true);
    static final Param HOLD = new Param("hold", "Hold", Unit.MILLISECOND, new Range.Log(10, 2000), 50, TAPER, true);
    static final Param RELEASE =
            new Param("release", "Release", Unit.MILLISECOND, new Range.Log(5, 5000), 100, TAPER, true);
    static final Param LOOKAHEAD =
            new Param("lookahead", "Look-ahead", Unit.MILLISECOND, new Range.Linear(0, 10), 0, Smoothing.NONE, false);
    private static final Range SLOPES = Range.Choice.of("off", "12", "24");
    static final Param KEY_SLOPE =
            new Param("key.slope", "Key low cut in dB/oct", Unit.NONE, SLOPES, 0, Smoothing.NONE, true);
    static final Param KEY_FREQ =
            new Param("key.freq", "Key low cut", Unit.HERTZ, new Range.Log(20, 10_000), 100, TAPER, true);
    static final Param KEY_HIGH_SLOPE =
            new Param("key.high.slope", "Key high cut in dB/oct", Unit.NONE, SLOPES, 0, Smoothing.NONE, true);
    static final Param KEY_HIGH_FREQ =
            new Param("key.high.freq", "Key high cut", Unit.HERTZ, new Range.Log(50, 20_000), 8000, TAPER, true);
    static final Param KEY_LISTEN =
            new Param("key.listen", "Listen to key", Unit.NONE, new Range.Toggle(), 0, LINE, true);

    static final ParamSet PARAMS = ParamSet.of(
            MODE,
            THRESHOLD,
            HYSTERESIS,
            RATIO,
            RANGE,
            ATTACK,
            HOLD,
            RELEASE,
            LOOKAHEAD,
            KEY_SLOPE,
            KEY_FREQ,
            KEY_HIGH_SLOPE,
            KEY_HIGH_FREQ,
            KEY_LISTEN);

    static final EffectType TYPE = new EffectType(
            "gate",
            "Gate",
            "Turns down what is below a threshold, such as noise and spill between the notes, or ducks what is above.",
            PARAMS,
            false,
            true,
            false,
            Gate::new);

    private static final int I_MODE = PARAMS.indexOf(MODE);
    private static final int I_THRESHOLD = PARAMS.indexOf(THRESHOLD);
    private static final int I_HYSTERESIS = PARAMS.indexOf(HYSTERESIS);
    private static final int I_RATIO = PARAMS.indexOf(RATIO);
    private static final int I_RANGE = PARAMS.indexOf(RANGE);
    private static final int I_ATTACK = PARAMS.indexOf(ATTACK);
    private static final int I_HOLD = PARAMS.indexOf(HOLD);
    private static final int I_RELEASE = PARAMS.indexOf(RELEASE);
    private static final int I_LOOKAHEAD = PARAMS.indexOf(LOOKAHEAD);
    private static final int I_KEY_SLOPE = PARAMS.indexOf(KEY_SLOPE);
    private static final int I_KEY_FREQ = PARAMS.indexOf(KEY_FREQ);
    private static final int I_KEY_HIGH_SLOPE = PARAMS.indexOf(KEY_HIGH_SLOPE);
    private static final int I_KEY_HIGH_FREQ = PARAMS.indexOf(KEY_HIGH_FREQ);
    private static final int I_KEY_LISTEN = PARAMS.indexOf(KEY_LISTEN);

    private final GateGain gate = new GateGain();
    private KeyInput input = new KeyInput(1, 48_000);
    private Lookahead lookahead = new Lookahead(1, 0);
    private double lowest = 1;

    private Gate() {
        super(PARAMS);
    }

    @Override
    public int latency() {
        return lookahead.frames();
    }

    @Override
    public double gainReductionDb() {
        return lowest >= 1 ? 0 : 20.0 * Math.log10(lowest);
    }

    @Override
    void allocate() {
        input = new KeyInput(channels(), sampleRate());
        lookahead = new Lookahead(channels(), (int) Math.rint(to(I_LOOKAHEAD) * 0.001 * sampleRate()));
    }

    @Override
    @RealTime
    void clear() {
        gate.clear();
        input.clear();
        lookahead.clear();
        lowest = 1;
    }

    @Override
    @RealTime
    void beginProcess() {
        lowest = 1;
    }

    @Override
    @RealTime
    void update() {
        gate.curve(to(I_THRESHOLD), to(I_HYSTERESIS), to(I_RATIO), to(I_RANGE), to(I_MODE) >= 0.5);
        gate.times(0.001 * to(I_ATTACK), 0.001 * to(I_HOLD), 0.001 * to(I_RELEASE), sampleRate());
        input.tune(to(I_KEY_SLOPE), to(I_KEY_FREQ), to(I_KEY_HIGH_SLOPE), to(I_KEY_HIGH_FREQ));
    }

    @Override
    @RealTime
    void render(float[][] io, float @Nullable [][] key, int offset, int frames) {
        boolean listening = from(I_KEY_LISTEN) > 0 || to(I_KEY_LISTEN) > 0;
        input.hear(io, key, offset, frames, phase(), listening);
        boolean active = gate.process(input.rows(), channels(), input.start(), frames, phase());
        lowest = Math.min(lowest, gate.takeLowest());
        lookahead.process(io, offset, frames);
        if (active) {
            float[] gain = gate.gain();
            for (int c = 0; c < channels(); c++) {
                amplify(io[c], gain, offset, frames);
            }
        }
        if (listening) {
            input.play(io, offset, frames, phase(), from(I_KEY_LISTEN), to(I_KEY_LISTEN));
        }
    }

    @RealTime
    private static void amplify(float[] io, float[] gain, int offset, int n) {
        for (int i = 0; i < n; i++) {
            io[offset + i] *= gain[i];
        }
    }
}
