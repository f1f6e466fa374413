package studio.headroom.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.param.Range;

class SaturationTest {
    private static final int RATE = 48_000;

    static List<String> curves() {
        return ((Range.Choice) SaturationParams.CURVE.range()).options();
    }

    static Stream<Arguments> curvesAndRates() {
        return curves().stream()
                .flatMap(curve -> Stream.of(44_100, 48_000, 96_000).map(rate -> Arguments.of(curve, rate)));
    }

    private static Rig rig(int rate, int channels, Object... idsAndPlain) {
        return new Rig(Saturation.TYPE, rate, channels, Rig.values(Saturation.TYPE, idsAndPlain));
    }

    /// Amplitudes at multiples of a frequency (index 0: DC), and the power of everything else up to 20 kHz.
    ///
    /// Blackman-Harris: side lobes at -92 dB near the line and falling, so leakage of the lines cannot hide aliases
    /// of -80 dB.
    private static double[] harmonicsAndRest(float[] x, double hertz, int rate) {
        int n = x.length;
        double[] windowed = new double[n];
        double windowPower = 0;
        for (int i = 0; i < n; i++) {
            double t = 2 * Math.PI * i / n;
            double w = 0.35875 - 0.48829 * Math.cos(t) + 0.14128 * Math.cos(2 * t) - 0.01168 * Math.cos(3 * t);
            windowed[i] = w * x[i];
            windowPower += w * w;
        }
        double rest = 0;
        double lines = 0;
        org.jtransforms.fft.DoubleFFT_1D fft = new org.jtransforms.fft.DoubleFFT_1D(n);
        fft.realForward(windowed);
        for (int k = 1; k < n / 2 && (double) k * rate / n <= 20_000; k++) {
            double frequency = (double) k * rate / n;
            double power = windowed[2 * k] * windowed[2 * k] + windowed[2 * k + 1] * windowed[2 * k + 1];
            double distance = Math.abs(frequency - hertz * Math.rint(frequency / hertz));
            if (distance < 6.0 * rate / n || frequency < 100) {
                lines += power;
            } else {
                rest += power;
            }
        }
        return new double[] {lines / windowPower, rest / windowPower};
    }

    @ParameterizedTest
    @MethodSource("curvesAndRates")
    void aliasesStayBelow80DecibelsAt5KilohertzAnd12DecibelsOfDrive(String curve, int rate) {
        int settle = rate;
        int n = 1 << 15;
        float[][] input = Rig.sine(1, settle + n, 1.0, 4987, rate);
        float[][] output = rig(rate, 1, "curve", curve, "drive", 12).run(input);
        double[] power = harmonicsAndRest(Rig.slice(output, settle, settle + n)[0], 4987, rate);
        double aliases = 10 * Math.log10(power[1] / power[0]);
        assertThat(aliases).isLessThan(-80);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mix", "drive"})
    void withoutMixOrDriveItIsAPureDelay(String param) {
        for (String curve : curves()) {
            Rig rig = rig(RATE, 2, "curve", curve, "drive", 24, "bias", 40, "emphasis", 3, param, 0);
            float[][] input = Rig.lively(2, 8000, RATE, 1);
            float[][] output = rig.run(input);
            int late = rig.effect.latency();
            for (int c = 0; c < 2; c++) {
                assertThat(Rig.slice(output, late, 8000)[c]).isEqualTo(Rig.slice(input, 0, 8000 - late)[c]);
            }
        }
    }

    /// The way through a curve, for a signal too small to be bent, is flat and in time with the dry signal.
    @ParameterizedTest
    @MethodSource("curves")
    void quietSignalsPassAsTheyAre(String curve) {
        Rig rig = rig(RATE, 1, "curve", curve, "drive", 3, "auto", "off", "output", -3);
        float[][] input = Rig.sine(1, 20_000, 0.001, 15_000, RATE);
        float[][] output = rig.run(input);
        int late = rig.effect.latency();
        float[] difference = new float[10_000];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = output[0][10_000 + i] - input[0][10_000 + i - late];
        }
        assertThat(20 * Math.log10(Rig.rms(difference) / (0.001 * Math.sqrt(0.5))))
                .isLessThan(-55);
    }

    @ParameterizedTest
    @MethodSource("curves")
    void theLevelIsKept(String curve) {
        for (double drive : new double[] {6, 12, 24}) {
            Rig rig = rig(RATE, 1, "curve", curve, "drive", drive);
            float[][] output = rig.run(Rig.sine(1, RATE, 0.25, 1000, RATE));
            double level = 20 * Math.log10(Rig.rms(Rig.slice(output, RATE / 2, RATE)[0]) / (0.25 * Math.sqrt(0.5)));
            // The peak is kept; a wave that is nearly a square is up to 3 dB more for the same peak.
            assertThat(level).as("%s dB", drive).isBetween(-1.0, 3.2);
        }
    }

    /// Amplitude of one harmonic of 200 Hz, relative to the first, in dB.
    private static double harmonic(int number, Object... idsAndPlain) {
        float[][] output = rig(RATE, 1, idsAndPlain).run(Rig.sine(1, 2 * RATE, 0.3, 200, RATE));
        double[] amplitude = new double[2];
        for (int k = 0; k < 2; k++) {
            double hertz = k == 0 ? 200 : 200.0 * number;
            double re = 0;
            double im = 0;
            for (int i = RATE; i < 2 * RATE; i++) {
                re += output[0][i] * Math.cos(2 * Math.PI * hertz * i / RATE);
                im += output[0][i] * Math.sin(2 * Math.PI * hertz * i / RATE);
            }
            amplitude[k] = Math.hypot(re, im);
        }
        return 20 * Math.log10(amplitude[1] / amplitude[0]);
    }

    @Test
    void asymmetryMakesEvenHarmonicsAndSymmetryNone() {
        assertThat(harmonic(2, "curve", "soft", "drive", 12)).isLessThan(-110);
        assertThat(harmonic(3, "curve", "soft", "drive", 12)).isBetween(-35.0, -15.0);
        assertThat(harmonic(2, "curve", "soft", "drive", 12, "bias", 50)).isGreaterThan(-30);
        assertThat(harmonic(2, "curve", "tube", "drive", 12)).isGreaterThan(-30);
        assertThat(harmonic(2, "curve", "hard", "drive", 18)).isLessThan(-110);
    }

    @Test
    void asymmetryLeavesNoDirectCurrent() {
        float[][] output =
                rig(RATE, 1, "curve", "tube", "drive", 24, "bias", 100).run(Rig.sine(1, 3 * RATE, 0.5, 200, RATE));
        double mean = 0;
        for (int i = 2 * RATE; i < 3 * RATE; i++) {
            mean += output[0][i] / RATE;
        }
        assertThat(mean).isEqualTo(0.0, within(1e-5));
    }

    @Test
    void emphasisBendsTrebleMoreOrLess() {
        double plain = trebleDistortion(0);
        assertThat(trebleDistortion(6)).isGreaterThan(plain + 4);
        assertThat(trebleDistortion(-6)).isLessThan(plain - 4);
    }

    /// Third harmonic of 4 kHz relative to the first.
    private static double trebleDistortion(double emphasis) {
        float[][] output = rig(RATE, 1, "curve", "soft", "drive", 6, "emphasis", emphasis)
                .run(Rig.sine(1, 2 * RATE, 0.2, 4000, RATE));
        double[] amplitude = new double[2];
        for (int k = 0; k < 2; k++) {
            double hertz = k == 0 ? 4000 : 12_000;
            double re = 0;
            double im = 0;
            for (int i = RATE; i < 2 * RATE; i++) {
                re += output[0][i] * Math.cos(2 * Math.PI * hertz * i / RATE);
                im += output[0][i] * Math.sin(2 * Math.PI * hertz * i / RATE);
            }
            amplitude[k] = Math.hypot(re, im);
        }
        return 20 * Math.log10(amplitude[1] / amplitude[0]);
    }
}
