package studio.headroom.effects;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Decibels;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.generator.Noise;
import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;

/// A sine or noise, instead of the input or with it.
///
/// A level is the peak of a sine; noise has the power of a sine of that level, and is another in each channel.
/// It is the same after each reset. Switched off, it leaves the input as it is, to the bit.
final class ToneGenerator extends ControlRateEffect {
    private static final Smoothing MOVE = new Smoothing.Linear(20);

    static final Param ON = new Param("on", "Sounds", Unit.NONE, new Range.Toggle(), 0, MOVE, true);
    static final Param SIGNAL =
            new Param("signal", "Signal", Unit.NONE, Range.Choice.of("sine", "white", "pink"), 0, Smoothing.NONE, true);
    static final Param FREQ =
            new Param("freq", "Frequency", Unit.HERTZ, new Range.Log(20, 20_000), 1000, new Smoothing.Taper(20), true);
    static final Param LEVEL =
            new Param("level", "Level", Unit.DECIBEL, new Range.Linear(-80, 0), -20, new Smoothing.Gain(20), true);
    static final Param INPUT = new Param("input", "Input passes", Unit.NONE, new Range.Toggle(), 0, MOVE, true);

    static final ParamSet PARAMS = ParamSet.of(ON, SIGNAL, FREQ, LEVEL, INPUT);

    static final EffectType TYPE = new EffectType(
            "tone",
            "Tone generator",
            "Makes a sine or noise to test, tune and line up with.",
            PARAMS,
            false,
            false,
            false,
            ToneGenerator::new);

    private static final int I_ON = PARAMS.indexOf(ON);
    private static final int I_SIGNAL = PARAMS.indexOf(SIGNAL);
    private static final int I_FREQ = PARAMS.indexOf(FREQ);
    private static final int I_LEVEL = PARAMS.indexOf(LEVEL);
    private static final int I_INPUT = PARAMS.indexOf(INPUT);
    private static final int SIGNALS = 3;
    private static final double SWITCH_SECONDS = 0.020;
    private static final double SINE_RMS = Math.sqrt(0.5);

    private final Noise[] noise = {new Noise(48_000, 1), new Noise(48_000, 2)};
    /// How much of each signal is heard, at the start and the end of the present sub-block.
    private final double[] share = new double[SIGNALS];

    private final double[] shareNext = new double[SIGNALS];
    private double fadeStep = 1;
    private boolean fresh;
    private double phase;
    private double sine;
    private double cosine;
    private double turnSine;
    private double turnCosine;

    private ToneGenerator() {
        super(PARAMS);
    }

    @Override
    public int latency() {
        return 0;
    }

    @Override
    void allocate() {
        for (int c = 0; c < noise.length; c++) {
            noise[c] = new Noise(sampleRate(), 1 + c);
        }
        fadeStep = Timeline.SUB_BLOCK / (SWITCH_SECONDS * sampleRate());
    }

    @Override
    @RealTime
    void clear() {
        for (Noise source : noise) {
            source.clear();
        }
        Arrays.fill(share, 0);
        Arrays.fill(shareNext, 0);
        phase = 0;
        fresh = true;
    }

    @Override
    @RealTime
    void update() {}

    @RealTime
    private void beginSubBlock() {
        int wanted = (int) to(I_SIGNAL);
        for (int s = 0; s < SIGNALS; s++) {
            double goal = s == wanted ? 1 : 0;
            share[s] = fresh ? goal : shareNext[s];
            shareNext[s] = share[s] + Math.max(-fadeStep, Math.min(fadeStep, goal - share[s]));
        }
        fresh = false;
        double turns = Math.min(0.49, to(I_FREQ) / sampleRate());
        sine = Math.sin(2.0 * Math.PI * phase);
        cosine = Math.cos(2.0 * Math.PI * phase);
        turnSine = Math.sin(2.0 * Math.PI * turns);
        turnCosine = Math.cos(2.0 * Math.PI * turns);
        phase += turns * Timeline.SUB_BLOCK;
        phase -= Math.floor(phase);
    }

    @Override
    @RealTime
    void render(float[][] io, float @Nullable [][] key, int offset, int frames) {
        if (phase() == 0) {
            beginSubBlock();
        }
        if (from(I_ON) == 0 && to(I_ON) == 0) {
            return;
        }
        double on = from(I_ON);
        double onStep = (to(I_ON) - on) / Timeline.SUB_BLOCK;
        double level = Decibels.toGain(from(I_LEVEL));
        double levelStep = (Decibels.toGain(to(I_LEVEL)) - level) / Timeline.SUB_BLOCK;
        double kept = from(I_INPUT);
        double keptStep = (to(I_INPUT) - kept) / Timeline.SUB_BLOCK;
        for (int i = 0; i < frames; i++) {
            int n = phase() + i + 1;
            double heard = on + n * onStep;
            double gain = heard * (level + n * levelStep);
            double input = 1.0 - heard * (1.0 - (kept + n * keptStep));
            double tone = sine * mixed(0, n);
            for (int c = 0; c < channels(); c++) {
                io[c][offset + i] = (float) (input * io[c][offset + i] + gain * (tone + hiss(noise[c], n)));
            }
            double turned = sine * turnCosine + cosine * turnSine;
            cosine = cosine * turnCosine - sine * turnSine;
            sine = turned;
        }
    }

    @RealTime
    private double hiss(Noise source, int n) {
        double sum = 0;
        if (share[1] > 0 || shareNext[1] > 0) {
            sum += SINE_RMS * mixed(1, n) * source.white();
        }
        if (share[2] > 0 || shareNext[2] > 0) {
            sum += SINE_RMS * mixed(2, n) * source.pink();
        }
        return sum;
    }

    @RealTime
    private double mixed(int signal, int n) {
        return share[signal] + n * (shareNext[signal] - share[signal]) / Timeline.SUB_BLOCK;
    }
}
