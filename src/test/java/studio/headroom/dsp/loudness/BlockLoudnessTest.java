package studio.headroom.dsp.loudness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.audio.AudioFormat;

class BlockLoudnessTest {
    private static float[][] noise(int rate, double seconds) {
        Random random = new Random(5);
        float[][] noise = new float[2][(int) (rate * seconds)];
        for (int i = 0; i < noise[0].length; i++) {
            double level = 0.02 + 0.2 * Math.abs(Math.sin(2 * Math.PI * 0.13 * i / rate));
            noise[0][i] = (float) (level * random.nextGaussian());
            noise[1][i] = (float) (level * random.nextGaussian());
        }
        return noise;
    }

    private static BlockLoudness listen(int rate, float[][] sound, int cut) {
        BlockLoudness.Listener listener = new BlockLoudness.Listener(new AudioFormat(rate, sound.length));
        for (int at = 0; at < sound[0].length; at += cut) {
            listener.process(sound, at, Math.min(cut, sound[0].length - at));
        }
        return listener.finish();
    }

    @ParameterizedTest
    @ValueSource(ints = {11_025, 44_100, 48_000, 96_000})
    void allOfItReadsAsTheMeterDoes(int rate) {
        float[][] sound = noise(rate, 12);
        LoudnessMeter meter = new LoudnessMeter(new AudioFormat(rate, 2));
        meter.process(sound, 0, sound[0].length);
        // The meter's windows move in steps of 10 ms, to the nearest sample.
        assertThat(listen(rate, sound, 1000).lufs(0, sound[0].length)).isEqualTo(meter.integratedLufs(), within(1e-3));
    }

    @Test
    void aPartReadsAsThatPartAloneButForWhatTheFilterRemembers() {
        int rate = 48_000;
        float[][] sound = noise(rate, 12);
        BlockLoudness all = listen(rate, sound, 4096);
        LoudnessMeter meter = new LoudnessMeter(new AudioFormat(rate, 2));
        meter.process(sound, 3 * rate, 4 * rate);
        // The weighting begins at rest in the one and in the middle of the sound in the other.
        assertThat(all.lufs(3 * rate, 7 * rate)).isEqualTo(meter.integratedLufs(), within(0.02));
    }

    @Test
    void cuttingChangesNothing() {
        float[][] sound = noise(44_100, 5);
        BlockLoudness one = listen(44_100, sound, 44_100);
        BlockLoudness other = listen(44_100, sound, 37);
        assertThat(one.lufs(10_000, 150_000)).isEqualTo(other.lufs(10_000, 150_000));
        assertThat(one.loudest(44_100)).isEqualTo(other.loudest(44_100));
    }

    @Test
    void whatIsTooShortOrSilentHasNoLoudness() {
        BlockLoudness noise = listen(48_000, noise(48_000, 3), 512);
        assertThat(noise.lufs(0, 19_000)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(noise.lufs(0, 19_200)).isFinite();
        assertThat(listen(48_000, new float[1][96_000], 512).lufs(0, 96_000)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(listen(48_000, new float[1][100], 100).lufs(0, 100)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(listen(48_000, new float[1][100], 100).loudest(48_000)).isZero();
    }

    @Test
    void theLoudestStretchIsWhereItIs() {
        float[][] sound = new float[1][10 * 48_000];
        for (int i = 0; i < sound[0].length; i++) {
            double level = i >= 4 * 48_000 && i < 6 * 48_000 ? 0.5 : 0.05;
            sound[0][i] = (float) (level * Math.sin(2 * Math.PI * 997 * i / 48_000));
        }
        // Blocks of 400 ms that end in the stretch: its beginning is known to that.
        assertThat(listen(48_000, sound, 512).loudest(2 * 48_000)).isCloseTo(4 * 48_000, within(19_200L));
    }
}
