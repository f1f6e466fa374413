package studio.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.files.project.ProjectFiles;
import tools.jackson.databind.JsonNode;

/// What commands write, and what they must never write over.
class OutputTest {
    @TempDir
    private Path folder;

    private Path mix;
    private Path song;

    @BeforeEach
    void make() throws IOException {
        mix = Cli.write(folder.resolve("mix.wav"), 48_000, Cli.music(48_000, 1.2, 2));
        Path mono = Cli.write(folder.resolve("mono.wav"), 48_000, Cli.music(48_000, 0.6, 1));
        song = folder.resolve("Song.headroom");
        Cli.run("new", song, mono, mix).done();
    }

    private Path media(int index) throws IOException {
        return song.resolve(ProjectFiles.load(song).media().get(index).path());
    }

    @Test
    void noCommandWritesOverWhatItReads() throws IOException {
        byte[] before = Files.readAllBytes(mix);
        Cli.run("process", mix, "-o", mix, "utility gain=-3").failed("mix.wav", "reads or writes already");
        Cli.run("master", mix, "-o", mix).failed("mix.wav", "reads or writes already");
        Cli.run("master", mix, "-o", folder.resolve("./x/../mix.wav")).failed("mix.wav");
        Cli.run("master", mix, "-o", folder.resolve("out.wav"), "--report", mix).failed("mix.wav");
        Cli.run("master", mix, "-o", folder.resolve("out.wav"), "--report", folder.resolve("out.wav"))
                .failed("out.wav");
        assertThat(mix).hasBinaryContent(before);
        assertThat(folder.resolve("out.wav")).doesNotExist();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "symbolic links need a privilege there")
    void linksDoNotHideWhatIsRead() throws IOException {
        byte[] before = Files.readAllBytes(mix);
        Path soft = Files.createSymbolicLink(folder.resolve("soft.wav"), mix);
        Path hard = Files.createLink(folder.resolve("hard.wav"), mix);
        for (Path alias : List.of(soft, hard)) {
            Cli.run("process", mix, "-o", alias, "utility gain=-3").failed(alias);
            Cli.run("master", alias, "-o", mix).failed("mix.wav");
        }
        Path door = Files.createSymbolicLink(folder.resolve("door"), song.resolve("media"));
        Cli.run("bounce", song, "-o", door.resolve(media(0).getFileName())).failed("media");
        Cli.run("bounce", song, "-o", door.resolve("new.wav")).failed("media");
        Path outside = Files.createLink(folder.resolve("outside.wav"), media(0));
        Cli.run("bounce", song, "-o", outside).failed("outside.wav");
        assertThat(mix).hasBinaryContent(before);
        assertThat(Files.isSymbolicLink(soft)).isTrue();
    }

    @Test
    void noBounceGoesAmongTheFilesOfAProject() throws IOException {
        byte[] before = Files.readAllBytes(media(0));
        byte[] project = Files.readAllBytes(song.resolve("project.json"));
        Cli.run("bounce", song, "-o", media(0)).failed("media");
        Cli.run("bounce", song, "-o", song.resolve("media/other.wav")).failed("media");
        Cli.run("bounce", song, "-o", folder.resolve("a.wav"), "--stems", song.resolve("media"))
                .failed("media");
        Cli.run("process", mix, "-o", media(1), "utility").failed("media");
        Cli.run("master", mix, "-o", song.resolve("prints/x.wav")).failed("prints");
        Cli.run("master", mix, "-o", folder.resolve("a.wav"), "--report", song.resolve("project.json"))
                .failed("project.json");
        assertThat(media(0)).hasBinaryContent(before);
        assertThat(song.resolve("project.json")).hasBinaryContent(project);
        assertThat(folder.resolve("a.wav")).doesNotExist();
        Files.createDirectories(song.resolve("masters"));
        Cli.run("bounce", song, "-o", song.resolve("masters/mix.wav")).done();
    }

    @Test
    void theMixIsNotOneOfItsStems() throws IOException {
        Path stems = folder.resolve("stems");
        Path stem = stems.resolve("01 mono.wav");
        Cli.run("bounce", song, "-o", folder.resolve("a.wav"), "--stems", stems).done();
        assertThat(Cli.names(stems)).containsExactly("01 mono.wav", "02 mix.wav");
        Cli.run("bounce", song, "-o", stem, "--stems", stems).failed("01 mono.wav");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wav", "aif", "aiff", "flac", "mp3", "opus"})
    void theEndingSaysWhatIsWritten(String ending) throws IOException {
        Path bounced = folder.resolve("bounced." + ending);
        JsonNode bounce = Cli.run("bounce", song, "-o", bounced, "--json").json();
        assertThat(bounce.get("file").asString()).isEqualTo(bounced.toString());
        assertThat(bounce.get("channels").asInt()).isEqualTo(2);
        Path mastered = folder.resolve("mastered." + ending);
        Cli.run("master", mix, "-o", mastered, "--tag", "title=Proof").done();
        Path processed = folder.resolve("processed." + ending);
        assertThat(Cli.run("process", mix, "-o", processed, "utility gain=-3")
                        .done()
                        .out())
                .isEqualTo(processed + System.lineSeparator());
        for (Path file : List.of(bounced, mastered, processed)) {
            JsonNode info = Cli.run("info", file, "--json").json();
            String container = info.get("container").asString();
            assertThat(container)
                    .isEqualToIgnoringCase(
                            switch (ending) {
                                case "aif", "aiff" -> "AIFF";
                                case "opus" -> "Ogg";
                                default -> ending;
                            });
        }
        assertThat(Cli.run("info", mastered, "--json")
                        .json()
                        .get("tags")
                        .get("title")
                        .asString())
                .isEqualTo("Proof");
    }

    @Test
    void codingsThatKnowFewRatesGetTheNearestUnlessOneIsAskedFor() throws IOException {
        Path odd = Cli.write(folder.resolve("odd.wav"), 96_000, Cli.music(96_000, 0.8, 2));
        for (String ending : List.of("opus", "mp3")) {
            Path out = folder.resolve("odd." + ending);
            Cli.run("process", odd, "-o", out, "utility").done();
            assertThat(Cli.run("info", out, "--json").json().get("sampleRate").asInt())
                    .isEqualTo(48_000);
            Cli.run("master", odd, "-o", out).done();
            assertThat(Cli.run("measure", out, "--json")
                            .json()
                            .get("integratedLufs")
                            .asDouble())
                    .isEqualTo(-14, within(0.1));
            Cli.run("process", odd, "-o", out, "utility", "--rate", "96000").failed("odd." + ending);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xyz", "ogg", "m4a", "wav.txt"})
    void anEndingThatCannotBeWrittenIsRefused(String ending) {
        Path out = folder.resolve("out." + ending);
        Cli.run("bounce", song, "-o", out).failed(".wav");
        Cli.run("master", mix, "-o", out).failed(".wav");
        Cli.run("process", mix, "-o", out, "utility").failed(".wav");
        assertThat(out).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"16", "24", "32", "32f"})
    void bitsAreThoseThatWereAskedFor(String bits) {
        Path out = folder.resolve("out.wav");
        Cli.run("bounce", song, "-o", out, "--bits", bits, "--rate", "44100").done();
        JsonNode info = Cli.run("info", out, "--json").json();
        assertThat(info.get("bits").asInt()).isEqualTo(Integer.parseInt(bits.replace("f", "")));
        assertThat(info.get("float").asBoolean()).isEqualTo(bits.endsWith("f"));
        assertThat(info.get("sampleRate").asInt()).isEqualTo(44_100);
    }

    @Test
    void monoStaysMonoUnlessAnEffectMakesItWider() {
        Path out = folder.resolve("out.wav");
        Cli.run("process", folder.resolve("mono.wav"), "-o", out, "eq band1.on=on band1.gain=3", "compressor")
                .done();
        assertThat(Cli.run("info", out, "--json").json().get("channels").asInt())
                .isEqualTo(1);
        Cli.run("process", folder.resolve("mono.wav"), "-o", out, "reverb").done();
        assertThat(Cli.run("info", out, "--json").json().get("channels").asInt())
                .isEqualTo(2);
    }

    @Test
    void processKeepsTheLengthAndTailLetsItRingOut() {
        Path out = folder.resolve("out.wav");
        Cli.run("process", mix, "-o", out, "reverb").done();
        long frames = Cli.run("info", mix, "--json").json().get("frames").asLong();
        assertThat(Cli.run("info", out, "--json").json().get("frames").asLong()).isEqualTo(frames);
        Cli.run("process", mix, "-o", out, "reverb", "--tail").done();
        assertThat(Cli.run("info", out, "--json").json().get("frames").asLong()).isGreaterThan(frames);
    }

    @Test
    void whatIntegersClipIsSaid() throws IOException {
        Path loud = Cli.write(folder.resolve("loud.wav"), 48_000, scaled(Cli.music(48_000, 0.6, 2), 3));
        Path as = Cli.write(folder.resolve("as.wav"), 48_000, scaled(Cli.music(48_000, 0.6, 2), 2.9f));
        Path hell = Cli.write(folder.resolve("hell.wav"), 48_000, scaled(Cli.music(48_000, 0.6, 2), 2.8f));
        Path hot = folder.resolve("Hot.headroom");
        Cli.run("new", hot, loud, as, hell).done();
        Cli clipped = Cli.run("bounce", hot, "-o", folder.resolve("hot.wav")).done();
        assertThat(clipped.err()).contains("note:", "clipped", "32f");
        assertThat(Cli.run("bounce", hot, "-o", folder.resolve("hot.wav"), "--bits", "32f")
                        .done()
                        .err())
                .isEmpty();
        assertThat(Cli.run("process", loud, "-o", folder.resolve("p.wav"), "utility gain=12")
                        .done()
                        .err())
                .contains("note:", "clipped");
    }

    private static float[][] scaled(float[][] sound, float gain) {
        for (float[] channel : sound) {
            for (int i = 0; i < channel.length; i++) {
                channel[i] = Math.clamp(channel[i] * gain, -0.99f, 0.99f);
            }
        }
        return sound;
    }

    @Test
    void aMasterKeepsItsTargetAndItsReportSaysHow() throws IOException {
        Path out = folder.resolve("out.flac");
        Path report = folder.resolve("report.json");
        JsonNode said = Cli.run(
                        "master",
                        mix,
                        "-o",
                        out,
                        "--target",
                        "spotify",
                        "--lufs",
                        "-12",
                        "--ceiling",
                        "-1.5",
                        "--tag",
                        "isrc=us-rc1-76-07839",
                        "--tag",
                        "track=3/12",
                        "--report",
                        report,
                        "--json")
                .json();
        JsonNode written = new tools.jackson.databind.ObjectMapper().readTree(Files.readAllBytes(report));
        assertThat(written).isEqualTo(said);
        assertThat(said.get("integratedLufs").asDouble()).isEqualTo(-12, within(0.1));
        assertThat(said.get("truePeakDbtp").asDouble()).isLessThanOrEqualTo(-1.5);
        assertThat(said.get("tags").get("isrc").asString()).isEqualTo("USRC17607839");
        for (String key : List.of("source", "input", "gainDb", "limiterCeilingDbtp", "chain", "samples", "target")) {
            assertThat(said.has(key)).as(key).isTrue();
        }
        JsonNode measured = Cli.run("measure", out, "--json").json();
        assertThat(measured.get("integratedLufs")).isEqualTo(said.get("integratedLufs"));
        JsonNode tags = Cli.run("info", out, "--json").json().get("tags");
        assertThat(tags.get("isrc").asString()).isEqualTo("USRC17607839");
        assertThat(tags.get("track").asString()).isEqualTo("3/12");
        assertThat(Cli.names(folder)).noneMatch(name -> name.startsWith("."));
    }

    @Test
    void aProjectIsMasteredThroughItsPrintWithItsOwnChainTargetAndTags() throws IOException {
        String mastering = "\"mastering\":{\"chain\":[{\"id\":\"u\",\"type\":\"utility\",\"values\":{}}],"
                + "\"target\":\"ebu-r128\",\"tags\":{\"artist\":\"Somebody\"}}";
        String text = Files.readString(song.resolve("project.json"));
        var tree = (tools.jackson.databind.node.ObjectNode) new tools.jackson.databind.ObjectMapper().readTree(text);
        tree.set(
                "mastering",
                new tools.jackson.databind.ObjectMapper()
                        .readTree("{" + mastering + "}")
                        .get("mastering"));
        Files.writeString(song.resolve("project.json"), tree.toString());
        Path out = folder.resolve("out.wav");
        JsonNode said = Cli.run("master", song, "-o", out, "--json").json();
        assertThat(said.get("integratedLufs").asDouble()).isEqualTo(-23, within(0.1));
        assertThat(said.get("chain").get(0).get("type").asString()).isEqualTo("utility");
        JsonNode tags = Cli.run("info", out, "--json").json().get("tags");
        assertThat(tags.get("artist").asString()).isEqualTo("Somebody");
        assertThat(tags.get("title").asString()).isEqualTo("Song");
        String hash = Cli.run("info", song, "--json").json().get("soundHash").asString();
        assertThat(said.get("printHash").asString()).isEqualTo(hash);
        Path print = song.resolve("prints").resolve(onlyPrint(song.resolve("prints")));
        assertThat(Cli.run("info", print, "--json").json().get("printHash").asString())
                .isEqualTo(hash);
        assertThat(Cli.run("info", print).done().out()).contains(hash);
    }

    /// The name of the one print; what is noted of it lies beside it.
    private static String onlyPrint(Path prints) throws IOException {
        List<String> sounds =
                Cli.names(prints).stream().filter(name -> name.endsWith(".wav")).toList();
        assertThat(sounds).hasSize(1);
        return sounds.getFirst();
    }

    @Test
    void aPrintIsKnownUnderAnyNameAndAFalseOneIsNotTaken() throws IOException {
        Path out = folder.resolve("out.wav");
        Cli.run("master", song, "-o", out).done();
        Path prints = song.resolve("prints");
        Path print = prints.resolve(onlyPrint(prints));
        Path renamed = Files.move(print, prints.resolve("the good one.wav"));
        Cli.run("master", song, "-o", out).done();
        assertThat(onlyPrint(prints)).isEqualTo("the good one.wav");
        Files.delete(renamed);
        Files.copy(mix, print);
        Cli.run("master", song, "-o", out).done();
        assertThat(Cli.run("info", print, "--json").json().get("printHash").isNull())
                .isFalse();
    }

    @Test
    void openBouncesAndMastersWithProgressAndFigures() throws IOException {
        Path made = folder.resolve("made");
        Cli open = Cli.run("open", song, "-o", made).done();
        assertThat(open.out().lines().findFirst().orElse("")).contains("Song").contains("bounced and mastered");
        assertThat(open.out()).contains("100 %", "LUFS", "dBTP", "measured on the written file");
        assertThat(Cli.names(made)).containsExactly("Song (master).mp3", "Song (master).wav", "Song (mix).wav");
    }

    @Test
    void placesThatCannotBeWrittenAreNamedBeforeTheWorkBegins() throws IOException {
        Cli.run("bounce", song, "-o", folder.resolve("none/out.wav")).failed("none");
        Cli.run("bounce", song, "-o", folder).failed(folder.getFileName());
        Cli.run("bounce", song, "-o", folder.resolve("a.wav"), "--stems", mix).failed("mix.wav");
        Cli.run("master", mix, "-o", folder.resolve("a.wav"), "--report", folder.resolve("none/r.json"))
                .failed("none");
        Cli.run("open", song, "-o", mix).failed("mix.wav");
        assertThat(folder.resolve("a.wav")).doesNotExist();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no POSIX permissions there")
    void aFolderThatIsWriteProtectedIsNamed() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
        Assumptions.assumeFalse(Files.isWritable(closed), "the superuser may write anywhere");
        Cli.run("bounce", song, "-o", closed.resolve("a.wav")).failed("a.wav");
        Cli.run("new", closed.resolve("S.headroom"), mix).failed("S.headroom");
    }

    @Test
    void anExistingFileIsReplacedAndKeepsNothingOfItself() throws IOException {
        Path out = Files.writeString(folder.resolve("out.wav"), "x".repeat(1 << 20));
        Cli.run("bounce", song, "-o", out, "--bits", "16").done();
        byte[] first = Files.readAllBytes(out);
        Cli.run("bounce", song, "-o", out, "--bits", "16", "--threads", "1", "--block", "511")
                .done();
        assertThat(out).hasBinaryContent(first);
    }
}
