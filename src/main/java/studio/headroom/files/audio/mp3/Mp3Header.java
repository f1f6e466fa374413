package studio.headroom.files.audio.mp3;

import org.jspecify.annotations.Nullable;

/// The four bytes that begin each frame (ISO 11172-3, 13818-3 and the MPEG 2.5 extension), layer III only.
///
/// @param bytes length of the frame with its header
/// @param samples frames of sound it holds: 1152, or 576 below 32 kHz
/// @param sideInfoOffset where the frame's content begins behind its side information
record Mp3Header(int sampleRate, int channels, int bytes, int samples, int sideInfoOffset) {
    private static final int[] KILOBITS_1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] KILOBITS_2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] RATES = {44_100, 48_000, 32_000};

    /// The header in `word`, or null where it is none of a layer III frame with a known bit rate.
    static @Nullable Mp3Header parse(int word) {
        int version = word >>> 19 & 3;
        int layer = word >>> 17 & 3;
        int bitrateIndex = word >>> 12 & 15;
        int rateIndex = word >>> 10 & 3;
        if (word >>> 21 != 0x7FF
                || version == 1
                || layer != 1
                || bitrateIndex == 0
                || bitrateIndex == 15
                || rateIndex == 3) {
            return null;
        }
        boolean first = version == 3;
        int rate = RATES[rateIndex] >> (first ? 0 : version == 2 ? 1 : 2);
        int kilobits = (first ? KILOBITS_1 : KILOBITS_2)[bitrateIndex];
        int padding = word >>> 9 & 1;
        int channels = (word >>> 6 & 3) == 3 ? 1 : 2;
        int samples = first ? 1152 : 576;
        int crc = (word >>> 16 & 1) == 0 ? 2 : 0;
        int sideInfo = first ? (channels == 1 ? 17 : 32) : channels == 1 ? 9 : 17;
        return new Mp3Header(
                rate, channels, samples / 8 * kilobits * 1000 / rate + padding, samples, 4 + crc + sideInfo);
    }

    boolean fits(Mp3Header other) {
        return sampleRate == other.sampleRate && channels == other.channels;
    }
}
