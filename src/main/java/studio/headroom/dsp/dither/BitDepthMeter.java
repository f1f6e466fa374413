package studio.headroom.dsp.dither;

/// Finds how many bits a stream really uses, such as 16 in a file of 24, so that it can be written without loss or
/// dither. One thread at a time.
public final class BitDepthMeter {
    /// What [#bits()] says when no integer of up to 24 bits holds the samples.
    public static final int FLOATING_POINT = 32;

    private static final int INTEGER_BITS = 24;
    private static final float SCALE = 1 << (INTEGER_BITS - 1);

    private int used;
    private boolean integer = true;

    /// Takes in `count` samples of each row of `in` from `offset` on.
    public void process(float[][] in, int offset, int count) {
        for (float[] row : in) {
            for (int i = offset; i < offset + count && integer; i++) {
                float scaled = row[i] * SCALE;
                int value = (int) scaled;
                used |= value;
                integer = value == scaled && value < SCALE && value >= -SCALE;
            }
        }
    }

    /// The smallest word length, 1 to 24 bits, that holds every sample so far exactly; [#FLOATING_POINT] where none
    /// does. Silence needs one bit.
    public int bits() {
        if (!integer) {
            return FLOATING_POINT;
        }
        return used == 0 ? 1 : INTEGER_BITS - Math.min(INTEGER_BITS - 1, Integer.numberOfTrailingZeros(used));
    }
}
