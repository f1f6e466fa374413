package studio.headroom.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImagerTest {
    private static final int RATE = 48_000;
    private static final double[] TONES = {25, 60, 120, 250, 700, 1200, 3000, 6000, 9000, 15_000, 20_000};

    private static Rig rig(Object... idsAndPlain) {
        return new Rig(Imager.TYPE, RATE, 2, Rig.values(Imager.TYPE, idsAndPlain));
    }

    /// Mid and side of a settled sine of amplitude 0.5 as mid or as side, in dB against what went in.
    private static double[] level(Rig rig, double hertz, boolean asSide) {
        float[][] input = Rig.sine(2, RATE, 0.5, hertz, RATE);
        for (int i = 0; asSide && i < RATE; i++) {
            input[1][i] = -input[1][i];
        }
        float[][] output = Rig.slice(rig.run(input), RATE / 2, RATE);
        float[] mid = new float[RATE / 2];
        float[] side = new float[RATE / 2];
        for (int i = 0; i < mid.length; i++) {
            mid[i] = 0.5f * (output[0][i] + output[1][i]);
            side[i] = 0.5f * (output[0][i] - output[1][i]);
        }
        double reference = 0.5 * Math.sqrt(0.5);
        return new double[] {20 * Math.log10(Rig.rms(mid) / reference), 20 * Math.log10(Rig.rms(side) / reference)};
    }

    @Test
    void untouchedItIsBitExact() {
        float[][] input = Rig.lively(2, 5000, RATE, 1);
        assertThat(rig().run(input)).isDeepEqualTo(input);
    }

    @Test
    void backAtUntouchedItIsBitExactAgain() {
        Rig rig = rig("band2.width", 150);
        rig.run(Rig.lively(2, 5000, RATE, 1));
        rig.set("band2.width", 100);
        rig.run(Rig.lively(2, 3000, RATE, 2));
        float[][] input = Rig.lively(2, 5000, RATE, 3);
        assertThat(rig.run(input)).isDeepEqualTo(input);
    }

    /// Doubling all widths shows the crossovers: the side is 6.02 dB up everywhere, the mid where it was.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void bandsSumFlat(int count) {
        for (double hertz : TONES) {
            double[] ofSide = level(rig("bands", count, "width", 200), hertz, true);
            assertThat(ofSide[1]).as("side at %s Hz", hertz).isEqualTo(6.0206, within(0.01));
            double[] ofMid = level(rig("bands", count, "width", 200), hertz, false);
            assertThat(ofMid[0]).as("mid at %s Hz", hertz).isEqualTo(0.0, within(0.01));
        }
    }

    @Test
    void aBandsWidthReachesThatBandOnly() {
        assertThat(level(rig("band3.width", 0), 2700, true)[1]).isLessThan(-23);
        assertThat(level(rig("band3.width", 0), 2700, false)[0]).isEqualTo(0.0, within(0.01));
        assertThat(level(rig("band3.width", 0), 300, true)[1]).isEqualTo(0.0, within(0.1));
        assertThat(level(rig("band3.width", 0), 16_000, true)[1]).isEqualTo(0.0, within(0.2));
        // At a crossover both bands are 6 dB down and in phase.
        assertThat(level(rig("band3.width", 0), 1200, true)[1]).isEqualTo(-6.02, within(0.1));
    }

    @Test
    void soloLetsOneBandThrough() {
        assertThat(level(rig("band2.solo", "on"), 400, false)[0]).isEqualTo(0.0, within(0.2));
        assertThat(level(rig("band2.solo", "on"), 30, false)[0]).isLessThan(-45);
        assertThat(level(rig("band2.solo", "on"), 5000, false)[0]).isLessThan(-45);
    }

    /// Mono out of the wildest stereo is mono out of the plainest, through the same all-passes: only the mid.
    @Test
    void nothingThatIsDoneIsHeardInMono() {
        float[][] input = Rig.lively(2, 20_000, RATE, 4);
        float[][] wild = rig("stereoize", 100, "width", 200, "band1.width", 0, "band4.width", 180)
                .run(input);
        float[][] plain = rig("width", 50).run(input);
        for (int i = 0; i < 20_000; i++) {
            assertThat(wild[0][i] + wild[1][i]).isEqualTo(plain[0][i] + plain[1][i], within(2e-6f));
        }
    }

    @Test
    void stereoizeMakesMonoWideAndLeavesTheSumAlone() {
        double[] values = Rig.values(Imager.TYPE, "stereoize", 100, "bands", 0);
        float[][] input = Rig.noise(1, RATE, 0.3, 5);
        float[][] output = new Rig(Imager.TYPE, RATE, 1, values).run(input);
        double both = 0;
        for (int i = 0; i < RATE; i++) {
            both += (double) output[0][i] * output[1][i];
            assertThat(output[0][i] + output[1][i]).isEqualTo(2 * input[0][i], within(1e-6f));
        }
        double correlation = both / RATE / Rig.rms(output[0]) / Rig.rms(output[1]);
        assertThat(Math.abs(correlation)).isLessThan(0.1);
        // Both sides are equally loud.
        assertThat(Rig.rms(output[0]) / Rig.rms(output[1])).isEqualTo(1.0, within(0.35));
    }
}
