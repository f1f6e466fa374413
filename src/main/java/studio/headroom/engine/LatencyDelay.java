package studio.headroom.engine;

import java.util.Arrays;
import studio.headroom.concurrent.RealTime;

/// A delay of a fixed whole number of frames for one channel, to bring signals of different latency together.
final class LatencyDelay {
    private final int delay;
    private final float[] ring;
    private final int mask;
    private int write;

    /// @param delay frames, 0 or more
    /// @param maxFrames most frames of one call
    LatencyDelay(int delay, int maxFrames) {
        this.delay = delay;
        int size = Integer.highestOneBit(Math.max(1, delay + maxFrames - 1)) * 2;
        ring = new float[size];
        mask = size - 1;
    }

    int delay() {
        return delay;
    }

    /// `target[offset .. offset + n)` becomes what `source` was [#delay] frames ago; they may be the same array.
    @RealTime
    void process(float[] source, float[] target, int offset, int n) {
        copyIn(source, offset, n);
        int read = (write - delay) & mask;
        int first = Math.min(n, ring.length - read);
        System.arraycopy(ring, read, target, offset, first);
        System.arraycopy(ring, 0, target, offset + first, n - first);
        write = (write + n) & mask;
    }

    /// Takes a signal in without giving one out.
    @RealTime
    void feed(float[] source, int offset, int n) {
        copyIn(source, offset, n);
        write = (write + n) & mask;
    }

    @RealTime
    void clear() {
        Arrays.fill(ring, 0f);
        write = 0;
    }

    @RealTime
    private void copyIn(float[] source, int offset, int n) {
        int first = Math.min(n, ring.length - write);
        System.arraycopy(source, offset, ring, write, first);
        System.arraycopy(source, offset + first, ring, 0, n - first);
    }
}
