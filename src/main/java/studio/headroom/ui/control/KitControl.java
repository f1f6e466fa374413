package studio.headroom.ui.control;

import javafx.beans.InvalidationListener;
import javafx.collections.SetChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeType;
import org.jspecify.annotations.Nullable;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// A control that is painted: its canvas, its ring for the keyboard's focus, and how it lights up under the pointer.
/// Painting happens once a frame at most, after something has changed. UI thread.
public abstract class KitControl extends Region {
    private static final PseudoClass FOCUS_VISIBLE = PseudoClass.getPseudoClass("focus-visible");
    private static final double HOVER_MS = 80;

    private final Look look;
    private final Canvas canvas = new Canvas();
    private final Painter painter;
    private @Nullable Canvas ground;
    private final Rectangle ring = new Rectangle();
    private final Runnable painting = this::paintNow;
    private final FramePulse.Frame easing = this::ease;
    /// Held here, since the look holds it weakly.
    private final InvalidationListener rescale;

    /// Whether it was to be painted while it was in no window.
    private boolean unpainted;
    private boolean hovered;
    private double hover;
    private double ringInset = -3;
    private double ringRadius = 6;
    /// In units; NaN for the size it likes.
    private double leastWidth = Double.NaN;

    private double leastHeight = Double.NaN;

    protected KitControl(Look look) {
        this.look = look;
        painter = new Painter(canvas, look);
        rescale = _ -> {
            requestLayout();
            repaint();
        };
        look.watch(rescale);
        ring.getStyleClass().add("hr-ring");
        ring.setManaged(false);
        ring.setMouseTransparent(true);
        ring.setFill(null);
        ring.setStrokeType(StrokeType.INSIDE);
        ring.setVisible(false);
        canvas.setMouseTransparent(true);
        getChildren().addAll(canvas, ring);
        setPickOnBounds(true);
        addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> hover(true));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> hover(false));
        sceneProperty().addListener((_, _, scene) -> {
            if (scene != null && unpainted) {
                repaint();
            }
        });
        getPseudoClassStates().addListener((SetChangeListener<PseudoClass>)
                _ -> ring.setVisible(getPseudoClassStates().contains(FOCUS_VISIBLE)));
    }

    protected final Look look() {
        return look;
    }

    /// Paints all of it.
    ///
    /// @param w the width in units
    /// @param h the height in units
    protected abstract void paint(Painter painter, double w, double h);

    /// Gives it a layer below the rest, for what does not change with its value: painted by [#paintGround] when the
    /// size, the scale or the theme changes, and never otherwise.
    protected final void useGround() {
        Canvas layer = new Canvas();
        layer.setMouseTransparent(true);
        getChildren().addFirst(layer);
        ground = layer;
    }

    protected void paintGround(Painter painter, double w, double h) {}

    /// The size it likes, in units.
    protected abstract double unitWidth();

    protected abstract double unitHeight();

    /// The least size it can do with, in units; without this, the size it likes.
    protected final void setLeast(double width, double height) {
        leastWidth = width;
        leastHeight = height;
    }

    /// How far it lights up under the pointer, 0..1.
    protected final double hover() {
        return hover;
    }

    /// Where the ring lies: so far inside the control (negative: outside), and its radius, in units.
    protected final void setRing(double inset, double radius) {
        ringInset = inset;
        ringRadius = radius;
    }

    /// The box that the ring goes around, in units: x, y, width, height. The whole control, unless overridden.
    protected double[] ringBox(double w, double h) {
        return new double[] {0, 0, w, h};
    }

    /// Paints with the next frame.
    public final void repaint() {
        look.pulse().once(painting);
    }

    /// Paints now, when it has a size.
    protected final void paintNow() {
        double w = getWidth();
        double h = getHeight();
        unpainted = getScene() == null;
        if (w > 0 && h > 0 && !unpainted) {
            painter.begin();
            canvas.getGraphicsContext2D().clearRect(0, 0, w, h);
            paint(painter, w / look.factor(), h / look.factor());
        }
    }

    protected final Painter painter() {
        painter.begin();
        return painter;
    }

    @Override
    protected void layoutChildren() {
        double w = getWidth();
        double h = getHeight();
        resize(canvas, w, h);
        Canvas below = ground;
        if (below != null) {
            resize(below, w, h);
            below.getGraphicsContext2D().clearRect(0, 0, w, h);
            paintGround(new Painter(below, look), w / look.factor(), h / look.factor());
        }
        double[] box = ringBox(w / look.factor(), h / look.factor());
        double inset = Math.copySign(look.px(Math.abs(ringInset)), ringInset);
        ring.setX(painter().snap(box[0]) + inset);
        ring.setY(painter().snap(box[1]) + inset);
        ring.setWidth(painter().snap(box[2]) - 2 * inset);
        ring.setHeight(painter().snap(box[3]) - 2 * inset);
        ring.setArcWidth(2 * ringRadius * look.factor());
        ring.setArcHeight(2 * ringRadius * look.factor());
        ring.setStrokeWidth(look.px(2));
        ring.setStroke(Token.ACCENT.color());
        paintNow();
    }

    private static void resize(Canvas layer, double w, double h) {
        if (layer.getWidth() != w || layer.getHeight() != h) {
            layer.setWidth(w);
            layer.setHeight(h);
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return look.px(unitWidth());
    }

    @Override
    protected double computePrefHeight(double width) {
        return look.px(unitHeight());
    }

    @Override
    protected double computeMinWidth(double height) {
        return Double.isNaN(leastWidth) ? computePrefWidth(height) : look.px(leastWidth);
    }

    @Override
    protected double computeMinHeight(double width) {
        return Double.isNaN(leastHeight) ? computePrefHeight(width) : look.px(leastHeight);
    }

    private void hover(boolean now) {
        hovered = now;
        if (look.duration(HOVER_MS) == 0) {
            hover = now ? 1 : 0;
            repaint();
        } else {
            look.pulse().add(easing);
        }
    }

    private void ease(double seconds) {
        double by = seconds * 1000 / HOVER_MS;
        hover = Math.clamp(hover + (hovered ? by : -by), 0, 1);
        if (hover == (hovered ? 1 : 0)) {
            look.pulse().remove(easing);
        }
        repaint();
    }
}
