package studio.headroom.ui.control;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.AccessibleRole;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.image.WritablePixelFormat;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.model.StereoImage;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The picture of left against right. It lets its [StereoImage] fade while it is in a window and paints it when it has
/// changed; whoever has the sound feeds that image once a frame. Allocates nothing for a frame.
public final class Goniometer extends KitControl {
    private static final WritablePixelFormat<IntBuffer> FORMAT = PixelFormat.getIntArgbPreInstance();
    private static final double PAD = 4;

    /// Steps of brightness.
    private static final int STEPS = 256;

    /// Light that is shown at 63 %.
    private static final float FULL = 3;

    private final StereoImage image;
    private final FramePulse.Frame frame = this::frame;
    private final int[] colors = new int[STEPS];
    private @Nullable Color colored;
    private int[] pixels = {};
    private @Nullable WritableImage picture;

    /// @param image fed by its owner
    /// @param name what a screen reader calls it: "Voice, stereo image"
    public Goniometer(Look look, StereoImage image, String name) {
        super(look);
        this.image = image;
        setLeast(60, 60);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(name);
        Buttons.explain(
                this,
                "Goniometer",
                "Left against right: a vertical line is mono, a round cloud is wide, a horizontal one cancels itself in"
                        + " mono. What leans to a side comes from there. Its size says nothing of the level.");
        useGround();
        sceneProperty().addListener((_, _, scene) -> {
            if (scene == null) {
                look.pulse().remove(frame);
            } else {
                look.pulse().add(frame);
            }
        });
    }

    private void frame(double seconds) {
        if (image.advance(seconds)) {
            repaint();
        }
    }

    @Override
    protected double unitWidth() {
        return 120;
    }

    @Override
    protected double unitHeight() {
        return 120;
    }

    @Override
    protected void paintGround(Painter p, double w, double h) {
        double side = Math.min(w, h);
        double x = (w - side) / 2;
        double y = (h - side) / 2;
        p.fill(x, y, side, side, Token.BG_0.color(), 4);
        double middle = w / 2;
        double center = h / 2;
        double r = side / 2 - PAD;
        Color line = Token.LINE_1.color();
        p.line(middle - r, center, middle + r, center, line, 1);
        p.line(middle, center - r, middle, center + r, line, 1);
        p.line(middle - r / 2, center - r / 2, middle + r / 2, center + r / 2, line, 1);
        p.line(middle - r / 2, center + r / 2, middle + r / 2, center - r / 2, line, 1);
        p.line(middle - r, center, middle, center - r, line, 1);
        p.line(middle, center - r, middle + r, center, line, 1);
        p.line(middle + r, center, middle, center + r, line, 1);
        p.line(middle, center + r, middle - r, center, line, 1);
        p.center(middle - r / 2 - 9, center - r / 2 - 7, "L", TypeRole.SCALE, Token.FG_3.color());
        p.center(middle + r / 2 + 9, center - r / 2 - 7, "R", TypeRole.SCALE, Token.FG_3.color());
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        double side = Math.min(w, h) - 2 * PAD;
        double scale = look().outputScale();
        int size = (int) Math.floor(p.raw(side) * scale);
        if (size < 2) {
            return;
        }
        image.resize(size);
        WritableImage shown = picture;
        if (shown == null || pixels.length != size * size) {
            pixels = new int[size * size];
            shown = new WritableImage(size, size);
            picture = shown;
        }
        color(Token.ACCENT.color());
        develop();
        shown.getPixelWriter().setPixels(0, 0, size, size, FORMAT, pixels, 0, size);
        double left = p.snap((w - side) / 2);
        double top = p.snap((h - side) / 2);
        p.context().drawImage(shown, left, top, size / scale, size / scale);
    }

    private void develop() {
        float[] light = image.light();
        for (int i = 0; i < light.length; i++) {
            int step = (int) (light[i] * (STEPS / (5 * FULL)));
            pixels[i] = colors[Math.min(STEPS - 1, step)];
        }
    }

    /// The color of each step of brightness, premultiplied.
    private void color(Color color) {
        if (color.equals(colored)) {
            return;
        }
        colored = color;
        Arrays.fill(colors, 0);
        for (int step = 1; step < STEPS; step++) {
            double opacity = 1 - Math.exp(-5.0 * step / STEPS);
            int alpha = (int) Math.rint(255 * opacity);
            int red = (int) Math.rint(alpha * color.getRed());
            int green = (int) Math.rint(alpha * color.getGreen());
            int blue = (int) Math.rint(alpha * color.getBlue());
            colors[step] = alpha << 24 | red << 16 | green << 8 | blue;
        }
    }
}
