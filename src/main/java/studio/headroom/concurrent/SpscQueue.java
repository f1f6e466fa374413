package studio.headroom.concurrent;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// A bounded queue of commands "set this control of this node to this value", made of primitives.
///
/// **Who writes:** one sending thread at a time, on the control side. **Who reads:** one thread, the audio thread.
/// **Ordering:** what the sender did before [#offer] is visible to the reader once [#mark] has returned a mark
/// behind that command (release store of the tail, acquire load). **Progress:** wait-free on both sides; a full
/// queue refuses.
///
/// The reader takes a mark first and then, command by command, what lies before it; commands that arrive meanwhile
/// wait for the next mark. Each side keeps a copy of the other's counter and looks at the real one only when the
/// copy says full or empty; the two sides' fields lie more than two cache lines apart, so that neither disturbs the
/// other.
public final class SpscQueue extends SpscQueueReader {
    @SuppressWarnings("unused")
    private long p40, p41, p42, p43, p44, p45, p46, p47, p48, p49, p4a, p4b, p4c, p4d, p4e, p4f;

    /// @param capacity commands it holds; a power of two, 2 to 2^20
    public SpscQueue(int capacity) {
        super(capacity);
    }

    /// Appends a command.
    ///
    /// @return false when the queue is full; nothing has changed then
    public boolean offer(int node, int param, double value) {
        long at = tail;
        if (at - knownHead > mask) {
            knownHead = (long) HEAD.getAcquire(this);
            if (at - knownHead > mask) {
                return false;
            }
        }
        int slot = (int) (at & mask);
        addresses[slot] = ((long) node << 32) | (param & 0xFFFF_FFFFL);
        values[slot] = value;
        TAIL.setRelease(this, at + 1);
        return true;
    }

    /// The place behind the last command that has arrived. Reader only.
    @RealTime
    public long mark() {
        return (long) TAIL.getAcquire(this);
    }

    /// Takes the next command before the mark; [#node], [#param] and [#value] then tell it. Reader only.
    ///
    /// @param mark of this queue, from [#mark]
    /// @return false when all before the mark are taken
    @RealTime
    public boolean next(long mark) {
        long at = head;
        if (at >= mark) {
            return false;
        }
        int slot = (int) (at & mask);
        address = addresses[slot];
        value = values[slot];
        HEAD.setRelease(this, at + 1);
        return true;
    }

    /// The node of the command last taken.
    @RealTime
    public int node() {
        return (int) (address >> 32);
    }

    /// The control's index of the command last taken.
    @RealTime
    public int param() {
        return (int) address;
    }

    /// The value of the command last taken.
    @RealTime
    public double value() {
        return value;
    }
}

/// What both sides read and nobody writes after construction.
abstract class SpscQueueShared {
    final int mask;
    final long[] addresses;
    final double[] values;

    SpscQueueShared(int capacity) {
        if (capacity < 2 || capacity > 1 << 20 || Integer.bitCount(capacity) != 1) {
            throw new IllegalArgumentException("a queue cannot hold " + capacity + " commands");
        }
        mask = capacity - 1;
        addresses = new long[capacity];
        values = new double[capacity];
    }
}

abstract class SpscQueuePad1 extends SpscQueueShared {
    @SuppressWarnings("unused")
    private long p00, p01, p02, p03, p04, p05, p06, p07, p08, p09, p0a, p0b, p0c, p0d, p0e, p0f;

    SpscQueuePad1(int capacity) {
        super(capacity);
    }
}

/// What the sender writes.
abstract class SpscQueueSender extends SpscQueuePad1 {
    static final VarHandle TAIL = handle(SpscQueueSender.class, "tail");

    long tail;
    long knownHead;

    SpscQueueSender(int capacity) {
        super(capacity);
    }

    static VarHandle handle(Class<?> owner, String field) {
        try {
            return MethodHandles.privateLookupIn(owner, MethodHandles.lookup()).findVarHandle(owner, field, long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}

abstract class SpscQueuePad2 extends SpscQueueSender {
    @SuppressWarnings("unused")
    private long p20, p21, p22, p23, p24, p25, p26, p27, p28, p29, p2a, p2b, p2c, p2d, p2e, p2f;

    SpscQueuePad2(int capacity) {
        super(capacity);
    }
}

/// What the reader writes.
abstract class SpscQueueReader extends SpscQueuePad2 {
    static final VarHandle HEAD = handle(SpscQueueReader.class, "head");

    long head;
    long address;
    double value;

    SpscQueueReader(int capacity) {
        super(capacity);
    }
}
