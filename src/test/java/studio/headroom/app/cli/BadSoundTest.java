package studio.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every command that reads sound, given what is none: code 1, the file's name, nothing written and nothing changed.
class BadSoundTest {
    @TempDir
    private Path folder;

    /// Kinds of files that no command can use.
    enum Bad {
        MISSING,
        FOLDER,
        EMPTY,
        ZERO_LENGTH,
        TRUNCATED_HEADER,
        TRUNCATED,
        TRUNCATED_FLAC,
        TRUNCATED_MP3,
        NOT_A_NUMBER,
        INFINITE,
        TEXT,
        NOISE,
        ONE_HERTZ,
        TEN_MEGAHERTZ,
        NO_CHANNELS,
        SIXTY_FOUR_CHANNELS
    }

    private Path make(Bad kind) throws IOException {
        Path file = folder.resolve("bad.wav");
        Path good = Cli.write(folder.resolve("good.wav"), 48_000, Cli.music(48_000, 0.6, 2));
        switch (kind) {
            case MISSING -> {}
            case FOLDER -> Files.createDirectory(file);
            case EMPTY -> Files.createFile(file);
            case ZERO_LENGTH -> Cli.writeRaw(file, 48_000, 2);
            case TRUNCATED_HEADER -> Files.write(file, Arrays.copyOf(Files.readAllBytes(good), 30));
            case TRUNCATED -> Files.write(file, Arrays.copyOf(Files.readAllBytes(good), 100_001));
            case TRUNCATED_FLAC -> truncate(folder.resolve("good.flac"), file);
            case TRUNCATED_MP3 -> Files.write(file, "ID3\4\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
            case NOT_A_NUMBER -> Cli.writeRaw(file, 48_000, 2, filled(Float.NaN));
            case INFINITE -> Cli.writeRaw(file, 48_000, 2, filled(Float.NEGATIVE_INFINITY));
            case TEXT -> Files.writeString(file, "This is no sound. ".repeat(100));
            case NOISE -> Files.write(file, noise());
            case ONE_HERTZ -> Cli.writeRaw(file, 1, 1, filled(0.1f));
            case TEN_MEGAHERTZ -> Cli.writeRaw(file, 10_000_000, 1, filled(0.1f));
            case NO_CHANNELS -> Cli.writeRaw(file, 48_000, 0, filled(0.1f));
            case SIXTY_FOUR_CHANNELS -> Cli.writeRaw(file, 48_000, 64, new float[64 * 24_000]);
        }
        return file;
    }

    private static void truncate(Path whole, Path part) throws IOException {
        Cli.write(whole, 48_000, Cli.music(48_000, 0.6, 2));
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(part, Arrays.copyOf(bytes, bytes.length * 2 / 3));
    }

    /// A stereo sound with one bad value in its middle, or full of it where it is a good one.
    private static float[] filled(float value) {
        float[] samples = new float[48_000];
        if (Float.isFinite(value)) {
            Arrays.fill(samples, value);
        }
        samples[30_000] = value;
        return samples;
    }

    private static byte[] noise() {
        byte[] noise = new byte[50_000];
        new java.util.Random(1).nextBytes(noise);
        return noise;
    }

    @ParameterizedTest
    @EnumSource
    void measureSaysWhatIsWrongWithAFile(Bad kind) throws IOException {
        Path file = make(kind);
        if (kind == Bad.SIXTY_FOUR_CHANNELS) {
            Cli.run("measure", file, "--json").done(); // As good as two, as far as loudness goes.
        } else {
            Cli.run("measure", file, "--json").failed("bad.wav");
            Cli.run("measure", file).failed("bad.wav");
        }
    }

    @ParameterizedTest
    @EnumSource
    void infoSaysWhatIsWrongWithAFile(Bad kind) throws IOException {
        Path file = make(kind);
        Cli info = Cli.run("info", file);
        switch (kind) {
            // Their headers are true.
            case ZERO_LENGTH, NOT_A_NUMBER, INFINITE, ONE_HERTZ, SIXTY_FOUR_CHANNELS, TRUNCATED_FLAC ->
                assertThat(info.code()).isIn(0, 1);
            default -> info.failed("bad.wav");
        }
    }

    @ParameterizedTest
    @EnumSource
    void newMakesNoProjectOfABadFile(Bad kind) throws IOException {
        Path file = make(kind);
        Path song = folder.resolve("Song.headroom");
        Cli.run("new", song, folder.resolve("good.wav"), file).failed("bad.wav");
        assertThat(Cli.names(folder)).noneMatch(name -> name.startsWith("Song") || name.startsWith("."));
    }

    @ParameterizedTest
    @EnumSource
    void processLeavesTheOutputAsItWas(Bad kind) throws IOException {
        Path file = make(kind);
        Path out = Files.writeString(folder.resolve("out.wav"), "precious");
        Cli.run("process", file, "-o", out, "utility gain=-3").failed("bad.wav");
        assertThat(out).hasContent("precious");
        assertThat(Cli.names(folder)).noneMatch(name -> name.startsWith("."));
    }

    @ParameterizedTest
    @EnumSource
    void masterLeavesTheOutputAndTheReportAsTheyWere(Bad kind) throws IOException {
        Path file = make(kind);
        Path out = Files.writeString(folder.resolve("out.wav"), "precious");
        Path report = Files.writeString(folder.resolve("report.json"), "precious too");
        Cli.run("master", file, "-o", out, "--report", report, "--json").failed("bad");
        assertThat(out).hasContent("precious");
        assertThat(report).hasContent("precious too");
        assertThat(Cli.names(folder)).noneMatch(name -> name.startsWith("."));
    }

    @ParameterizedTest
    @EnumSource
    void codecAndDeliverLeaveTheInputAndAllPlacesAsTheyWere(Bad kind) throws IOException {
        Path file = make(kind);
        byte[] before = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
        Path out = Files.writeString(folder.resolve("out.wav"), "precious");
        Path files = folder.resolve("Delivered");
        Cli.run("codec", file, "--to", "mp3:128", "-o", out).failed("bad.wav");
        Cli.run("deliver", file, "-o", files, "--item", "wav").failed("bad.wav");
        assertThat(out).hasContent("precious");
        assertThat(files).doesNotExist();
        assertThat(Cli.names(folder)).noneMatch(name -> name.startsWith("."));
        if (before.length > 0) {
            assertThat(Files.readAllBytes(file)).isEqualTo(before);
        }
    }

    /// Damage that can be told of is the report; what is no sound at all is an error. Both end with 1.
    @ParameterizedTest
    @EnumSource
    void checkNamesTheFile(Bad kind) throws IOException {
        Path file = make(kind);
        switch (kind) {
            case ZERO_LENGTH, NOT_A_NUMBER, INFINITE -> {
                Cli run = Cli.run("check", file);
                assertThat(run.code()).isEqualTo(CommandLineProgram.FAILED);
                assertThat(run.out()).contains("bad.wav", "error");
            }
            case ONE_HERTZ -> assertThat(Cli.run("check", file).err()).doesNotContain("inside Headroom");
            default -> Cli.run("check", file).failed("bad.wav");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FOLDER", "EMPTY", "TRUNCATED", "TRUNCATED_FLAC", "TEXT", "NOISE", "SIXTY_FOUR_CHANNELS"})
    void theErrorNamesTheFileOnceAndHowToHelp(Bad kind) throws IOException {
        Path file = make(kind);
        String[][] commands = kind == Bad.SIXTY_FOUR_CHANNELS
                ? new String[][] {{"codec", "--to", "mp3"}, {"deliver", "-o", "Delivered", "--item", "wav"}}
                : new String[][] {{"measure"}};
        for (String[] command : commands) {
            Object[] args = new Object[command.length + 1];
            args[0] = command[0];
            args[1] = file;
            System.arraycopy(command, 1, args, 2, command.length - 1);
            String said = Cli.run(args).failed("bad.wav").err();
            assertThat(said.split("bad\\.wav", -1)).as(said).hasSize(2);
            assertThat(said).containsPattern("xport it|Name a file in it|fold it down");
        }
    }

    /// The content tells what a file is, not its name.
    @ParameterizedTest
    @ValueSource(strings = {"flac", "aif", "mp3", "opus"})
    void aMislabeledFileIsReadAsWhatItIs(String ending) throws IOException {
        float[][] music = Cli.music(48_000, 0.6, 2);
        Path honest = Cli.write(folder.resolve("a." + ending), 48_000, music);
        Path label = Files.copy(honest, folder.resolve("b.wav"));
        double honestly = Cli.run("measure", honest, "--json")
                .json()
                .get("integratedLufs")
                .asDouble();
        assertThat(Cli.run("measure", label, "--json")
                        .json()
                        .get("integratedLufs")
                        .asDouble())
                .isEqualTo(honestly);
        assertThat(Cli.run("info", label, "--json").json().get("container").asString())
                .isEqualTo(Cli.run("info", honest, "--json")
                        .json()
                        .get("container")
                        .asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/null", "/dev/zero", "/proc/self/mem"})
    @org.junit.jupiter.api.condition.EnabledOnOs(org.junit.jupiter.api.condition.OS.LINUX)
    void devicesAreNoSound(String device) {
        Cli.run("measure", device).failed(device);
        Cli.run("info", device).failed(device);
    }

    @Test
    void silenceCanBeMeasuredButNotMastered() throws IOException {
        Path silent = Cli.write(folder.resolve("silent.wav"), 48_000, new float[2][48_000]);
        assertThat(Cli.run("measure", silent, "--json")
                        .json()
                        .get("integratedLufs")
                        .isNull())
                .isTrue();
        assertThat(Cli.run("measure", silent).done().out()).contains("-inf LUFS");
        Cli.run("master", silent, "-o", folder.resolve("out.wav")).failed("silent.wav");
    }

    @Test
    void whatIsTooShortForALoudnessCanOnlyBeMasteredByItsPeak() throws IOException {
        Path click = Cli.write(folder.resolve("click.wav"), 48_000, Cli.music(48_000, 0.2, 2));
        Path out = folder.resolve("out.wav");
        Cli.run("master", click, "-o", out).failed("click.wav");
        Cli.run("master", click, "-o", out, "--target", "cd").done();
        assertThat(Cli.run("measure", out, "--json").json().get("truePeakDbtp").asDouble())
                .isBetween(-0.5, -0.3);
    }

    @Test
    void aPresetThatIsNoneIsNamed() throws IOException {
        Path mix = Cli.write(folder.resolve("mix.wav"), 48_000, Cli.music(48_000, 0.6, 2));
        Path preset = folder.resolve("preset.json");
        String start = "{\"format\":\"headroom-chain\",\"formatVersion\":1,\"chain\":[";
        for (String text : new String[] {
            "",
            "nonsense",
            "[".repeat(100_000),
            "{}",
            "{\"format\":\"headroom-project\"}",
            "{\"format\":\"headroom-chain\",\"formatVersion\":7,\"chain\":[]}",
            start + "{\"type\":\"explode\"}]}",
            start + "{\"type\":\"eq\",\"values\":{\"band1.gain\":\"NaN\"}}]}",
            start + "{\"type\":\"eq\",\"values\":{\"band1.gain\":1e400}}]}",
            start + "{\"type\":\"eq\",\"values\":7}]}",
            start + "7]}",
        }) {
            Files.writeString(preset, text);
            Path out = folder.resolve("out.wav");
            Cli.run("master", mix, "-o", out, "--preset", preset).failed();
            assertThat(out).doesNotExist();
        }
        Cli.run("master", mix, "-o", folder.resolve("out.wav"), "--preset", folder.resolve("none.json"))
                .failed("none.json");
    }

    /// Said before a loudness is looked for that there cannot be.
    @Test
    void aPrintInWhichThereIsNothingToHearIsSaidToBeOneWithTheCure() throws IOException {
        float[][] offset = new float[2][5 * 48_000];
        java.util.Arrays.fill(offset[0], 0.1f);
        java.util.Arrays.fill(offset[1], 0.05f);
        Path dc = Cli.write(folder.resolve("dc.wav"), 48_000, offset);
        Path silent = Cli.write(folder.resolve("silent.wav"), 48_000, new float[2][5 * 48_000]);
        Path out = folder.resolve("out.wav");
        for (String[] how : new String[][] {{"--assist", "pop"}, {"--target", "spotify"}}) {
            Cli.run("master", dc, "-o", out, how[0], how[1])
                    .failed("dc.wav", "nothing but a DC offset of 10.00 %", "'dc' of a utility");
            Cli.run("master", silent, "-o", out, how[0], how[1]).failed("silent.wav", "it is silent", "mutes");
        }
        float[][] faint = Cli.music(48_000, 5, 2);
        for (float[] row : faint) {
            for (int i = 0; i < row.length; i++) {
                row[i] *= 1e-4f;
            }
        }
        Path soft = Cli.write(folder.resolve("soft.wav"), 48_000, faint);
        Cli.run("master", soft, "-o", out, "--assist", "pop").failed("soft.wav", "-70 LUFS", "Print it louder");
        assertThat(out).doesNotExist();
        // What swings over an offset is music.
        float[][] music = Cli.music(48_000, 5, 2);
        for (float[] row : music) {
            for (int i = 0; i < row.length; i++) {
                row[i] += 0.3f;
            }
        }
        Cli.run("master", Cli.write(folder.resolve("both.wav"), 48_000, music), "-o", out, "--lufs", "-20")
                .done();
    }

    /// A setting that is not heard is worse than one that is refused.
    @Test
    void whatAPresetMisspellsIsNamedWithWhatWasMeant() throws IOException {
        Path mix = Cli.write(folder.resolve("mix.wav"), 48_000, Cli.music(48_000, 0.6, 2));
        Path out = folder.resolve("out.wav");
        Path preset = Files.writeString(folder.resolve("slip.json"), """
                {"format": "headroom-chain", "formatVersion": 1, "chain": [
                 {"type": "eq", "values": {"band1.gian": 3, "bypass": 0, "wholly.unheard": 1}},
                 {"type": "limitr", "values": {}}]}""");
        for (String command : new String[] {"master", "deliver"}) {
            Cli.run(command, mix, "-o", out, "--preset", preset)
                    .failed(
                            "slip.json",
                            "'eq' has no control 'band1.gian'; the nearest is 'band1.gain'.",
                            "no control 'wholly.unheard'; 'headroom effects eq' lists them.",
                            "no effect 'limitr'; the nearest is 'limiter'.");
        }
        assertThat(out).doesNotExist();
        Files.writeString(preset, """
                {"format": "headroom-chain", "formatVersion": 1, "chain": [
                 {"type": "of another version", "values": {"bypass": 1, "x": 3}}]}""");
        Cli.run("master", mix, "-o", out, "--preset", preset, "--as-set").done();
    }

    @Test
    void aCoverThatIsNoPictureIsNamed() throws IOException {
        Path mix = Cli.write(folder.resolve("mix.wav"), 48_000, Cli.music(48_000, 0.6, 2));
        Path cover = Files.writeString(folder.resolve("cover.png"), "no picture");
        Cli.run("master", mix, "-o", folder.resolve("out.wav"), "--cover", cover)
                .failed("cover.png");
        Cli.run("master", mix, "-o", folder.resolve("out.wav"), "--cover", folder.resolve("none.jpg"))
                .failed("none.jpg");
    }

    @Test
    void tagsThatNoShopTakesAreRefusedBeforeAnythingIsDone() throws IOException {
        Path out = folder.resolve("out.wav");
        Cli.run("master", "none.wav", "-o", out, "--tag", "title=a\nb").wrong("title");
        Cli.run("master", "none.wav", "-o", out, "--tag", "artist=\u0007").wrong("artist");
        Cli.run("master", "none.wav", "-o", out, "--tag", "comment=" + "x".repeat(10_001))
                .wrong("comment");
        Cli.run("master", "none.wav", "-o", out, "--tag", "isrc=US-RC1-76-0783").wrong("CC-XXX-YY-NNNNN");
        Cli.run("master", "none.wav", "-o", out, "--tag", "year=26").wrong("2026");
        Cli.run("master", "none.wav", "-o", out, "--tag", "track=0").wrong("3/12");
    }

    @Test
    void aChainThatLetsNothingThroughIsSaidSo() throws IOException {
        Path mix = Cli.write(folder.resolve("mix.wav"), 48_000, Cli.music(48_000, 1, 2));
        Path muted = Files.writeString(folder.resolve("muted.json"), """
                {"format": "headroom-chain", "formatVersion": 1,
                 "chain": [{"type": "utility", "values": {"mute": 1}}]}""");
        Cli.run("master", mix, "-o", folder.resolve("out.wav"), "--preset", muted)
                .failed("out.wav", "-14.0 LUFS", "lets the sound through", "mute");
        assertThat(folder.resolve("out.wav")).doesNotExist();
        Path empty = Files.writeString(folder.resolve("empty.json"), """
                {"format": "headroom-chain", "formatVersion": 1, "chain": []}""");
        Cli nothing = Cli.run("master", mix, "-o", folder.resolve("out.wav"), "--preset", empty, "--as-set")
                .done();
        assertThat(nothing.out()).contains("chain   none", "correlation 0.00").doesNotContain("work against");
    }
}
