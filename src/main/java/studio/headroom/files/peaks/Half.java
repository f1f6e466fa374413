package studio.headroom.files.peaks;

/// IEEE 754 binary16 with directed rounding, and as integers that sort like the numbers. 11 significant bits are an error
/// of at most 0.1 % (0.009 dB) of each value down to -84 dB of full scale, and 6e-8 below: under a pixel at any height
/// and any vertical zoom. Magnitudes end at 65504, +96 dB.
final class Half {
    /// The sort keys of -65504 and 65504. What lies outside is infinite or no number.
    private static final int LOWEST = -31_744;

    private static final int HIGHEST = 31_743;

    private Half() {}

    /// The greatest half that is not greater; NaN becomes 0.
    static short below(float value) {
        int key = nearest(value);
        return bits(value(key) > value ? Math.max(LOWEST, key - 1) : key);
    }

    /// The least half that is not less; NaN becomes 0.
    static short above(float value) {
        int key = nearest(value);
        return bits(value(key) < value ? Math.min(HIGHEST, key + 1) : key);
    }

    private static int nearest(float value) {
        return Float.isNaN(value) ? 0 : key(Float.floatToFloat16(value));
    }

    /// An integer in -31744..31743 that sorts like the number.
    ///
    /// @param bits any: infinities become the largest magnitudes, and so does what is no number
    static int key(short bits) {
        int key = bits ^ ((bits >> 15) & 0x7fff);
        return Math.min(HIGHEST, Math.max(LOWEST, key));
    }

    /// The number behind a sort key; always finite.
    static float value(int key) {
        return Float.float16ToFloat(bits(key));
    }

    private static short bits(int key) {
        return (short) (key ^ ((key >> 15) & 0x7fff));
    }
}
