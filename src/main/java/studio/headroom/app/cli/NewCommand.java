package studio.headroom.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.headroom.files.Json;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.importing.ImportOptions;
import studio.headroom.files.importing.ImportProgress;
import studio.headroom.files.importing.ImportResult;
import studio.headroom.files.importing.ImportedStem;
import studio.headroom.files.importing.StemImporter;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.project.Project;

@Command(
        name = "new",
        header = "Makes a project of stems: one track for each, with its name.",
        customSynopsis = {
            "headroom new SONG.headroom STEM... [--rate 48000] [--title T] [--mono]",
            "             [--time-stamps] [--json]"
        },
        sortOptions = false)
final class NewCommand extends Subcommand {
    @Parameters(index = "0", paramLabel = "SONG.headroom", description = "The project folder to make.")
    @SuppressWarnings("NullAway.Init") // Injected.
    private Path folder;

    @Parameters(index = "1..*", paramLabel = "STEM", arity = "1..*", description = "Sound files, mono or stereo.")
    private List<Path> stems = new ArrayList<>();

    @Option(
            names = "--rate",
            paramLabel = "HZ",
            description = "Sample rate of the project (default: that of most stems); others are converted.")
    private int rate;

    @Option(names = "--title", paramLabel = "T", description = "Title (default: the folder's name).")
    private @Nullable String title;

    @Option(names = "--mono", description = "Make mono tracks of stereo files whose two sides are the same.")
    private boolean foldDualMono;

    @Option(names = "--time-stamps", description = "Place Broadcast WAV files by their time stamps instead of at 0.")
    private boolean timeStamps;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (rate != 0 && (rate < Project.MIN_SAMPLE_RATE || rate > Project.MAX_SAMPLE_RATE)) {
            throw new UsageException(
                    "--rate takes " + Project.MIN_SAMPLE_RATE + " to " + Project.MAX_SAMPLE_RATE + " Hz, not " + rate);
        }
        int sampleRate = rate != 0 ? rate : rateOfMost();
        String name = title != null ? title : nameOf(folder);
        ImportOptions options = new ImportOptions(
                foldDualMono, timeStamps, Math.min(16, Runtime.getRuntime().availableProcessors()));
        List<ImportedStem> imported = new ArrayList<>();
        try (ProgressLine line = new ProgressLine(err(), json)) {
            ProjectFiles.create(folder, place -> {
                ImportResult result =
                        StemImporter.run(place, Project.empty(name, sampleRate), stems, options, shown(line));
                imported.addAll(result.stems());
                return result.project();
            });
        }
        report(name, sampleRate, imported);
        return CommandLineProgram.DONE;
    }

    private int rateOfMost() throws IOException {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (Path stem : stems) {
            counts.merge(AudioFiles.info(stem).format().sampleRate(), 1, Integer::sum);
        }
        int most = counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        return Math.clamp(most, Project.MIN_SAMPLE_RATE, Project.MAX_SAMPLE_RATE);
    }

    private static String nameOf(Path folder) {
        String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        return name.endsWith(ProjectFiles.SUFFIX)
                ? name.substring(0, name.length() - ProjectFiles.SUFFIX.length())
                : name;
    }

    private static ImportProgress shown(ProgressLine line) {
        return new ImportProgress() {
            @Override
            public void report(double done, String file) {
                line.at("Importing", done);
            }

            @Override
            public boolean canceled() {
                return Interruption.requested();
            }
        };
    }

    private void report(String name, int sampleRate, List<ImportedStem> imported) {
        PrintWriter out = out();
        if (json) {
            Map<String, Object> described = new LinkedHashMap<>();
            described.put("project", folder.toString());
            described.put("title", name);
            described.put("sampleRate", sampleRate);
            described.put("tracks", imported.stream().map(NewCommand::describe).toList());
            out.println(Json.text(described));
            return;
        }
        out.printf(
                "%s: %d %s at %d Hz%n", folder, imported.size(), imported.size() == 1 ? "track" : "tracks", sampleRate);
        for (ImportedStem stem : imported) {
            out.printf(
                    "  %-24s %s, %s%s%n",
                    stem.track(),
                    stem.channels() == 1 ? "mono" : "stereo",
                    Numbers.seconds((double) stem.frames() / sampleRate),
                    stem.notes().isEmpty() ? "" : " (" + String.join("; ", stem.notes()) + ")");
        }
    }

    private static Map<String, Object> describe(ImportedStem stem) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", stem.track());
        described.put("source", stem.source().toString());
        described.put("media", stem.media());
        described.put("channels", stem.channels());
        described.put("frames", stem.frames());
        described.put("notes", stem.notes());
        return described;
    }
}
