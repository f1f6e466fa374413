package studio.headroom.ui.control;

import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// A fader: the cap goes as far as the pointer. It takes all the height it is given; the marks beside it are those of
/// the strip's meter.
public final class Fader extends DragControl {
    /// The cap and whether marks stand at its left.
    public enum Width {
        NARROW(22),
        WIDE(32);

        private final double cap;

        Width(double cap) {
            this.cap = cap;
        }
    }

    /// Above and below the travel: half a cap and its shadow.
    public static final double PAD = 14;

    private static final double CAP_HEIGHT = 24;
    private static final double MARKS = 20;
    private static final double PREF_TRAVEL = 180;
    private static final double MIN_TRAVEL = 120;
    private static final double MAX_TRAVEL = 340;

    private final Width width;
    private final boolean marks;

    public Fader(Look look, ControlModel model, Width width, boolean marks) {
        super(look, model, Axis.UP);
        this.width = width;
        this.marks = marks;
        setRing(-3, 5);
        useGround();
    }

    private double groove() {
        return marks ? MARKS + width.cap / 2 : width.cap / 2 + 3;
    }

    private double travel(double h) {
        return h - 2 * PAD;
    }

    private double capMiddle(double h) {
        double travel = travel(h);
        return PAD + travel - model().position() * travel;
    }

    @Override
    protected double unitWidth() {
        return groove() + width.cap / 2 + 4;
    }

    @Override
    protected double unitHeight() {
        return PREF_TRAVEL + 2 * PAD;
    }

    @Override
    protected double computeMinHeight(double w) {
        return look().px(MIN_TRAVEL + 2 * PAD);
    }

    @Override
    protected double computeMaxHeight(double w) {
        return look().px(MAX_TRAVEL + 2 * PAD);
    }

    @Override
    protected double dragTravel() {
        return travel(getHeight() / look().factor());
    }

    /// 0 dB.
    @Override
    protected double detent() {
        return model().param().range().position(0);
    }

    @Override
    protected boolean opensEntry(double x, double y) {
        return false;
    }

    @Override
    protected double[] valueBox(double w, double h) {
        return new double[] {groove() - 38, capMiddle(h) - 11, 76, 22};
    }

    @Override
    protected double[] bubbleBox(double w, double h) {
        return new double[] {groove() - width.cap / 2, capMiddle(h) - CAP_HEIGHT / 2, width.cap, CAP_HEIGHT};
    }

    @Override
    protected boolean bubbleBelow() {
        return false;
    }

    @Override
    protected double[] ringBox(double w, double h) {
        return bubbleBox(w, h);
    }

    @Override
    protected void modelChanged() {
        super.modelChanged();
        // The ring goes with the cap.
        if (isFocused()) {
            requestLayout();
        }
    }

    @Override
    protected void paintGround(Painter p, double w, double h) {
        double x = groove();
        double travel = travel(h);
        if (marks) {
            LevelMarks.paint(p, LevelMarks.Side.LEFT, x - width.cap / 2 - 1, PAD, travel);
            double zero = LevelMarks.y(0, PAD, travel);
            p.across(x - width.cap / 2 - 5, zero, width.cap + 9, Token.FG_2.color());
        }
        p.fill(x - 2, PAD - 4, 4, travel + 8, Token.BG_0.color(), 2);
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        cap(p, groove() - width.cap / 2, capMiddle(h) - CAP_HEIGHT / 2);
    }

    private void cap(Painter p, double x, double y) {
        boolean off = !model().enabled();
        double cw = width.cap;
        // Everything hangs on the cap's edge, so that it moves as one on the device's grid.
        double top = p.units(p.snap(y));
        p.fill(x, top + 2, cw, CAP_HEIGHT, Token.SHADE.alpha(0.55), 3);
        var face = off
                ? Token.BG_4.color()
                : isHeld() ? Token.CAP_HOVER.color() : Token.CAP.towards(Token.CAP_HOVER, hover());
        p.fill(x, top, cw, CAP_HEIGHT, face, 3);
        p.border(x, top, cw, CAP_HEIGHT, (off ? Token.LINE_2 : Token.CAP_LINE).color(), 3);
        p.across(x + 3, top + 5, cw - 6, Token.CAP_GROOVE.color());
        p.across(x + 3, top + 18, cw - 6, Token.CAP_GROOVE.color());
        p.fill(x + 1, top + 11, cw - 2, 2, (off ? Token.FG_4 : Token.CAP_MARK).color());
        if (model().automated()) {
            Knob.automationDot(p, x + cw - 4.5, top + 5, 2.5, model().overridden());
        }
    }
}
