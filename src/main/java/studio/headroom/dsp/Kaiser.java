package studio.headroom.dsp;

/// The Kaiser window. Pure functions, any thread.
public final class Kaiser {
    private Kaiser() {}

    /// The window's value at `x` of its half-width (-1 to 1), 1 in the middle; 0 outside.
    public static double window(double x, double beta) {
        double inside = 1 - x * x;
        return inside < 0 ? 0 : bessel0(beta * Math.sqrt(inside)) / bessel0(beta);
    }

    /// The modified Bessel function of the first kind and order zero, by its power series.
    public static double bessel0(double x) {
        double quarter = x * x / 4;
        double term = 1;
        double sum = 1;
        for (int k = 1; term > 1e-17 * sum; k++) {
            term *= quarter / ((double) k * k);
            sum += term;
        }
        return sum;
    }
}
