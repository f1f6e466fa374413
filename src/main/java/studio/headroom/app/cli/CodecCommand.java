package studio.headroom.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.headroom.files.AtomicFile;
import studio.headroom.files.FileException;
import studio.headroom.files.Json;
import studio.headroom.mastering.Originals;
import studio.headroom.mastering.Scratch;
import studio.headroom.mastering.coded.CodedFigures;
import studio.headroom.mastering.coded.CodedFormat;
import studio.headroom.mastering.coded.CodedMaster;
import studio.headroom.mastering.coded.CodedRender;
import studio.headroom.mastering.coded.CodedReport;
import studio.headroom.mastering.coded.CodedWords;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;

@Command(
        name = "codec",
        header = "What a lossy format makes of a master: its sound, what it changes, and figures.",
        description =
                "The file that 'deliver' writes is made, decoded, laid on the master to the sample and held against it.",
        customSynopsis = {
            "headroom codec AUDIO|PROJECT --to FORMAT [-o OUT] [--difference OUT] [--preset FILE|NAME]",
            "               [--head END] [--tail END] [--fade-in S] [--fade-out S] [--fade-shape SHAPE]",
            "               [--json]"
        },
        sortOptions = false)
final class CodecCommand extends Subcommand {
    private static final String NO_CHAIN = "none";
    private static final String ENDING = ".wav";

    @Parameters(index = "0", paramLabel = "AUDIO|PROJECT", description = "A finished master, or a project folder.")
    @SuppressWarnings("NullAway.Init") // Injected.
    private Path input;

    @Option(
            names = "--to",
            paramLabel = "FORMAT",
            required = true,
            description = "The format and its bit rate, such as mp3:128 or opus:96; mp3 alone is the usual 320.")
    @SuppressWarnings("NullAway.Init") // Injected.
    private String to;

    @Option(
            names = "-o",
            paramLabel = "OUT",
            description = "Write the coded sound, decoded again, as a WAV file of 32-bit floats.")
    private @Nullable Path output;

    @Option(
            names = "--difference",
            paramLabel = "OUT",
            description = "Write what the format changes, likewise: the coded sound minus the master.")
    private @Nullable Path difference;

    @Option(
            names = "--preset",
            paramLabel = "FILE|NAME",
            description =
                    "A chain of effects (JSON) instead of the project's, or one that comes with the program; 'none'"
                            + " for the sound as it is, as without a project.")
    private @Nullable Path preset;

    @Mixin
    private final EndsOptions ends = new EndsOptions();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        CodedFormat format = format();
        ends.check();
        for (Path file : written()) {
            if (!file.toString().toLowerCase(Locale.ROOT).endsWith(ENDING)) {
                throw new UsageException("'" + file + "' is written as WAV: give it a name that ends in " + ENDING);
            }
        }
        if (output != null && difference != null && Originals.same(output, difference)) {
            throw new UsageException("-o and --difference are two files: name them differently");
        }
        try (ProgressLine progress = new ProgressLine(err(), json)) {
            for (Path file : written()) {
                Originals.protect(file, List.of(input));
                // Proves that it can be written before the work begins, and leaves nothing.
                AtomicFile.create(file).close();
            }
            Material material = Material.of(input, progress);
            for (Path file : written()) {
                Originals.protect(file, List.of(material.file()));
            }
            Project project = material.project();
            CodedMaster coded = made(material, chain(project), project, format, progress);
            progress.close();
            print(coded);
        }
        return CommandLineProgram.DONE;
    }

    private CodedFormat format() {
        try {
            return CodedFormat.parse(to);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--to: " + e.getMessage());
        }
    }

    private List<Path> written() {
        List<Path> files = new ArrayList<>();
        if (output != null) {
            files.add(output);
        }
        if (difference != null) {
            files.add(difference);
        }
        return files;
    }

    private List<Insert> chain(@Nullable Project project) throws IOException {
        if (preset == null) {
            return project == null ? List.of() : project.mastering().chain();
        }
        return preset.toString().equals(NO_CHAIN) && !Files.exists(preset) ? List.of() : ProjectMaster.named(preset);
    }

    /// What is not asked for lies in a folder for temporary files meanwhile.
    private CodedMaster made(
            Material material, List<Insert> chain, @Nullable Project project, CodedFormat format, ProgressLine progress)
            throws IOException {
        Path aside = temporary();
        Path sound = aside.resolve("sound" + ENDING);
        Path changed = aside.resolve("difference" + ENDING);
        try {
            return CodedRender.make(
                    new CodedRender.Order(
                            material.file(),
                            chain,
                            ends.of(project),
                            format,
                            output == null ? sound : output,
                            difference == null ? changed : difference),
                    progress);
        } finally {
            Files.deleteIfExists(sound);
            Files.deleteIfExists(changed);
            Files.deleteIfExists(aside);
        }
    }

    private static Path temporary() throws IOException {
        try {
            return Files.createTempDirectory(Scratch.folder(), "headroom-codec-");
        } catch (IOException e) {
            throw FileException.writing(Scratch.folder(), e);
        }
    }

    private void print(CodedMaster coded) {
        if (json) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("file", input.toString());
            all.put("coded", output == null ? "" : output.toString());
            all.put("difference", difference == null ? "" : difference.toString());
            all.putAll(CodedReport.of(coded));
            out().println(Json.text(all));
            return;
        }
        PrintWriter out = out();
        CodedFigures figures = coded.figures();
        out.println(input + " as " + coded.format().label() + " kbit/s");
        out.println("  master   " + Figures.line(figures.master()));
        out.println("  decoded  " + Figures.line(figures.coded()));
        CodedWords.sentences(figures).forEach(words -> out.println("  " + words));
        written().forEach(out::println);
    }
}
