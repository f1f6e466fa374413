package studio.headroom.app.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import studio.headroom.audio.Timeline;
import studio.headroom.engine.GraphCompiler;
import studio.headroom.engine.OfflineRender;
import studio.headroom.engine.RenderGraph;
import studio.headroom.engine.Renderer;

/// Renders a [BenchSession] block by block as a device would ask for it, and as a bounce does, and says what it took.
public final class BenchRun {
    /// Frames of a device block.
    public static final int BLOCK = 256;

    private static final int WARM_UP_BLOCKS = 2000;

    /// What was measured.
    ///
    /// @param realTimeFactor seconds of song for one second of bounce
    /// @param threads of the bounce
    /// @param blockMedianMs half of the blocks of [#BLOCK] frames took no longer, rendered on one thread
    /// @param blockMs the time that a block sounds
    /// @param bytesPerBlock allocated while rendering, per block
    /// @param peakMemoryMb the most memory the process had resident, in MB: heap, code, buffers and all; where the
    ///     system does not say, the heap alone
    /// @param peakHeapMb the most that the heap held, in MB
    public record Result(
            int tracks,
            int seconds,
            int threads,
            double realTimeFactor,
            double blockMedianMs,
            double blockP99Ms,
            double blockP999Ms,
            double blockWorstMs,
            double blockMs,
            double bytesPerBlock,
            double peakMemoryMb,
            double peakHeapMb) {}

    private BenchRun() {}

    public static Result run(int tracks, int seconds, int threads) throws IOException {
        BenchSession session = new BenchSession(tracks, seconds);
        double[] blocks;
        double bytesPerBlock;
        try (RenderGraph graph = GraphCompiler.compile(session.project(), session::open, false);
                Renderer renderer = new Renderer(graph, 1)) {
            blocks = new double[(int) Math.max(1, (long) seconds * graph.sampleRate() / BLOCK)];
            bytesPerBlock = blockTimes(renderer, blocks);
        }
        double factor = bounce(session, seconds, threads);
        Arrays.sort(blocks);
        return new Result(
                tracks,
                seconds,
                threads,
                factor,
                percentile(blocks, 0.5),
                percentile(blocks, 0.99),
                percentile(blocks, 0.999),
                blocks[blocks.length - 1],
                1000.0 * BLOCK / session.project().sampleRate(),
                bytesPerBlock,
                PeakMemory.processMb(),
                PeakMemory.heapMb());
    }

    /// Fills `milliseconds` and returns the bytes allocated per block.
    private static double blockTimes(Renderer renderer, double[] milliseconds) {
        int subBlocks = BLOCK / Timeline.SUB_BLOCK;
        long position = 0;
        for (int i = 0; i < WARM_UP_BLOCKS; i++, position += BLOCK) {
            renderer.render(position, subBlocks);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < milliseconds.length; i++, position += BLOCK) {
            long start = System.nanoTime();
            renderer.render(position, subBlocks);
            milliseconds[i] = (System.nanoTime() - start) * 1e-6;
        }
        return (threads.getCurrentThreadAllocatedBytes() - before) / (double) milliseconds.length;
    }

    private static double bounce(BenchSession session, int seconds, int threads) throws IOException {
        try (RenderGraph graph = GraphCompiler.compile(session.project(), session::open, false)) {
            long frames = (long) seconds * graph.sampleRate();
            long start = System.nanoTime();
            OfflineRender.run(
                    graph,
                    0,
                    frames,
                    threads,
                    OfflineRender.DEFAULT_BLOCK,
                    (outputs, at, count) -> {},
                    frame -> {},
                    () -> false);
            return seconds / ((System.nanoTime() - start) * 1e-9);
        }
    }

    private static double percentile(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length))];
    }
}
