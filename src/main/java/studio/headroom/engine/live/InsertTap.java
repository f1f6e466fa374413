package studio.headroom.engine.live;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;
import studio.headroom.concurrent.FrameRing;
import studio.headroom.concurrent.RealTime;

/// The sound before and behind an insert, for one editor that looks at it. Costs the audio thread one look at a
/// reference while nobody does; while somebody does, it copies each chunk into a ring, or drops it when the ring is
/// full.
///
/// What is behind is later than what is before by the effect's latency.
public final class InsertTap {
    /// Rows of a frame: left and right before, left and right behind (a mono signal on both sides), the effect's gain
    /// reduction in dB, 0 or negative, and how much of the effect is heard, 0 to 1.
    public static final int ROWS = 6;

    public static final int BEFORE = 0;
    public static final int AFTER = 2;
    public static final int REDUCTION = 4;
    public static final int WET = 5;

    /// A third of a second at 96 kHz.
    private static final int FRAMES = 1 << 15;

    private static final VarHandle RING = ring();

    @SuppressWarnings("unused") // through RING
    private @Nullable FrameRing shared;

    /// Of the chunk that is being rendered.
    private @Nullable FrameRing current;

    /// Begins to look; whoever looked before sees nothing any more. UI thread.
    ///
    /// @return where frames of [#ROWS] values will arrive
    public FrameRing open() {
        FrameRing ring = new FrameRing(ROWS, FRAMES);
        RING.setRelease(this, ring);
        return ring;
    }

    /// Ends looking, if it is still this ring that is filled. UI thread.
    public void close(FrameRing ring) {
        RING.compareAndSet(this, ring, null);
    }

    /// The chunk as it comes to the insert. Thread that renders.
    @RealTime
    public void before(float[][] io, int channels, int frames) {
        FrameRing ring = (FrameRing) RING.getAcquire(this);
        if (ring != null && !ring.hasRoom(frames)) {
            ring = null;
        }
        current = ring;
        if (ring != null) {
            ring.put(BEFORE, io[0], frames);
            ring.put(BEFORE + 1, io[channels - 1], frames);
        }
    }

    /// The same chunk as it leaves.
    @RealTime
    public void after(float[][] io, int channels, int frames, double gainReductionDb, double wet) {
        FrameRing ring = current;
        if (ring != null) {
            ring.put(AFTER, io[0], frames);
            ring.put(AFTER + 1, io[channels - 1], frames);
            ring.put(REDUCTION, (float) gainReductionDb, frames);
            ring.put(WET, (float) wet, frames);
            ring.publish(frames);
            current = null;
        }
    }

    private static VarHandle ring() {
        try {
            return MethodHandles.lookup().findVarHandle(InsertTap.class, "shared", FrameRing.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
