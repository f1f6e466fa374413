package studio.headroom.engine.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import studio.headroom.engine.GraphCompiler;
import studio.headroom.engine.NodeNumbers;
import studio.headroom.engine.RenderGraph;
import studio.headroom.engine.Renderer;
import studio.headroom.engine.plan.Listening;
import studio.headroom.engine.plan.MixPlan;
import studio.headroom.engine.plan.Succession;
import studio.headroom.project.Project;

/// Drives a [LiveRender] by hand, on one thread, and keeps what it gives out.
final class Hearing implements Closeable {
    /// A sine of 100 Hz at -6 dBFS bends by 0.5 (2π100/48000)² = 8.6e-5. A straight fade of 20 ms over the whole of it
    /// adds two corners of at most 0.5/960 and, between them, twice the slopes of both.
    static final double BOUND = 0.5 / 960 + 2 * 0.5 / 960 * 2 * Math.PI * 100 / 48_000 + 1.1e-4;

    /// The same for a cross-fade between two places, which may be of opposite phase: twice as far.
    static final double CROSS_BOUND = BOUND + 0.5 / 960;

    final LiveRender render;
    final LiveMeters meters;
    final NodeNumbers numbers = new NodeNumbers();
    private final MemorySong song;
    private final Renderer renderer;
    private final float[][] block = new float[2][4096];
    private float[][] heard = new float[2][0];
    private RenderGraph graph;
    private LiveGraph published;

    Hearing(MemorySong song) {
        this(song, 1);
    }

    Hearing(MemorySong song, int threads) {
        this.song = song;
        renderer = new Renderer(threads);
        render = new LiveRender(renderer, song.rate);
        meters = new LiveMeters(song.rate);
        publish(MixPlan.of(song.project()));
    }

    private void publish(MixPlan plan) {
        meters.follow(plan);
        try {
            graph = GraphCompiler.compileLive(plan, song.readers(), graph, numbers, meters::probe);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        published = LiveGraph.of(graph, published);
        render.link().publish(published);
    }

    /// Lets a graph of another song, or listened to otherwise, follow.
    void follow(Project project, Listening listening) {
        publish(Succession.of(graph.plan().settled(), MixPlan.of(project, listening)));
    }

    RenderGraph graph() {
        return graph;
    }

    void transport(int command, double value) {
        render.link().send(LiveRender.TRANSPORT, command, value);
    }

    void play(long frame) {
        transport(LiveRender.PLAY, frame);
    }

    void stop() {
        transport(LiveRender.STOP, 0);
    }

    void stand(long frame) {
        transport(LiveRender.STAND, frame);
    }

    void loop(long from, long to) {
        transport(LiveRender.LOOP_TO, to);
        transport(LiveRender.LOOP_FROM, from);
    }

    void select(int source) {
        render.link().send(LiveRender.LISTENING, LiveRender.SOURCE, source);
    }

    /// Renders on, block by block, and returns what was heard.
    float[][] hear(int frames, int blockFrames) {
        float[][] fresh = new float[2][frames];
        for (int done = 0; done < frames; ) {
            int count = Math.min(blockFrames, frames - done);
            render.render(block, count, 0);
            for (int c = 0; c < 2; c++) {
                System.arraycopy(block[c], 0, fresh[c], done, count);
            }
            done += count;
        }
        int before = heard[0].length;
        for (int c = 0; c < 2; c++) {
            heard[c] = Arrays.copyOf(heard[c], before + frames);
            System.arraycopy(fresh[c], 0, heard[c], before, frames);
        }
        return fresh;
    }

    /// Renders until nothing sounds any more.
    void rest() {
        for (int seconds = 0; !render.resting(); seconds++) {
            if (seconds > 60) {
                throw new IllegalStateException("does not come to rest");
            }
            hear(song.rate, 512);
        }
    }

    /// All that was heard so far.
    float[][] heard() {
        return heard;
    }

    /// What is heard next of a song that is a [MemorySong#ramp] is the frame that is said to be heard.
    void assertSaidIsHeard(String when) {
        float[] last = hear(1, 1)[0];
        assertThat(Math.round(last[0] * 0x1p20)).as(when).isEqualTo(render.heard(0) - 1);
    }

    static float peak(float[][] signal) {
        float peak = 0;
        for (float[] channel : signal) {
            for (float sample : channel) {
                peak = Math.max(peak, Math.abs(sample));
            }
        }
        return peak;
    }

    /// The largest second difference of a signal.
    static double bend(float[] signal) {
        double largest = 0;
        for (int i = 2; i < signal.length; i++) {
            largest = Math.max(largest, Math.abs(signal[i] - 2.0 * signal[i - 1] + signal[i - 2]));
        }
        return largest;
    }

    @Override
    public void close() {
        renderer.close();
    }
}
