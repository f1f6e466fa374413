package studio.headroom.ui.control;

import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// A switch; the thumb's place tells what its color tells.
public final class Switch extends ToggleControl {
    private static final double SLIDE_MS = 120;

    private final FramePulse.Frame sliding = this::slide;
    private double place;

    public Switch(Look look, ControlModel model) {
        super(look, model);
        place = model.isOn() ? 1 : 0;
        setRing(-3, 11);
    }

    @Override
    protected void modelChanged() {
        super.modelChanged();
        if (getWidth() <= 0 || look().duration(SLIDE_MS) == 0) {
            place = model().isOn() ? 1 : 0;
        } else {
            look().pulse().add(sliding);
        }
    }

    private void slide(double seconds) {
        double goal = model().isOn() ? 1 : 0;
        double by = seconds * 1000 / SLIDE_MS;
        place = goal > place ? Math.min(goal, place + by) : Math.max(goal, place - by);
        if (place == goal) {
            look().pulse().remove(sliding);
        }
        repaint();
    }

    @Override
    protected double unitWidth() {
        return 28;
    }

    @Override
    protected double unitHeight() {
        return 16;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        boolean off = !model().enabled();
        var track = off ? Token.BG_3.color() : Token.BG_4.towards(Token.ACCENT_FILL, place);
        var line = off ? Token.LINE_1.color() : Token.LINE_3.towards(Token.ACCENT, Math.max(place, hover() * 0.4));
        p.fill(0, 0, w, h, track, 8);
        p.border(0, 0, w, h, line, 8);
        // Ease out.
        double eased = 1 - (1 - place) * (1 - place);
        p.disc(8 + 12 * eased, 8, 5, off ? Token.FG_4.color() : Token.FG_2.towards(Token.WHITE, place));
    }
}
