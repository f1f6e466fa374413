package studio.headroom.engine.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static studio.headroom.engine.monitor.Signals.FADE;
import static studio.headroom.engine.monitor.Signals.RATE;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.headroom.engine.monitor.MonitorControls.Listen;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Values;

class MonitorTest {
    /// Gains are computed in double and applied in float.
    private static final double ROUNDING = 1e-7;

    private static Monitor monitor() {
        return new Monitor(RATE, Values.INITIAL);
    }

    private static void set(Monitor monitor, Param param, double value) {
        monitor.set(MonitorControls.PARAMS.indexOf(param), value);
    }

    /// What comes out of (left, right) once the fades are over.
    private static float[] settled(Monitor monitor, double left, double right) {
        float[][] signal = Signals.constant(FADE + 1, left, right);
        monitor.process(signal, 0, FADE + 1);
        return new float[] {signal[0][FADE], signal[1][FADE]};
    }

    @Test
    void untouchedItChangesNoBit() {
        Monitor monitor = monitor();
        float[][] signal = Signals.noise(5000, 1, 1);
        signal[0][17] = -0.0f;
        signal[1][18] = Float.NaN;
        signal[0][19] = Float.POSITIVE_INFINITY;
        signal[1][20] = Float.MIN_VALUE;
        float[][] out = Signals.copy(signal);
        Signals.cut(5000, 2, (at, frames) -> monitor.process(out, at, frames));
        assertThat(Signals.bits(out)).isDeepEqualTo(Signals.bits(signal));
    }

    @Test
    void backAtItsInitialValuesItChangesNoBit() {
        Monitor monitor = monitor();
        set(monitor, MonitorControls.MUTE, 1);
        set(monitor, MonitorControls.LISTEN, Listen.SIDE.ordinal());
        settled(monitor, 1, 0);
        set(monitor, MonitorControls.MUTE, 0);
        set(monitor, MonitorControls.LISTEN, 0);
        settled(monitor, 1, 0);
        float[][] signal = Signals.noise(500, 1, 1);
        float[][] out = Signals.copy(signal);
        monitor.process(out, 0, 500);
        assertThat(Signals.bits(out)).isDeepEqualTo(Signals.bits(signal));
    }

    @ParameterizedTest
    @CsvSource({
        // listen, mono, invert left, invert right, then what (0.5, 0.25) becomes
        "STEREO, 0, 0, 0, 0.5, 0.25",
        "LEFT,   0, 0, 0, 0.5, 0",
        "RIGHT,  0, 0, 0, 0, 0.25",
        "MID,    0, 0, 0, 0.375, 0.375",
        "SIDE,   0, 0, 0, 0.125, 0.125",
        "STEREO, 1, 0, 0, 0.375, 0.375",
        "LEFT,   1, 0, 0, 0.25, 0.25",
        "RIGHT,  1, 0, 0, 0.125, 0.125",
        "MID,    1, 0, 0, 0.375, 0.375",
        "SIDE,   1, 0, 0, 0.125, 0.125",
        "SWAP,   0, 0, 0, 0.25, 0.5",
        "SWAP,   1, 0, 0, 0.375, 0.375",
        "SWAP,   0, 1, 0, 0.25, -0.5",
        "STEREO, 0, 1, 0, -0.5, 0.25",
        "STEREO, 0, 0, 1, 0.5, -0.25",
        "STEREO, 1, 0, 1, 0.125, 0.125",
        "SIDE,   0, 0, 1, 0.375, 0.375",
        "MID,    0, 1, 1, -0.375, -0.375",
    })
    void eachLoudspeakerGetsItsShare(
            Listen listen, double mono, double invertLeft, double invertRight, float left, float right) {
        Monitor monitor = monitor();
        set(monitor, MonitorControls.LISTEN, listen.ordinal());
        set(monitor, MonitorControls.MONO, mono);
        set(monitor, MonitorControls.POLARITY_LEFT, invertLeft);
        set(monitor, MonitorControls.POLARITY_RIGHT, invertRight);
        // All gains are multiples of a half, so the results are exact.
        assertThat(settled(monitor, 0.5, 0.25)).containsExactly(left, right);
    }

    @Test
    void volumeAndDimAddUpAndMuteIsSilence() {
        Monitor monitor = monitor();
        set(monitor, MonitorControls.VOLUME, -10);
        assertThat(20 * Math.log10(settled(monitor, 1, 1)[0])).isCloseTo(-10, within(1e-6));
        set(monitor, MonitorControls.DIM, 1);
        assertThat(20 * Math.log10(settled(monitor, 1, 1)[1])).isCloseTo(-30, within(1e-6));
        set(monitor, MonitorControls.DIM_LEVEL, -6);
        assertThat(20 * Math.log10(settled(monitor, 1, 1)[1])).isCloseTo(-16, within(1e-6));
        set(monitor, MonitorControls.VOLUME, 99);
        set(monitor, MonitorControls.DIM, 0);
        assertThat(20 * Math.log10(settled(monitor, 1, 1)[0])).isCloseTo(6, within(1e-6));
        set(monitor, MonitorControls.MUTE, 1);
        assertThat(settled(monitor, 1, Double.NaN)).containsExactly(0, 0);
        set(monitor, MonitorControls.MUTE, 0);
        set(monitor, MonitorControls.VOLUME, Double.NEGATIVE_INFINITY);
        assertThat(settled(monitor, 1, 1)).containsExactly(0, 0);
    }

    @Test
    void aLoudspeakerThatIsNotFedByASideDoesNotGetItsNan() {
        Monitor monitor = monitor();
        set(monitor, MonitorControls.LISTEN, Listen.LEFT.ordinal());
        assertThat(settled(monitor, 0.5, Double.NaN)).containsExactly(0.5f, 0);
    }

    @Test
    void aChangeIsAStraightLineOfTwentyMilliseconds() {
        Monitor monitor = monitor();
        set(monitor, MonitorControls.MUTE, 1);
        float[][] signal = Signals.constant(FADE, 1, -1);
        monitor.process(signal, 0, FADE);
        for (int i = 0; i < FADE; i++) {
            assertThat((double) signal[0][i]).isCloseTo(1 - (i + 1) / (double) FADE, within(ROUNDING));
            assertThat(signal[1][i]).isEqualTo(-signal[0][i]);
        }
    }

    @Test
    void aChangeDuringAFadeGoesOnFromThere() {
        Monitor monitor = monitor();
        set(monitor, MonitorControls.MUTE, 1);
        monitor.process(Signals.constant(FADE / 2, 1, 1), 0, FADE / 2);
        set(monitor, MonitorControls.MUTE, 0);
        float[][] signal = Signals.constant(FADE, 1, 1);
        monitor.process(signal, 0, FADE);
        for (int i = 0; i < FADE; i++) {
            assertThat((double) signal[0][i]).isCloseTo(0.5 + 0.5 * (i + 1) / FADE, within(ROUNDING));
        }
    }

    @Test
    void settingWhatIsSetDoesNotHoldAFadeUp() {
        Monitor monitor = monitor();
        set(monitor, MonitorControls.MUTE, 1);
        monitor.process(Signals.constant(FADE / 2, 1, 1), 0, FADE / 2);
        set(monitor, MonitorControls.MUTE, 1);
        // The dim level is not heard while dim is off.
        set(monitor, MonitorControls.DIM_LEVEL, -12);
        float[][] signal = Signals.constant(FADE / 2, 1, 1);
        monitor.process(signal, 0, FADE / 2);
        assertThat(signal[0][FADE / 2 - 1]).isZero();
    }

    @Test
    void settlingEndsAFadeAtOnce() {
        Monitor monitor = monitor();
        set(monitor, MonitorControls.VOLUME, -20);
        monitor.settle();
        float[][] signal = Signals.constant(1, 1, 1);
        monitor.process(signal, 0, 1);
        assertThat(signal[0][0]).isEqualTo(0.1f);
    }

    @Test
    void itStartsAtRestWithTheValuesItIsGiven() {
        Monitor monitor = new Monitor(RATE, Values.INITIAL.with(MonitorControls.VOLUME, -20));
        float[][] signal = Signals.constant(1, 1, 1);
        monitor.process(signal, 0, 1);
        assertThat(signal[0][0]).isEqualTo(0.1f);
    }

    @Test
    void cutsDoNotChangeABit() {
        float[][] whole = Signals.noise(40_000, 1, 1);
        float[][] cut = Signals.copy(whole);
        int[] times = {0, 100, 1500, 1501, 9000, 20_000, 20_500, 30_000};
        Monitor first = monitor();
        Monitor second = monitor();
        SplittableRandom random = new SplittableRandom(3);
        for (int t = 0; t < times.length; t++) {
            int from = times[t];
            int to = t + 1 < times.length ? times[t + 1] : 40_000;
            int param = random.nextInt(MonitorControls.PARAMS.size());
            double value = MonitorControls.PARAMS.get(param).range().plain(random.nextDouble());
            first.set(param, value);
            second.set(param, value);
            first.process(whole, from, to - from);
            Signals.cut(to - from, t, (at, frames) -> second.process(cut, from + at, frames));
        }
        assertThat(Signals.bits(cut)).isDeepEqualTo(Signals.bits(whole));
        assertThat(second.meters().get(Monitor.CLIPPED))
                .isEqualTo(first.meters().get(Monitor.CLIPPED));
    }

    @Test
    void noChangeClicks() {
        double peak = 0.5;
        double omega = 2 * Math.PI * 100 / RATE;
        for (Param param : MonitorControls.PARAMS.params()) {
            for (double position : new double[] {0, 0.25, 0.5, 0.75, 1}) {
                for (int start = 0; start < RATE / 100; start += 60) {
                    Monitor monitor = monitor();
                    set(monitor, MonitorControls.DIM, param == MonitorControls.DIM_LEVEL ? 1 : 0);
                    monitor.settle();
                    float[][] signal = Signals.sine(start + 2 * FADE, 100, peak);
                    monitor.process(signal, 0, start);
                    set(monitor, param, param.range().plain(position));
                    monitor.process(signal, start, 2 * FADE);
                    // No gain moves by more than 2 (a polarity) in the 20 ms, nor is it ever above 6 dB. The second
                    // difference of gain times sine is that of the sine, the product of both slopes, and at the
                    // corners the gain's slope.
                    double slope = 2.0 / FADE;
                    double bound = peak * (2 * omega * omega + 2 * slope * omega + slope);
                    assertThat(largestSecondDifference(signal[0])).isLessThan(bound + 4 * ROUNDING);
                    assertThat(largestSecondDifference(signal[1])).isLessThan(bound + 4 * ROUNDING);
                }
            }
        }
    }

    private static double largestSecondDifference(float[] x) {
        double largest = 0;
        for (int i = 2; i < x.length; i++) {
            largest = Math.max(largest, Math.abs(x[i] - 2.0 * x[i - 1] + x[i - 2]));
        }
        return largest;
    }

    @Test
    void samplesBeyondFullScaleAreCounted() {
        Monitor monitor = monitor();
        float[][] signal = Signals.constant(10, 1, -1);
        signal[0][3] = 1.1f;
        signal[1][4] = -1.1f;
        monitor.process(signal, 0, 10);
        assertThat(monitor.meters().get(Monitor.CLIPPED)).isEqualTo(2);
        set(monitor, MonitorControls.VOLUME, 1);
        monitor.settle();
        monitor.process(Signals.constant(10, 0.95, 0.5), 0, 10);
        assertThat(monitor.meters().get(Monitor.CLIPPED)).isEqualTo(12);
        monitor.meters().reset(Monitor.CLIPPED);
        monitor.process(Signals.constant(10, 0, 0), 0, 10);
        assertThat(monitor.meters().get(Monitor.CLIPPED)).isZero();
    }

    @Test
    void nothingIsAllocated() {
        Monitor monitor = monitor();
        float[][] signal = Signals.noise(512, 0.1, 1);
        long allocated = Signals.allocated(() -> {
            for (int i = 0; i < 2000; i++) {
                monitor.set(i % MonitorControls.PARAMS.size(), i % 3 - 1);
                monitor.process(signal, 0, 512);
            }
        });
        assertThat(allocated).isZero();
    }

    @Test
    void theOptionsOfListenAreThoseOfItsType() {
        assertThat(((Range.Choice) MonitorControls.LISTEN.range()).options())
                .containsExactly(java.util.Arrays.stream(Listen.values())
                        .map(listen -> listen.name().toLowerCase(Locale.ROOT))
                        .toArray(String[]::new));
    }

    @Test
    void settingsFilesKnowTheseIds() {
        assertThat(MonitorControls.PARAMS.params())
                .extracting(Param::id)
                .containsExactly(
                        "polarity.left",
                        "polarity.right",
                        "listen",
                        "mono",
                        "volume",
                        "dim",
                        "dim.level",
                        "mute",
                        "level",
                        "noise");
    }
}
