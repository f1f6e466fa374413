package studio.headroom.effects;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Decibels;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.oversampling.Oversampler;
import studio.headroom.dsp.saturation.ClipCurve;
import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;

/// Cuts peaks off at a ceiling, with a corner or a knee.
///
/// What the curve takes away is found at a higher rate, brought back to the rate of the signal, and added to the input,
/// which waits as long: so what is not clipped comes out to the bit, only later. Without the highest of what was taken
/// away, some samples are over the ceiling again; who wants them cut off too, at the rate of the signal, sets `exact`.
/// Oversampling is counted at 44.1 and 48 kHz, as [Saturation] does.
///
/// It can be on a part of a stereo sound alone ([StereoPart]); then gain and ceiling are those of the part.
final class Clipper extends ControlRateEffect {
    private static final Smoothing MOVE = new Smoothing.Linear(20);

    static final Param GAIN = new Param("gain", "Gain", Unit.DECIBEL, new Range.Linear(0, 36), 0, MOVE, true);
    static final Param CEILING =
            new Param("ceiling", "Ceiling", Unit.DECIBEL, new Range.Linear(-24, 0), -1, MOVE, true);
    static final Param KNEE = new Param("knee", "Softness", Unit.PERCENT, new Range.Linear(0, 100), 25, MOVE, true);
    static final Param DELTA = new Param("delta", "Delta", Unit.NONE, new Range.Toggle(), 0, MOVE, true);
    static final Param QUALITY = new Param(
            "quality", "Oversampling", Unit.NONE, Range.Choice.of("off", "4x", "8x"), 1, Smoothing.NONE, false);

    static final Param EXACT =
            new Param("ceiling.exact", "Exact ceiling", Unit.NONE, new Range.Toggle(), 0, MOVE, true);

    static final Param CHANNELS = StereoPart.PARAM;

    static final ParamSet PARAMS = ParamSet.of(GAIN, CEILING, KNEE, DELTA, QUALITY, EXACT, CHANNELS);

    static final EffectType TYPE = new EffectType(
            "clipper",
            "Clipper",
            "Cuts short peaks off at a ceiling, so that drums and masters can be louder.",
            PARAMS,
            false,
            false,
            false,
            Clipper::new);

    private static final int I_GAIN = PARAMS.indexOf(GAIN);
    private static final int I_CEILING = PARAMS.indexOf(CEILING);
    private static final int I_KNEE = PARAMS.indexOf(KNEE);
    private static final int I_DELTA = PARAMS.indexOf(DELTA);
    private static final int I_QUALITY = PARAMS.indexOf(QUALITY);
    private static final int I_EXACT = PARAMS.indexOf(EXACT);
    private static final int I_CHANNELS = PARAMS.indexOf(CHANNELS);

    private Oversampler oversampler = new Oversampler(48_000, 1, 1);
    private StereoPart side = new StereoPart(0, 1);
    /// How many channels are clipped.
    private int worked = 1;

    /// What is clipped, driven and late.
    private float[][] dry = {{}};
    /// All of the sound as it came, late, where a part of it is clipped.
    private float[][] whole = {};
    /// What has been made of a part.
    private final float[] made = new float[Timeline.SUB_BLOCK];
    /// Interleaved, as are the measures of the curve for each sample.
    private float[] work = {};

    private float[] start = {};
    private float[] width = {};
    private boolean still;
    private double lowest = 1;

    private Clipper() {
        super(PARAMS);
    }

    @Override
    public int latency() {
        return oversampler.latency();
    }

    /// The filters ring as long after as before.
    @Override
    public long tail() {
        return oversampler.latency();
    }

    @Override
    public double gainReductionDb() {
        return lowest >= 1 ? 0 : 20.0 * Math.log10(lowest);
    }

    @Override
    void allocate() {
        int rate = sampleRate();
        int quality = to(I_QUALITY) == 0 ? 1 : 2 << (int) to(I_QUALITY);
        int factor =
                quality == 1 ? 1 : Math.max(2, rate >= 176_400 ? quality / 4 : rate >= 88_200 ? quality / 2 : quality);
        side = new StereoPart(to(I_CHANNELS), channels());
        worked = side.worked(channels());
        oversampler = new Oversampler(rate, factor, worked);
        work = new float[worked * Timeline.SUB_BLOCK];
        start = new float[work.length];
        width = new float[work.length];
        int length = oversampler.latency() + Timeline.SUB_BLOCK;
        dry = new float[worked][length];
        whole = new float[side.isPart() || side.isAbsent() ? channels() : 0][length];
    }

    @Override
    @RealTime
    void clear() {
        oversampler.clear();
        for (float[] row : dry) {
            Arrays.fill(row, 0f);
        }
        for (float[] row : whole) {
            Arrays.fill(row, 0f);
        }
        still = false;
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
        still = false;
    }

    @Override
    @RealTime
    void render(float[][] io, float @Nullable [][] key, int offset, int frames) {
        if (side.isAbsent()) {
            delay(io, offset, frames);
        } else if (side.isPart()) {
            clip(side.take(io, offset, frames), 0, frames);
            delay(io, offset, frames);
            finish(dry[0], 0, made, 0, frames);
            side.replace(io, offset, frames, made);
            if (listens()) {
                listenToPart(io, offset, frames);
            }
        } else {
            clip(io, offset, frames);
            for (int c = 0; c < worked; c++) {
                finish(dry[c], c, io[c], offset, frames);
                if (listens()) {
                    listen(dry[c], io[c], offset, frames);
                }
            }
        }
        int late = oversampler.latency();
        for (float[] row : dry) {
            System.arraycopy(row, frames, row, 0, late);
        }
    }

    /// Drives a run into [#dry] and leaves what the curve adds to it in [#work].
    @RealTime
    private void clip(float[][] in, int offset, int frames) {
        int stride = worked;
        int late = oversampler.latency();
        double gain = Decibels.toGain(from(I_GAIN));
        double gainStep = (Decibels.toGain(to(I_GAIN)) - gain) / Timeline.SUB_BLOCK;
        for (int c = 0; c < stride; c++) {
            float[] row = dry[c];
            System.arraycopy(in[c], offset, row, late, frames);
            if (gain != 1 || gainStep != 0) {
                amplify(row, late, frames, (float) gain, (float) gainStep);
            }
            for (int i = 0; i < frames; i++) {
                work[i * stride + c] = row[late + i];
            }
        }
        aimCurve(frames);
        oversampler.up(work, frames);
        for (float[] plane : oversampler.planes()) {
            ClipCurve.change(plane, start, width, frames * stride);
        }
        oversampler.down(work, frames);
    }

    /// Makes all of the sound late.
    @RealTime
    private void delay(float[][] io, int offset, int frames) {
        int late = oversampler.latency();
        for (int c = 0; c < whole.length; c++) {
            float[] row = whole[c];
            System.arraycopy(io[c], offset, row, late, frames);
            System.arraycopy(row, 0, io[c], offset, frames);
            System.arraycopy(row, frames, row, 0, late);
        }
    }

    @RealTime
    private void amplify(float[] row, int at, int n, float gain, float step) {
        int first = phase() + 1;
        for (int i = 0; i < n; i++) {
            row[at + i] *= gain + (first + i) * step;
        }
    }

    /// Fills the curve's measures for the present run; for a whole sub-block where they rest.
    @RealTime
    private void aimCurve(int frames) {
        if (still) {
            return;
        }
        double ceiling0 = Decibels.toGain(from(I_CEILING));
        double ceiling1 = Decibels.toGain(to(I_CEILING));
        double knee0 = 0.01 * from(I_KNEE);
        double knee1 = 0.01 * to(I_KNEE);
        still = ceiling0 == ceiling1 && knee0 == knee1;
        int stride = worked;
        int n = still ? Timeline.SUB_BLOCK : frames;
        for (int i = 0; i < n; i++) {
            double way = still ? 1 : (double) (phase() + i + 1) / Timeline.SUB_BLOCK;
            double ceiling = ceiling0 + way * (ceiling1 - ceiling0);
            double knee = knee0 + way * (knee1 - knee0);
            for (int c = 0; c < stride; c++) {
                start[i * stride + c] = (float) ClipCurve.start(ceiling, knee);
                width[i * stride + c] = (float) ClipCurve.width(ceiling, knee);
            }
        }
    }

    @RealTime
    private void finish(float[] late, int channel, float[] row, int offset, int n) {
        int stride = worked;
        float most = 0;
        for (int i = 0; i < n; i++) {
            float change = work[i * stride + channel];
            most = Math.max(most, Math.abs(change));
            row[offset + i] = late[i] + change;
        }
        if (most > 0) {
            cutOff(channel, row, offset, n);
            note(late, row, offset, n);
        }
    }

    @RealTime
    private boolean listens() {
        return from(I_DELTA) > 0 || to(I_DELTA) > 0;
    }

    /// Replaces the output by what has been taken away.
    @RealTime
    private void listen(float[] late, float[] row, int offset, int n) {
        double first = from(I_DELTA);
        double step = (to(I_DELTA) - first) / Timeline.SUB_BLOCK;
        for (int i = 0; i < n; i++) {
            double out = row[offset + i];
            double taken = late[i] - out;
            row[offset + i] = (float) (out + (first + (phase() + i + 1) * step) * (taken - out));
        }
    }

    /// The same where a part is clipped: the other one is left out.
    @RealTime
    private void listenToPart(float[][] io, int offset, int n) {
        float[] out = side.take(io, offset, n)[0];
        for (int i = 0; i < n; i++) {
            made[i] = dry[0][i] - out[i];
        }
        side.fadeTo(io, offset, n, made, phase(), from(I_DELTA), to(I_DELTA));
    }

    @RealTime
    private void cutOff(int channel, float[] row, int offset, int n) {
        int stride = worked;
        float first = (float) from(I_EXACT);
        float step = (float) (to(I_EXACT) - from(I_EXACT)) / Timeline.SUB_BLOCK;
        if (first == 0 && step == 0) {
            return;
        }
        int done = phase() + 1;
        for (int i = 0; i < n; i++) {
            float ceiling = start[i * stride + channel] + 0.5f * width[i * stride + channel];
            float x = row[offset + i];
            float over = Math.max(0f, Math.abs(x) - ceiling);
            row[offset + i] = x - Math.copySign((first + (done + i) * step) * over, x);
        }
    }

    /// For the meter: how much of the loudest samples is left.
    @RealTime
    private void note(float[] in, float[] out, int offset, int n) {
        float floor = start[0];
        double least = lowest;
        for (int i = 0; i < n; i++) {
            float before = Math.abs(in[i]);
            float after = Math.abs(out[offset + i]);
            if (before > floor && after < before) {
                least = Math.min(least, Math.max(1e-5, after / before));
            }
        }
        lowest = least;
    }
}
