package studio.headroom.mastering;

import java.util.Locale;

/// Measured figures as people read them, in windows and on pages.
public final class FigureText {
    private FigureText() {}

    /// One decimal with a true minus: `−16.1`.
    public static String level(double value) {
        return decimals(value, 1);
    }

    /// With a true minus.
    public static String decimals(double value, int digits) {
        return Double.isInfinite(value)
                ? "−∞"
                : String.format(Locale.ROOT, "%." + digits + "f", value).replace('-', '−');
    }

    /// `3:27.4`.
    public static String time(double seconds) {
        long tenths = Math.round(seconds * 10);
        return String.format(Locale.ROOT, "%d:%02d.%d", tenths / 600, tenths / 10 % 60, tenths % 10);
    }

    /// A text as it stands in HTML.
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /// A cell of a table in HTML.
    public static String cell(String text) {
        return "<td>" + escaped(text) + "</td>";
    }
}
