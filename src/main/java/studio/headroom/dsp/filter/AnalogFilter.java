package studio.headroom.dsp.filter;

import studio.headroom.concurrent.RealTime;

/// Power responses |H|² of the analog prototypes that the digital filters follow, at `x` = frequency / filter
/// frequency.
///
/// With s = jx and A = 10^(gain/40), as in Bristow-Johnson's Audio EQ Cookbook:
///
/// - bell: (s² + sA/Q + 1) / (s² + s/(AQ) + 1)
/// - low shelf: A(s² + s√A/Q + A) / (As² + s√A/Q + 1)
/// - high cut, low cut, band-pass, notch: 1, s², s/Q, s² + 1 over (s² + s/Q + 1)
/// - first-order cuts: 1 and s over (s + 1)
/// - first-order low shelf: (s + A) / (s + 1/A)
@RealTime
public final class AnalogFilter {
    private AnalogFilter() {}

    public static double bell(double x, double a, double q) {
        double d = 1.0 - x * x;
        return (d * d + square(x * a / q)) / (d * d + square(x / (a * q)));
    }

    public static double lowShelf(double x, double a, double q) {
        double x2 = x * x;
        double damping = a * x2 / (q * q);
        return a * a * (square(a - x2) + damping) / (square(1.0 - a * x2) + damping);
    }

    public static double highShelf(double x, double a, double q) {
        return lowShelf(1.0 / x, a, q);
    }

    public static double highCut(double x, double q) {
        return 1.0 / (square(1.0 - x * x) + square(x / q));
    }

    public static double lowCut(double x, double q) {
        return square(x * x) * highCut(x, q);
    }

    public static double bandPass(double x, double q) {
        return square(x / q) * highCut(x, q);
    }

    public static double notch(double x, double q) {
        return square(1.0 - x * x) * highCut(x, q);
    }

    public static double lowShelf(double x, double a) {
        double x2 = x * x;
        return (x2 + a * a) / (x2 + 1.0 / (a * a));
    }

    public static double highCut(double x) {
        return 1.0 / (1.0 + x * x);
    }

    public static double lowCut(double x) {
        return x * x / (1.0 + x * x);
    }

    private static double square(double v) {
        return v * v;
    }
}
