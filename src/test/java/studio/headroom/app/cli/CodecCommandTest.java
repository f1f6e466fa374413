package studio.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CodecCommandTest {
    @TempDir
    private Path folder;

    private Path master;
    private Path coded;
    private Path difference;

    @BeforeEach
    void write() throws IOException {
        master = Cli.write(folder.resolve("Lanterns.wav"), 44_100, Cli.music(44_100, 3, 2));
        coded = folder.resolve("coded.wav");
        difference = folder.resolve("difference.wav");
    }

    @Test
    void soundDifferenceAndFigures() throws IOException {
        JsonNode told = Cli.run("codec", master, "--to", "mp3:128", "-o", coded, "--difference", difference, "--json")
                .json();
        assertThat(told.get("format").asString()).isEqualTo("mp3:128");
        assertThat(told.get("coded").asString()).isEqualTo(coded.toString());
        assertThat(told.get("thirdOctaves").size()).isEqualTo(31);
        assertThat(told.get("words").size()).isGreaterThan(3);
        assertThat(told.get("oversAsSet").get("places").asInt()).isNotNegative();
        JsonNode sound = Cli.run("measure", coded, "--json").json();
        // The same rate: what is decoded is what is written, so all figures are the same.
        assertThat(sound.get("truePeakDbtp").asDouble())
                .isEqualTo(told.get("decoded").get("truePeakDbtp").asDouble(), within(1e-9));
        assertThat(sound.get("frames").asLong()).isEqualTo(3 * 44_100);
        JsonNode lost = Cli.run("measure", difference, "--json").json();
        assertThat(lost.get("rmsDbfs").asDouble())
                .isEqualTo(told.get("differenceFigures").get("rmsDbfs").asDouble(), within(1e-9));
        assertThat(told.get("belowDb").asDouble())
                .isEqualTo(
                        told.get("master").get("rmsDbfs").asDouble()
                                - lost.get("rmsDbfs").asDouble(),
                        within(1e-9));
        assertThat(Cli.names(folder)).containsExactlyInAnyOrder("Lanterns.wav", "coded.wav", "difference.wav");
    }

    @Test
    void withoutAFileItOnlyTells() throws IOException {
        Cli told = Cli.run("codec", master, "--to", "opus:64").done();
        assertThat(told.out())
                .contains("as Opus 64 kbit/s", "Decoded, peaks reach", "The difference is", "dB below the sound");
        assertThat(Cli.names(folder)).containsExactly("Lanterns.wav");
    }

    @Test
    void whatIsWrongIsSaid() throws IOException {
        Cli.run("codec", master, "--to", "aac:256").wrong("no lossy format", "mp3, opus");
        Cli.run("codec", master, "--to", "mp3:127").wrong("no bit rate of 127", "320");
        Cli.run("codec", master).wrong("--to");
        Cli.run("codec", master, "--to", "mp3", "-o", folder.resolve("coded.mp3"))
                .wrong(".wav");
        Cli.run("codec", master, "--to", "mp3", "-o", coded, "--difference", coded)
                .wrong("differently");
        Path same = folder.resolve(".").resolve(coded.getFileName());
        Cli.run("codec", master, "--to", "mp3", "-o", coded, "--difference", same)
                .wrong("differently");
        Cli.run("codec", master, "--to", "mp3", "-o", master).failed("Lanterns.wav");
        Cli.run("codec", folder.resolve("none.wav"), "--to", "mp3").failed("none.wav");
        Path nowhere = folder.resolve("none/coded.wav");
        Cli.run("codec", master, "--to", "mp3", "-o", nowhere).failed("'" + nowhere + "'", "Make it first");
        Cli.run("codec", master, "--to", "mp3", "--difference", nowhere).failed("'" + nowhere + "'", "Make it first");
        assertThat(Files.exists(coded)).isFalse();
    }
}
