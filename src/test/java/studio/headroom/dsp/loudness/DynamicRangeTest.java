package studio.headroom.dsp.loudness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.audio.AudioFormat;

/// Expected values are worked out by hand from *Measuring DR* v1.3.
class DynamicRangeTest {
    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 96_000})
    void aSteadySineHasNone(int rate) {
        // Its peak and its root mean square are one level by this measure.
        assertThat(of(rate, sine(rate, 30, 0.5))).isCloseTo(0, within(0.005)); // Blocks need not hold whole periods.
    }

    @Test
    void itIsTheSecondHighestPeakOverTheLoudestFifth() {
        int rate = 48_000;
        float[] sound = new float[30 * rate];
        // Ten blocks: two of them at -20 dB, which are the loudest fifth, the others softer.
        for (int block = 0; block < 10; block++) {
            float[] tone = sine(rate, 3, block < 2 ? 0.1 : 0.01);
            System.arraycopy(tone, 0, sound, block * 3 * rate, tone.length);
        }
        sound[4 * 3 * rate + 100] = 1;
        // The highest peak alone does not count...
        assertThat(of(rate, sound)).isCloseTo(0, within(0.01));
        sound[5 * 3 * rate + 100] = 0.5f;
        // ... the second one does: -6.02 dB over -20 dB.
        assertThat(of(rate, sound)).isCloseTo(13.98, within(0.01));
    }

    @Test
    void itIsTheMeanOfTheChannelsThatAreHeard() {
        int rate = 44_100;
        float[] steady = sine(rate, 12, 0.3);
        float[] beats = steady.clone();
        for (int i = 0; i < beats.length; i += rate) {
            beats[i] = 0.9f; // 9.54 dB over 0.3, and too few to be heard in the root mean square.
        }
        assertThat(of(rate, beats)).isCloseTo(9.54, within(0.02));
        assertThat(of(rate, steady, beats)).isCloseTo(4.77, within(0.02));
        assertThat(of(rate, new float[beats.length], beats)).isCloseTo(9.54, within(0.02));
    }

    @Test
    void silenceAndNothingHaveNone() {
        assertThat(of(48_000, new float[10 * 48_000])).isZero();
        assertThat(of(48_000, new float[0])).isZero();
        // A part of a block is one, too.
        assertThat(of(48_000, sine(48_000, 0.5, 0.2))).isCloseTo(0, within(0.001));
    }

    @Test
    void theLevelAndTheCutDoNotMatterAndWhatIsNoNumberIsSilence() {
        int rate = 48_000;
        Random random = new Random(3);
        float[] sound = new float[20 * rate];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = (float) (random.nextGaussian() * 0.1);
        }
        double whole = of(rate, sound);
        float[] softer = sound.clone();
        for (int i = 0; i < softer.length; i++) {
            softer[i] /= 8;
        }
        assertThat(of(rate, softer)).isCloseTo(whole, within(1e-4));
        DynamicRange cut = new DynamicRange(new AudioFormat(rate, 1));
        float[][] channels = {sound};
        for (int at = 0; at < sound.length; ) {
            int now = Math.min(sound.length - at, 1 + random.nextInt(9000));
            cut.process(channels, at, now);
            at += now;
        }
        assertThat(cut.finish()).isEqualTo(whole);
        sound[500] = Float.NaN;
        sound[700] = Float.POSITIVE_INFINITY;
        assertThat(of(rate, sound)).isCloseTo(whole, within(0.01));
    }

    private static double of(int rate, float[]... channels) {
        DynamicRange range = new DynamicRange(new AudioFormat(rate, channels.length));
        range.process(channels, 0, channels[0].length);
        return range.finish();
    }

    private static float[] sine(int rate, double seconds, double amplitude) {
        float[] out = new float[(int) (seconds * rate)];
        for (int i = 0; i < out.length; i++) {
            // A hundred periods to the second, with a sample on each crest.
            out[i] = (float) (amplitude * Math.cos(2 * Math.PI * 100 * i / rate));
        }
        return out;
    }
}
