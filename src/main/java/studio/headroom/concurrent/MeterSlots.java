package studio.headroom.concurrent;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// Numbers that the audio thread shows to the UI: levels, peaks, counts.
///
/// **Who writes:** the audio thread writes values, the UI thread writes reset numbers. **Who reads:** any thread
/// reads values. **Ordering:** opaque: every slot is read whole and never older than what the same reader has seen
/// of it before; there is no order among slots, so what must fit together goes into one slot. **Progress:**
/// wait-free.
///
/// A held slot (a peak, a clip count) starts anew when its reset number has been raised: the audio thread sees that
/// at its next write. Nothing is ever set by two threads.
public final class MeterSlots {
    private static final VarHandle VALUE = MethodHandles.arrayElementVarHandle(double[].class);
    private static final VarHandle RESET = MethodHandles.arrayElementVarHandle(int[].class);

    private final double[] values;
    private final int[] resets;
    private final int[] resetsSeen;
    private final double initial;

    /// @param slots how many numbers
    /// @param initial what they are before the first write
    public MeterSlots(int slots, double initial) {
        values = new double[slots];
        resets = new int[slots];
        resetsSeen = new int[slots];
        this.initial = initial;
        java.util.Arrays.fill(values, initial);
    }

    @RealTime
    public int size() {
        return values.length;
    }

    /// Shows a value. Audio thread.
    @RealTime
    public void set(int slot, double value) {
        VALUE.setOpaque(values, slot, value);
    }

    /// Shows the highest value since the last reset. Audio thread.
    @RealTime
    public void hold(int slot, double value) {
        if (startsAnew(slot) || value > values[slot]) {
            VALUE.setOpaque(values, slot, value);
        }
    }

    /// Shows the sum since the last reset. Audio thread.
    @RealTime
    public void add(int slot, double value) {
        VALUE.setOpaque(values, slot, startsAnew(slot) ? initial + value : values[slot] + value);
    }

    /// The value shown last. Any thread.
    @RealTime
    public double get(int slot) {
        return (double) VALUE.getOpaque(values, slot);
    }

    /// Lets a held slot start anew with the audio thread's next write to it. UI thread.
    public void reset(int slot) {
        RESET.setOpaque(resets, slot, (int) RESET.getOpaque(resets, slot) + 1);
    }

    /// Lets all held slots start anew. UI thread.
    public void resetAll() {
        for (int slot = 0; slot < resets.length; slot++) {
            reset(slot);
        }
    }

    @RealTime
    private boolean startsAnew(int slot) {
        int asked = (int) RESET.getOpaque(resets, slot);
        if (asked == resetsSeen[slot]) {
            return false;
        }
        resetsSeen[slot] = asked;
        return true;
    }
}
