package studio.headroom.engine.live;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import studio.headroom.concurrent.RealTime;

/// Makes one of the signals that can be listened to as late as the latest of them, so that going from one to another
/// compares the same moment. One that follows another of a different length cross-fades from its delay to the own as
/// soon as it holds enough. Made by the control thread, used by the audio thread.
final class AlignDelay {
    private final int delay;
    private final int oldDelay;
    private final int fadeFrames;
    private final float[][] ring;
    private final float[][] out;
    private final int mask;
    private int write;
    /// Frames until the cross-fade begins.
    private int waits;

    private int fadeLeft;

    /// @param delay frames, 0 or more
    /// @param before the one that this follows, or null
    /// @param fadeFrames length of the cross-fade from there to here
    /// @param maxFrames most frames of one call
    AlignDelay(int delay, @Nullable AlignDelay before, int fadeFrames, int maxFrames) {
        this.delay = delay;
        this.fadeFrames = fadeFrames;
        oldDelay = before == null ? delay : before.delay;
        int longest = Math.max(delay, oldDelay);
        int size = longest == 0 ? 0 : Integer.highestOneBit(longest + maxFrames - 1) * 2;
        ring = new float[2][size];
        out = new float[2][size == 0 ? 0 : maxFrames];
        mask = size - 1;
    }

    /// Comes into use in the place of the one that it follows.
    @RealTime
    void follow(AlignDelay before) {
        int kept = Math.min(mask + 1, before.mask + 1);
        for (int c = 0; c < 2; c++) {
            for (int i = 1; i <= kept; i++) {
                ring[c][(write - i) & mask] = before.ring[c][(before.write - i) & before.mask];
            }
        }
        if (delay != oldDelay) {
            waits = Math.max(0, delay - oldDelay);
            fadeLeft = fadeFrames;
        }
    }

    /// Whether it delays by its own delay alone.
    @RealTime
    boolean settled() {
        return fadeLeft == 0;
    }

    /// The delayed signal: buffers of this, or, where it delays nothing, those of the signal.
    @RealTime
    float[][] signal(float[][] in) {
        return mask < 0 ? in : out;
    }

    /// Takes in `in[0 and 1][0 .. n)` and has as many frames in [#signal].
    @RealTime
    void process(float[][] in, int n) {
        if (mask < 0) {
            return;
        }
        for (int c = 0; c < 2; c++) {
            int first = Math.min(n, ring[c].length - write);
            System.arraycopy(in[c], 0, ring[c], write, first);
            System.arraycopy(in[c], first, ring[c], 0, n - first);
        }
        for (int i = 0; i < n; i++) {
            boolean fading = fadeLeft > 0;
            float share = fading ? (float) fadeLeft / fadeFrames : 0;
            int old = (write + i - oldDelay) & mask;
            int fresh = (write + i - delay) & mask;
            for (int c = 0; c < 2; c++) {
                float now = ring[c][fresh];
                out[c][i] = fading ? now + (ring[c][old] - now) * share : now;
            }
            if (waits > 0) {
                waits--;
            } else if (fading) {
                fadeLeft--;
            }
        }
        write = (write + n) & mask;
    }

    @RealTime
    void reset() {
        for (float[] channel : ring) {
            Arrays.fill(channel, 0f);
        }
        waits = 0;
        fadeLeft = 0;
    }
}
