package studio.headroom.ui.control;

import java.util.function.DoubleSupplier;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.model.ValueText;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.MeterZone;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// How far something is turned down: a bar that hangs from the top, or grows from the right, with its number. Always of
/// one color.
public final class GainReductionMeter extends KitControl {
    /// How it lies.
    public enum Shape {
        /// Beside a graph, 12 wide, the number below.
        HANGING,
        /// In a strip, 16 high, the number beside.
        LYING
    }

    private final DoubleSupplier reduction;
    private final Shape shape;
    private final double range;
    private final String name;
    private final FramePulse.Frame frame = _ -> follow();
    private double shown;
    private double painted = Double.NaN;

    /// @param reduction asked once a frame: how many dB it is turned down, ≥ 0
    /// @param range what fills the bar, in dB
    /// @param name what a screen reader calls it: "Lead Vox compressor, gain reduction"
    public GainReductionMeter(Look look, DoubleSupplier reduction, Shape shape, double range, String name) {
        super(look);
        this.reduction = reduction;
        this.shape = shape;
        this.range = range;
        this.name = name;
        setAccessibleRole(AccessibleRole.NODE);
        setAccessibleText(name);
        setMouseTransparent(true);
        sceneProperty().addListener((_, _, scene) -> {
            if (scene == null) {
                look.pulse().remove(frame);
            } else {
                look.pulse().add(frame);
            }
        });
    }

    private void follow() {
        // A tenth of a dB is what the number shows and less than a pixel of the bar.
        shown = Math.rint(Math.max(0, reduction.getAsDouble()) * 10) / 10;
        if (shown != painted) {
            repaint();
        }
    }

    /// What a screen reader says when it is asked.
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? name + ", " + ValueText.spoken(ValueText.level(-shown) + " dB")
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    protected double unitWidth() {
        return shape == Shape.HANGING ? 32 : 56;
    }

    @Override
    protected double unitHeight() {
        return shape == Shape.HANGING ? 200 : 16;
    }

    @Override
    protected double computeMinHeight(double width) {
        return shape == Shape.HANGING ? look().px(80) : super.computeMinHeight(width);
    }

    @Override
    protected double computeMaxWidth(double height) {
        return shape == Shape.HANGING ? super.computeMaxWidth(height) : Double.MAX_VALUE;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        painted = shown;
        double share = Math.min(shown / range, 1);
        var color = MeterZone.reduction();
        if (shape == Shape.HANGING) {
            double x = w / 2 - 6;
            double tall = h - 20;
            p.fill(x, 0, 12, tall, Token.BG_0.color(), 1);
            p.fill(x, 0, 12, share * tall, color);
            p.center(w / 2, h - 7, ValueText.level(-shown), TypeRole.VALUE_SMALL, Token.FG_1.color());
        } else {
            p.fill(0, 0, w, h, Token.BG_0.color(), 3);
            double room = w - 40;
            if (shown > 0) {
                p.fill(2 + room * (1 - share), h / 2 - 2, room * share, 4, color);
                p.right(w - 4, h / 2, ValueText.level(-shown), TypeRole.VALUE_TINY, Token.FG_1.color());
            } else {
                p.right(w - 4, h / 2, "–", TypeRole.VALUE_TINY, Token.FG_3.color());
            }
        }
    }
}
