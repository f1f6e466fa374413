package studio.headroom.ui.master.sight;

import java.util.Arrays;

/// Short-term loudness as it was heard, by steps of a sound. UI thread.
final class HeardLoudness {
    /// So many steps may pass between two frames; what is farther away was located to.
    private static final int GAP = 10;

    private float[] levels = {};
    /// The step that was heard last; -1 where playing begins.
    private int last = -1;

    /// In LUFS, one a step; NaN where it was not heard.
    float[] levels() {
        return levels;
    }

    /// Another sound, of which nothing was heard.
    void begin(int steps) {
        levels = new float[steps];
        forget();
    }

    void forget() {
        Arrays.fill(levels, Float.NaN);
        pause();
    }

    /// What is heard next does not go on from what was heard last.
    void pause() {
        last = -1;
    }

    /// @param step that is heard now; those between it and the last one were heard, too, where they are few
    /// @param lufs how loud it is
    /// @return whether that is another step
    boolean hear(int step, double lufs) {
        if (step == last || levels.length == 0) {
            return false;
        }
        int from = last >= 0 && step > last && step - last < GAP ? last + 1 : step;
        for (int i = from; i <= step && i < levels.length; i++) {
            levels[i] = (float) lufs;
        }
        last = step;
        return true;
    }
}
