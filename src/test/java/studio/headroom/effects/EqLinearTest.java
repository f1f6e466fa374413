package studio.headroom.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.audio.Decibels;
import studio.headroom.dsp.filter.Placement;

/// The equalizer in linear phase against itself in minimum phase, whose response is [EqCurve].
class EqLinearTest {
    private static final int RATE = 48_000;

    private static double[] values(String phase, Object... more) {
        Object[] all = Arrays.copyOf(more, more.length + 2);
        all[more.length] = "phase";
        all[more.length + 1] = phase;
        return Rig.values(Eq.TYPE, all);
    }

    /// What a master may have: a cut, a shelf, two bells, a notch, a tilt, and a gain.
    private static double[] usual(String phase) {
        return values(
                phase,
                "band1.type",
                "low-cut",
                "band1.freq",
                25,
                "band2.gain",
                -3,
                "band3.gain",
                4,
                "band3.q",
                2,
                "band4.type",
                "tilt",
                "band4.gain",
                1.5,
                "band5.type",
                "notch",
                "band5.freq",
                3000,
                "band5.q",
                5,
                "band8.gain",
                3,
                "gain",
                -1.5);
    }

    /// The response to a single frame on the given channels, beginning with the stated latency.
    private static float[][] impulse(double[] values, int rate, float left, float right) {
        Rig rig = new Rig(Eq.TYPE, rate, 2, values);
        int latency = rig.effect.latency();
        float[][] input = Rig.silence(2, 2 * latency + 1);
        input[0][0] = left;
        input[1][0] = right;
        return rig.run(input);
    }

    /// The gain in dB of a response that is symmetric about its frame `middle`.
    private static double gainDb(float[] response, int middle, double hz, int rate) {
        double sum = response[middle];
        for (int n = 1; n <= middle; n++) {
            sum += 2.0 * response[middle + n] * Math.cos(2 * Math.PI * hz / rate * n);
        }
        return Decibels.fromGain(Math.abs(sum));
    }

    /// Symmetric as far as single precision goes, of a peak below 1.
    @ParameterizedTest
    @CsvSource({"linear, 44100", "linear, 48000", "linear, 96000", "linear, 192000", "linear-fine, 48000"})
    void theResponseIsSymmetricAboutTheLatency(String phase, int rate) {
        float[] response = impulse(usual(phase), rate, 1, 1)[0];
        int middle = response.length / 2;
        double[] values = usual(phase);
        assertThat(middle).isEqualTo(new Rig(Eq.TYPE, rate, 2, values).effect.latency());
        assertThat(Math.abs(response[middle])).isGreaterThan(0.3f);
        for (int n = 1; n <= middle; n++) {
            assertThat(response[middle + n]).isEqualTo(response[middle - n], within(1e-7f));
        }
    }

    /// 0.1 dB is what the length can do down to 30 Hz; within the notch it is the depth that is limited.
    @ParameterizedTest
    @CsvSource({
        "linear, 44100, 0.1",
        "linear, 48000, 0.1",
        "linear, 88200, 0.1",
        "linear, 96000, 0.1",
        "linear, 192000, 0.1",
        "linear-fine, 44100, 0.01",
        "linear-fine, 96000, 0.01"
    })
    void theGainIsThatOfMinimumPhase(String phase, int rate, double within) {
        float[] response = impulse(usual(phase), rate, 1, 1)[0];
        EqCurve curve = new EqCurve(usual("minimum"), rate);
        for (double hz = 30; hz < 20_000; hz *= 1.03) {
            double wanted = curve.responseDb(hz);
            if (wanted > -30) {
                assertThat(gainDb(response, response.length / 2, hz, rate))
                        .as("at %s Hz", hz)
                        .isEqualTo(wanted, within(within));
            }
        }
    }

    /// What is drawn is what sounds, also where that is not what a band's controls say.
    @ParameterizedTest
    @CsvSource({"bell, 40, 4", "notch, 60, 8", "low-cut, 30, 3"})
    void theCurveKnowsWhatIsTooNarrow(String type, double hertz, double q) {
        double[] narrow =
                values("linear", "band1.type", type, "band1.freq", hertz, "band1.q", q, "band1.gain", 6, "gain", 2);
        float[] response = impulse(narrow, RATE, 1, 1)[0];
        EqCurve curve = new EqCurve(narrow, RATE);
        double[] points = new double[120];
        for (int i = 0; i < points.length; i++) {
            points[i] = 20 * Math.pow(1000, i / 119.0);
        }
        double[] heard = curve.heardDb(Placement.STEREO, points);
        double apart = 0;
        for (int i = 0; i < points.length; i++) {
            double measured = gainDb(response, response.length / 2, points[i], RATE);
            // Down a notch a line between two bins is no curve any more.
            if (measured > -25) {
                assertThat(heard[i]).as("at %s Hz", points[i]).isEqualTo(measured, within(0.1));
            }
            apart = Math.max(apart, Math.abs(measured - curve.responseDb(Placement.STEREO, points[i])));
        }
        assertThat(apart).as("what smoothing does").isGreaterThan(0.3);
        double[] minimum = narrow.clone();
        minimum[Eq.PARAMS.indexOf(Eq.PHASE)] = 0;
        assertThat(new EqCurve(minimum, RATE).heardDb(Placement.STEREO, points)[7])
                .isEqualTo(curve.responseDb(Placement.STEREO, points[7]));
    }

    @Test
    void aFlatOneIsADelayToTheBit() {
        Rig rig = new Rig(Eq.TYPE, RATE, 2, values("linear"));
        int late = rig.effect.latency();
        float[][] input = Rig.noise(2, 20_000, 0.5, 1);
        float[][] output = rig.run(input);
        for (int c = 0; c < 2; c++) {
            assertThat(Arrays.copyOfRange(output[c], late, 20_000)).isEqualTo(Arrays.copyOf(input[c], 20_000 - late));
        }
    }

    @Test
    void allPassesDoNothing() {
        double[] turned = values("linear", "band3.type", "all-pass", "band3.freq", 500);
        float[][] input = Rig.noise(2, 9000, 0.5, 2);
        float[][] plain = new Rig(Eq.TYPE, RATE, 2, values("linear")).run(input);
        float[][] output = new Rig(Eq.TYPE, RATE, 2, turned).run(input);
        for (int i = 0; i < 9000; i++) {
            // The design rounds otherwise.
            assertThat(output[0][i]).isEqualTo(plain[0][i], within(1e-7f));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mid", "side", "left", "right"})
    void aPlacedBandReachesItsPartAndNoOther(String place) {
        double[] values = values(
                "linear",
                "band4.gain",
                9,
                "band4.place",
                place,
                "band6.gain",
                -6,
                "band2.gain",
                2,
                "band2.place",
                place);
        EqCurve curve = new EqCurve(values, RATE);
        boolean sides = place.equals("mid") || place.equals("side");
        float[][] first = impulse(values, RATE, 1, sides ? 1 : 0);
        float[][] second = impulse(values, RATE, sides ? 1 : 0, sides ? -1 : 1);
        int middle = first[0].length / 2;
        for (double hz = 60; hz < 20_000; hz *= 1.2) {
            assertThat(gainDb(first[0], middle, hz, RATE))
                    .isEqualTo(curve.responseDb(sides ? Placement.MID : Placement.LEFT, hz), within(0.1));
            assertThat(gainDb(second[1], middle, hz, RATE))
                    .isEqualTo(curve.responseDb(sides ? Placement.SIDE : Placement.RIGHT, hz), within(0.1));
        }
        for (int i = 0; i < first[0].length; i++) {
            assertThat(first[1][i]).isEqualTo(sides ? first[0][i] : 0f, within(2e-7f));
            assertThat(second[0][i]).isEqualTo(sides ? -second[1][i] : 0f, within(2e-7f));
        }
    }

    /// Both kinds together: what goes from channel to channel is the product of the bands' matrices in their order.
    @Test
    void middleThenLeftIsAProductInThatOrder() {
        double[] values = values(
                "linear",
                "band3.gain",
                6,
                "band3.place",
                "mid",
                "band3.freq",
                1000,
                "band4.gain",
                -8,
                "band4.place",
                "left",
                "band4.freq",
                1000);
        double mid = Decibels.toGain(6);
        double left = Decibels.toGain(-8);
        float[][] ofLeft = impulse(values, RATE, 1, 0);
        float[][] ofRight = impulse(values, RATE, 0, 1);
        int middle = ofLeft[0].length / 2;
        double[] wanted = {left * (mid + 1) / 2, (mid - 1) / 2, left * (mid - 1) / 2, (mid + 1) / 2};
        float[][] responses = {ofLeft[0], ofLeft[1], ofRight[0], ofRight[1]};
        for (int i = 0; i < 4; i++) {
            assertThat(gainDb(responses[i], middle, 1000, RATE)).isEqualTo(Decibels.fromGain(wanted[i]), within(0.01));
        }
    }

    @Test
    void monoIsItsOwnMiddleLeftAndRightAndHasNoSides() {
        double[] values = values(
                "linear",
                "band3.gain",
                6,
                "band3.place",
                "mid",
                "band4.gain",
                5,
                "band4.place",
                "side",
                "band5.gain",
                -4);
        double[] same = values("linear", "band3.gain", 6, "band5.gain", -4);
        float[][] input = Rig.noise(1, 12_000, 0.3, 3);
        assertThat(new Rig(Eq.TYPE, RATE, 1, values).run(input))
                .isDeepEqualTo(new Rig(Eq.TYPE, RATE, 1, same).run(input));
    }

    /// The transforms at the end of a partition fill a sub-block at 192 kHz; all others have a share each.
    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32, 64})
    void noSubBlockThatEndsAPartitionDesigns(int turns) {
        int next = 0;
        for (int turn = 0; turn < 2 * turns; turn++) {
            boolean ends = turn == turns - 1 || turn == 2 * turns - 1;
            assertThat(EqLinear.shareAt(turn, turns)).isEqualTo(ends ? -1 : next++);
        }
        assertThat(next).isEqualTo(2 * turns - 2);
    }

    /// While all of it is designed during the first partition.
    @ParameterizedTest
    @CsvSource({"linear, 48000", "linear, 96000", "linear-fine, 48000", "linear-fine, 44100"})
    void aStartAfterMovesSoundsAsIfNothingHadMoved(String phase, int rate) {
        double[] placed = values(phase, "band2.gain", 3, "band4.gain", -5, "band4.place", "mid", "band7.gain", 2);
        float[][] input = Rig.noise(2, 40_000, 0.3, 8);
        Rig moved = new Rig(Eq.TYPE, rate, 2, values(phase, "band2.gain", 3, "band4.place", "mid"));
        moved.run(Rig.slice(input, 0, 5000));
        moved.set("band4.gain", -5).set("band7.gain", 2);
        moved.effect.reset();
        assertThat(moved.run(input)).isDeepEqualTo(new Rig(Eq.TYPE, rate, 2, placed).run(input));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 64, 333, 512})
    void theCutDoesNotChangeABitWhileBandsMove(int frames) {
        assertThat(moving(Rig.Cut.every(frames))).isDeepEqualTo(moving(Rig.Cut.random(4)));
    }

    private static float[][] moving(Rig.Cut cut) {
        Rig rig = new Rig(Eq.TYPE, RATE, 2, usual("linear"));
        float[][] input = Rig.lively(2, 30_000, RATE, 5);
        float[][] output = rig.run(Rig.slice(input, 0, 3001), cut);
        rig.set("band3.gain", -9).set("band3.freq", 900).set("band2.place", 1).set("scale", 150);
        output = Rig.concat(output, rig.run(Rig.slice(input, 3001, 5003), cut));
        rig.set("band3.on", 0).set("gain", 3).set("gain.auto", 1);
        return Rig.concat(output, rig.run(Rig.slice(input, 5003, 30_000), cut));
    }

    /// After a move everything is as if it had always been so, once the fade is over: within two cycles, and no
    /// earlier than the sound of that time.
    @ParameterizedTest
    @CsvSource({"linear, 4096, 512", "linear-fine, 16384, 1024"})
    void aMoveMeetsTheSoundOfItsTime(String phase, int latency, int partition) {
        int at = 20 * partition + 64;
        int frames = at + latency + 6 * partition;
        float[][] input = Rig.noise(2, frames, 0.3, 6);
        double[] loud = values(phase, "band5.gain", 12);
        float[][] before = new Rig(Eq.TYPE, RATE, 2, values(phase)).run(input);
        float[][] after = new Rig(Eq.TYPE, RATE, 2, loud).run(input);
        Rig rig = new Rig(Eq.TYPE, RATE, 2, values(phase));
        float[][] moved = rig.run(Rig.slice(input, 0, at));
        rig.set("band5.gain", 12);
        moved = Rig.concat(moved, rig.run(Rig.slice(input, at, frames)));
        int first = at + latency - 2 * partition;
        int last = at + latency + 4 * partition;
        for (int i = 0; i < frames; i++) {
            if (i < first) {
                assertThat(moved[0][i]).isEqualTo(before[0][i]);
            } else if (i >= last) {
                assertThat(moved[0][i]).isEqualTo(after[0][i], within(1e-6f));
            }
        }
    }

    /// The output gain acts before the response, at the sound's own time.
    @Test
    void theOutputGainMeetsTheSoundOfItsTime() {
        Rig rig = new Rig(Eq.TYPE, RATE, 2, values("linear"));
        int late = rig.effect.latency();
        float[][] input = Rig.noise(2, 12_000, 0.3, 7);
        float[][] output = rig.run(Rig.slice(input, 0, 3200));
        rig.set("gain", 6);
        output = Rig.concat(output, rig.run(Rig.slice(input, 3200, 12_000)));
        double gain = Decibels.toGain(6);
        for (int i = 0; i < 12_000 - late; i++) {
            double wanted = i < 3200 ? input[0][i] : i >= 3200 + 1024 ? gain * input[0][i] : Double.NaN;
            if (!Double.isNaN(wanted)) {
                assertThat((double) output[0][i + late]).isEqualTo(wanted, within(1e-6));
            }
        }
    }

    /// Automatic gain, scale and listening are what they are in minimum phase.
    @Test
    void levelsAreThoseOfMinimumPhase() {
        Object[] some = {"band3.gain", 9, "band6.gain", -5, "scale", 60, "gain.auto", 1};
        float[] response = impulse(values("linear", some), RATE, 1, 1)[0];
        EqCurve curve = new EqCurve(values("minimum", some), RATE);
        for (double hz = 40; hz < 20_000; hz *= 1.3) {
            assertThat(gainDb(response, response.length / 2, hz, RATE)).isEqualTo(curve.responseDb(hz), within(0.05));
        }
    }

    @Test
    void aDynamicBandMovesAsInMinimumPhase() {
        Object[] some = {"band4.dyn.on", 1, "band4.dyn.threshold", -40, "band4.dyn.range", -9, "band4.freq", 1000};
        float[][] input = Rig.sine(2, RATE, 0.5, 1000, RATE);
        Rig linear = new Rig(Eq.TYPE, RATE, 2, values("linear", some));
        Rig minimum = new Rig(Eq.TYPE, RATE, 2, values("minimum", some));
        float[][] late = linear.run(input);
        float[][] now = minimum.run(input);
        assertThat(linear.effect.gainReductionDb())
                .isEqualTo(minimum.effect.gainReductionDb())
                .isLessThan(-5);
        int latency = linear.effect.latency();
        for (int i = 0; i < RATE - latency; i++) {
            assertThat(late[0][i + latency]).isEqualTo(now[0][i], within(1e-6f));
        }
    }
}
