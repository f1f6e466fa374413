package studio.headroom.engine;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import studio.headroom.audio.Timeline;
import studio.headroom.engine.media.RenderException;

/// Drives a [Renderer] as fast as it goes and hands on what a range of the timeline sounds like.
///
/// A range that begins later than the song is rendered from the song's beginning all the same, so that it has the same
/// bits as that part of the whole: no tail is missing and no compressor starts cold.
public final class OfflineRender {
    /// Frames of a block where nobody needs another.
    public static final int DEFAULT_BLOCK = GraphCompiler.MAX_FRAMES;

    /// Receives what was rendered.
    @FunctionalInterface
    public interface Receiver {
        /// @param outputs the graph's outputs: `[output][channel][frame]`, valid during the call
        void accept(float[][][] outputs, int offset, int frames) throws IOException;
    }

    /// Thrown out of a render that was called off.
    public static final class Canceled extends IOException {
        private static final long serialVersionUID = 1L;

        public Canceled() {
            super("canceled");
        }
    }

    /// Hears how far a render is, in frames of the timeline.
    @FunctionalInterface
    public interface Progress {
        void at(long frame);
    }

    private OfflineRender() {}

    /// Renders `[from, to)` of the timeline.
    ///
    /// @param graph fresh or reset
    /// @param threads how many threads render
    /// @param block frames per call of `receiver`, 1 or more; changes nothing but that
    /// @throws Canceled when `canceled` turned true
    /// @throws IOException of the media or of the receiver
    public static void run(
            RenderGraph graph,
            long from,
            long to,
            int threads,
            int block,
            Receiver receiver,
            Progress progress,
            BooleanSupplier canceled)
            throws IOException {
        float[][][] outputs =
                graph.outputs().stream().map(RenderGraph.Output::signal).toArray(float[][][]::new);
        int subBlocks = Math.clamp(block / Timeline.SUB_BLOCK, 1, GraphCompiler.MAX_SUB_BLOCKS);
        int chunk = subBlocks * Timeline.SUB_BLOCK;
        try (Renderer renderer = new Renderer(graph, Math.min(threads, graph.size()))) {
            long end = to + graph.latency();
            for (long position = 0; position < end; position += chunk) {
                if (canceled.getAsBoolean()) {
                    throw new Canceled();
                }
                renderer.render(position, subBlocks);
                long first = position - graph.latency();
                int at = (int) Math.clamp(from - first, 0, chunk);
                int last = (int) Math.min(chunk, to - first);
                while (at < last) {
                    int frames = Math.min(block, last - at);
                    receiver.accept(outputs, at, frames);
                    at += frames;
                }
                progress.at(Math.clamp(first + chunk, 0, to));
            }
        } catch (RenderException e) {
            throw e.ioCause();
        }
    }
}
