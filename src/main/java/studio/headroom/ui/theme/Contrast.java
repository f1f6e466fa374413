package studio.headroom.ui.theme;

import javafx.scene.paint.Color;

/// Contrast by WCAG 2.2: (L1 + 0.05) / (L2 + 0.05) of relative luminances, from 1 to 21. Text needs 4.5.
public final class Contrast {
    private Contrast() {}

    public static double between(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
