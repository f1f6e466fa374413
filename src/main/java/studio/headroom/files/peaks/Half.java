package studio.headroom.files.peaks;

/// IEEE 754 binary16 with directed rounding, and as integers that sort like the numbers. 11 significant bits are an
/// error of at most 0.1 % (0.009 dB) of each value down to -84 dB of full scale, and 6e-8 below: under a pixel at any
/// height and any vertical zoom. Magnitudes end at 65504, +96 dB.
final class Half {
    /// The sort keys of -65504 and 65504. What lies outside is infinite or no number.
    private static final int LOWEST = -31_744;

    private static final int HIGHEST = 31_743;

    private Half() {}

    /// The greatest half that is not greater; NaN becomes 0.
    static short below(float value) {
        int key = nearest(value);
        return bits(value(key) > value ? key - 1 : key);
    }

    /// The least half that is not less; NaN becomes 0.
    static short above(float value) {
        int key = nearest(value);
        return bits(value(key) < value ? key + 1 : key);
    }

    private static int nearest(float value) {
        return Float.isNaN(value) ? 0 : clamp(sortable(Float.floatToFloat16(value)));
    }

    /// An integer that sorts like the number. Infinities and what is no number sort as beyond the finite ones.
    static int sortable(short bits) {
        return bits ^ ((bits >> 15) & 0x7fff);
    }

    /// The number behind a sort key; the largest finite one for what lies beyond.
    static float value(int sortable) {
        return Float.float16ToFloat(bits(sortable));
    }

    private static short bits(int sortable) {
        int key = clamp(sortable);
        return (short) (key ^ ((key >> 15) & 0x7fff));
    }

    private static int clamp(int sortable) {
        return Math.min(HIGHEST, Math.max(LOWEST, sortable));
    }
}
