package studio.headroom.mastering.prints;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.headroom.dsp.analysis.ThirdOctaves;
import studio.headroom.dsp.loudness.LoudnessReport;

/// What one print measures otherwise than another, in a few figures.
///
/// @param loudnessLu how much louder it is
/// @param sideDb how much stronger its sides are, beside that
/// @param hertz the third of an octave in which its tone differs most
/// @param toneDb by how much there, beside the loudness
public record PrintDifference(double loudnessLu, double sideDb, double hertz, double toneDb) {
    /// Where tone is compared, in Hz.
    private static final double LOWEST = 35;

    private static final double HIGHEST = 16_500;
    /// What lies so far below the strongest band is noise, in dB.
    private static final double FLOOR = 60;
    /// Less is nothing to speak of, in dB or LU.
    private static final double LEAST = 0.05;

    /// From an earlier print to a later one.
    public static PrintDifference of(
            LoudnessReport before, ThirdOctaves toneBefore, LoudnessReport after, ThirdOctaves toneAfter) {
        double louder = after.integratedLufs() - before.integratedLufs();
        double loudness = Double.isFinite(louder) ? louder : 0;
        double sides = decibels(toneAfter.side(LOWEST, HIGHEST)) - decibels(toneBefore.side(LOWEST, HIGHEST));
        double strongest = Double.NEGATIVE_INFINITY;
        for (int band = 0; band < ThirdOctaves.BANDS; band++) {
            strongest = Math.max(strongest, toneBefore.db(band));
        }
        double hertz = 1000;
        double tone = 0;
        for (int band = 0; band < ThirdOctaves.BANDS; band++) {
            double at = ThirdOctaves.hertz(band);
            double change = toneAfter.db(band) - toneBefore.db(band) - loudness;
            boolean counts = at > LOWEST && at < HIGHEST && toneBefore.db(band) > strongest - FLOOR;
            if (counts && Double.isFinite(change) && Math.abs(change) > Math.abs(tone)) {
                tone = change;
                hertz = at;
            }
        }
        return new PrintDifference(loudness, Double.isFinite(sides) ? sides - loudness : 0, hertz, tone);
    }

    private static double decibels(double power) {
        return 10 * Math.log10(power);
    }

    /// `+0.3 LU · side −0.4 dB · 3.2 kHz +0.7 dB`; what is nothing to speak of is left out.
    public String words() {
        List<String> words = new ArrayList<>();
        if (Math.abs(loudnessLu) >= LEAST) {
            words.add(signed(loudnessLu) + " LU");
        }
        if (Math.abs(sideDb) >= LEAST) {
            words.add("side " + signed(sideDb) + " dB");
        }
        if (Math.abs(toneDb) >= LEAST) {
            String at = hertz < 1000
                    ? String.format(Locale.ROOT, "%.0f Hz", hertz)
                    : String.format(Locale.ROOT, "%.1f kHz", hertz / 1000);
            words.add(at + " " + signed(toneDb) + " dB");
        }
        return words.isEmpty() ? "the same in loudness, sides and tone" : String.join(" · ", words);
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+.1f", value).replace('-', '\u2212');
    }
}
