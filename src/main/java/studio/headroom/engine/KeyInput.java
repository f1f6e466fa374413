package studio.headroom.engine;

import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;

/// Another strip's signal after its inserts, brought in time with the insert that listens to it.
final class KeyInput {
    private final StripNode source;
    private final int delayFrames;
    private final LatencyDelay[] delay;
    private final float[][] buffer;

    /// @param before the input that this one follows, or null
    KeyInput(StripNode source, int delayFrames, @Nullable KeyInput before, int maxFrames) {
        this.source = source;
        this.delayFrames = delayFrames;
        int channels = source.preChannels();
        if (before != null && before.delayFrames == delayFrames && before.delay.length == channels) {
            buffer = before.buffer;
            delay = before.delay;
            return;
        }
        buffer = new float[channels][maxFrames];
        delay = new LatencyDelay[channels];
        for (int c = 0; c < channels; c++) {
            delay[c] = new LatencyDelay(delayFrames, maxFrames);
        }
    }

    @RealTime
    float[][] signal(int subBlocks) {
        for (int c = 0; c < delay.length; c++) {
            delay[c].process(source.pre()[c], buffer[c], 0, subBlocks * Timeline.SUB_BLOCK);
        }
        return buffer;
    }

    @RealTime
    void reset() {
        for (LatencyDelay line : delay) {
            line.clear();
        }
    }
}
