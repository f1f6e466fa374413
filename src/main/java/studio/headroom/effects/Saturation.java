package studio.headroom.effects;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Decibels;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.oversampling.Oversampler;
import studio.headroom.dsp.saturation.Curve;
import studio.headroom.dsp.saturation.SaturationPath;
import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;

/// Bends a signal softly or hard, without aliases.
///
/// Signal flow: a copy of the input takes a [SaturationPath]; the input waits as long and joins it by `mix`. The
/// first 3 dB of drive fade the path in, so that no drive is no change. At mix 0 or drive 0 the output is the input
/// to the bit. It can be on a part of a stereo sound alone ([StereoPart]).
///
/// Oversampling is counted at 44.1 and 48 kHz; at twice the rate half of it reaches as high. Sharp curves take
/// twice as much as is set. Another curve starts on a path of its own, and fades in when that is full.
final class Saturation extends ControlRateEffect {
    private static final Smoothing MOVE = new Smoothing.Linear(20);
    private static final double DRIVE_FADE_DB = 3;

    static final Param CURVE = new Param(
            "curve",
            "Curve",
            Unit.NONE,
            Range.Choice.of("tape", "tube", "transformer", "transistor", "soft", "hard", "tape-hysteresis"),
            0,
            Smoothing.NONE,
            true);
    static final Param DRIVE = new Param("drive", "Drive", Unit.DECIBEL, new Range.Linear(0, 36), 6, MOVE, true);
    static final Param BIAS = new Param("bias", "Asymmetry", Unit.PERCENT, new Range.Linear(-100, 100), 0, MOVE, true);
    static final Param EMPHASIS =
            new Param("emphasis", "Emphasis", Unit.DECIBEL, new Range.Linear(-6, 6), 0, MOVE, true);
    static final Param MIX = new Param("mix", "Mix", Unit.PERCENT, new Range.Linear(0, 100), 100, MOVE, true);
    static final Param OUTPUT =
            new Param("output", "Output", Unit.DECIBEL, new Range.Linear(-24, 24), 0, new Smoothing.Gain(20), true);
    static final Param AUTO = new Param("auto", "Keep level", Unit.NONE, new Range.Toggle(), 1, MOVE, true);
    static final Param QUALITY = new Param(
            "quality", "Oversampling", Unit.NONE, Range.Choice.of("4x", "8x", "16x"), 0, Smoothing.NONE, false);

    static final Param CHANNELS = StereoPart.PARAM;

    static final ParamSet PARAMS = ParamSet.of(CURVE, DRIVE, BIAS, EMPHASIS, MIX, OUTPUT, AUTO, QUALITY, CHANNELS);

    static final EffectType TYPE = new EffectType(
            "saturation",
            "Saturation",
            "Adds the warmth and density of tape, tubes, transformers and clippers.",
            PARAMS,
            false,
            false,
            false,
            Saturation::new);

    private static final int I_CURVE = PARAMS.indexOf(CURVE);
    private static final int I_DRIVE = PARAMS.indexOf(DRIVE);
    private static final int I_BIAS = PARAMS.indexOf(BIAS);
    private static final int I_EMPHASIS = PARAMS.indexOf(EMPHASIS);
    private static final int I_MIX = PARAMS.indexOf(MIX);
    private static final int I_OUTPUT = PARAMS.indexOf(OUTPUT);
    private static final int I_AUTO = PARAMS.indexOf(AUTO);
    private static final int I_QUALITY = PARAMS.indexOf(QUALITY);
    private static final int I_CHANNELS = PARAMS.indexOf(CHANNELS);
    private static final Curve[] CURVES = Curve.values();

    /// Two for gentle curves, then two for sharp ones: the one that sounds and the one that comes next.
    private final SaturationPath[] paths = new SaturationPath[4];

    private int path;
    private int nextPath;
    /// Sub-blocks since the next path was started: it fills first, then it fades in.
    private int age;

    private int fillAge;
    private int fadeAge;
    private int latency;
    private StereoPart side = new StereoPart(0, 1);
    /// How many channels go through the paths.
    private int worked = 1;

    private final float[] change = new float[Timeline.SUB_BLOCK];
    private float[][] dry = {{}};
    /// What comes from the paths, interleaved.
    private float[] wet = {};

    private float[] wetNext = {};

    private Saturation() {
        super(PARAMS);
    }

    @Override
    public int latency() {
        return latency;
    }

    @Override
    public long tail() {
        // The DC filter's 5 Hz.
        return (long) (0.35 * sampleRate()) + latency;
    }

    @Override
    void allocate() {
        int rate = sampleRate();
        int quality = 4 << (int) to(I_QUALITY);
        int gentle = Math.max(2, rate >= 176_400 ? quality / 4 : rate >= 88_200 ? quality / 2 : quality);
        int sharp = Math.min(16, 2 * gentle);
        side = new StereoPart(to(I_CHANNELS), channels());
        worked = side.worked(channels());
        latency = new Oversampler(rate, sharp, worked).latency();
        for (int p = 0; p < paths.length; p++) {
            paths[p] = new SaturationPath(rate, worked, p < 2 ? gentle : sharp, latency);
        }
        wet = new float[worked * Timeline.SUB_BLOCK];
        wetNext = new float[worked * Timeline.SUB_BLOCK];
        dry = new float[channels()][latency + Timeline.SUB_BLOCK];
        fillAge = (2 * latency + rate / 100) / Timeline.SUB_BLOCK + 1;
        fadeAge = fillAge + Math.max(1, rate / 50 / Timeline.SUB_BLOCK);
    }

    @Override
    @RealTime
    void clear() {
        Curve curve = CURVES[(int) to(I_CURVE)];
        path = nextPath = curve.isSharp() ? 2 : 0;
        paths[path].restart(curve);
        for (float[] row : dry) {
            Arrays.fill(row, 0f);
        }
    }

    @Override
    @RealTime
    void update() {}

    @RealTime
    private void beginSubBlock() {
        Curve wanted = CURVES[(int) to(I_CURVE)];
        if (path != nextPath && ++age >= fadeAge) {
            path = nextPath;
        }
        if (path == nextPath && paths[path].curve() != wanted) {
            int first = wanted.isSharp() ? 2 : 0;
            nextPath = first == path ? first + 1 : first;
            paths[nextPath].restart(wanted);
            age = 0;
        }
        aim(paths[path]);
        if (nextPath != path) {
            aim(paths[nextPath]);
        }
    }

    @RealTime
    private void aim(SaturationPath it) {
        it.aim(to(I_DRIVE), to(I_BIAS) * 0.01, to(I_EMPHASIS), to(I_AUTO));
    }

    @Override
    @RealTime
    void render(float[][] io, float @Nullable [][] key, int offset, int frames) {
        if (phase() == 0) {
            beginSubBlock();
        }
        float[][] in = side.isPart() ? side.take(io, offset, frames) : io;
        int start = side.isPart() ? 0 : offset;
        paths[path].process(in, start, wet, frames, phase());
        if (nextPath != path) {
            paths[nextPath].process(in, start, wetNext, frames, phase());
            if (age >= fillAge) {
                fade(frames);
            }
        }
        for (int c = 0; c < channels(); c++) {
            float[] late = dry[c];
            System.arraycopy(io[c], offset, late, latency, frames);
            if (side.isPart() || side.isAbsent()) {
                System.arraycopy(late, 0, io[c], offset, frames);
            } else {
                join(late, c, io[c], offset, frames);
            }
            System.arraycopy(late, frames, late, 0, latency);
        }
        if (side.isPart()) {
            joinPart(io, offset, frames);
        }
    }

    /// Adds what the curve, the mix and the output gain change of the part.
    @RealTime
    private void joinPart(float[][] io, int offset, int frames) {
        float[] x = side.take(io, offset, frames)[0];
        join(x, 0, change, 0, frames);
        side.replace(io, offset, frames, change);
    }

    @RealTime
    private void fade(int frames) {
        int stride = worked;
        float step = 1f / ((fadeAge - fillAge) * Timeline.SUB_BLOCK);
        int first = (age - fillAge) * Timeline.SUB_BLOCK + phase() + 1;
        for (int i = 0; i < frames * stride; i++) {
            wet[i] += (first + i / stride) * step * (wetNext[i] - wet[i]);
        }
    }

    @RealTime
    private void join(float[] late, int channel, float[] row, int offset, int frames) {
        int stride = worked;
        double amount = amount(from(I_DRIVE), from(I_MIX));
        double amountStep = (amount(to(I_DRIVE), to(I_MIX)) - amount) / Timeline.SUB_BLOCK;
        double gain = Decibels.toGain(from(I_OUTPUT));
        double gainStep = (Decibels.toGain(to(I_OUTPUT)) - gain) / Timeline.SUB_BLOCK;
        if (amount == 1.0 && amountStep == 0.0 && gainStep == 0.0) {
            for (int i = 0; i < frames; i++) {
                row[offset + i] = (float) (wet[i * stride + channel] * gain);
            }
            return;
        }
        int first = phase() + 1;
        for (int i = 0; i < frames; i++) {
            double x = late[i];
            double mixed = x + (amount + amountStep * (first + i)) * (wet[i * stride + channel] - x);
            row[offset + i] = (float) (mixed * (gain + gainStep * (first + i)));
        }
    }

    /// How much of the output has been through the curve, 0 to 1.
    @RealTime
    static double amount(double drive, double mix) {
        return Math.min(1.0, drive / DRIVE_FADE_DB) * mix * 0.01;
    }
}
