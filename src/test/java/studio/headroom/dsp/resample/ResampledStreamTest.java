package studio.headroom.dsp.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleStream;

class ResampledStreamTest {
    /// The float samples themselves are 150 dB down.
    private static final double RESIDUAL_DB = -138;

    @ParameterizedTest
    @CsvSource({
        "44100, 48000", "48000, 44100", "44100, 88200", "88200, 44100", "48000, 96000", "96000, 48000", "44100, 96000",
        "96000, 44100", "192000, 44100", "44100, 192000", "176400, 48000", "11025, 48000", "48000, 8000",
                "44100, 47999",
        "47999, 44100", "48000, 44101"
    })
    void tonesComeOutAsIdealTones(int from, int to) {
        double top = 20_000 / 22_050.0 * Math.min(from, to) / 2;
        for (double part : new double[] {0.001, 0.05, 0.3, 0.75, 0.95, 1}) {
            double frequency = part * top;
            float[] out = convert(sine(frequency, from, from / 2), from, to)[0];
            assertThat(residualDb(out, frequency, to)).as("%f Hz", frequency).isLessThan(RESIDUAL_DB);
        }
    }

    /// The loss at 20 kHz from 44.1 to 48 kHz and back; ±0.001 dB is what the class states.
    @ParameterizedTest
    @CsvSource({"44100, 48000", "48000, 44100"})
    void twentyKilohertzPass(int from, int to) {
        float[] out = convert(sine(20_000, from, from), from, to)[0];
        assertThat(20 * Math.log10(rms(out, to / 4, to * 3 / 4) / (0.5 / Math.sqrt(2))))
                .isCloseTo(0, within(0.001));
    }

    @ParameterizedTest
    @CsvSource({"48000, 44100", "96000, 44100", "96000, 48000", "192000, 48000", "48000, 11025", "47999, 44100"})
    void whatLiesAboveNyquistIsGone(int from, int to) {
        for (double part : new double[] {1.0001, 1.01, 1.04, 1.08, 1.5, 1.99}) {
            double frequency = part * to / 2;
            if (frequency < from / 2.0) {
                float[] out = convert(sine(frequency, from, from), from, to)[0];
                double level = rms(out, to / 4, to * 3 / 4) / (0.5 / Math.sqrt(2));
                assertThat(20 * Math.log10(level)).as("%f Hz", frequency).isLessThan(-140);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"48000, 96000, 2", "48000, 48000, 1", "44100, 88200, 2", "96000, 48000, 0.5", "11025, 44100, 4"})
    void impulsesStayWhereTheyAreAndSymmetric(int from, int to, double ratio) {
        float[][] impulse = new float[1][4000];
        impulse[0][2000] = 1;
        float[] out = convert(impulse, from, to)[0];
        int center = (int) (2000 * ratio);
        for (int i = 1; i < 900; i++) {
            assertThat(out[center - i]).isEqualTo(out[center + i]).isLessThan(out[center]);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "44100, 48000, 44100, 48000",
        "44100, 48000, 1, 2",
        "48000, 44100, 1, 1",
        "48000, 44100, 1001, 920",
        "44100, 47999, 44101, 48001",
        "44100, 48000, 0, 0",
        "96000, 48000, 7, 4"
    })
    void lengthIsThatOfTheInputRoundedUp(int from, int to, int frames, int expected) {
        assertThat(ResampledStream.frames(frames, from, to)).isEqualTo(expected);
        assertThat(convert(new float[2][frames], from, to)[1]).hasSize(expected);
    }

    @ParameterizedTest
    @CsvSource({"44100, 48000", "48000, 44100", "96000, 44100", "44100, 47999", "8000, 768000", "768000, 8000"})
    void constantsStayExactly(int from, int to) {
        float[][] constant = new float[1][from / 4];
        Arrays.fill(constant[0], 0.7f);
        float[] out = convert(constant, from, to)[0];
        for (int i = out.length / 4; i < out.length * 3 / 4; i++) {
            assertThat(out[i]).isEqualTo(0.7f);
        }
    }

    @ParameterizedTest
    @CsvSource({"44100, 48000", "44100, 96000", "48000, 44100", "44100, 47999"})
    void thereAndBackIsNothing(int from, int between) {
        float[][] music = new float[1][from];
        Random random = new Random(1);
        for (int tone = 0; tone < 40; tone++) {
            double frequency = 20 * Math.pow(1000, random.nextDouble());
            double phase = random.nextDouble() * 6;
            for (int i = 0; i < from; i++) {
                music[0][i] += (float) (0.02 * Math.sin(2 * Math.PI * frequency * i / from + phase));
            }
        }
        float[] back = convert(convert(music, from, between), between, from)[0];
        double difference = 0;
        double power = 0;
        for (int i = from / 4; i < from * 3 / 4; i++) {
            difference += Math.pow(back[i] - music[0][i], 2);
            power += Math.pow(music[0][i], 2);
        }
        assertThat(10 * Math.log10(difference / power)).isLessThan(RESIDUAL_DB);
    }

    @ParameterizedTest
    @CsvSource({"44100, 48000", "48000, 44100", "96000, 48000", "44100, 47999"})
    void sizesOfReadsChangeNothing(int from, int to) {
        Random random = new Random(2);
        float[][] noise = new float[3][30_000];
        for (float[] row : noise) {
            for (int i = 0; i < row.length; i++) {
                row[i] = random.nextFloat() - 0.5f;
            }
        }
        float[][] whole = convert(noise, from, to, 100_000, 100_000);
        assertThat(convert(noise, from, to, 1, 777)).isDeepEqualTo(whole);
        assertThat(convert(noise, from, to, 5000, 1)).isDeepEqualTo(whole);
        assertThat(convert(new float[][] {noise[2]}, from, to)[0])
                .as("channels do not touch")
                .containsExactly(whole[2]);
    }

    @Test
    void theSameRateIsTheSameStream() {
        SampleStream stream = new Buffer(new float[1][10], 44_100, 10);
        assertThat(ResampledStream.of(stream, 44_100)).isSameAs(stream);
    }

    @Test
    void formatAndExpectedLengthAreThoseOfTheOutput() {
        SampleStream stream = ResampledStream.of(new Buffer(new float[2][44_100], 44_100, 10), 96_000);
        assertThat(stream.format()).isEqualTo(new AudioFormat(96_000, 2));
        assertThat(stream.expectedFrames()).isEqualTo(96_000);
    }

    @Test
    void hopelessRatiosAreRefused() {
        SampleStream stream = new Buffer(new float[1][10], 768_000, 10);
        assertThatThrownBy(() -> ResampledStream.of(stream, 700)).isInstanceOf(IllegalArgumentException.class);
    }

    private static double residualDb(float[] out, double frequency, int rate) {
        double difference = 0;
        double power = 0;
        for (int i = out.length / 4; i < out.length * 3 / 4; i++) {
            double ideal = 0.5 * Math.sin(2 * Math.PI * frequency * i / rate);
            difference += Math.pow(out[i] - ideal, 2);
            power += ideal * ideal;
        }
        return 10 * Math.log10(difference / power);
    }

    private static double rms(float[] x, int from, int to) {
        double power = 0;
        for (int i = from; i < to; i++) {
            power += (double) x[i] * x[i];
        }
        return Math.sqrt(power / (to - from));
    }

    private static float[][] sine(double frequency, int rate, int frames) {
        float[][] sine = new float[1][frames];
        for (int i = 0; i < frames; i++) {
            sine[0][i] = (float) (0.5 * Math.sin(2 * Math.PI * frequency * i / rate));
        }
        return sine;
    }

    private static float[][] convert(float[][] in, int from, int to) {
        return convert(in, from, to, 4096, 4096);
    }

    private static float[][] convert(float[][] in, int from, int to, int sourceBlock, int readBlock) {
        SampleStream stream = ResampledStream.of(new Buffer(in, from, sourceBlock), to);
        int length = 0;
        float[][] out = new float[in.length][(int) ResampledStream.frames(in[0].length, from, to) + 10];
        try (stream) {
            int read = stream.read(out, 0, Math.min(readBlock, out[0].length));
            while (read > 0) {
                length += read;
                read = stream.read(out, length, Math.min(readBlock, out[0].length - length));
            }
            assertThat(read).isEqualTo(-1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        for (int channel = 0; channel < out.length; channel++) {
            out[channel] = Arrays.copyOf(out[channel], length);
        }
        return out;
    }

    /// A buffer as a stream that gives at most `block` frames at a time.
    private static final class Buffer implements SampleStream {
        private final float[][] samples;
        private final int rate;
        private final int block;
        private int position;

        Buffer(float[][] samples, int rate, int block) {
            this.samples = samples;
            this.rate = rate;
            this.block = block;
        }

        @Override
        public AudioFormat format() {
            return new AudioFormat(rate, samples.length);
        }

        @Override
        public long expectedFrames() {
            return samples[0].length;
        }

        @Override
        public int read(float[][] target, int offset, int count) {
            int frames = Math.min(Math.min(count, block), samples[0].length - position);
            for (int channel = 0; channel < samples.length; channel++) {
                System.arraycopy(samples[channel], position, target[channel], offset, frames);
            }
            position += frames;
            return frames == 0 ? -1 : frames;
        }

        @Override
        public void close() {}
    }
}
