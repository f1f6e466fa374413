package studio.headroom.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import studio.headroom.concurrent.RealTime;

/// A delay of a whole number of frames for one channel, to bring signals of different latency together. One that
/// follows another of a different length takes over what that one held and cross-fades from its delay to the own.
final class LatencyDelay {
    private final int delay;
    private final int fadeFrames;
    private final float[] ring;
    private final int mask;
    private int write;
    private int oldDelay;
    private int fadeLeft;

    /// @param delay frames, 0 or more
    /// @param maxFrames most frames of one call
    LatencyDelay(int delay, int maxFrames) {
        this(delay, delay, 0, maxFrames);
    }

    /// One that can follow another.
    ///
    /// @param oldDelay the other's delay
    /// @param fadeFrames length of the cross-fade from there to here
    LatencyDelay(int delay, int oldDelay, int fadeFrames, int maxFrames) {
        this.delay = delay;
        this.oldDelay = oldDelay;
        this.fadeFrames = fadeFrames;
        int size = Integer.highestOneBit(Math.max(1, Math.max(delay, oldDelay) + maxFrames - 1)) * 2;
        ring = new float[size];
        mask = size - 1;
    }

    int delay() {
        return delay;
    }

    /// Follows another: holds what it held, and is to fade over from its delay.
    ///
    /// @param other null where there was no delay at all
    @RealTime
    void follow(@Nullable LatencyDelay other) {
        if (other != null) {
            int keep = Math.min(ring.length, other.ring.length);
            for (int i = 1; i <= keep; i++) {
                ring[(write - i) & mask] = other.ring[(other.write - i) & other.mask];
            }
        }
        fadeLeft = fadeFrames;
    }

    /// Whether it delays by its own delay alone.
    @RealTime
    boolean settled() {
        return fadeLeft == 0;
    }

    /// `target[offset .. offset + n)` becomes what `source` was [#delay] frames ago; they may be the same array.
    @RealTime
    void process(float[] source, float[] target, int offset, int n) {
        process(source, target, offset, n, true);
    }

    /// @param go whether a cross-fade that is due may go on
    @RealTime
    void process(float[] source, float[] target, int offset, int n, boolean go) {
        copyIn(source, offset, n);
        if (fadeLeft > 0) {
            fade(target, offset, n, go);
        } else {
            int read = (write - delay) & mask;
            int first = Math.min(n, ring.length - read);
            System.arraycopy(ring, read, target, offset, first);
            System.arraycopy(ring, 0, target, offset + first, n - first);
        }
        write = (write + n) & mask;
    }

    @RealTime
    private void fade(float[] target, int offset, int n, boolean go) {
        double step = 1.0 / fadeFrames;
        for (int i = 0; i < n; i++) {
            float old = ring[(write + i - oldDelay) & mask];
            float fresh = ring[(write + i - delay) & mask];
            target[offset + i] =
                    fadeLeft == 0 ? fresh : (float) (old + ((double) fresh - old) * ((fadeFrames - fadeLeft) * step));
            if (go && fadeLeft > 0) {
                fadeLeft--;
            }
        }
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
        fadeLeft = 0;
    }

    @RealTime
    private void copyIn(float[] source, int offset, int n) {
        int first = Math.min(n, ring.length - write);
        System.arraycopy(source, offset, ring, write, first);
        System.arraycopy(source, offset + first, ring, 0, n - first);
    }
}
