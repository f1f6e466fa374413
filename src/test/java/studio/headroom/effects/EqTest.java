package studio.headroom.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.param.Param;
import studio.headroom.param.Values;

class EqTest {
    private static final int RATE = 48_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void flatIsBitExact(int channels) {
        float[][] io = Rig.noise(channels, 4000, 1.0, 1);
        io[0][17] = Float.MIN_VALUE;
        float[][] out = new Rig(Eq.TYPE, RATE, channels).run(io);
        assertThat(out).isDeepEqualTo(io);
        double[] off = Rig.values(Eq.TYPE, "band1.gain", 12, "band1.on", 0, "band2.type", "low-cut", "band2.on", 0);
        assertThat(new Rig(Eq.TYPE, RATE, channels, off).run(io)).isDeepEqualTo(io);
        double[] unscaled = Rig.values(Eq.TYPE, "band1.gain", 12, "scale", 0);
        assertThat(new Rig(Eq.TYPE, RATE, channels, unscaled).run(io)).isDeepEqualTo(io);
    }

    @Test
    void aBandNeedsNothingButItsShapeAndGain() {
        double[] values = Rig.values(Eq.TYPE, "band1.type", "bell", "band1.freq", 1000, "band1.gain", 6, "band1.q", 1);
        assertThat(measuredDb(values, RATE, 1000)).isCloseTo(6.0, within(0.01));
        assertThat(measuredDb(Rig.values(Eq.TYPE, "band3.type", "low-cut", "band3.freq", 1000), RATE, 1000))
                .isCloseTo(-3.01, within(0.01));
    }

    /// The impulse response is long enough to hold all but 1e-6 of the energy; 0.01 dB covers the rest.
    @ParameterizedTest
    @CsvSource({"44100, 1", "48000, 2", "96000, 3", "192000, 4", "48000, 5", "44100, 6"})
    void whatComesOutHasTheResponseOfTheCurve(int rate, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = Rig.initial(Eq.TYPE);
        for (int b = 1; b <= Eq.BANDS; b++) {
            put(values, "band" + b + ".type", random.nextInt(9));
            put(values, "band" + b + ".freq", 60 * Math.pow(2, random.nextDouble(8)));
            put(values, "band" + b + ".gain", random.nextDouble(-12, 12));
            put(values, "band" + b + ".q", 0.3 * Math.pow(2, random.nextDouble(3)));
            put(values, "band" + b + ".slope", random.nextInt(4));
        }
        put(values, "gain", 6);
        EqCurve curve = new EqCurve(values, rate);
        for (double hz : new double[] {100, 433, 1000, 3100, 9000, 17_000}) {
            double expected = curve.responseDb(hz);
            if (expected > -90) {
                assertThat(measuredDb(values, rate, hz)).isCloseTo(expected, within(0.01 + (expected < -60 ? 0.2 : 0)));
            }
        }
    }

    private static double measuredDb(double[] values, int rate, double hz) {
        float[][] impulse = new float[1][rate];
        impulse[0][0] = 1f;
        float[] response = new Rig(Eq.TYPE, rate, 1, values).run(impulse)[0];
        double re = 0;
        double im = 0;
        for (int i = 0; i < response.length; i++) {
            re += response[i] * Math.cos(2 * Math.PI * hz * i / rate);
            im -= response[i] * Math.sin(2 * Math.PI * hz * i / rate);
        }
        return 10 * Math.log10(re * re + im * im);
    }

    @Test
    void theCurveFollowsTheAnalogOne() {
        double[] values = Rig.values(Eq.TYPE, "band4.freq", 16_000, "band4.gain", 6, "band4.q", 0.7);
        EqCurve curve = new EqCurve(values, 44_100);
        for (double hz = 10; hz <= 20_000; hz *= 1.01) {
            assertThat(curve.responseDb(hz)).isCloseTo(curve.analogResponseDb(hz), within(0.3));
            assertThat(curve.bandDb(3, hz)).isCloseTo(curve.responseDb(hz), within(1e-9));
        }
    }

    /// A fade of 20 ms (960 frames) between two gains at most `high` apart bends a sine of 100 Hz and
    /// -6 dBFS by its own second difference times the higher gain, plus twice slope times slope, plus the
    /// kink of the slope at the ends. Filters ring and turn phase on the way, hence four times that. A hard
    /// switch would give `high` / 2, a hundred times as much.
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "on, 0, -",
                "on, 1, -",
                "type, low-shelf, -",
                "type, high-shelf, -",
                "type, low-cut, -",
                "type, high-cut, -",
                "type, notch, -",
                "type, tilt, -",
                "type, band-pass, -",
                "type, all-pass, -",
                "freq, 30, -",
                "freq, 8000, -",
                "gain, -24, -",
                "gain, 24, -",
                "gain, 0, -",
                "q, 10, -",
                "q, 0.1, -",
                "place, mid, -",
                "place, left, -",
                "place, side, -",
                "slope, 48, low-cut",
                "slope, 96, low-cut",
                "slope, 6, high-cut"
            })
    void noStepOfAControlClicks(String control, String value, @Nullable String type) {
        double[] values =
                Rig.values(Eq.TYPE, "band4.freq", 150, "band4.gain", 12, "band4.type", type == null ? "bell" : type);
        if (control.equals("on")) {
            put(values, "band4.on", 1 - Double.parseDouble(value));
        }
        Param param = Eq.PARAMS.get(Eq.PARAMS.indexOf("band4." + control));
        int before = 24_000;
        float[][] input = Rig.sine(2, 48_000, 0.5, 100, RATE);
        Rig rig = new Rig(Eq.TYPE, RATE, 2, values);
        float[][] first = rig.run(Rig.slice(input, 0, before));
        rig.set(param.id(), control.equals("on") ? Double.parseDouble(value) : param.parse(value));
        float[][] out = Rig.concat(first, rig.run(Rig.slice(input, before, 48_000)));
        double high = Math.max(1, 2 * Rig.peak(out, 0, 48_000));
        double omega = 2 * Math.PI * 100 / RATE;
        double bound = high * (0.5 * omega * omega + 2 * 0.5 * omega / 960 + 0.5 / 960);
        for (float[] row : out) {
            double worst = 0;
            for (int i = before - 100; i < 47_998; i++) {
                worst = Math.max(worst, Math.abs(row[i] - 2.0 * row[i + 1] + row[i + 2]));
            }
            assertThat(worst).isLessThan(4 * bound);
        }
    }

    /// Eight bands of up to 6 dB give at most 48 dB at rest. Everything moves all the time; 12 dB on top are for what
    /// rings on from one setting into the next.
    @Test
    void aMinuteOfRandomAutomationStaysBounded() {
        SplittableRandom random = new SplittableRandom(7);
        Rig rig = new Rig(Eq.TYPE, RATE, 2);
        double peak = 0;
        float[][] input = Rig.noise(2, 480, 0.5, 8);
        for (int k = 0; k < 60 * 100; k++) {
            for (int n = 0; n < 4; n++) {
                Param param = Eq.PARAMS.get(random.nextInt(Eq.BANDS * EqBand.CONTROLS));
                double plain = param.id().endsWith("gain")
                        ? random.nextDouble(-6, 6)
                        : param.range().plain(random.nextDouble());
                rig.set(param.id(), param.id().endsWith("q") ? Math.min(plain, 2) : plain);
            }
            float[][] out = rig.run(input);
            assertThat(Rig.firstNotFinite(out, 0)).isEqualTo(-1);
            peak = Math.max(peak, Rig.peak(out, 0, 480));
        }
        assertThat(peak).isLessThan(0.5 * Math.pow(10, (48 + 12) / 20.0));
    }

    @Test
    void afterTheTailNothingIsHeard() {
        double[] values = Rig.values(
                Eq.TYPE,
                "band1.type",
                "low-cut",
                "band1.slope",
                "48",
                "band4.freq",
                100,
                "band4.gain",
                18,
                "band4.q",
                8);
        Rig rig = new Rig(Eq.TYPE, RATE, 1, values);
        double loudest = Rig.peak(rig.run(Rig.noise(1, RATE, 0.5, 3)), 0, RATE);
        assertThat(rig.effect.tail()).isBetween(RATE / 10L, 10L * RATE);
        rig.run(Rig.silence(1, (int) rig.effect.tail()));
        double after = Rig.peak(rig.run(Rig.silence(1, RATE)), 0, RATE);
        assertThat(after).isLessThan(loudest * Math.pow(10, -90 / 20.0));
    }

    @Test
    void aMonoSignalHasNoSides() {
        float[][] io = Rig.noise(1, 1000, 0.5, 2);
        double[] side = Rig.values(Eq.TYPE, "band4.gain", 12, "band4.place", "side");
        assertThat(new Rig(Eq.TYPE, RATE, 1, side).run(io)).isDeepEqualTo(io);
        double[] left = Rig.values(Eq.TYPE, "band4.gain", 12, "band4.place", "left");
        double[] plain = Rig.values(Eq.TYPE, "band4.gain", 12);
        assertThat(new Rig(Eq.TYPE, RATE, 1, left).run(io)).isDeepEqualTo(new Rig(Eq.TYPE, RATE, 1, plain).run(io));
    }

    @Test
    void aNewEqualizerIsFlatInEveryBand() {
        EqCurve curve = new EqCurve(Eq.PARAMS.resolve(Values.INITIAL), RATE);
        assertThat(curve.responseDb(100)).isEqualTo(0.0);
        assertThat(curve.analogResponseDb(5000)).isEqualTo(0.0);
    }

    private static void put(double[] values, String id, double plain) {
        Param param = Eq.PARAMS.get(Eq.PARAMS.indexOf(id));
        values[Eq.PARAMS.indexOf(id)] = param.clamp(plain);
    }
}
