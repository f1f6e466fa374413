package studio.headroom.engine;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;
import studio.headroom.concurrent.RealTime;
import studio.headroom.engine.media.DirectReader;
import studio.headroom.engine.plan.MixPlan;
import studio.headroom.engine.plan.PlannedInsert;
import studio.headroom.engine.plan.PlannedLink;
import studio.headroom.engine.plan.PlannedStrip;

/// A project compiled for rendering: strips in an order in which each comes after what feeds it, their delays
/// compensated and their sums in a fixed order. Made by [GraphCompiler], rendered by [Renderer].
///
/// A graph that follows another shares with it what goes on: effects, ramps, delays. So only the newest one that has
/// come into use may be rendered.
public final class RenderGraph implements Closeable {
    private final MixPlan plan;
    private final StripNode[] nodes;
    /// For each node, the nodes that must be rendered before it.
    private final int[][] needs;
    /// For each node, the number of the last chunk in which it was rendered.
    private final AtomicIntegerArray done;

    private final List<Output> outputs;
    private final long tail;
    private final List<DirectReader> readers;
    private final Transition transition;
    private final Parts parts;
    private final @Nullable Movable[] movable;
    private boolean settled;

    /// Something that a render delivers.
    ///
    /// @param stripId the strip that it is of
    /// @param name of that strip
    /// @param signal `[channel][frame]` of the chunk last rendered; two channels, or those of a single strip's
    /// inserts
    /// @param latency frames by which it is late against the timeline
    public record Output(String stripId, String name, float[][] signal, int latency) {}

    /// What a following graph may go on with, by what it is.
    record Parts(
            Map<PlannedStrip.Key, StripNode> strips,
            Map<PlannedInsert.Key, InsertSlot> inserts,
            Map<PlannedLink.Key, Edge> edges) {
        Parts() {
            this(new HashMap<>(), new HashMap<>(), new HashMap<>());
        }
    }

    RenderGraph(
            MixPlan plan,
            List<StripNode> nodes,
            int[][] needs,
            List<Output> outputs,
            long tail,
            List<DirectReader> readers,
            Transition transition,
            Parts parts,
            @Nullable Movable[] movable) {
        this.plan = plan;
        this.nodes = nodes.toArray(StripNode[]::new);
        this.needs = needs;
        this.outputs = List.copyOf(outputs);
        this.tail = tail;
        this.readers = List.copyOf(readers);
        this.transition = transition;
        this.parts = parts;
        this.movable = movable;
        done = new AtomicIntegerArray(this.nodes.length);
    }

    public int sampleRate() {
        return plan.sampleRate();
    }

    /// What it was compiled from.
    public MixPlan plan() {
        return plan;
    }

    /// The mix first. A graph with stems has them behind it; all of them lie in time with each other. A graph to listen
    /// to has the strips behind it that a plan may hold beside the mix; they may be later than it.
    public List<Output> outputs() {
        return outputs;
    }

    /// Frames by which the mix is late against the timeline.
    public int latency() {
        return outputs.getFirst().latency();
    }

    /// Frames by which effects make a strip late, for which everything else waits: of each strip's together by its id,
    /// and of each by the id of its insert.
    public Map<String, Integer> effectLatencies() {
        Map<String, Integer> frames = new HashMap<>();
        for (StripNode node : nodes) {
            if (!node.planned().leaving()) {
                frames.put(node.planned().strip().id(), node.effectLatency());
                node.putInsertLatencies(frames);
            }
        }
        return frames;
    }

    /// An upper bound of the frames for which the song sounds on after its last clip, latency not counted.
    public long tail() {
        return tail;
    }

    Parts parts() {
        return parts;
    }

    @RealTime
    int size() {
        return nodes.length;
    }

    @RealTime
    StripNode node(int index) {
        return nodes[index];
    }

    @RealTime
    int[] needs(int index) {
        return needs[index];
    }

    @RealTime
    AtomicIntegerArray done() {
        return done;
    }

    /// Comes into use in the place of the graph that it follows: goes on with what both have, and begins to fade from
    /// what the other sounded like.
    ///
    /// @param clock of the next chunk
    @RealTime
    public void adopt(long clock) {
        transition.start(clock);
        for (StripNode node : nodes) {
            node.adopt();
        }
    }

    /// Whether nothing fades from the older graph's sound any more, so that another one may follow.
    @RealTime
    public boolean settled() {
        if (settled) {
            return true;
        }
        for (StripNode node : nodes) {
            if (!node.settled()) {
                return false;
            }
        }
        settled = true;
        return true;
    }

    /// Moves a control.
    ///
    /// @param node number of a strip, an insert or a send, as [NodeNumbers] gave it; one that is not there is
    /// ignored
    /// @param param index of the control with what is done to it, from [Move#of]
    @RealTime
    public void move(int node, int param, double value) {
        if (node >= 0 && node < movable.length) {
            Movable target = movable[node];
            if (target != null) {
                target.move(Move.move(param), Move.param(param), value);
            }
        }
    }

    /// Forgets all that sounded; the next chunk begins like the first.
    @RealTime
    public void reset() {
        transition.skip();
        for (StripNode node : nodes) {
            node.reset();
        }
        settled = true;
    }

    /// Closes the sound files. The graph cannot be rendered any more.
    @Override
    public void close() throws IOException {
        for (DirectReader reader : readers) {
            reader.close();
        }
    }
}
