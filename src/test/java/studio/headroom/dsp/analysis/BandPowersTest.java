package studio.headroom.dsp.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.audio.AudioFormat;

/// Both measures of bands count the same runs.
class BandPowersTest {
    private static final int RATE = 48_000;

    private static float[][] music(int channels) {
        SplittableRandom random = new SplittableRandom(3);
        float[][] music = new float[channels][4 * RATE + 17];
        for (float[] row : music) {
            for (int i = 0; i < row.length; i++) {
                row[i] = (float) (0.4 * Math.sin(0.01 * i) + 0.1 * (random.nextDouble() - 0.5));
            }
        }
        return music;
    }

    private static BandLevels levels(float[][] in, int cut) {
        BandLevels levels = new BandLevels(RATE);
        for (int at = 0; at < in[0].length; at += cut) {
            levels.process(in, at, Math.min(cut, in[0].length - at));
        }
        levels.finish();
        return levels;
    }

    private static List<Double> crest(float[][] in, int cut) {
        BandCrest crest = new BandCrest(new AudioFormat(RATE, in.length));
        for (int at = 0; at < in[0].length; at += cut) {
            crest.process(in, at, Math.min(cut, in[0].length - at));
        }
        return crest.finish();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 63, 64, 1000})
    void theCutOfTheStreamDoesNotMatter(int cut) {
        float[][] music = music(2);
        assertThat(crest(music, cut)).isEqualTo(crest(music, 4096));
        BandLevels one = levels(music, cut);
        BandLevels other = levels(music, 4096);
        assertThat(one.passages()).hasSameSizeAs(other.passages());
        for (int i = 0; i < one.passages().size(); i++) {
            assertThat(one.passages().get(i).bands())
                    .isEqualTo(other.passages().get(i).bands());
            assertThat(one.passages().get(i).power())
                    .isEqualTo(other.passages().get(i).power());
        }
        for (int band = 0; band < BandLevels.BANDS; band++) {
            assertThat(one.crestDb(band)).isEqualTo(other.crestDb(band));
        }
        assertThat(one.trebleDbfs(50)).isEqualTo(other.trebleDbfs(50));
    }

    /// A sine stands 3.01 dB over its mean; where it begins, the filters overshoot by less than 1 dB. One
    /// channel is both.
    @Test
    void aSineStandsThreeDecibelsOverItsMeanInItsBandAlone() {
        float[][] sine = new float[1][2 * RATE];
        for (int i = 0; i < 2 * RATE; i++) {
            sine[0][i] = (float) (0.5 * Math.sin(2 * Math.PI * 300 * i / RATE));
        }
        List<Double> crest = crest(sine, 512);
        assertThat(crest).hasSameSizeAs(ToneBand.values());
        assertThat(crest.get(ToneBand.LOW_MIDS.ordinal())).isCloseTo(3.01, within(1.0));
        BandLevels levels = levels(sine, 512);
        assertThat(levels.crestDb(1)).isCloseTo(3.01, within(1.0));
        assertThat(levels.passages().getFirst().bands()[1]).isCloseTo(0.125, within(0.01));
        assertThat(levels.passages().getFirst().power()).isCloseTo(0.125, within(1e-4));
        assertThat(crest(new float[2][RATE], 512)).containsOnly(0.0);
    }
}
