package studio.headroom.ui.theme;

import java.util.List;
import javafx.scene.paint.Color;

/// Zones of level meters, fixed in dB, with their colors in the dark theme, with high contrast, in the light theme. The
/// color is never the only sign: the height, the number and the word CLIP say
/// the same.
public enum MeterZone implements Hue {
    SIGNAL("#58A878", "#5FD392", "#2F8A57", Double.NEGATIVE_INFINITY),
    GOOD("#C3B950", "#E6DA55", "#8C7F00", -18),
    HOT("#E08F47", "#FFA04D", "#C2620E", -6),
    OVER("#F0564A", "#FF6A5E", "#C92A20", -1);

    private static final double K_GOOD = 4;

    private final Color[] colors;
    private final Color[] dims;
    private final double from;

    MeterZone(String dark, String contrast, String light, double from) {
        colors = Theme.colors(List.of(dark, contrast, light));
        dims = new Color[colors.length];
        for (Theme theme : Theme.values()) {
            dims[theme.ordinal()] = color(theme).interpolate(Token.BG_0.color(theme), 0.5);
        }
        this.from = from;
    }

    @Override
    public Color color() {
        return colors[Theme.shown().ordinal()];
    }

    @Override
    public Color color(Theme theme) {
        return colors[theme.ordinal()];
    }

    /// Of the peak bar above the body of the mean level.
    public Color dim() {
        return dims[Theme.shown().ordinal()];
    }

    /// Where it begins, in dB.
    public double from() {
        return from;
    }

    /// Where it ends, in dB.
    public double to() {
        return switch (this) {
            case SIGNAL -> GOOD.from;
            case GOOD -> HOT.from;
            case HOT -> OVER.from;
            case OVER -> Double.POSITIVE_INFINITY;
        };
    }

    /// Where it begins on a meter whose 0 is another level (K-12, K-14, K-20 after Bob Katz): good is up to 4 dB above
    /// that level, hot what is louder; over stays over.
    ///
    /// @param reference that level in dB, or NaN for the fixed zones
    public double from(double reference) {
        if (Double.isNaN(reference)) {
            return from;
        }
        return switch (this) {
            case SIGNAL, OVER -> from;
            case GOOD -> reference;
            case HOT -> reference + K_GOOD;
        };
    }

    /// Where it ends on such a meter.
    public double to(double reference) {
        return switch (this) {
            case SIGNAL -> GOOD.from(reference);
            case GOOD -> HOT.from(reference);
            case HOT -> OVER.from;
            case OVER -> Double.POSITIVE_INFINITY;
        };
    }

    public static MeterZone of(double db) {
        return db >= OVER.from ? OVER : db >= HOT.from ? HOT : db >= GOOD.from ? GOOD : SIGNAL;
    }

    /// Of a line that holds a peak: what is unremarkable is neutral.
    public static Color ofPeak(double db) {
        MeterZone zone = of(db);
        return zone == OVER || zone == HOT ? zone.color() : Token.FG_2.color();
    }

    /// Of gain reduction, always.
    public static Color reduction() {
        return HOT.color();
    }
}
