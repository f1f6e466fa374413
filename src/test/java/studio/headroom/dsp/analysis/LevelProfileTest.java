package studio.headroom.dsp.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleStream;
import studio.headroom.dsp.analysis.LevelProfile.Part;
import studio.headroom.dsp.analysis.LevelProfile.Silence;

class LevelProfileTest {
    private static final int RATE = 48_000;
    /// Steps of the profile.
    private static final int STEP = 240;

    /// Silence of a second, a sound of -20 dB of one, silence of two, a sound of -40 dB of one.
    private static LevelProfile profile() throws IOException {
        float[] sound = new float[5 * RATE];
        for (int i = 0; i < RATE; i++) {
            sound[RATE + i] = 0.1f;
            sound[4 * RATE + i] = -0.01f;
        }
        return LevelProfile.of(new Samples(sound), () -> false);
    }

    @Test
    void whatIsAboveTheThresholdSounds() throws IOException {
        assertThat(profile().sounding(new Silence(-30, 0.1, 0, 0))).containsExactly(new Part(RATE, 2 * RATE));
        assertThat(profile().sounding(new Silence(-50, 0.1, 0, 0)))
                .containsExactly(new Part(RATE, 2 * RATE), new Part(4 * RATE, 5 * RATE));
        assertThat(profile().sounding(new Silence(-6, 0.1, 0, 0))).isEmpty();
        assertThat(profile().peakDbfs()).isCloseTo(-20, within(1e-5));
    }

    @Test
    void shortSilenceStays() throws IOException {
        assertThat(profile().sounding(new Silence(-50, 2.1, 0, 0))).containsExactly(new Part(RATE, 5 * RATE));
    }

    @Test
    void whatIsKeptAroundASoundStaysInsideAndPartsThatMeetAreOne() throws IOException {
        assertThat(profile().sounding(new Silence(-50, 0.1, 0.5, 0.25)))
                .containsExactly(new Part(RATE / 2, 2 * RATE + RATE / 4), new Part(4 * RATE - RATE / 2, 5 * RATE));
        assertThat(profile().sounding(new Silence(-50, 0.1, 2, 1))).containsExactly(new Part(0, 5 * RATE));
    }

    @Test
    void partsAreOrderedApartAndInsideWhateverIsAskedFor() throws IOException {
        float[] sound = new float[RATE];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = (float) Math.sin(i * 0.01) * (float) Math.abs(Math.sin(i * 0.0005));
        }
        LevelProfile profile = LevelProfile.of(new Samples(sound), () -> false);
        for (double db = -60; db < 0; db += 3) {
            for (double gap = 0; gap < 0.2; gap += 0.05) {
                List<Part> parts = profile.sounding(new Silence(db, gap, gap / 3, gap / 2));
                long end = -1;
                for (Part part : parts) {
                    assertThat(part.from()).isGreaterThan(end);
                    assertThat(part.to()).isGreaterThan(part.from()).isLessThanOrEqualTo(RATE);
                    end = part.to();
                }
            }
        }
    }

    @Test
    void aSoundThatEndsWithinAStepEndsThere() throws IOException {
        float[] sound = new float[STEP + 7];
        java.util.Arrays.fill(sound, 0.5f);
        LevelProfile profile = LevelProfile.of(new Samples(sound), () -> false);
        assertThat(profile.sounding(new Silence(-40, 0, 0, 0))).containsExactly(new Part(0, STEP + 7));
    }

    @Test
    void itCanBeCalledOff() {
        assertThatThrownBy(() -> LevelProfile.of(new Samples(new float[RATE]), () -> true))
                .isInstanceOf(InterruptedIOException.class);
    }

    /// Samples in blocks of an odd size.
    private static final class Samples implements SampleStream {
        private final float[] samples;
        private int at;

        Samples(float[] samples) {
            this.samples = samples;
        }

        @Override
        public AudioFormat format() {
            return new AudioFormat(RATE, 1);
        }

        @Override
        public long expectedFrames() {
            return samples.length;
        }

        @Override
        public int read(float[][] target, int offset, int count) {
            int part = Math.min(Math.min(count, 777), samples.length - at);
            System.arraycopy(samples, at, target[0], offset, Math.max(0, part));
            at += Math.max(0, part);
            return part > 0 ? part : -1;
        }

        @Override
        public void close() {}
    }
}
