package studio.headroom.engine.meter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import studio.headroom.concurrent.RealTime;

/// How long blocks took to render: a histogram from 1 µs to 1 s with 64 buckets an octave, which tells every time to
/// 1.6 %, and how many blocks came late.
///
/// **Who writes:** one thread at a time records, the audio thread; one thread asks for resets. **Who reads:** any
/// thread. **Ordering:** opaque, each number by itself: a reader may see a block in one number and not yet in another,
/// and, while a reset is carried out, some of the old ones. **Progress:** wait-free on the audio thread; a reset costs
/// it one pass over the histogram at its next record.
public final class BlockTimes {
    private static final VarHandle NUMBER = MethodHandles.arrayElementVarHandle(long[].class);
    private static final VarHandle ASKED = handle();

    /// 2^10 ns is the first time told from shorter ones, 2^30 ns the first not told from longer ones.
    private static final int FIRST_OCTAVE = 10;

    private static final int LAST_OCTAVE = 30;
    private static final int BUCKET_BITS = 6;
    /// The first is for what is shorter, the last for what is longer.
    private static final int BUCKETS = 2 + ((LAST_OCTAVE - FIRST_OCTAVE) << BUCKET_BITS);

    private static final int COUNT = BUCKETS;
    private static final int LATE = BUCKETS + 1;
    private static final int WORST = BUCKETS + 2;

    private final long[] numbers = new long[BUCKETS + 3];

    /// Resets asked for.
    @SuppressWarnings("unused")
    private int asked;

    private int askedSeen;

    /// Notes a block.
    ///
    /// @param nanos that it took
    /// @param late whether it came late, by whatever the caller calls so
    @RealTime
    public void record(long nanos, boolean late) {
        int now = (int) ASKED.getOpaque(this);
        if (now != askedSeen) {
            askedSeen = now;
            for (int i = 0; i < numbers.length; i++) {
                NUMBER.setOpaque(numbers, i, 0L);
            }
        }
        add(bucket(nanos));
        add(COUNT);
        if (late) {
            add(LATE);
        }
        if (nanos > numbers[WORST]) {
            NUMBER.setOpaque(numbers, WORST, nanos);
        }
    }

    /// Blocks since the last reset.
    public long count() {
        return number(COUNT);
    }

    /// Late ones among them.
    public long late() {
        return number(LATE);
    }

    /// The longest time in nanoseconds, exact; 0 before the first block.
    public long worstNanos() {
        return number(WORST);
    }

    /// The time within which half of the blocks were done, see [#percentileNanos].
    public long medianNanos() {
        return percentileNanos(0.5);
    }

    /// The time within which a share of the blocks was done (nearest rank): the end of its bucket, so never less than
    /// the true one and, from 1 µs to 1 s, at most 1.6 % more; never more than the worst. Shorter ones read 1 µs,
    /// longer ones the worst.
    ///
    /// @param share above 0, up to 1, such as 0.999
    /// @return nanoseconds, 0 before the first block
    public long percentileNanos(double share) {
        long[] counts = new long[BUCKETS];
        long total = 0;
        for (int i = 0; i < BUCKETS; i++) {
            counts[i] = number(i);
            total += counts[i];
        }
        if (total == 0) {
            return 0;
        }
        long rank = Math.clamp((long) Math.ceil(share * total), 1, total);
        int bucket = 0;
        for (long passed = counts[0]; passed < rank; passed += counts[bucket]) {
            bucket++;
        }
        long worst = worstNanos();
        return bucket == BUCKETS - 1 ? worst : Math.min(end(bucket), worst);
    }

    /// Lets everything start anew with the next block.
    public void reset() {
        ASKED.setOpaque(this, (int) ASKED.getOpaque(this) + 1);
    }

    private long number(int at) {
        return (long) NUMBER.getOpaque(numbers, at);
    }

    @RealTime
    private void add(int at) {
        NUMBER.setOpaque(numbers, at, numbers[at] + 1);
    }

    @RealTime
    private static int bucket(long nanos) {
        if (nanos < 1L << FIRST_OCTAVE) {
            return 0;
        }
        int octave = Long.SIZE - 1 - Long.numberOfLeadingZeros(nanos);
        if (octave >= LAST_OCTAVE) {
            return BUCKETS - 1;
        }
        int part = (int) (nanos >> (octave - BUCKET_BITS)) & ((1 << BUCKET_BITS) - 1);
        return 1 + ((octave - FIRST_OCTAVE) << BUCKET_BITS) + part;
    }

    /// The longest time that falls into a bucket: 1 ns before the next one begins.
    private static long end(int bucket) {
        int octave = FIRST_OCTAVE + (bucket >> BUCKET_BITS);
        int part = bucket & ((1 << BUCKET_BITS) - 1);
        return (((1L << BUCKET_BITS) + part) << (octave - BUCKET_BITS)) - 1;
    }

    private static VarHandle handle() {
        try {
            return MethodHandles.lookup().findVarHandle(BlockTimes.class, "asked", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
