package studio.headroom.dsp.loudness;

import java.util.Arrays;
import studio.headroom.concurrent.RealTime;

/// Finds the peaks of a stream between its samples (ITU-R BS.1770-5 Annex 2), for meters and for limiters.
///
/// The peak of frame n is the largest magnitude of the interpolated signal from sample n up to, not including, sample
/// n + 1; sample n itself is included where the kernel says so. A limiter therefore has to look at frames n - 1 and n
/// for the gain of sample n. Results come [#latency()] frames late and do not depend on how the stream is cut.
///
/// Callers say up to which level they are not interested. Where an upper bound of the interpolated signal shows that
/// a stretch stays below, nothing is interpolated, and where a few phases show it, no more than these; what is above
/// is exact to float rounding. With a floor of 0 everything is interpolated. A NaN or an infinity spoils the peaks
/// within the kernel's reach and no others. One
/// thread at a time.
@RealTime
public final class TruePeakInterpolator {
    /// Frames taken in at a time, and intervals interpolated at a time.
    private static final int CHUNK = 128;
    /// Intervals that are skipped or interpolated as one.
    private static final int RUN = 32;

    private final InterpolationKernel kernel;
    private final int channels;
    private final int reach;
    /// Frames kept before the chunk, so that the oldest interval of a chunk has its whole reach.
    private final int history;
    /// The last `history` frames and the chunk. Double, so that the loops that read it with two offsets and write
    /// floats can be vectorized: no store can alias the loads.
    private final double[][] samples;
    /// The magnitudes of `samples`.
    private final float[][] magnitudes;
    /// |x[m - 1] - 2 x[m] + x[m + 1]| at the place of x[m + 1] in `samples`.
    private final float[][] curvature;
    /// The largest within reach of the chunk that was taken in last.
    private float chunkCurvature;
    private final float[][] sums;
    private final float[][] differences;
    private final float[] evenPart = new float[CHUNK];
    private final float[] oddPart = new float[CHUNK];
    private final float[] peaks = new float[CHUNK];
    private final int[] runTarget = new int[CHUNK];
    private final int[] runLength = new int[CHUNK];
    private final int[] runChannel = new int[CHUNK];
    private final float[] runFloor = new float[CHUNK];
    private final float[] runLevel = new float[CHUNK];
    private final float[] runCurvature = new float[CHUNK];
    private int runs;
    private int lanes;

    public TruePeakInterpolator(InterpolationKernel kernel, int channels) {
        this.kernel = kernel;
        this.channels = channels;
        reach = kernel.reach();
        history = 2 * reach - 1;
        samples = new double[channels][history + CHUNK];
        magnitudes = new float[channels][history + CHUNK];
        curvature = new float[channels][history + CHUNK];
        sums = new float[reach][CHUNK];
        differences = new float[reach][CHUNK];
    }

    /// Frames by which peaks come after their samples.
    public int latency() {
        return reach;
    }

    /// Forgets the stream: silence came before.
    public void reset() {
        for (int channel = 0; channel < channels; channel++) {
            Arrays.fill(samples[channel], 0);
            Arrays.fill(magnitudes[channel], 0);
            Arrays.fill(curvature[channel], 0);
        }
    }

    /// Takes in `count` frames and sets `peaks[to + i]` to the larger of `floor` and the peak, over all channels, of
    /// the frame that came [#latency()] frames before `in[channel][offset + i]`.
    public void linkedPeaks(float[][] in, int offset, int count, float floor, float[] peaks, int to) {
        for (int done = 0; done < count; done += CHUNK) {
            int frames = Math.min(CHUNK, count - done);
            Arrays.fill(peaks, to + done, to + done + frames, floor);
            for (int channel = 0; channel < channels; channel++) {
                takeIn(channel, in[channel], offset + done, frames);
                if (lanes + frames > CHUNK) {
                    mergeInto(peaks);
                }
                addRuns(floor, channel, frames, to + done, 1);
                keepHistory(channel, frames);
            }
            mergeInto(peaks);
        }
    }

    /// As [#linkedPeaks], for each channel by itself: sets `peaks[channel][i]` to the larger of `floors[channel]` and
    /// the channel's own peak.
    public void peaksOfEach(float[][] in, int offset, int count, float[] floors, float[][] peaks) {
        for (int done = 0; done < count; done += CHUNK) {
            int frames = Math.min(CHUNK, count - done);
            for (int channel = 0; channel < channels; channel++) {
                Arrays.fill(peaks[channel], done, done + frames, floors[channel]);
                takeIn(channel, in[channel], offset + done, frames);
                if (lanes + frames > CHUNK) {
                    mergeIntoEach(peaks);
                }
                addRuns(floors[channel], channel, frames, done, 1);
                keepHistory(channel, frames);
            }
            mergeIntoEach(peaks);
        }
    }

    /// Takes in `count` frames and raises `maxima[channel]` to the largest peak of that channel among the frames that
    /// came [#latency()] frames before `in[channel][offset ..)`.
    public void raiseMaxima(float[][] in, int offset, int count, float[] maxima) {
        for (int done = 0; done < count; done += CHUNK) {
            int frames = Math.min(CHUNK, count - done);
            for (int channel = 0; channel < channels; channel++) {
                takeIn(channel, in[channel], offset + done, frames);
                float floor = maxima[channel];
                addRuns(floor, channel, frames, channel, 0);
                raise(maxima);
                keepHistory(channel, frames);
            }
        }
    }

    private void takeIn(int channel, float[] in, int offset, int frames) {
        double[] x = samples[channel];
        widen(in, offset, x, history, frames);
        magnify(x, magnitudes[channel], history, frames);
        bend(x, curvature[channel], history, frames);
        chunkCurvature = maxCurvature(channel, 0, frames);
    }

    private static void widen(float[] in, int offset, double[] x, int at, int count) {
        for (int i = 0; i < count; i++) {
            x[at + i] = in[offset + i];
        }
    }

    private static void magnify(double[] x, float[] magnitude, int at, int count) {
        for (int i = at; i < at + count; i++) {
            magnitude[i] = (float) Math.abs(x[i]);
        }
    }

    private static void bend(double[] x, float[] curvature, int at, int count) {
        for (int i = at; i < at + count; i++) {
            curvature[i] = (float) Math.abs(x[i - 2] - 2.0 * x[i - 1] + x[i]);
        }
    }

    private void keepHistory(int channel, int frames) {
        System.arraycopy(samples[channel], frames, samples[channel], 0, history);
        System.arraycopy(magnitudes[channel], frames, magnitudes[channel], 0, history);
        System.arraycopy(curvature[channel], frames, curvature[channel], 0, history);
    }

    /// Adds what may be above `floor` as runs; a stretch of several is mirrored in one go.
    ///
    /// @param target where the peak of the first frame goes, and `step` how much further that of the next
    private void addRuns(float floor, int channel, int frames, int target, int step) {
        int begin = 0;
        for (int from = 0; from < frames; from += RUN) {
            int length = Math.min(RUN, frames - from);
            if (staysBelow(floor, channel, from, length)) {
                addLanes(channel, begin, from - begin);
                begin = from + length;
            } else {
                runFloor[runs] = floor;
                runChannel[runs] = channel;
                runTarget[runs] = target + step * from;
                runLength[runs++] = length;
            }
        }
        addLanes(channel, begin, frames - begin);
    }

    /// Whether the intervals from `from` on surely have no value above `floor`; if not, the level and the curvature
    /// of the run they become are noted.
    private boolean staysBelow(float floor, int channel, int from, int length) {
        int start = from + reach - 1;
        float level = largest(magnitudes[channel], start, start + length + 1);
        if (kernel.bound(level, chunkCurvature) <= floor) {
            return true;
        }
        float curve = kernel.bound(level, 0) > floor ? chunkCurvature : maxCurvature(channel, from, length);
        runLevel[runs] = level;
        runCurvature[runs] = curve;
        return kernel.bound(level, curve) <= floor;
    }

    /// The largest curvature within reach of `length` intervals.
    private float maxCurvature(int channel, int from, int length) {
        return largest(curvature[channel], from + 2, from + length + 2 * reach - 1);
    }

    /// The largest of numbers that are not negative; NaN is. Their bits have their order, and are compared in one
    /// step; four maxima wait less for each other than one.
    private static float largest(float[] x, int from, int to) {
        int a = 0;
        int b = 0;
        int c = 0;
        int d = 0;
        int i = from;
        for (; i < to - 3; i += 4) {
            a = Math.max(a, Float.floatToRawIntBits(x[i]));
            b = Math.max(b, Float.floatToRawIntBits(x[i + 1]));
            c = Math.max(c, Float.floatToRawIntBits(x[i + 2]));
            d = Math.max(d, Float.floatToRawIntBits(x[i + 3]));
        }
        for (; i < to; i++) {
            a = Math.max(a, Float.floatToRawIntBits(x[i]));
        }
        return Float.intBitsToFloat(Math.max(Math.max(a, b), Math.max(c, d)));
    }

    /// Puts the sums and differences of mirrored samples around `length` intervals into the lanes.
    private void addLanes(int channel, int from, int length) {
        if (length == 0) {
            return;
        }
        double[] x = samples[channel];
        int start = from + reach - 1;
        for (int k = 0; k < reach; k++) {
            mirror(x, start - k, start + 1 + k, sums[k], differences[k], lanes, length);
        }
        if (kernel.includesSamples()) {
            System.arraycopy(magnitudes[channel], start, peaks, lanes, length);
        } else {
            Arrays.fill(peaks, lanes, lanes + length, 0);
        }
        lanes += length;
    }

    private static void mirror(double[] x, int a, int b, float[] sums, float[] differences, int to, int length) {
        for (int i = 0; i < length; i++) {
            sums[to + i] = (float) (x[a + i] + x[b + i]);
            differences[to + i] = (float) (x[a + i] - x[b + i]);
        }
    }

    private void mergeInto(float[] target) {
        interpolate();
        int lane = 0;
        for (int run = 0; run < runs; run++) {
            mergeRun(lane, target, runTarget[run], runLength[run]);
            lane += runLength[run];
        }
        runs = 0;
        lanes = 0;
    }

    private void mergeIntoEach(float[][] targets) {
        interpolate();
        int lane = 0;
        for (int run = 0; run < runs; run++) {
            mergeRun(lane, targets[runChannel[run]], runTarget[run], runLength[run]);
            lane += runLength[run];
        }
        runs = 0;
        lanes = 0;
    }

    private void mergeRun(int lane, float[] target, int to, int length) {
        for (int i = 0; i < length; i++) {
            target[to + i] = Math.max(target[to + i], peaks[lane + i]);
        }
    }

    private void raise(float[] maxima) {
        interpolate();
        int lane = 0;
        for (int run = 0; run < runs; run++) {
            float maximum = maxima[runTarget[run]];
            for (int end = lane + runLength[run]; lane < end; lane++) {
                maximum = Math.max(maximum, peaks[lane]);
            }
            maxima[runTarget[run]] = maximum;
        }
        runs = 0;
        lanes = 0;
    }

    /// First the coarse phases of all lanes, then the others from the first to the last run that needs them.
    private void interpolate() {
        int coarse = kernel.coarse();
        for (int pair = coarse - 1; pair < kernel.pairs() && lanes > 0; pair += coarse) {
            interpolate(pair, 0, lanes);
        }
        int first = lanes;
        int last = 0;
        int lane = 0;
        for (int run = 0; run < runs && coarse > 1; run++) {
            int end = lane + runLength[run];
            if (!(boundOf(run, lane) <= runFloor[run])) {
                first = Math.min(first, lane);
                last = end;
            }
            lane = end;
        }
        for (int pair = 0; pair < kernel.pairs() && first < last; pair++) {
            if ((pair + 1) % coarse != 0) {
                interpolate(pair, first, last);
            }
        }
    }

    /// An upper bound of all phases in the intervals of a run whose coarse phases are known.
    private float boundOf(int run, int from) {
        float level = Math.max(runLevel[run], largest(peaks, from, from + runLength[run]));
        return kernel.boundBetween(level, runCurvature[run]);
    }

    private void interpolate(int pair, int from, int to) {
        convolve(sums, kernel.even(), pair * reach, evenPart, from, to);
        if (kernel.isSymmetric(pair)) {
            Arrays.fill(oddPart, from, to, 0);
        } else {
            convolve(differences, kernel.odd(), pair * reach, oddPart, from, to);
        }
        for (int i = from; i < to; i++) {
            peaks[i] = Math.max(peaks[i], Math.abs(evenPart[i]) + Math.abs(oddPart[i]));
        }
    }

    private void convolve(float[][] planes, float[] taps, int first, float[] result, int from, int to) {
        Arrays.fill(result, from, to, 0);
        for (int k = 0; k < reach; k += InterpolationKernel.TAPS_AT_ONCE) {
            int t = first + k;
            addFour(
                    result,
                    from,
                    to,
                    planes[k],
                    planes[k + 1],
                    planes[k + 2],
                    planes[k + 3],
                    taps[t],
                    taps[t + 1],
                    taps[t + 2],
                    taps[t + 3]);
        }
    }

    /// Four planes in one pass, each its own array read at the same index: the form that C2 vectorizes.
    private static void addFour(
            float[] result,
            int from,
            int to,
            float[] a,
            float[] b,
            float[] c,
            float[] d,
            float ga,
            float gb,
            float gc,
            float gd) {
        for (int i = from; i < to; i++) {
            result[i] += (ga * a[i] + gb * b[i]) + (gc * c[i] + gd * d[i]);
        }
    }
}
