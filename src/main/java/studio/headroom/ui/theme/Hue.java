package studio.headroom.ui.theme;

import javafx.scene.paint.Color;

/// A color by what it means, which every theme shows in its own way. Whoever paints asks for the color with every
/// painting and keeps the hue, never the color.
public interface Hue {
    /// The color in the theme that is shown.
    Color color();

    Color color(Theme theme);
}
