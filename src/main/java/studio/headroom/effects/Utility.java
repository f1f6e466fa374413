package studio.headroom.effects;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Decibels;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.stereo.BassMono;
import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;

/// Gain and everything about channels that is no sound of its own: polarity, routing, width, mono bass, balance, DC
/// filter and a delay exact to the sample.
///
/// Signal flow: DC filter → polarity, channel mode, width → mono bass → balance, gain → delay. Untouched it is
/// bit-exact. The delay is meant to be heard, so it is no latency. Of a mono signal only the DC filter, the left
/// polarity, gain and delay are heard.
final class Utility extends ControlRateEffect {
    private static final Smoothing MOVE = new Smoothing.Linear(20);

    static final Param GAIN =
            new Param("gain", "Gain", Unit.DECIBEL, new Range.Linear(-36, 36), 0, new Smoothing.Gain(20), true);
    static final Param MUTE = new Param("mute", "Mute", Unit.NONE, new Range.Toggle(), 0, MOVE, true);
    static final Param POLARITY_LEFT =
            new Param("polarity.left", "Invert left", Unit.NONE, new Range.Toggle(), 0, MOVE, true);
    static final Param POLARITY_RIGHT =
            new Param("polarity.right", "Invert right", Unit.NONE, new Range.Toggle(), 0, MOVE, true);
    static final Param MODE = new Param(
            "channels",
            "Channels",
            Unit.NONE,
            Range.Choice.of("stereo", "mono", "left", "right", "swap", "side", "ms-encode", "ms-decode"),
            0,
            Smoothing.NONE,
            true);
    static final Param BALANCE = new Param("balance", "Balance", Unit.PAN, new Range.Linear(-100, 100), 0, MOVE, true);
    static final Param WIDTH = new Param("width", "Width", Unit.PERCENT, new Range.Linear(0, 200), 100, MOVE, true);
    static final Param MONO_BASS = new Param("bass.mono", "Mono bass", Unit.NONE, new Range.Toggle(), 0, MOVE, true);
    static final Param MONO_FREQ = new Param(
            "bass.freq", "Mono bass below", Unit.HERTZ, new Range.Log(20, 500), 120, new Smoothing.Taper(50), true);
    static final Param DC = new Param("dc", "DC filter", Unit.NONE, new Range.Toggle(), 0, MOVE, true);
    static final Param DELAY =
            new Param("delay", "Delay", Unit.MILLISECOND, new Range.Linear(0, 50), 0, Smoothing.NONE, true);
    static final Param DELAY_SAMPLES = new Param(
            "delay.samples", "Delay in samples", Unit.NONE, new Range.Linear(0, 1000), 0, Smoothing.NONE, true);

    static final ParamSet PARAMS = ParamSet.of(
            GAIN,
            MUTE,
            POLARITY_LEFT,
            POLARITY_RIGHT,
            MODE,
            BALANCE,
            WIDTH,
            MONO_BASS,
            MONO_FREQ,
            DC,
            DELAY,
            DELAY_SAMPLES);

    static final EffectType TYPE = new EffectType(
            "utility",
            "Utility",
            "Sets gain, polarity, channel routing, width, mono bass, balance and delay.",
            PARAMS,
            true,
            false,
            false,
            Utility::new);

    private static final int I_GAIN = PARAMS.indexOf(GAIN);
    private static final int I_MUTE = PARAMS.indexOf(MUTE);
    private static final int I_POLARITY_LEFT = PARAMS.indexOf(POLARITY_LEFT);
    private static final int I_POLARITY_RIGHT = PARAMS.indexOf(POLARITY_RIGHT);
    private static final int I_MODE = PARAMS.indexOf(MODE);
    private static final int I_BALANCE = PARAMS.indexOf(BALANCE);
    private static final int I_WIDTH = PARAMS.indexOf(WIDTH);
    private static final int I_MONO_BASS = PARAMS.indexOf(MONO_BASS);
    private static final int I_MONO_FREQ = PARAMS.indexOf(MONO_FREQ);
    private static final int I_DC = PARAMS.indexOf(DC);
    private static final int I_DELAY = PARAMS.indexOf(DELAY);
    private static final int I_DELAY_SAMPLES = PARAMS.indexOf(DELAY_SAMPLES);

    /// What the left and right output take of left and right: left-left, left-right, right-left, right-right.
    private static final double[][] MODES = {
        {1, 0, 0, 1},
        {0.5, 0.5, 0.5, 0.5},
        {1, 0, 1, 0},
        {0, 1, 0, 1},
        {0, 1, 1, 0},
        {0.5, -0.5, 0.5, -0.5},
        {0.5, 0.5, 0.5, -0.5},
        {1, 1, 1, -1}
    };
    private static final double[] IDENTITY = {1, 0, 0, 1, 1, 1};
    private static final double DC_HERTZ = 5;

    private final double[] mode = new double[4];
    private final double[] modeStep = new double[4];
    private int modeSteps;
    private int modeTarget;

    /// Channel matrix, then output gains, at the start and the end of the present sub-block.
    private final double[] gains = new double[6];

    private final double[] nextGains = new double[6];

    private final double[][] work = new double[2][Timeline.SUB_BLOCK];
    private final double[] dcState = new double[2];
    private double dcPole;
    private BassMono bass = new BassMono(48_000);
    private SwitchedDelay delay = new SwitchedDelay(1, 1, 1);

    private Utility() {
        super(PARAMS);
    }

    @Override
    public int latency() {
        return 0;
    }

    @Override
    public long tail() {
        double seconds =
                (isOn(I_DC) ? 10.4 / (2 * Math.PI * DC_HERTZ) : 0) + (isOn(I_MONO_BASS) ? 4 / to(I_MONO_FREQ) : 0);
        return delayFrames() + (long) Math.ceil(seconds * sampleRate());
    }

    @Override
    void allocate() {
        bass = new BassMono(sampleRate());
        delay = new SwitchedDelay(channels(), (int) Math.ceil(0.05 * sampleRate()) + 1000, sampleRate() / 50);
        dcPole = 1.0 - Math.exp(-2.0 * Math.PI * DC_HERTZ / sampleRate());
    }

    @Override
    @RealTime
    void clear() {
        modeTarget = (int) to(I_MODE);
        modeSteps = 0;
        System.arraycopy(MODES[modeTarget], 0, mode, 0, 4);
        bass.clear();
        delay.clear(delayFrames());
        Arrays.fill(dcState, 0);
        computeGains();
        System.arraycopy(nextGains, 0, gains, 0, gains.length);
    }

    @Override
    @RealTime
    void update() {
        int wanted = (int) to(I_MODE);
        if (wanted != modeTarget) {
            modeTarget = wanted;
            modeSteps = Math.max(1, sampleRate() / 50 / Timeline.SUB_BLOCK);
            for (int k = 0; k < 4; k++) {
                modeStep[k] = (MODES[wanted][k] - mode[k]) / modeSteps;
            }
        }
        bass.setFrequency(to(I_MONO_FREQ));
    }

    @RealTime
    private void computeGains() {
        double width = to(I_WIDTH) * 0.01;
        double same = 0.5 + 0.5 * width;
        double other = 0.5 - 0.5 * width;
        double left = 1.0 - 2.0 * to(I_POLARITY_LEFT);
        double right = 1.0 - 2.0 * to(I_POLARITY_RIGHT);
        nextGains[0] = (same * mode[0] + other * mode[2]) * left;
        nextGains[1] = (same * mode[1] + other * mode[3]) * right;
        nextGains[2] = (other * mode[0] + same * mode[2]) * left;
        nextGains[3] = (other * mode[1] + same * mode[3]) * right;
        double gain = Decibels.toGain(to(I_GAIN)) * (1.0 - to(I_MUTE));
        double balance = to(I_BALANCE) * 0.01;
        nextGains[4] = balance > 0 ? gain * Math.cos(0.5 * Math.PI * balance) : gain;
        nextGains[5] = balance < 0 ? gain * Math.cos(0.5 * Math.PI * balance) : gain;
        if (channels() == 1) {
            nextGains[0] = left;
            nextGains[4] = gain;
        }
    }

    /// Moves on by one sub-block what goes its own way: the channel mode, and the start of the gains' straight
    /// lines.
    @RealTime
    private void beginSubBlock() {
        System.arraycopy(nextGains, 0, gains, 0, gains.length);
        if (modeSteps > 0) {
            modeSteps--;
            for (int k = 0; k < 4; k++) {
                mode[k] = modeSteps == 0 ? MODES[modeTarget][k] : mode[k] + modeStep[k];
            }
        }
        computeGains();
        delay.aim(delayFrames());
        bass.tidy();
        for (int c = 0; c < 2; c++) {
            if (!(Math.abs(dcState[c]) > 1e-15 && Math.abs(dcState[c]) < 1e40)) {
                dcState[c] = 0;
            }
        }
    }

    @RealTime
    private int delayFrames() {
        return (int) (Math.rint(to(I_DELAY) * 0.001 * sampleRate()) + Math.rint(to(I_DELAY_SAMPLES)));
    }

    @Override
    @RealTime
    void render(float[][] io, float @Nullable [][] key, int offset, int frames) {
        if (phase() == 0) {
            beginSubBlock();
        }
        boolean dc = from(I_DC) + to(I_DC) > 0;
        boolean mono = channels() == 2 && from(I_MONO_BASS) + to(I_MONO_BASS) > 0;
        boolean changed = !Arrays.equals(gains, IDENTITY) || !Arrays.equals(nextGains, IDENTITY);
        if (dc || mono || changed) {
            for (int c = 0; c < channels(); c++) {
                load(io[c], offset, work[c], frames);
                if (dc) {
                    blockDc(c, frames);
                }
            }
            if (channels() == 1) {
                store(work[0], 0, 4, io[0], offset, frames);
            } else {
                mix(frames);
                if (mono) {
                    double step = (to(I_MONO_BASS) - from(I_MONO_BASS)) / Timeline.SUB_BLOCK;
                    bass.process(work[0], work[1], frames, from(I_MONO_BASS), step, phase() + 1);
                }
                store(work[0], -1, 4, io[0], offset, frames);
                store(work[1], -1, 5, io[1], offset, frames);
            }
        }
        if (!mono && phase() == 0) {
            bass.clear();
        }
        if (!dc && phase() == 0) {
            Arrays.fill(dcState, 0);
        }
        delay.process(io, offset, frames);
    }

    @RealTime
    private static void load(float[] from, int offset, double[] to, int frames) {
        for (int i = 0; i < frames; i++) {
            to[i] = from[offset + i];
        }
    }

    @RealTime
    private void blockDc(int c, int frames) {
        double[] x = work[c];
        double amount = from(I_DC);
        double step = (to(I_DC) - amount) / Timeline.SUB_BLOCK;
        int first = phase() + 1;
        double state = dcState[c];
        for (int i = 0; i < frames; i++) {
            state += dcPole * (x[i] - state);
            x[i] -= (amount + step * (first + i)) * state;
        }
        dcState[c] = state;
    }

    @RealTime
    private void mix(int frames) {
        double[] left = work[0];
        double[] right = work[1];
        int phase = phase();
        double ll = gains[0];
        double lr = gains[1];
        double rl = gains[2];
        double rr = gains[3];
        double stepLl = (nextGains[0] - ll) / Timeline.SUB_BLOCK;
        double stepLr = (nextGains[1] - lr) / Timeline.SUB_BLOCK;
        double stepRl = (nextGains[2] - rl) / Timeline.SUB_BLOCK;
        double stepRr = (nextGains[3] - rr) / Timeline.SUB_BLOCK;
        for (int i = 0; i < frames; i++) {
            int n = phase + i + 1;
            double l = left[i];
            double r = right[i];
            left[i] = (ll + n * stepLl) * l + (lr + n * stepLr) * r;
            right[i] = (rl + n * stepRl) * l + (rr + n * stepRr) * r;
        }
    }

    /// Writes a row through one or two moving gains.
    ///
    /// @param first index of the gain before the other, or -1 for none
    @RealTime
    private void store(double[] from, int first, int second, float[] to, int offset, int frames) {
        double a = first < 0 ? 1 : gains[first];
        double stepA = first < 0 ? 0 : (nextGains[first] - a) / Timeline.SUB_BLOCK;
        double b = gains[second];
        double stepB = (nextGains[second] - b) / Timeline.SUB_BLOCK;
        int phase = phase();
        for (int i = 0; i < frames; i++) {
            int n = phase + i + 1;
            to[offset + i] = (float) (from[i] * (a + n * stepA) * (b + n * stepB));
        }
    }
}
