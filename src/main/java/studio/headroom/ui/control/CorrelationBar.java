package studio.headroom.ui.control;

import java.util.Locale;
import java.util.function.DoubleSupplier;
import javafx.scene.AccessibleRole;
import javafx.scene.paint.Color;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.model.ValueText;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// How alike left and right are: a number and its place between -1 and +1. It looks while it is in a window.
public final class CorrelationBar extends KitControl {
    private static final double[] MARKS = {-1, 0, 1};
    private static final String[] NUMBERS = {ValueText.MINUS + "1", "0", "+1"};

    private final DoubleSupplier correlation;
    private final String name;
    private final FramePulse.Frame frame = this::frame;
    private int shown = Integer.MAX_VALUE;

    /// @param correlation from -1 to 1, or NaN for none
    /// @param name what a screen reader calls it: "Voice, correlation"
    public CorrelationBar(Look look, DoubleSupplier correlation, String name) {
        super(look);
        this.correlation = correlation;
        this.name = name;
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(name + ", none");
        Buttons.explain(
                this,
                "Correlation",
                "How alike left and right are: +1 the same, 0 nothing in common. What stays below 0 gets lost when"
                        + " somebody listens in mono.");
        sceneProperty().addListener((_, _, scene) -> {
            if (scene == null) {
                look.pulse().remove(frame);
            } else {
                look.pulse().add(frame);
            }
        });
    }

    private void frame(double seconds) {
        double value = correlation.getAsDouble();
        int now = Double.isNaN(value) ? Integer.MAX_VALUE : (int) Math.rint(100 * value);
        if (now != shown) {
            shown = now;
            setAccessibleText(name + ", " + (now == Integer.MAX_VALUE ? "none" : ValueText.spoken(text())));
            repaint();
        }
    }

    private String text() {
        if (shown == Integer.MAX_VALUE) {
            return "–";
        }
        String number = String.format(Locale.ROOT, "%.2f", Math.abs(shown) / 100.0);
        return (shown < 0 ? ValueText.MINUS : shown > 0 ? "+" : "") + number;
    }

    @Override
    protected double unitWidth() {
        return 120;
    }

    @Override
    protected double unitHeight() {
        return 46;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        boolean opposed = shown < 0;
        p.left(0, 8, "Correlation", TypeRole.LABEL, Token.FG_2.color());
        p.right(w, 8, text(), TypeRole.VALUE, (opposed ? Token.WARN : Token.FG_1).color());
        double pad = 4;
        double travel = w - 2 * pad;
        double middle = w / 2;
        p.fill(pad, 22, travel, 6, Token.BG_0.color(), 2);
        if (shown != Integer.MAX_VALUE) {
            double x = pad + travel * (shown + 100) / 200;
            Color color = (opposed ? Token.WARN : Token.OK).color();
            p.fill(Math.min(x, middle), 22, Math.abs(x - middle), 6, color);
            p.fill(x - 1, 20, 2, 10, Token.FG_1.color());
        }
        p.down(middle, 20, 10, Token.LINE_3.color());
        for (int i = 0; i < MARKS.length; i++) {
            double x = pad + travel * (MARKS[i] + 1) / 2;
            if (i == 0) {
                p.left(0, 38, NUMBERS[i], TypeRole.SCALE, Token.FG_3.color());
            } else if (i == 1) {
                p.center(x, 38, NUMBERS[i], TypeRole.SCALE, Token.FG_3.color());
            } else {
                p.right(w, 38, NUMBERS[i], TypeRole.SCALE, Token.FG_3.color());
            }
        }
    }
}
