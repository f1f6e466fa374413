package studio.headroom.dsp.filter;

import studio.headroom.concurrent.RealTime;

/// Where a crossover of Linkwitz and Riley's fourth order splits (S. Linkwitz, JAES 24(1), 1976), as coefficients of
/// the two
/// trapezoidal state variable filters that it is made of (V. Zavalishin), each of second order and Butterworth's
/// damping: stable while frequencies move.
///
/// With states s and t and x - t = r, one frame makes s' = a s + b r and t' = t + b s + c r; band-pass and low-pass are
/// the means of old and new states. The first filter gives the all-pass A = x - [#DAMPING] (s + s') and a low-pass,
/// the second makes of that the low-pass L of fourth order; the high-pass is A - L.
@RealTime
public final class CrossoverPoint {
    public static final double DAMPING = Math.sqrt(2.0);

    private double a;
    private double b;
    private double c;

    public void set(int sampleRate, double hertz) {
        double g = Math.tan(Math.PI * Math.min(hertz / sampleRate, MatchedBiquad.HIGHEST));
        double d = 1.0 / (1.0 + g * (g + DAMPING));
        a = 2.0 * d - 1.0;
        b = 2.0 * d * g;
        c = 2.0 * d * g * g;
    }

    public double a() {
        return a;
    }

    public double b() {
        return b;
    }

    public double c() {
        return c;
    }
}
