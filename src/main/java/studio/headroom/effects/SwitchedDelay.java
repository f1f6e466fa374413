package studio.headroom.effects;

import java.util.Arrays;
import studio.headroom.concurrent.RealTime;

/// A delay line of whole frames that cross-fades to a new length instead of gliding, so that no pitch bends. A
/// length asked for during a fade is taken up when the fade ends.
@RealTime
final class SwitchedDelay {
    private final float[][] lines;
    private final int mask;
    private final int fadeFrames;
    private int write;
    private int now;
    private int next;
    private int wanted;
    private int faded;

    /// @param most the longest delay, in frames
    /// @param fadeFrames frames that a change takes, 1 or more
    SwitchedDelay(int channels, int most, int fadeFrames) {
        int size = Integer.highestOneBit(most + 1) << 1;
        lines = new float[channels][size];
        mask = size - 1;
        this.fadeFrames = fadeFrames;
    }

    void clear(int frames) {
        for (float[] line : lines) {
            Arrays.fill(line, 0f);
        }
        write = 0;
        now = next = wanted = frames;
        faded = 0;
    }

    /// Sets the length that is wanted, in frames.
    void aim(int frames) {
        wanted = frames;
        if (next == now && wanted != now) {
            next = wanted;
            faded = 0;
        }
    }

    void process(float[][] io, int offset, int frames) {
        boolean fading = next != now;
        for (int c = 0; c < lines.length; c++) {
            float[] line = lines[c];
            float[] row = io[c];
            for (int i = 0; i < frames; i++) {
                line[(write + i) & mask] = row[offset + i];
            }
            if (fading) {
                for (int i = 0; i < frames; i++) {
                    float amount = (float) (faded + i + 1) / fadeFrames;
                    float from = line[(write + i - now) & mask];
                    float to = line[(write + i - next) & mask];
                    row[offset + i] = amount < 1f ? from + amount * (to - from) : to;
                }
            } else if (now > 0) {
                for (int i = 0; i < frames; i++) {
                    row[offset + i] = line[(write + i - now) & mask];
                }
            }
        }
        write = (write + frames) & mask;
        if (fading) {
            faded += frames;
            if (faded >= fadeFrames) {
                now = next;
            }
        }
    }
}
