package studio.headroom.files.peaks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.audio.SequentialReader;

class PeaksTest {
    private static final int COLUMNS = 300;

    /// One step of the stored numbers: 11 significant bits, and the smallest of all.
    private static final double RELATIVE = 1.0 / 1024;

    private static final double ABSOLUTE = 6e-8;

    @TempDir
    Path folder;

    private final float[] min = new float[COLUMNS];
    private final float[] max = new float[COLUMNS];
    private final float[] rms = new float[COLUMNS];

    /// Lengths around the borders of peaks and chunks.
    @ParameterizedTest
    @ValueSource(ints = {1, 63, 64, 65, 255, 4097, 65_535, 65_536, 65_537, 131_072, 700_001})
    void columnsAreNeverSmallerThanTheSoundAndAtMostTheirPeaksWider(int frames) throws IOException {
        Sound sound = Sound.noise(2, frames, frames);
        Peaks peaks = build(sound);
        Random random = new Random(frames);
        for (int view = 0; view < 20; view++) {
            double framesPerPixel = Math.pow(10, 1.2 + 4.3 * random.nextDouble());
            double from = (random.nextDouble() * 1.4 - 0.2) * frames;
            int channel = view & 1;
            peaks.read(channel, from, framesPerPixel, min, max, rms);
            for (int column = 0; column < COLUMNS; column++) {
                compare(sound.samples()[channel], column, from, framesPerPixel);
            }
        }
    }

    private void compare(float[] samples, int column, double from, double framesPerPixel) {
        long begin = (long) Math.floor(from + column * framesPerPixel);
        long end = (long) Math.floor(from + (column + 1) * framesPerPixel);
        // Half a pixel, or one peak where a pixel is less than two.
        long wider = (long) Math.max(Peaks.FINEST, framesPerPixel / 2) - 1;
        float[] truth = extremes(samples, begin, Math.max(begin + 1, end));
        boolean silent = end <= 0 || begin >= samples.length;
        float[] widest = silent ? truth : extremes(samples, begin - wider, Math.max(begin + 1, end) + wider);
        assertThat(min[column]).isLessThanOrEqualTo(truth[0]).isGreaterThanOrEqualTo((float)
                (widest[0] - Math.abs(widest[0]) * RELATIVE - ABSOLUTE));
        assertThat(max[column]).isGreaterThanOrEqualTo(truth[1]).isLessThanOrEqualTo((float)
                (widest[1] + Math.abs(widest[1]) * RELATIVE + ABSOLUTE));
        assertThat(rms[column]).isBetween(0f, Math.max(max[column], -min[column]) + 1e-6f);
    }

    /// Minimum and maximum, 0 where there is no sound.
    private static float[] extremes(float[] samples, long begin, long end) {
        long first = Math.max(0, begin);
        long last = Math.min(samples.length, end);
        float low = first < last ? Float.MAX_VALUE : 0;
        float high = first < last ? -Float.MAX_VALUE : 0;
        for (long i = first; i < last; i++) {
            low = Math.min(low, samples[(int) i]);
            high = Math.max(high, samples[(int) i]);
        }
        return new float[] {low, high};
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 128, 512, 2048, 8192})
    void columnsOfWholePeaksAreTheSoundItself(int framesPerPixel) throws IOException {
        Sound sound = Sound.noise(1, 1_000_003, 7);
        Peaks peaks = build(sound);
        float[] samples = sound.samples()[0];
        peaks.read(0, 0, framesPerPixel, min, max, rms);
        for (int column = 0; column < COLUMNS; column++) {
            int begin = Math.min(samples.length, column * framesPerPixel);
            int end = Math.min(samples.length, begin + framesPerPixel);
            float[] truth = extremes(samples, begin, end);
            double sum = 0;
            for (int i = begin; i < end; i++) {
                sum += (double) samples[i] * samples[i];
            }
            assertThat((double) min[column]).isCloseTo(truth[0], within(truth[0]));
            assertThat((double) max[column]).isCloseTo(truth[1], within(truth[1]));
            double expected = end > begin ? Math.sqrt(sum / (end - begin)) : 0;
            // Up to eight values that are each rounded by one step.
            assertThat((double) rms[column]).isCloseTo(expected, within(expected));
        }
    }

    private static Offset<Double> within(double value) {
        return Offset.offset(Math.abs(value) * RELATIVE + ABSOLUTE);
    }

    @Test
    void whatIsOutsideOfTheSoundIsSilence() throws IOException {
        Peaks peaks = build(Sound.noise(1, 10_000, 3));
        for (double from : new double[] {-1e18, -COLUMNS * 100.0, 10_000, 1e12, 1e18}) {
            peaks.read(0, from, 100, min, max, rms);
            assertThat(min).containsOnly(0);
            assertThat(max).containsOnly(0);
            assertThat(rms).containsOnly(0);
        }
        peaks.read(0, -5e17, 1e18, min, max, null);
        assertThat(max[0]).isGreaterThan(2.9f);
        assertThat(peaks.fault()).isNull();
    }

    @Test
    void aSoundWithoutFramesHasAnEmptyWaveform() throws IOException {
        Peaks peaks = build(Sound.noise(1, 0, 3));
        peaks.read(0, 0, 64, min, max, rms);
        assertThat(max).containsOnly(0);
        assertThat(peaks.isComplete()).isTrue();
    }

    @Test
    void whatIsMadeAlreadyIsShownWhileTheRestIsMade() throws IOException {
        Sound sound = Sound.noise(1, 10 * PeakLayout.CHUNK, 5);
        Path path = Files.createFile(folder.resolve("growing"));
        PeakFile file = PeakFile.growing(path, new PeakLayout(key(sound)), new OpenFiles(4));
        Peaks peaks = new Peaks(file);
        int[] asked = {0};
        new PeakBuilder(file, () -> {
                    long ready = peaks.readyFrames();
                    assertThat(ready).isEqualTo((long) asked[0]++ * PeakLayout.CHUNK);
                    double framesPerPixel = sound.frames() / (double) COLUMNS;
                    peaks.read(0, 0, framesPerPixel, min, max, rms);
                    for (int column = 0; column < COLUMNS; column++) {
                        boolean there = (column + 1) * framesPerPixel <= ready;
                        boolean missing = column * framesPerPixel >= ready;
                        assertThat(max[column] > 0 || !there).isTrue();
                        assertThat(max[column] == 0 || !missing).isTrue();
                    }
                    return false;
                })
                .build(new SequentialReader(sound), path);
        assertThat(asked[0]).isEqualTo(10);
        assertThat(peaks.isComplete()).isTrue();
    }

    @Test
    void impossibleViewsAreRefused() throws IOException {
        Peaks peaks = build(Sound.noise(1, 100, 3));
        assertThatThrownBy(() -> peaks.read(1, 0, 64, min, max, rms)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> peaks.read(0, 0, 0, min, max, rms)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> peaks.read(0, Double.NaN, 1, min, max, rms))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Peaks build(Sound sound) throws IOException {
        Path path = Files.createFile(folder.resolve("peaks"));
        PeakLayout layout = new PeakLayout(key(sound));
        PeakFile file = PeakFile.growing(path, layout, new OpenFiles(4));
        new PeakBuilder(file, () -> false).build(new SequentialReader(sound), path);
        assertThat(Files.size(path)).isEqualTo(layout.bytes());
        return new Peaks(PeakFile.open(path, layout, new OpenFiles(4)).orElseThrow());
    }

    private static PeakKey key(Sound sound) {
        return new PeakKey(48_000, sound.format().channels(), sound.frames(), 1, 2, "");
    }
}
