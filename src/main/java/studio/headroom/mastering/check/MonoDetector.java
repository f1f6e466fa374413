package studio.headroom.mastering.check;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.Decibels;

/// What of a stereo file is lost in mono, by band and passage of about 3 seconds: 0 dB where both sides are alike, 3
/// where they are unrelated, all where they are opposite.
final class MonoDetector {
    private static final double PASSAGE_SECONDS = 3;
    /// What is shown where all is lost.
    private static final double ALL_DB = 60;
    /// Borders of the bands in Hz; the first band is the low end.
    private static final double[] BORDERS = {20, Limits.LOW_END, 500, 2000, 6000, 16_000};
    private static final String[] NAMES = {
        "", "low mids (120 to 500 Hz)", "mids (500 Hz to 2 kHz)", "upper mids (2 to 6 kHz)", "highs (6 to 16 kHz)"
    };

    private final boolean stereo;
    private final int size;
    private final int passageWindows;
    private final int[] from;
    private final double[] total = new double[NAMES.length];
    private final double[] mono = new double[NAMES.length];
    private final Places lowEnd;
    private final Places[] bands = new Places[NAMES.length];
    private double worst;
    private int worstBand = 1;
    private int windows;
    private long passageFrom;

    /// @param size frames of a window
    MonoDetector(AudioFormat format, int size) {
        stereo = format.channels() == 2;
        this.size = size;
        passageWindows = Math.max(1, (int) Math.round(PASSAGE_SECONDS * format.sampleRate() / size));
        from = new int[BORDERS.length];
        for (int i = 0; i < BORDERS.length; i++) {
            from[i] = (int) Math.clamp(Math.round(BORDERS[i] * size / format.sampleRate()), 2, size / 2);
        }
        lowEnd = new Places(size);
        for (int i = 0; i < bands.length; i++) {
            bands[i] = i == 0 ? lowEnd : new Places(size);
        }
    }

    void window(float[] powers, float[] folded, long at) {
        if (!stereo) {
            return;
        }
        if (windows == 0) {
            passageFrom = at;
        }
        for (int band = 0; band < NAMES.length; band++) {
            double sum = 0;
            double sumFolded = 0;
            for (int k = from[band]; k < from[band + 1]; k++) {
                sum += powers[k];
                sumFolded += folded[k];
            }
            total[band] += sum;
            mono[band] += sumFolded;
        }
        if (++windows == passageWindows) {
            endPassage(at + size);
        }
    }

    private void endPassage(long to) {
        double all = Arrays.stream(total).sum();
        if (Decibels.fromPower(all / Math.max(1, windows)) > Limits.PASSAGE_MATTERS) {
            double least = all * Math.pow(10, -Limits.BAND_MATTERS / 10);
            for (int band = 0; band < NAMES.length; band++) {
                double loss = total[band] < least ? 0 : Math.min(ALL_DB, -Decibels.fromPower(mono[band] / total[band]));
                if (loss > (band == 0 ? Limits.LOW_END_LOSS : Limits.MONO_LOSS)) {
                    bands[band].add(passageFrom, to, loss);
                    if (band > 0 && loss > worst) {
                        worst = loss;
                        worstBand = band;
                    }
                }
            }
        }
        Arrays.fill(total, 0);
        Arrays.fill(mono, 0);
        windows = 0;
    }

    void finish(List<Finding> findings) {
        if (windows > 0) {
            endPassage(passageFrom + (long) windows * size);
        }
        if (worst > 0) {
            findings.add(Finding.at(
                    FindingKind.MONO_LOSS,
                    Severity.WARNING,
                    bands[worstBand],
                    Limits.MONO_LOSS,
                    String.format(
                            Locale.ROOT,
                            "In mono the %s lose %.1f dB: on phones, in shops and clubs they nearly disappear.",
                            NAMES[worstBand],
                            worst)));
        }
        if (!lowEnd.isEmpty()) {
            findings.add(Finding.at(
                            FindingKind.LOW_END_PHASE,
                            Severity.WARNING,
                            lowEnd,
                            Limits.LOW_END_LOSS,
                            String.format(
                                    Locale.ROOT,
                                    "Below %.0f Hz left and right work against each other: in mono the bass loses %.1f"
                                            + " dB, and vinyl cannot be cut.",
                                    Limits.LOW_END,
                                    lowEnd.worst().value()))
                    .fixedBy(Fix.Action.MONO_LOW_END, Limits.LOW_END));
        }
    }
}
