package studio.headroom.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.dsp.saturation.ClipCurve;

class ClipperTest {
    private static final int RATE = 48_000;

    private static Rig rig(int rate, int channels, Object... idsAndPlain) {
        return new Rig(Clipper.TYPE, rate, channels, Rig.values(Clipper.TYPE, idsAndPlain));
    }

    /// Without oversampling each sample follows the curve; with it, steady levels do.
    @ParameterizedTest
    @CsvSource({"0, off", "25, off", "100, off", "0, 4x", "50, 4x", "50, 8x"})
    void levelsFollowTheCurve(double knee, String quality) {
        ClipCurve curve = new ClipCurve(Math.pow(10, -6 / 20.0), knee / 100);
        for (double in = -1.5; in <= 1.5; in += 0.11) {
            float[][] level = new float[1][2000];
            Arrays.fill(level[0], (float) in);
            float[] out = rig(RATE, 1, "ceiling", -6, "knee", knee, "quality", quality)
                    .run(level)[0];
            assertThat((double) out[1999]).isCloseTo(curve.output(in), within(2e-5));
        }
        assertThat(curve.output(0.1 * curve.ceiling() * (1 - knee / 100)))
                .isCloseTo(0.1 * curve.ceiling() * (1 - knee / 100), within(1e-15));
        assertThat(curve.output(3)).isCloseTo(curve.ceiling(), within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "4x", "8x"})
    void whatIsNotClippedIsOnlyLate(String quality) {
        Rig rig = rig(RATE, 2, "quality", quality, "ceiling", -1, "knee", 25);
        float[][] noise = Rig.noise(2, 5000, 0.3, 1);
        float[][] out = rig.run(noise);
        int latency = rig.effect.latency();
        assertThat(Rig.slice(out, latency, 5000)).isDeepEqualTo(Rig.slice(noise, 0, 5000 - latency));
        assertThat(rig.effect.gainReductionDb()).isEqualTo(0.0);
    }

    /// Everything between the harmonics of 4987 Hz up to 20 kHz, with 12 dB over the ceiling, against full scale. The
    /// harmonics of a corner fall by 12 dB an octave and fold at half the higher rate, those of a knee by 18 and
    /// more.
    @ParameterizedTest
    @CsvSource({
        "48000, 4x, 0, 0, -52",
        "48000, 8x, 0, 0, -62",
        "48000, 8x, 100, 0, -89",
        "96000, 8x, 0, 0, -62",
        "48000, 4x, 25, 1, -31",
        "96000, 4x, 25, 1, -48"
    })
    void aliasesAreLow(int rate, String quality, double knee, double exact, double limit) {
        double hertz = 4987;
        float[] out = rig(rate, 1, "gain", 12, "quality", quality, "knee", knee, "ceiling", 0, "ceiling.exact", exact)
                .run(Rig.sine(1, 2 * rate, 1, hertz, rate))[0];
        double strongest = 0;
        for (int alias = 1; alias < 160; alias++) {
            double folded = Math.abs(alias * hertz - Math.rint(alias * hertz / rate) * rate);
            double odd = 2 * Math.rint((folded / hertz - 1) / 2) + 1;
            // Some fold to within a Hertz of a harmonic, where they cannot be told from it.
            boolean harmonic = Math.abs(folded - odd * hertz) < 20;
            if (!harmonic && folded > 20 && folded < 20_000) {
                strongest = Math.max(strongest, amplitude(out, folded, rate));
            }
        }
        assertThat(20 * Math.log10(strongest)).isLessThan(limit);
    }

    /// Noise 12 dB over a hard ceiling is the worst there is.
    @ParameterizedTest
    @ValueSource(strings = {"off", "4x", "8x"})
    void noSamplePassesTheCeiling(String quality) {
        Object[] settings = {"gain", 12, "knee", 0, "ceiling", -6, "quality", quality, "ceiling.exact", 1};
        float[][] out = rig(RATE, 2, settings).run(Rig.noise(2, RATE, 1, 3));
        assertThat(20 * Math.log10(Rig.peak(out, 0, RATE))).isLessThan(-6 + 1e-4);
    }

    @Test
    void theMeterAndTheDeltaShowWhatIsTakenAway() {
        float[][] loud = Rig.sine(1, RATE, 1, 200, RATE);
        Rig rig = rig(RATE, 1, "ceiling", -6, "knee", 0);
        rig.run(loud, Rig.Cut.every(RATE));
        assertThat(rig.effect.gainReductionDb()).isCloseTo(-6, within(0.2));
        float[] clipped = rig(RATE, 1, "ceiling", -6, "knee", 0).run(loud)[0];
        float[] taken = rig(RATE, 1, "ceiling", -6, "knee", 0, "delta", 1).run(loud)[0];
        int latency = rig.effect.latency();
        for (int i = latency; i < RATE; i++) {
            assertThat(clipped[i] + taken[i]).isCloseTo(loud[0][i - latency], within(1e-6f));
        }
    }

    private static double amplitude(float[] x, double hertz, int rate) {
        double re = 0;
        double im = 0;
        double sum = 0;
        for (int i = rate / 2; i < 2 * rate; i++) {
            double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i - rate / 2.0) / (1.5 * rate));
            sum += window;
            re += window * x[i] * Math.cos(2 * Math.PI * hertz * i / rate);
            im += window * x[i] * Math.sin(2 * Math.PI * hertz * i / rate);
        }
        return 2 * Math.hypot(re, im) / sum;
    }
}
