package studio.headroom.engine.live;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import studio.headroom.concurrent.FrameRing;
import studio.headroom.concurrent.RealTime;

/// The sound before and behind an insert, for the few pictures that look at it. Costs the audio thread one look at a
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

    /// How many may look at once.
    static final int MOST = 4;

    private static final FrameRing[] NOBODY = {};
    private static final VarHandle RINGS = rings();

    @SuppressWarnings("unused") // through RINGS; an array is never changed once it is shared
    private FrameRing[] shared = NOBODY;

    /// The rings that take the chunk that is being rendered, and how many they are.
    private final @Nullable FrameRing[] current = new FrameRing[MOST];

    private int taking;

    /// Begins to look. Beyond [#MOST], whoever has looked longest sees nothing any more. UI thread.
    ///
    /// @return where frames of [#ROWS] values will arrive
    public FrameRing open() {
        FrameRing ring = new FrameRing(ROWS, FRAMES);
        FrameRing[] before = (FrameRing[]) RINGS.getAcquire(this);
        FrameRing[] stay = before.length < MOST ? before : Arrays.copyOfRange(before, 1, before.length);
        FrameRing[] now = Arrays.copyOf(stay, stay.length + 1);
        now[stay.length] = ring;
        RINGS.setRelease(this, now);
        return ring;
    }

    /// Ends looking; nothing for a ring that is not filled any more. UI thread.
    public void close(FrameRing ring) {
        FrameRing[] before = (FrameRing[]) RINGS.getAcquire(this);
        RINGS.setRelease(
                this, Arrays.stream(before).filter(each -> each != ring).toArray(FrameRing[]::new));
    }

    /// The chunk as it comes to the insert. Thread that renders.
    @RealTime
    public void before(float[][] io, int channels, int frames) {
        FrameRing[] rings = (FrameRing[]) RINGS.getAcquire(this);
        int count = 0;
        for (FrameRing ring : rings) {
            if (ring.hasRoom(frames)) {
                ring.put(BEFORE, io[0], frames);
                ring.put(BEFORE + 1, io[channels - 1], frames);
                current[count++] = ring;
            }
        }
        taking = count;
    }

    /// The same chunk as it leaves.
    @RealTime
    public void after(float[][] io, int channels, int frames, double gainReductionDb, double wet) {
        for (int i = 0; i < taking; i++) {
            FrameRing ring = current[i];
            if (ring != null) {
                ring.put(AFTER, io[0], frames);
                ring.put(AFTER + 1, io[channels - 1], frames);
                ring.put(REDUCTION, (float) gainReductionDb, frames);
                ring.put(WET, (float) wet, frames);
                ring.publish(frames);
            }
        }
        taking = 0;
    }

    private static VarHandle rings() {
        try {
            return MethodHandles.lookup().findVarHandle(InsertTap.class, "shared", FrameRing[].class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
