package studio.headroom.engine;

import java.io.Closeable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import studio.headroom.concurrent.RealTime;
import studio.headroom.engine.media.RenderException;

/// Renders a graph chunk by chunk, alone or with helpers that share each chunk's strips. The result has the same bits
/// for any number of threads, since who renders a strip changes nothing of what it hears.
///
/// Strips are taken in the graph's order by whoever is free; whoever takes one waits until those that feed it are done.
/// Since those come earlier in the order and are being rendered by somebody, nobody waits for ever.
public final class Renderer implements Closeable {
    private static final int SPINS_BEFORE_YIELD = 1 << 12;
    private static final int YIELDS_BEFORE_SLEEP = 1 << 6;

    private final RenderGraph graph;
    private final Thread[] helpers;
    /// The chunk's number in the upper half, the next strip to take in the lower.
    private final AtomicLong next = new AtomicLong();
    /// For each strip, the number of the last chunk in which it was rendered.
    private final AtomicIntegerArray done;

    private volatile int chunk;
    private volatile boolean closed;
    private volatile @Nullable Throwable failure;
    private long position;
    private int subBlocks;

    /// @param threads how many share the work, the caller among them, 1 or more
    public Renderer(RenderGraph graph, int threads) {
        this.graph = graph;
        done = new AtomicIntegerArray(graph.size());
        helpers = new Thread[Math.min(threads, graph.size()) - 1];
        for (int i = 0; i < helpers.length; i++) {
            helpers[i] = Thread.ofPlatform().daemon().name("render-" + (i + 1)).start(this::help);
        }
    }

    public RenderGraph graph() {
        return graph;
    }

    /// Renders the next chunk into the graph's outputs.
    ///
    /// @param at the render position in frames, a multiple of the sub-block; outputs lie [RenderGraph#latency]
    /// earlier
    ///     on the timeline
    /// @param count sub-blocks, 1 to [GraphCompiler#MAX_SUB_BLOCKS]
    /// @throws RenderException when media cannot be read offline
    @RealTime
    public void render(long at, int count) {
        if (helpers.length == 0) {
            for (int i = 0; i < graph.size(); i++) {
                graph.node(i).render(at, count);
            }
            return;
        }
        position = at;
        subBlocks = count;
        int number = chunk + 1;
        next.set((long) number << 32);
        chunk = number;
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
        }
        share();
        for (int i = 0; i < graph.size(); i++) {
            await(i, number);
        }
        if (failure != null) {
            rethrow();
        }
    }

    private void help() {
        int seen = 0;
        while (!closed) {
            seen = awaitChunkAfter(seen);
            if (!closed) {
                share();
            }
        }
    }

    private int awaitChunkAfter(int seen) {
        int waits = 0;
        while (chunk == seen && !closed) {
            waits++;
            if (waits > SPINS_BEFORE_YIELD + YIELDS_BEFORE_SLEEP) {
                LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(100));
            } else if (waits > SPINS_BEFORE_YIELD) {
                Thread.yield();
            } else {
                Thread.onSpinWait();
            }
        }
        return chunk;
    }

    /// Takes strips of the present chunk until none is left. A helper that is late for a chunk takes from the next.
    @RealTime
    private void share() {
        while (true) {
            long taken = next.getAndIncrement();
            int index = (int) taken;
            int number = (int) (taken >>> 32);
            if (index >= graph.size()) {
                return;
            }
            try {
                for (int need : graph.needs(index)) {
                    await(need, number);
                }
                graph.node(index).render(position, subBlocks);
            } catch (RuntimeException | Error e) {
                failure = e;
            }
            done.setRelease(index, number);
        }
    }

    @RealTime
    private void await(int index, int number) {
        int waits = 0;
        while (done.getAcquire(index) != number) {
            if (++waits > SPINS_BEFORE_YIELD) {
                Thread.yield();
            } else {
                Thread.onSpinWait();
            }
        }
    }

    private void rethrow() {
        Throwable cause = failure;
        failure = null;
        switch (cause) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case null, default -> throw new IllegalStateException(cause);
        }
    }

    /// Ends the helpers; the graph stays open.
    @Override
    public void close() {
        closed = true;
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
        }
    }
}
