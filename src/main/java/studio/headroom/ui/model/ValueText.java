package studio.headroom.ui.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Unit;

/// Values as words where [Param#format] is not enough: differences, speech, number without unit. Pure functions.
public final class ValueText {
    public static final String MINUS = "\u2212";
    private static final String INFINITY = "∞";

    private static final Pattern DECIMALS = Pattern.compile("([0-9]+\\.[0-9]+)(.*)");

    private ValueText() {}

    /// How far a value has moved: `moved −1.8`, `moved +120 Hz`, `moved from −∞`, `was bell`. The unit is left out
    /// where
    /// it is the value's own.
    public static String moved(Param param, double from, double to) {
        if (param.range() instanceof Range.Choice || param.range() instanceof Range.Toggle) {
            return "was " + param.format(from);
        }
        if (Double.isInfinite(from)) {
            return "moved from " + MINUS + INFINITY;
        }
        if (Double.isInfinite(to)) {
            return "moved to " + MINUS + INFINITY;
        }
        double by = to - from;
        String size = param.unit() == Unit.PAN
                ? Long.toString(Math.round(Math.abs(by)))
                : param.unit().format(Math.abs(by));
        String unit = unit(param.format(to));
        if (!unit.isEmpty() && unit.equals(unit(size))) {
            size = number(size);
        }
        return "moved " + (by < 0 && !isZero(size) ? MINUS : isZero(size) ? "" : "+") + size;
    }

    /// What stands before the unit: `−6.2` of `−6.2 dB`; all of a text that has no unit.
    public static String number(String formatted) {
        int space = formatted.indexOf(' ');
        return space > 0 && startsAsNumber(formatted) ? formatted.substring(0, space) : formatted;
    }

    /// A value with as much of it as there is room for: a time, a frequency or a ratio loses decimals before its unit,
    /// since 80 ms and 80 Hz are not told apart without; a level loses its unit.
    ///
    /// @param fits whether a text has room
    public static String fitting(String formatted, Predicate<String> fits) {
        if (fits.test(formatted) || unit(formatted).equals("dB")) {
            return fits.test(formatted) ? formatted : number(formatted);
        }
        Matcher parts = DECIMALS.matcher(formatted);
        if (!parts.matches()) {
            return number(formatted);
        }
        BigDecimal value = new BigDecimal(parts.group(1));
        for (int decimals = value.scale() - 1; decimals >= 0; decimals--) {
            String shorter = value.setScale(decimals, RoundingMode.HALF_UP).toPlainString() + parts.group(2);
            if (fits.test(shorter)) {
                return shorter;
            }
        }
        return number(formatted);
    }

    /// What stands behind the number: `dB` of `−6.2 dB`; empty where there is none.
    public static String unit(String formatted) {
        int space = formatted.indexOf(' ');
        return space > 0 && startsAsNumber(formatted) ? formatted.substring(space + 1) : "";
    }

    /// A short time, for those who count samples and for those who do not: `27 samples, 0.6 ms`.
    public static String samples(int frames, int sampleRate) {
        return frames
                + (frames == 1 ? " sample, " : " samples, ")
                + String.format(Locale.ROOT, "%.1f ms", 1000.0 * frames / sampleRate);
    }

    /// For the ear: `minus 6.2 decibels`, `left 30`, `center`.
    public static String spoken(String formatted) {
        if (formatted.matches("[LR][0-9]+")) {
            return (formatted.charAt(0) == 'L' ? "left " : "right ") + formatted.substring(1);
        }
        if (formatted.equals("C")) {
            return "center";
        }
        String unit = unit(formatted);
        String words =
                switch (unit) {
                    case "dB" -> " decibels";
                    case "Hz" -> " hertz";
                    case "kHz" -> " kilohertz";
                    case "ms" -> " milliseconds";
                    case "s" -> " seconds";
                    case "%" -> " percent";
                    case "" -> "";
                    default -> " " + unit;
                };
        return number(formatted)
                        .replace(MINUS, "minus ")
                        .replace("+", "plus ")
                        .replace(INFINITY, "infinity")
                        .replace(":1", " to 1")
                + words;
    }

    /// A level for a meter's number: one decimal, a plus above 0, −∞ for silence. No unit.
    public static String level(double db) {
        if (db <= -100 || Double.isNaN(db)) {
            return MINUS + INFINITY;
        }
        String text = number(Unit.DECIBEL.format(db));
        return db > 0 && !isZero(text) ? "+" + text : text;
    }

    private static boolean startsAsNumber(String text) {
        char first = text.charAt(0);
        return first >= '0' && first <= '9' || (first == '+' || text.startsWith(MINUS)) && text.length() > 1;
    }

    private static boolean isZero(String text) {
        return number(text).matches("0(\\.0+)?");
    }
}
