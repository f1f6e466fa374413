package studio.headroom.mastering.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSource;
import studio.headroom.audio.SequentialReader;
import studio.headroom.mastering.Progress;
import studio.headroom.project.Ends;
import studio.headroom.project.Insert;

/// Every cure that a chain can bear is tried: what was found is found no more.
class RemedyTest {
    private static final int RATE = 48_000;
    private static final int FRAMES = 10 * RATE;

    private record Memory(float[][] samples) implements SampleSource {
        @Override
        public AudioFormat format() {
            return new AudioFormat(RATE, samples.length);
        }

        @Override
        public long frames() {
            return samples[0].length;
        }

        @Override
        public void read(long start, float[][] target, int offset, int count) {
            for (int c = 0; c < samples.length; c++) {
                for (int i = 0; i < count; i++) {
                    long at = start + i;
                    target[c][offset + i] = at >= 0 && at < samples[c].length ? samples[c][(int) at] : 0;
                }
            }
        }
    }

    private interface Wave {
        double at(double t, int channel);
    }

    private static float[][] sound(Wave wave) {
        float[][] sound = new float[2][FRAMES];
        for (int c = 0; c < 2; c++) {
            for (int i = 0; i < FRAMES; i++) {
                double t = (double) i / RATE;
                double fade = Math.min(1, Math.min(t, 10 - t) / 0.5);
                sound[c][i] = (float) (fade * wave.at(t, c));
            }
        }
        return sound;
    }

    private static void isMended(FindingKind kind, float[][] sound) throws IOException {
        Memory print = new Memory(sound);
        Remedy remedy = remedy(found(kind, sound));
        List<Insert> chain = remedy.change().apply(List.of());
        QualityReport after = MasterCheck.of(print, chain, Ends.WHOLE, OptionalDouble.empty(), Progress.NONE);
        assertThat(after.findings()).extracting(Finding::kind).doesNotContain(kind);
        // What is there already is set, not added once more.
        assertThat(remedy.change().apply(chain)).isEqualTo(chain);
    }

    private static double music(double t, int channel) {
        return 0.2 * Math.sin(2 * Math.PI * 220 * t) + 0.1 * Math.sin(2 * Math.PI * (1_300 + 7 * channel) * t);
    }

    @Test
    void dcIsFiltered() throws IOException {
        float[][] sound = sound(RemedyTest::music);
        for (float[] row : sound) {
            for (int i = 0; i < row.length; i++) {
                row[i] += 0.01f;
            }
        }
        isMended(FindingKind.DC_OFFSET, sound);
    }

    @Test
    void balanceIsTurned() throws IOException {
        isMended(FindingKind.IMBALANCE, sound((t, c) -> music(t, c) * (c == 0 ? 0.5 : 1)));
    }

    @Test
    void aLowEndOutOfPhaseIsMadeMono() throws IOException {
        isMended(
                FindingKind.LOW_END_PHASE,
                sound((t, c) -> music(t, c) + 0.3 * Math.sin(2 * Math.PI * 60 * t + (c == 0 ? 0 : 0.9 * Math.PI))));
    }

    /// What is delivered is found without it, and so is the print where that end is cut or faded by hand.
    @Test
    void endsAreTrimmedAndFadedInWhatIsDelivered() throws IOException {
        Wave late = (t, c) -> t > 2 && t < 4 ? Math.min(1, Math.min(t - 2, 4 - t) / 0.2) * music(t, c) : 0;
        Ends trimmed = Ends.WHOLE;
        for (FindingKind kind : List.of(FindingKind.LONG_HEAD, FindingKind.LONG_TAIL)) {
            Finding finding = found(kind, sound(late));
            assertThat(Remedy.isMendedBy(trimmed, finding)).isFalse();
            trimmed = remedy(finding).ends().apply(trimmed);
            assertThat(Remedy.isMendedBy(trimmed, finding)).isTrue();
        }
        assertThat(trimmed.head()).isEqualTo(new Ends.Edge.Silence(0.1));
        assertThat(trimmed.tail()).isEqualTo(new Ends.Edge.Silence(1));
        Finding head = found(FindingKind.LONG_HEAD, sound(late));
        Finding tail = found(FindingKind.LONG_TAIL, sound(late));
        assertThat(Remedy.isMendedBy(Ends.WHOLE.withHead(new Ends.Edge.At(1.5)), head))
                .isTrue();
        assertThat(Remedy.isMendedBy(Ends.WHOLE.withHead(new Ends.Edge.At(0.5)), head))
                .isFalse();
        assertThat(Remedy.isMendedBy(Ends.WHOLE.withTail(new Ends.Edge.At(6)), tail))
                .isTrue();
        assertThat(Remedy.isMendedBy(Ends.WHOLE.withTail(new Ends.Edge.At(9.9)), tail))
                .isFalse();
        float[][] cut = new float[2][];
        for (int c = 0; c < 2; c++) {
            cut[c] = java.util.Arrays.copyOfRange(sound((t, ch) -> music(t + 0.0012, ch))[c], 2 * RATE, 6 * RATE);
        }
        for (FindingKind kind : List.of(FindingKind.CUT_START, FindingKind.CUT_TAIL)) {
            Finding finding = found(kind, cut);
            assertThat(Remedy.isMendedBy(Ends.WHOLE, finding)).isFalse();
            Ends faded = remedy(finding).ends().apply(Ends.WHOLE);
            assertThat(Remedy.isMendedBy(faded, finding)).isTrue();
            assertThat(remedy(finding).ends().apply(faded)).isEqualTo(faded);
            assertThat(remedy(finding).change().apply(List.of())).isEmpty();
        }
    }

    private static Finding found(FindingKind kind, float[][] sound) throws IOException {
        QualityReport report = QualityCheck.of(
                new SequentialReader(new Memory(sound)), Optional.empty(), OptionalDouble.empty(), Progress.NONE);
        return report.findings().stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new AssertionError(kind + " is not among " + report.findings()));
    }

    private static Remedy remedy(Finding finding) {
        return Remedy.of(finding, false, OptionalDouble.empty()).orElseThrow();
    }

    @Test
    void peaksBetweenSamplesAreLimited() throws IOException {
        isMended(
                FindingKind.OVER_FULL_SCALE,
                sound((t, c) -> 1.2 * Math.sin(2 * Math.PI * (RATE / 4.0) * t + Math.PI / 4)));
    }
}
