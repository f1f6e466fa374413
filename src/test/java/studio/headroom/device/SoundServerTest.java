package studio.headroom.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.device.SoundServer.Capture;

/// Plays through `javax.sound` into a real sound server.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SoundServerTest {
    private static final int FRAMES = SoundServer.RATE + 77;

    @TempDir
    private Path folder;

    @BeforeEach
    void isThere() {
        SoundServer.assumeInstalled();
    }

    @Test
    void whatIsHeardIsWhatWasWrittenToTheLastSample() throws Exception {
        Heard heard = play(0);
        // A machine that is too busy may let the line run dry, if it says so.
        for (int attempt = 1; attempt < 4 && heard.isLate(); attempt++) {
            heard = play(attempt);
        }
        assertThat(heard.said)
                .containsExactly(
                        "late 0, allocated 0, 24 bit, 48000 Hz, 2 channels",
                        "late 0, allocated 0, 32 bit, 48000 Hz, 2 channels");
        float[][] written = NoisePlayer.noise(FRAMES);
        int end = 0;
        for (String ignored : heard.said) {
            int start = heard.skipSilence(end);
            end = start + FRAMES;
            for (int side = 0; side < 2; side++) {
                assertThat(heard.sound[side].length).as("frames recorded").isGreaterThan(end);
                assertThat(Arrays.mismatch(written[side], 0, FRAMES, heard.sound[side], start, end))
                        .as("first frame that differs")
                        .isEqualTo(-1);
            }
        }
        assertThat(heard.skipSilence(end)).as("silence after the end").isEqualTo(heard.sound[0].length);
    }

    private record Heard(List<String> said, float[][] sound) {
        boolean isLate() {
            return said.stream().anyMatch(text -> !text.startsWith("late 0,"));
        }

        int skipSilence(int from) {
            int i = from;
            while (i < sound[0].length && sound[0][i] == 0 && sound[1][i] == 0) {
                i++;
            }
            return i;
        }
    }

    /// The noise at 24 bits, and then at 32.
    private Heard play(int attempt) throws Exception {
        try (SoundServer server = SoundServer.start(folder.resolve("server" + attempt))) {
            Capture capture = server.capture();
            List<String> said = new ArrayList<>();
            for (String bits : List.of("24", "32")) {
                Process player = server.java(NoisePlayer.class.getName(), bits, Integer.toString(FRAMES));
                said.add(new String(player.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
                assertThat(player.waitFor()).as(said.getLast()).isZero();
            }
            return new Heard(said, capture.stop());
        }
    }

    @Test
    void aServerThatDiesOrHangsIsALossAndNoHangAndPlaysAgainWhenItIsBack() throws Exception {
        try (SoundServer server = SoundServer.start(folder)) {
            Process player = server.java(NoisePlayer.class.getName(), "0", "0");
            try (BufferedReader said = player.inputReader(StandardCharsets.UTF_8)) {
                assertThat(said.readLine()).isEqualTo("playing");
                server.kill();
                assertLostSoon(said);
                assertThat(said.readLine()).isEqualTo("refused");
                try (SoundServer again = SoundServer.start(folder)) {
                    assertThat(again.environment()).isEqualTo(server.environment());
                    assertThat(said.readLine()).isEqualTo("playing");
                    again.freeze();
                    assertLostSoon(said);
                    assertThat(player.waitFor(4, TimeUnit.SECONDS)).isTrue();
                }
            }
        }
    }

    private static void assertLostSoon(BufferedReader said) throws IOException {
        long begin = System.nanoTime();
        assertThat(said.readLine()).isEqualTo("lost");
        assertThat(System.nanoTime() - begin).isLessThan(TimeUnit.SECONDS.toNanos(4));
    }
}
