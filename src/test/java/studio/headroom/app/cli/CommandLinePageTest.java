package studio.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.headroom.dsp.loudness.ProgramMeter;
import studio.headroom.mastering.MeasuredFigures;

/// `docs/command-line.md` leaves out no command, no option and no figure.
class CommandLinePageTest {
    private static final Pattern COMMAND = Pattern.compile("^  ([a-z]+)  ", Pattern.MULTILINE);
    private static final Pattern OPTION =
            Pattern.compile("^ {2,6}(?:-[a-zA-Z], )?(--?[a-z][a-z-]*)", Pattern.MULTILINE);
    private static final Set<String> EVERYWHERE = Set.of("-h", "--help", "--version");

    static List<String> commands() {
        return listed().stream()
                .flatMap(command -> Stream.concat(
                        Stream.of(command), listed(command).stream().map(inner -> command + " " + inner)))
                .toList();
    }

    private static List<String> listed(String... command) {
        String help =
                help(Stream.concat(Arrays.stream(command), Stream.of("--help")).toArray(String[]::new));
        int list = help.indexOf("Commands:");
        return list < 0
                ? List.of()
                : COMMAND.matcher(help.substring(list))
                        .results()
                        .map(found -> found.group(1))
                        .toList();
    }

    @Test
    void theHelpListsTheCommands() {
        assertThat(commands()).contains("new", "bounce", "master", "measure", "process", "bench", "bench live");
        assertThat(options("bounce")).contains("-o", "--stems", "--json");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyOptionOfACommandIsExplainedInItsSection(String command) throws IOException {
        String section = section(command);
        assertThat(options(command)).allSatisfy(option -> assertThat(section).containsPattern("`" + option + "[` ]"));
    }

    @Test
    void everyFigureIsExplained() throws IOException {
        Set<String> figures =
                MeasuredFigures.of(ProgramMeter.measure(48_000, new float[480])).keySet();
        String measure = section("measure");
        String metering = Files.readString(Path.of("docs/metering.md"));
        assertThat(figures).allSatisfy(figure -> {
            assertThat(measure).contains('`' + figure + '`');
            assertThat(metering).contains('`' + figure + '`');
        });
    }

    private static List<String> options(String command) {
        return OPTION.matcher(help((command + " --help").split(" ")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .filter(option -> !EVERYWHERE.contains(option))
                .toList();
    }

    private static String section(String command) throws IOException {
        String page = Files.readString(Path.of("docs/command-line.md"));
        int start = page.indexOf("\n## " + command + "\n");
        assertThat(start).as("a section for " + command).isNotNegative();
        int end = page.indexOf("\n## ", start + 1);
        return page.substring(start, end < 0 ? page.length() : end);
    }

    private static String help(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertThat(CommandLineProgram.run(args, stream, stream)).isZero();
        return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
