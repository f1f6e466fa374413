package studio.headroom.dsp.convolution;

import studio.headroom.concurrent.RealTime;

/// Products of spectra in bit-reversed order ([ComplexFft]).
@RealTime
final class Spectra {
    private Spectra() {}

    /// Adds a signal's spectrum times a partition's to `sumRe` and `sumIm`.
    static void addProduct(
            ConvolverResponse response, int part, double[] xr, double[] xi, double[] sumRe, double[] sumIm) {
        if (!response.silent[part]) {
            add(xr, xi, response.re[part], response.im[part], sumRe, sumIm);
        }
        if (response.crossed) {
            addMirrored(xr, xi, response.crossedRe[part], response.crossedIm[part], sumRe, sumIm);
        }
    }

    private static void add(double[] xr, double[] xi, double[] hr, double[] hi, double[] sumRe, double[] sumIm) {
        int size = xr.length;
        for (int i = 0; i < size; i++) {
            sumRe[i] += xr[i] * hr[i] - xi[i] * hi[i];
        }
        for (int i = 0; i < size; i++) {
            sumIm[i] += xr[i] * hi[i] + xi[i] * hr[i];
        }
    }

    /// The spectrum of the signal's conjugate is the conjugate of the mirrored one. In bit-reversed order bins change
    /// places with their mirrors inside of each doubling of the index: its first with its last, and so on.
    private static void addMirrored(
            double[] xr, double[] xi, double[] hr, double[] hi, double[] sumRe, double[] sumIm) {
        sumRe[0] += xr[0] * hr[0] + xi[0] * hi[0];
        sumIm[0] += xr[0] * hi[0] - xi[0] * hr[0];
        for (int start = 1; start < xr.length; start *= 2) {
            int mirror = 3 * start - 1;
            for (int i = start; i < 2 * start; i++) {
                double re = xr[mirror - i];
                double im = xi[mirror - i];
                sumRe[i] += re * hr[i] + im * hi[i];
                sumIm[i] += re * hi[i] - im * hr[i];
            }
        }
    }
}
