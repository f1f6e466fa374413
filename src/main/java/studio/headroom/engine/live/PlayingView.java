package studio.headroom.engine.live;

import studio.headroom.concurrent.MeterSlots;
import studio.headroom.concurrent.RealTime;
import studio.headroom.engine.media.PlayheadView;

/// Where playing is, as the audio thread shows it to everybody else after each block. Frames are below 2^53 and so
/// exact.
final class PlayingView implements PlayheadView {
    private static final int HEARD = 0;
    private static final int NEXT = 1;
    private static final int RUNS = 2;
    private static final int RESTS = 3;
    private static final int PLAYED = 4;
    private static final int LOAD = 5;
    private static final int STARVED = 6;
    private static final int ALLOCATED = 7;
    private static final int LATENCY = 8;
    private static final int SEAMS = 9;
    private static final int SPOILT = 10;
    private static final int FAILED = 11;

    private final MeterSlots slots = new MeterSlots(12, 0);
    private volatile long loopFrom;
    private volatile long loopTo;

    PlayingView() {
        slots.set(RESTS, 1);
    }

    /// Audio thread.
    @RealTime
    void show(LiveRender render, long pending, double load, long allocated) {
        slots.set(HEARD, render.heard(pending));
        slots.set(NEXT, render.position());
        slots.set(RUNS, render.runs() ? 1 : 0);
        slots.set(RESTS, render.resting() ? 1 : 0);
        slots.set(PLAYED, render.played());
        slots.set(LOAD, load);
        slots.set(ALLOCATED, allocated);
        slots.set(LATENCY, render.latency());
        slots.set(SEAMS, render.seams(pending));
        slots.set(SPOILT, render.spoilt());
    }

    /// Audio thread: a block that the disk was too slow for.
    @RealTime
    void starved() {
        slots.add(STARVED, 1);
    }

    /// Audio thread: a block whose render threw an exception.
    @RealTime
    void failed() {
        slots.add(FAILED, 1);
    }

    /// Control thread.
    void loop(long from, long to) {
        loopFrom = from;
        loopTo = to;
    }

    /// The frame of the timeline that is heard. Any thread, as all below.
    long heard() {
        return (long) slots.get(HEARD);
    }

    boolean rests() {
        return slots.get(RESTS) != 0;
    }

    long played() {
        return (long) slots.get(PLAYED);
    }

    /// The share of its time that the last block took.
    double load() {
        return slots.get(LOAD);
    }

    /// Blocks that the disk was too slow for.
    long starvedBlocks() {
        return (long) slots.get(STARVED);
    }

    /// Frames by which what is heard is late in the graph.
    long latency() {
        return (long) slots.get(LATENCY);
    }

    /// How many seams of loops have been heard.
    long seams() {
        return (long) slots.get(SEAMS);
    }

    /// Chunks that held what is not a number.
    long spoiltChunks() {
        return (long) slots.get(SPOILT);
    }

    /// Blocks whose render threw an exception.
    long failedBlocks() {
        return (long) slots.get(FAILED);
    }

    /// Bytes that audio threads have allocated, one after the other, while they played.
    long allocated() {
        return (long) slots.get(ALLOCATED);
    }

    @Override
    public long position() {
        return (long) slots.get(NEXT);
    }

    @Override
    public boolean moving() {
        return slots.get(RUNS) != 0;
    }

    @Override
    public long loopFrom() {
        return loopFrom;
    }

    @Override
    public long loopTo() {
        return loopTo;
    }
}
