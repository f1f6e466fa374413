package studio.headroom.mastering.gentle;

import java.util.Locale;
import studio.headroom.effects.EffectType;
import studio.headroom.param.Param;
import studio.headroom.param.Unit;
import studio.headroom.project.Insert;

/// What an effect is set to, by the ids of its controls, and how figures read.
record Settings(EffectType type, Insert insert) {
    double get(String id) {
        return insert.values().get(param(id));
    }

    boolean isOn(String id) {
        return get(id) >= 0.5;
    }

    /// The value as controls show it.
    String text(String id) {
        return param(id).format(get(id));
    }

    double[] plain() {
        return type.params().resolve(insert.values());
    }

    private Param param(String id) {
        int index = type.params().indexOf(id);
        if (index < 0) {
            throw new IllegalArgumentException(type.id() + " has no control " + id);
        }
        return type.params().get(index);
    }

    static String db(double db) {
        return Unit.DECIBEL.format(rounded(db));
    }

    /// With its sign.
    static String signed(double db) {
        return (rounded(db) > 0 ? "+" : "") + db(db);
    }

    static String hertz(double hertz) {
        return Unit.HERTZ.format(hertz);
    }

    static String percent(double percent) {
        return percent >= 10
                ? Math.round(percent) + " %"
                : String.format(Locale.ROOT, percent < 0.095 ? "%.2f %%" : "%.1f %%", percent);
    }

    /// No "-0.0".
    private static double rounded(double db) {
        return Math.rint(db * 10) / 10 + 0.0;
    }
}
