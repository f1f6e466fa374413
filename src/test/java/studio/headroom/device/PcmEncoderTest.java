package studio.headroom.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PcmEncoderTest {
    private static final int FRAMES = 1000;

    private final SplittableRandom random = new SplittableRandom(3);

    private static int[] decode(PcmEncoder encoder, int frames, int bits, boolean bigEndian, int channel) {
        int width = bits / 8;
        int[] samples = new int[frames];
        for (int i = 0; i < frames; i++) {
            int at = i * encoder.frameBytes() + channel * width;
            int sample = 0;
            for (int b = 0; b < width; b++) {
                sample = sample << 8 | encoder.bytes()[at + (bigEndian ? b : width - 1 - b)] & 0xFF;
            }
            samples[i] = sample << 32 - bits >> 32 - bits;
        }
        return samples;
    }

    private float[][] noise(int frames, double peak) {
        float[][] stereo = new float[2][frames];
        for (float[] side : stereo) {
            for (int i = 0; i < frames; i++) {
                side[i] = (float) (peak * (2 * random.nextDouble() - 1));
            }
        }
        return stereo;
    }

    @ParameterizedTest
    @CsvSource({"24,false,2,0", "24,true,2,0", "32,false,2,0", "32,true,8,2", "24,false,6,4"})
    void everySampleIsTheNearestIntegerAndOtherChannelsAreSilent(int bits, boolean bigEndian, int channels, int first) {
        PcmEncoder encoder = new PcmEncoder(bits, bigEndian, channels, first, FRAMES);
        float[][] stereo = noise(FRAMES, 1.2);
        assertThat(encoder.encode(stereo, FRAMES)).isEqualTo(FRAMES * channels * bits / 8);
        double scale = Math.pow(2, bits - 1);
        for (int channel = 0; channel < channels; channel++) {
            int[] decoded = decode(encoder, FRAMES, bits, bigEndian, channel);
            for (int i = 0; i < FRAMES; i++) {
                double sample = channel < first || channel > first + 1 ? 0 : stereo[channel - first][i];
                double wanted = Math.max(-scale, Math.min(scale - 1, Math.rint(sample * scale)));
                assertThat((double) decoded[i]).isEqualTo(wanted);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 32})
    void whatLiesOnTheGridComesBackExactly(int bits) {
        PcmEncoder encoder = new PcmEncoder(bits, false, 2, 0, FRAMES);
        float[][] stereo = new float[2][FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            stereo[0][i] = (random.nextInt(1 << 24) - (1 << 23)) * 0x1p-23f;
            stereo[1][i] = -stereo[0][i];
        }
        encoder.encode(stereo, FRAMES);
        double scale = Math.pow(2, bits - 1);
        int[] left = decode(encoder, FRAMES, bits, false, 0);
        for (int i = 0; i < FRAMES; i++) {
            assertThat((float) (left[i] / scale)).isEqualTo(stereo[0][i]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 24, 32})
    void whatIsTooLoudIsClippedAndWhatIsNoNumberIsSilent(int bits) {
        PcmEncoder encoder = new PcmEncoder(bits, false, 2, 0, 8);
        float[] left = {1, 2, Float.POSITIVE_INFINITY, Float.MAX_VALUE, -1.5f, -2, Float.NEGATIVE_INFINITY, Float.NaN};
        encoder.encode(new float[][] {left, left}, 8);
        int highest = (int) (Math.pow(2, bits - 1) - 1);
        int lowest = -highest - 1;
        int[] decoded = decode(encoder, 8, bits, false, 1);
        // At 16 bits the dither may take one step off what is exactly full scale.
        assertThat(decoded[0]).isBetween(highest - (bits == 16 ? 1 : 0), highest);
        assertThat(Arrays.copyOfRange(decoded, 1, 8))
                .containsExactly(highest, highest, highest, lowest, lowest, lowest, 0);
    }

    @Test
    void ditherOf16BitsIsTriangular() {
        int frames = 200_000;
        PcmEncoder encoder = new PcmEncoder(16, false, 2, 0, frames);
        double level = 100.3;
        float[] constant = new float[frames];
        Arrays.fill(constant, (float) (level / 32768));
        encoder.encode(new float[][] {constant, constant}, frames);
        int[] decoded = decode(encoder, frames, 16, false, 0);
        double mean = Arrays.stream(decoded).average().orElseThrow();
        double power = Arrays.stream(decoded)
                .mapToDouble(sample -> (sample - level) * (sample - level))
                .average()
                .orElseThrow();
        // Error of a quantizer with triangular dither: no mean, 1/4 LSB² at any level. Six standard deviations of the
        // mean are 0.0067; power is taken to 2 %.
        assertThat(mean).isEqualTo(level, within(0.007));
        assertThat(power).isEqualTo(0.25, within(0.005));
        assertThat(Arrays.stream(decoded)).allMatch(sample -> Math.abs(sample - level) <= 1.5);
        int[] right = decode(encoder, frames, 16, false, 1);
        assertThat(right).isNotEqualTo(decoded);
    }

    @Test
    void oneChannelHoldsTheMiddle() {
        PcmEncoder encoder = new PcmEncoder(24, false, 1, 0, 3);
        encoder.encode(new float[][] {{0.5f, 0.5f, 1}, {0.5f, -0.5f, 0}}, 3);
        assertThat(decode(encoder, 3, 24, false, 0)).containsExactly(1 << 22, 0, 1 << 22);
    }

    @Test
    void aPairThatTheLineDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> new PcmEncoder(24, false, 2, 1, 64)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PcmEncoder(24, false, 1, 1, 64)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"16,2", "24,2", "32,1", "32,8"})
    void allocatesNothing(int bits, int channels) {
        PcmEncoder encoder = new PcmEncoder(bits, false, channels, 0, FRAMES);
        float[][] stereo = noise(FRAMES, 1);
        assertThat(Allocation.least(() -> encoder.encode(stereo, FRAMES))).isZero();
    }
}
