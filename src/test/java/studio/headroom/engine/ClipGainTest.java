package studio.headroom.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.audio.Decibels;
import studio.headroom.project.Clip;
import studio.headroom.project.GainEnvelope;
import studio.headroom.project.GainEnvelope.Point;

class ClipGainTest {
    private static final int FRAMES = 24_000;
    private static final GainEnvelope ENVELOPE = new GainEnvelope(
            List.of(new Point(2_000, 0), new Point(7_000, -12), new Point(7_001, 6), new Point(20_000, -40)));

    private static TestSong song(GainEnvelope envelope, boolean reversed) {
        float[] one = TestSong.constant(FRAMES, 0.5);
        return new TestSong()
                .track("a", one, one)
                .clips("a", clip -> clip.withEnvelope(envelope).withReversed(reversed));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aClipIsHeardAtItsEnvelope(boolean reversed) {
        float[][] mix = song(ENVELOPE, reversed).mix(FRAMES);
        for (int frame = 0; frame < FRAMES; frame++) {
            int inMedia = reversed ? FRAMES - 1 - frame : frame;
            // Within the grid of a corner or a jump it goes over.
            if (ENVELOPE.points().stream().noneMatch(point -> Math.abs(point.frame() - inMedia) <= 128)) {
                // Straight over 128 frames of 46 dB in 13000: a chord of 0.052 nepers is 3.4e-4 of the gain off.
                double gain = Decibels.toGain(ENVELOPE.db(inMedia));
                assertThat((double) mix[0][frame]).as("frame %d", frame).isCloseTo(0.5 * gain, within(3.5e-4 * gain));
            }
        }
    }

    /// A jump takes the grid's 128 frames.
    @Test
    void nothingIsSteeperThanAShortFade() {
        GainEnvelope jump = new GainEnvelope(List.of(new Point(9_999, -60), new Point(10_000, 0)));
        float[][] mix = song(jump, false).mix(FRAMES);
        double steepest = 0;
        for (int i = 1; i < FRAMES; i++) {
            steepest = Math.max(steepest, Math.abs(mix[0][i] - mix[0][i - 1]));
        }
        assertThat(steepest).isLessThan(0.5 / 128 + 1e-6);
    }

    @Test
    void noCutIntoBlocksChangesABit() {
        ClipGain gain = new ClipGain(ENVELOPE, 48_000);
        float[] noise = TestSong.noise(FRAMES, 3);
        float[][] whole = {noise.clone()};
        gain.apply(whole, 1, 0, FRAMES);
        Random random = new Random(5);
        float[] cut = new float[FRAMES];
        for (int at = 0; at < FRAMES; ) {
            int count = Math.min(FRAMES - at, 1 + random.nextInt(512));
            float[][] piece = {java.util.Arrays.copyOfRange(noise, at, at + count)};
            gain.apply(piece, 1, at, count);
            System.arraycopy(piece[0], 0, cut, at, count);
            at += count;
        }
        assertThat(cut).containsExactly(whole[0]);
    }

    @Test
    void anEnvelopeAtZeroChangesNoBit() {
        GainEnvelope flat = new GainEnvelope(List.of(new Point(100, 0), new Point(9_000, 0)));
        assertThat(song(flat, false).mix(FRAMES))
                .isDeepEqualTo(song(GainEnvelope.NONE, false).mix(FRAMES));
    }

    @Test
    void itComesBesideTheClipsOwnGainAndBothPartsOfASplitKeepIt() {
        float[][] whole =
                song(ENVELOPE, false).clips("a", clip -> clip.withGainDb(-6)).mix(FRAMES);
        float[][] apart = song(ENVELOPE, false)
                .change("a", strip -> {
                    Clip clip = strip.clips().getFirst().withGainDb(-6);
                    return strip.withClips(List.of(
                            clip.withSpan(0, 0, 11_111), clip.withId("b").withSpan(11_111, 11_111, FRAMES - 11_111)));
                })
                .mix(FRAMES);
        assertThat(apart).isDeepEqualTo(whole);
        assertThat((double) whole[0][1_000]).isCloseTo(0.5 * Decibels.toGain(-6), within(1e-6));
    }

    @Test
    void playingAllocatesNothing() {
        ClipGain gain = new ClipGain(ENVELOPE, 48_000);
        float[][] rows = new float[2][512];
        long bytes = Long.MAX_VALUE;
        for (int round = 0; round < 3; round++) {
            var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 2_000; i++) {
                gain.apply(rows, 2, i * 37L, 512);
            }
            bytes = Math.min(bytes, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(bytes).isZero();
    }
}
