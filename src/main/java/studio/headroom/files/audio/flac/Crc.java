package studio.headroom.files.audio.flac;

/// The checksums of FLAC frames: polynomials x⁸+x²+x+1 and x¹⁶+x¹⁵+x²+1, both starting at 0.
final class Crc {
    private static final int[] TABLE_8 = table(8, 0x07);
    private static final int[] TABLE_16 = table(16, 0x8005);

    private Crc() {}

    static int crc8(byte[] bytes, int from, int to) {
        int crc = 0;
        for (int i = from; i < to; i++) {
            crc = TABLE_8[crc ^ (bytes[i] & 0xFF)];
        }
        return crc;
    }

    /// Carries `crc` on over more bytes.
    static int crc16(int crc, byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            crc = (crc << 8 & 0xFFFF) ^ TABLE_16[crc >>> 8 ^ (bytes[i] & 0xFF)];
        }
        return crc;
    }

    private static int[] table(int width, int polynomial) {
        int[] table = new int[256];
        for (int i = 0; i < 256; i++) {
            int value = i << (width - 8);
            for (int bit = 0; bit < 8; bit++) {
                value = (value >>> (width - 1) & 1) == 0 ? value << 1 : value << 1 ^ polynomial;
            }
            table[i] = value & ((1 << width) - 1);
        }
        return table;
    }
}
