package studio.headroom.mastering.sight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.audio.AudioFormat;
import studio.headroom.dsp.analysis.LogSpectrum;

/// The spectrum over time of sounds whose spectrum is known.
class SpectrogramTest {
    private static final int RATE = 48_000;

    private static Spectrogram of(int rate, int cut, float[]... sound) {
        Spectrogram.Builder builder = new Spectrogram.Builder(new AudioFormat(rate, sound.length), sound[0].length);
        for (int at = 0; at < sound[0].length; at += cut) {
            builder.write(sound, at, Math.min(cut, sound[0].length - at));
        }
        builder.close();
        assertThat(builder.made().isComplete()).isTrue();
        return builder.made();
    }

    private static float[] sine(int rate, double seconds, double hertz, double amplitude) {
        float[] made = new float[(int) (seconds * rate)];
        for (int i = 0; i < made.length; i++) {
            made[i] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return made;
    }

    private static double highest(Spectrogram of, double frame) {
        double most = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < LogSpectrum.ROWS; row++) {
            most = Math.max(most, of.db(frame, LogSpectrum.hertz(row + 0.5)));
        }
        return most;
    }

    private static double ridge(Spectrogram of, double frame) {
        double most = highest(of, frame);
        int rows = 0;
        int count = 0;
        // Lines are wider than rows at the low end, and so are ridges.
        for (int row = 0; row < LogSpectrum.ROWS; row++) {
            if (of.db(frame, LogSpectrum.hertz(row + 0.5)) == most) {
                rows += row;
                count++;
            }
        }
        return LogSpectrum.hertz((double) rows / count + 0.5);
    }

    /// Wherever the tone lies between the lines of the transform and the edges of the rows.
    @ParameterizedTest
    @ValueSource(doubles = {41.2, 60, 97.3, 220.5, 440, 1000, 1003.1, 2500.7, 9999.9, 15_013})
    void aSineOfFullScaleReads0(double hertz) {
        for (int rate : new int[] {44_100, 48_000, 96_000}) {
            float[] tone = sine(rate, 1, hertz, 1);
            Spectrogram seen = of(rate, 5000, tone, tone);
            assertThat(highest(seen, 0.5 * rate)).as("at " + rate).isCloseTo(0, within(0.1));
            // Half a row.
            assertThat(ridge(seen, 0.5 * rate) / hertz).isCloseTo(1, within(0.0151));
        }
    }

    @Test
    void levelsBelowAreRightToAQuarterOfADecibel() {
        for (double db : new double[] {-3.1, -12.3, -40, -71.7}) {
            float[] tone = sine(RATE, 1, 777, Math.pow(10, db / 20));
            assertThat(highest(of(RATE, 4800, tone, tone), 24_000)).isCloseTo(db, within(0.3));
        }
    }

    @Test
    void aSweepIsWhereItIsInTimeAndFrequency() {
        double seconds = 8;
        double ratio = Math.log(16_000.0 / 40);
        float[] sweep = new float[(int) (seconds * RATE)];
        for (int i = 0; i < sweep.length; i++) {
            double share = (double) i / sweep.length;
            sweep[i] = (float) (0.5 * Math.sin(2 * Math.PI * 40 * seconds / ratio * (Math.exp(ratio * share) - 1)));
        }
        Spectrogram seen = of(RATE, 8192, sweep, sweep);
        for (double t = 0.5; t < 7.6; t += 0.37) {
            double expected = 40 * Math.exp(ratio * t / seconds);
            // A row and a column: 2.9 % and 21 ms of a sweep of 75 % a second.
            assertThat(ridge(seen, t * RATE) / expected).as("at " + t + " s").isCloseTo(1, within(0.04));
        }
    }

    @Test
    void aClickIsWhereItIs() {
        float[] click = new float[3 * RATE];
        click[70_000] = 1;
        Spectrogram seen = of(RATE, 1000, click, click);
        double most = highest(seen, 70_000);
        assertThat(most).isGreaterThan(-70);
        assertThat(highest(seen, 70_000 - 4000)).isLessThan(most - 20);
        assertThat(highest(seen, 70_000 + 4000)).isLessThan(most - 20);
    }

    @Test
    void silenceIsTheFloorAndWhatIsOppositeIsThere() {
        assertThat(highest(of(RATE, 999, new float[RATE], new float[RATE]), 20_000))
                .isEqualTo(Spectrogram.FLOOR_DB);
        float[] one = sine(RATE, 1, 500, 1);
        float[] opposite = sine(RATE, 1, 500, -1);
        assertThat(highest(of(RATE, 999, one, opposite), 24_000)).isCloseTo(0, within(0.1));
        // One side alone has half the power.
        assertThat(highest(of(RATE, 999, one, new float[RATE]), 24_000)).isCloseTo(-3.01, within(0.3));
        assertThat(highest(of(RATE, 999, one), 24_000)).isCloseTo(0, within(0.1));
    }

    @Test
    void theCutDoesNotMatter() {
        SplittableRandom random = new SplittableRandom(2);
        float[] noise = new float[3 * RATE];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextGaussian() / 8;
        }
        int[] one = new int[100 * LogSpectrum.ROWS];
        int[] other = new int[100 * LogSpectrum.ROWS];
        assertThat(of(RATE, 7777, noise, noise).read(0, 1440, one, 100)).isEqualTo(100);
        of(RATE, 64, noise, noise).read(0, 1440, other, 100);
        assertThat(one).isEqualTo(other);
    }

    @Test
    void anHourTakesNoMoreThanASong() {
        Spectrogram hour = new Spectrogram.Builder(new AudioFormat(RATE, 2), 3600L * RATE).made();
        assertThat(3600L * RATE / hour.columnFrames()).isLessThanOrEqualTo(8192);
        assertThat(hour.ready()).isZero();
        assertThat(hour.db(RATE, 1000)).isNaN();
        assertThat(hour.read(0, 1000, new int[LogSpectrum.ROWS], 1)).isZero();
    }

    @Test
    void pixelsOfAnyWidthShowWhatIsThere() {
        float[] burst = new float[4 * RATE];
        float[] tone = sine(RATE, 0.3, 1000, 0.5);
        System.arraycopy(tone, 0, burst, 2 * RATE, tone.length);
        Spectrogram seen = of(RATE, 4096, burst, burst);
        int row = (int) LogSpectrum.row(1000);
        for (double framesPerPixel : new double[] {100, 1000, 9600, 48_000}) {
            int count = (int) Math.ceil(burst.length / framesPerPixel);
            int[] pixels = new int[count * LogSpectrum.ROWS];
            assertThat(seen.read(0, framesPerPixel, pixels, count)).isEqualTo(count);
            int at = (int) (2.15 * RATE / framesPerPixel);
            assertThat(Spectrogram.db(pixels[at * LogSpectrum.ROWS + row])).isCloseTo(-6, within(0.6));
            assertThat(pixels[row]).isZero();
        }
    }
}
