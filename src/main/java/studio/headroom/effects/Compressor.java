package studio.headroom.effects;

import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.FastMath;
import studio.headroom.dsp.dynamics.CompressionCurve;
import studio.headroom.dsp.dynamics.GainReducer;
import studio.headroom.dsp.dynamics.Lookahead;

/// A feed-forward compressor that works in decibels.
///
/// Signal flow: input or key → cuts ([KeyInput]) → [GainReducer] (level, curve, link, ballistics) → make-up and mix
/// → gain on the input, which is late by the look-ahead. Dry and wet come from the same delay, so that mix is a
/// matter of gain only. While nothing is above the knee and no make-up gain is set, samples pass as they are. The
/// key is heard as the detector gets it, look-ahead not counted. It can be on a part of a stereo sound
/// alone ([StereoPart]).
final class Compressor extends ControlRateEffect {
    static final EffectType TYPE = new EffectType(
            "compressor",
            "Compressor",
            "Evens out loud and quiet by turning down what is above a threshold.",
            CompressorParams.ALL,
            false,
            true,
            false,
            Compressor::new);

    private static final int THRESHOLD = index("threshold");
    private static final int RATIO = index("ratio");
    private static final int KNEE = index("knee");
    private static final int ATTACK = index("attack");
    private static final int RELEASE = index("release");
    private static final int AUTO_RELEASE = index("release.auto");
    private static final int HOLD = index("hold");
    private static final int RANGE = index("range");
    private static final int MAKEUP = index("makeup");
    private static final int AUTO_MAKEUP = index("makeup.auto");
    private static final int MIX = index("mix");
    private static final int DETECTOR = index("detector");
    private static final int WINDOW = index("detector.window");
    private static final int LINK = index("link");
    private static final int LOOKAHEAD = index("lookahead");
    private static final int KEY_SLOPE = index("key.slope");
    private static final int KEY_FREQ = index("key.freq");
    private static final int KEY_LISTEN = index("key.listen");
    private static final int KEY_HIGH_SLOPE = index("key.high.slope");
    private static final int KEY_HIGH_FREQ = index("key.high.freq");
    private static final int CHANNELS = index("channels");

    private static final float PER_FRAME = 1f / Timeline.SUB_BLOCK;
    private static final float LOG2_PER_DB = (float) FastMath.LOG2_PER_DB;

    private final float[] gain = new float[Timeline.SUB_BLOCK];

    private GainReducer reducer = new GainReducer(1);
    private KeyInput input = new KeyInput(1, 48_000);
    private Lookahead lookahead = new Lookahead(1, 0);
    private StereoPart side = new StereoPart(0, 1);
    private final float[][] one = new float[1][];
    private boolean started;
    private float makeup0;
    private float makeup1;
    private double deepestDb;

    Compressor() {
        super(CompressorParams.ALL);
    }

    private static int index(String id) {
        int index = CompressorParams.ALL.indexOf(id);
        if (index < 0) {
            throw new IllegalStateException("no parameter " + id);
        }
        return index;
    }

    @Override
    public int latency() {
        return lookahead.frames();
    }

    @Override
    public double gainReductionDb() {
        return deepestDb == 0 ? 0 : -deepestDb;
    }

    @Override
    void allocate() {
        side = new StereoPart(to(CHANNELS), channels());
        reducer = new GainReducer(side.worked(channels()));
        input = new KeyInput(side.worked(channels()), sampleRate());
        lookahead = new Lookahead(channels(), (int) Math.rint(to(LOOKAHEAD) * 0.001 * sampleRate()));
    }

    @Override
    @RealTime
    void clear() {
        reducer.clear();
        input.clear();
        lookahead.clear();
        started = false;
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
        reducer.curve(from(THRESHOLD), to(THRESHOLD), from(RATIO), to(RATIO), from(KNEE), to(KNEE), to(RANGE));
        reducer.times(0.001 * to(ATTACK), 0.001 * to(HOLD), 0.001 * to(RELEASE), to(AUTO_RELEASE), sampleRate());
        reducer.detector(to(DETECTOR), 0.001 * to(WINDOW), sampleRate());
        reducer.link(0.01 * to(LINK));
        float next = (float) (FastMath.LOG2_PER_DB * makeupDb());
        makeup0 = started ? makeup1 : next;
        makeup1 = next;
        input.tune(to(KEY_SLOPE), to(KEY_FREQ), to(KEY_HIGH_SLOPE), to(KEY_HIGH_FREQ));
        started = true;
    }

    @RealTime
    private double makeupDb() {
        double automatic = CompressionCurve.reductionDb(
                CompressorParams.AUTO_MAKEUP_LEVEL, to(THRESHOLD), to(RATIO), to(KNEE), to(RANGE));
        return to(MAKEUP) + to(AUTO_MAKEUP) * automatic;
    }

    @Override
    @RealTime
    void render(float[][] io, float @Nullable [][] key, int offset, int frames) {
        if (side.isAbsent()) {
            lookahead.process(io, offset, frames);
            return;
        }
        boolean listening = from(KEY_LISTEN) > 0 || to(KEY_LISTEN) > 0;
        if (side.isPart() && key == null) {
            input.hear(side.take(io, offset, frames), null, 0, frames, phase(), listening);
        } else {
            input.hear(io, key, offset, frames, phase(), listening);
        }
        boolean reduced = reducer.process(input.rows(), input.start(), frames, phase());
        deepestDb = Math.max(deepestDb, reducer.takeDeepestDb());
        lookahead.process(io, offset, frames);
        if (reduced || makeup0 != 0 || makeup1 != 0) {
            changeGain(io, offset, frames, reduced);
        }
        if (listening) {
            play(io, offset, frames);
        }
    }

    @RealTime
    private void changeGain(float[][] io, int offset, int frames, boolean reduced) {
        if (side.isPart()) {
            computeGain(reduced ? reducer.reduction(0) : null, frames);
            side.amplify(io, offset, frames, gain);
            return;
        }
        for (int c = 0; c < channels(); c++) {
            if (c == 0 || reducer.reduction(0) != reducer.reduction(1)) {
                computeGain(reduced ? reducer.reduction(c) : null, frames);
            }
            amplify(io[c], offset, frames);
        }
    }

    /// What is heard of a part is heard on both sides.
    @RealTime
    private void play(float[][] io, int offset, int frames) {
        if (!side.isPart()) {
            input.play(io, offset, frames, phase(), from(KEY_LISTEN), to(KEY_LISTEN));
            return;
        }
        for (int c = 0; c < channels(); c++) {
            one[0] = io[c];
            input.play(one, offset, frames, phase(), from(KEY_LISTEN), to(KEY_LISTEN));
        }
    }

    @RealTime
    private void computeGain(float @Nullable [] reduction, int n) {
        int done = phase() + 1;
        float first = makeup0;
        float step = PER_FRAME * (makeup1 - makeup0);
        if (reduction == null) {
            for (int i = 0; i < n; i++) {
                gain[i] = first + (done + i) * step;
            }
        } else if (step == 0) {
            for (int i = 0; i < n; i++) {
                gain[i] = first - LOG2_PER_DB * reduction[i];
            }
        } else {
            for (int i = 0; i < n; i++) {
                gain[i] = first + (done + i) * step - LOG2_PER_DB * reduction[i];
            }
        }
        FastMath.exp2(gain, gain, n);
        float mix0 = (float) (0.01 * from(MIX));
        float mixStep = PER_FRAME * ((float) (0.01 * to(MIX)) - mix0);
        if (mix0 == 1f && mixStep == 0f) {
            return;
        }
        for (int i = 0; i < n; i++) {
            gain[i] = 1f + (mix0 + (done + i) * mixStep) * (gain[i] - 1f);
        }
    }

    @RealTime
    private void amplify(float[] io, int offset, int n) {
        for (int i = 0; i < n; i++) {
            io[offset + i] *= gain[i];
        }
    }
}
