package studio.headroom.engine.live;

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

    /// How many may look at once.
    static final int MOST = TapRings.MOST;

    private final TapRings rings = new TapRings(ROWS);

    /// The rings that take the chunk that is being rendered, and how many they are.
    private final @Nullable FrameRing[] current = new FrameRing[MOST];

    private int taking;

    /// Begins to look. Beyond [#MOST], whoever has looked longest sees nothing any more. UI thread.
    ///
    /// @return where frames of [#ROWS] values will arrive
    public FrameRing open() {
        return rings.open();
    }

    /// Ends looking; nothing for a ring that is not filled any more. UI thread.
    public void close(FrameRing ring) {
        rings.close(ring);
    }

    /// The chunk as it comes to the insert. Thread that renders.
    @RealTime
    public void before(float[][] io, int channels, int frames) {
        int count = 0;
        for (FrameRing ring : rings.now()) {
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
}
