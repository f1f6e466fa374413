package studio.headroom.engine.media;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The memory for pages. What is not wanted any more stays, for one often plays the same place again, until the budget
/// is used up; then the pages that were not wanted for the longest time give way. Buffers are used again. Disk thread,
/// but for [#bytes].
final class PageCache {
    static final int BUFFER_BYTES = MediaPages.FRAMES * Float.BYTES;

    private final long budget;
    private final long limit;
    private final List<Page> pages = new ArrayList<>();
    private final Deque<float[]> spare = new ArrayDeque<>();
    private volatile long bytes;

    /// @param budget bytes that may stay in use for what is not wanted
    /// @param limit bytes that all pages together may take, wanted or not; at least the budget
    PageCache(long budget, long limit) {
        this.budget = budget;
        this.limit = Math.max(budget, limit);
    }

    /// Bytes taken by pages and their spare buffers. Any thread.
    long bytes() {
        return bytes;
    }

    /// Buffers for a page. They are those of pages that were not wanted in this look once the budget is used up, and of
    /// pages that are wanted later once the limit is reached.
    ///
    /// @param look number of the current look
    /// @param due frames until the new page is needed
    /// @return null when all memory is taken by pages that are needed as soon
    float @Nullable [][] take(int channels, long look, long due) {
        while (bytes + missing(channels) > budget && evictOldest(look)) {
            // One page may have fewer channels than are needed.
        }
        while (bytes + missing(channels) > limit && evictLatest(due)) {
            // As above.
        }
        if (bytes + missing(channels) > limit) {
            return null;
        }
        float[][] buffers = new float[channels][];
        for (int c = 0; c < channels; c++) {
            float[] buffer = spare.poll();
            if (buffer == null) {
                buffer = new float[MediaPages.FRAMES];
                grow(BUFFER_BYTES);
            }
            buffers[c] = buffer;
        }
        return buffers;
    }

    private long missing(int channels) {
        return (long) Math.max(0, channels - spare.size()) * BUFFER_BYTES;
    }

    /// Takes buffers back that no page was made of.
    void giveBack(float[][] buffers) {
        for (float[] buffer : buffers) {
            spare.add(buffer);
        }
    }

    /// Shows a page to the readers and keeps it.
    void add(Page page) {
        pages.add(page);
        page.home.put(page);
    }

    /// Gives memory back to the system: what is beyond both the budget and what is wanted. The latter, since a song
    /// that wants more than the budget would otherwise get a new buffer for each that it has just given away.
    ///
    /// @param wanted bytes of all that is wanted in this look, in memory or not
    void trim(long look, long wanted) {
        long kept = Math.max(budget, wanted);
        while (bytes > kept && (!spare.isEmpty() || evictOldest(look))) {
            drop();
        }
    }

    /// Gives the memory of a file back.
    void remove(MediaPages file) {
        for (int i = pages.size() - 1; i >= 0; i--) {
            if (pages.get(i).home == file) {
                evict(i);
            }
        }
        while (!spare.isEmpty()) {
            drop();
        }
    }

    private void drop() {
        if (spare.poll() != null) {
            grow(-BUFFER_BYTES);
        }
    }

    private boolean evictOldest(long look) {
        int oldest = -1;
        for (int i = 0; i < pages.size(); i++) {
            long wanted = pages.get(i).lastWanted;
            if (wanted < look && (oldest < 0 || wanted < pages.get(oldest).lastWanted)) {
                oldest = i;
            }
        }
        if (oldest >= 0) {
            evict(oldest);
        }
        return oldest >= 0;
    }

    /// Only when all pages are wanted.
    private boolean evictLatest(long due) {
        int latest = -1;
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i).due > (latest < 0 ? due : pages.get(latest).due)) {
                latest = i;
            }
        }
        if (latest >= 0) {
            evict(latest);
        }
        return latest >= 0;
    }

    private void evict(int at) {
        Page page = pages.get(at);
        pages.set(at, pages.getLast());
        pages.removeLast();
        page.home.remove(page);
        giveBack(page.samples);
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    private void grow(long by) {
        bytes += by;
    }
}
