package studio.headroom.mastering;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.Decibels;
import studio.headroom.audio.SampleSink;
import studio.headroom.engine.GraphCompiler;
import studio.headroom.engine.OfflineRender;
import studio.headroom.engine.RenderGraph;
import studio.headroom.engine.media.MediaLibrary;
import studio.headroom.files.FileException;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;

/// Renders a song to its mix file and, where asked, its stems.
///
/// Without an end of its own the bounce goes on after the last clip until the song has rung out: until nothing above
/// -96 dBFS follows, at most the time that the effects state.
public final class Bounce {
    public static final int DEFAULT_BLOCK = OfflineRender.DEFAULT_BLOCK;

    /// Files that are coded beside the render; each takes half a megabyte.
    private static final int MOST_RELAYS = 64;

    /// No song is longer; a clip by mistake a year away is an error and not a year of silence on the disk.
    private static final long LONGEST_SECONDS = 24 * 3600;

    private static final double AUDIBLE = Decibels.toGain(-96);
    private static final long MAX_TAIL_SECONDS = 60;
    /// Longer than any gap between two repeats of a delay: a tail that rests as long is over.
    private static final int REST_SECONDS = 5;

    /// What is bounced.
    ///
    /// @param from first frame of the timeline
    /// @param to frame after the last one, or empty for the whole song with its tail
    /// @param threads that render
    /// @param block frames handed on at a time; changes no bit of the result
    public record Settings(OutputFormat format, long from, OptionalLong to, int threads, int block) {}

    /// What was written: the mix first, then the stems. All have the same length.
    ///
    /// @param remarks what the user should know about them, in words
    public record Result(List<Path> files, AudioFormat format, double seconds, List<String> remarks) {}

    private final Project project;
    private final Settings settings;
    private final Progress progress;

    private Bounce(Project project, Settings settings, Progress progress) {
        this.project = project;
        this.settings = settings;
        this.progress = progress;
    }

    /// @param output the mix's file; its ending names the format
    /// @param stemsFolder where one file goes for each strip that feeds the master, or null; made where missing
    /// @throws IOException that names a file and the cure; nothing that existed before is changed then
    public static Result run(
            Project project,
            ProjectLibrary library,
            Path output,
            @Nullable Path stemsFolder,
            Settings settings,
            Progress progress)
            throws IOException {
        Originals.protect(output, library.files(project));
        if (stemsFolder == null) {
            return mix(project, library, output, settings, progress);
        }
        KnownEffects.require(project);
        try (RenderGraph graph = GraphCompiler.compile(project, library, true)) {
            List<Path> files = new ArrayList<>(List.of(output));
            files.addAll(stemFiles(graph, stemsFolder, output));
            for (Path stem : files.subList(1, files.size())) {
                Originals.protect(stem, library.files(project));
                if (Originals.same(stem, output)) {
                    throw new FileException("'" + output + "' cannot be the mix: the stem '" + stem
                            + "' has the same name. Choose another one.");
                }
            }
            boolean made = makeFolder(stemsFolder);
            boolean done = false;
            try {
                Result result = new Bounce(project, settings, progress).render(graph, files);
                done = true;
                return result;
            } finally {
                if (made && !done) {
                    Files.deleteIfExists(stemsFolder);
                }
            }
        }
    }

    /// Writes the mix alone, wherever it may lie.
    static Result mix(Project project, MediaLibrary library, Path output, Settings settings, Progress progress)
            throws IOException {
        KnownEffects.require(project);
        try (RenderGraph graph = GraphCompiler.compile(project, library, false)) {
            return new Bounce(project, settings, progress).render(graph, List.of(output));
        }
    }

    private static boolean makeFolder(Path folder) throws FileException {
        try {
            boolean missing = !Files.exists(folder);
            Files.createDirectories(folder);
            return missing;
        } catch (IOException e) {
            throw FileException.writing(folder, e);
        }
    }

    private Result render(RenderGraph graph, List<Path> files) throws IOException {
        long to = settings.to.orElse(project.end() + Math.min(graph.tail(), MAX_TAIL_SECONDS * graph.sampleRate()));
        if (to <= settings.from) {
            throw new IOException(
                    project.end() == 0
                            ? "'" + project.title() + "' has nothing to bounce: it holds no clips."
                            : String.format(
                                    Locale.ROOT,
                                    "'%s' ends at %.1f s; there is nothing to bounce from %.1f s on.",
                                    project.title(),
                                    (double) to / graph.sampleRate(),
                                    (double) settings.from / graph.sampleRate()));
        }
        if (to / graph.sampleRate() > LONGEST_SECONDS) {
            throw new IOException(tooLong(to / graph.sampleRate()));
        }
        AudioFormat rendered = new AudioFormat(graph.sampleRate(), 2);
        List<FileOutput> outputs = new ArrayList<>();
        boolean complete = false;
        try {
            for (Path file : files) {
                outputs.add(FileOutput.open(file, rendered, settings.format));
            }
            long frames = settings.threads > 1 && files.size() <= MOST_RELAYS
                    ? relay(graph, to, outputs)
                    : write(graph, to, outputs);
            for (FileOutput output : outputs) {
                output.complete(progress);
            }
            List<String> remarks = new ArrayList<>();
            for (FileOutput output : outputs) {
                output.commit();
                remarks.addAll(output.remarks());
            }
            complete = true;
            AudioFormat written = new AudioFormat(
                    FileOutput.rate(files.getFirst(), settings.format, graph.sampleRate()), rendered.channels());
            return new Result(List.copyOf(files), written, (double) frames / graph.sampleRate(), remarks);
        } finally {
            if (!complete) {
                outputs.forEach(FileOutput::discard);
            }
        }
    }

    /// As [#write], with the coding of files on threads of its own.
    private long relay(RenderGraph graph, long to, List<FileOutput> outputs) throws IOException {
        List<SampleSink> sinks = new ArrayList<>();
        List<Relay> relays = new ArrayList<>();
        for (FileOutput output : outputs) {
            Relay relay = output.codes() ? new Relay(output) : null;
            if (relay != null) {
                relays.add(relay);
            }
            sinks.add(relay != null ? relay : output);
        }
        try {
            return write(graph, to, sinks);
        } finally {
            closeAll(relays);
        }
    }

    private static void closeAll(List<Relay> relays) throws IOException {
        IOException first = null;
        for (Relay relay : relays) {
            try {
                relay.close();
            } catch (IOException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private String tooLong(long seconds) {
        long end = project.end();
        String last = project.strips().stream()
                .filter(strip -> strip.clips().stream().anyMatch(clip -> clip.end() == end))
                .map(Strip::name)
                .findFirst()
                .orElse("");
        return "'" + project.title() + "' is not bounced: it would be " + seconds / 3600 + " hours long, and "
                + LONGEST_SECONDS / 3600 + " are the most. "
                + (settings.to.isPresent() ? "Ask for an earlier end." : "Its last clip is on '" + last + "'.");
    }

    private long write(RenderGraph graph, long to, List<? extends SampleSink> sinks) throws IOException {
        long songEnd = settings.to.isPresent() ? to : Math.max(project.end(), settings.from);
        Tail tail = new Tail(sinks, songEnd - settings.from, REST_SECONDS * graph.sampleRate());
        try {
            OfflineRender.run(
                    graph,
                    settings.from,
                    to,
                    settings.threads,
                    settings.block,
                    tail::accept,
                    frame -> progress.at("Rendering", (double) frame / to),
                    progress::canceled);
        } catch (Tail.Over over) {
            // The song has rung out before the time that its effects may take at most.
        }
        return tail.written();
    }

    /// Writes the song as it comes, and what follows it only up to its last audible frame.
    private static final class Tail {
        private final List<? extends SampleSink> sinks;
        private final long certain;
        private final int rest;
        private final List<float[][][]> held = new ArrayList<>();
        private int heldFrames;
        private long seen;
        private long written;

        /// Ends a render early.
        static final class Over extends IOException {
            private static final long serialVersionUID = 1L;
        }

        Tail(List<? extends SampleSink> sinks, long certain, int rest) {
            this.sinks = sinks;
            this.certain = certain;
            this.rest = rest;
        }

        long written() {
            return written;
        }

        void accept(float[][][] outputs, int offset, int frames) throws IOException {
            int sure = (int) Math.clamp(certain - seen, 0, frames);
            seen += frames;
            write(outputs, offset, sure);
            int after = frames - sure;
            if (after == 0) {
                return;
            }
            int audible = lastAudible(outputs[0], offset + sure, after);
            if (audible > 0) {
                for (float[][][] block : held) {
                    write(block, 0, block[0][0].length);
                }
                held.clear();
                heldFrames = 0;
                write(outputs, offset + sure, audible);
            }
            if (audible < after) {
                held.add(copy(outputs, offset + sure + audible, after - audible));
                heldFrames += after - audible;
            }
            if (heldFrames > rest) {
                throw new Over();
            }
        }

        private void write(float[][][] outputs, int offset, int frames) throws IOException {
            if (frames > 0) {
                for (int i = 0; i < sinks.size(); i++) {
                    sinks.get(i).write(outputs[i], offset, frames);
                }
                written += frames;
            }
        }

        /// How many frames there are up to the last one above silence.
        private static int lastAudible(float[][] mix, int offset, int frames) {
            for (int i = frames - 1; i >= 0; i--) {
                if (Math.abs(mix[0][offset + i]) > AUDIBLE || Math.abs(mix[1][offset + i]) > AUDIBLE) {
                    return i + 1;
                }
            }
            return 0;
        }

        private static float[][][] copy(float[][][] outputs, int offset, int frames) {
            float[][][] copy = new float[outputs.length][2][frames];
            for (int o = 0; o < outputs.length; o++) {
                for (int c = 0; c < 2; c++) {
                    System.arraycopy(outputs[o][c], offset, copy[o][c], 0, frames);
                }
            }
            return copy;
        }
    }

    /// `01 Kick.wav`, `02 Snare.wav` and so on, with the mix file's ending.
    private static List<Path> stemFiles(RenderGraph graph, Path folder, Path output) {
        String name = String.valueOf(output.getFileName());
        String ending = name.contains(".") ? name.substring(name.lastIndexOf('.')) : ".wav";
        List<Path> files = new ArrayList<>();
        List<RenderGraph.Output> stems =
                graph.outputs().subList(1, graph.outputs().size());
        for (int i = 0; i < stems.size(); i++) {
            String title = FileNames.safe(stems.get(i).name());
            files.add(folder.resolve(String.format(Locale.ROOT, "%02d %s%s", i + 1, title, ending)));
        }
        return files;
    }
}
