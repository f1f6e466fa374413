package studio.headroom.engine.live;

import studio.headroom.engine.RenderGraph;
import studio.headroom.engine.plan.MixPlan;

/// A graph with what can be listened to of it.
///
/// @param signals by [#MIX], [#LISTEN], [#MASTERED]; what the graph does not have is the mix
/// @param latencies of the signals in frames
/// @param mastered whether it has the mastering chain's output
record LiveGraph(RenderGraph graph, float[][][] signals, int[] latencies, boolean mastered) {
    /// Indices of what a [MonitorSource] chooses from.
    static final int MIX = 0;

    static final int LISTEN = 1;
    static final int MASTERED = 2;
    static final int SOURCES = 3;

    static LiveGraph of(RenderGraph graph) {
        RenderGraph.Output mix = graph.outputs().getFirst();
        float[][][] signals = {mix.signal(), mix.signal(), mix.signal()};
        int[] latencies = {mix.latency(), mix.latency(), mix.latency()};
        boolean mastered = false;
        for (RenderGraph.Output output : graph.outputs()) {
            int source = source(output);
            signals[source] = output.signal();
            latencies[source] = output.latency();
            mastered |= source == MASTERED;
        }
        return new LiveGraph(graph, signals, latencies, mastered);
    }

    private static int source(RenderGraph.Output output) {
        return switch (output.stripId()) {
            case MixPlan.LISTEN -> LISTEN;
            case MixPlan.MASTERING -> MASTERED;
            default -> MIX;
        };
    }
}
