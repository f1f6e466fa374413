package studio.headroom.ui.editor.model;

import java.util.Locale;

/// What a dynamics effect does, in words with numbers from its meter. Pure functions.
public final class Verdict {
    private Verdict() {}

    /// In one sentence.
    public static String headline(EditorAnalysis analysis) {
        Heard heard = Heard.of(analysis);
        if (!heard.sounding()) {
            return "Play the song, and this says what the effect does.";
        }
        if (heard.share() == 0) {
            return "Takes nothing away at the moment.";
        }
        return String.format(
                Locale.ROOT,
                "Takes %.1f dB on average and %.1f dB at most, for %d %% of the time.",
                heard.averageDb(),
                heard.deepestDb(),
                Math.round(100 * heard.share()));
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
