package studio.headroom.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.headroom.files.Json;
import studio.headroom.mastering.check.QualityCheck;
import studio.headroom.mastering.check.QualityReport;
import studio.headroom.project.Ends;
import studio.headroom.project.Project;

@Command(
        name = "check",
        header = "What is wrong with a finished file: clipping, clicks, cut ends, mono, noise and more.",
        description = "Exit code 1 where a finding is an error, such as clipping; 0 with warnings and without.",
        customSynopsis = {"headroom check AUDIO|PROJECT [--ceiling dB] [--json]"},
        sortOptions = false)
final class CheckCommand extends Subcommand {
    private static final double LOWEST_CEILING = -60;

    @Parameters(
            index = "0",
            paramLabel = "AUDIO|PROJECT",
            description =
                    "Sound file, mono or stereo, or a project, of which the print is checked that would be mastered,"
                            + " as far as its delivery takes it.")
    @SuppressWarnings("NullAway.Init") // Injected.
    private Path input;

    @Option(
            names = "--ceiling",
            paramLabel = "dB",
            description = "Peaks above this many dBTP are errors; without it those above 0 are warnings.")
    private @Nullable Double ceiling;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (ceiling != null && !(ceiling >= LOWEST_CEILING && ceiling <= 0)) {
            throw new UsageException(
                    "--ceiling takes " + Numbers.plain(LOWEST_CEILING) + " to 0 dBTP, not " + Numbers.plain(ceiling));
        }
        Path file;
        QualityReport report;
        try (ProgressLine progress = new ProgressLine(err(), json)) {
            Material material = Material.of(input, progress);
            file = material.file();
            Project project = material.project();
            Ends ends = project == null ? Ends.WHOLE : project.mastering().ends();
            OptionalDouble highest = ceiling == null ? OptionalDouble.empty() : OptionalDouble.of(ceiling);
            report = QualityCheck.of(file, ends, highest, progress);
        }
        if (json) {
            out().println(Json.text(CheckText.describe(file, report)));
        } else {
            CheckText.print(file, report, out());
        }
        return report.passed() ? CommandLineProgram.DONE : CommandLineProgram.FAILED;
    }
}
