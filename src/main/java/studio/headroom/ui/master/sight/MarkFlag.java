package studio.headroom.ui.master.sight;

import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.PressControl;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// A mark on the waveform, as small as can be hit. A press goes to its place.
final class MarkFlag extends PressControl {
    static final double SIZE = 14;

    private final SightMark mark;

    /// @param time of the place, as people read it
    MarkFlag(Look look, SightMark mark, String time, Runnable action) {
        super(look, action);
        this.mark = mark;
        setAccessibleText(name() + " at " + time + ": " + mark.text());
        Buttons.explain(this, name() + ", " + time, mark.text());
    }

    SightMark mark() {
        return mark;
    }

    private String name() {
        return switch (mark.kind()) {
            case TO_DO -> "Note to the mix";
            case NOTE -> "Noticed";
            case WARNING -> "Warning";
            case ERROR -> "Fault";
        };
    }

    @Override
    protected double unitWidth() {
        return SIZE;
    }

    @Override
    protected double unitHeight() {
        return SIZE;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        double x = w / 2;
        double y = h / 2;
        p.fill(0, 0, w, h, Token.BG_0.alpha(0.5 + 0.4 * hover()), 3);
        switch (mark.kind()) {
            case TO_DO -> {
                p.down(x - 3, y - 5, 10, Token.ACCENT.color());
                p.fill(x - 3, y - 5, 7, 5, Token.ACCENT.color());
            }
            case NOTE -> p.disc(x, y, 3.5, Token.FG_2.color());
            case WARNING -> {
                var gc = p.context();
                gc.setFill(Token.WARN.color());
                gc.fillPolygon(
                        new double[] {p.raw(x), p.raw(x + 5), p.raw(x - 5)},
                        new double[] {p.raw(y - 5), p.raw(y + 4), p.raw(y + 4)},
                        3);
            }
            case ERROR -> p.fill(x - 3.5, y - 3.5, 7, 7, Token.ERR.color());
        }
    }
}
