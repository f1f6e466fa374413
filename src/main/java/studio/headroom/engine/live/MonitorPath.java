package studio.headroom.engine.live;

import org.jspecify.annotations.Nullable;
import studio.headroom.concurrent.RealTime;
import studio.headroom.engine.monitor.LoudnessMatch;
import studio.headroom.engine.monitor.Monitor;
import studio.headroom.engine.monitor.MonitorSource;
import studio.headroom.param.Values;

/// From what a graph renders to what is heard: the choice of what to listen to, the mastering chain at matched
/// loudness, and the monitor's controls. All that can be listened to is made equally late, so that going from the mix
/// to the chain and back compares the same moment. No render to a file passes here. The audio thread.
final class MonitorPath {
    private final MonitorSource source;
    private final LoudnessMatch match;
    private final Monitor monitor;
    private final float[][][] aligned = new float[LiveGraph.SOURCES][][];
    private @Nullable LiveGraph present;
    private int wanted = LiveGraph.MIX;
    /// Frames until what has just come into the graph sounds.
    private long waits;

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

    /// Fades to a source, as soon as it sounds.
    @RealTime
    void select(int index) {
        wanted = index;
    }

    @RealTime
    void match(boolean on) {
        match.setOn(on);
    }

    /// The mastering chain is another one.
    @RealTime
    void rematch() {
        match.restart();
    }

    @RealTime
    void set(int param, double value) {
        monitor.set(param, value);
    }

    /// A graph comes into use.
    @RealTime
    void use(LiveGraph graph) {
        LiveGraph before = present;
        if (graph.present()[LiveGraph.MASTERED]) {
            match.setLatency(graph.latencies()[LiveGraph.MASTERED] - graph.latencies()[LiveGraph.MIX]);
            if (before == null || !before.present()[LiveGraph.MASTERED]) {
                rematch();
            }
        }
        if (before != null) {
            for (int i = 0; i < LiveGraph.SOURCES; i++) {
                graph.delays()[i].follow(before.delays()[i]);
                if (graph.present()[i] && !before.present()[i]) {
                    waits = graph.latency();
                }
            }
        }
        present = graph;
    }

    /// Whether nothing but what is wanted is heard, where it belongs in time.
    @RealTime
    boolean settled() {
        LiveGraph graph = present;
        int goal = goal();
        for (int i = 0; i < LiveGraph.SOURCES; i++) {
            if (i != goal && source.isHeard(i) || graph != null && !graph.delays()[i].settled()) {
                return false;
            }
        }
        return true;
    }

    /// What is wanted, or the mix while the graph does not have it.
    @RealTime
    private int goal() {
        LiveGraph graph = present;
        return graph == null || !graph.present()[wanted] ? LiveGraph.MIX : wanted;
    }

    /// Begins anew, with all fades over.
    @RealTime
    void reset() {
        waits = 0;
        source.select(goal());
        source.settle();
        monitor.settle();
        LiveGraph graph = present;
        if (graph != null) {
            for (AlignDelay delay : graph.delays()) {
                delay.reset();
            }
        }
    }

    /// Fills `out[0 and 1][0 .. frames)` with what is heard of a rendered chunk.
    @RealTime
    void process(LiveGraph graph, float[][] out, int frames) {
        float[][][] signals = graph.signals();
        if (graph.present()[LiveGraph.MASTERED]) {
            match.process(signals[LiveGraph.MIX], signals[LiveGraph.MASTERED], 0, frames);
        }
        for (int i = 0; i < LiveGraph.SOURCES; i++) {
            AlignDelay delay = graph.delays()[i];
            delay.process(signals[i], frames);
            aligned[i] = delay.signal(signals[i]);
        }
        if (waits <= 0) {
            source.select(goal());
        }
        waits -= Math.min(waits, frames);
        source.process(aligned, out, 0, frames);
        monitor.process(out, 0, frames);
    }

    /// Adds the noise that a room is measured with, if any, to `out[0 and 1][0 .. frames)`.
    @RealTime
    void addNoise(float[][] out, int frames) {
        monitor.noise().process(out, frames);
    }
}
