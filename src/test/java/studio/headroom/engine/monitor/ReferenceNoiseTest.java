package studio.headroom.engine.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static studio.headroom.engine.monitor.Signals.FADE;
import static studio.headroom.engine.monitor.Signals.RATE;

import java.util.Arrays;
import org.jtransforms.fft.DoubleFFT_1D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.engine.monitor.MonitorControls.NoiseFrom;
import studio.headroom.param.Param;
import studio.headroom.param.Values;

class ReferenceNoiseTest {
    /// 11 s at 192 kHz, and longer at others: the octave from 44.5 Hz has five hundred bins, whose sum is right within
    /// 0.2 dB.
    private static final int LONG = 1 << 21;

    private static void set(Monitor monitor, Param param, double value) {
        monitor.set(MonitorControls.PARAMS.indexOf(param), value);
    }

    private static Monitor playing(int rate, NoiseFrom from, double level) {
        Monitor monitor = new Monitor(rate, Values.INITIAL);
        set(monitor, MonitorControls.LEVEL, level);
        set(monitor, MonitorControls.NOISE, from.ordinal());
        return monitor;
    }

    private static float[][] settled(Monitor monitor, int frames) {
        float[][] out = new float[2][frames];
        monitor.noise().process(new float[2][4800], 4800);
        monitor.noise().process(out, frames);
        return out;
    }

    private static double meanSquare(float[] row) {
        double sum = 0;
        for (float x : row) {
            sum += (double) x * x;
        }
        return sum / row.length;
    }

    /// A sine of -20 dBFS has half of 0.1 squared.
    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 96_000, 192_000})
    void itIsAsLoudAsASineOfTwentyBelowFullScaleAndDoesNotClip(int rate) {
        float[][] out = settled(playing(rate, NoiseFrom.BOTH, 0), 30 * rate);
        for (float[] row : out) {
            // The lowest octaves come and go slowly: half a minute of them is not their mean to the last tenth.
            assertThat(10 * Math.log10(meanSquare(row) * 2)).isEqualTo(-20, within(0.2));
            for (float x : row) {
                assertThat(Math.abs(x)).isLessThan(0.7f);
            }
        }
    }

    /// From 44.5 Hz to 11.4 kHz. The octaves beyond are those that the filters lean on: they take 0.8 dB off the one
    /// below and 1.7 dB off the one above, and no more than 0.15 dB off these.
    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 96_000, 192_000})
    void itsOctavesAreEquallyStrong(int rate) {
        double[] power = power(settled(playing(rate, NoiseFrom.LEFT, 0), LONG)[0]);
        double[] octaves = new double[8];
        for (int k = 1; k < power.length; k++) {
            double octave = Math.log((double) k * rate / LONG / 44.5) / Math.log(2);
            if (octave >= 0 && octave < octaves.length) {
                octaves[(int) octave] += power[k];
            }
        }
        double mean = Arrays.stream(octaves).average().orElseThrow();
        for (double octave : octaves) {
            assertThat(10 * Math.log10(octave / mean)).isEqualTo(0, within(0.5));
        }
    }

    /// The room is to get what the root mean square says: loudspeakers have little below 20 Hz and above 20 kHz. What
    /// C-weighting (IEC 61672-1, E.4) takes off then is nearly the same at every rate, and so is what is measured:
    /// 1.2 dB, and 1.3 dB at 44.1 kHz, where there is no high cut. Of level noise from 20 Hz to 20 kHz it would be
    /// 1.1 dB.
    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 96_000, 192_000})
    void nearlyAllOfItCanBeHeardAndMetersShowTheSameAtEveryRate(int rate) {
        double[] power = power(settled(playing(rate, NoiseFrom.RIGHT, 0), LONG)[1]);
        double all = 0;
        double heard = 0;
        double metered = 0;
        for (int k = 1; k < power.length; k++) {
            double hertz = (double) k * rate / LONG;
            all += power[k];
            heard += hertz >= 20 && hertz <= 20_000 ? power[k] : 0;
            metered += power[k] * cWeighting(hertz);
        }
        assertThat(10 * Math.log10(heard / all)).isBetween(-0.3, 0.0);
        assertThat(10 * Math.log10(metered / all)).isEqualTo(-1.24, within(0.1));
    }

    /// As power, 1 at 1 kHz.
    private static double cWeighting(double hertz) {
        double square = hertz * hertz;
        double low = 20.598997 * 20.598997;
        double high = 12_194.217 * 12_194.217;
        double amplitude = square * high / ((square + low) * (square + high));
        return amplitude * amplitude * Math.pow(10, 0.0619 / 10);
    }

    /// Of each frequency but those at the ends.
    private static double[] power(float[] row) {
        double[] spectrum = new double[row.length];
        for (int i = 0; i < row.length; i++) {
            spectrum[i] = row[i];
        }
        new DoubleFFT_1D(row.length).realForward(spectrum);
        double[] power = new double[row.length / 2];
        for (int k = 1; k < power.length; k++) {
            power[k] = spectrum[2 * k] * spectrum[2 * k] + spectrum[2 * k + 1] * spectrum[2 * k + 1];
        }
        return power;
    }

    @Test
    void eachSideHasNoiseOfItsOwnAndASilentOtherOne() {
        float[][] both = settled(playing(RATE, NoiseFrom.BOTH, 0), RATE * 10);
        double product = 0;
        for (int i = 0; i < both[0].length; i++) {
            product += both[0][i] * both[1][i];
        }
        assertThat(product / both[0].length / meanSquare(both[0])).isEqualTo(0, within(0.05));
        float[][] left = settled(playing(RATE, NoiseFrom.LEFT, 0), RATE);
        assertThat(meanSquare(left[0])).isPositive();
        assertThat(meanSquare(left[1])).isZero();
        float[][] right = settled(playing(RATE, NoiseFrom.RIGHT, 0), RATE);
        assertThat(meanSquare(right[0])).isZero();
        assertThat(meanSquare(right[1])).isPositive();
    }

    /// The level of the monitor counts, for it is what is measured; dim, mono and the loudness match do not.
    @Test
    void itFollowsTheMonitorsLevelAndMuteAlone() {
        float[] full = settled(playing(RATE, NoiseFrom.LEFT, 0), RATE)[0];
        Monitor monitor = playing(RATE, NoiseFrom.LEFT, -6.5);
        set(monitor, MonitorControls.DIM, 1);
        set(monitor, MonitorControls.MONO, 1);
        set(monitor, MonitorControls.VOLUME, 3);
        float[] lower = settled(monitor, RATE)[0];
        assertThat(10 * Math.log10(meanSquare(lower) / meanSquare(full))).isEqualTo(-6.5, within(1e-4));
        set(monitor, MonitorControls.MUTE, 1);
        assertThat(meanSquare(settled(monitor, RATE)[0])).isZero();
    }

    /// What plays goes and comes back by fades, bit for bit; nothing jumps.
    @Test
    void itTakesThePlaceOfWhatPlaysAndGivesItBack() {
        Monitor monitor = new Monitor(RATE, Values.INITIAL);
        float[][] music = Signals.sine(4 * RATE, 100, 0.5);
        float[][] out = Signals.copy(music);
        float[][] block = new float[2][480];
        for (int at = 0; at < out[0].length; at += 480) {
            if (at == RATE) {
                set(monitor, MonitorControls.NOISE, NoiseFrom.LEFT.ordinal());
            } else if (at == 2 * RATE) {
                set(monitor, MonitorControls.NOISE, 0);
            }
            for (int c = 0; c < 2; c++) {
                System.arraycopy(out[c], at, block[c], 0, 480);
            }
            monitor.noise().process(block, 480);
            for (int c = 0; c < 2; c++) {
                System.arraycopy(block[c], 0, out[c], at, 480);
            }
        }
        for (int c = 0; c < 2; c++) {
            assertThat(Arrays.copyOf(out[c], RATE)).isEqualTo(Arrays.copyOf(music[c], RATE));
            int back = 2 * RATE + FADE;
            assertThat(Arrays.copyOfRange(out[c], back, 4 * RATE))
                    .isEqualTo(Arrays.copyOfRange(music[c], back, 4 * RATE));
        }
        assertThat(meanSquare(Arrays.copyOfRange(out[1], RATE + FADE, 2 * RATE)))
                .isZero();
        // The sine alone moves by 0.0066 a sample.
        for (int i = 1; i < out[1].length; i++) {
            assertThat(Math.abs(out[1][i] - out[1][i - 1])).isLessThan(0.01f);
        }
    }

    @Test
    void theLevelTurnsWhatPlaysByAsMuchAndAllocatesNothing() {
        Monitor monitor = playing(RATE, NoiseFrom.OFF, -20);
        float[][] signal = Signals.constant(FADE + 1, 1, 1);
        monitor.process(signal, 0, FADE + 1);
        assertThat(signal[0][FADE]).isEqualTo(0.1f, within(1e-7f));
        set(monitor, MonitorControls.NOISE, NoiseFrom.BOTH.ordinal());
        float[][] block = new float[2][512];
        monitor.noise().process(block, 512);
        assertThat(Signals.allocated(() -> monitor.noise().process(block, 512))).isZero();
    }
}
