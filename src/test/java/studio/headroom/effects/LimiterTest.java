package studio.headroom.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.dsp.loudness.InterpolationKernel;
import studio.headroom.dsp.loudness.TruePeakInterpolator;

class LimiterTest {
    private static final int RATE = 48_000;

    private static Rig rig(int rate, int channels, Object... idsAndPlain) {
        return new Rig(Limiter.TYPE, rate, channels, Rig.values(Limiter.TYPE, idsAndPlain));
    }

    /// The highest true peak of all channels in dBTP, measured at 16 times the rate. The last 24 frames are not:
    /// where a signal is cut off, the cut rings.
    private static double truePeak(float[][] signal) {
        TruePeakInterpolator meter = new TruePeakInterpolator(InterpolationKernel.KAISER_16, signal.length);
        float[] maxima = new float[signal.length];
        meter.raiseMaxima(signal, 0, signal[0].length, maxima);
        double highest = 0;
        for (float maximum : maxima) {
            highest = Math.max(highest, maximum);
        }
        return 20 * Math.log10(highest);
    }

    /// A dense mix: kick, bass, chords, hats and noise, different on both sides, peaks near full scale.
    private static float[][] mix(int seconds, int rate, long seed) {
        int frames = seconds * rate;
        float[][] out = new float[2][frames];
        SplittableRandom random = new SplittableRandom(seed);
        double[] chord = {220, 277.2, 329.6, 440, 554.4};
        double hat = 0;
        for (int i = 0; i < frames; i++) {
            double t = (double) i / rate;
            double beat = t * 2 % 1;
            double kick =
                    Math.exp(-beat * 9) * Math.sin(2 * Math.PI * (50 * beat / 2 + 9 * (1 - Math.exp(-beat * 40))));
            double snare = Math.exp(-((t * 2 + 1) % 2) * 18) * (random.nextDouble() - 0.5);
            double bass = Math.tanh(3 * Math.sin(2 * Math.PI * 55 * (1 + ((int) t & 3) * 0.125) * t));
            hat = random.nextDouble() - 0.5 - 0.7 * hat;
            double tick = Math.exp(-(t * 8 % 1) * 25) * hat;
            for (int c = 0; c < 2; c++) {
                double chords = 0;
                for (int k = 0; k < chord.length; k++) {
                    chords += Math.sin(2 * Math.PI * chord[k] * t + k * c) * (1 + 0.3 * Math.sin(7 * t + k));
                }
                out[c][i] = (float) (0.45 * kick
                        + 0.5 * snare
                        + 0.18 * bass
                        + 0.05 * chords
                        + 0.15 * tick
                        + 0.02 * (random.nextDouble() - 0.5));
            }
        }
        return out;
    }

    @ParameterizedTest
    @CsvSource({"44100, transparent, 60", "48000, punchy, 10", "48000, aggressive, 10", "96000, transparent, 5"})
    void denseMaterialNeverPassesTheCeiling(int rate, String style, int seconds) {
        Rig rig = rig(rate, 2, "gain", 12, "style", style);
        float[][] output = rig.run(mix(seconds, rate, 1));
        double peak = truePeak(output);
        // Touches the ceiling, and is over by no more than 0.05 dB.
        assertThat(peak).isBetween(-1.05, -0.95);
    }

    /// Noise holds more between the samples than music does.
    @ParameterizedTest
    @CsvSource({"44100, 0.5, 12", "48000, 4, 24", "96000, 4, 12", "192000, 10, 12"})
    void noiseNeverPassesTheCeiling(int rate, double lookahead, double gain) {
        for (double link : new double[] {0, 50, 100}) {
            Rig rig = rig(rate, 2, "gain", gain, "lookahead", lookahead, "link", link, "auto", "off", "release", 5);
            float[][] output = rig.run(Rig.noise(2, 3 * rate, 0.9, 2));
            assertThat(truePeak(output)).as("link %s", link).isBetween(-1.1, -0.95);
        }
    }

    @Test
    void tonesBetweenTheSamplesAreSeen() {
        for (double part : new double[] {4, 6, 8, 3, 2.5}) {
            float[][] input = Rig.sine(1, RATE, 1.5, RATE / part, RATE);
            for (int i = 0; i < RATE; i++) {
                input[0][i] =
                        (float) (1.5 * Math.sin(2 * Math.PI * i / part + Math.PI / part)) * Math.min(1f, i / 480f);
            }
            assertThat(truePeak(rig(RATE, 1).run(input))).as("rate / %s", part).isBetween(-1.05, -0.95);
        }
    }

    @Test
    void withoutTruePeakTheSamplesStayUnder() {
        Rig rig = rig(RATE, 2, "gain", 12, "truePeak", "off");
        float[][] output = rig.run(Rig.noise(2, RATE, 0.9, 3));
        double ceiling = Math.pow(10, -0.05);
        assertThat(Rig.peak(output, 0, RATE)).isBetween(ceiling * 0.99, ceiling * 1.0000002);
        assertThat(truePeak(output)).isGreaterThan(-0.5);
    }

    @Test
    void underTheCeilingItIsAPureDelay() {
        Rig rig = rig(RATE, 2);
        float[][] input = mix(4, RATE, 4);
        float[][] quiet = new float[2][];
        float scale = (float) Math.pow(10, (-1.001 - truePeak(input)) / 20);
        for (int c = 0; c < 2; c++) {
            quiet[c] = input[c].clone();
            for (int i = 0; i < quiet[c].length; i++) {
                quiet[c][i] *= scale;
            }
        }
        float[][] output = rig.run(quiet);
        int late = rig.effect.latency();
        for (int c = 0; c < 2; c++) {
            assertThat(Rig.slice(output, late, 4 * RATE)[c]).isEqualTo(Rig.slice(quiet, 0, 4 * RATE - late)[c]);
        }
        assertThat(rig.effect.gainReductionDb()).isZero();
    }

    @Test
    void afterAPeakItIsBitExactAgain() {
        Rig rig = rig(RATE, 1);
        float[][] input = Rig.noise(1, 12 * RATE, 0.3, 5);
        input[0][1000] = 4;
        float[][] output = rig.run(input);
        int late = rig.effect.latency();
        int from = 11 * RATE;
        assertThat(Rig.slice(output, from + late, 12 * RATE)[0]).isEqualTo(Rig.slice(input, from, 12 * RATE - late)[0]);
    }

    /// Total harmonic distortion of a sine pressed by 3 dB, harmonics 2 to 20.
    private static double distortion(double hertz, Object... idsAndPlain) {
        float[][] output =
                rig(RATE, 1, idsAndPlain).run(Rig.sine(1, 4 * RATE, Math.pow(10, (3.0 - 1.0) / 20), hertz, RATE));
        double first = 0;
        double rest = 0;
        for (int k = 1; k <= 20; k++) {
            double re = 0;
            double im = 0;
            for (int i = 2 * RATE; i < 4 * RATE; i++) {
                re += output[0][i] * Math.cos(2 * Math.PI * k * hertz * i / RATE);
                im += output[0][i] * Math.sin(2 * Math.PI * k * hertz * i / RATE);
            }
            if (k == 1) {
                first = re * re + im * im;
            } else {
                rest += re * re + im * im;
            }
        }
        return Math.sqrt(rest / first);
    }

    @Test
    void aBassIsPressedWithoutBeingBent() {
        assertThat(distortion(40)).isLessThan(0.003);
        assertThat(distortion(40, "style", "punchy")).isLessThan(0.02);
        assertThat(distortion(100)).isLessThan(0.001);
        assertThat(distortion(1000)).isLessThan(0.001);
    }

    @Test
    void theMeterShowsTheReduction() {
        Rig rig = rig(RATE, 1, "gain", 6);
        rig.run(Rig.sine(1, RATE, 1.0, 997, RATE));
        assertThat(rig.effect.gainReductionDb()).isEqualTo(-7.0, within(0.02));
        rig.run(Rig.silence(1, 10 * RATE));
        assertThat(rig.effect.gainReductionDb()).isZero();
    }

    /// 40 ms after a lone peak that is 6 dB too high, hold and look-ahead not counted: with a time constant of 20 ms
    /// e^-2 of them are left, with one of 200 ms nearly all, whether the release is automatic or not.
    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void theReleaseCountsAlsoWhileItIsAutomatic(String auto) {
        double[] left = new double[2];
        for (int i = 0; i < 2; i++) {
            float[][] peak = Rig.silence(1, RATE / 10);
            peak[0][100] = 2;
            int back = 100 + (int) ((0.004 + (auto.equals("on") ? 0.016 : 0) + 0.040) * RATE);
            Rig rig = rig(RATE, 1, "auto", auto, "ceiling", 0, "release", i == 0 ? 20 : 200);
            rig.run(Rig.slice(peak, 0, back));
            rig.run(Rig.slice(peak, back, back + 64));
            left[i] = -rig.effect.gainReductionDb();
        }
        assertThat(left[0]).isBetween(0.2, 2.0);
        assertThat(left[1]).isBetween(3.0, 6.5);
    }

    /// Loud bursts of 1 kHz on a quiet tone of 5 kHz: 300 ms after a burst the tone is back within 1 dB.
    @ParameterizedTest
    @ValueSource(strings = {"transparent", "punchy", "aggressive"})
    void aShortPeakIsForgottenSoon(String style) {
        Rig rig = rig(RATE, 1, "style", style);
        float[][] input = Rig.sine(1, RATE, 0.1, 5000, RATE);
        for (int i = 0; i < 240; i++) {
            input[0][9600 + i] += (float) (1.8 * Math.sin(2 * Math.PI * 1000 * i / RATE));
        }
        float[][] output = rig.run(input);
        int at = 9600 + 240 + RATE * 3 / 10;
        double back = 20 * Math.log10(Rig.rms(Rig.slice(output, at, at + 480)[0]) / (0.1 * Math.sqrt(0.5)));
        assertThat(back).isBetween(-1.0, 0.01);
    }

    @Test
    void unlinkedChannelsLeaveEachOtherAlone() {
        float[][] input = Rig.sine(2, RATE, 0.3, 997, RATE);
        for (int i = 0; i < RATE; i++) {
            input[0][i] *= 6;
        }
        Rig rig = rig(RATE, 2, "link", 0);
        float[][] output = rig.run(input);
        int late = rig.effect.latency();
        assertThat(Rig.slice(output, late, RATE)[1]).isEqualTo(Rig.slice(input, 0, RATE - late)[1]);
        float[][] together = rig(RATE, 2, "link", 100).run(input);
        assertThat(Rig.peak(new float[][] {together[1]}, RATE / 2, RATE)).isEqualTo(0.8913 / 6, within(0.001));
    }

    /// Signals that pull both channels apart: bursts that take turns, tones that beat, squares against noise, steps of
    /// level, and a side that is turned over. Edges are as steep as 20 kHz allow.
    private static float[][] hostile(int frames, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] out = new float[2][frames];
        double level = 1;
        for (int i = 0; i < frames; i++) {
            double t = (double) i / RATE;
            int scene = i / (RATE / 4) % 5;
            if (i % 1200 == 0) {
                level = 0.2 + 1.8 * random.nextDouble();
            }
            double burst = Math.pow(Math.sin(Math.PI * (i % 700) / 700.0), 2);
            boolean turn = i / 700 % 2 == 0;
            double left =
                    switch (scene) {
                        case 0 -> turn ? 2 * burst * Math.sin(2 * Math.PI * 997 * t) : 0.1 * Math.sin(300 * t);
                        case 1 -> Math.sin(2 * Math.PI * 6000 * t) + Math.sin(2 * Math.PI * 6013 * t);
                        case 2 -> 1.2 * Math.tanh(8 * Math.sin(2 * Math.PI * 110 * t));
                        case 3 -> level * Math.sin(2 * Math.PI * 220 * t);
                        default -> 1.5 * Math.sin(2 * Math.PI * 12_000 * t + Math.PI / 4);
                    };
            double right =
                    switch (scene) {
                        case 0 -> turn ? 0.1 * Math.sin(500 * t) : 2 * burst * Math.sin(2 * Math.PI * 3100 * t);
                        case 1 -> 0.5 * Math.sin(2 * Math.PI * 50 * t);
                        case 2 -> 1.6 * (random.nextDouble() - 0.5);
                        case 3 -> (2.2 - level) * Math.sin(2 * Math.PI * 4000 * t);
                        default -> -left;
                    };
            out[0][i] = (float) left;
            out[1][i] = (float) right;
        }
        return out;
    }

    /// Whatever the links are: the ceiling holds for both channels.
    @ParameterizedTest
    @CsvSource({"transparent, on", "punchy, off", "aggressive, on"})
    void theCeilingHoldsForEveryLink(String style, String auto) {
        float[][] input = hostile(3 * RATE, 8);
        for (double transients : new double[] {0, 35, 100}) {
            for (double release : new double[] {0, 60, 100}) {
                Rig rig = rig(
                        RATE,
                        2,
                        "gain",
                        9,
                        "style",
                        style,
                        "auto",
                        auto,
                        "release",
                        40,
                        "link",
                        transients,
                        "link.split",
                        "on",
                        "link.release",
                        release);
                float[][] output = rig.run(input);
                for (float[] channel : output) {
                    assertThat(truePeak(new float[][] {channel}))
                            .as("links %s and %s", transients, release)
                            .isBetween(-1.1, -0.95);
                }
            }
        }
    }

    /// Links that move while it works, too.
    @Test
    void theCeilingHoldsWhileLinksMove() {
        float[][] input = hostile(4 * RATE, 9);
        Rig rig = rig(RATE, 2, "gain", 9, "link.split", "on");
        SplittableRandom random = new SplittableRandom(10);
        float[][] output = rig.run(Rig.slice(input, 0, 100));
        for (int at = 100; at < 4 * RATE; at += 1001) {
            rig.set("link", 100 * random.nextInt(2));
            rig.set("link.release", 100 * random.nextDouble());
            rig.set("link.split", random.nextInt(3) == 0 ? 0 : 1);
            output = Rig.concat(output, rig.run(Rig.slice(input, at, Math.min(4 * RATE, at + 1001))));
        }
        assertThat(truePeak(output)).isBetween(-1.1, -0.95);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 40, 100})
    void aReleaseLinkedAsTheTransientsIsOneLink(double link) {
        float[][] input = hostile(2 * RATE, 11);
        float[][] one = rig(RATE, 2, "gain", 6, "link", link).run(input);
        assertThat(rig(RATE, 2, "gain", 6, "link", link, "link.release", 13).run(input))
                .as("not split")
                .isDeepEqualTo(one);
        assertThat(rig(RATE, 2, "gain", 6, "link", link, "link.split", "on", "link.release", link)
                        .run(input))
                .as("split and equal")
                .isDeepEqualTo(one);
    }

    /// A short peak at the left: with unlinked transients the right side hardly moves. A long one: with a linked
    /// release it goes down with the left.
    @Test
    void transientsStayOnTheirSideAndWhatLastsIsShared() {
        float[][] input = Rig.sine(2, RATE, 0.3, 997, RATE);
        for (int i = 0; i < RATE; i++) {
            input[0][i] *= i > 5000 && i < 5240 || i > 20_000 ? 8 : 1;
        }
        float[][] output =
                rig(RATE, 2, "link", 0, "link.split", "on", "link.release", 100).run(input);
        float[][] linked = rig(RATE, 2, "link", 100).run(input);
        int late = rig(RATE, 2).effect.latency();
        double shortPeak = level(output, 5000 + late, 5240 + late);
        assertThat(shortPeak).isBetween(-0.9, 0.0);
        assertThat(level(linked, 5000 + late, 5240 + late)).isLessThan(-6);
        assertThat(level(output, 40_000, RATE)).isEqualTo(level(linked, 40_000, RATE), within(0.1));
    }

    /// Of the right side against the input's, in dB.
    private static double level(float[][] signal, int from, int to) {
        return 20 * Math.log10(Rig.rms(Rig.slice(signal, from, to)[1]) / (0.3 * Math.sqrt(0.5)));
    }

    @Test
    void deltaIsWhatIsMissing() {
        float[][] input = mix(2, RATE, 6);
        float[][] kept = rig(RATE, 2, "gain", 6).run(input);
        float[][] taken = rig(RATE, 2, "gain", 6, "delta", "on").run(input);
        int late = rig(RATE, 2).effect.latency();
        float gain = (float) Math.pow(10, 0.3);
        for (int i = late; i < 2 * RATE; i++) {
            assertThat(kept[0][i] + taken[0][i]).isEqualTo(gain * input[0][i - late], within(1e-6f));
        }
    }

    @Test
    void theLevelsOfACeilingThatMovesAreMet() {
        Rig rig = rig(RATE, 1, "gain", 12);
        float[][] input = Rig.sine(1, RATE, 0.9, 440, RATE);
        rig.run(input);
        rig.set("ceiling", -9);
        rig.run(input);
        assertThat(truePeak(Rig.slice(rig.run(input), 0, RATE))).isEqualTo(-9, within(0.05));
    }
}
