package studio.headroom.dsp.convolution;

import java.util.function.DoubleUnaryOperator;
import studio.headroom.concurrent.RealTime;

/// Designs linear-phase responses from amplitudes, two at a time, in pieces that an audio thread can do one by one.
///
/// Frequency sampling: amplitudes on a grid of as many frequencies around the circle as the response has taps, rounded
/// up to a power of two, transformed back, and a window (J. W. Tukey's tapered cosine) that leaves the inner half as it
/// is, so that smooth responses come out to the last digit, and lets the rest end in half a cosine. A response has
/// [#half] taps before its middle, the first of them 0, and one less behind; both sides are the same to the bit.
///
/// In order: [#set] for all bins, [#transform] in all shares, [#taps]. One thread.
public final class LinearPhaseDesign {
    private final int half;
    private final ComplexFft fft;
    private final double[] re;
    private final double[] im;
    private final double[] window;

    /// @param half taps up to the middle, 2 or more
    public LinearPhaseDesign(int half) {
        this.half = half;
        int size = 2 * Integer.highestOneBit(2 * half - 1);
        fft = ComplexFft.of(size);
        re = new double[size];
        im = new double[size];
        window = new double[half + 1];
        for (int n = 0; n <= half; n++) {
            double into = Math.max(0.0, 2.0 * n / half - 1.0);
            window[n] = (0.5 + 0.5 * Math.cos(Math.PI * into)) / size;
        }
        window[half] = 0.0;
    }

    /// A response from amplitudes at frequencies in cycles per frame, 0 to 0.5; below 0 they turn the polarity.
    ///
    /// @return 2 · `half` taps about that of the index `half`
    public static double[] response(DoubleUnaryOperator amplitude, int half) {
        LinearPhaseDesign design = new LinearPhaseDesign(half);
        for (int bin = 0; bin < design.bins(); bin++) {
            design.set(bin, amplitude.applyAsDouble(design.frequency(bin)), 0.0);
        }
        design.transform(0, 1);
        double[] taps = new double[2 * half];
        design.taps(0, taps.length, taps, new double[taps.length]);
        return taps;
    }

    /// The amplitudes that a response has, below 0 where it turns the polarity: in a straight line between the bins
    /// of a transform of eight times its length.
    ///
    /// @param taps symmetric about the one in the middle
    /// @param hertz up to half of `sampleRate`
    public static double[] amplitudes(double[] taps, double[] hertz, double sampleRate) {
        ComplexFft fft = ComplexFft.of(8 * Integer.highestOneBit(taps.length));
        double[] re = new double[fft.size()];
        for (int i = 0; i < taps.length; i++) {
            re[i - taps.length / 2 & fft.size() - 1] = taps[i];
        }
        fft.forward(re, new double[fft.size()]);
        double[] amplitudes = new double[hertz.length];
        for (int i = 0; i < hertz.length; i++) {
            double at = hertz[i] / sampleRate * fft.size();
            int bin = (int) Math.min(at, fft.size() / 2.0 - 1);
            double below = re[fft.place(bin)];
            amplitudes[i] = below + (at - bin) * (re[fft.place(bin + 1)] - below);
        }
        return amplitudes;
    }

    /// How many frequencies the amplitudes are asked at.
    @RealTime
    public int bins() {
        return re.length / 2 + 1;
    }

    /// A bin's frequency in cycles per frame.
    @RealTime
    public double frequency(int bin) {
        return (double) bin / re.length;
    }

    /// The taps before the middle.
    @RealTime
    public int half() {
        return half;
    }

    /// Sets what both responses shall have at a bin.
    @RealTime
    public void set(int bin, double first, double second) {
        int mirror = bin == 0 ? 0 : re.length - bin;
        re[bin] = first;
        im[bin] = second;
        re[mirror] = first;
        im[mirror] = second;
    }

    /// Does one share of the work between amplitudes and taps, all of which are about as long.
    ///
    /// @param share from 0, in order
    @RealTime
    public void transform(int share, int shares) {
        int groups = re.length / 4;
        long all = (long) groups * fft.passes();
        long at = all * share / shares;
        long end = all * (share + 1) / shares;
        while (at < end) {
            int pass = (int) (at / groups);
            int from = (int) (at % groups);
            int to = (int) Math.min(groups, from + end - at);
            fft.forward(re, im, pass, from, to);
            at += to - from;
        }
    }

    /// Writes taps of both responses.
    ///
    /// @param from the first, 0 to below twice [#half]
    @RealTime
    public void taps(int from, int count, double[] first, double[] second) {
        for (int i = 0; i < count; i++) {
            int n = Math.abs(from + i - half);
            int place = fft.place(n);
            first[i] = window[n] * re[place];
            second[i] = window[n] * im[place];
        }
    }
}
