package studio.headroom.engine.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.dsp.loudness.ProgramMeter;

class MasterMeterTest {
    private static final int RATE = 48_000;

    private final MasterMeter meter = new MasterMeter(RATE);

    private static float[][] sine(double seconds, double leftDb, double rightDb) {
        float[][] signal = new float[2][(int) (seconds * RATE)];
        double left = Math.pow(10, leftDb / 20);
        double right = Math.pow(10, rightDb / 20);
        for (int i = 0; i < signal[0].length; i++) {
            double x = Math.sin(2 * Math.PI * 1000 * i / RATE);
            signal[0][i] = (float) (left * x);
            signal[1][i] = (float) (right * x);
        }
        return signal;
    }

    private static float[][] noise(double seconds, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] signal = new float[2][(int) (seconds * RATE)];
        for (int i = 0; i < signal[0].length; i++) {
            double level = 0.05 + 0.4 * ((i / RATE) % 4) / 4.0;
            signal[0][i] = (float) (level * random.nextGaussian() / 3);
            signal[1][i] = (float) (level * random.nextGaussian() / 3);
        }
        return signal;
    }

    private void play(float[][] signal) {
        for (int at = 0; at < signal[0].length; at += 512) {
            meter.process(signal, at, Math.min(512, signal[0].length - at));
        }
    }

    @Test
    void beforeTheFirstFrameThereIsSilence() {
        assertThat(meter.get(MasterReading.MOMENTARY_LUFS)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(meter.get(MasterReading.TRUE_PEAK_DBTP)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(meter.get(MasterReading.PSR_DB)).isZero();
        assertThat(meter.get(MasterReading.CORRELATION)).isZero();
        assertThat(meter.integratedLufs()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(meter.loudnessRangeLu()).isZero();
    }

    @Test
    void theFirstEbuCaseReadsMinus23() {
        // EBU Tech 3341 case 1: a stereo sine of 1 kHz at -23 dBFS for 20 s; M, S, I = -23.0 ±0.1 LUFS.
        play(sine(20, -23, -23));
        assertThat(meter.get(MasterReading.MOMENTARY_LUFS)).isCloseTo(-23, within(0.1));
        assertThat(meter.get(MasterReading.SHORT_TERM_LUFS)).isCloseTo(-23, within(0.1));
        assertThat(meter.get(MasterReading.HIGHEST_MOMENTARY_LUFS)).isCloseTo(-23, within(0.1));
        assertThat(meter.get(MasterReading.HIGHEST_SHORT_TERM_LUFS)).isCloseTo(-23, within(0.1));
        assertThat(meter.integratedLufs()).isCloseTo(-23, within(0.1));
        assertThat(meter.get(MasterReading.TRUE_PEAK_DBTP)).isCloseTo(-23, within(0.1));
        assertThat(meter.get(MasterReading.PSR_DB)).isCloseTo(0, within(0.1));
        assertThat(meter.get(MasterReading.CORRELATION)).isCloseTo(1, within(1e-9));
        assertThat(meter.strip().get(StripReading.HIGHEST_PEAK_LEFT)).isCloseTo(0.0708, within(1e-4));
    }

    @Test
    void aProgramReadsAsItsFileDoes() {
        float[][] signal = noise(30, 1);
        play(signal);
        LoudnessReport report = ProgramMeter.measure(RATE, signal);
        assertThat(meter.integratedLufs()).isCloseTo(report.integratedLufs(), within(1e-9));
        // A file's range sees 1.5 s of silence after the end, and its true peak twice as many points.
        assertThat(meter.loudnessRangeLu()).isCloseTo(report.loudnessRangeLu(), within(1.0));
        assertThat(meter.get(MasterReading.TRUE_PEAK_DBTP)).isCloseTo(report.truePeakDbtp(), within(0.1));
    }

    @Test
    void oppositeSidesCorrelateAtMinusOneAndNoiseNotAtAll() {
        float[][] opposite = sine(1, -20, -20);
        for (int i = 0; i < opposite[1].length; i++) {
            opposite[1][i] = -opposite[1][i];
        }
        play(opposite);
        assertThat(meter.get(MasterReading.CORRELATION)).isCloseTo(-1, within(1e-9));
        play(noise(3, 2));
        // About 0.3 s of noise are 14400 frames: a spread of about 1 / 120.
        assertThat(meter.get(MasterReading.CORRELATION)).isCloseTo(0, within(0.05));
    }

    @Test
    void aNewProgramForgetsTheOldWithoutMakingAPeak() {
        play(sine(5, -3, -3));
        float[][] quiet = sine(5, -20, -20);
        play(quiet);
        // Up to the crest of a wave: a stream that began there would begin with a step.
        meter.process(quiet, 0, 12);
        meter.restartProgram();
        assertThat(meter.get(MasterReading.TRUE_PEAK_DBTP)).isCloseTo(-3, within(0.1));
        meter.process(quiet, 12, 4 * RATE);
        assertThat(meter.get(MasterReading.TRUE_PEAK_DBTP)).isCloseTo(-20, within(0.1));
        assertThat(meter.get(MasterReading.HIGHEST_SHORT_TERM_LUFS)).isCloseTo(-20, within(0.1));
        assertThat(meter.integratedLufs()).isCloseTo(-20, within(0.1));
    }

    @Test
    void whilePausedTheProgramDoesNotGoOn() {
        play(sine(5, -20, -20));
        meter.setIntegrating(false);
        play(sine(5, -3, -3));
        assertThat(meter.integratedLufs()).isCloseTo(-20, within(0.1));
        assertThat(meter.get(MasterReading.HIGHEST_MOMENTARY_LUFS)).isCloseTo(-20, within(0.1));
        assertThat(meter.get(MasterReading.MOMENTARY_LUFS)).isCloseTo(-3, within(0.1));
    }

    @Test
    void nothingIsAllocated() {
        float[][] signal = noise(1, 3);
        assertThat(Allocation.of(() -> {
                    for (int i = 0; i < 60; i++) {
                        meter.process(signal, 0, 2048);
                        meter.restartProgram();
                    }
                }))
                .isZero();
    }
}
