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
    private static final int FRAMES = 2 * SoundServer.RATE + 77;

    @TempDir
    private Path folder;

    @BeforeEach
    void isThere() {
        SoundServer.assumeInstalled();
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 32})
    void whatIsHeardIsWhatWasWrittenToTheLastSample(int bits) throws Exception {
        float[][] heard;
        String said;
        try (SoundServer server = SoundServer.start(folder)) {
            Capture capture = server.capture();
            Process player = server.java(NoisePlayer.class.getName(), Integer.toString(bits), Integer.toString(FRAMES));
            said = new String(player.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            assertThat(player.waitFor()).as(said).isZero();
            heard = capture.stop();
        }
        assertThat(said).isEqualTo("late 0, allocated 0, " + bits + " bit, 48000 Hz, 2 channels");
        float[][] written = NoisePlayer.noise(FRAMES);
        int start = 0;
        while (start < heard[0].length && heard[0][start] == 0) {
            start++;
        }
        assertThat(heard[0].length - start).as("frames recorded").isGreaterThan(FRAMES);
        int dbg = Arrays.mismatch(written[0], 0, FRAMES, heard[0], start, start + FRAMES);
        if (dbg >= 0) {
            int z = 0;
            while (heard[0][start + dbg + z] == 0) z++;
            int j = -1;
            for (int k = 0; k < FRAMES; k++)
                if (written[0][k] == heard[0][start + dbg + z]) {
                    j = k;
                }
            System.out.println("DBG at " + dbg + " zeros " + z + " then written index " + j + " next ok "
                    + (j >= 0 && written[0][j + 1] == heard[0][start + dbg + z + 1]));
        }
        for (int side = 0; side < 2; side++) {
            assertThat(Arrays.mismatch(written[side], 0, FRAMES, heard[side], start, start + FRAMES))
                    .as("first frame that differs")
                    .isEqualTo(-1);
            assertThat(Arrays.copyOfRange(heard[side], start + FRAMES, heard[side].length))
                    .containsOnly(0);
        }
    }

    @Test
    void aServerThatDiesIsALossAndNotAHang() throws Exception {
        try (SoundServer server = SoundServer.start(folder)) {
            Process player = server.java(NoisePlayer.class.getName(), "0", "0");
            try (BufferedReader said = player.inputReader(StandardCharsets.UTF_8)) {
                assertThat(said.readLine()).isEqualTo("playing");
                server.kill();
                long killed = System.nanoTime();
                assertThat(said.readLine()).isEqualTo("lost");
                assertThat(System.nanoTime() - killed).isLessThan(TimeUnit.SECONDS.toNanos(4));
            }
            assertThat(player.waitFor(4, TimeUnit.SECONDS)).isTrue();
        }
    }
}
