package studio.headroom.engine.live;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import studio.headroom.concurrent.FrameRing;
import studio.headroom.concurrent.RealTime;

/// The rings of those who look at one sound. The UI thread opens and closes them, the thread that renders fills them:
/// it sees an array that is never changed once it is shared.
final class TapRings {
    /// How many may look at once.
    static final int MOST = 4;

    /// A third of a second at 96 kHz.
    private static final int FRAMES = 1 << 15;

    private static final FrameRing[] NOBODY = {};
    private static final VarHandle RINGS = rings();

    private final int rows;

    @SuppressWarnings("unused") // through RINGS
    private FrameRing[] shared = NOBODY;

    /// @param rows values of a frame
    TapRings(int rows) {
        this.rows = rows;
    }

    /// Begins to look. Beyond [#MOST], whoever has looked longest sees nothing any more. UI thread.
    FrameRing open() {
        FrameRing ring = new FrameRing(rows, FRAMES);
        FrameRing[] before = now();
        FrameRing[] stay = before.length < MOST ? before : Arrays.copyOfRange(before, 1, before.length);
        FrameRing[] with = Arrays.copyOf(stay, stay.length + 1);
        with[stay.length] = ring;
        RINGS.setRelease(this, with);
        return ring;
    }

    /// Ends looking; nothing for a ring that is not filled any more. UI thread.
    void close(FrameRing ring) {
        RINGS.setRelease(this, Arrays.stream(now()).filter(each -> each != ring).toArray(FrameRing[]::new));
    }

    /// Those to fill now; read only. Any thread.
    @RealTime
    FrameRing[] now() {
        return (FrameRing[]) RINGS.getAcquire(this);
    }

    private static VarHandle rings() {
        try {
            return MethodHandles.lookup().findVarHandle(TapRings.class, "shared", FrameRing[].class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
