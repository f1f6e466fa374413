package studio.headroom.engine.live;

import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;
import studio.headroom.engine.GraphCompiler;
import studio.headroom.engine.RenderGraph;
import studio.headroom.engine.plan.MixPlan;

/// A graph with what can be listened to of it.
///
/// @param signals by [#MIX], [#LISTEN], [#MASTERED]; what the graph does not have is the mix
/// @param latencies of the signals in frames
/// @param present which of them the graph has
/// @param delays that make all of them as late as the latest
record LiveGraph(RenderGraph graph, float[][][] signals, int[] latencies, boolean[] present, AlignDelay[] delays) {
    /// Indices of what a [MonitorSource] chooses from.
    static final int MIX = 0;

    static final int LISTEN = 1;
    static final int MASTERED = 2;
    static final int SOURCES = 3;

    private static final double FADE_SECONDS = 0.02;
    private static final int MAX_FRAMES = GraphCompiler.MAX_SUB_BLOCKS * Timeline.SUB_BLOCK;

    /// @param previous the one that it will follow, or null
    static LiveGraph of(RenderGraph graph, @Nullable LiveGraph previous) {
        RenderGraph.Output mix = graph.outputs().getFirst();
        float[][][] signals = {mix.signal(), mix.signal(), mix.signal()};
        int[] latencies = {mix.latency(), mix.latency(), mix.latency()};
        boolean[] present = {true, false, false};
        int latest = mix.latency();
        for (RenderGraph.Output output : graph.outputs()) {
            int source = source(output);
            signals[source] = output.signal();
            latencies[source] = output.latency();
            present[source] = true;
            latest = Math.max(latest, output.latency());
        }
        int fade = (int) Math.ceil(FADE_SECONDS * graph.sampleRate());
        AlignDelay[] delays = new AlignDelay[SOURCES];
        for (int i = 0; i < SOURCES; i++) {
            delays[i] = new AlignDelay(
                    latest - latencies[i], previous == null ? null : previous.delays[i], fade, MAX_FRAMES);
        }
        return new LiveGraph(graph, signals, latencies, present, delays);
    }

    /// Frames by which all that can be listened to is late.
    @RealTime
    int latency() {
        int latest = 0;
        for (int latency : latencies) {
            latest = Math.max(latest, latency);
        }
        return latest;
    }

    private static int source(RenderGraph.Output output) {
        return switch (output.stripId()) {
            case MixPlan.LISTEN -> LISTEN;
            case MixPlan.MASTERING -> MASTERED;
            default -> MIX;
        };
    }
}
