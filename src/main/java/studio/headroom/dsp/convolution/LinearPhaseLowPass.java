package studio.headroom.dsp.convolution;

import studio.headroom.concurrent.RealTime;

/// The linear-phase response of a low-pass that has the amplitude of a Linkwitz-Riley crossover's of fourth order,
/// 1 / (1 + (tan(ω/2) / tan(ωc/2))⁴): what Butterworth's filter of second order gives, run forwards and then backwards.
///
/// In closed form: with its poles p and p*, and its transfer function B(z) of the gain b at infinity,
///
///     h(n) = 2·Re(A·p^|n|), and b² / |p|² more at n = 0
///     A = b²·(1 + p)⁴ / (p·(p - p*)·(1 - p²)·(1 - |p|²))
///
/// A is the residue of B(z)·B(1/z) at p. Crossovers of minimum phase ([studio.headroom.dsp.filter.CrossoverPoint]) have
/// the same amplitude.
@RealTime
final class LinearPhaseLowPass {
    /// What is smaller than this is left out: -200 dB.
    private static final double LEAST = 1e-10;

    private static final double HIGHEST = 0.49;

    private double poleRe;
    private double poleIm;
    private double radius;
    private double angle;
    private double re;
    private double im;
    private double extra;
    private int reach;

    /// @param hertz where it is 6 dB down
    void set(int sampleRate, double hertz) {
        double g = Math.tan(Math.PI * Math.min(hertz / sampleRate, HIGHEST));
        // (1 + s) / (1 - s) for the pole s of Butterworth's filter.
        double part = g * Math.sqrt(0.5);
        double below = (1.0 + part) * (1.0 + part) + part * part;
        poleRe = (1.0 - g * g) / below;
        poleIm = 2.0 * part / below;
        double square = poleRe * poleRe + poleIm * poleIm;
        radius = Math.sqrt(square);
        angle = Math.atan2(poleIm, poleRe);
        double b = 0.25 * ((1.0 - poleRe) * (1.0 - poleRe) + poleIm * poleIm);
        extra = b * b / square;
        residue(b * b / (1.0 - square));
        double size = 2.0 * Math.hypot(re, im);
        reach = (int) Math.min(1e9, Math.ceil(Math.log(LEAST / size) / Math.log(radius)));
    }

    private void residue(double scale) {
        double upRe = (1.0 + poleRe) * (1.0 + poleRe) - poleIm * poleIm;
        double upIm = 2.0 * (1.0 + poleRe) * poleIm;
        double fourthRe = scale * (upRe * upRe - upIm * upIm);
        double fourthIm = scale * 2.0 * upRe * upIm;
        // p·(p - p*) = 2i·Im(p)·p
        double firstRe = -2.0 * poleIm * poleIm;
        double firstIm = 2.0 * poleIm * poleRe;
        double secondRe = 1.0 - poleRe * poleRe + poleIm * poleIm;
        double secondIm = -2.0 * poleRe * poleIm;
        double downRe = firstRe * secondRe - firstIm * secondIm;
        double downIm = firstRe * secondIm + firstIm * secondRe;
        double size = downRe * downRe + downIm * downIm;
        re = (fourthRe * downRe + fourthIm * downIm) / size;
        im = (fourthIm * downRe - fourthRe * downIm) / size;
    }

    /// How far from the middle the response is worth anything, in frames.
    int reach() {
        return reach;
    }

    /// Writes `count` taps beside the middle, from the nearest outwards.
    ///
    /// @param nearest its distance from the middle; 0 is the middle itself
    /// @param first where the nearest goes
    /// @param step where each further one goes, from the last: 1 or -1
    void taps(int nearest, int count, double[] to, int first, int step) {
        double size = 2.0 * Math.pow(radius, nearest);
        double c = size * Math.cos(nearest * angle);
        double s = size * Math.sin(nearest * angle);
        double x = re * c - im * s;
        double y = re * s + im * c;
        int at = first;
        for (int k = 0; k < count; k++) {
            to[at] = x;
            at += step;
            double next = x * poleRe - y * poleIm;
            y = x * poleIm + y * poleRe;
            x = next;
        }
        if (nearest == 0) {
            to[first] += extra;
        }
    }
}
