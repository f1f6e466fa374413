package studio.headroom.project.compare;

import java.util.Locale;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Unit;

/// How changes of values read.
final class Words {
    private Words() {}

    /// "+0.8 dB" for what is measured in dB or percent, "3.20 kHz → 4.00 kHz" for the rest.
    static String change(Param param, double from, double to) {
        boolean finite = Double.isFinite(from) && Double.isFinite(to);
        if (finite && param.unit() == Unit.DECIBEL && !(param.range() instanceof Range.Choice)) {
            String by = signed(to - from);
            // A change below what is shown is said with the values, in more digits.
            return by.equals("+0.0 dB") || by.equals("0.0 dB") ? fine(to - from) : by;
        }
        return param.format(from) + " → " + param.format(to);
    }

    static String signed(double db) {
        String text = Unit.DECIBEL.format(db);
        return db > 0 ? "+" + text : text;
    }

    private static String fine(double db) {
        return String.format(Locale.ROOT, "%+.3g dB", db).replace('-', '−');
    }

    /// A label within a sentence; an abbreviation stays as it is.
    static String lower(String label) {
        return label.length() > 1 && Character.isUpperCase(label.charAt(1))
                ? label
                : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }

    static String count(int count, String one, String several) {
        return count == 1 ? "1 " + one : count + " " + several;
    }
}
