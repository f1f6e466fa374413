package studio.headroom.ui.editor.model;

import java.util.Locale;

/// What a dynamics effect does, in words with numbers from its meter. Pure functions.
public final class Verdict {
    /// Less than this is not working, in dB.
    private static final double WORKS = 0.3;
    /// Above this input there is sound, in dB.
    private static final double SOUND = -50;

    private Verdict() {}

    /// In one sentence.
    public static String headline(EditorAnalysis analysis) {
        double deepest = 0;
        double sum = 0;
        int working = 0;
        int sounding = 0;
        for (int i = 0; i < EditorAnalysis.COLUMNS; i++) {
            if (analysis.inputDb(i) < SOUND) {
                continue;
            }
            sounding++;
            double db = analysis.reductionDb(i);
            deepest = Math.max(deepest, db);
            if (db >= WORKS) {
                sum += db;
                working++;
            }
        }
        if (sounding == 0) {
            return "Play the song, and this says what the effect does.";
        }
        if (working == 0) {
            return "Takes nothing away at the moment.";
        }
        long share = Math.round(100.0 * working / sounding);
        return String.format(
                Locale.ROOT,
                "Takes %.1f dB on average and %.1f dB at most, for %d %% of the time.",
                sum / working,
                deepest,
                share);
    }

    /// What that leads to.
    ///
    /// @param equal whether bypass compares at equal loudness
    public static String detail(EditorAnalysis analysis, boolean equal) {
        double louder = analysis.louderDb();
        if (Double.isNaN(louder)) {
            return "Numbers are of the last six seconds.";
        }
        return Math.abs(louder) < 0.3
                ? "It leaves as loud as it came, so what you hear when you switch it off and on is the effect alone."
                : String.format(
                        Locale.ROOT,
                        "It leaves %.1f dB %s than it came. %s",
                        Math.abs(louder),
                        louder > 0 ? "louder" : "softer",
                        equal
                                ? "With equal loudness on, bypass plays as loud, so that you compare sounds."
                                : "Turn equal loudness on before you judge it by switching.");
    }
}
