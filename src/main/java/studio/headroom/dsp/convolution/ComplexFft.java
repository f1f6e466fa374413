package studio.headroom.dsp.convolution;

import java.util.concurrent.ConcurrentHashMap;
import studio.headroom.concurrent.RealTime;

/// The discrete Fourier transform of complex numbers of a power of two, fit for the audio thread: in place, without
/// allocation or threads, the same bits on every machine, and to be had in parts. (JTransforms, which serves what is
/// not
/// heard at once, hands large sizes to threads of its own.)
///
/// Radix 4, each pass two passes of radix 2 at once, decimation in frequency forward and in time back (W. M. Gentleman,
/// G. Sande, "Fast Fourier Transforms for Fun and Profit", 1966). Spectra are left in *bit-reversed* order: bin `k`
/// stands at [#place]; what multiplies spectra of one size bin by bin need not care. Immutable: any number of threads.
public final class ComplexFft {
    private static final int LARGEST_LOG2 = 20;
    private static final ConcurrentHashMap<Integer, ComplexFft> BY_LOG2 = new ConcurrentHashMap<>();

    private final int size;
    private final int shift;
    /// By pass, longest blocks first: cosines and sines of -2π·j/length times 1, 2 and 3, for j below a quarter.
    private final double[][] cos1;

    private final double[][] sin1;
    private final double[][] cos2;
    private final double[][] sin2;
    private final double[][] cos3;
    private final double[][] sin3;

    private ComplexFft(int log2) {
        size = 1 << log2;
        shift = 32 - log2;
        int passes = log2 / 2;
        cos1 = new double[passes][];
        sin1 = new double[passes][];
        cos2 = new double[passes][];
        sin2 = new double[passes][];
        cos3 = new double[passes][];
        sin3 = new double[passes][];
        for (int pass = 0; pass < passes; pass++) {
            int length = size >> 2 * pass;
            cos1[pass] = turns(length, 1, true);
            sin1[pass] = turns(length, 1, false);
            cos2[pass] = turns(length, 2, true);
            sin2[pass] = turns(length, 2, false);
            cos3[pass] = turns(length, 3, true);
            sin3[pass] = turns(length, 3, false);
        }
    }

    private static double[] turns(int length, int times, boolean cosine) {
        double[] turns = new double[length / 4];
        for (int j = 0; j < turns.length; j++) {
            double angle = -2.0 * Math.PI * times * j / length;
            turns[j] = cosine ? Math.cos(angle) : Math.sin(angle);
        }
        return turns;
    }

    /// The transform of a size, shared by all who ask for it; not for the audio thread.
    ///
    /// @param size a power of two, from 4 to 2²⁰
    public static ComplexFft of(int size) {
        int log2 = Integer.numberOfTrailingZeros(size);
        if (Integer.bitCount(size) != 1 || log2 < 2 || log2 > LARGEST_LOG2) {
            throw new IllegalArgumentException("no transform of " + size + " values");
        }
        return BY_LOG2.computeIfAbsent(log2, ComplexFft::new);
    }

    @RealTime
    public int size() {
        return size;
    }

    /// Where a bin of a spectrum stands.
    @RealTime
    public int place(int bin) {
        return Integer.reverse(bin) >>> shift;
    }

    /// From values in order to a spectrum in bit-reversed order, not scaled.
    @RealTime
    public void forward(double[] re, double[] im) {
        for (int pass = 0; pass < passes(); pass++) {
            forward(re, im, pass, 0, size / 4);
        }
    }

    /// How many passes the forward transform has.
    @RealTime
    public int passes() {
        return cos1.length + (isOdd() ? 1 : 0);
    }

    /// A part of a pass of the forward transform, for those who spread it: all groups of a pass, in any order, before
    /// the first of the next.
    ///
    /// @param from the first group of four values, from 0
    /// @param to the group after the last, at most a quarter of the size
    @RealTime
    public void forward(double[] re, double[] im, int pass, int from, int to) {
        if (pass == cos1.length) {
            sumPairs(re, im, 4 * from, 4 * to);
            return;
        }
        int quarter = size >> 2 * pass + 2;
        int group = from;
        while (group < to) {
            int block = group / quarter;
            int first = group - block * quarter;
            int last = Math.min(quarter, first + to - group);
            forwardBlock(re, im, pass, 4 * block * quarter, first, last);
            group += last - first;
        }
    }

    @RealTime
    private void forwardBlock(double[] re, double[] im, int pass, int base, int first, int last) {
        double[] c1 = cos1[pass];
        double[] s1 = sin1[pass];
        double[] c2 = cos2[pass];
        double[] s2 = sin2[pass];
        double[] c3 = cos3[pass];
        double[] s3 = sin3[pass];
        int quarter = c1.length;
        for (int j = first; j < last; j++) {
            int a = base + j;
            int b = a + quarter;
            int c = b + quarter;
            int d = c + quarter;
            double acr = re[a] - re[c];
            double aci = im[a] - im[c];
            double bdr = re[b] - re[d];
            double bdi = im[b] - im[d];
            double sumAcR = re[a] + re[c];
            double sumAcI = im[a] + im[c];
            double sumBdR = re[b] + re[d];
            double sumBdI = im[b] + im[d];
            re[a] = sumAcR + sumBdR;
            im[a] = sumAcI + sumBdI;
            double xr = sumAcR - sumBdR;
            double xi = sumAcI - sumBdI;
            re[b] = xr * c2[j] - xi * s2[j];
            im[b] = xr * s2[j] + xi * c2[j];
            double yr = acr + bdi;
            double yi = aci - bdr;
            re[c] = yr * c1[j] - yi * s1[j];
            im[c] = yr * s1[j] + yi * c1[j];
            double zr = acr - bdi;
            double zi = aci + bdr;
            re[d] = zr * c3[j] - zi * s3[j];
            im[d] = zr * s3[j] + zi * c3[j];
        }
    }

    /// From a spectrum in bit-reversed order to values in order, times the size.
    @RealTime
    public void inverse(double[] re, double[] im) {
        if (isOdd()) {
            sumPairs(re, im, 0, size);
        }
        for (int pass = cos1.length - 1; pass >= 0; pass--) {
            int length = size >> 2 * pass;
            for (int base = 0; base < size; base += length) {
                inverseBlock(re, im, pass, base);
            }
        }
    }

    @RealTime
    private void inverseBlock(double[] re, double[] im, int pass, int base) {
        double[] c1 = cos1[pass];
        double[] s1 = sin1[pass];
        double[] c2 = cos2[pass];
        double[] s2 = sin2[pass];
        double[] c3 = cos3[pass];
        double[] s3 = sin3[pass];
        int quarter = c1.length;
        for (int j = 0; j < quarter; j++) {
            int a = base + j;
            int b = a + quarter;
            int c = b + quarter;
            int d = c + quarter;
            double br = re[b] * c2[j] + im[b] * s2[j];
            double bi = im[b] * c2[j] - re[b] * s2[j];
            double cr = re[c] * c1[j] + im[c] * s1[j];
            double ci = im[c] * c1[j] - re[c] * s1[j];
            double dr = re[d] * c3[j] + im[d] * s3[j];
            double di = im[d] * c3[j] - re[d] * s3[j];
            double sr = re[a] + br;
            double si = im[a] + bi;
            double tr = re[a] - br;
            double ti = im[a] - bi;
            double ur = cr + dr;
            double ui = ci + di;
            double vr = dr - cr;
            double vi = di - ci;
            re[a] = sr + ur;
            im[a] = si + ui;
            re[c] = sr - ur;
            im[c] = si - ui;
            re[b] = tr + vi;
            im[b] = ti - vr;
            re[d] = tr - vi;
            im[d] = ti + vr;
        }
    }

    @RealTime
    private boolean isOdd() {
        return (31 - shift & 1) == 0;
    }

    @RealTime
    private static void sumPairs(double[] re, double[] im, int from, int to) {
        for (int i = from; i < to; i += 2) {
            double r = re[i + 1];
            double m = im[i + 1];
            re[i + 1] = re[i] - r;
            im[i + 1] = im[i] - m;
            re[i] += r;
            im[i] += m;
        }
    }
}
