package studio.headroom.engine;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import studio.headroom.concurrent.RealTime;
import studio.headroom.engine.media.DirectReader;

/// A project compiled for rendering: strips in an order in which each comes after what feeds it, their delays
/// compensated and their sums in a fixed order. Made by [GraphCompiler], rendered by [Renderer].
public final class RenderGraph implements Closeable {
    private final int sampleRate;
    private final StripNode[] nodes;
    /// For each node, the nodes that must be rendered before it.
    private final int[][] needs;

    private final List<Output> outputs;
    private final int latency;
    private final long tail;
    private final List<DirectReader> readers;

    /// Something that a render delivers: the mix, or a stem of it. All outputs lie in time with each other.
    ///
    /// @param stripId the strip that it is of
    /// @param name of that strip
    /// @param signal `[channel][frame]` of the chunk last rendered; two channels, or those of a single strip's
    /// inserts
    public record Output(String stripId, String name, float[][] signal) {}

    RenderGraph(
            int sampleRate,
            List<StripNode> nodes,
            int[][] needs,
            List<Output> outputs,
            int latency,
            long tail,
            List<DirectReader> readers) {
        this.sampleRate = sampleRate;
        this.nodes = nodes.toArray(StripNode[]::new);
        this.needs = needs;
        this.outputs = List.copyOf(outputs);
        this.latency = latency;
        this.tail = tail;
        this.readers = List.copyOf(readers);
    }

    public int sampleRate() {
        return sampleRate;
    }

    /// The mix first, then the stems where the graph was compiled with them.
    public List<Output> outputs() {
        return outputs;
    }

    /// Frames by which every output is late against the timeline.
    public int latency() {
        return latency;
    }

    /// An upper bound of the frames for which the song sounds on after its last clip, latency not counted.
    public long tail() {
        return tail;
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

    /// Forgets all that sounded; the next chunk begins like the first.
    @RealTime
    public void reset() {
        for (StripNode node : nodes) {
            node.reset();
        }
    }

    /// Closes the sound files. The graph cannot be rendered any more.
    @Override
    public void close() throws IOException {
        for (DirectReader reader : readers) {
            reader.close();
        }
    }
}
