package studio.headroom.engine;

import java.io.Closeable;
import java.util.concurrent.TimeUnit;
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

    private static final int INDEX_BITS = 20;
    private static final int INDEX_MASK = (1 << INDEX_BITS) - 1;
    /// Numbers begin again at 1; 0 is that of a strip that has not been rendered yet.
    private static final int LAST_NUMBER = (1 << 23) - 1;

    private @Nullable RenderGraph graph;
    private final Playhead playhead = new Playhead();
    private final Thread[] helpers;
    /// The chunk's number, how many strips it has, and the next strip to take, from the upper bits to the lower ones.
    /// In
    /// one value, so that a helper that comes late for a chunk never takes its number for that of another.
    private final AtomicLong next = new AtomicLong();

    private volatile int chunk;
    private volatile boolean closed;
    private volatile @Nullable Throwable failure;
    private long position;
    private int subBlocks;

    /// @param threads how many share the work, the caller among them, 1 or more
    public Renderer(RenderGraph graph, int threads) {
        this(threads, Thread.NORM_PRIORITY);
        this.graph = graph;
    }

    /// One that plays, and is given its graph later, by [#use]. Its helpers are as urgent as the audio thread, which
    /// waits for them.
    public Renderer(int threads) {
        this(threads, Thread.MAX_PRIORITY);
    }

    private Renderer(int threads, int priority) {
        helpers = new Thread[Math.max(0, threads - 1)];
        for (int i = 0; i < helpers.length; i++) {
            helpers[i] = Thread.ofPlatform()
                    .daemon()
                    .name("render-" + (i + 1))
                    .priority(priority)
                    .start(this::help);
        }
    }

    /// Goes on with another graph, from the next chunk on. The thread that renders.
    @RealTime
    public void use(RenderGraph other) {
        graph = other;
    }

    /// What maps the render clock to the timeline; while nobody turns it, both are the same. The thread that renders
    /// may
    /// turn it between chunks.
    @RealTime
    public Playhead playhead() {
        return playhead;
    }

    /// Renders the next chunk into the graph's outputs, with all threads.
    ///
    /// @param at the render clock in frames, a multiple of the sub-block; outputs lie [RenderGraph#latency] earlier
    /// @param count sub-blocks, 1 to [GraphCompiler#MAX_SUB_BLOCKS]
    /// @throws RenderException when media cannot be read offline
    @RealTime
    public void render(long at, int count) {
        render(at, count, true);
    }

    /// The same, where asked on the calling thread alone; the helpers go to sleep when they are not needed for a while.
    @RealTime
    public void render(long at, int count, boolean together) {
        RenderGraph current = graph;
        if (current == null) {
            return;
        }
        if (!together || helpers.length == 0) {
            for (int i = 0; i < current.size(); i++) {
                current.node(i).render(playhead, at, count);
            }
            return;
        }
        position = at;
        subBlocks = count;
        int number = chunk % LAST_NUMBER + 1;
        next.set((long) number << 2 * INDEX_BITS | (long) current.size() << INDEX_BITS);
        chunk = number;
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
        }
        share();
        for (int i = 0; i < current.size(); i++) {
            await(current, i, number);
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
            int index = (int) taken & INDEX_MASK;
            if (index >= ((int) (taken >>> INDEX_BITS) & INDEX_MASK)) {
                return;
            }
            // The chunk cannot end before this strip is done: what describes it stands still.
            int number = (int) (taken >>> 2 * INDEX_BITS);
            RenderGraph current = graph;
            if (current == null) {
                return;
            }
            try {
                for (int need : current.needs(index)) {
                    await(current, need, number);
                }
                current.node(index).render(playhead, position, subBlocks);
            } catch (RuntimeException | Error e) {
                failure = e;
            }
            current.done().setRelease(index, number);
        }
    }

    @RealTime
    private static void await(RenderGraph current, int index, int number) {
        int waits = 0;
        while (current.done().getAcquire(index) != number) {
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
