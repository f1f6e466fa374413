package studio.headroom.dsp.loudness;

import java.util.Arrays;
import studio.headroom.concurrent.RealTime;

/// The powers of all gating blocks so far: one thread adds, one other may read and makes room.
///
/// At ten blocks a second this is 288 kB an hour; it has room for a week.
final class BlockPowers {
    /// Ten minutes.
    private static final int CHUNK = 6000;
    private static final int MAX_CHUNKS = 1024;

    private final double[][] chunks = new double[MAX_CHUNKS][];
    /// Chunks that are there; written by the thread that makes room.
    private volatile int ready;
    /// Powers that are valid; written by the thread that adds.
    private volatile int size;

    BlockPowers() {
        makeRoom();
    }

    /// Allocates ahead, so that [#add] has room for at least the next ten minutes.
    void makeRoom() {
        while (ready < MAX_CHUNKS && ready * CHUNK - size < CHUNK) {
            chunks[ready] = new double[CHUNK];
            ready = ready + 1;
        }
    }

    /// @return false when nobody has made room: the block is lost
    @RealTime
    boolean add(double power) {
        int at = size;
        if (at >= ready * CHUNK) {
            return false;
        }
        chunks[at / CHUNK][at % CHUNK] = power;
        size = at + 1;
        return true;
    }

    @RealTime
    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    double[] toArray() {
        int count = size;
        double[] all = new double[count];
        for (int from = 0; from < count; from += CHUNK) {
            System.arraycopy(chunks[from / CHUNK], 0, all, from, Math.min(CHUNK, count - from));
        }
        return all;
    }

    /// The powers above `threshold`, in ascending order.
    double[] sortedAbove(double threshold) {
        double[] all = toArray();
        int kept = 0;
        for (double power : all) {
            if (power > threshold) {
                all[kept++] = power;
            }
        }
        double[] above = Arrays.copyOf(all, kept);
        Arrays.sort(above);
        return above;
    }
}
