package studio.headroom.effects;

import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Decibels;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.dynamics.TransientGain;
import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;

/// Makes attacks and sustain louder or softer without a threshold ([TransientGain]). Untouched it is bit-exact.
final class Transient extends ControlRateEffect {
    private static final Smoothing MOVE = new Smoothing.Linear(20);

    static final Param ATTACK = new Param("attack", "Attack", Unit.PERCENT, new Range.Linear(-100, 100), 0, MOVE, true);
    static final Param SUSTAIN =
            new Param("sustain", "Sustain", Unit.PERCENT, new Range.Linear(-100, 100), 0, MOVE, true);
    static final Param SPEED = new Param(
            "speed", "Attack length", Unit.MILLISECOND, new Range.Log(5, 100), 20, new Smoothing.Taper(20), true);
    static final Param OUTPUT =
            new Param("output", "Output", Unit.DECIBEL, new Range.Linear(-24, 24), 0, new Smoothing.Gain(20), true);

    static final ParamSet PARAMS = ParamSet.of(ATTACK, SUSTAIN, SPEED, OUTPUT);

    static final EffectType TYPE = new EffectType(
            "transient",
            "Transient shaper",
            "Gives drums and plucked notes more or less attack and sustain, at any level.",
            PARAMS,
            false,
            false,
            false,
            Transient::new);

    private static final int I_ATTACK = PARAMS.indexOf(ATTACK);
    private static final int I_SUSTAIN = PARAMS.indexOf(SUSTAIN);
    private static final int I_SPEED = PARAMS.indexOf(SPEED);
    private static final int I_OUTPUT = PARAMS.indexOf(OUTPUT);

    private final TransientGain shaper = new TransientGain();
    private double lowest = 1;

    private Transient() {
        super(PARAMS);
    }

    @Override
    public int latency() {
        return 0;
    }

    @Override
    public double gainReductionDb() {
        return lowest >= 1 ? 0 : 20.0 * Math.log10(lowest);
    }

    @Override
    void allocate() {
        // Nothing depends on the rate but what update() computes.
    }

    @Override
    @RealTime
    void clear() {
        shaper.clear();
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
        shaper.speed(0.001 * to(I_SPEED), sampleRate());
    }

    @Override
    @RealTime
    void render(float[][] io, float @Nullable [][] key, int offset, int frames) {
        boolean active = shaper.process(
                io,
                channels(),
                offset,
                frames,
                phase(),
                0.01 * from(I_ATTACK),
                0.01 * to(I_ATTACK),
                0.01 * from(I_SUSTAIN),
                0.01 * to(I_SUSTAIN));
        lowest = Math.min(lowest, shaper.takeLowest());
        double level = Decibels.toGain(from(I_OUTPUT));
        double step = (Decibels.toGain(to(I_OUTPUT)) - level) / Timeline.SUB_BLOCK;
        boolean scaled = level != 1 || step != 0;
        for (int c = 0; c < channels(); c++) {
            float[] row = io[c];
            if (active) {
                amplify(row, shaper.gain(), offset, frames);
            }
            if (scaled) {
                scale(row, offset, frames, (float) level, (float) step);
            }
        }
    }

    @RealTime
    private static void amplify(float[] row, float[] gain, int offset, int n) {
        for (int i = 0; i < n; i++) {
            row[offset + i] *= gain[i];
        }
    }

    @RealTime
    private void scale(float[] row, int offset, int n, float level, float step) {
        int done = phase() + 1;
        for (int i = 0; i < n; i++) {
            row[offset + i] *= level + (done + i) * step;
        }
    }
}
