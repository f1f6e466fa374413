package studio.headroom.dsp.oversampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OversamplerTest {
    private static final int FRAMES = 64 * 40;

    private static float[] roundTrip(Oversampler oversampler, float[] in) {
        float[] out = new float[in.length];
        float[] block = new float[64];
        for (int at = 0; at < in.length; at += 64) {
            System.arraycopy(in, at, block, 0, 64);
            oversampler.up(block, 64);
            oversampler.down(block, 64);
            System.arraycopy(block, 0, out, at, 64);
        }
        return out;
    }

    /// The middle of the impulse response is where it says, and both sides of it are mirror images, so the phase is
    /// linear and the delay the same for all frequencies. Single precision planes leave 1e-7.
    @ParameterizedTest
    @CsvSource({"44100,2", "44100,4", "44100,8", "44100,16", "48000,4", "96000,2", "192000,16"})
    void theImpulseIsSymmetricAroundTheLatency(int rate, int factor) {
        Oversampler oversampler = new Oversampler(rate, factor, 1);
        float[] in = new float[FRAMES];
        in[5] = 1;
        float[] out = roundTrip(oversampler, in);
        int center = 5 + oversampler.latency();
        float most = 0;
        for (int k = 0; k <= oversampler.latency(); k++) {
            assertThat(out[center + k]).isEqualTo(out[center - k], within(1e-6f));
            most = Math.max(most, Math.abs(out[center + k]));
        }
        assertThat(out[center]).isEqualTo(most);
    }

    @ParameterizedTest
    @CsvSource({"44100,2", "44100,4", "44100,8", "44100,16", "48000,4", "96000,4", "192000,4"})
    void itIsFlatTo20Kilohertz(int rate, int factor) {
        Oversampler oversampler = new Oversampler(rate, factor, 1);
        float[] in = new float[FRAMES];
        in[0] = 1;
        float[] out = roundTrip(oversampler, in);
        for (double hertz = 0; hertz <= 20_000; hertz += 500) {
            assertThat(20 * Math.log10(magnitude(out, hertz / rate)))
                    .as("%s Hz", hertz)
                    .isEqualTo(0, within(0.01));
        }
    }

    private static double magnitude(float[] response, double frequency) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < response.length; i++) {
            re += response[i] * Math.cos(2 * Math.PI * frequency * i);
            im += response[i] * Math.sin(2 * Math.PI * frequency * i);
        }
        return Math.hypot(re, im);
    }

    /// Everything but the signal itself in the raised signal: the images, all of them together.
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8, 16})
    void imagesAre100DecibelsDown(int factor) {
        for (double hertz : new double[] {997, 7000, 15_000, 19_990}) {
            Oversampler oversampler = new Oversampler(44_100, factor, 1);
            float[] block = new float[64];
            double[] raised = new double[FRAMES * factor];
            for (int at = 0; at < FRAMES; at += 64) {
                for (int i = 0; i < 64; i++) {
                    block[i] = (float) Math.sin(2 * Math.PI * hertz / 44_100 * (at + i));
                }
                oversampler.up(block, 64);
                for (int i = 0; i < 64; i++) {
                    for (int p = 0; p < factor; p++) {
                        raised[(at + i) * factor + p] = oversampler.planes()[p][i];
                    }
                }
            }
            assertThat(residue(raised, 300 * factor, hertz / 44_100 / factor))
                    .as("%s Hz", hertz)
                    .isLessThan(-100);
        }
    }

    /// What is left of a signal after the best fitting sine of a frequency is taken away, in dB of that sine.
    private static double residue(double[] x, int from, double frequency) {
        double cc = 0;
        double ss = 0;
        double cs = 0;
        double xc = 0;
        double xs = 0;
        for (int i = from; i < x.length; i++) {
            double c = Math.cos(2 * Math.PI * frequency * i);
            double s = Math.sin(2 * Math.PI * frequency * i);
            cc += c * c;
            ss += s * s;
            cs += c * s;
            xc += x[i] * c;
            xs += x[i] * s;
        }
        double determinant = cc * ss - cs * cs;
        double a = (xc * ss - xs * cs) / determinant;
        double b = (xs * cc - xc * cs) / determinant;
        double rest = 0;
        for (int i = from; i < x.length; i++) {
            double sine = a * Math.cos(2 * Math.PI * frequency * i) + b * Math.sin(2 * Math.PI * frequency * i);
            rest += (x[i] - sine) * (x[i] - sine);
        }
        return 10 * Math.log10(rest / (a * a * cc + b * b * ss));
    }

    /// A sine that can only fold is gone after the way down.
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8, 16})
    void whatWouldFoldIs100DecibelsDown(int factor) {
        double high = 44_100.0 * factor;
        for (double hertz = 24_200; hertz < high / 2; hertz += 5_300) {
            double folded = Math.abs(hertz - 44_100 * Math.rint(hertz / 44_100));
            if (folded > 20_000) {
                continue;
            }
            Oversampler oversampler = new Oversampler(44_100, factor, 1);
            float[] block = new float[64];
            double power = 0;
            for (int at = 0; at < FRAMES; at += 64) {
                oversampler.up(block, 64);
                for (int i = 0; i < 64; i++) {
                    for (int p = 0; p < factor; p++) {
                        oversampler.planes()[p][i] =
                                (float) Math.sin(2 * Math.PI * hertz / high * ((double) (at + i) * factor + p));
                    }
                }
                oversampler.down(block, 64);
                for (int i = 0; i < 64; i++) {
                    power += at >= 320 ? block[i] * (double) block[i] / (FRAMES - 320) * 2 : 0;
                }
                java.util.Arrays.fill(block, 0);
            }
            assertThat(10 * Math.log10(power)).as("%s Hz", hertz).isLessThan(-100);
        }
    }
}
