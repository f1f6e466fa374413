package studio.headroom.app.cli;

import java.util.Locale;

/// Measured figures as text.
final class Numbers {
    private Numbers() {}

    /// With as many decimals as it has, at most two.
    static String plain(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }

    /// One decimal; silence reads `-inf`.
    static String level(double value) {
        return value == Double.NEGATIVE_INFINITY ? "-inf" : String.format(Locale.ROOT, "%.1f", value);
    }

    static String seconds(double seconds) {
        long tenths = Math.round(seconds * 10);
        return String.format(Locale.ROOT, "%d:%02d.%d", tenths / 600, tenths / 10 % 60, tenths % 10);
    }
}
