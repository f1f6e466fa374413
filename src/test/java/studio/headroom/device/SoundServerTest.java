package studio.headroom.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.device.SoundServer.Capture;

/// Plays through `javax.sound` into a real sound server.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SoundServerTest {
    private static final int FRAMES = SoundServer.RATE * 3 / 2 + 77;

    @TempDir
    private Path folder;

    @BeforeEach
    void isThere() {
        SoundServer.assumeInstalled();
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 32})
    void whatIsHeardIsWhatWasWrittenToTheLastSample(int bits) throws Exception {
        Heard heard = play(bits, 0);
        // A machine that is too busy may let the line run dry, if it says so.
        for (int attempt = 1; attempt < 4 && !heard.said.startsWith("late 0,"); attempt++) {
            heard = play(bits, attempt);
        }
        assertThat(heard.said).isEqualTo("late 0, allocated 0, " + bits + " bit, 48000 Hz, 2 channels");
        float[][] written = NoisePlayer.noise(FRAMES);
        int start = 0;
        while (start < heard.sound[0].length && heard.sound[0][start] == 0) {
            start++;
        }
        int end = start + FRAMES;
        for (int side = 0; side < 2; side++) {
            float[] sound = heard.sound[side];
            assertThat(sound.length).as("frames recorded").isGreaterThan(end);
            assertThat(Arrays.mismatch(written[side], 0, FRAMES, sound, start, end))
                    .as("first frame that differs")
                    .isEqualTo(-1);
            assertThat(Arrays.copyOfRange(sound, end, sound.length)).containsOnly(0);
        }
    }

    private record Heard(String said, float[][] sound) {}

    private Heard play(int bits, int attempt) throws Exception {
        try (SoundServer server = SoundServer.start(folder.resolve("server" + attempt))) {
            Capture capture = server.capture();
            Process player = server.java(NoisePlayer.class.getName(), Integer.toString(bits), Integer.toString(FRAMES));
            String said = new String(player.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            assertThat(player.waitFor()).as(said).isZero();
            return new Heard(said, capture.stop());
        }
    }

    @Test
    void aServerThatDiesIsALossAndNotAHangAndPlaysAgainWhenItIsBack() throws Exception {
        try (SoundServer server = SoundServer.start(folder)) {
            Process player = server.java(NoisePlayer.class.getName(), "0", "0");
            try (BufferedReader said = player.inputReader(StandardCharsets.UTF_8)) {
                assertThat(said.readLine()).isEqualTo("playing");
                server.kill();
                long killed = System.nanoTime();
                assertThat(said.readLine()).isEqualTo("lost");
                assertThat(System.nanoTime() - killed).isLessThan(TimeUnit.SECONDS.toNanos(4));
                assertThat(said.readLine()).isEqualTo("refused");
                try (SoundServer again = SoundServer.start(folder)) {
                    assertThat(again.environment()).isEqualTo(server.environment());
                    assertThat(said.readLine()).isEqualTo("back");
                }
            }
            assertThat(player.waitFor(4, TimeUnit.SECONDS)).isTrue();
        }
    }
}
