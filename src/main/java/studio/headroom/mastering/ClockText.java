package studio.headroom.mastering;

import java.util.Locale;

/// Times as people type and read them: `90`, `90.5s`, `1:30`, `1:02:30.25`.
public final class ClockText {
    private ClockText() {}

    /// In seconds.
    ///
    /// @throws IllegalArgumentException that says what would be right
    public static double seconds(String text) {
        String body = text.strip();
        if (body.endsWith("s")) {
            body = body.substring(0, body.length() - 1);
        }
        String[] parts = body.split(":", -1);
        double seconds = 0;
        try {
            if (parts.length > 3) {
                throw new NumberFormatException(text);
            }
            for (String part : parts) {
                double value = Double.parseDouble(part);
                if (!(value >= 0 && value < 1e7) || (parts.length > 1 && part.isBlank())) {
                    throw new NumberFormatException(text);
                }
                seconds = seconds * 60 + value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a time such as 90, 1:30 or 1:02:30.5", e);
        }
        return seconds;
    }

    /// `1:30.250`, to the millisecond.
    public static String of(double seconds) {
        long ms = Math.round(seconds * 1000);
        return String.format(Locale.ROOT, "%d:%02d.%03d", ms / 60_000, ms / 1000 % 60, ms % 1000);
    }
}
