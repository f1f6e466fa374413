package studio.headroom.engine.media;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import studio.headroom.concurrent.RealTime;

/// What of one sound file is in memory, in pages of a fixed length. Every clip, track and graph that plays the file
/// finds the same pages, so a new graph needs no new reading.
///
/// **Who writes:** the disk thread. **Who reads:** any number of audio threads. **Progress:** wait-free.
final class MediaPages {
    /// 2^14 frames are a third of a second at 48 kHz: long enough that reading one costs more than finding it, short
    /// enough that little is read in vain at a clip's borders.
    static final int SHIFT = 14;

    static final int FRAMES = 1 << SHIFT;

    /// 66 days at 48 kHz. Only a damaged or hostile file says that it is longer.
    static final long MAX_FRAMES = 1L << 38;

    private final int channels;
    private final long frames;
    private final int count;
    private final AtomicReferenceArray<@Nullable Page> slots;

    /// @param frames at most [#MAX_FRAMES]
    MediaPages(int channels, long frames) {
        this.channels = channels;
        this.frames = frames;
        count = (int) ((frames + FRAMES - 1) >> SHIFT);
        slots = new AtomicReferenceArray<>(count);
    }

    @RealTime
    int channels() {
        return channels;
    }

    @RealTime
    long frames() {
        return frames;
    }

    @RealTime
    int count() {
        return count;
    }

    /// The page, or null when it is not in memory.
    @RealTime
    @Nullable
    Page get(int index) {
        return slots.getAcquire(index);
    }

    /// Shows a page that is complete. Disk thread.
    void put(Page page) {
        slots.setRelease(page.index, page);
    }

    /// Hides a page and lets readers that are copying from it know. Disk thread.
    void remove(Page page) {
        slots.setRelease(page.index, null);
        page.retire();
    }
}
