package studio.headroom.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSink;
import studio.headroom.audio.SampleSource;
import studio.headroom.project.Ends;
import studio.headroom.project.Fade;

class TrimTest {
    private static final int RATE = 48_000;
    private static final Ends.Edge WHOLE = new Ends.Edge.Whole();

    /// A tone between two silences, on one side alone.
    private record Tone(long frames, long first, long last, float offset) implements SampleSource {
        @Override
        public AudioFormat format() {
            return new AudioFormat(RATE, 2);
        }

        @Override
        public void read(long start, float[][] target, int offset, int count) {
            for (int i = 0; i < count; i++) {
                long at = start + i;
                double tone = at >= first && at <= last ? 0.5 * Math.cos(2 * Math.PI * 100 * (at - first) / RATE) : 0;
                target[0][offset + i] = this.offset;
                target[1][offset + i] = (float) (tone + this.offset);
            }
        }
    }

    private static Trim trim(Ends.Edge head, Ends.Edge tail, SampleSource sound) throws IOException {
        return Trim.of(new Ends(head, tail, 0, 0, Fade.Shape.LINEAR), sound, "print");
    }

    /// To the frame, wherever in the steps of 5 ms and in the blocks that are read the sound begins and ends.
    @ParameterizedTest
    @ValueSource(ints = {1, 17, 239, 240, 241, 15_359, 15_360, 15_361, 40_000})
    void silenceIsCutToTheFrame(int head) throws IOException {
        for (int tail : new int[] {1, 100, 240, 15_360, 33_333}) {
            long last = head + 50_000;
            Tone sound = new Tone(last + 1 + tail, head, last, 0);
            Trim trim = trim(new Ends.Edge.Silence(0), new Ends.Edge.Silence(0), sound);
            assertThat(trim.from()).isEqualTo(head);
            // The cosine need not end above the threshold: its last frames may lie near zero.
            assertThat(trim.to()).isBetween(last - 2, last + 1);
            Trim kept = trim(new Ends.Edge.Silence(0.01), new Ends.Edge.Silence(0.01), sound);
            assertThat(kept.from()).isEqualTo(Math.max(0, head - 480));
            assertThat(kept.to()).isEqualTo(Math.min(sound.frames(), trim.to() + 480));
        }
    }

    /// A DC offset is no sound, and below -60 dBFS before and -80 dBFS after the sound nothing is.
    @Test
    void whatIsNoSoundIsCutAndSilenceAloneStays() throws IOException {
        Trim trim = trim(new Ends.Edge.Silence(0), new Ends.Edge.Silence(0), new Tone(100_000, 20_000, 60_000, 0.1f));
        assertThat(trim.from()).isEqualTo(20_000);
        assertThat(trim.to()).isBetween(59_998L, 60_001L);
        assertThat(trim(new Ends.Edge.Silence(0), new Ends.Edge.Silence(0), new Tone(1_000, 2_000, 3_000, 0))
                        .isWhole())
                .isTrue();
    }

    @Test
    void aTimeCutsAtItsFrameWithoutAClick() throws IOException {
        Tone sound = new Tone(200_000, 0, 200_000, 0);
        Trim trim = trim(new Ends.Edge.At(1.00001), new Ends.Edge.At(2), sound);
        assertThat(trim.from()).isEqualTo(48_000);
        assertThat(trim.to()).isEqualTo(96_000);
        assertThat(trim.fadeIn()).isEqualTo(144);
        assertThat(trim.fadeOut()).isEqualTo(144);
        assertThat(trim(new Ends.Edge.At(0), new Ends.Edge.At(99), sound).isWhole())
                .isTrue();
        float[][] part = written(trim, sound);
        assertThat(part[1]).hasSize(48_000);
        // No step is steeper than the tone's own, 0.0066 a frame, and the fade's, 0.5/144, together.
        double before = 0;
        for (float sample : part[1]) {
            assertThat(Math.abs(sample - before)).isLessThan(0.0066 + 0.0035);
            before = sample;
        }
        assertThat(Math.abs(before)).isLessThan(0.002);
    }

    @Test
    void nothingLeftIsSaidWithTheTimes() {
        Tone sound = new Tone(RATE, 0, RATE, 0);
        assertThatThrownBy(() -> trim(new Ends.Edge.At(2), WHOLE, sound))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("'print' is 1.0 s long")
                .hasMessageContaining("2.0 s");
        assertThatThrownBy(() -> new Ends(new Ends.Edge.At(2), new Ends.Edge.At(1), 0, 0, Fade.Shape.LINEAR))
                .hasMessageContaining("before it begins");
    }

    @ParameterizedTest
    @EnumSource(Fade.Shape.class)
    void aFadeGoesFromSilenceAndBackHoweverItIsWritten(Fade.Shape shape) throws IOException {
        Tone ones = new Tone(10_000, 20_000, 20_000, 1);
        Trim trim = Trim.of(new Ends(WHOLE, WHOLE, 0.05, 0.1, shape), ones, "print");
        assertThat(trim.isWhole()).isFalse();
        float[] part = written(trim, ones)[0];
        assertThat(part).hasSize(10_000);
        for (int i = 1; i < 2_400; i++) {
            assertThat(part[i]).isGreaterThanOrEqualTo(part[i - 1]);
        }
        assertThat(part[0]).isBetween(0f, 0.001f);
        assertThat(part[2_400]).isEqualTo(1);
        assertThat(part[10_000 - 4_801]).isEqualTo(1);
        assertThat(part[9_999]).isBetween(0f, 0.001f);
        assertThat((double) part[1_199]).isEqualTo(shape.gain(1_199.5 / 2_400), within(1e-6));
    }

    @Test
    void anotherRateHasTheSamePart() throws IOException {
        Tone sound = new Tone(4 * RATE, 0, 4 * RATE, 0);
        Trim trim =
                Trim.of(new Ends(new Ends.Edge.At(1), new Ends.Edge.At(3), 0.5, 0, Fade.Shape.SLOW), sound, "print");
        Trim other = trim.at(44_100, 4 * 44_100);
        assertThat(other.from()).isEqualTo(44_100);
        assertThat(other.to()).isEqualTo(3 * 44_100);
        assertThat(other.fadeIn()).isEqualTo(22_050);
        Trim open = trim(WHOLE, WHOLE, sound).at(44_100, 176_399);
        assertThat(open.isWhole()).isTrue();
        assertThat(open.to()).isEqualTo(176_399);
    }

    @Test
    void itIsSaidInWords() throws IOException {
        Tone sound = new Tone(20 * RATE, 0, 20 * RATE, 0);
        Ends ends = new Ends(new Ends.Edge.At(1.5), new Ends.Edge.At(8), 0.02, 2, Fade.Shape.SLOW);
        assertThat(Trim.of(ends, sound, "print").words())
                .isEqualTo("1.50 s cut off the beginning, 12.0 s cut off the end, faded in over 20 ms,"
                        + " faded out over 2.00 s");
        assertThat(trim(WHOLE, WHOLE, sound).words()).isEmpty();
    }

    /// What comes out, written in blocks of any size.
    private static float[][] written(Trim trim, SampleSource sound) throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        float[][] out = new float[2][(int) trim.length()];
        int[] done = new int[1];
        TrimmedSink sink = new TrimmedSink(
                new SampleSink() {
                    @Override
                    public AudioFormat format() {
                        return sound.format();
                    }

                    @Override
                    public void write(float[][] source, int offset, int count) {
                        for (int c = 0; c < 2; c++) {
                            System.arraycopy(source[c], offset, out[c], done[0], count);
                        }
                        done[0] += count;
                    }

                    @Override
                    public void close() {}
                },
                trim);
        float[][] block = new float[2][5_000];
        for (long at = 0; at < sound.frames(); ) {
            int count = (int) Math.min(1 + random.nextInt(4_000), sound.frames() - at);
            sound.read(at, block, 7, count);
            sink.write(block, 7, count);
            at += count;
        }
        assertThat(done[0]).isEqualTo(out[0].length);
        return out;
    }
}
