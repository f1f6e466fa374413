package studio.headroom.files.audio.flac;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The checksum of all samples: MD5 over them as interleaved little-endian integers of whole bytes.
final class Md5 {
    private Md5() {}

    static MessageDigest create() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }

    static void interleave(int[][] samples, int channels, int count, int sampleBytes, byte[] target) {
        int step = channels * sampleBytes;
        for (int ch = 0; ch < channels; ch++) {
            int[] from = samples[ch];
            int p = ch * sampleBytes;
            switch (sampleBytes) {
                case 1 -> {
                    for (int i = 0; i < count; i++, p += step) {
                        target[p] = (byte) from[i];
                    }
                }
                case 2 -> {
                    for (int i = 0; i < count; i++, p += step) {
                        target[p] = (byte) from[i];
                        target[p + 1] = (byte) (from[i] >> 8);
                    }
                }
                default -> {
                    for (int i = 0; i < count; i++, p += step) {
                        target[p] = (byte) from[i];
                        target[p + 1] = (byte) (from[i] >> 8);
                        target[p + 2] = (byte) (from[i] >> 16);
                    }
                }
            }
        }
    }
}
