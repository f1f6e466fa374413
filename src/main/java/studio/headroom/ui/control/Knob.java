package studio.headroom.ui.control;

import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import studio.headroom.param.Range;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.model.ValueText;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Hue;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// A knob of 270°, its label above and its value below; a click on the value types one. The arc of a control with a
/// middle grows from there.
public final class Knob extends DragControl {
    /// What it is used for, and so its size.
    public enum Size {
        /// In an effect's editor.
        MAIN(56, 88, TypeRole.BODY, TypeRole.VALUE_LARGE),
        /// In a rack of the master.
        RACK(44, 72, TypeRole.LABEL, TypeRole.VALUE),
        /// In a band of an equalizer.
        BAND(40, 60, TypeRole.LABEL, TypeRole.VALUE_SMALL),
        /// In the inspector.
        SMALL(32, 60, TypeRole.LABEL, TypeRole.VALUE_SMALL);

        private final double diameter;
        private final double width;
        private final TypeRole label;
        private final TypeRole value;

        Size(double diameter, double width, TypeRole label, TypeRole value) {
            this.diameter = diameter;
            this.width = width;
            this.label = label;
            this.value = value;
        }

        private double top() {
            return this == MAIN ? 24 : 18;
        }

        private double valueMiddle() {
            return top() + diameter + (this == MAIN ? 19 : 11);
        }

        private double height() {
            return valueMiddle() + 9;
        }
    }

    private static final double TRAVEL = 200;
    private static final double START = 135;
    private static final double SWEEP = 270;
    private static final double NOTE = 15;
    /// What stays free between values side by side, in units.
    private static final double BETWEEN = 8;

    private final Size size;
    private Hue hue = Token.ACCENT;
    private @Nullable String label;
    private @Nullable String note;
    private Token noteColor = Token.FG_3;

    public Knob(Look look, ControlModel model, Size size) {
        super(look, model, Axis.UP);
        this.size = size;
        setRing(-5, size.diameter);
    }

    /// The color of its arc: the accent, unless it belongs to a track or a band.
    public void setHue(Hue arc) {
        hue = arc;
        repaint();
    }

    /// Another word above it than the parameter's, such as "Balance" for the pan of a stereo strip.
    public void setLabel(String word) {
        label = word;
        repaint();
    }

    /// A word below the value, such as the automation's mode; null for none. The reason of a control that is not
    /// available takes its place.
    public void setNote(@Nullable String text, Token token) {
        note = text;
        noteColor = token;
        requestLayout();
        repaint();
    }

    private @Nullable String noteShown() {
        String reason = model().disabledReason();
        return reason != null && size == Size.MAIN ? reason : note;
    }

    @Override
    protected double unitWidth() {
        return size.width;
    }

    @Override
    protected double unitHeight() {
        return size.height() + (size == Size.MAIN || note != null ? NOTE : 0);
    }

    @Override
    protected double dragTravel() {
        return TRAVEL;
    }

    @Override
    protected double[] valueBox(double w, double h) {
        return new double[] {2, size.valueMiddle() - 10, w - 4, 20};
    }

    @Override
    protected double[] bubbleBox(double w, double h) {
        return new double[] {0, size.top(), w, size.diameter};
    }

    @Override
    protected boolean bubbleBelow() {
        return true;
    }

    @Override
    protected double[] ringBox(double w, double h) {
        return new double[] {(w - size.diameter) / 2, size.top(), size.diameter, size.diameter};
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        boolean off = !model().enabled();
        double cx = w / 2;
        double cy = size.top() + size.diameter / 2;
        String word = label == null ? model().param().label() : label;
        TypeRole type = TextSize.width(look(), size.label, word) <= p.raw(w) ? size.label : TypeRole.SMALL;
        p.center(cx, 7, TextSize.fit(look(), type, word, p.raw(w)), type, (off ? Token.FG_4 : Token.FG_2).color());
        dial(p, cx, cy, off);
        String value = ValueText.fitting(
                model().text(), text -> TextSize.width(look(), size.value, text) <= p.raw(w - BETWEEN));
        p.center(cx, size.valueMiddle(), value, size.value, (off ? Token.FG_4 : Token.FG_1).color());
        String below = noteShown();
        if (below != null) {
            p.center(
                    cx,
                    size.valueMiddle() + 17,
                    TextSize.fit(look(), TypeRole.SMALL, below, p.raw(w)),
                    TypeRole.SMALL,
                    (off ? Token.FG_3 : noteColor).color());
        }
    }

    private void dial(Painter p, double cx, double cy, boolean off) {
        double r = size.diameter / 2;
        double angle = START + SWEEP * model().position();
        double zero = START + SWEEP * zero();
        p.arc(cx, cy, r - 2, START, START + SWEEP, Token.BG_0.color(), 4);
        if (Math.abs(angle - zero) > 1) {
            Color arc = off ? Token.FG_4.color() : hue.color();
            p.arc(cx, cy, r - 2, Math.min(angle, zero), Math.max(angle, zero), arc, 4);
        }
        Color face = isHeld() ? Token.BG_2.color() : off ? Token.BG_4.color() : Token.BG_4.towards(Token.BG_5, hover());
        p.disc(cx, cy, r - 6, face);
        p.circle(cx, cy, r - 6, off ? Token.LINE_2.color() : Token.LINE_2.towards(Token.LINE_3, hover()), 1);
        double rad = Math.toRadians(angle);
        double from = r - 13 < 4 ? 2 : (r - 6) * 0.35;
        double to = r - 8;
        p.line(
                cx + from * Math.cos(rad),
                cy + from * Math.sin(rad),
                cx + to * Math.cos(rad),
                cy + to * Math.sin(rad),
                (off ? Token.FG_4 : Token.FG_1).color(),
                2);
        if (model().automated()) {
            automationDot(p, cx + r - 1, cy - r + 3, 3.5, model().overridden());
        }
    }

    /// Full while automation moves the control, hollow while a person holds it.
    static void automationDot(Painter p, double x, double y, double r, boolean hollow) {
        if (hollow) {
            p.circle(x, y, r - 0.75, Token.OK.color(), 1.5);
        } else {
            p.disc(x, y, r, Token.OK.color());
        }
    }

    /// Where the arc begins.
    private double zero() {
        Range range = model().param().range();
        return range.min() < 0 && range.max() > 0 && !(range instanceof Range.Fader) ? range.position(0) : 0;
    }
}
