package studio.headroom.concurrent;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// A bounded ring of frames of sound, from the thread that renders to one that looks at it.
///
/// **Who writes:** one thread at a time, with the order between writers given by whoever hands the work on. **Who
/// reads:** one thread. **Ordering:** frames that [#available] counts are seen whole (release store of the tail,
/// acquire load). **Progress:** wait-free on both sides. A chunk that does not fit is dropped as a whole: the writer
/// never waits for a reader that is late, and the reader may find a gap.
public final class FrameRing {
    private static final VarHandle TAIL = handle("tail");
    private static final VarHandle HEAD = handle("head");

    private final float[][] rows;
    private final int mask;
    private long tail;

    @SuppressWarnings("unused") // keeps the two sides' counters on lines of their own
    private long p0, p1, p2, p3, p4, p5, p6, p7, p8, p9, pa, pb, pc, pd, pe, pf;

    private long head;

    /// @param rows values of a frame
    /// @param capacity frames; a power of two
    public FrameRing(int rows, int capacity) {
        if (rows < 1 || capacity < 2 || Integer.bitCount(capacity) != 1) {
            throw new IllegalArgumentException("a ring cannot hold " + capacity + " frames of " + rows);
        }
        this.rows = new float[rows][capacity];
        mask = capacity - 1;
    }

    public int rows() {
        return rows.length;
    }

    public int capacity() {
        return mask + 1;
    }

    /// Whether so many frames can be written now. Writer only.
    @RealTime
    public boolean hasRoom(int frames) {
        return tail + frames - (long) HEAD.getAcquire(this) <= mask + 1L;
    }

    /// Puts one row of the chunk that [#publish] will show; only after [#hasRoom] said so. Writer only.
    @RealTime
    public void put(int row, float[] from, int frames) {
        int at = (int) (tail & mask);
        int first = Math.min(frames, mask + 1 - at);
        System.arraycopy(from, 0, rows[row], at, first);
        System.arraycopy(from, first, rows[row], 0, frames - first);
    }

    /// As [#put(int, float[], int)], with one value for all frames of the chunk.
    @RealTime
    public void put(int row, float value, int frames) {
        float[] into = rows[row];
        for (int i = 0; i < frames; i++) {
            into[(int) (tail + i & mask)] = value;
        }
    }

    /// Shows the chunk that was put. Writer only.
    @RealTime
    public void publish(int frames) {
        TAIL.setRelease(this, tail + frames);
    }

    /// Frames that can be taken. Reader only.
    public int available() {
        return (int) ((long) TAIL.getAcquire(this) - head);
    }

    /// Takes frames.
    ///
    /// @param into `[rows][at least most]`
    /// @return how many were taken, at most `most`
    public int take(float[][] into, int most) {
        int count = Math.min(most, available());
        int at = (int) (head & mask);
        int first = Math.min(count, mask + 1 - at);
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], at, into[row], 0, first);
            System.arraycopy(rows[row], 0, into[row], first, count - first);
        }
        HEAD.setRelease(this, head + count);
        return count;
    }

    private static VarHandle handle(String field) {
        try {
            return MethodHandles.lookup().findVarHandle(FrameRing.class, field, long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
