package studio.headroom.engine.live;

import studio.headroom.concurrent.RealTime;
import studio.headroom.engine.monitor.LoudnessMatch;
import studio.headroom.engine.monitor.Monitor;
import studio.headroom.engine.monitor.MonitorSource;
import studio.headroom.param.Values;

/// From what a graph renders to what is heard: the choice of what to listen to, the mastering chain at matched
/// loudness,
/// and the monitor's controls. No render to a file passes here. The audio thread.
final class MonitorPath {
    private final MonitorSource source;
    private final LoudnessMatch match;
    private final Monitor monitor;

    MonitorPath(int sampleRate) {
        source = new MonitorSource(sampleRate, LiveGraph.SOURCES);
        match = new LoudnessMatch(sampleRate);
        monitor = new Monitor(sampleRate, Values.INITIAL);
    }

    Monitor monitor() {
        return monitor;
    }

    LoudnessMatch match() {
        return match;
    }

    /// What is heard, or faded to.
    @RealTime
    int selected() {
        return source.selected();
    }

    @RealTime
    void select(int index) {
        source.select(index);
    }

    @RealTime
    void match(boolean on) {
        match.setOn(on);
    }

    @RealTime
    void set(int param, double value) {
        monitor.set(param, value);
    }

    /// A graph comes into use.
    @RealTime
    void use(LiveGraph graph) {
        if (graph.mastered()) {
            match.setLatency(graph.latencies()[LiveGraph.MASTERED] - graph.latencies()[LiveGraph.MIX]);
        }
    }

    /// Whether nothing but what is selected is heard.
    @RealTime
    boolean settled() {
        for (int i = 0; i < LiveGraph.SOURCES; i++) {
            if (i != source.selected() && source.isHeard(i)) {
                return false;
            }
        }
        return true;
    }

    @RealTime
    void settle() {
        source.settle();
        monitor.settle();
    }

    /// Fills `out[0 and 1][0 .. frames)` with what is heard of a rendered chunk.
    @RealTime
    void process(LiveGraph graph, float[][] out, int frames) {
        float[][][] signals = graph.signals();
        if (graph.mastered()) {
            match.process(signals[LiveGraph.MIX], signals[LiveGraph.MASTERED], 0, frames);
        }
        source.process(signals, out, 0, frames);
        monitor.process(out, 0, frames);
    }
}
