package studio.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class UsageTest {
    @SuppressWarnings("unused") // By its name.
    private static final Iterable<String> COMMANDS = CommandLineProgram.COMMANDS;

    @TempDir
    private Path folder;

    @Test
    void theHelpListsEveryCommandOnceInOneLine() {
        Cli help = Cli.run("--help").done();
        for (String command : CommandLineProgram.COMMANDS) {
            assertThat(help.out().lines().filter(line -> line.startsWith("  " + command + " ")))
                    .hasSize(1);
        }
        assertThat(help.err()).isEmpty();
        assertThat(help.out().lines().allMatch(line -> line.length() <= 100)).isTrue();
    }

    @ParameterizedTest
    @FieldSource("COMMANDS")
    void everyCommandHasItsHelp(String command) {
        Cli help = Cli.run(command, "--help").done();
        assertThat(help.out()).contains("\nUsage: headroom " + command);
        assertThat(help.err()).isEmpty();
        assertThat(help.out().lines().allMatch(line -> line.length() <= 100)).isTrue();
        assertThat(Cli.run(command, "-h").out()).isEqualTo(help.out());
    }

    @Test
    void aFileThatLooksLikeAnOptionIsExplained() throws IOException {
        Path file = Files.createTempFile(Path.of(""), "-lead", ".wav");
        try {
            Cli.run("measure", file.toString()).wrong("./" + file);
        } finally {
            Files.delete(file);
        }
    }

    /// What is promised to scripts: these words stay.
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "new; SONG.headroom STEM... [--rate 48000] [--title T]",
                "info; PROJECT|AUDIO [--json]",
                "bounce; PROJECT -o OUT.wav [--bits 16|20|24|32f] [--rate N] [--stems DIR] [--from T --to T] [--threads N] [--block N]",
                "master; AUDIO|PROJECT -o OUT [--target NAME] [--lufs X] [--ceiling DBTP] [--bits B] [--rate N] [--preset FILE]"
                        + " [--tag k=v]... [--report FILE.json]",
                "measure; AUDIO... [--json]",
                "process; IN -o OUT EFFECT...",
                "effects; [--json]",
                "targets; [--json]",
                "bench; [--tracks 32] [--seconds 60] [--json]"
            })
    void synopsesNameWhatTheIssueNames(String command, String synopsis) {
        String help = Cli.run(command, "--help").out().replaceAll("\\s+", " ");
        String usage = help.substring(0, help.indexOf(" -h, --help"));
        int at = 0;
        for (String part : synopsis.split(" (?=\\[)|(?<=\\]) ")) {
            assertThat(usage.indexOf(part.strip(), at))
                    .as("%s in %s", part, usage)
                    .isGreaterThanOrEqualTo(0);
            at = usage.indexOf(part.strip());
        }
    }

    @Test
    void theVersionIsOneLine() {
        assertThat(Cli.run("--version").done().out()).matches("Headroom \\S+\\R");
    }

    @Test
    void nothingAtAllShowsTheHelpAndIsWrong() {
        Cli nothing = Cli.run();
        assertThat(nothing.code()).isEqualTo(2);
        assertThat(nothing.out()).isEmpty();
        assertThat(nothing.err()).startsWith("Usage: headroom");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "explode",
                "--loud",
                "measure",
                "info",
                "info a b",
                "new",
                "new a.headroom",
                "bounce",
                "bounce song",
                "bounce song -o",
                "bounce song -o a.wav --threads many",
                "bounce song -o a.wav --threads 0",
                "bounce song -o a.wav --block 0",
                "bounce song -o a.wav --bits 17",
                "bounce song -o a.wav --rate 1",
                "bounce song -o a.wav --rate 48k",
                "bounce song -o a.wav --from x",
                "bounce song -o a.wav --from -1",
                "bounce song -o a.wav --from 0:99999999",
                "bounce song -o a.wav --from 10 --to 5",
                "bounce song -o a.wav --kbps 5000",
                "bounce song -o a.wav -o b.wav",
                "master a.wav",
                "master a.wav -o b.wav --lufs loud",
                "master a.wav -o b.wav --lufs 3",
                "master a.wav -o b.wav --lufs NaN",
                "master a.wav -o b.wav --ceiling 1",
                "master a.wav -o b.wav --ceiling -90",
                "master a.wav -o b.wav --ceiling NaN",
                "master a.wav -o b.wav --bits 64",
                "master a.wav -o b.wav --target moon",
                "master a.wav -o b.wav --tag title",
                "master a.wav -o b.wav --tag mood=blue",
                "master a.wav -o b.wav --tag isrc=12",
                "master a.wav -o b.wav --tag track=three",
                "master a.wav -o b.wav --tag year=lastyear",
                "process a.wav -o b.wav",
                "process a.wav -o b.wav wobble",
                "process a.wav -o b.wav eq -x",
                "effects wobble",
                "targets moon",
                "bench --tracks 0",
                "bench --seconds 99999",
            })
    void wrongUsageIsCodeTwoInAtMostTwoLines(String line) {
        Cli.run((Object[]) line.split(" ")).wrong();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "eq band1.freq; name=value",
                "eq band1.fre=100; band1.fre",
                "eq band1.freq=loud; band1.freq",
                "eq =3; name=value",
                "compressor ratio=nan; ratio",
                "compressor threshold=1e400; threshold",
            })
    void aWrongEffectTextSaysWhatIsWrong(String text, String named) {
        Cli.run("process", "a.wav", "-o", "b.wav", text).wrong(named);
    }

    @Test
    void namesWithControlCharactersStayInOneLine() {
        Cli.run("measure", "two\nlines\u001b[31m.wav").failed("lines?[31m.wav");
    }

    @Test
    void aNameThatCannotBeIsAnError() {
        Cli zero = Cli.run("measure", "zero\0byte.wav");
        assertThat(zero.code()).isIn(1, 2);
        assertThat(zero.err().lines().count()).isBetween(1L, 2L);
        assertThat(zero.out()).isEmpty();
    }

    @Test
    void theCatalogueNamesUnitsRangesAndDefaults() {
        JsonNode effects = Cli.run("effects", "--json").json().get("effects");
        Set<String> types = new TreeSet<>();
        effects.forEach(effect -> types.add(effect.get("type").asString()));
        assertThat(types)
                .containsExactlyInAnyOrder(
                        "eq",
                        "compressor",
                        "gate",
                        "de-esser",
                        "multiband",
                        "transient",
                        "saturation",
                        "clipper",
                        "limiter",
                        "reverb",
                        "delay",
                        "chorus",
                        "phaser",
                        "tremolo",
                        "imager",
                        "utility",
                        "tone");
        for (JsonNode effect : effects) {
            for (JsonNode parameter : effect.get("parameters")) {
                assertThat(parameter.has("id") && parameter.has("unit") && parameter.has("default"))
                        .isTrue();
                assertThat(parameter.has("options") || parameter.has("min") && parameter.has("max"))
                        .isTrue();
            }
        }
        assertThat(Cli.run("effects").done().out()).contains("threshold").contains("band8.freq");
        assertThat(Cli.run("effects", "eq").done().out()).doesNotContain("makeup");
    }

    @Test
    void theTargetsAreThoseOfTheIssueEachWithItsSource() {
        JsonNode targets = Cli.run("targets", "--json").json().get("targets");
        Set<String> names = new TreeSet<>();
        for (JsonNode target : targets) {
            names.add(target.get("name").asString());
            assertThat(target.get("source").asString()).isNotBlank();
            assertThat(target.get("entered").asString()).matches("\\d{4}-\\d{2}.*");
        }
        assertThat(names)
                .containsExactlyInAnyOrder(
                        "spotify",
                        "apple-music",
                        "youtube",
                        "tidal",
                        "amazon",
                        "deezer",
                        "soundcloud",
                        "cd",
                        "vinyl",
                        "ebu-r128",
                        "aes-td1008");
        for (String name : names) {
            assertThat(Cli.run("targets").out()).contains(name);
        }
    }

    @Test
    void measureNamesItsFiguresAsTheIssueDoes() throws IOException {
        Path file = Cli.write(folder.resolve("a.wav"), 48_000, Cli.music(48_000, 0.6, 2));
        JsonNode one = Cli.run("measure", file, "--json").json();
        for (String key : new String[] {
            "integratedLufs",
            "loudnessRangeLu",
            "maxMomentaryLufs",
            "maxShortTermLufs",
            "truePeakDbtp",
            "samplePeakDbfs",
            "plrDb",
            "rmsDbfs",
            "crestDb",
            "dynamicRangeDb",
            "correlation",
            "dcOffset"
        }) {
            assertThat(one.get(key).isNumber()).as(key).isTrue();
        }
        JsonNode two = Cli.run("measure", file, file, "--json").json();
        assertThat(two.get("files")).hasSize(2);
        assertThat(two.get("files").get(1)).isEqualTo(one);
        assertThat(Cli.run("measure", file, file).done().out().lines().filter(line -> line.equals(file.toString())))
                .hasSize(2);
    }

    @Test
    void aMonoFileIsMeasuredAsItIsHeardWhereThatIsAsked() throws IOException {
        Path mono = Cli.write(folder.resolve("mono.wav"), 48_000, Cli.music(48_000, 2, 1));
        double plain =
                Cli.run("measure", mono, "--json").json().get("integratedLufs").asDouble();
        double heard = Cli.run("measure", mono, "--dual-mono", "--json")
                .json()
                .get("integratedLufs")
                .asDouble();
        assertThat(heard - plain).isCloseTo(3.0103, org.assertj.core.api.Assertions.within(1e-4));
        Path stereo = Cli.write(folder.resolve("stereo.wav"), 48_000, Cli.music(48_000, 2, 2));
        assertThat(Cli.run("measure", stereo, "--dual-mono", "--json").json())
                .isEqualTo(Cli.run("measure", stereo, "--json").json());
    }

    @Test
    void measuringSeveralFilesOfWhichOneIsMissingPrintsNoJson() throws IOException {
        Path file = Cli.write(folder.resolve("a.wav"), 48_000, Cli.music(48_000, 0.6, 2));
        Cli.run("measure", file, folder.resolve("none.wav"), "--json").failed("none.wav");
    }

    @Test
    void benchSaysEverythingTheIssueAsksFor() {
        JsonNode bench = Cli.run("bench", "--tracks", 2, "--seconds", 1, "--threads", 2, "--json")
                .json();
        assertThat(bench.get("realTimeFactor").asDouble()).isPositive();
        assertThat(bench.get("blockMedianMs").asDouble()).isPositive();
        assertThat(bench.get("blockP99Ms").asDouble()).isPositive();
        assertThat(bench.get("bytesPerBlock").isNumber()).isTrue();
        assertThat(bench.get("peakMemoryMb").asDouble()).isPositive();
    }
}
