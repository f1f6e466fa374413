package studio.headroom.engine;

import org.jspecify.annotations.Nullable;
import studio.headroom.concurrent.RealTime;

/// Another strip's signal after its inserts, brought in time with the insert that listens to it.
final class KeyInput {
    private final StripNode source;
    private final Alignment alignment;

    /// @param before the input that this one follows, or null
    KeyInput(
            StripNode source,
            int delayFrames,
            @Nullable KeyInput before,
            Transition transition,
            int sampleRate,
            int maxFrames) {
        this.source = source;
        alignment = new Alignment(
                source.preChannels(),
                delayFrames,
                source.latency() + delayFrames,
                before == null ? null : before.alignment,
                transition,
                sampleRate,
                maxFrames);
    }

    @RealTime
    void adopt() {
        alignment.adopt();
    }

    @RealTime
    boolean settled() {
        return alignment.settled();
    }

    @RealTime
    float[][] signal(long clock, int subBlocks) {
        return alignment.process(source.pre(), clock, subBlocks);
    }

    @RealTime
    void reset() {
        alignment.reset();
    }
}
