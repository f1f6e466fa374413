package studio.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class DeliverCommandTest {
    @TempDir
    private Path folder;

    private Path mix;
    private Path out;

    @BeforeEach
    void write() throws IOException {
        mix = Cli.write(folder.resolve("Lanterns.wav"), 48_000, Cli.music(48_000, 3, 2));
        out = folder.resolve("out");
    }

    @Test
    void severalFilesWithTheirReports() throws IOException {
        Cli done = Cli.run(
                        "deliver",
                        mix,
                        "-o",
                        out,
                        "--set",
                        "cd",
                        "--item",
                        "mp3,kbps=320,ceiling=-1",
                        "--item",
                        "flac,lufs=-16,ceiling=-1,version=Quiet",
                        "--tag",
                        "artist=Paper",
                        "--tag",
                        "upc=036000291452",
                        "--report")
                .done();
        assertThat(done.out()).contains("ceiling of -1.0 dBTP holds", "LUFS");
        assertThat(Cli.names(out))
                .containsExactlyInAnyOrder(
                        "Paper - Lanterns (Compact Disc) 16-bit 44.1 kHz.wav",
                        "Paper - Lanterns 320 kbps 48 kHz.mp3",
                        "Paper - Lanterns (Quiet) 24-bit 48 kHz.flac",
                        "Lanterns delivery.html",
                        "Lanterns delivery.json");
        JsonNode quiet = Cli.run("info", out.resolve("Paper - Lanterns (Quiet) 24-bit 48 kHz.flac"), "--json")
                .json();
        assertThat(quiet.get("tags").get("barcode").asString()).isEqualTo("036000291452");
        assertThat(quiet.get("bits").asInt()).isEqualTo(24);
    }

    @Test
    void aFinishedMasterOnlyGetsItsFilesAndOneWithoutAChainGetsALoudness() {
        JsonNode finished = Cli.run("deliver", mix, "-o", out, "--item", "wav32f", "--preset", "none", "--json")
                .json();
        assertThat(finished.get("files").get(0).get("integratedLufs").asDouble())
                .isEqualTo(finished.get("print").get("integratedLufs").asDouble());
        JsonNode gentle =
                Cli.run("deliver", mix, "-o", out, "--item", "wav", "--json").json();
        assertThat(gentle.get("files").get(0).get("integratedLufs").asDouble()).isBetween(-14.1, -13.9);
        Cli.run("deliver", mix, "-o", out, "--preset", "moon").wrong("no chain and no file");
    }

    @Test
    void theJsonHasTheFiguresOfEveryFile() {
        JsonNode json = Cli.run(
                        "deliver", mix, "-o", out, "--item", "wav,lufs=-16,ceiling=-1", "--item", "opus", "--json")
                .json();
        JsonNode wav = json.get("files").get(0);
        assertThat(wav.get("integratedLufs").asDouble()).isBetween(-16.1, -15.9);
        assertThat(wav.get("truePeakDbtp").asDouble()).isLessThanOrEqualTo(-1);
        assertThat(wav.get("bitsUsed").asInt()).isEqualTo(24);
        assertThat(wav.get("sha256").asString()).hasSize(64);
        assertThat(wav.get("holds").asBoolean()).isTrue();
        assertThat(wav.get("playback").size()).isGreaterThan(3);
        assertThat(wav.get("curves").get("thirdOctavesDb").size()).isEqualTo(31);
        assertThat(json.get("files").get(1).get("bits").isNull()).isTrue();
        assertThat(json.get("print").get("sha256").asString()).hasSize(64);
    }

    @Test
    void beginningAndEndAreCutAndToldAndTheProjectsOwnAreTaken() throws IOException {
        JsonNode json = Cli.run(
                        "deliver",
                        mix,
                        "-o",
                        out,
                        "--item",
                        "wav,level=exactly",
                        "--preset",
                        "none",
                        "--head",
                        "0.5",
                        "--tail",
                        "0:02",
                        "--fade-out",
                        "0.25",
                        "--json")
                .json();
        assertThat(json.get("files").get(0).get("frames").asInt()).isEqualTo(72_000);
        JsonNode cut = json.get("print").get("cut");
        assertThat(cut.get("headSeconds").asDouble()).isEqualTo(0.5);
        assertThat(cut.get("tailSeconds").asDouble()).isEqualTo(1);
        assertThat(cut.get("fadeOutSeconds").asDouble()).isEqualTo(0.25);
        Path master = folder.resolve("master.wav");
        assertThat(Cli.run("master", mix, "-o", master, "--head", "1", "--fade-shape", "slow")
                        .done()
                        .out())
                .contains("1.00 s cut off the beginning");
        assertThat(Cli.run("info", master, "--json").json().get("frames").asInt())
                .isEqualTo(96_000);

        Path song = folder.resolve("Song.headroom");
        Cli.run("new", song, mix).done();
        Path file = song.resolve("project.json");
        String project = Files.readString(file);
        assertThat(project).contains("\"toDos\": []");
        Files.writeString(file, project.replace("\"toDos\": []", "\"toDos\": [], \"ends\": {\"head\": {\"at\": 2}}"));
        assertThat(Cli.run("master", song, "-o", master, "--json")
                        .json()
                        .get("cut")
                        .get("headSeconds")
                        .asDouble())
                .isEqualTo(2);
        assertThat(Cli.run("master", song, "-o", master, "--head", "whole", "--json")
                        .json()
                        .get("cut")
                        .get("headSeconds")
                        .asDouble())
                .isEqualTo(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--head soon; trim=0.5",
                "--tail trim=x; 0 to 60 seconds",
                "--fade-in 90; 0 to 60 seconds",
                "--fade-shape round; s-curve",
            })
    void anEndThatIsNotUnderstoodSaysWhatWouldBeRight(String words, String part) {
        String[] option = words.split(" ");
        Cli.run("deliver", mix, "-o", out, option[0], option[1]).wrong(part);
        Cli.run("master", mix, "-o", folder.resolve("m.wav"), option[0], option[1])
                .wrong(part);
        Cli.run("master", mix, "-o", folder.resolve("m.wav"), "--head", "2", "--tail", "1")
                .wrong("before it begins");
        Cli.run("master", mix, "-o", folder.resolve("m.wav"), "--head", "20").failed("3.0 s long");
        assertThat(out).doesNotExist();
    }

    @Test
    void severalVersionsAreDeliveredAndListed() throws IOException {
        Path song = folder.resolve("Song.headroom");
        Cli.run("new", song, mix).done();
        Files.createDirectories(song.resolve("prints"));
        Path instrumental = Cli.write(song.resolve("prints/Other.wav"), 48_000, Cli.music(48_000, 3, 2));
        JsonNode json = Cli.run(
                        "deliver",
                        song,
                        "-o",
                        out,
                        "--item",
                        "wav,lufs=-14,ceiling=-1",
                        "--name",
                        "{title} {version}",
                        "--tag",
                        "isrc=US-RC1-76-07839",
                        "--add-version",
                        "Instrumental=prints/Other.wav",
                        "--add-version",
                        "TV=" + mix,
                        "--version-isrc",
                        "TV=US-RC1-76-07840",
                        "--json")
                .json();
        assertThat(Cli.names(out)).hasSize(3).contains("Song Instrumental.wav", "Song TV.wav");
        assertThat(json.get("versions").size()).isEqualTo(3);
        assertThat(json.get("versions").get(1).get("print").get("file").asString())
                .isEqualTo(instrumental.toString());
        assertThat(json.get("files").get(1).get("version").asString()).isEqualTo("Instrumental");
        assertThat(json.get("files").get(1).get("gainDb").asDouble())
                .isEqualTo(json.get("files").get(0).get("gainDb").asDouble());
        assertThat(json.get("files").get(1).get("tags").has("isrc")).isFalse();
        assertThat(json.get("files").get(2).get("tags").get("isrc").asString()).isEqualTo("USRC17607840");
        Cli own = Cli.run(
                        "deliver",
                        mix,
                        "-o",
                        out,
                        "--item",
                        "wav,lufs=-14,ceiling=-1",
                        "--version-level",
                        "own",
                        "--add-version",
                        "Clean=" + instrumental,
                        "--head",
                        "0.5")
                .done();
        assertThat(own.out())
                .contains("(Clean)", "Clean: 0.50 s cut off the beginning")
                .doesNotContain("as the song");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--add-version Instrumental; Instrumental=mix.wav",
                "--version-isrc TV=US-RC1-76-07840; no --add-version",
                "--version-level loud; song or own",
            })
    void aVersionThatIsNotUnderstoodSaysWhatWouldBeRight(String words, String part) {
        String[] option = words.split(" ");
        Cli.run("deliver", mix, "-o", out, option[0], option[1]).wrong(part);
        Cli.run("deliver", mix, "-o", out, "--add-version", "TV=" + mix, "--version-isrc", "TV=12")
                .wrong("TV", "twelve");
        Cli.run("deliver", mix, "-o", out, "--add-version", "TV=" + mix, "--name", "{title}")
                .wrong("put {version} into the names");
        Cli.run("deliver", mix, "-o", out, "--add-version", "TV=none.wav").failed("none.wav");
        assertThat(out).doesNotExist();
    }

    @Test
    void allItemsThatAreWrongAreSaidAtOnce() {
        Cli.run("deliver", mix, "-o", out, "--item", "wma", "--item", "opus,rate=96000")
                .wrong("wma", "opus,rate=96000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--set moon; release",
                "--item wma; wav24",
                "--item wav,rate=1; 44100",
                "--name {tilte}; {title}",
                "--tag upc=036000291453; would be 2",
                "--tag isrc=12; twelve",
            })
    void whatIsNotUnderstoodSaysWhatWouldBeRight(String words, String part) {
        String[] option = words.split(" ");
        Cli.run("deliver", mix, "-o", out, option[0], option[1]).wrong(part);
        assertThat(out).doesNotExist();
    }

    @Test
    void whatGoesWrongNamesTheFileAndLeavesNothing() throws IOException {
        Cli.run("deliver", folder.resolve("none.wav"), "-o", out).failed("none.wav");
        Cli.run("deliver", mix, "-o", mix).failed("Lanterns.wav", "folder");
        Cli.run("deliver", mix, "-o", out, "--cover", mix).failed("neither JPEG nor PNG");
        Cli.run("deliver", mix, "-o", out, "--item", "wav,lufs=-1,ceiling=-6").failed("LUFS", ".wav");
        assertThat(out).doesNotExist();
        byte[] before = Files.readAllBytes(mix);
        Cli.run("deliver", mix, "-o", folder, "--item", "wav", "--name", "Lanterns")
                .failed("Lanterns.wav");
        assertThat(mix).hasBinaryContent(before);
        assertThat(Cli.names(folder)).containsExactly("Lanterns.wav");
    }
}
