package studio.headroom.engine.media;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import studio.headroom.concurrent.RealTime;

/// What the disk thread does: looks what will be played soon, and reads what is missing of it, what is needed first
/// first. [#look] is for the disk thread, everything else for any thread.
final class PageLoader implements SongDemand.Visitor {
    /// So far ahead everything is read. It outlasts a disk that wakes up or a network drive that stalls, and takes
    /// 1.5 MB for a stereo track at 48 kHz.
    static final int LOOK_AHEAD_SECONDS = 4;

    /// Reading begins when something is missing so soon, and then goes on to the full distance: so each file is read in
    /// pieces of a second, which spares a disk with a moving head two of three ways.
    static final int REFILL_SECONDS = 3;

    /// How long the disk thread sleeps while playing, in what time it looks again while it reads, and how long it
    /// sleeps when nothing moves: what comes next is in memory then, so play need not wake it.
    static final long PLAYING_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    static final long READING_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    /// A cross-fade at the seam of a loop sounds so much beyond its ends, in parts of a second.
    private static final int SEAM_PARTS = 10;

    private static final long NOWHERE = Long.MIN_VALUE;

    private final PlayheadView playhead;
    private final PageCache cache;
    private final LongSupplier nanoTime;
    private final int sampleRate;
    private final long lookAhead;
    private final Queue<MediaFile> closing = new ConcurrentLinkedQueue<>();
    private final AtomicInteger changes = new AtomicInteger();
    private final AtomicLong hurried = new AtomicLong(NOWHERE);
    private final AtomicLong loaded = new AtomicLong();
    private volatile SongDemand song = SongDemand.NOTHING;

    /// The rest belongs to the disk thread.
    private final List<Need> missing = new ArrayList<>();

    private int absent;
    private long nearest;
    private long wanted;
    private long look;
    private boolean refilling;

    /// @param due frames until it is needed
    /// @param order the same, but in whole seconds where it is more than one: so pages of a file stay together
    private record Need(MediaFile file, int page, long due, long order) {}

    private static final Comparator<Need> FIRST_NEEDED = Comparator.comparingLong(Need::order)
            .thenComparingInt(need -> System.identityHashCode(need.file))
            .thenComparingInt(Need::page);

    PageLoader(PlayheadView playhead, int sampleRate, PageCache cache, LongSupplier nanoTime) {
        this.playhead = playhead;
        this.sampleRate = sampleRate;
        this.cache = cache;
        this.nanoTime = nanoTime;
        lookAhead = (long) LOOK_AHEAD_SECONDS * sampleRate;
    }

    void play(SongDemand changed) {
        song = changed;
        changes.incrementAndGet();
    }

    /// Lets the disk thread close a file that no demand names any more.
    void close(MediaFile file) {
        closing.add(file);
        changes.incrementAndGet();
    }

    /// Whether everything that can be read of `[from, to)` is in memory; if not, it is read first.
    @RealTime
    boolean ready(long from, long to) {
        if (song.has(from, to)) {
            return true;
        }
        if (hurried.getAndSet(from) != from) {
            changes.getAndIncrement();
        }
        return false;
    }

    long loaded() {
        return loaded.get();
    }

    long bytes() {
        return cache.bytes();
    }

    /// Looks once and reads for a while.
    ///
    /// @return nanoseconds until the next look, if nothing changes before
    long look() {
        closeFiles();
        int seen = changes.get();
        SongDemand demand = song;
        boolean moving = playhead.moving();
        collect(demand);
        if (!refilling && nearest < (long) REFILL_SECONDS * sampleRate) {
            refilling = true;
            collect(demand);
        }
        boolean more = read(seen);
        cache.trim(look, wanted);
        return more || changes.get() != seen ? 0 : sleep(moving);
    }

    /// Marks what is wanted and, only while refilling, for it makes garbage, lists what is missing of it.
    private void collect(SongDemand demand) {
        look++;
        missing.clear();
        absent = 0;
        nearest = Long.MAX_VALUE;
        wanted = 0;
        long now = playhead.position();
        long from = playhead.loopFrom();
        long to = playhead.loopTo();
        long seam = sampleRate / SEAM_PARTS;
        boolean loops = from < to && now < to;
        demand.visit(now, loops ? Math.min(now + lookAhead, to + seam) : now + lookAhead, 0, this);
        if (from < to) {
            long due = loops ? Math.min(lookAhead, to - now) : lookAhead;
            demand.visit(from - seam, Math.min(from + lookAhead, to + seam), due, this);
        }
        demand.visit(now - MediaPages.FRAMES, now, lookAhead, this);
        long hurry = hurried.get();
        if (hurry != NOWHERE) {
            int others = absent;
            demand.visit(hurry, hurry + lookAhead, 0, this);
            if (others == absent) {
                hurried.compareAndSet(hurry, NOWHERE);
            }
        }
    }

    @Override
    public void need(MediaFile file, int index, long due) {
        long soon = Math.max(0, due);
        Page page = file.pages().get(index);
        if (page == null || page.lastWanted != look) {
            wanted += (long) file.pages().channels() * PageCache.BUFFER_BYTES;
        }
        if (page != null) {
            page.want(look, soon);
        } else {
            absent++;
            nearest = Math.min(nearest, soon);
            if (refilling) {
                missing.add(new Need(file, index, soon, soon < sampleRate ? soon : soon / sampleRate * sampleRate));
            }
        }
    }

    /// @return whether there is more to be read at once
    private boolean read(int seen) {
        if (!refilling) {
            return false;
        }
        missing.sort(FIRST_NEEDED);
        long begun = nanoTime.getAsLong();
        for (Need need : missing) {
            long now = nanoTime.getAsLong();
            if (changes.get() != seen || now - begun >= READING_NANOS) {
                return true;
            }
            if (need.file.pages().get(need.page) == null && need.file.restNanos(now) <= 0 && !load(need, now)) {
                break;
            }
        }
        refilling = false;
        return false;
    }

    /// @return false when there is no memory left
    private boolean load(Need need, long now) {
        MediaPages home = need.file.pages();
        float[][] buffers = cache.take(home.channels(), look, need.due);
        if (buffers == null) {
            return false;
        }
        if (need.file.load(need.page, buffers, now)) {
            Page page = new Page(home, need.page, buffers);
            page.want(look, need.due);
            cache.add(page);
            loaded.incrementAndGet();
        } else {
            cache.giveBack(buffers);
        }
        return true;
    }

    private long sleep(boolean moving) {
        long nanos = moving ? PLAYING_NANOS : IDLE_NANOS;
        long now = nanoTime.getAsLong();
        for (Need need : missing) {
            long rest = need.file.restNanos(now);
            if (rest > 0) {
                nanos = Math.min(nanos, rest);
            }
        }
        return nanos;
    }

    /// Closes what [#close] was given.
    void closeFiles() {
        for (MediaFile file = closing.poll(); file != null; file = closing.poll()) {
            cache.remove(file.pages());
            file.close();
        }
    }
}
