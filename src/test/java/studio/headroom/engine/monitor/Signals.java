package studio.headroom.engine.monitor;

import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;

/// Stereo test signals `[2][frame]`, each a pure function of its arguments, and what tests share.
final class Signals {
    static final int RATE = 48_000;
    /// A fade of 20 ms.
    static final int FADE = 960;

    private Signals() {}

    static float[][] noise(int frames, double peak, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] signal = new float[2][frames];
        for (float[] row : signal) {
            for (int i = 0; i < frames; i++) {
                row[i] = (float) (peak * (2 * random.nextDouble() - 1));
            }
        }
        return signal;
    }

    static float[][] constant(int frames, double left, double right) {
        float[][] signal = new float[2][frames];
        java.util.Arrays.fill(signal[0], (float) left);
        java.util.Arrays.fill(signal[1], (float) right);
        return signal;
    }

    static float[][] sine(int frames, double hertz, double peak) {
        float[][] signal = new float[2][frames];
        for (int i = 0; i < frames; i++) {
            signal[0][i] = (float) (peak * Math.sin(2 * Math.PI * hertz * i / RATE));
            signal[1][i] = signal[0][i];
        }
        return signal;
    }

    /// The bits of all samples, which tell -0 from 0 and NaN from NaN.
    static int[][] bits(float[][] signal) {
        int[][] bits = new int[2][signal[0].length];
        for (int c = 0; c < 2; c++) {
            for (int i = 0; i < bits[c].length; i++) {
                bits[c][i] = Float.floatToRawIntBits(signal[c][i]);
            }
        }
        return bits;
    }

    static float[][] copy(float[][] signal) {
        return new float[][] {signal[0].clone(), signal[1].clone()};
    }

    /// Something done to a stretch of frames.
    interface Work {
        void run(int offset, int frames);
    }

    /// Does the work over all frames in calls of random length.
    static void cut(int frames, long seed, Work work) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int at = 0; at < frames; ) {
            int now = Math.min(frames - at, random.nextInt(1, 700));
            work.run(at, now);
            at += now;
        }
    }

    /// Bytes that the work allocates once everything it needs is loaded: the least of several rounds, less what the
    /// counter itself takes.
    static long allocated(Runnable work) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            work.run();
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        return least - (threads.getCurrentThreadAllocatedBytes() - before);
    }
}
