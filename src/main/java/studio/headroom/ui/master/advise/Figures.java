package studio.headroom.ui.master.advise;

import java.util.Locale;

/// Numbers as this room writes them, with a true minus.
final class Figures {
    private Figures() {}

    static String number(double value) {
        return minus(String.format(Locale.ROOT, "%.1f", value + 0.0));
    }

    /// `−12.0 LUFS`; a dash where it is not known.
    static String lufs(double lufs) {
        return Double.isNaN(lufs) ? "…" : Double.isInfinite(lufs) ? "silent" : number(lufs) + " LUFS";
    }

    /// Words whose signs before numbers are true ones.
    static String minus(String words) {
        return words.replaceAll("(?<![\\p{L}\\d])-(?=\\d)", "−");
    }

    /// `1:02.4`.
    static String time(double seconds) {
        long tenths = Math.round(seconds * 10);
        return String.format(Locale.ROOT, "%d:%02d.%d", tenths / 600, tenths / 10 % 60, tenths % 10);
    }
}
