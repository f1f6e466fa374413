package studio.headroom.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Chorus, phaser and tremolo against what their formulas say.
class ModulationTest {
    private static final int RATE = 48_000;

    private static Rig rig(EffectType type, int channels, Object... idsAndPlain) {
        return new Rig(type, RATE, channels, Rig.values(type, idsAndPlain));
    }

    // ---- Chorus

    /// A ramp that is delayed is lower by its delay; the cubic between samples is exact for it.
    private static double[] delays(Rig rig, int side) {
        int frames = 2 * RATE;
        float[][] ramp = new float[2][frames];
        for (int i = 0; i < frames; i++) {
            ramp[0][i] = ramp[1][i] = i / 1024f;
        }
        float[] out = rig.run(ramp)[side];
        double[] delay = new double[frames];
        for (int i = 0; i < frames; i++) {
            delay[i] = i - 1024.0 * out[i];
        }
        return delay;
    }

    @ParameterizedTest
    @CsvSource({"0.5, 2, 8, 0", "3, 10, 20, 0", "0.7, 5, 1, 1", "10, 0.5, 0.1, 1"})
    void aVoiceIsLateByTheDelayAndAsWideAsTheDepth(double hertz, double depth, double delay, int side) {
        Rig rig = rig(
                Chorus.TYPE,
                2,
                "rate",
                hertz,
                "depth",
                depth,
                "delay",
                delay,
                "voices",
                "1",
                "mix",
                100,
                "spread",
                100);
        double[] delays = delays(rig, side);
        for (int i = RATE; i < 2 * RATE; i += 101) {
            double wave = Math.sin(2 * Math.PI * (hertz * (i + 1) / RATE + 0.5 * side));
            double expected = Math.max(2, RATE / 1000.0 * (delay + 0.5 * depth * (1 + wave)));
            // A sub-block may lie between the oscillator's readings, and the ramp's floats are 2^-7 frames apart.
            double slope = RATE / 1000.0 * 0.5 * depth * 2 * Math.PI * hertz / RATE;
            assertThat(delays[i]).isCloseTo(expected, within(0.05 + 66 * slope));
        }
    }

    @Test
    void withoutDepthItIsADelayWithFeedback() {
        float[][] impulse = new float[1][RATE];
        impulse[0][0] = 1;
        float[][] out = rig(Chorus.TYPE, 1, "depth", 0, "delay", 10, "voices", "1", "mix", 100, "feedback", -50)
                .run(impulse);
        for (float[] row : out) {
            for (int k = 1; k < 10; k++) {
                assertThat((double) row[480 * k]).isCloseTo(Math.pow(-0.5, k - 1), within(1e-4));
            }
            assertThat(row[479]).isEqualTo(0f);
        }
    }

    @Test
    void theNumberOfVoicesDoesNotChangeThePower() {
        for (String voices : new String[] {"1", "2", "3", "4"}) {
            float[][] out = rig(Chorus.TYPE, 2, "voices", voices, "mix", 100, "depth", 6)
                    .run(Rig.noise(2, 4 * RATE, 0.5, 1));
            // White noise up to half the rate, of which the cubic takes some of the highest.
            assertThat(20 * Math.log10(Rig.rms(out[0]) / (0.5 / Math.sqrt(3)))).isCloseTo(-0.7, within(0.6));
        }
    }

    /// Second differences of a sine of 100 Hz: as four voices at rest it has 0.0002, and four of them that begin or end a
    /// fade of 16 sub-blocks at once add 0.002. A voice that goes a third of a turn in one sub-block has 0.015.
    @Test
    void voicesDoNotRushToOtherPlacesWhileTheySound() {
        float[][] input = Rig.sine(2, 4 * RATE, 0.5, 100, RATE);
        for (int from = 0; from < 4; from++) {
            for (int to = 0; to < 4; to++) {
                Rig rig = rig(Chorus.TYPE, 2, "voices", from, "mix", 100, "depth", 10);
                float[][] before = rig.run(Rig.slice(input, 0, RATE + 1000));
                rig.effect.set(Chorus.PARAMS.indexOf("voices"), to);
                float[][] out = Rig.concat(before, rig.run(Rig.slice(input, RATE + 1000, 4 * RATE)));
                for (float[] row : out) {
                    for (int i = RATE; i < row.length; i++) {
                        assertThat(Math.abs(row[i] - 2.0 * row[i - 1] + row[i - 2]))
                                .as("from %d to %d", from + 1, to + 1)
                                .isLessThan(0.0025);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1/4, 120, 2", "1/2d, 90, 0.5", "1/8t, 60, 3", "4/1, 240, 0.25"})
    void notesTurnOncePerNote(String note, double bpm, double hertz) {
        Rig synced = rig(Chorus.TYPE, 2, "sync", 1, "note", note, "bpm", bpm, "voices", "1", "mix", 100);
        Rig free = rig(Chorus.TYPE, 2, "rate", hertz, "voices", "1", "mix", 100);
        double[] a = delays(synced, 0);
        double[] b = delays(free, 0);
        for (int i = 1000; i < a.length; i += 997) {
            assertThat(a[i]).isCloseTo(b[i], within(0.05));
        }
    }

    // ---- Phaser

    /// (1 - m) + m·Aⁿ / (1 - f·z⁻¹·Aⁿ), where A is the all-pass of first order.
    @ParameterizedTest
    @CsvSource({"2, 700, 0, 50", "4, 1000, 0, 50", "12, 400, 0, 50", "6, 700, 60, 50", "8, 2000, -80, 100"})
    void withoutDepthItHasTheResponseOfItsFormula(String stages, double center, double feedback, double mix) {
        float[][] impulse = new float[1][1 << 15];
        impulse[0][0] = 1;
        float[] h = rig(
                        Phaser.TYPE,
                        1,
                        "stages",
                        stages,
                        "depth",
                        0,
                        "center",
                        center,
                        "feedback",
                        feedback,
                        "mix",
                        mix)
                .run(impulse)[0];
        int n = Integer.parseInt(stages);
        for (double hz = 30; hz < 20_000; hz *= 1.17) {
            double w = 2 * Math.PI * hz / RATE;
            double turn = -2 * n * Math.atan(Math.tan(w / 2) / Math.tan(Math.PI * center / RATE));
            // The all-pass (a + z⁻¹) / (1 + a·z⁻¹) begins at 0°.
            double re = Math.cos(turn);
            double im = Math.sin(turn);
            double f = feedback / 100;
            double dRe = 1 - f * (Math.cos(w) * re + Math.sin(w) * im);
            double dIm = -f * (Math.cos(w) * im - Math.sin(w) * re);
            double d = dRe * dRe + dIm * dIm;
            double m = mix / 100;
            double outRe = 1 - m + m * (re * dRe + im * dIm) / d;
            double outIm = m * (im * dRe - re * dIm) / d;
            double measuredRe = 0;
            double measuredIm = 0;
            for (int i = 0; i < h.length; i++) {
                measuredRe += h[i] * Math.cos(w * i);
                measuredIm -= h[i] * Math.sin(w * i);
            }
            assertThat(Math.hypot(measuredRe - outRe, measuredIm - outIm))
                    .as("%s Hz", hz)
                    .isLessThan(1e-4);
        }
    }

    /// Half as many notches as stages; where they are, nothing is left.
    @Test
    void theNotchesSweep() {
        Rig rig = rig(Phaser.TYPE, 2, "depth", 100, "rate", 1, "feedback", 0, "stages", "2", "center", 700);
        float[] out = rig.run(Rig.sine(2, 2 * RATE, 0.5, 700, RATE))[0];
        double least = 1;
        double most = 0;
        for (int at = RATE; at + 480 <= 2 * RATE; at += 69) {
            double peak = Rig.peak(new float[][] {out}, at, at + 69);
            least = Math.min(least, peak);
            most = Math.max(most, peak);
        }
        assertThat(least).isLessThan(0.05);
        assertThat(most).isGreaterThan(0.45);
    }

    // ---- Tremolo

    @ParameterizedTest
    @CsvSource({"4, 50, 0", "1, 100, 100", "20, 80, 50", "0.1, 30, 100"})
    void theLevelFollowsTheSine(double hertz, double depth, double spread) {
        float[][] ones = new float[2][2 * RATE];
        Arrays.fill(ones[0], 1f);
        Arrays.fill(ones[1], 1f);
        float[][] out = rig(Tremolo.TYPE, 2, "rate", hertz, "depth", depth, "spread", spread)
                .run(ones);
        // A sub-block's straight line, and the place of the oscillator in it.
        double allowed = 0.005 + depth / 100 * Math.PI * hertz * 66 / RATE;
        for (int side = 0; side < 2; side++) {
            for (int i = 1000; i < 2 * RATE; i += 7) {
                double turn = hertz * i / RATE + 0.25 + side * 0.005 * spread;
                double expected = 1 - depth / 100 * (0.5 - 0.5 * Math.sin(2 * Math.PI * turn));
                assertThat((double) out[side][i]).isCloseTo(expected, within(allowed));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"square", "rising", "falling"})
    void edgesTakeTwoMilliseconds(String shape) {
        for (int rate : new int[] {RATE, 192_000}) {
            float[][] ones = new float[1][rate];
            Arrays.fill(ones[0], 1f);
            float[] out =
                    new Rig(Tremolo.TYPE, rate, 1, Rig.values(Tremolo.TYPE, "shape", shape, "depth", 100)).run(ones)[0];
            float least = 1;
            float most = 0;
            double steepest = 0;
            for (int i = 1; i < rate; i++) {
                least = Math.min(least, out[i]);
                most = Math.max(most, out[i]);
                steepest = Math.max(steepest, Math.abs(out[i] - out[i - 1]));
            }
            assertThat(least).isLessThan(0.02f);
            assertThat(most).isGreaterThan(0.98f);
            assertThat(steepest).isLessThanOrEqualTo(1.001 / (0.002 * rate));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"chorus", "phaser"})
    void withoutMixTheInputComesOutToTheBit(String id) {
        float[][] noise = Rig.noise(2, 5000, 0.9, 2);
        assertThat(rig(Catalogue.find(id).orElseThrow(), 2, "mix", 0, "feedback", 50)
                        .run(noise))
                .isDeepEqualTo(noise);
    }

    @Test
    void withoutDepthATremoloIsNone() {
        float[][] noise = Rig.noise(2, 5000, 0.9, 2);
        assertThat(rig(Tremolo.TYPE, 2, "depth", 0).run(noise)).isDeepEqualTo(noise);
    }
}
