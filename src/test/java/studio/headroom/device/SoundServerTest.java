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
        // On a busy machine the line may run dry, which is said, or the server itself may leave something out, which is
        // not. A fault of the program would be there each time.
        Heard heard = play(0);
        for (int attempt = 1; attempt < 5 && (heard.isLate() || heard.difference() >= 0); attempt++) {
            heard = play(attempt);
        }
        assertThat(heard.said)
                .containsExactly(
                        "late 0, allocated 0, 24 bit, 48000 Hz, 2 channels",
                        "late 0, allocated 0, 32 bit, 48000 Hz, 2 channels");
        assertThat(heard.difference()).as("first frame that differs").isEqualTo(-1);
    }

    private record Heard(List<String> said, float[][] sound) {
        boolean isLate() {
            return said.stream().anyMatch(text -> !text.startsWith("late 0,"));
        }

        /// The first frame that is not what was written, both times with silence around it, or -1.
        int difference() {
            float[][] written = NoisePlayer.noise(FRAMES);
            int end = 0;
            for (String ignored : said) {
                int start = skipSilence(end);
                end = start + FRAMES;
                if (end > sound[0].length) {
                    return sound[0].length;
                }
                for (int side = 0; side < 2; side++) {
                    int differs = Arrays.mismatch(written[side], 0, FRAMES, sound[side], start, end);
                    if (differs >= 0) {
                        return start + differs;
                    }
                }
            }
            int behind = skipSilence(end);
            return behind < sound[0].length ? behind : -1;
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
