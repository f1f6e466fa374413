package studio.headroom.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.audio.SampleStream;
import studio.headroom.dsp.loudness.ProgramMeter;
import studio.headroom.engine.OfflineRender;

class MeasurementTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 96_000})
    void twoThreadsGiveWhatOneGives(int rate) throws IOException {
        float[][] music = TestFiles.music(rate, 5.3);
        Path file = folder.resolve("a.wav");
        TestFiles.write(file, rate, music);
        try (SampleStream stream = Sources.stream(file)) {
            assertThat(Measurement.of(stream, "a.wav", "Measuring", Progress.NONE))
                    .isEqualTo(ProgramMeter.measure(rate, music));
        }
    }

    @Test
    void nothingIsMeasuredOnNothing() throws IOException {
        Path file = folder.resolve("empty.wav");
        TestFiles.write(file, 48_000, new float[2][0]);
        try (SampleStream stream = Sources.stream(file)) {
            assertThatThrownBy(() -> Measurement.of(stream, "empty.wav", "Measuring", Progress.NONE))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("empty.wav");
        }
    }

    @Test
    void aMeasurementCanBeCalledOff() throws IOException {
        Path file = folder.resolve("a.wav");
        TestFiles.write(file, 48_000, TestFiles.music(48_000, 1));
        Progress canceled = new Progress() {
            @Override
            public boolean canceled() {
                return true;
            }
        };
        try (SampleStream stream = Sources.stream(file)) {
            assertThatThrownBy(() -> Measurement.of(stream, "a.wav", "Measuring", canceled))
                    .isInstanceOf(OfflineRender.Canceled.class);
        }
    }

    @Test
    void scratchGoesWhereTheMachineOrTheUserSays() {
        assertThat(Scratch.folder("/tmp", Map.of())).isEqualTo(Path.of("/tmp"));
        assertThat(Scratch.folder("/tmp", Map.of("TMPDIR", ""))).isEqualTo(Path.of("/tmp"));
        assertThat(Scratch.folder("/tmp", Map.of("TMPDIR", "/big"))).isEqualTo(Path.of("/big"));
        assertThat(Scratch.folder("/chosen", Map.of("TMPDIR", "/big"))).isEqualTo(Path.of("/chosen"));
    }
}
