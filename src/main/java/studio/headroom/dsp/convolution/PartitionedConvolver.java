package studio.headroom.dsp.convolution;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;

/// Convolves one or two channels with one or several long responses, for the audio thread: nothing is allocated,
/// and the cut of the calls does not change a bit.
///
/// Overlap-save in partitions of equal length (W. G. Gardner, "Efficient Convolution without Input-Output Delay", 1995,
/// of which this is the uniform case). Both channels go through one complex transform, which all outputs share. What
/// the earlier partitions add is summed up in equal shares while the next is gathered, so that at its end only the
/// transforms are left. The output is late by one partition, whatever the response adds to that.
///
/// A new response fades in from the start of a partition, in a straight line, while the old one fades out.
///
/// Numbers that are none, and infinite ones, count as silence.
@RealTime
public final class PartitionedConvolver {
    private static final double FLUSH = 1e-15;

    private final ComplexFft fft;
    private final int channels;
    private final int partition;
    private final int partitions;
    private final int fadeFrames;
    private final int share;
    private final Output[] outputs;

    /// The frames before those being gathered, and those, as one complex signal.
    private final double[] pastRe;

    private final double[] pastIm;
    private final double[] freshRe;
    private final double[] freshIm;

    /// Spectra of the last partitions; `head` is the latest.
    private final double[][] spectraRe;

    private final double[][] spectraIm;
    private final double[] re;
    private final double[] im;
    private int head;
    private int filled;
    /// How many partitions of sound have come since the start, as far as any response reaches.
    private int known;

    /// @param channels 1 or 2
    /// @param outputs how many responses the signal is convolved with
    /// @param partition frames, a power of two and a multiple of a sub-block
    /// @param partitions of the longest response
    /// @param fadePartitions that a change of the response takes, 1 or more
    public PartitionedConvolver(int channels, int outputs, int partition, int partitions, int fadePartitions) {
        this.channels = channels;
        this.partition = partition;
        this.partitions = partitions;
        fft = ComplexFft.of(2 * partition);
        fadeFrames = fadePartitions * partition;
        share = Math.min(partition, Timeline.SUB_BLOCK);
        this.outputs = new Output[outputs];
        for (int o = 0; o < outputs; o++) {
            this.outputs[o] = new Output(partition);
        }
        pastRe = new double[partition];
        pastIm = new double[partition];
        freshRe = new double[partition];
        freshIm = new double[partition];
        spectraRe = new double[partitions][2 * partition];
        spectraIm = new double[partitions][2 * partition];
        re = new double[2 * partition];
        im = new double[2 * partition];
    }

    /// Frames by which the output is late.
    public int latency() {
        return partition;
    }

    public int channels() {
        return channels;
    }

    public int partition() {
        return partition;
    }

    public int partitions() {
        return partitions;
    }

    /// Forgets all sound; fades are over.
    public void clear() {
        Arrays.fill(pastRe, 0.0);
        Arrays.fill(pastIm, 0.0);
        for (Output output : outputs) {
            output.clear();
        }
        head = 0;
        filled = 0;
        known = 0;
    }

    /// Sets an output's response at once: right after [#clear]. Without one it is silent. Its partition `p` is needed
    /// when `p` partitions of sound have come, the first one at the end of the first; until then they may be
    /// loaded.
    public void set(int output, ConvolverResponse response) {
        outputs[output].now = response;
        outputs[output].next = null;
        outputs[output].wanted = null;
    }

    /// Fades an output over to another response. The fade is heard from the beginning of the partition after the next
    /// one on, or from the end of a fade under way, until which neither that nor the two of it may be loaded.
    public void fade(int output, ConvolverResponse response) {
        outputs[output].wanted = response;
    }

    /// Whether an output still goes over from one response to another, or is about to.
    public boolean isFading(int output) {
        return outputs[output].wanted != null || outputs[output].next != null;
    }

    /// Whether the next frame is the first of a partition: what came last has ended one.
    public boolean beginsPartition() {
        return filled == 0;
    }

    /// Convolves `frames` frames.
    ///
    /// @param in planar, as many rows as channels
    /// @param out by output, planar; one of them may be `in` at the same offset
    public void process(float[][] in, int inOffset, float[][][] out, int outOffset, int frames) {
        int done = 0;
        while (done < frames) {
            int run = Math.min(frames - done, share - filled % share);
            take(in[0], inOffset + done, freshRe, run);
            if (channels == 2) {
                take(in[1], inOffset + done, freshIm, run);
            }
            for (int o = 0; o < outputs.length; o++) {
                give(outputs[o].heardRe, out[o][0], outOffset + done, run);
                if (channels == 2) {
                    give(outputs[o].heardIm, out[o][1], outOffset + done, run);
                }
            }
            filled += run;
            done += run;
            if (filled % share == 0) {
                addEarlier(filled / share - 1);
            }
            if (filled == partition) {
                finish();
            }
        }
    }

    private void take(float[] row, int offset, double[] to, int frames) {
        for (int i = 0; i < frames; i++) {
            float x = row[offset + i];
            to[filled + i] = Math.abs(x) <= Float.MAX_VALUE ? x : 0.0;
        }
    }

    private void give(double[] from, float[] row, int offset, int frames) {
        for (int i = 0; i < frames; i++) {
            double y = from[filled + i];
            row[offset + i] = Math.abs(y) < FLUSH ? 0f : (float) y;
        }
    }

    /// Adds one share of what the partitions before the present one give.
    private void addEarlier(int turn) {
        int turns = partition / share;
        int first = 1 + (partitions - 1) * turn / turns;
        int end = Math.min(known + 1, 1 + (partitions - 1) * (turn + 1) / turns);
        for (int k = first; k < end; k++) {
            int at = head - k + 1;
            at += at < 0 ? partitions : 0;
            for (Output output : outputs) {
                output.add(k, spectraRe[at], spectraIm[at]);
            }
        }
    }

    private void finish() {
        head = head + 1 == partitions ? 0 : head + 1;
        known = Math.min(partitions, known + 1);
        double[] spectrumRe = spectraRe[head];
        double[] spectrumIm = spectraIm[head];
        join(pastRe, freshRe, spectrumRe);
        join(pastIm, freshIm, spectrumIm);
        fft.forward(spectrumRe, spectrumIm);
        for (Output output : outputs) {
            output.add(0, spectrumRe, spectrumIm);
            output.finish(fft, re, im, fadeFrames);
        }
        filled = 0;
    }

    private void join(double[] past, double[] fresh, double[] both) {
        System.arraycopy(past, 0, both, 0, partition);
        System.arraycopy(fresh, 0, both, partition, partition);
        System.arraycopy(fresh, 0, past, 0, partition);
    }

    /// One response's sums and sound, and those of the response that follows it.
    @RealTime
    private static final class Output {
        final double[] heardRe;
        final double[] heardIm;

        @Nullable
        ConvolverResponse now;

        @Nullable
        ConvolverResponse next;

        @Nullable
        ConvolverResponse wanted;

        private final double[] nowRe;
        private final double[] nowIm;
        private final double[] nextRe;
        private final double[] nextIm;
        private int faded;

        Output(int partition) {
            heardRe = new double[partition];
            heardIm = new double[partition];
            nowRe = new double[2 * partition];
            nowIm = new double[2 * partition];
            nextRe = new double[2 * partition];
            nextIm = new double[2 * partition];
        }

        void clear() {
            now = wanted != null ? wanted : next != null ? next : now;
            next = null;
            wanted = null;
            Arrays.fill(heardRe, 0.0);
            Arrays.fill(heardIm, 0.0);
            clearSums();
        }

        private void clearSums() {
            Arrays.fill(nowRe, 0.0);
            Arrays.fill(nowIm, 0.0);
            if (next != null) {
                Arrays.fill(nextRe, 0.0);
                Arrays.fill(nextIm, 0.0);
            }
        }

        void add(int part, double[] re, double[] im) {
            if (now != null) {
                Spectra.addProduct(now, part, re, im, nowRe, nowIm);
            }
            if (next != null) {
                Spectra.addProduct(next, part, re, im, nextRe, nextIm);
            }
        }

        /// Makes sound of the sums, and begins a fade that is wanted.
        void finish(ComplexFft fft, double[] re, double[] im, int fadeFrames) {
            int partition = heardRe.length;
            fft.inverse(nowRe, nowIm);
            if (next == null) {
                System.arraycopy(nowRe, partition, heardRe, 0, partition);
                System.arraycopy(nowIm, partition, heardIm, 0, partition);
            } else {
                fft.inverse(nextRe, nextIm);
                double step = 1.0 / fadeFrames;
                for (int i = 0; i < partition; i++) {
                    double way = (faded + i + 1) * step;
                    double r = nowRe[partition + i];
                    double m = nowIm[partition + i];
                    heardRe[i] = r + way * (nextRe[partition + i] - r);
                    heardIm[i] = m + way * (nextIm[partition + i] - m);
                }
                faded += partition;
                if (faded >= fadeFrames) {
                    now = next;
                    next = null;
                }
            }
            if (next == null && wanted != null) {
                next = wanted;
                wanted = null;
                faded = 0;
            }
            clearSums();
        }
    }
}
