package studio.headroom.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.headroom.dsp.loudness.InterpolationKernel;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.dsp.loudness.PeakMeter;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.audio.codec.Tags;
import studio.headroom.project.Insert;

class MasterJobTest {
    @TempDir
    private Path folder;

    private Path mix;

    @BeforeEach
    void writeMix() throws IOException {
        mix = folder.resolve("mix.wav");
        TestFiles.write(mix, 48_000, TestFiles.music(48_000, 12));
    }

    private static MasterJob.Settings settings(double lufs, double ceiling, SampleFormat samples, int rate) {
        return new MasterJob.Settings(
                null,
                OptionalDouble.of(lufs),
                ceiling,
                new OutputFormat(samples, 0, OptionalInt.of(rate), OutputFormat.Dither.TPDF, Tags.NONE));
    }

    @ParameterizedTest
    @CsvSource({
        "master.wav, -14, -1, INT24, 48000",
        "master.wav, -9, -1, INT16, 44100",
        "master.wav, -11, -0.3, FLOAT32, 96000",
        "master.wav, -30, -2, INT24, 48000",
        "master.flac, -14, -1, INT16, 44100",
        "master.mp3, -14, -1, INT24, 48000",
        "master.opus, -14, -1, INT24, 48000",
    })
    void theWrittenFileKeepsLoudnessAndCeiling(String name, double lufs, double ceiling, SampleFormat samples, int rate)
            throws IOException {
        Path file = folder.resolve(name);
        MasterJob.Result result = MasterJob.run(mix, file, settings(lufs, ceiling, samples, rate), Progress.NONE);
        LoudnessReport measured = Measurement.of(Sources.randomAccess(file, Progress.NONE), name, Progress.NONE);
        assertThat(measured.integratedLufs()).isEqualTo(lufs, within(0.1));
        assertThat(measured.truePeakDbtp()).isLessThanOrEqualTo(ceiling);
        assertThat(result.output().integratedLufs()).isEqualTo(measured.integratedLufs(), within(1e-9));
        assertThat(result.format().sampleRate()).isEqualTo(rate);
        assertThat(leftovers()).isEmpty();
    }

    /// Hits of white noise, which reach up to half of the rate: the limiter's interpolator lets mirror images pass
    /// there.
    @Test
    void theCeilingHoldsForHitsThatFillTheBand() throws IOException {
        float[][] hits = TestFiles.music(48_000, 6);
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < hits[0].length; i++) {
            float hit = (float) (0.9 * Math.exp(-i % 24_000 / 800.0) * random.nextGaussian());
            hits[0][i] += hit;
            hits[1][i] += hit;
        }
        TestFiles.write(mix, 48_000, hits);
        Path file = folder.resolve("hits.wav");
        MasterJob.Result result =
                MasterJob.run(mix, file, settings(-14, -1, SampleFormat.INT24, 48_000), Progress.NONE);
        float[][] sound = TestFiles.read(file);
        PeakMeter meter = new PeakMeter(result.format(), InterpolationKernel.KAISER_16_WIDE);
        meter.process(sound, 0, sound[0].length);
        meter.finish();
        assertThat(meter.truePeakDbtp())
                .isLessThanOrEqualTo(-1)
                .isGreaterThan(result.output().truePeakDbtp() + 0.1);
        assertThat(result.output().integratedLufs()).isEqualTo(-14, within(0.1));
    }

    @Test
    void withoutALoudnessThePeakReachesTheCeilingAndNothingIsLimited() throws IOException {
        Path file = folder.resolve("cd.wav");
        MasterJob.Settings settings =
                new MasterJob.Settings(List.of(), OptionalDouble.empty(), -0.3, OutputFormat.of(SampleFormat.FLOAT32));
        MasterJob.Result result = MasterJob.run(mix, file, settings, Progress.NONE);
        assertThat(result.output().truePeakDbtp()).isBetween(-0.5, -0.3);
        float[][] before = TestFiles.read(mix);
        float[][] after = TestFiles.read(file);
        float gain = after[0][1000] / before[0][1000];
        for (int i = 0; i < before[0].length; i += 7) {
            assertThat(after[1][i]).isEqualTo(before[1][i] * gain, within(1e-6f));
        }
    }

    @Test
    void theSameInputGivesTheSameBytes() throws IOException {
        Path first = folder.resolve("first.wav");
        Path second = folder.resolve("second.wav");
        MasterJob.run(mix, first, settings(-12, -1, SampleFormat.INT16, 44_100), Progress.NONE);
        MasterJob.run(mix, second, settings(-12, -1, SampleFormat.INT16, 44_100), Progress.NONE);
        assertThat(second).hasSameBinaryContentAs(first);
    }

    @Test
    void aLoudnessThatCannotBeReachedIsRefusedWithTheLoudestPossible() throws IOException {
        Path file = folder.resolve("loud.wav");
        Files.writeString(file, "what was there before");
        assertThatThrownBy(
                        () -> MasterJob.run(mix, file, settings(-0.5, -6, SampleFormat.INT24, 48_000), Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("loud.wav")
                .hasMessageContaining("LUFS");
        assertThat(file).hasContent("what was there before");
        assertThat(leftovers()).isEmpty();
    }

    /// What the gentle limiter cannot give, the aggressive one may; a chain of one's own is left as it is.
    @Test
    void aVeryLoudMasterTakesTheLimitersAggressiveStyleAndSaysSo() throws IOException {
        MasterJob.Settings loud = settings(-6.8, -1, SampleFormat.INT24, 48_000);
        MasterJob.Result result = MasterJob.run(mix, folder.resolve("loud.wav"), loud, Progress.NONE);
        assertThat(result.output().integratedLufs()).isEqualTo(-6.8, within(0.1));
        assertThat(result.output().truePeakDbtp()).isLessThanOrEqualTo(-1);
        assertThat(result.remarks()).anyMatch(remark -> remark.contains("aggressive"));
        MasterJob.Settings own = new MasterJob.Settings(
                List.of(Insert.create("l", "limiter")), loud.lufs(), loud.ceiling(), loud.format());
        assertThatThrownBy(() -> MasterJob.run(mix, folder.resolve("own.wav"), own, Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("own.wav");
    }

    @Test
    void silenceIsRefused() throws IOException {
        Path silent = folder.resolve("silent.wav");
        TestFiles.write(silent, 48_000, new float[48_000], new float[48_000]);
        assertThatThrownBy(() -> MasterJob.run(
                        silent,
                        folder.resolve("out.wav"),
                        settings(-14, -1, SampleFormat.INT24, 48_000),
                        Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("silent");
    }

    @Test
    void aCanceledMasterLeavesNothing() {
        Path file = folder.resolve("out.wav");
        Progress canceled = new Progress() {
            @Override
            public boolean canceled() {
                return true;
            }
        };
        assertThatThrownBy(() -> MasterJob.run(mix, file, settings(-14, -1, SampleFormat.INT24, 48_000), canceled))
                .hasMessage("canceled");
        assertThat(file).doesNotExist();
    }

    @Test
    void aChainWithoutALimiterGetsOne() throws IOException {
        MasterJob.Settings settings = new MasterJob.Settings(
                List.of(Insert.create("e", "eq")), OptionalDouble.of(-10), -1, OutputFormat.of(SampleFormat.INT24));
        MasterJob.Result result = MasterJob.run(mix, folder.resolve("out.wav"), settings, Progress.NONE);
        assertThat(result.chain()).extracting(Insert::type).containsExactly("eq", "limiter");
        assertThat(result.output().truePeakDbtp()).isLessThanOrEqualTo(-1);
    }

    private List<String> leftovers() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("."))
                    .toList();
        }
    }
}
