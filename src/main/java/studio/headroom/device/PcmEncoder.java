package studio.headroom.device;

import studio.headroom.concurrent.RealTime;

/// Makes interleaved signed PCM of planar stereo floats, for one line of a sound card.
///
/// A sample x becomes the integer nearest to x · 2^(bits-1) (of two equally near ones the even one), clipped to the
/// width; what is not a number becomes 0. So a sample that lies on the grid comes out exactly. At 16 bits a triangular
/// dither of ±1 least significant bit is added before rounding, which makes the error independent of the sound
/// (Lipshitz,
/// Wannamaker, Vanderkooy: "Quantization and Dither", JAES 40, 1992).
///
/// With one channel it holds (left + right) / 2: what is in the middle keeps its level. With more than two, all but the
/// pair are silent.
final class PcmEncoder {
    private static final long SEED = 0x9E37_79B9_7F4A_7C15L;
    private static final double DITHER_SCALE = 0x1p-32;

    private final int bits;
    private final int channels;
    private final int firstChannel;
    private final boolean bigEndian;
    private final double scale;
    private final byte[] bytes;
    private long random = SEED;

    /// @param bits 16, 24 or 32, packed without padding
    /// @param channels of the line, 1 or more than `firstChannel` + 1
    /// @param firstChannel where left goes; 0 where there is one channel
    /// @param maxFrames the most that is encoded at once
    PcmEncoder(int bits, boolean bigEndian, int channels, int firstChannel, int maxFrames) {
        if (bits != 16 && bits != 24 && bits != 32) {
            throw new IllegalArgumentException(bits + " bits");
        }
        if (channels == 1 ? firstChannel != 0 : firstChannel < 0 || firstChannel + 2 > channels) {
            throw new IllegalArgumentException("channel " + firstChannel + " of " + channels);
        }
        this.bits = bits;
        this.bigEndian = bigEndian;
        this.channels = channels;
        this.firstChannel = firstChannel;
        this.scale = Math.scalb(1.0, bits - 1);
        this.bytes = new byte[Math.multiplyExact(maxFrames, frameBytes())];
    }

    int frameBytes() {
        return channels * (bits / 8);
    }

    /// What was encoded last, from its beginning.
    byte[] bytes() {
        return bytes;
    }

    /// Fills [#bytes] with the first `frames` frames of `stereo[2][frame]`.
    ///
    /// @return how many bytes they are
    @RealTime
    int encode(float[][] stereo, int frames) {
        if (channels == 1) {
            encodeMiddle(stereo[0], stereo[1], frames);
        } else {
            encodeSide(stereo[0], frames, firstChannel);
            encodeSide(stereo[1], frames, firstChannel + 1);
        }
        return frames * channels * (bits / 8);
    }

    @RealTime
    private void encodeSide(float[] from, int frames, int channel) {
        int step = channels * (bits / 8);
        int at = channel * (bits / 8);
        for (int i = 0; i < frames; i++, at += step) {
            put(at, quantize(from[i]));
        }
    }

    @RealTime
    private void encodeMiddle(float[] left, float[] right, int frames) {
        int step = bits / 8;
        int at = 0;
        for (int i = 0; i < frames; i++, at += step) {
            put(at, quantize(0.5 * ((double) left[i] + right[i])));
        }
    }

    @RealTime
    private int quantize(double sample) {
        double scaled = sample * scale;
        if (bits == 16) {
            scaled += dither();
        }
        // The cast makes 0 of what is not a number.
        return (int) Math.clamp(Math.rint(scaled), -scale, scale - 1);
    }

    /// The difference of two uniform numbers: triangular, over ±1. From one step of Marsaglia's xorshift generator,
    /// multiplied as by Vigna ("An experimental exploration of Marsaglia's xorshift generators, scrambled", 2016).
    @RealTime
    private double dither() {
        long x = random;
        x ^= x >>> 12;
        x ^= x << 25;
        x ^= x >>> 27;
        random = x;
        long mixed = x * 0x2545_F491_4F6C_DD1DL;
        return ((mixed >>> 32) - (mixed & 0xFFFF_FFFFL)) * DITHER_SCALE;
    }

    @RealTime
    private void put(int at, int sample) {
        int width = bits / 8;
        for (int i = 0; i < width; i++) {
            int shift = 8 * (bigEndian ? width - 1 - i : i);
            bytes[at + i] = (byte) (sample >> shift);
        }
    }
}
