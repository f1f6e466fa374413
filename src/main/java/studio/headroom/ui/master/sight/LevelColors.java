package studio.headroom.ui.master.sight;

import javafx.scene.paint.Color;
import studio.headroom.ui.theme.Theme;
import studio.headroom.ui.theme.Token;

/// Levels as colors: from the ground of pictures over the master's color to that of letters. As levels rise, lightness
/// goes one way by equal steps, so that a picture reads without its hues.
final class LevelColors {
    /// What is softer is as dark as the ground.
    static final double LOWEST_DB = -90;

    static final double HIGHEST_DB = 0;
    private static final int STEPS = 256;

    private final Color[] colors = new Color[STEPS];

    LevelColors(Theme theme) {
        Color ground = Token.BG_0.color(theme);
        Color middle = Token.ACCENT.color(theme);
        Color top = Token.FG_1.color(theme);
        double turn = (lightness(middle) - lightness(ground)) / (lightness(top) - lightness(ground));
        colors[0] = ground;
        for (int i = 1; i < STEPS; i++) {
            double share = i / (STEPS - 1.0);
            double wanted = lightness(ground) + share * (lightness(top) - lightness(ground));
            colors[i] = share < turn ? between(ground, middle, wanted) : between(middle, top, wanted);
        }
    }

    /// The color between two of a lightness.
    private static Color between(Color one, Color other, double lightness) {
        double from = 0;
        double to = 1;
        boolean rises = lightness(other) > lightness(one);
        for (int i = 0; i < 20; i++) {
            double share = (from + to) / 2;
            if (lightness(one.interpolate(other, share)) < lightness == rises) {
                from = share;
            } else {
                to = share;
            }
        }
        return one.interpolate(other, to);
    }

    /// CIE 1976 L*, 0 to 100.
    static double lightness(Color color) {
        double y =
                0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
        return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y;
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    /// Of a level in dB, opaque.
    Color color(double db) {
        double share = (db - LOWEST_DB) / (HIGHEST_DB - LOWEST_DB);
        return colors[(int) Math.clamp(Math.round(share * (STEPS - 1)), 0, STEPS - 1)];
    }

    /// The same as a pixel: alpha, red, green and blue of 8 bits each.
    int pixel(double db) {
        Color color = color(db);
        return 255 << 24
                | (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
    }
}
