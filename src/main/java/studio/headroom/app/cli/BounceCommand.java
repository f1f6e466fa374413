package studio.headroom.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.headroom.files.Json;
import studio.headroom.files.audio.codec.Tags;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.mastering.Bounce;
import studio.headroom.mastering.ProjectLibrary;
import studio.headroom.project.Project;

@Command(
        name = "bounce",
        header = "Renders a project's mix to a file, and its stems where asked.",
        customSynopsis = {
            "headroom bounce PROJECT -o OUT.wav [--bits 16|20|24|32f] [--rate N] [--stems DIR]",
            "                [--from T --to T] [--threads N] [--block N] [--kbps N] [--json]"
        },
        sortOptions = false)
final class BounceCommand extends Subcommand {
    @Parameters(index = "0", paramLabel = "PROJECT", description = "Project folder.")
    @SuppressWarnings("NullAway.Init") // Injected.
    private Path path;

    @Option(names = "-o", paramLabel = "OUT", required = true, description = "The mix; its ending says what it is.")
    @SuppressWarnings("NullAway.Init") // Injected.
    private Path output;

    @Mixin
    private final OutputOptions format = new OutputOptions();

    @Option(
            names = "--stems",
            paramLabel = "DIR",
            description =
                    "Also write one file for each track, bus and return that feeds the master. They sum to the mix"
                            + " while the master's effects are linear; others are left out of the stems.")
    private @Nullable Path stems;

    @Option(
            names = "--from",
            paramLabel = "T",
            converter = TimeText.Converter.class,
            description = "Begin here: 90, 1:30.")
    private @Nullable TimeText from;

    @Option(
            names = "--to",
            paramLabel = "T",
            converter = TimeText.Converter.class,
            description = "End here; without it when the song has rung out.")
    private @Nullable TimeText to;

    @Option(names = "--threads", paramLabel = "N", description = "Threads that render (default: all cores).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--block", paramLabel = "N", description = "Frames at a time; changes nothing but the speed.")
    private int block = Bounce.DEFAULT_BLOCK;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (threads < 1 || threads > 64 || block < 1 || block > 1 << 20) {
            throw new UsageException("--threads takes 1 to 64, --block 1 to 1048576");
        }
        if (from != null && to != null && to.seconds() <= from.seconds()) {
            throw new UsageException("--to has to lie after --from");
        }
        format.check();
        Path folder = ProjectFiles.folder(path);
        Project project = ProjectFiles.load(path);
        int rate = project.sampleRate();
        Bounce.Settings settings = new Bounce.Settings(
                format.format(24, OptionalInt.empty(), Tags.NONE),
                from == null ? 0 : from.frames(rate),
                to == null ? OptionalLong.empty() : OptionalLong.of(to.frames(rate)),
                threads,
                block);
        Bounce.Result result;
        try (ProgressLine progress = new ProgressLine(err(), json)) {
            result = Bounce.run(project, new ProjectLibrary(folder, rate), output, stems, settings, progress);
        }
        report(result, out());
        return CommandLineProgram.DONE;
    }

    private void report(Bounce.Result result, PrintWriter out) {
        result.remarks().forEach(remark -> err().println("headroom: note: " + remark));
        if (!json) {
            result.files().forEach(out::println);
            return;
        }
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("file", result.files().getFirst().toString());
        described.put(
                "stems", result.files().stream().skip(1).map(Path::toString).toList());
        described.put("sampleRate", result.format().sampleRate());
        described.put("channels", result.format().channels());
        described.put("seconds", result.seconds());
        described.put("remarks", result.remarks());
        out.println(Json.text(described));
    }
}
