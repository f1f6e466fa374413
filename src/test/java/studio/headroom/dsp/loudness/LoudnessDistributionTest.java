package studio.headroom.dsp.loudness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import studio.headroom.audio.AudioFormat;

/// How often a program is how loud, against its loudness range and its length.
class LoudnessDistributionTest {
    private static final int RATE = 48_000;

    private static LoudnessMeter meter(double[][] parts) {
        LoudnessMeter meter = new LoudnessMeter(new AudioFormat(RATE, 2));
        SplittableRandom random = new SplittableRandom(3);
        for (double[] part : parts) {
            float[][] sound = new float[2][(int) (part[0] * RATE)];
            for (float[] channel : sound) {
                for (int i = 0; i < channel.length; i++) {
                    channel[i] = (float) (part[1] * random.nextGaussian());
                }
            }
            meter.process(sound, 0, sound[0].length);
        }
        return meter;
    }

    @Test
    void itsRangeIsTheLoudnessRangeToTheBit() {
        LoudnessMeter meter = meter(new double[][] {{9, 0.02}, {14, 0.08}, {7, 0.2}, {6, 0.001}});
        meter.finish();
        LoudnessDistribution all = meter.distribution();
        assertThat(all.rangeLu()).isEqualTo(meter.loudnessRangeLu());
        assertThat(all.highLufs() - all.lowLufs())
                .isEqualTo(meter.loudnessRangeLu())
                .isPositive();
        assertThat(all.lowLufs()).isGreaterThan(all.gateLufs());
    }

    @Test
    void everyWindowIsInTheBinOfItsLoudness() {
        // 3 s of a level, then 3 s of transition, then 9 s of a level 6.02 dB higher.
        LoudnessMeter meter = meter(new double[][] {{12, 0.05}, {12, 0.1}});
        LoudnessDistribution all = meter.distribution();
        // The first of 240 windows of 0.1 s is whole after 3 s.
        assertThat(all.windows()).isEqualTo(211);
        double sum = 0;
        for (int bin = 0; bin < all.counts().size(); bin++) {
            sum += all.percent(bin);
            assertThat(all.bin(all.lower(bin) + 0.1)).isEqualTo(bin);
        }
        assertThat(sum).isCloseTo(100, within(1e-9));
        // The loud part lasts for 90 windows; noise of 3 s stays within its bin or one beside it.
        int loud = all.bin(meter.shortTermLufs());
        int near = 0;
        for (int bin = Math.max(0, loud - 1); bin < all.counts().size(); bin++) {
            near += all.counts().get(bin);
        }
        assertThat(near).isBetween(85, 110);
        assertThat(all.fromLufs() / LoudnessDistribution.BIN_LU).isEqualTo(Math.rint(all.fromLufs() / 0.5));
    }

    @Test
    void silenceAndShortProgramsHaveNone() {
        assertThat(meter(new double[][] {{2, 0.1}}).distribution()).isEqualTo(LoudnessDistribution.NONE);
        assertThat(meter(new double[][] {{9, 0}}).distribution()).isEqualTo(LoudnessDistribution.NONE);
        assertThat(LoudnessDistribution.NONE.rangeLu()).isZero();
    }
}
