package studio.headroom.dsp.loudness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.audio.AudioFormat;

class LoudnessMeterTest {
    private static final int RATE = 48_000;

    /// ITU-R BS.1770-5: a full-scale 997 Hz sine on one front channel reads -3.01.
    @ParameterizedTest
    @ValueSource(ints = {8000, 11_025, 44_100, 48_000, 88_200, 96_000, 192_000, 384_000})
    void fullScaleSineOnOneChannelReadsMinus301(int rate) {
        LoudnessMeter meter = new LoudnessMeter(rate, 1);
        new Tone(rate, 997, meter::process, 0).play(3, 0);
        // At 8 and 11.025 kHz the warping of the bilinear transform reaches 1 kHz.
        assertThat(meter.integratedLufs()).isCloseTo(-3.01, within(rate < 16_000 ? 0.21 : 0.006));
    }

    /// The tones of ITU-R BS.2217, which read -23 or -24 LKFS by their level: made here from the response of the
    /// filter.
    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 96_000, 192_000})
    void tonesOfAllFrequenciesReadWhatTheFilterSays(int rate) {
        for (int hertz : new int[] {25, 100, 500, 1000, 2000, 10_000}) {
            for (double level : new double[] {-23, -24}) {
                LoudnessMeter meter = new LoudnessMeter(new AudioFormat(rate, 2));
                double gain = KWeighting.at(RATE).responseDb(hertz, RATE);
                new Tone(rate, hertz, meter::process, 0, 0).play(4, level + 0.691 - gain);
                // The onset of 25 Hz on the high-pass and its uneven share of a block make up for the 0.02 LU.
                assertThat(meter.integratedLufs()).as("%d Hz", hertz).isCloseTo(level, within(0.02));
            }
        }
    }

    /// In the manner of ITU-R BS.2217's gate tests.
    @Test
    void absoluteGateStandsAtMinus70() {
        LoudnessMeter meter = new LoudnessMeter(RATE, 1, 1);
        Tone.stereo(RATE, meter::process).play(20, -70.5).play(20, -69.5).play(20, -70.5);
        assertThat(meter.integratedLufs()).isCloseTo(-69.5, within(0.1));

        LoudnessMeter below = new LoudnessMeter(RATE, 1, 1);
        Tone.stereo(RATE, below::process).play(10, -70.5);
        assertThat(below.integratedLufs()).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void dualMonoReads301MoreThanMono() {
        LoudnessMeter mono = new LoudnessMeter(RATE, 1);
        LoudnessMeter dual = new LoudnessMeter(RATE, ChannelWeights.dualMono());
        new Tone(RATE, 1000, mono::process, 0).play(2, -20);
        new Tone(RATE, 1000, dual::process, 0).play(2, -20);
        assertThat(dual.integratedLufs() - mono.integratedLufs()).isCloseTo(3.0103, within(0.0001));
    }

    @ParameterizedTest
    @ValueSource(ints = {8000, 11_025, 44_100, 48_000})
    void howTheStreamIsCutDoesNotMatter(int rate) {
        float[][] noise = noise(3, 5 * rate);
        LoudnessMeter whole = new LoudnessMeter(new AudioFormat(rate, 3));
        whole.process(noise, 0, 5 * rate);
        for (int block : new int[] {1, 64, 511, 4096}) {
            LoudnessMeter cut = new LoudnessMeter(new AudioFormat(rate, 3));
            for (int from = 0; from < 5 * rate; from += block) {
                cut.process(noise, from, Math.min(block, 5 * rate - from));
            }
            assertThat(cut.integratedLufs()).isEqualTo(whole.integratedLufs());
            assertThat(cut.loudnessRangeLu()).isEqualTo(whole.loudnessRangeLu());
            assertThat(cut.maxMomentaryLufs()).isEqualTo(whole.maxMomentaryLufs());
            assertThat(cut.shortTermLufs()).isEqualTo(whole.shortTermLufs());
        }
    }

    @Test
    void silenceAndShortSoundsHaveNoLoudness() {
        LoudnessMeter meter = new LoudnessMeter(RATE, 1, 1);
        Tone tone = Tone.stereo(RATE, meter::process).silence(5);
        assertThat(meter.integratedLufs()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(meter.momentaryLufs()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(meter.maxShortTermLufs()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(meter.loudnessRangeLu()).isZero();

        meter.reset();
        tone.play(0.39, -20);
        assertThat(meter.integratedLufs()).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void resetForgetsAndIsRepeatable() {
        LoudnessMeter meter = new LoudnessMeter(RATE, 1, 1);
        float[][] noise = noise(2, 4 * RATE);
        meter.process(noise, 0, 4 * RATE);
        double first = meter.integratedLufs();
        meter.reset();
        assertThat(meter.maxMomentaryLufs()).isEqualTo(Double.NEGATIVE_INFINITY);
        meter.process(noise, 0, 4 * RATE);
        assertThat(meter.integratedLufs()).isEqualTo(first);
    }

    @Test
    void pausedIntegrationLeavesTheWindowsRunning() {
        LoudnessMeter meter = new LoudnessMeter(RATE, 1, 1);
        Tone tone = Tone.stereo(RATE, meter::process).play(5, -23);
        meter.setIntegrating(false);
        tone.play(5, -10);
        assertThat(meter.shortTermLufs()).isCloseTo(-10, within(0.1));
        assertThat(meter.integratedLufs()).isCloseTo(-23, within(0.1));
        assertThat(meter.maxMomentaryLufs()).isCloseTo(-23, within(0.1));
        tone.play(1, -23);
        meter.setIntegrating(true);
        tone.play(5, -23);
        assertThat(meter.integratedLufs()).isCloseTo(-23, within(0.1));
        // Ten seconds, less the 0.3 s until the first block of 400 ms is whole, twice.
        assertThat(meter.integratedSeconds()).isBetween(9.3, 10.0);
    }

    @Test
    void invalidSamplesSpoilOnlyTheirStep() {
        LoudnessMeter clean = new LoudnessMeter(RATE, 1, 1);
        LoudnessMeter spoilt = new LoudnessMeter(RATE, 1, 1);
        float[][] noise = noise(2, 10 * RATE);
        clean.process(noise, 0, 10 * RATE);
        noise[0][5000] = Float.NaN;
        noise[1][90_000] = Float.POSITIVE_INFINITY;
        spoilt.process(noise, 0, 10 * RATE);
        // Two of a thousand steps, in one channel each.
        assertThat(spoilt.integratedLufs()).isCloseTo(clean.integratedLufs(), within(0.01));
    }

    /// EBU Tech 3342: the result does not change when the signal is repeated in full.
    @Test
    void loudnessRangeDoesNotChangeWithRepetition() {
        LoudnessMeter meter = new LoudnessMeter(RATE, 1, 1);
        Tone tone = Tone.stereo(RATE, meter::process);
        for (int i = 0; i < 2; i++) {
            tone.play(20, -50).play(20, -35).play(20, -20).play(20, -35).play(20, -50);
        }
        assertThat(meter.loudnessRangeLu()).isCloseTo(15, within(0.1));
    }

    @Test
    void albumLoudnessGatesOverTheUnionOfBlocks() {
        LoudnessMeter loud = new LoudnessMeter(RATE, 1, 1);
        LoudnessMeter quiet = new LoudnessMeter(RATE, 1, 1);
        Tone.stereo(RATE, loud::process).play(20, -10);
        Tone.stereo(RATE, quiet::process).play(20, -30);
        // The quiet song lies below the relative gate of the album and does not count.
        assertThat(LoudnessMeter.integratedLufs(List.of(loud, quiet))).isCloseTo(-10, within(0.1));
        assertThat(LoudnessMeter.integratedLufs(List.of(loud))).isEqualTo(loud.integratedLufs());
    }

    @Test
    void hoursAreKeptWhenRoomIsMade() {
        BlockPowers powers = new BlockPowers();
        int added = 0;
        while (added < 100_000) {
            powers.makeRoom();
            for (int i = 0; i < 5999; i++, added++) {
                assertThat(powers.add(added)).isTrue();
            }
        }
        double[] all = powers.toArray();
        assertThat(all).hasSize(added).isSorted();
        while (powers.add(1)) {
            added++;
        }
        assertThat(powers.toArray())
                .as("what found no room is lost, nothing else")
                .hasSize(added)
                .startsWith(all);
    }

    @Test
    void ratesTooLowAreRefused() {
        assertThatThrownBy(() -> new LoudnessMeter(7999, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static float[][] noise(int channels, int frames) {
        Random random = new Random(1);
        float[][] noise = new float[channels][frames];
        for (float[] channel : noise) {
            for (int i = 0; i < frames; i++) {
                channel[i] = 0.2f * (float) random.nextGaussian();
            }
        }
        return noise;
    }
}
