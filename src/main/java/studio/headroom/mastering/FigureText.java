package studio.headroom.mastering;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Measured figures as people read them, in windows and on pages.
public final class FigureText {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private FigureText() {}

    /// One decimal with a true minus: `−16.1`.
    public static String level(double value) {
        return decimals(value, 1);
    }

    /// With a true minus, but none before what is rounded to 0.
    public static String decimals(double value, int digits) {
        if (Double.isInfinite(value)) {
            return "−∞";
        }
        String text = String.format(Locale.ROOT, "%." + digits + "f", value);
        boolean nothing = text.chars().allMatch(each -> each == '-' || each == '0' || each == '.');
        return nothing ? text.replace("-", "") : text.replace('-', '−');
    }

    /// `3:27.4`.
    public static String time(double seconds) {
        long tenths = Math.round(seconds * 10);
        return String.format(Locale.ROOT, "%d:%02d.%d", tenths / 600, tenths / 10 % 60, tenths % 10);
    }

    /// To the minute: `2026-11-20 18:04 UTC`.
    public static String moment(Instant when) {
        return MOMENT.format(when);
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
