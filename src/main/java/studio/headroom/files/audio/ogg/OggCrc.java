package studio.headroom.files.audio.ogg;

/// The checksum of Ogg pages: polynomial 0x04C11DB7, starting at 0, nothing reflected.
final class OggCrc {
    private static final int[] TABLE = new int[256];

    static {
        for (int i = 0; i < 256; i++) {
            int value = i << 24;
            for (int bit = 0; bit < 8; bit++) {
                value = value < 0 ? value << 1 ^ 0x04C1_1DB7 : value << 1;
            }
            TABLE[i] = value;
        }
    }

    private OggCrc() {}

    /// The checksum of a page whose own checksum, bytes 22 to 25, counts as zero.
    static int ofPage(byte[] page, int size) {
        int crc = 0;
        for (int i = 0; i < size; i++) {
            int value = i >= 22 && i < 26 ? 0 : page[i] & 0xFF;
            crc = crc << 8 ^ TABLE[crc >>> 24 ^ value];
        }
        return crc;
    }
}
