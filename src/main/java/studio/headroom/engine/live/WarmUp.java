package studio.headroom.engine.live;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import studio.headroom.engine.GraphCompiler;
import studio.headroom.engine.NodeNumbers;
import studio.headroom.engine.Renderer;
import studio.headroom.engine.media.MediaReader;
import studio.headroom.engine.plan.Listening;
import studio.headroom.engine.plan.MixPlan;
import studio.headroom.project.Project;

/// Plays a [Drill] and then a copy of a song to nobody for a moment, so that what is about to play for real is compiled
/// code by then.
final class WarmUp {
    private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(1000);
    private static final long DRILL_NANOS = TimeUnit.MILLISECONDS.toNanos(1000);
    private static final double SECONDS = 20;
    /// Once for all songs.
    private static final AtomicBoolean DRILLED = new AtomicBoolean();

    private WarmUp() {}

    /// Control thread; takes about a second, and another one the first time.
    static void run(Project project, Listening listening, int blockFrames) {
        int rate = project.sampleRate();
        MixPlan plan = MixPlan.of(project, listening);
        LiveMeters meters = new LiveMeters(rate);
        meters.follow(plan);
        try (Renderer renderer = new Renderer(1)) {
            if (!DRILLED.getAndSet(true)) {
                Drill.run(rate, blockFrames, System.nanoTime() + DRILL_NANOS);
            }
            LiveRender render = new LiveRender(renderer, rate);
            render.link()
                    .publish(LiveGraph.of(
                            GraphCompiler.compileLive(plan, WarmUp::noise, null, new NodeNumbers(), meters::probe),
                            null));
            render.link().send(LiveRender.TRANSPORT, LiveRender.PLAY, 0);
            float[][] block = new float[2][blockFrames];
            long end = System.nanoTime() + MOST_NANOS;
            for (long done = 0; done < SECONDS * rate && System.nanoTime() < end; done += blockFrames) {
                render.render(block, blockFrames, 0);
            }
        } catch (IOException e) {
            throw new IllegalStateException("noise cannot be opened", e);
        }
    }

    static GraphCompiler.TrackReaders noise() {
        return (media, reversed) -> new Noise(media.channels());
    }

    /// Something for effects to work on.
    private record Noise(int channels) implements MediaReader {
        @Override
        public void read(long start, float[][] target, int offset, int count) {
            for (int c = 0; c < channels; c++) {
                long seed = (start + c + 1) * 0x9E3779B97F4A7C15L;
                for (int i = 0; i < count; i++) {
                    seed = seed * 6364136223846793005L + 1442695040888963407L;
                    target[c][offset + i] = (seed >> 40) * 0x1p-26f;
                }
            }
        }
    }
}
