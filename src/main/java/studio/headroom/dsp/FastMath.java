package studio.headroom.dsp;

import studio.headroom.concurrent.RealTime;

/// Logarithm and power to base 2 from minimax polynomials, without tables and without branches.
///
/// The scalar forms are for values that are needed one at a time. The array forms do one plain operation after another
/// on whole arrays, which the compiler turns into vector instructions; on 64 values they cost about 1 ns a value or
/// less. Both give the same bits on every machine. The array forms evaluate their polynomials by Estrin's scheme, which
/// waits half as long as Horner's. They are sensitive: the compiler finds no vectors in some other arrangements of the
/// same terms, so measure after any change.
@RealTime
public final class FastMath {
    /// Decibels of amplitude per doubling: `level dB = DB_PER_LOG2 · log2(amplitude)`.
    public static final double DB_PER_LOG2 = 20.0 * 0.301029995663981195;

    /// Doublings per decibel: `amplitude = exp2(LOG2_PER_DB · level dB)`.
    public static final double LOG2_PER_DB = 1.0 / DB_PER_LOG2;

    /// The bit patterns of √½: what lies between it and √2 keeps exponent 0, so that logarithms near 1 lose no digits.
    private static final long SQRT_HALF_DOUBLE = 0x3FE6A09E667F3BCDL;

    private static final int SQRT_HALF_FLOAT = 0x3F3504F3;
    private static final int SQRT_TWO_FRACTION = 0x3504F2;

    private FastMath() {}

    /// The logarithm to base 2 within 2e-12 (1.2e-11 dB); log2(1) is exactly 0.
    ///
    /// @param x positive and normal; 0 gives about -1023
    public static double log2(double x) {
        long bits = Double.doubleToRawLongBits(x) - SQRT_HALF_DOUBLE;
        long exponent = bits >> 52;
        double m = Double.longBitsToDouble((bits & 0xFFFFFFFFFFFFFL) + SQRT_HALF_DOUBLE);
        double z = (m - 1.0) / (m + 1.0);
        double u = z * z;
        double p = 0.3428204007463451;
        p = p * u + 0.41153421926124506;
        p = p * u + 0.5770866440452186;
        p = p * u + 0.9617966483151195;
        p = p * u + 2.885390081845375;
        return exponent + z * p;
    }

    /// 2 to the power of `x` within a relative error of 1e-12; exp2(0) is exactly 1.
    ///
    /// @param x clamped to -1022 .. 1023
    public static double exp2(double x) {
        double clamped = Math.max(-1022.0, Math.min(1023.0, x));
        double whole = Math.rint(clamped);
        double f = clamped - whole;
        double p = 1.3178931328461374e-6;
        p = p * f + 1.5309156191634088e-5;
        p = p * f + 1.540382547218222e-4;
        p = p * f + 0.0013333454860506855;
        p = p * f + 0.00961812861611322;
        p = p * f + 0.05550410935266267;
        p = p * f + 0.24022650698110604;
        p = p * f + 0.6931471805482124;
        return (1.0 + f * p) * Double.longBitsToDouble(((long) whole + 1023L) << 52);
    }

    /// The logarithm to base 2 of `n` values: absolute error below 2e-7 + 1e-7 · |result|, that is, less than 2e-5 dB
    /// anywhere above -140 dB; log2(1) is exactly 0.
    ///
    /// @param x positive and normal; 0 gives about -127
    /// @param bits scratch for `n` values
    /// @param out results; may be `x`
    public static void log2(float[] x, int[] bits, float[] out, int n) {
        // Reading the bits is a loop of its own, as it is the one step that is not turned into vector instructions.
        for (int i = 0; i < n; i++) {
            bits[i] = Float.floatToRawIntBits(x[i]);
        }
        for (int i = 0; i < n; i++) {
            int exponent = (bits[i] - SQRT_HALF_FLOAT) >> 23;
            int fraction = bits[i] & 0x7FFFFF;
            // All ones where 1 + fraction is above √2 and the half of it is taken.
            int high = (SQRT_TWO_FRACTION - fraction) >> 31;
            float t = (2 * fraction - (high & (fraction + (1 << 23)))) * (1.0f / (1 << 24));
            float t2 = t * t;
            float t4 = t2 * t2;
            float p01 = 1.44269477f - 0.72135715f * t;
            float p23 = 0.48093944f - 0.36008721f * t;
            float p45 = 0.28670746f - 0.25006906f * t;
            float p67 = 0.23689034f - 0.14574436f * t;
            float p = (p01 + p23 * t2) + (p45 + p67 * t2) * t4;
            out[i] = exponent + t * p;
        }
    }

    /// 2 to the power of `n` values: relative error below 1e-5 (1e-4 dB); exp2(0) is exactly 1.
    ///
    /// @param x between -40 and 40 (241 dB)
    /// @param out results; may be `x`
    public static void exp2(float[] x, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            float t = x[i] * (1.0f / 32);
            float t2 = t * t;
            float t4 = t2 * t2;
            float p01 = 1.0f + 0.693147391f * t;
            float p23 = 0.240227311f + 5.55029308e-2f * t;
            float p45 = 9.61477132e-3f + 1.33478689e-3f * t;
            float p67 = 1.57912250e-4f + 1.49103233e-5f * t;
            float p = (p01 + p23 * t2) + (p45 + p67 * t2) * t4;
            // To the power of 32. Putting the whole part into the exponent bits would end the vector instructions.
            p *= p;
            p *= p;
            p *= p;
            p *= p;
            p *= p;
            out[i] = p;
        }
    }
}
