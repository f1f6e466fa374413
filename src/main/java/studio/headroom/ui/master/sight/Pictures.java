package studio.headroom.ui.master.sight;

import java.util.Locale;
import studio.headroom.ui.model.ValueText;

/// Numbers and times as the pictures write them. Pure functions.
final class Pictures {
    private Pictures() {}

    /// A time of the sound: `2:31`.
    static String time(double seconds) {
        long whole = Math.max(0, Math.round(Math.floor(seconds)));
        return whole / 60 + ":" + (whole % 60 < 10 ? "0" : "") + whole % 60;
    }

    /// A mark of an axis of time: with tenths where its marks lie closer than seconds.
    ///
    /// @param step between the marks, in seconds
    static String time(double seconds, double step) {
        if (step >= 1) {
            return time(seconds);
        }
        long tenths = Math.round(seconds * 10);
        return tenths / 600 + ":" + (tenths % 600 < 100 ? "0" : "") + tenths / 10 % 60 + "." + tenths % 10;
    }

    /// A level with a true minus and one decimal; a dash for none, −∞ for silence.
    static String tenth(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (value <= -100) {
            return ValueText.MINUS + "∞";
        }
        double rounded = Math.rint(value * 10) / 10;
        return (rounded < 0 ? ValueText.MINUS : "") + String.format(Locale.ROOT, "%.1f", Math.abs(rounded));
    }

    /// A level to the whole number.
    static String whole(double value) {
        long rounded = Math.round(value);
        return (rounded < 0 ? ValueText.MINUS : "") + Math.abs(rounded);
    }

    /// The same as [#tenth] with a plus above 0.
    static String signed(double value) {
        return (Math.rint(value * 10) > 0 ? "+" : "") + tenth(value);
    }

    /// A correlation: `+0.71`.
    static String correlation(double value) {
        double rounded = Math.rint(value * 100) / 100;
        return (rounded < 0 ? ValueText.MINUS : "+") + String.format(Locale.ROOT, "%.2f", Math.abs(rounded));
    }

    /// The distance between times along an axis, in seconds.
    ///
    /// @param seconds of the whole axis
    /// @param most marks
    static double timeStep(double seconds, int most) {
        double[] steps = {0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200};
        for (double step : steps) {
            if (seconds / step <= most) {
                return step;
            }
        }
        return seconds;
    }
}
