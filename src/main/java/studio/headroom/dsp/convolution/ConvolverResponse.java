package studio.headroom.dsp.convolution;

import java.util.Arrays;
import studio.headroom.concurrent.RealTime;

/// What a [PartitionedConvolver] convolves with: the spectra of a response's partitions. It is loaded partition by
/// partition while no output of the convolver uses it, by the thread that renders or before that does.
///
/// With the two channels of the signal as one complex signal z = left + i·right, the output is a∗z + b∗conj(z). A real
/// response `h` for both channels alike is a = h, b = 0. Responses from each channel to each, h(to, from), are
///
///     a = ((hLL + hRR) + i·(hRL - hLR)) / 2, b = ((hLL - hRR) + i·(hRL + hLR)) / 2
///
/// So `m` for the middle and `s` for the sides are a = (m + s) / 2, b = i·(m - s) / 2.
public final class ConvolverResponse {
    final double[][] re;
    final double[][] im;
    final double[][] crossedRe;
    final double[][] crossedIm;
    boolean crossed;
    /// Partitions of `a` that hold nothing, and cost nothing.
    final boolean[] silent;
    private final ComplexFft fft;
    private final int partition;

    /// @param convolver the one it is for
    /// @param crossable whether it may send one channel into the other; no more than others where there is but one
    public ConvolverResponse(PartitionedConvolver convolver, boolean crossable) {
        partition = convolver.partition();
        fft = ComplexFft.of(2 * partition);
        int partitions = convolver.partitions();
        silent = new boolean[partitions];
        Arrays.fill(silent, true);
        re = new double[partitions][fft.size()];
        im = new double[partitions][fft.size()];
        int crossings = crossable && convolver.channels() == 2 ? partitions : 0;
        crossedRe = new double[crossings][fft.size()];
        crossedIm = new double[crossings][fft.size()];
    }

    /// Loads a whole response, the same for both channels.
    ///
    /// @param taps at most as many as the convolver has room for; the rest is 0
    public void load(double[] taps) {
        if (taps.length > re.length * partition) {
            throw new IllegalArgumentException(
                    taps.length + " taps, but room for no more than " + re.length * partition);
        }
        double[] none = new double[partition];
        for (int part = 0; part < re.length; part++) {
            int from = Math.min(taps.length, part * partition);
            int to = Math.min(taps.length, from + partition);
            load(part, Arrays.copyOf(Arrays.copyOfRange(taps, from, to), partition), none);
        }
        cross(false);
    }

    /// Loads one partition of `a`.
    ///
    /// @param part from 0
    /// @param real as many taps as a partition has frames
    @RealTime
    public void load(int part, double[] real, double[] imaginary) {
        silent[part] = false;
        load(re[part], im[part], real, imaginary);
    }

    /// Makes one partition of `a` nothing but zeros, which is quicker than to load them, then and later.
    @RealTime
    public void silence(int part) {
        silent[part] = true;
    }

    /// Loads one partition of `b`, which counts while [#cross] is on.
    @RealTime
    public void loadCrossed(int part, double[] real, double[] imaginary) {
        load(crossedRe[part], crossedIm[part], real, imaginary);
    }

    /// Whether `b` is not 0. For convolvers of two channels alone.
    @RealTime
    public void cross(boolean on) {
        crossed = on;
    }

    @RealTime
    private void load(double[] toRe, double[] toIm, double[] real, double[] imaginary) {
        double scale = 0.5 / partition;
        for (int i = 0; i < partition; i++) {
            toRe[i] = real[i] * scale;
            toIm[i] = imaginary[i] * scale;
            toRe[partition + i] = 0.0;
            toIm[partition + i] = 0.0;
        }
        fft.forward(toRe, toIm);
    }
}
