package studio.headroom.mastering;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSink;
import studio.headroom.audio.SampleStream;
import studio.headroom.dsp.loudness.LoudnessMeter;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.engine.GraphCompiler;
import studio.headroom.engine.OfflineRender;
import studio.headroom.engine.RenderGraph;
import studio.headroom.engine.Stem;
import studio.headroom.engine.plan.TrackDelay;
import studio.headroom.files.FileException;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;

/// Renders a song once, into any number of files: the mix, stems, each in several formats. All files of one rate have
/// the same length. They are written beside their places, measured where asked, and take their places when all of them
/// are complete: an export that fails or is called off changes nothing.
///
/// Without an end of its own the render goes on after the last clip until the song has rung out: until nothing above
/// -96 dBFS follows in the mix, at most the time that the effects state.
public final class ExportJob {
    /// Files that are coded beside the render; each takes half a megabyte.
    private static final int MOST_RELAYS = 64;

    /// No song is longer; a clip by mistake a year away is an error and not a year of silence on the disk.
    private static final long LONGEST_SECONDS = 24 * 3600;

    private static final long MAX_TAIL_SECONDS = 60;
    /// Longer than any gap between two repeats of a delay: a tail that rests as long is over.
    private static final int REST_SECONDS = 5;

    /// What of the song, and how it is rendered.
    ///
    /// @param from first frame of the timeline
    /// @param to frame after the last one, or empty for the whole song with its tail
    /// @param threads that render
    /// @param block frames handed on at a time; changes no bit of the result
    /// @param measured whether every file is decoded and measured when it is complete
    public record Settings(long from, OptionalLong to, int threads, int block, boolean measured) {}

    /// A file that was written.
    ///
    /// @param format of the file
    /// @param gainDb by how much it was made louder
    /// @param report measured on the file, or null where it was not
    /// @param remarks what the user should know about it, in words
    public record Written(
            ExportFile file,
            AudioFormat format,
            double gainDb,
            @Nullable LoudnessReport report,
            List<String> remarks) {
        public Written {
            remarks = List.copyOf(remarks);
        }
    }

    /// What was written, in the order in which it was asked for.
    ///
    /// @param seconds the length of the render
    public record Result(List<Written> files, double seconds) {
        public Result {
            files = List.copyOf(files);
        }
    }

    private final Project project;
    private final Settings settings;
    private final ExportWatch watch;
    private final List<ExportFile> files;
    private final double renderWeight;
    private final double allWeight;
    private double done;

    private ExportJob(Project project, List<ExportFile> files, Settings settings, ExportWatch watch) {
        this.project = project;
        this.files = files;
        this.settings = settings;
        this.watch = watch;
        renderWeight = 1 + 0.2 * project.strips().size();
        allWeight = renderWeight + files.size();
    }

    /// @param stems what is rendered besides the mix
    /// @param files what is written, in any order
    /// @param folders made where missing, and removed again when nothing comes of the export
    /// @throws OfflineRender.Canceled when the watch said so
    /// @throws IOException that names a file and the cure; nothing that existed before is changed then
    public static Result run(
            Project project,
            ProjectLibrary library,
            List<Stem> stems,
            List<ExportFile> files,
            List<Path> folders,
            Settings settings,
            ExportWatch watch)
            throws IOException {
        protect(project, library, files);
        KnownEffects.require(project);
        try (RenderGraph graph = GraphCompiler.compile(project, library, stems)) {
            try (NewFolders made = new NewFolders(folders)) {
                Result result = render(project, graph, files, settings, watch);
                made.keep();
                return result;
            }
        }
    }

    private static void protect(Project project, ProjectLibrary library, List<ExportFile> files) throws IOException {
        List<Path> originals = library.files(project);
        Set<Path> seen = new HashSet<>();
        for (ExportFile file : files) {
            Originals.protect(file.path(), originals);
            if (!seen.add(file.path().toAbsolutePath().normalize())) {
                throw new FileException("Two files would be called '" + file.path() + "'. Choose another name.");
            }
        }
    }

    /// Renders a graph into files, wherever they may lie.
    static Result render(
            Project project, RenderGraph graph, List<ExportFile> files, Settings settings, ExportWatch watch)
            throws IOException {
        return new ExportJob(project, files, settings, watch).render(graph);
    }

    private Result render(RenderGraph graph) throws IOException {
        long tail = Math.min(graph.tail(), MAX_TAIL_SECONDS * graph.sampleRate());
        long to = settings.to.orElse(TrackDelay.end(project) + tail);
        requireLength(to, graph.sampleRate());
        AudioFormat rendered = new AudioFormat(graph.sampleRate(), 2);
        List<Delivery> outputs = new ArrayList<>();
        boolean complete = false;
        try {
            for (ExportFile file : files) {
                outputs.add(open(file, rendered));
                watch.file(outputs.size() - 1, ExportWatch.Stage.WRITING);
            }
            long frames = relay(graph, to, outputs);
            List<Written> written = complete(outputs);
            for (int i = 0; i < outputs.size(); i++) {
                outputs.get(i).commit();
                watch.file(i, ExportWatch.Stage.DONE);
            }
            complete = true;
            watch.whole(1);
            return new Result(written, (double) frames / graph.sampleRate());
        } finally {
            if (!complete) {
                outputs.forEach(Delivery::discard);
            }
        }
    }

    private static Delivery open(ExportFile file, AudioFormat rendered) throws IOException {
        AudioFormat held = file.mono() ? new AudioFormat(rendered.sampleRate(), 1) : rendered;
        Loudness loudness = file.loudness();
        return loudness == null
                ? FileOutput.open(file.path(), held, file.format())
                : new NormalizedOutput(file.path(), held, file.format(), loudness);
    }

    private void requireLength(long to, int rate) throws IOException {
        if (to <= settings.from) {
            throw new IOException(
                    project.end() == 0
                            ? "'" + project.title() + "' has nothing to bounce: it holds no clips."
                            : String.format(
                                    Locale.ROOT,
                                    "'%s' ends at %.1f s; there is nothing to bounce from %.1f s on.",
                                    project.title(),
                                    (double) to / rate,
                                    (double) settings.from / rate));
        }
        if (to / rate > LONGEST_SECONDS) {
            throw new IOException(tooLong(to / rate));
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

    // ---- rendering ----

    /// Renders into all outputs, with the coding of files on threads of their own where there are not too many.
    private long relay(RenderGraph graph, long to, List<Delivery> outputs) throws IOException {
        boolean relays = settings.threads > 1 && files.size() <= MOST_RELAYS;
        List<Relay> opened = new ArrayList<>();
        List<List<SampleSink>> parts = new ArrayList<>();
        graph.outputs().forEach(unused -> parts.add(new ArrayList<>()));
        for (int i = 0; i < outputs.size(); i++) {
            ExportFile file = files.get(i);
            SampleSink sink = file.mono() ? new MonoFold(outputs.get(i)) : outputs.get(i);
            if (relays && outputs.get(i).codes()) {
                Relay relay = new Relay(sink);
                opened.add(relay);
                sink = relay;
            }
            parts.get(file.part()).add(sink);
        }
        try {
            return write(
                    graph, to, parts.stream().map(sinks -> new Several(sinks)).toList());
        } finally {
            closeAll(opened);
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

    private long write(RenderGraph graph, long to, List<? extends SampleSink> sinks) throws IOException {
        long songEnd = settings.to.isPresent() ? to : Math.max(TrackDelay.end(project), settings.from);
        SongTail tail = new SongTail(sinks, songEnd - settings.from, REST_SECONDS * graph.sampleRate());
        try {
            OfflineRender.run(
                    graph,
                    settings.from,
                    to,
                    settings.threads,
                    settings.block,
                    tail::accept,
                    frame -> {
                        watch.at("Rendering", (double) frame / to);
                        watch.whole(renderWeight / allWeight * frame / to);
                    },
                    watch::canceled);
        } catch (SongTail.Over over) {
            // The song has rung out before the time that its effects may take at most.
        }
        return tail.written();
    }

    // ---- completing ----

    private List<Written> complete(List<Delivery> outputs) throws IOException {
        List<Written> all = new ArrayList<>();
        done = renderWeight;
        for (int i = 0; i < outputs.size(); i++) {
            Delivery output = outputs.get(i);
            Path complete = output.complete(within(0, settings.measured ? 0.5 : 1));
            watch.file(i, ExportWatch.Stage.MEASURING);
            Written written = judged(files.get(i), output, complete);
            watch.measured(i, written);
            watch.file(i, ExportWatch.Stage.READY);
            all.add(written);
            done++;
            if (watch.canceled()) {
                throw new OfflineRender.Canceled();
            }
        }
        return all;
    }

    /// The progress of one step of one file as one of the whole.
    private Progress within(double begin, double length) {
        return new Progress() {
            @Override
            public void at(String step, double share) {
                watch.at(step, share);
                watch.whole((done + begin + length * Math.clamp(share, 0, 1)) / allWeight);
            }

            @Override
            public boolean canceled() {
                return watch.canceled();
            }
        };
    }

    private Written judged(ExportFile file, Delivery output, Path complete) throws IOException {
        int rate = FileOutput.rate(file.path(), file.format(), project.sampleRate());
        AudioFormat format = new AudioFormat(rate, file.mono() ? 1 : 2);
        LoudnessReport report = null;
        if (output instanceof NormalizedOutput normalized) {
            report = normalized.report();
        } else if (settings.measured && rate >= LoudnessMeter.MIN_SAMPLE_RATE) {
            try (SampleStream stream = Sources.stream(complete)) {
                report = Measurement.of(stream, file.path().toString(), "Measuring the file", within(0.5, 0.5));
            }
        }
        return new Written(file, format, output.gainDb(), report, output.remarks());
    }

    /// Hands the same sound to several sinks.
    private record Several(List<SampleSink> sinks) implements SampleSink {
        @Override
        public AudioFormat format() {
            return sinks.getFirst().format();
        }

        @Override
        public void write(float[][] source, int offset, int count) throws IOException {
            for (SampleSink sink : sinks) {
                sink.write(source, offset, count);
            }
        }

        @Override
        public void close() {}
    }
}
