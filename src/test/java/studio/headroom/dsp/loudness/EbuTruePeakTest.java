package studio.headroom.dsp.loudness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import studio.headroom.audio.AudioFormat;
import studio.headroom.dsp.Kaiser;

/// The cases of EBU Tech 3341 (2023) Table 1 for true peak: +0.2, -0.4 dB.
class EbuTruePeakTest {
    private static final int[] RATES = {44_100, 48_000, 96_000, 192_000};
    private static final double FADE_SECONDS = 0.01;

    /// The tones are at 0.50 of full scale, -6.02 dB, where the table says -6.0.
    @ParameterizedTest
    @CsvSource({
        "15, 4, 0.50, 0.0, -6.0",
        "16, 4, 0.50, 45.0, -6.0",
        "17, 6, 0.50, 60.0, -6.0",
        "18, 8, 0.50, 67.5, -6.0",
        "19, 4, 1.41, 45.0, 3.0"
    })
    void cases15To19SteadyTones(int number, int period, double amplitude, double degrees, double expected) {
        for (int rate : RATES) {
            for (InterpolationKernel kernel : InterpolationKernel.values()) {
                if (kernel != InterpolationKernel.KAISER_2) {
                    float[] tone = new float[rate / 4];
                    for (int i = 0; i < tone.length; i++) {
                        double phase = 2 * Math.PI * (i % period) / period + Math.toRadians(degrees);
                        tone[i] = (float) (amplitude * Math.sin(phase) * fade(i, tone.length, rate));
                    }
                    assertThat(truePeak(kernel, rate, tone))
                            .as("case %d at %d Hz, %s", number, rate, kernel)
                            .isBetween(expected - 0.4, expected + 0.2);
                }
            }
        }
    }

    /// One period at a quarter of the rate at full scale inside a half-scale tone at a sixth of it, made at four
    /// times the rate, band-limited and decimated at each of the four offsets.
    @ParameterizedTest
    @EnumSource(names = {"KAISER_4", "KAISER_8", "KAISER_16", "ITU_48"})
    void cases20To23BurstAtEveryOffset(InterpolationKernel kernel) {
        double[] samplePeaks = {-0.130, -0.461, -2.503, -0.461};
        for (int rate : RATES) {
            double[] fine = burst(rate);
            for (int offset = 0; offset < 4; offset++) {
                float[] coarse = new float[fine.length / 4];
                double peak = 0;
                for (int i = 0; i < coarse.length; i++) {
                    coarse[i] = (float) fine[4 * i + offset];
                    peak = Math.max(peak, Math.abs(coarse[i]));
                }
                assertThat(20 * Math.log10(peak)).as("the test signal").isCloseTo(samplePeaks[offset], within(0.01));
                assertThat(truePeak(kernel, rate, coarse))
                        .as("case %d at %d Hz, %s", 20 + offset, rate, kernel)
                        .isBetween(-0.4, 0.2);
            }
        }
    }

    private static double[] burst(int rate) {
        int before = rate / 10 / 24 * 24;
        double[] raw = new double[2 * before + 16];
        for (int i = 0; i < raw.length; i++) {
            double wave = i < before
                    ? 0.5 * Math.sin(2 * Math.PI * i / 24)
                    : i < before + 16
                            ? Math.sin(2 * Math.PI * (i - before) / 16)
                            : 0.5 * Math.sin(2 * Math.PI * (i - before - 16) / 24);
            raw[i] = wave * fade(i, raw.length, 4 * rate);
        }
        double[] lowPass = new double[2047];
        double sum = 0;
        for (int k = 0; k < lowPass.length; k++) {
            double t = k - 1023;
            double cutoff = 2 * 0.98 / 8;
            double sinc = t == 0 ? 1 : Math.sin(Math.PI * cutoff * t) / (Math.PI * cutoff * t);
            lowPass[k] = sinc * Kaiser.window(t / 1024, 9);
            sum += lowPass[k];
        }
        double[] out = new double[raw.length];
        // Only the neighborhood of the burst has to be filtered with care; elsewhere the tone passes as it is.
        for (int i = before - 1200; i < before + 1200; i++) {
            double value = 0;
            for (int k = 0; k < lowPass.length; k++) {
                int at = i + 1023 - k;
                value += at >= 0 && at < raw.length ? lowPass[k] * raw[at] : 0;
            }
            out[i] = value / sum;
        }
        return java.util.Arrays.copyOfRange(out, before - 1200, before + 1200);
    }

    private static double fade(int i, int length, int rate) {
        double frames = FADE_SECONDS * rate;
        return Math.min(1, Math.min(i, length - 1 - i) / frames);
    }

    private static double truePeak(InterpolationKernel kernel, int rate, float[] signal) {
        PeakMeter meter = new PeakMeter(new AudioFormat(rate, 2), kernel);
        meter.process(new float[][] {signal, signal}, 0, signal.length);
        meter.finish();
        return meter.truePeakDbtp();
    }
}
