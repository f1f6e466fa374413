package studio.headroom.dsp.reverb;

import studio.headroom.concurrent.RealTime;

/// Numbers without a pattern that are the same in every run: a hash of two indices.
@RealTime
final class Scatter {
    /// Signs for the channels of the diffuser and the lines of the network.
    static final float[] SIGNS = new float[64];

    static {
        for (int i = 0; i < SIGNS.length; i++) {
            SIGNS[i] = sign(70, i);
        }
    }

    private Scatter() {}

    /// Between 0 and 1.
    static double unit(int a, int b) {
        long h = (a * 0x9E3779B97F4A7C15L) ^ (b * 0xC2B2AE3D27D4EB4FL) ^ 0x165667B19E3779F9L;
        h = (h ^ (h >>> 32)) * 0xD6E8FEB86659FD93L;
        h = (h ^ (h >>> 32)) * 0xD6E8FEB86659FD93L;
        h ^= h >>> 32;
        return (h >>> 11) * 0x1p-53;
    }

    /// -1 or 1.
    static int sign(int a, int b) {
        return unit(a, b) < 0.5 ? -1 : 1;
    }

    /// The prime nearest to n above 64, so that no two delays share a period.
    static int prime(double n) {
        int middle = (int) Math.rint(n);
        for (int distance = 0; ; distance++) {
            if (isPrime(middle + distance)) {
                return middle + distance;
            }
            if (isPrime(middle - distance)) {
                return middle - distance;
            }
        }
    }

    private static boolean isPrime(int n) {
        if (n < 67 || n % 2 == 0) {
            return false;
        }
        for (int d = 3; d * d <= n; d += 2) {
            if (n % d == 0) {
                return false;
            }
        }
        return true;
    }
}
