package studio.headroom.dsp.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import studio.headroom.dsp.analysis.KeyEstimate.Key;

class KeyEstimateTest {
    /// Degrees in semitones above the tonic and whether the chord is minor.
    private static final int[][][] MAJOR = {
        {{0, 0}, {9, 1}, {5, 0}, {7, 0}}, {{0, 0}, {7, 0}, {9, 1}, {5, 0}}, {{0, 0}, {5, 0}, {2, 1}, {7, 0}}
    };
    private static final int[][][] MINOR = {
        {{0, 1}, {8, 0}, {3, 0}, {10, 0}}, {{0, 1}, {5, 1}, {7, 0}, {0, 1}}, {{0, 1}, {10, 0}, {8, 0}, {7, 0}}
    };

    /// Two bars of each chord with a bass note, 100 bpm.
    private static Synth progression(int rate, int tonic, int[][] chords, double cents) {
        Synth synth = new Synth(rate, 9.6, tonic);
        double at = 0;
        for (int round = 0; round < 2; round++) {
            for (int[] chord : chords) {
                double root = 48 + (tonic + chord[0]) % 12 + cents / 100;
                for (int half = 0; half < 2; half++) {
                    synth.note(at, 0.6, root - 12, 0.15);
                    synth.note(at, 0.6, root, 0.1);
                    synth.note(at, 0.6, root + (chord[1] == 1 ? 3 : 4), 0.1);
                    synth.note(at, 0.6, root + 7, 0.1);
                    synth.note(at, 0.6, root + 12, 0.05);
                    at += 0.6;
                }
            }
        }
        return synth.hiss(1e-4);
    }

    private static KeyEstimate of(Synth synth) throws IOException {
        return KeyEstimate.of(synth.stream(), Synth.GO_ON);
    }

    @Test
    void progressionsInAllKeysAreHeard() throws IOException {
        int right = 0;
        int related = 0;
        int known = 0;
        int all = 0;
        for (int tonic = 0; tonic < 12; tonic++) {
            for (int mode = 0; mode < 2; mode++) {
                int[][] chords = (mode == 0 ? MAJOR : MINOR)[tonic % 3];
                KeyEstimate estimate = of(progression(22_050, tonic, chords, 0));
                Key expected = new Key(tonic, mode == 1);
                right += estimate.key().equals(expected) ? 1 : 0;
                related += estimate.key().equals(expected) || estimate.key().equals(expected.relative()) ? 1 : 0;
                known += estimate.isKnown() ? 1 : 0;
                all++;
            }
        }
        assertThat(related).as("right or relative of %d", all).isGreaterThanOrEqualTo((int) Math.ceil(0.9 * all));
        assertThat(right).as("right of %d", all).isGreaterThanOrEqualTo((int) Math.ceil(0.8 * all));
        assertThat(known).as("sure of %d", all).isGreaterThanOrEqualTo((int) Math.ceil(0.9 * all));
    }

    @Test
    void aSoundThatIsOutOfTuneIsHeardInItsOwn() throws IOException {
        for (double cents : new double[] {-40, -20, 15, 35}) {
            KeyEstimate estimate = of(progression(48_000, 4, MAJOR[0], cents));
            assertThat(estimate.key()).isEqualTo(new Key(4, false));
            // The bins of the low notes are 30 cents apart and more.
            assertThat(estimate.tuning()).isCloseTo(cents, offset(6.0));
        }
    }

    @Test
    void silenceNoiseAndDrumsHaveNoKey() throws IOException {
        assertThat(of(new Synth(48_000, 10, 1)).isKnown()).isFalse();
        assertThat(of(new Synth(48_000, 0, 1)).isKnown()).isFalse();
        for (int seed = 0; seed < 5; seed++) {
            assertThat(of(new Synth(44_100, 10, seed).hiss(0.1)).isKnown()).isFalse();
        }
        Synth drums = new Synth(44_100, 10, 2);
        for (double at = 0; at < 10; at += 0.5) {
            drums.kick(at, 0.5).noise(at + 0.25, 0.05, 0.4);
        }
        assertThat(of(drums).isKnown()).as("%s", of(drums)).isFalse();
    }

    @Test
    void oneNoteIsNoKey() throws IOException {
        KeyEstimate estimate = of(new Synth(44_100, 10, 1).note(0, 10, 57, 0.5));
        assertThat(estimate.isKnown()).as("%s", estimate).isFalse();
    }

    @Test
    void keysHaveNamesAndRelatives() {
        assertThat(new Key(0, false).text()).isEqualTo("C major");
        assertThat(new Key(6, true).text()).isEqualTo("F♯ minor");
        for (int tonic = 0; tonic < 12; tonic++) {
            Key key = new Key(tonic, false);
            assertThat(key.relative().relative()).isEqualTo(key);
        }
        assertThat(new Key(9, true).relative()).isEqualTo(new Key(0, false));
    }
}
