package studio.headroom.dsp.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveSpectrumTest {
    private static final int BANDS = 241;

    /// A Hann window reads a sine between two bins 1.4 dB too low.
    private static final double NEAR = 1.5;

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 96_000})
    void aSineReadsItsLevelWhereverItIs(int rate) {
        for (double hz : new double[] {40, 100, 441, 1000, 3300, 10_000, 17_000}) {
            LiveSpectrum spectrum = new LiveSpectrum(rate, BANDS);
            float[] tone = new float[rate];
            for (int i = 0; i < rate; i++) {
                tone[i] = (float) (0.1 * Math.sin(2 * Math.PI * hz * i / rate));
            }
            spectrum.add(tone, tone, rate);
            int top = loudest(spectrum);
            assertThat(spectrum.db(top)).as(hz + " Hz").isEqualTo(-20, within(NEAR));
            // A quarter of an octave, the width of a bin at the lowest of them.
            assertThat(LiveSpectrum.hertz(top, BANDS) / hz).isBetween(0.85, 1.18);
        }
    }

    @Test
    void pinkNoiseIsLevel() {
        int rate = 48_000;
        LiveSpectrum spectrum = new LiveSpectrum(rate, BANDS);
        float[] noise = pink(rate * 6);
        double[] mean = new double[BANDS];
        int rounds = 0;
        for (int at = 0; at + 4096 <= noise.length; at += 4096) {
            float[] part = java.util.Arrays.copyOfRange(noise, at, at + 4096);
            spectrum.add(part, part, 4096);
            if (at > rate) {
                rounds++;
                for (int i = 0; i < BANDS; i++) {
                    mean[i] += spectrum.db(i);
                }
            }
        }
        double low = average(mean, 100, 130) / rounds;
        double high = average(mean, 190, 220) / rounds;
        // The noise is made by filters that are 1 dB from the law, and the mean is that of what falls slowly.
        assertThat(high).isEqualTo(low, within(3.0));
    }

    @Test
    void levelsFallAndTheHighestStaysForAWhile() {
        int rate = 48_000;
        LiveSpectrum spectrum = new LiveSpectrum(rate, BANDS);
        float[] tone = new float[rate];
        for (int i = 0; i < rate; i++) {
            tone[i] = (float) Math.sin(2 * Math.PI * 1000 * i / rate);
        }
        spectrum.add(tone, tone, rate);
        int top = loudest(spectrum);
        float[] silence = new float[rate];
        spectrum.add(silence, silence, rate);
        assertThat(spectrum.db(top)).isLessThan(-10);
        assertThat(spectrum.heldDb(top)).isEqualTo(0, within(NEAR));
        spectrum.rest(10);
        assertThat(spectrum.db(top)).isLessThan(-100);
    }

    @Test
    void fallAndHoldAreChosen() {
        int rate = 48_000;
        float[] tone = new float[rate];
        for (int i = 0; i < rate; i++) {
            tone[i] = (float) Math.sin(2 * Math.PI * 1000 * i / rate);
        }
        double[] left = new double[2];
        for (int i = 0; i < 2; i++) {
            LiveSpectrum spectrum = new LiveSpectrum(rate, BANDS);
            spectrum.setFall(i == 0 ? 0.05 : 2);
            spectrum.setHold(Double.POSITIVE_INFINITY);
            spectrum.add(tone, tone, rate);
            int top = loudest(spectrum);
            spectrum.rest(1);
            left[i] = spectrum.db(top);
            spectrum.rest(1000);
            assertThat(spectrum.heldDb(top)).isEqualTo(0, within(NEAR));
            spectrum.releaseHeld();
            assertThat(spectrum.heldDb(top)).isEqualTo(LiveSpectrum.FLOOR_DB);
        }
        // Power falls by e in the time that is set: 4.3 dB for each.
        assertThat(left[0]).isLessThan(-80);
        assertThat(left[1]).isEqualTo(-2.2, within(NEAR));
    }

    @Test
    void whatIsNoNumberIsSilence() {
        LiveSpectrum spectrum = new LiveSpectrum(48_000, BANDS);
        float[] spoilt = new float[48_000];
        java.util.Arrays.fill(spoilt, Float.NaN);
        assertThat(spectrum.add(spoilt, spoilt, spoilt.length)).isTrue();
        assertThat(spectrum.db(120)).isEqualTo(LiveSpectrum.FLOOR_DB);
    }

    private static int loudest(LiveSpectrum spectrum) {
        int top = 0;
        for (int i = 1; i < BANDS; i++) {
            top = spectrum.db(i) > spectrum.db(top) ? i : top;
        }
        return top;
    }

    private static double average(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }

    /// White noise through three poles and zeros (R. Bristow-Johnson's filter).
    private static float[] pink(int n) {
        Random random = new Random(7);
        float[] out = new float[n];
        double[] pole = {0.99572754, 0.94790649, 0.53567505};
        double[] zero = {0.98443604, 0.83392334, 0.07568359};
        double[] x1 = new double[3];
        double[] y1 = new double[3];
        for (int i = 0; i < n; i++) {
            double v = 0.05 * random.nextGaussian();
            for (int s = 0; s < 3; s++) {
                double y = v - zero[s] * x1[s] + pole[s] * y1[s];
                x1[s] = v;
                y1[s] = y;
                v = y;
            }
            out[i] = (float) v;
        }
        return out;
    }
}
