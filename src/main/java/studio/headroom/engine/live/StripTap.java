package studio.headroom.engine.live;

import studio.headroom.concurrent.FrameRing;
import studio.headroom.concurrent.RealTime;

/// The sound that leaves a strip, for the few pictures that look at it. Costs the thread that renders one look at a
/// reference while nobody does; while somebody does, it copies each chunk into a ring, or drops it when the ring is
/// full.
public final class StripTap {
    /// Rows of a frame: left and right.
    public static final int ROWS = 2;

    private final TapRings rings = new TapRings(ROWS);

    /// Begins to look. Beyond four, whoever has looked longest sees nothing any more. UI thread.
    ///
    /// @return where frames of [#ROWS] values will arrive
    public FrameRing open() {
        return rings.open();
    }

    /// Ends looking; nothing for a ring that is not filled any more. UI thread.
    public void close(FrameRing ring) {
        rings.close(ring);
    }

    /// The chunk as it leaves the strip. Thread that renders.
    ///
    /// @param post `[2][at least frames]`
    @RealTime
    public void put(float[][] post, int frames) {
        for (FrameRing ring : rings.now()) {
            if (ring.hasRoom(frames)) {
                ring.put(0, post[0], frames);
                ring.put(1, post[1], frames);
                ring.publish(frames);
            }
        }
    }
}
