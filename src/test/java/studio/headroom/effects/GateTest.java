package studio.headroom.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
    private static final int RATE = 48_000;

    private static double[] values(Object... idsAndPlain) {
        return Rig.values(Gate.TYPE, idsAndPlain);
    }

    private static Rig rig(int channels, double[] values) {
        return new Rig(Gate.TYPE, RATE, channels, values);
    }

    private static float[][] level(int channels, int frames, double db) {
        float[][] x = new float[channels][frames];
        for (float[] row : x) {
            Arrays.fill(row, (float) Math.pow(10, db / 20));
        }
        return x;
    }

    private static double db(double amplitude) {
        return 20 * Math.log10(amplitude);
    }

    @ParameterizedTest
    @CsvSource({"gate, 100, 90", "gate, 2, 90", "gate, 4, 20", "gate, 1, 90", "duck, 100, 12", "duck, 1.5, 30"})
    void steadyLevelsFollowTheCurveOnTheWayUpAndDown(String mode, double ratio, double range) {
        double[] values =
                values("mode", mode, "threshold", -30, "hysteresis", 6, "ratio", ratio, "range", range, "release", 20);
        GateCurve curve = new GateCurve(values);
        // Away from the edges by the detector's rounding.
        for (double in = -59.9; in <= 0; in += 3.1) {
            float[] up = rig(1, values).run(level(1, RATE / 2, in))[0];
            assertThat(db(up[RATE / 2 - 1])).as("up %s", in).isCloseTo(curve.risingDb(in), within(0.02));
            Rig rig = rig(1, values);
            rig.run(level(1, RATE / 4, 0));
            float[] down = rig.run(level(1, RATE / 2, in))[0];
            assertThat(db(down[RATE / 2 - 1])).as("down %s", in).isCloseTo(curve.fallingDb(in), within(0.02));
        }
        assertThat(curve.opensDb() - curve.closesDb()).isEqualTo(6);
    }

    /// Of the way of the gain, within 2 % of the time or one frame.
    @ParameterizedTest
    @CsvSource({"0.05, 5, 10", "1, 100, 50", "10, 200, 20", "100, 1000, 500"})
    void attackHoldAndReleaseTakeTheirTime(double attackMs, double releaseMs, double holdMs) {
        Rig rig = rig(2, values("threshold", -30, "attack", attackMs, "release", releaseMs, "hold", holdMs));
        rig.run(level(2, 1000, -60));
        float[] on = rig.run(level(2, 2 * RATE, 0))[1];
        int opened = 0;
        while (on[opened] < 1 - Math.exp(-1)) {
            opened++;
        }
        double attack = attackMs * RATE / 1000;
        assertThat(opened + 1.0).isCloseTo(attack, within(Math.max(1, 0.02 * attack)));
        float[] off = rig.run(level(2, 4 * RATE, -60))[0];
        int held = 0;
        while (off[held] == off[0]) {
            held++;
        }
        // The first frames of a slow release differ by less than a float can tell.
        assertThat((double) held).isCloseTo(holdMs * RATE / 1000, within(5.0));
        int closed = held;
        while (off[closed] > 1e-3 * Math.exp(-1)) {
            closed++;
        }
        double release = releaseMs * RATE / 1000;
        assertThat(closed - held + 1.0).isCloseTo(release, within(Math.max(1, 0.02 * release)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void anOpenGateLeavesTheSoundAsItIs(int channels) {
        Rig rig = rig(channels, values());
        rig.run(Rig.noise(channels, RATE / 2, 0.5, 1));
        float[][] loud = Rig.noise(channels, RATE / 2, 0.5, 2);
        assertThat(rig.run(loud)).isDeepEqualTo(loud);
        assertThat(rig.effect.gainReductionDb()).isEqualTo(0.0);
    }

    @Test
    void aClosedGateIsClosedAndSaysSo() {
        Rig rig = rig(2, values("range", 60));
        float[][] out = rig.run(Rig.noise(2, RATE, 0.005, 3));
        assertThat(db(Rig.peak(out, 0, RATE) / 0.005)).isCloseTo(-60, within(0.1));
        assertThat(rig.effect.gainReductionDb()).isCloseTo(-60, within(0.01));
    }

    /// The crests of a tone of 30 Hz are 17 ms apart, those of both polarities; a gate with the shortest hold closes
    /// between them, one of 20 ms does not.
    @Test
    void holdKeepsALowToneWhole() {
        float[][] tone = Rig.sine(1, RATE, 0.02, 30, RATE);
        Rig rig = rig(1, values("threshold", -36, "hysteresis", 0, "hold", 20));
        rig.run(tone);
        assertThat(rig.run(tone)).isDeepEqualTo(tone);
    }

    @Test
    void hysteresisKeepsItFromChattering() {
        float[][] wavering = Rig.sine(1, 2 * RATE, 0.1, 1000, RATE);
        for (int i = 0; i < 2 * RATE; i++) {
            wavering[0][i] *= (float) (1 + 0.2 * Math.sin(2 * Math.PI * 5 * i / RATE));
        }
        int[] changes = new int[2];
        for (int h = 0; h < 2; h++) {
            float[] out = rig(1, values("threshold", -20, "hysteresis", 6 * h, "hold", 10, "release", 5))
                    .run(wavering)[0];
            for (int i = RATE / 50; i < 2 * RATE; i += RATE / 50) {
                boolean now = Rig.peak(new float[][] {out}, i - RATE / 50, i) > 0.05;
                boolean next = i + RATE / 50 <= 2 * RATE && Rig.peak(new float[][] {out}, i, i + RATE / 50) > 0.05;
                changes[h] += now != next ? 1 : 0;
            }
        }
        assertThat(changes[0]).isGreaterThan(10);
        assertThat(changes[1]).isLessThanOrEqualTo(2);
    }

    @Test
    void lookaheadOpensBeforeTheSoundBegins() {
        Rig rig = rig(1, values("lookahead", 5, "attack", 1));
        assertThat(rig.effect.latency()).isEqualTo(240);
        float[] out = rig.run(Rig.concat(level(1, 1000, -80), level(1, 1000, 0)))[0];
        assertThat(out[1240]).isGreaterThan(0.99f);
        float[] late = rig(1, values("attack", 1)).run(Rig.concat(level(1, 1000, -80), level(1, 1000, 0)))[0];
        assertThat(late[1000]).isLessThan(0.01f);
    }

    @Test
    void aBandOfTheKeyOpensIt() {
        double[] values = values("key.slope", "24", "key.freq", 1000, "key.high.slope", "24", "key.high.freq", 4000);
        float[][] quiet = level(1, 2 * RATE, -60);
        double[] hertz = {100, 2000, 15_000};
        for (double hz : hertz) {
            float[] out = rig(1, values).run(quiet, Rig.sine(1, 2 * RATE, 0.2, hz, RATE), Rig.Cut.every(64))[0];
            double expected = hz == 2000 ? -60 : -150;
            assertThat(db(out[2 * RATE - 1])).as("%s Hz", hz).isCloseTo(expected, within(0.1));
        }
        float[][] key = Rig.sine(2, 4800, 0.2, 2000, RATE);
        float[][] heard = rig(2, values("key.listen", 1)).run(level(2, 4800, -6), key, Rig.Cut.every(100));
        assertThat(heard).isDeepEqualTo(key);
    }

    @Test
    void duckingMakesRoomForTheKey() {
        double[] values = values("mode", "duck", "threshold", -20, "range", 9, "attack", 5, "release", 100);
        Rig rig = rig(2, values);
        float[][] music = level(2, RATE, -6);
        float[] under = rig.run(music, level(1, RATE, -10), Rig.Cut.every(333))[0];
        assertThat(db(under[RATE - 1])).isCloseTo(-15, within(0.01));
        rig.run(music, level(1, RATE, -40), Rig.Cut.every(333));
        assertThat(rig.run(music, level(1, RATE, -40), Rig.Cut.every(333))).isDeepEqualTo(music);
    }
}
