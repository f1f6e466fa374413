package studio.headroom.dsp.convolution;

import java.util.Arrays;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.filter.CrossoverNetwork;

/// Bands of linear phase: each is the difference of two low-passes ([LinearPhaseLowPass]), the highest that of the
/// input, as late as they are, and the last of them. So whatever the low-passes are, the bands add up to the input.
///
/// A crossover that moves is computed anew, one partition of its response in each sub-block, and faded in; meanwhile
/// further moves wait. Those that have moved before a start from silence are computed while their responses fill with
/// sound: each partition before it meets any, so that nothing is heard of it.
@RealTime
public final class LinearPhaseSplitter implements CrossoverNetwork {
    private static final int FADE_PARTITIONS = 1;

    private final int sampleRate;
    private final int channels;
    private final LinearPhaseLength length;
    private final PartitionedConvolver convolver;
    private final LinearPhaseLowPass[] lowPass;
    private final double[] taps;
    private final double[] none;

    /// Of each crossover: the response that is heard or fades in, and one to load.
    private final ConvolverResponse[] used;

    private final ConvolverResponse[] spare;

    /// Where each crossover shall be, and where [#used] has it.
    private final double[] wanted;

    private final double[] reached;

    /// Where the response of each goes that is being loaded.
    private final double[] loadingHertz;

    /// The crossover that moves, or -1; and the partition that is next.
    private int loading = -1;

    private int part;

    /// The crossovers that are new since the start, and how many of their partitions are loaded: the first of each, the
    /// second of each, and so on.
    private final int[] fresh;

    private int freshCount;
    private int freshLoaded;
    private final int freshPerSubBlock;

    private final float[][][] band;
    /// The input of the last frames.
    private final float[][] ring;

    private int at;

    /// @param bands 2 or more
    /// @param channels 1 or 2
    public LinearPhaseSplitter(int sampleRate, int bands, int channels) {
        this.sampleRate = sampleRate;
        this.channels = channels;
        length = LinearPhaseLength.usual(sampleRate);
        convolver =
                new PartitionedConvolver(channels, bands - 1, length.partition(), length.partitions(), FADE_PARTITIONS);
        taps = new double[length.partition()];
        none = new double[length.partition()];
        used = new ConvolverResponse[bands - 1];
        spare = new ConvolverResponse[bands - 1];
        lowPass = new LinearPhaseLowPass[bands - 1];
        for (int i = 0; i < bands - 1; i++) {
            used[i] = new ConvolverResponse(convolver, false);
            spare[i] = new ConvolverResponse(convolver, false);
            lowPass[i] = new LinearPhaseLowPass();
        }
        wanted = new double[bands - 1];
        reached = new double[bands - 1];
        loadingHertz = new double[bands - 1];
        fresh = new int[bands - 1];
        // The first two partitions of each are needed at the end of the first partition of sound.
        freshPerSubBlock = Math.ceilDiv(2 * (bands - 1), length.partition() / Timeline.SUB_BLOCK - 1);
        Arrays.fill(reached, Double.NaN);
        band = new float[bands][2][Timeline.SUB_BLOCK];
        ring = new float[channels][length.latency()];
    }

    @Override
    public int latency() {
        return length.latency();
    }

    @Override
    public long tail(double lowest) {
        return length.half();
    }

    @Override
    public void setCrossover(int index, double hertz) {
        wanted[index] = hertz;
    }

    @Override
    public void clear() {
        convolver.clear();
        for (float[] row : ring) {
            Arrays.fill(row, 0f);
        }
        at = 0;
        loading = -1;
        freshCount = 0;
        freshLoaded = 0;
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i] != reached[i]) {
                begin(i);
                reached[i] = Double.NaN;
                fresh[freshCount++] = i;
            }
            convolver.set(i, used[i]);
        }
    }

    @Override
    public float[][] band(int index) {
        return band[index];
    }

    @Override
    public void split(float[][] io, int offset, int n) {
        // The rows of the highest band have no low-pass, and are left alone.
        convolver.process(io, offset, band, 0, n);
        int top = band.length - 1;
        for (int c = 0; c < channels; c++) {
            delay(io[c], offset, ring[c], band[top][c], n);
            subtract(band[top][c], band[top - 1][c], n);
            for (int b = top - 1; b > 0; b--) {
                subtract(band[b][c], band[b - 1][c], n);
            }
        }
        at = (at + n) % ring[0].length;
    }

    private void delay(float[] in, int offset, float[] line, float[] out, int n) {
        int place = at;
        for (int i = 0; i < n; i++) {
            float x = in[offset + i];
            out[i] = line[place];
            line[place] = Math.abs(x) <= Float.MAX_VALUE ? x : 0f;
            place = place + 1 == line.length ? 0 : place + 1;
        }
    }

    private static void subtract(float[] from, float[] what, int n) {
        for (int i = 0; i < n; i++) {
            from[i] -= what[i];
        }
    }

    @Override
    public void join(float[][] out, int offset, int n) {
        int top = band.length - 1;
        for (int c = 0; c < channels; c++) {
            float[] row = out[c];
            for (int i = 0; i < n; i++) {
                double sum = band[top][c][i];
                for (int b = top - 1; b >= 0; b--) {
                    sum += band[b][c][i];
                }
                row[offset + i] = (float) sum;
            }
        }
    }

    /// Goes on with crossovers that are new or move.
    @Override
    public void flush() {
        if (freshCount > 0) {
            // The sub-block that ends a partition has enough to do with that.
            for (int i = 0; i < freshPerSubBlock && freshCount > 0 && !convolver.beginsPartition(); i++) {
                loadFresh();
            }
            return;
        }
        if (loading < 0) {
            for (int i = 0; i < wanted.length && loading < 0; i++) {
                if (wanted[i] != reached[i] && !convolver.isFading(i)) {
                    begin(i);
                    loading = i;
                    part = 0;
                }
            }
        }
        if (loading >= 0 && loadNext()) {
            ConvolverResponse loaded = spare[loading];
            spare[loading] = used[loading];
            used[loading] = loaded;
            reached[loading] = loadingHertz[loading];
            convolver.fade(loading, loaded);
            loading = -1;
        }
    }

    /// How many partitions of new crossovers are still to be loaded.
    int pending() {
        return freshCount * length.partitions() - freshLoaded;
    }

    private void begin(int crossover) {
        loadingHertz[crossover] = wanted[crossover];
        lowPass[crossover].set(sampleRate, wanted[crossover]);
    }

    private void loadFresh() {
        int crossover = fresh[freshLoaded % freshCount];
        load(crossover, freshLoaded / freshCount, used[crossover]);
        freshLoaded++;
        if (pending() == 0) {
            for (int i = 0; i < freshCount; i++) {
                reached[fresh[i]] = loadingHertz[fresh[i]];
            }
            freshCount = 0;
            freshLoaded = 0;
        }
    }

    /// Loads the next partition that holds anything of the crossover that moves.
    ///
    /// @return whether it was the last
    private boolean loadNext() {
        boolean holds = false;
        while (!holds && part < length.partitions()) {
            holds = load(loading, part, spare[loading]);
            part++;
        }
        return part == length.partitions();
    }

    /// @return whether the partition holds anything
    private boolean load(int crossover, int part, ConvolverResponse response) {
        int size = length.partition();
        int first = part * size - length.half();
        boolean right = first >= 0;
        int nearest = right ? first : 1 - first - size;
        if (nearest > lowPass[crossover].reach()) {
            response.silence(part);
            return false;
        }
        lowPass[crossover].taps(nearest, size, taps, right ? 0 : size - 1, right ? 1 : -1);
        if (part == 0) {
            // Nothing stands opposite to it.
            taps[0] = 0;
        }
        response.load(part, taps, none);
        return true;
    }
}
