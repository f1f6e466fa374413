package studio.headroom.engine;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import studio.headroom.engine.plan.Listening;
import studio.headroom.engine.plan.MixPlan;
import studio.headroom.engine.plan.Succession;
import studio.headroom.project.Project;

/// A song that sounds while it is edited, and what its mix sounds like, by the render clock.
final class LiveRig implements Closeable {
    final NodeNumbers numbers = new NodeNumbers();
    final Renderer renderer;
    private final GraphCompiler.Readers readers;
    private Listening listening = Listening.TO_THE_MIX;
    private final float[][] mix;
    private RenderGraph graph;
    private long clock;
    private int graphs;

    /// @param frames that will be rendered at most
    LiveRig(TestSong song, Project project, int frames, int threads) {
        readers = song.readers();
        mix = new float[2][frames];
        graph = compile(MixPlan.of(project), null);
        renderer = new Renderer(graph, threads);
    }

    private RenderGraph compile(MixPlan plan, RenderGraph previous) {
        try {
            return GraphCompiler.compileLive(plan, readers, previous, numbers, strip -> null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    RenderGraph graph() {
        return graph;
    }

    long clock() {
        return clock;
    }

    /// Graphs that have followed the first.
    int graphs() {
        return graphs;
    }

    void listen(Listening changed) {
        listening = changed;
    }

    /// Compiles the next graph, not yet in use.
    RenderGraph next(Project project) {
        MixPlan plan = Succession.of(graph().plan().settled(), MixPlan.of(project, listening));
        return compile(plan, graph());
    }

    void use(RenderGraph next) {
        graph = next;
        renderer.use(next);
        next.adopt(clock);
        graphs++;
    }

    void edit(Project project) {
        use(next(project));
    }

    /// Renders on until nothing fades any more and nothing has to be left out.
    void settle(Project project, int subBlocks) {
        for (int rounds = 0; !graph().settled() || graph().plan().inTransition(); rounds++) {
            if (rounds > 400) {
                throw new IllegalStateException("does not settle");
            }
            if (graph().settled()) {
                edit(project);
            }
            render(subBlocks, subBlocks);
        }
    }

    /// Renders so many sub-blocks, in chunks of at most `chunk`.
    void render(int subBlocks, int chunk) {
        for (int left = subBlocks; left > 0; left -= chunk) {
            int count = Math.min(left, chunk);
            renderer.render(clock, count);
            float[][] signal = graph().outputs().getFirst().signal();
            for (int c = 0; c < 2; c++) {
                System.arraycopy(signal[c], 0, mix[c], (int) clock, count * 64);
            }
            clock += count * 64L;
        }
    }

    /// The mix so far.
    float[][] mix() {
        return new float[][] {Arrays.copyOf(mix[0], (int) clock), Arrays.copyOf(mix[1], (int) clock)};
    }

    @Override
    public void close() {
        renderer.close();
    }
}
