package studio.headroom.dsp.analysis;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import studio.headroom.audio.SampleStream;

/// Where notes and strokes begin: the peaks of the onset envelope that stand out from what is around them, after S.
/// Böck, F. Krebs and M. Schedl, *Evaluating the Online Capabilities of Onset Detection Methods*, ISMIR 2012.
public final class OnsetDetection {
    /// A peak is the highest value within this.
    private static final double ALONE_SECONDS = 0.03;

    private static final double MEAN_BEFORE_SECONDS = 0.1;
    private static final double MEAN_AFTER_SECONDS = 0.07;
    /// Least rise above the mean: absolutely, and of what the strong onsets of the sound have.
    private static final double LEAST = 0.02;

    private static final double LEAST_OF_STRONG = 0.12;

    private OnsetDetection() {}

    /// @param seconds rising, from the beginning of the sound
    /// @param strengths of each onset, above 0; a loud drum is about 1
    @SuppressWarnings("ArrayRecordComponent")
    public record Onsets(double[] seconds, double[] strengths) {
        public int count() {
            return seconds.length;
        }
    }

    /// Listens to a whole stream; see [OnsetEnvelope#of].
    public static Onsets of(SampleStream stream, BooleanSupplier canceled) throws IOException {
        return of(OnsetEnvelope.of(stream, canceled));
    }

    /// Finds the onsets in an envelope.
    public static Onsets of(OnsetEnvelope envelope) {
        int length = envelope.length();
        int alone = (int) Math.ceil(ALONE_SECONDS * envelope.rate());
        int before = (int) Math.round(MEAN_BEFORE_SECONDS * envelope.rate());
        int after = (int) Math.round(MEAN_AFTER_SECONDS * envelope.rate());
        double[] sums = sums(envelope);
        double least = Math.max(LEAST, LEAST_OF_STRONG * strong(envelope));
        double[] seconds = new double[length];
        double[] strengths = new double[length];
        int count = 0;
        for (int i = 0; i < length; i++) {
            int from = Math.max(0, i - before);
            int to = Math.min(length, i + after + 1);
            double rise = envelope.value(i) - (sums[to] - sums[from]) / (to - from);
            if (rise >= least && isHighest(envelope, i, alone)) {
                seconds[count] = Math.max(0, envelope.seconds(i + vertex(envelope, i)));
                strengths[count++] = rise;
            }
        }
        return new Onsets(Arrays.copyOf(seconds, count), Arrays.copyOf(strengths, count));
    }

    private static double[] sums(OnsetEnvelope envelope) {
        double[] sums = new double[envelope.length() + 1];
        for (int i = 0; i < envelope.length(); i++) {
            sums[i + 1] = sums[i] + envelope.value(i);
        }
        return sums;
    }

    /// The value that one in a hundred exceeds: the height of strong onsets that come once a second.
    private static double strong(OnsetEnvelope envelope) {
        float[] sorted = envelope.copy();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(int) (0.99 * (sorted.length - 1))];
    }

    /// Higher than all before and not lower than all after, within `alone`.
    private static boolean isHighest(OnsetEnvelope envelope, int at, int alone) {
        float value = envelope.value(at);
        for (int i = Math.max(0, at - alone); i < Math.min(envelope.length(), at + alone + 1); i++) {
            if (envelope.value(i) > value || i < at && envelope.value(i) == value) {
                return false;
            }
        }
        return true;
    }

    /// Where between its neighbors a peak is highest, by a parabola: -0.5 to 0.5.
    private static double vertex(OnsetEnvelope envelope, int at) {
        if (at == 0 || at == envelope.length() - 1) {
            return 0;
        }
        double left = envelope.value(at - 1);
        double right = envelope.value(at + 1);
        double curve = left - 2.0 * envelope.value(at) + right;
        return curve < 0 ? Math.clamp(0.5 * (left - right) / curve, -0.5, 0.5) : 0;
    }
}
