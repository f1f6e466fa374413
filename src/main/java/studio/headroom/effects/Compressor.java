package studio.headroom.effects;

import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.FastMath;
import studio.headroom.dsp.dynamics.CompressionCurve;
import studio.headroom.dsp.dynamics.GainReducer;
import studio.headroom.dsp.dynamics.Lookahead;
import studio.headroom.dsp.filter.Cascade;
import studio.headroom.dsp.filter.FilterBand;
import studio.headroom.dsp.filter.FilterShape;
import studio.headroom.dsp.filter.Placement;

/// A feed-forward compressor that works in decibels.
///
/// Signal flow: input or key → low cut → [GainReducer] (level, curve, link, ballistics) → make-up and mix → gain on the
/// input, which is late by the look-ahead. Dry and wet come from the same delay, so that mix is a matter of gain only.
/// While nothing is above the knee and no make-up gain is set, samples pass as they are. The key is heard as the
/// detector gets it, look-ahead not counted.
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

    private static final double SWITCH_SECONDS = 0.020;
    private static final float PER_FRAME = 1f / Timeline.SUB_BLOCK;
    private static final float LOG2_PER_DB = (float) FastMath.LOG2_PER_DB;

    private final FilterBand lowCut = new FilterBand();
    private final float[][] heard = new float[2][Timeline.SUB_BLOCK];
    private final float[][] doubled = new float[2][];
    private final float[] gain = new float[Timeline.SUB_BLOCK];

    private GainReducer reducer = new GainReducer(1);
    private Cascade keyFilter = new Cascade(2, 1);
    private Lookahead lookahead = new Lookahead(1, 0);
    private boolean started;
    private double knownSlope;
    private double knownFreq;
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
        reducer = new GainReducer(channels());
        keyFilter = new Cascade(2, channels());
        lookahead = new Lookahead(channels(), (int) Math.rint(to(LOOKAHEAD) * 0.001 * sampleRate()));
    }

    @Override
    @RealTime
    void clear() {
        reducer.clear();
        keyFilter.clear();
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
        if (!started || knownSlope != to(KEY_SLOPE) || knownFreq != to(KEY_FREQ)) {
            tuneKey();
        }
        started = true;
    }

    @RealTime
    private double makeupDb() {
        double automatic = CompressionCurve.reductionDb(
                CompressorParams.AUTO_MAKEUP_LEVEL, to(THRESHOLD), to(RATIO), to(KNEE), to(RANGE));
        return to(MAKEUP) + to(AUTO_MAKEUP) * automatic;
    }

    @RealTime
    private void tuneKey() {
        int slow = (int) Math.ceil(SWITCH_SECONDS * sampleRate() / Timeline.SUB_BLOCK);
        int subBlocks = !started ? 0 : knownSlope != to(KEY_SLOPE) ? slow : 1;
        int order = 2 * (int) to(KEY_SLOPE);
        if (order > 0) {
            lowCut.design(FilterShape.LOW_CUT, to(KEY_FREQ), 0, Math.sqrt(0.5), order, sampleRate());
        }
        for (int i = 0; i < 2; i++) {
            if (2 * i < order) {
                keyFilter.aim(i, lowCut.section(i), Placement.STEREO, subBlocks);
            } else {
                keyFilter.aimFlat(i, subBlocks);
            }
        }
        knownSlope = to(KEY_SLOPE);
        knownFreq = to(KEY_FREQ);
    }

    @Override
    @RealTime
    void render(float[][] io, float @Nullable [][] key, int offset, int frames) {
        float[][] source = key == null ? io : keyRows(key, offset, frames);
        boolean mixed = source == heard;
        boolean listening = from(KEY_LISTEN) > 0 || to(KEY_LISTEN) > 0;
        if (!mixed && (listening || !keyFilter.isFlat())) {
            for (int c = 0; c < channels(); c++) {
                System.arraycopy(source[c], offset, heard[c], 0, frames);
            }
            mixed = true;
        }
        if (!keyFilter.isFlat()) {
            keyFilter.process(heard, 0, frames, phase());
        }
        boolean reduced =
                mixed ? reducer.process(heard, 0, frames, phase()) : reducer.process(source, offset, frames, phase());
        deepestDb = Math.max(deepestDb, reducer.takeDeepestDb());
        lookahead.process(io, offset, frames);
        if (reduced || makeup0 != 0 || makeup1 != 0) {
            for (int c = 0; c < channels(); c++) {
                if (c == 0 || reducer.reduction(0) != reducer.reduction(1)) {
                    computeGain(reduced ? reducer.reduction(c) : null, frames);
                }
                amplify(io[c], offset, frames);
            }
        }
        if (listening) {
            listen(io, offset, frames);
        }
    }

    /// The key as it fits the channels: one row counts for both, two rows for a mono signal are mixed into [#heard].
    @RealTime
    private float[][] keyRows(float[][] key, int offset, int frames) {
        if (key.length >= 2 && channels() == 1) {
            for (int i = 0; i < frames; i++) {
                heard[0][i] = 0.5f * (key[0][offset + i] + key[1][offset + i]);
            }
            return heard;
        }
        doubled[0] = key[0];
        doubled[1] = key[key.length - 1];
        return doubled;
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

    @RealTime
    private void listen(float[][] io, int offset, int n) {
        double first = from(KEY_LISTEN);
        double step = (to(KEY_LISTEN) - first) / Timeline.SUB_BLOCK;
        for (int c = 0; c < channels(); c++) {
            if (first == 1.0 && step == 0) {
                System.arraycopy(heard[c], 0, io[c], offset, n);
                continue;
            }
            for (int i = 0; i < n; i++) {
                double x = io[c][offset + i];
                io[c][offset + i] = (float) (x + (first + (phase() + i + 1) * step) * (heard[c][i] - x));
            }
        }
    }
}
