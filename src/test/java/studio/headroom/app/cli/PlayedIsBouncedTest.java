package studio.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.app.Launcher;
import studio.headroom.audio.SampleSource;
import studio.headroom.device.SoundServer;
import studio.headroom.device.SoundServer.Capture;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;
import studio.headroom.project.Lane;
import studio.headroom.project.Project;
import studio.headroom.project.Send;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// What comes out of a real sound server while the whole program plays a song is what it bounces, to the last sample.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PlayedIsBouncedTest {
    private static final int RATE = SoundServer.RATE;
    private static final double SECONDS = 4;
    /// 24 bits, to which both are rounded.
    private static final double STEPS = 1 << 23;

    @TempDir
    private Path folder;

    @BeforeEach
    void isThere() {
        SoundServer.assumeInstalled();
    }

    @Test
    void theCaptureOfAPlayedSongIsItsBounceSampleForSample() throws Exception {
        Path song = song();
        Path bounce = folder.resolve("bounce.wav");
        Cli.run("bounce", song, "-o", bounce, "--bits", "32f").done();
        float[][] expected = read(bounce);

        // On a busy machine the line may run dry, which is said, or the server itself may leave something out, which is
        // not. A fault of the program would be there each time.
        Played played = play(song, 0);
        for (int attempt = 1; attempt < 5 && difference(expected, played) >= 0; attempt++) {
            played = play(song, attempt);
        }

        assertThat(played.report.path("format").asString()).isEqualTo("24 bit, 48000 Hz, 2 channels");
        assertThat(difference(expected, played))
                .as("first frame that differs, " + played.report)
                .isEqualTo(-1);
        assertThat(energy(expected)).isGreaterThan(1);
    }

    private record Played(JsonNode report, float[][] sound) {}

    /// The first frame at which what was captured is not the bounce at 24 bits, or -1.
    private static int difference(float[][] expected, Played played) {
        int first = first(expected);
        int start = first(played.sound) - first;
        int difference = Integer.MAX_VALUE;
        for (int side = 0; side < 2; side++) {
            float[] heard = Arrays.copyOfRange(played.sound[side], start, start + expected[side].length);
            int here = Arrays.mismatch(rounded(expected[side]), heard);
            difference = here < 0 ? difference : Math.min(difference, here);
        }
        return difference == Integer.MAX_VALUE ? -1 : difference;
    }

    private Played play(Path song, int attempt) throws Exception {
        try (SoundServer server = SoundServer.start(folder.resolve("server" + attempt))) {
            Capture capture = server.capture();
            Process player = server.java(
                    Launcher.class.getName(), "play", song.toString(), "--device", "default", "--bits", "24", "--json");
            String said = new String(player.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(player.waitFor()).as(said).isZero();
            return new Played(new ObjectMapper().readTree(said), capture.stop());
        }
    }

    /// Two tracks, mono and stereo, through effects late and early, a return and automation.
    private Path song() throws IOException {
        int frames = (int) (SECONDS * RATE);
        Path low = Cli.write(folder.resolve("low.wav"), RATE, Cli.music(RATE, SECONDS, 1));
        Path high = Cli.write(folder.resolve("high.wav"), RATE, Cli.music(RATE, SECONDS, 2));
        Path song = folder.resolve("Song.headroom");
        Cli.run("new", song, low, high).done();
        Project project = ProjectFiles.load(song);
        Strip first = project.strips().get(0);
        Strip second = project.strips().get(1);
        Strip room =
                Strip.create(Strip.Kind.RETURN, "room", "Room").withInserts(List.of(Insert.create("reverb", "reverb")));
        first = first.withInserts(List.of(
                        insert("eq", "eq", Map.of("band2.on", 1.0, "band2.gain", 4.0)),
                        insert("squeeze", "compressor", Map.of("threshold", -30.0, "ratio", 4.0))))
                .withSends(List.of(new Send("to-room", "room", false, Values.INITIAL)))
                .withAutomation(List.of(new Lane(
                        first.id(),
                        StripControls.VOLUME.id(),
                        true,
                        List.of(
                                new Lane.Point(0, -20, Lane.Shape.LINEAR),
                                new Lane.Point(frames / 2, 0, Lane.Shape.HOLD),
                                new Lane.Point(frames / 2 + 7777, -6, Lane.Shape.HOLD)))));
        second = second.withInserts(List.of(insert("limit", "limiter", Map.of("gain", 6.0))));
        Project mixed = project.withStrips(List.of(first, second, room));
        ProjectFiles.save(song, mixed);
        return song;
    }

    private static Insert insert(String id, String type, Map<String, Double> values) {
        return new Insert(id, type, Values.of(new TreeMap<>(values)), null);
    }

    private static float[][] read(Path file) throws IOException {
        try (SampleSource source = AudioFiles.source(file)) {
            float[][] sound = new float[2][(int) source.frames()];
            source.read(0, sound, 0, sound[0].length);
            return sound;
        }
    }

    private static float[] rounded(float[] samples) {
        float[] rounded = new float[samples.length];
        for (int i = 0; i < samples.length; i++) {
            rounded[i] = (float) (Math.rint(samples[i] * STEPS) / STEPS) + 0f; // Integers have no -0.
        }
        return rounded;
    }

    /// The first frame that is not silent at 24 bits.
    private static int first(float[][] sound) {
        int i = 0;
        while (rounded(new float[] {sound[0][i], sound[1][i]})[0] == 0
                && rounded(new float[] {sound[0][i], sound[1][i]})[1] == 0) {
            i++;
        }
        return i;
    }

    private static double energy(float[][] sound) {
        double sum = 0;
        for (float[] side : sound) {
            for (float sample : side) {
                sum += sample * sample;
            }
        }
        return sum;
    }
}
