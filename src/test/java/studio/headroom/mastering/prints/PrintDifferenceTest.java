package studio.headroom.mastering.prints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSource;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.sight.SoundSight;

class PrintDifferenceTest {
    private static final int RATE = 48_000;
    private static final int FRAMES = 6 * RATE;

    private record Memory(float[][] sound) implements SampleSource {
        @Override
        public AudioFormat format() {
            return new AudioFormat(RATE, sound.length);
        }

        @Override
        public long frames() {
            return sound[0].length;
        }

        @Override
        public void read(long start, float[][] target, int offset, int count) {
            for (int c = 0; c < sound.length; c++) {
                System.arraycopy(sound[c], (int) start, target[c], offset, count);
            }
        }
    }

    private static SoundSight sight(float[][] sound) throws IOException {
        return SoundSight.of(new Memory(sound), "", Progress.NONE);
    }

    /// Noise in the middle and at the sides, and a tone of 3.2 kHz.
    private static float[][] music(double level, double side, double tone) {
        SplittableRandom random = new SplittableRandom(4);
        float[][] sound = new float[2][FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            double middle = random.nextDouble(-0.1, 0.1) + tone * Math.sin(2 * Math.PI * 3_162.28 / RATE * i);
            double sides = side * random.nextDouble(-0.05, 0.05);
            sound[0][i] = (float) (level * (middle + sides));
            sound[1][i] = (float) (level * (middle - sides));
        }
        return sound;
    }

    private static PrintDifference between(float[][] before, float[][] after) throws IOException {
        SoundSight from = sight(before);
        SoundSight to = sight(after);
        return PrintDifference.of(from.report(), from.spectrum(), to.report(), to.spectrum());
    }

    @Test
    void theSamePrintIsTheSame() throws IOException {
        assertThat(between(music(1, 1, 0.02), music(1, 1, 0.02)).words())
                .isEqualTo("the same in loudness, sides and tone");
    }

    @Test
    void loudnessSidesAndToneAreToldApart() throws IOException {
        PrintDifference louder = between(music(1, 1, 0.02), music(2, 1, 0.02));
        assertThat(louder.loudnessLu()).isEqualTo(6.02, within(0.02));
        assertThat(louder.sideDb()).isEqualTo(0, within(0.02));
        assertThat(louder.words()).isEqualTo("+6.0 LU");

        // Half the sides take a little of the loudness, too, which is told apart.
        PrintDifference narrower = between(music(1, 1, 0.02), music(1, 0.5, 0.02));
        assertThat(narrower.sideDb() + narrower.loudnessLu()).isEqualTo(-6.02, within(0.02));
        assertThat(narrower.words()).contains("side −");

        PrintDifference brighter = between(music(1, 1, 0.02), music(1, 1, 0.04));
        assertThat(brighter.hertz()).isEqualTo(3_162, within(1.0));
        assertThat(brighter.toneDb()).isBetween(2.0, 6.02);
        assertThat(brighter.words()).contains("3.2 kHz +");
    }
}
