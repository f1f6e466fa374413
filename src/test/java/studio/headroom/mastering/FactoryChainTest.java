package studio.headroom.mastering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.files.audio.codec.SampleFormat;

class FactoryChainTest {
    @TempDir
    private Path folder;

    @Test
    void theTaughtExampleGoesThroughWithoutAWarning() throws IOException {
        FactoryChain chain = FactoryChain.find("tape-warmth").orElseThrow();
        assertThat(chain.ceiling()).isEqualTo(-0.1);
        assertThat(chain.chain().getFirst().values().asMap())
                .containsEntry("band2.gain", 0.9)
                .containsEntry("band2.freq", 60.0)
                .containsEntry("band4.gain", -0.6)
                .containsEntry("band4.freq", 718.0);
        Path mix = folder.resolve("mix.wav");
        float[][] music = TestFiles.music(48_000, 8);
        TestFiles.write(mix, 48_000, music);
        MasterJob.Result result = MasterJob.run(
                mix,
                folder.resolve("master.wav"),
                new MasterJob.Settings(
                        chain.chain(), OptionalDouble.of(-14), chain.ceiling(), OutputFormat.of(SampleFormat.INT24)),
                Progress.NONE);
        assertThat(result.remarks()).isEmpty();
        assertThat(result.output().truePeakDbtp()).isLessThanOrEqualTo(-0.1);
    }
}
