package studio.headroom.effects;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.modulation.Lfo;
import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;

/// A level that goes up and down with an [Lfo]; with the sides apart, from side to side.
///
/// Full swings take 2 ms at least, so that square and ramp do not click. At depth 0 the input comes out to the bit.
/// A mono input comes out in stereo.
final class Tremolo extends ControlRateEffect {
    static final Param RATE = Modulation.rate(4, 20);
    static final Param DEPTH = Modulation.percent("depth", "Depth", 0, 50);
    static final Param SHAPE = new Param(
            "shape",
            "Shape",
            Unit.NONE,
            Range.Choice.of("sine", "triangle", "square", "rising", "falling"),
            0,
            Smoothing.NONE,
            true);
    static final Param SPREAD = Modulation.percent("spread", "Stereo spread", 0, 0);

    static final ParamSet PARAMS = params();

    static final EffectType TYPE = new EffectType(
            "tremolo",
            "Tremolo and auto-pan",
            "Makes a sound pulse in level, or wander from side to side.",
            PARAMS,
            true,
            false,
            true,
            Tremolo::new);

    private static final int I_RATE = PARAMS.indexOf(RATE);
    private static final int I_DEPTH = PARAMS.indexOf(DEPTH);
    private static final int I_SHAPE = PARAMS.indexOf(SHAPE);
    private static final int I_SPREAD = PARAMS.indexOf(SPREAD);
    private static final int I_SYNC = PARAMS.indexOf("sync");
    private static final Lfo.Shape[] SHAPES = Lfo.Shape.values();
    private static final double SWING_SECONDS = 0.002;

    private final Lfo lfo = new Lfo();
    /// Of each side, at the start and the end of the present sub-block.
    private final double[] gain = new double[2];

    private final double[] gainNext = new double[2];
    private double steepest;
    private boolean fresh;

    private Tremolo() {
        super(PARAMS);
    }

    private static ParamSet params() {
        List<Param> params = new ArrayList<>(List.of(RATE, DEPTH, SHAPE, SPREAD));
        params.addAll(Modulation.tempo(10));
        return new ParamSet(params);
    }

    @Override
    public int latency() {
        return 0;
    }

    @Override
    void allocate() {
        steepest = Timeline.SUB_BLOCK / (SWING_SECONDS * sampleRate());
    }

    @Override
    @RealTime
    void clear() {
        lfo.clear();
        fresh = true;
    }

    @Override
    @RealTime
    void update() {}

    @RealTime
    private void beginSubBlock() {
        double hertz = isOn(I_SYNC)
                ? Modulation.noteHertz((int) to(I_SYNC + Modulation.NOTE), to(I_SYNC + Modulation.TEMPO))
                : to(I_RATE);
        Lfo.Shape shape = SHAPES[(int) to(I_SHAPE)];
        lfo.advance(hertz, sampleRate());
        for (int side = 0; side < 2; side++) {
            double wave = lfo.value(shape, 0.25 + side * 0.005 * to(I_SPREAD));
            double goal = 1.0 - 0.01 * to(I_DEPTH) * (0.5 - 0.5 * wave);
            gain[side] = fresh ? goal : gainNext[side];
            double change = Math.max(-steepest, Math.min(steepest, goal - gain[side]));
            gainNext[side] = Math.abs(goal - gain[side]) <= steepest ? goal : gain[side] + change;
        }
        fresh = false;
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
        for (int side = 0; side < 2; side++) {
            double first = gain[side];
            double step = (gainNext[side] - first) / Timeline.SUB_BLOCK;
            if (first != 1 || step != 0) {
                scale(io[side], offset, frames, (float) first, (float) step);
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
}
