package studio.headroom.app.window;

import java.util.List;
import javafx.scene.image.Image;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import studio.headroom.ui.theme.MeterZone;
import studio.headroom.ui.theme.Theme;
import studio.headroom.ui.theme.Token;

/// The program's mark as the system shows it beside the window's name: two meters with room above them, on a dark
/// ground with round corners.
final class StageIcon {
    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256);

    private StageIcon() {}

    static List<Image> images() {
        return SIZES.stream().map(StageIcon::image).toList();
    }

    private static Image image(int size) {
        WritableImage image = new WritableImage(size, size);
        PixelWriter pixels = image.getPixelWriter();
        double unit = size / 16.0;
        rounded(pixels, size, 3 * unit, Token.BG_2.color(Theme.DARK));
        fill(pixels, unit, 3, 3, 10, 1.5, Token.FG_1.color(Theme.DARK));
        fill(pixels, unit, 3, 8, 4, 5, MeterZone.SIGNAL.color(Theme.DARK));
        fill(pixels, unit, 9, 6, 4, 7, MeterZone.SIGNAL.color(Theme.DARK));
        return image;
    }

    private static void fill(PixelWriter pixels, double unit, double x, double y, double w, double h, Color color) {
        int right = (int) Math.round((x + w) * unit);
        int bottom = (int) Math.round((y + h) * unit);
        for (int py = (int) Math.round(y * unit); py < bottom; py++) {
            for (int px = (int) Math.round(x * unit); px < right; px++) {
                pixels.setColor(px, py, color);
            }
        }
    }

    private static void rounded(PixelWriter pixels, int size, double radius, Color color) {
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                double dx = Math.max(0, Math.max(radius - x - 0.5, x + 0.5 - (size - radius)));
                double dy = Math.max(0, Math.max(radius - y - 0.5, y + 0.5 - (size - radius)));
                double inside = Math.clamp(radius - Math.hypot(dx, dy) + 0.5, 0, 1);
                pixels.setColor(x, y, color.deriveColor(0, 1, 1, inside));
            }
        }
    }
}
