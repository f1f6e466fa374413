package studio.headroom.effects;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.modulation.Lfo;
import studio.headroom.dsp.modulation.PhaserChain;
import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;

/// Notches that sweep up and down: the input mixed with itself through a [PhaserChain] whose corner follows an [Lfo].
///
/// Another number of stages comes in after the wet sound has faded out, over some 20 ms in all. At mix 0 the input
/// comes out to the bit. A mono input comes out in stereo.
final class Phaser extends ControlRateEffect {
    static final Param STAGES = new Param(
            "stages", "Stages", Unit.NONE, Range.Choice.of("2", "4", "6", "8", "10", "12"), 1, Smoothing.NONE, true);
    static final Param RATE = Modulation.rate(0.3, 10);
    static final Param DEPTH = Modulation.percent("depth", "Depth", 0, 60);
    static final Param CENTER =
            new Param("center", "Center", Unit.HERTZ, new Range.Log(60, 10_000), 700, Modulation.GLIDE, true);
    static final Param FEEDBACK =
            new Param("feedback", "Feedback", Unit.PERCENT, new Range.Linear(-95, 95), 30, Modulation.GAIN, true);
    static final Param SPREAD = Modulation.percent("spread", "Stereo spread", 0, 0);
    static final Param MIX = Modulation.percent("mix", "Mix", 0, 50);

    static final ParamSet PARAMS = params();

    static final EffectType TYPE = new EffectType(
            "phaser",
            "Phaser",
            "Sweeps notches through a sound, from a slow swirl to a fast warble.",
            PARAMS,
            true,
            false,
            true,
            Phaser::new);

    private static final int I_STAGES = PARAMS.indexOf(STAGES);
    private static final int I_RATE = PARAMS.indexOf(RATE);
    private static final int I_DEPTH = PARAMS.indexOf(DEPTH);
    private static final int I_CENTER = PARAMS.indexOf(CENTER);
    private static final int I_FEEDBACK = PARAMS.indexOf(FEEDBACK);
    private static final int I_SPREAD = PARAMS.indexOf(SPREAD);
    private static final int I_MIX = PARAMS.indexOf(MIX);
    private static final int I_SYNC = PARAMS.indexOf("sync");

    /// How far full depth sweeps up and down.
    private static final double OCTAVES = 3;

    private static final double LOWEST = 20;
    private static final int FADE = 10;
    private static final double TAIL_DB = 90;

    private final Lfo lfo = new Lfo();
    private final PhaserChain chain = new PhaserChain();
    private final float[][] wet = new float[2][Timeline.SUB_BLOCK];
    private int stages;
    /// Of the wet sound, in parts of [#FADE], at the start and the end of the present sub-block.
    private int present;

    private int presentNext;

    private Phaser() {
        super(PARAMS);
    }

    private static ParamSet params() {
        List<Param> params = new ArrayList<>(List.of(STAGES, RATE, DEPTH, CENTER, FEEDBACK, SPREAD, MIX));
        params.addAll(Modulation.tempo(22));
        return new ParamSet(params);
    }

    @Override
    public int latency() {
        return 0;
    }

    /// The slowest corner rings once for each stage and for each time that the feedback goes around.
    @Override
    public long tail() {
        double lowest = Math.max(LOWEST, to(I_CENTER) * Math.exp(-0.01 * to(I_DEPTH) * OCTAVES * Math.log(2)));
        int count = 2 * ((int) to(I_STAGES) + 1);
        double share = 0.01 * Math.abs(to(I_FEEDBACK));
        double rounds = share > 0 ? 1 + TAIL_DB / (-20 * Math.log10(share)) : 1;
        double delay = 2.0 * count / (2 * Math.PI * lowest);
        return (long) Math.ceil((delay * rounds + 10.4 * 2 / (2 * Math.PI * lowest)) * sampleRate());
    }

    @Override
    void allocate() {
        // The chain is the same at any rate.
    }

    @Override
    @RealTime
    void clear() {
        lfo.clear();
        chain.clear();
        stages = (int) to(I_STAGES);
        present = presentNext = FADE;
    }

    @Override
    @RealTime
    void update() {}

    @RealTime
    private void beginSubBlock() {
        int wanted = (int) to(I_STAGES);
        present = presentNext;
        if (stages != wanted && present == 0) {
            stages = wanted;
            chain.clear();
        }
        presentNext = stages == wanted ? Math.min(FADE, present + 1) : present - 1;
        double hertz = isOn(I_SYNC)
                ? Modulation.noteHertz((int) to(I_SYNC + Modulation.NOTE), to(I_SYNC + Modulation.TEMPO))
                : to(I_RATE);
        lfo.advance(hertz, sampleRate());
        chain.aim(corner(0), corner(0.005 * to(I_SPREAD)), 0.01 * to(I_FEEDBACK), sampleRate());
    }

    @RealTime
    private double corner(double turns) {
        double octaves = 0.01 * to(I_DEPTH) * OCTAVES * lfo.sine(turns);
        return Math.max(LOWEST, to(I_CENTER) * Math.exp(octaves * Math.log(2)));
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
        chain.process(io[0], io[1], offset, wet[0], wet[1], 2 * (stages + 1), frames, phase());
        double first = 0.01 * from(I_MIX) * present / FADE;
        double step = (0.01 * to(I_MIX) * presentNext / FADE - first) / Timeline.SUB_BLOCK;
        if (first != 0 || step != 0) {
            mix(io[0], offset, wet[0], frames, first, step);
            mix(io[1], offset, wet[1], frames, first, step);
        }
    }

    @RealTime
    private void mix(float[] row, int offset, float[] wet, int n, double first, double step) {
        int done = phase() + 1;
        for (int i = 0; i < n; i++) {
            double x = row[offset + i];
            row[offset + i] = (float) (x + (first + (done + i) * step) * (wet[i] - x));
        }
    }
}
