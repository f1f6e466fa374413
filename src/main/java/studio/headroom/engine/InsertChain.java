package studio.headroom.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;

/// The effects of a strip in order. Where some take the place of others both lots hear the same signal, one after the
/// other in each lot, and what comes out is faded over at equal gain: at no time does one effect act upon what another
/// has made that it is to replace.
final class InsertChain {
    private static final int SUB = Timeline.SUB_BLOCK;

    private final InsertSlot[] slots;
    /// Slots `[first[i], middle[i])` leave and `[middle[i], first[i + 1])` take their place; or the one goes on.
    private final int[] first;

    private final int[] middle;
    private final boolean[] changes;
    private final int inputChannels;
    private final int outputChannels;
    private final int latency;
    private final int late;
    private final Transition transition;
    /// From the old lot to the new one, and where it is in each sub-block of the chunk.
    private final GainRamp share;

    private final double[] shares = new double[GraphCompiler.MAX_SUB_BLOCKS + 1];
    private final float[][] old;

    /// @param slots those that leave before those that take their place
    /// @param inputLatency frames by which the signal is late before the first of them
    InsertChain(
            List<InsertSlot> slots,
            int inputLatency,
            int inputChannels,
            int outputChannels,
            Transition transition,
            int sampleRate,
            int maxFrames) {
        this.slots = slots.toArray(InsertSlot[]::new);
        this.inputChannels = inputChannels;
        this.outputChannels = outputChannels;
        this.transition = transition;
        latency = slots.stream()
                .filter(slot -> !slot.leaving())
                .mapToInt(InsertSlot::latency)
                .sum();
        late = inputLatency + latency;
        List<int[]> steps = new ArrayList<>();
        for (int i = 0; i < this.slots.length; ) {
            int begin = i;
            while (i < this.slots.length && this.slots[i].leaving()) {
                i++;
            }
            int turn = i;
            while (i < this.slots.length && this.slots[i].joins()) {
                i++;
            }
            boolean goesOn = i == begin;
            i += goesOn ? 1 : 0;
            steps.add(new int[] {begin, turn, goesOn ? 0 : 1});
        }
        first = new int[steps.size() + 1];
        middle = new int[steps.size()];
        changes = new boolean[steps.size()];
        boolean any = false;
        for (int i = 0; i < steps.size(); i++) {
            first[i] = steps.get(i)[0];
            middle[i] = steps.get(i)[1];
            changes[i] = steps.get(i)[2] == 1;
            any |= changes[i];
        }
        first[steps.size()] = this.slots.length;
        share = new GainRamp(any ? 0 : 1, sampleRate);
        old = new float[any ? 2 : 0][maxFrames];
    }

    /// Frames by which it makes the signal late when all fades are over.
    @RealTime
    int latency() {
        return latency;
    }

    /// Frames by which one of its effects makes the signal late.
    int latency(int slot) {
        return slots[slot].latency();
    }

    @RealTime
    void adopt() {
        for (InsertSlot slot : slots) {
            slot.adopt();
        }
    }

    @RealTime
    boolean settled() {
        for (InsertSlot slot : slots) {
            if (!slot.settled()) {
                return false;
            }
        }
        return share.rests(1);
    }

    @RealTime
    void reset() {
        share.jump(1);
        for (InsertSlot slot : slots) {
            slot.reset();
        }
    }

    /// Processes `subBlocks` sub-blocks in place.
    ///
    /// @param io as many rows as come out
    /// @param inputLatency frames by which the signal is late before the first insert
    @RealTime
    void process(
            float[][] io, Playhead playhead, long clock, int inputLatency, int subBlocks, @Nullable StripProbe probe) {
        boolean changed = share.rests(1);
        advance(clock, subBlocks, changed);
        int late = inputLatency;
        int channels = inputChannels;
        for (int i = 0; i < middle.length; i++) {
            int from = middle[i];
            int to = first[i + 1];
            boolean fades = changes[i] && !changed;
            int oldChannels = channels;
            if (fades) {
                copy(io, channels, subBlocks);
                run(old, first[i], from, playhead, clock, late, subBlocks, probe);
                oldChannels = channels(first[i], from, channels);
            }
            run(io, from, to, playhead, clock, late, subBlocks, probe);
            channels = channels(from, to, channels);
            for (int s = from; s < to; s++) {
                late += slots[s].latency();
            }
            if (fades) {
                fade(io, channels, oldChannels, subBlocks);
                channels = Math.max(channels, oldChannels);
            }
        }
        if (channels < outputChannels) {
            System.arraycopy(io[0], 0, io[1], 0, subBlocks * SUB);
        }
    }

    @RealTime
    private void advance(long clock, int subBlocks, boolean changed) {
        if (changed) {
            return;
        }
        for (int s = 0; s < subBlocks; s++) {
            share.advance(transition.begun(clock + (long) s * SUB, late) ? 1 : 0);
            shares[s] = share.from();
            shares[s + 1] = share.to();
        }
    }

    @RealTime
    private int channels(int from, int to, int before) {
        return to > from ? slots[to - 1].outputChannels() : before;
    }

    @RealTime
    private void copy(float[][] io, int channels, int subBlocks) {
        for (int c = 0; c < channels; c++) {
            System.arraycopy(io[c], 0, old[c], 0, subBlocks * SUB);
        }
    }

    @RealTime
    private void run(
            float[][] io,
            int from,
            int to,
            Playhead playhead,
            long clock,
            int inputLatency,
            int subBlocks,
            @Nullable StripProbe probe) {
        int late = inputLatency;
        for (int i = from; i < to; i++) {
            InsertSlot slot = slots[i];
            int frames = subBlocks * SUB;
            if (probe == null) {
                slot.process(io, playhead, clock, late, subBlocks);
            } else {
                probe.before(i, io, slot.inputChannels(), frames);
                long begin = System.nanoTime();
                slot.process(io, playhead, clock, late, subBlocks);
                long nanos = System.nanoTime() - begin;
                probe.insert(i, io, slot.outputChannels(), slot, frames, nanos);
            }
            late += slot.latency();
        }
    }

    @RealTime
    private void fade(float[][] io, int channels, int oldChannels, int subBlocks) {
        if (channels < oldChannels) {
            System.arraycopy(io[0], 0, io[1], 0, subBlocks * SUB);
        }
        for (int c = 0; c < Math.max(channels, oldChannels); c++) {
            float[] from = old[Math.min(c, oldChannels - 1)];
            float[] to = io[c];
            for (int s = 0; s < subBlocks; s++) {
                if (shares[s] == 1) {
                    break;
                }
                double step = (shares[s + 1] - shares[s]) / SUB;
                for (int i = 0; i < SUB; i++) {
                    int at = s * SUB + i;
                    double before = from[at];
                    to[at] = (float) (before + (to[at] - before) * (shares[s] + step * (i + 1)));
                }
            }
        }
    }
}
