package studio.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.audio.SampleSource;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.project.ChainPreset;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.project.BarGrid;
import studio.headroom.project.Project;
import studio.headroom.project.Tempo;
import tools.jackson.databind.JsonNode;

/// What `headroom play` does with what people give it.
class PlayCommandTest {
    @TempDir
    private Path folder;

    private Path sound(String name, int rate, int channels) throws IOException {
        return Cli.write(folder.resolve(name), rate, Cli.music(rate, 0.5, channels));
    }

    private Cli play(Object path, Object device, Object... more) {
        Object[] words = {"play", path, "--device", device};
        Object[] all = Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return Cli.run(all);
    }

    private static float[][] read(Path file) throws IOException {
        try (SampleSource source = AudioFiles.source(file)) {
            float[][] sound = new float[source.format().channels()][(int) source.frames()];
            source.read(0, sound, 0, sound[0].length);
            return sound;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8000, 44_100, 96_000, 192_000})
    void aStereoFileIsHeardAsItIs(int rate) throws IOException {
        Path in = sound("in.wav", rate, 2);
        Path out = folder.resolve("out.wav");
        play(in, "file:" + out).done();
        assertThat(read(out)).isDeepEqualTo(read(in));
    }

    @Test
    void aMonoFileIsHeardAsLoudOnBothSides() throws IOException {
        Path in = sound("in.wav", 48_000, 1);
        Path out = folder.resolve("out.wav");
        play(in, "file:" + out).done();
        float[] mono = read(in)[0];
        for (float[] side : read(out)) {
            for (int i = 0; i < mono.length; i++) {
                assertThat(side[i]).isCloseTo(mono[i], within(1e-6f));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"in.mp3", "in.opus", "in.flac", "in.aiff"})
    void otherCodingsAreRecordedAndPlayed(String name) throws IOException {
        Path in = sound("in.wav", 48_000, 2);
        Path coded = folder.resolve(name);
        play(in, "file:" + coded).done();
        Path out = folder.resolve("out.wav");
        play(coded, "file:" + out).done();
        float[][] expected = read(in);
        float[][] heard = read(out);
        assertThat(heard[0].length).isCloseTo(expected[0].length, within(5000));
        double sum = 0;
        for (float sample : heard[0]) {
            sum += sample * sample;
        }
        assertThat(sum).isGreaterThan(1);
        assertThat(Cli.names(folder)).containsExactlyInAnyOrder("in.wav", name, "out.wav");
    }

    @Test
    void theReportSaysHowItWent() throws IOException {
        JsonNode report = play(sound("in.wav", 48_000, 2), "null", "--buffer", "10ms", "--seconds", "0.3", "--json")
                .json();
        assertThat(report.propertyNames())
                .contains(
                        "blocks",
                        "lateBlocks",
                        "renderWorstMs",
                        "renderP999Ms",
                        "blockMs",
                        "bytesPerBlock",
                        "device",
                        "format");
        assertThat(report.get("blocks").asInt()).isEqualTo(30);
        assertThat(report.get("blockMs").asDouble()).isEqualTo(10);
        // The device holds four blocks; the song adds nothing.
        assertThat(report.get("latencyFrames").asInt()).isEqualTo(4 * 480);
        assertThat(report.get("latencyMs").asDouble()).isEqualTo(40);
        assertThat(report.get("notices").isArray()).isTrue();
        assertThat(report.get("renderWorstMs").asDouble())
                .isGreaterThanOrEqualTo(report.get("renderP999Ms").asDouble());
        assertThat(report.get("format").asString()).contains("48000 Hz");
    }

    @Test
    void theLatencyIsTold() throws IOException {
        assertThat(play(sound("in.wav", 48_000, 2), "null", "--buffer", "480", "--seconds", "0.1")
                        .done()
                        .out())
                .contains("latency 40.0 ms");
    }

    // ---- through the mastering chain ----

    /// A chain that makes everything 12 dB louder.
    private Path louder() throws IOException {
        return Files.writeString(folder.resolve("louder.json"), """
                {"format": "headroom-chain", "formatVersion": 1,
                 "chain": [{"type": "utility", "values": {"gain": 12}}]}
                """);
    }

    private static double rms(float[] sound, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += sound[i] * sound[i];
        }
        return Math.sqrt(sum / (to - from));
    }

    @Test
    void theChainIsHeardFromTheFirstSampleAsLoudAsItMakesIt() throws IOException {
        Path in = Cli.write(folder.resolve("in.wav"), 48_000, Cli.music(48_000, 2, 2));
        Path out = folder.resolve("out.wav");
        play(in, "file:" + out, "--through-master", "--preset", louder(), "--unmatched")
                .done();
        float[][] expected = read(in);
        float[][] heard = read(out);
        for (int second = 0; second < 2; second++) {
            double gain = rms(heard[0], second * 48_000, (second + 1) * 48_000)
                    / rms(expected[0], second * 48_000, (second + 1) * 48_000);
            assertThat(20 * Math.log10(gain)).as("second %d", second).isCloseTo(12, within(0.01));
        }
    }

    @Test
    void theChainIsHeardAsLoudAsTheMixUnlessAskedOtherwise() throws IOException {
        Path in = Cli.write(folder.resolve("in.wav"), 48_000, Cli.music(48_000, 8, 2));
        Path out = folder.resolve("out.wav");
        play(in, "file:" + out, "--through-master", "--preset", louder()).done();
        // The match is found within three seconds.
        double gain = rms(read(out)[0], 4 * 48_000, 8 * 48_000) / rms(read(in)[0], 4 * 48_000, 8 * 48_000);
        assertThat(20 * Math.log10(gain)).isCloseTo(0, within(0.3));
    }

    @Test
    void aProjectIsHeardThroughItsOwnChain() throws IOException {
        Path song = folder.resolve("Song.headroom");
        Cli.run("new", song, sound("a.wav", 48_000, 2)).done();
        play(song, "null", "--through-master").failed("no mastering chain", "--preset");
        Project project = ProjectFiles.load(song);
        ProjectFiles.save(song, project.withMastering(project.mastering().withChain(ChainPreset.read(louder()))));
        Path plain = folder.resolve("plain.wav");
        Path mastered = folder.resolve("mastered.wav");
        play(song, "file:" + plain, "--seconds", "0.5").done();
        play(song, "file:" + mastered, "--seconds", "0.5", "--through-master", "--unmatched")
                .done();
        double gain = rms(read(mastered)[0], 0, 24_000) / rms(read(plain)[0], 0, 24_000);
        assertThat(20 * Math.log10(gain)).isCloseTo(12, within(0.01));
    }

    @Test
    void aChainGoesWithListeningThroughIt() throws IOException {
        Path in = sound("in.wav", 48_000, 2);
        play(in, "null", "--preset", "tape-warmth").wrong("--through-master");
        play(in, "null", "--unmatched").wrong("--through-master");
        play(in, "null", "--through-master", "--preset", "no-such-chain").wrong("no-such-chain", "tape-warmth");
        play(in, "null", "--through-master", "--preset", "none.json").failed("none.json");
        play(in, "null", "--through-master", "--preset", "tape-warmth", "--seconds", "0.1")
                .done();
    }

    @Test
    void secondsLimitsWhatIsRecordedToTheFrame() throws IOException {
        Path in = sound("in.wav", 48_000, 2);
        Path out = folder.resolve("out.wav");
        play(in, "file:" + out, "--seconds", "0.25").done();
        assertThat(read(out)[0]).containsExactly(Arrays.copyOf(read(in)[0], 12_000));
        play(in, "file:" + out, "--seconds", "0").done();
        assertThat(read(out)[0]).isEmpty();
        play(in, "file:" + out, "--seconds", "1").done();
        assertThat(read(out)[0]).hasSize(48_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"63", "4097", "64.5", "x", "", "-5", "1ms", "99ms", "NaN", "1e9"})
    void impossibleBuffersAreRefused(String buffer) throws IOException {
        play(sound("in.wav", 48_000, 2), "null", "--buffer=" + buffer).wrong("--buffer", "64 to 4096");
    }

    @ParameterizedTest
    @CsvSource({"--threads, 0", "--threads, 65", "--channels, 0", "--bits, 8", "--seconds, -1", "--seconds, later"})
    void impossibleOptionsAreRefused(String option, String value) throws IOException {
        play(sound("in.wav", 48_000, 2), "null", option + "=" + value).wrong(option.substring(2));
    }

    @Test
    void deviceNamesThatNobodyHasAreToldWithWhatThereIs() throws IOException {
        play(sound("in.wav", 48_000, 2), "No Such Card").failed("null");
        play(sound("in.wav", 48_000, 2), "file:").failed("file:OUT.wav");
    }

    @Test
    void whatCannotBePlayedIsRefusedByName() throws IOException {
        play(folder.resolve("nothing.wav"), "null").failed("nothing.wav");
        play(folder.resolve("Nothing.headroom"), "null").failed("Nothing.headroom");
        play(folder, "null").failed(folder.getFileName());
        play(sound("six.wav", 48_000, 6), "null").failed("six.wav", "6 channels");
        Path text = Files.writeString(folder.resolve("text.wav"), "no sound");
        play(text, "null").failed("text.wav");
    }

    @Test
    void noInputAndNoProjectIsRecordedOver() throws IOException {
        Path in = sound("in.wav", 48_000, 2);
        byte[] before = Files.readAllBytes(in);
        play(in, "file:" + in).failed("in.wav", "Choose another name");
        play(in, "FILE:" + in).failed("in.wav", "Choose another name");
        assertThat(Files.readAllBytes(in)).isEqualTo(before);
        Path song = folder.resolve("Song.headroom");
        Cli.run("new", song, in).done();
        play(song, "file:" + song.resolve("media/new.wav")).failed("Headroom's own");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsToldAsAnError() throws IOException {
        Path in = sound("in.wav", 48_000, 2);
        play(in, "file:" + folder.resolve("no/folder/out.wav")).failed("out.wav");
        play(in, "file:" + folder.resolve("out.xyz")).failed("out.xyz");
        assertThat(Cli.names(folder)).containsExactly("in.wav");
    }

    @Test
    void aProjectIsRecordedAsItIsBounced() throws IOException {
        Path song = folder.resolve("Song.headroom");
        Cli.run("new", song, sound("a.wav", 48_000, 1), sound("b.wav", 48_000, 2))
                .done();
        Path bounce = folder.resolve("bounce.wav");
        Path out = folder.resolve("out.wav");
        Cli.run("bounce", song, "-o", bounce, "--bits", "32f").done();
        for (String buffer : new String[] {"64", "441", "4096"}) {
            play(song, "file:" + out, "--buffer", buffer, "--seconds", "0.5").done();
            assertThat(read(out)).isDeepEqualTo(read(bounce));
        }
    }

    @Test
    void aProjectThatMissesAFileIsRefusedByItsName() throws IOException {
        Path song = folder.resolve("Song.headroom");
        Cli.run("new", song, sound("Kick.wav", 48_000, 1)).done();
        for (String name : Cli.names(song.resolve("media"))) {
            Files.delete(song.resolve("media").resolve(name));
        }
        play(song, "null").failed("Kick");
    }

    @Test
    void aPartBeginsAtItsPlaceAfterAShortFade() throws IOException {
        Path in = sound("in.wav", 48_000, 2);
        Path out = folder.resolve("out.wav");
        play(in, "file:" + out, "--from", "0.25", "--seconds", "0.2").done();
        float[][] whole = read(in);
        float[][] part = read(out);
        int place = 12_000;
        // A fade of 20 ms, and up to a sub-block until the place lies on the grid.
        int fade = 960;
        while (fade < 960 + 64 && part[0][fade] != whole[0][place]) {
            fade++;
        }
        for (int side = 0; side < 2; side++) {
            assertThat(Arrays.copyOfRange(part[side], fade, part[side].length))
                    .containsExactly(Arrays.copyOfRange(whole[side], place, place + part[side].length - fade));
        }
        assertThat(Math.abs(part[0][0])).isLessThan(0.001f);
    }

    @Test
    void aLoopIsRepeatedUntilTheTimeIsOver() throws IOException {
        Path in = sound("in.wav", 48_000, 2);
        Path out = folder.resolve("out.wav");
        play(in, "file:" + out, "--loop", "0.1..0.3", "--seconds", "1").done();
        float[][] heard = read(out);
        assertThat(heard[0]).hasSize(48_000);
        // Behind the first seam each round is like the one before it, but for the fades of 20 ms before the seams.
        int length = 9_600;
        int seam = 14_400;
        assertThat(Arrays.copyOfRange(heard[0], seam, seam + length - 960))
                .containsExactly(Arrays.copyOfRange(heard[0], seam + length, seam + 2 * length - 960));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bar0", "bar1.9", "soon", "-1", "bar"})
    void aPlaceThatIsNoneIsNamed(String place) throws IOException {
        play(sound("in.wav", 48_000, 2), "null", "--from=" + place).wrong(place, "bar17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2..1", "1", "1..2..3", "bar2..bar2"})
    void aLoopThatIsNoneIsNotPlayed(String loop) throws IOException {
        play(sound("in.wav", 48_000, 2), "null", "--loop=" + loop).wrong("--loop");
    }

    @Test
    void barsAreThoseOfTheSong() {
        BarGrid waltz = new BarGrid(new Tempo(90, 3, 4), 48_000);
        // Nine beats of two thirds of a second.
        assertThat(PlaceText.frame("bar4", waltz)).isEqualTo(288_000);
        assertThat(PlaceText.frame("bar4.2", waltz)).isEqualTo(320_000);
        assertThat(PlaceText.frame("1:30", waltz)).isEqualTo(90L * 48_000);
        assertThat(PlaceText.way("bar4", 1, null, waltz).from()).isEqualTo(192_000);
        assertThat(PlaceText.beat(waltz.place(320_000))).isEqualTo("4.2");
    }
}
