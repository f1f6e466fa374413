package studio.headroom.app.window;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Rectangle2D;

/// Where a window stands, in the screen's coordinates.
///
/// @param maximized whether it fills its screen; the rest is then where it goes back to
record WindowPlace(double x, double y, double width, double height, boolean maximized) {
    private static final double WIDTH = 1600;
    private static final double HEIGHT = 900;
    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 540;
    /// So much of the title bar must be on a screen to be taken hold of.
    private static final double GRIP_WIDTH = 160;

    private static final double GRIP_HEIGHT = 32;

    /// `1600 900 at 40 60`, with ` maximized`; nothing where the text says something else.
    static Optional<WindowPlace> parse(String text) {
        String[] parts = text.strip().split("\\s+");
        if (parts.length < 5 || !parts[2].equals("at")) {
            return Optional.empty();
        }
        try {
            double width = Double.parseDouble(parts[0]);
            double height = Double.parseDouble(parts[1]);
            double x = Double.parseDouble(parts[3]);
            double y = Double.parseDouble(parts[4]);
            boolean sane = width > 0 && height > 0 && Double.isFinite(width + height + x + y);
            return sane
                    ? Optional.of(
                            new WindowPlace(x, y, width, height, parts.length > 5 && parts[5].equals("maximized")))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    String text() {
        return String.format(
                Locale.ROOT, "%.0f %.0f at %.0f %.0f%s", width, height, x, y, maximized ? " maximized" : "");
    }

    /// In the middle of a screen, as large as it is meant where there is room.
    static WindowPlace usual(Rectangle2D screen) {
        double width = Math.min(WIDTH, screen.getWidth());
        double height = Math.min(HEIGHT, screen.getHeight());
        return new WindowPlace(
                screen.getMinX() + (screen.getWidth() - width) / 2,
                screen.getMinY() + (screen.getHeight() - height) / 2,
                width,
                height,
                false);
    }

    /// The smallest that a window may become on a screen: width and height.
    static double[] least(Rectangle2D screen) {
        return new double[] {Math.min(LEAST_WIDTH, screen.getWidth()), Math.min(LEAST_HEIGHT, screen.getHeight())};
    }

    /// The same place where it can be taken hold of on one of the screens, else the usual one on the first: a screen
    /// may be gone or smaller than it was.
    ///
    /// @param screens their usable parts, the primary one first
    WindowPlace on(List<Rectangle2D> screens) {
        for (Rectangle2D screen : screens) {
            double left = Math.max(x, screen.getMinX());
            double right = Math.min(x + width, screen.getMaxX());
            boolean title = y >= screen.getMinY() - GRIP_HEIGHT / 2 && y + GRIP_HEIGHT <= screen.getMaxY();
            if (title && right - left >= GRIP_WIDTH) {
                double[] least = least(screen);
                return new WindowPlace(
                        x,
                        y,
                        Math.clamp(width, least[0], screen.getWidth()),
                        Math.clamp(height, least[1], screen.getHeight()),
                        maximized);
            }
        }
        WindowPlace usual = usual(screens.getFirst());
        return new WindowPlace(usual.x, usual.y, usual.width, usual.height, maximized);
    }
}
