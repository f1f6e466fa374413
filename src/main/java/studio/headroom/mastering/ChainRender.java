package studio.headroom.mastering;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSink;
import studio.headroom.audio.SampleSource;
import studio.headroom.engine.GraphCompiler;
import studio.headroom.engine.OfflineRender;
import studio.headroom.engine.RenderGraph;
import studio.headroom.project.Clip;
import studio.headroom.project.Fade;
import studio.headroom.project.Insert;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;

/// One sound through a chain of effects, by the same compiler and renderer that play and bounce songs.
public final class ChainRender {
    private static final String STRIP = "chain";

    private ChainRender() {}

    /// Renders the whole source, mono or stereo, into a sink.
    ///
    /// @param gainDb before the first effect
    /// @param frames to render: the source's length, or more to let effects ring out
    /// @param step what the progress is called
    public static void run(
            SampleSource source,
            double gainDb,
            List<Insert> chain,
            long frames,
            SampleSink sink,
            String step,
            Progress progress)
            throws IOException {
        run(source, gainDb, chain, frames, sink, strip -> null, step, progress);
    }

    /// As [#run(SampleSource, double, List, long, SampleSink, String, Progress)], watched.
    ///
    /// @param probes who watches the effects; an effect hears the frames late by the latency of those before it
    public static void run(
            SampleSource source,
            double gainDb,
            List<Insert> chain,
            long frames,
            SampleSink sink,
            GraphCompiler.Probes probes,
            String step,
            Progress progress)
            throws IOException {
        try (RenderGraph graph = compile(source, gainDb, chain, probes)) {
            OfflineRender.run(
                    graph,
                    0,
                    frames,
                    1,
                    OfflineRender.DEFAULT_BLOCK,
                    (outputs, offset, count) -> sink.write(outputs[0], offset, count),
                    frame -> progress.at(step, (double) frame / frames),
                    progress::canceled);
        }
    }

    /// @throws IOException when effects do not work at the rate of a file
    static void requireRate(AudioFormat format, Path file) throws IOException {
        int rate = format.sampleRate();
        if (rate < Project.MIN_SAMPLE_RATE || rate > Project.MAX_SAMPLE_RATE) {
            throw new IOException("'" + file + "' has a sample rate of " + rate + " Hz; effects work at "
                    + Project.MIN_SAMPLE_RATE + " to " + Project.MAX_SAMPLE_RATE + " Hz. Convert it first.");
        }
    }

    /// Channels of what [#run] would write, frames for which it would ring on, and frames by which the effects make the
    /// sound late.
    public record Shape(int channels, long tail, int latency) {}

    public static Shape shape(SampleSource source, List<Insert> chain) throws IOException {
        try (RenderGraph graph = compile(source, 0, chain, strip -> null)) {
            return new Shape(graph.outputs().getFirst().signal().length, graph.tail(), graph.latency());
        }
    }

    private static RenderGraph compile(
            SampleSource source, double gainDb, List<Insert> chain, GraphCompiler.Probes probes) throws IOException {
        Media media = new Media("input", "media/input.wav", source.format().channels(), source.frames(), "input");
        Clip clip = new Clip("clip", media.id(), 0, 0, media.frames(), gainDb, Fade.NONE, Fade.NONE, false, false);
        Strip strip = Strip.create(Strip.Kind.TRACK, STRIP, "Chain")
                .withInserts(chain)
                .withClips(List.of(clip));
        Project project = Project.empty("Chain", source.format().sampleRate())
                .withMedia(List.of(media))
                .withStrips(List.of(strip));
        return GraphCompiler.compileInserts(project, STRIP, unused -> new Borrowed(source), probes);
    }

    /// The caller's source, which outlives the graph.
    private record Borrowed(SampleSource source) implements SampleSource {
        @Override
        public AudioFormat format() {
            return source.format();
        }

        @Override
        public long frames() {
            return source.frames();
        }

        @Override
        public void read(long start, float[][] target, int offset, int count) throws IOException {
            source.read(start, target, offset, count);
        }
    }
}
