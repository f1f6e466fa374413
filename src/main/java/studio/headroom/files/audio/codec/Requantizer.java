package studio.headroom.files.audio.codec;

/// Turns float samples into integers of a fixed width, with dither or without. It may keep state from call to call, so
/// it belongs to one file.
@FunctionalInterface
public interface Requantizer {
    /// Fills `target[channel][0 .. count)` with integers of the width asked for, clipped to it.
    void quantize(float[][] source, int offset, int count, int[][] target);

    /// Rounding to the nearest integer and no dither: right for sound that already lies on the grid.
    ///
    /// @param bits width of the integers, 1 to 32
    static Requantizer rounding(int bits) {
        double scale = Math.scalb(1.0, bits - 1);
        double highest = scale - 1;
        return (source, offset, count, target) -> {
            for (int channel = 0; channel < target.length; channel++) {
                float[] from = source[channel];
                int[] to = target[channel];
                for (int i = 0; i < count; i++) {
                    to[i] = (int) Math.max(-scale, Math.min(highest, Math.rint(from[offset + i] * scale)));
                }
            }
        };
    }
}
