package studio.headroom.mastering.assist;

import java.util.Locale;

/// Figures as reasons say them.
final class Words {
    private Words() {}

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /// With its sign.
    static String level(double db) {
        return String.format(Locale.ROOT, "%+.1f dB", db);
    }

    /// `290 Hz`, `2.5 kHz`.
    static String hertz(double hertz) {
        if (hertz < 1000) {
            return Math.round(hertz) + " Hz";
        }
        double kilo = Math.round(hertz / 100) / 10.0;
        return (kilo == Math.rint(kilo) ? String.valueOf((long) kilo) : String.valueOf(kilo)) + " kHz";
    }

    static String range(double fromHz, double toHz) {
        return fromHz <= 0
                ? "below " + hertz(toHz)
                : toHz >= 20_000 ? "above " + hertz(fromHz) : "from " + hertz(fromHz) + " to " + hertz(toHz);
    }
}
