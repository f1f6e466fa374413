package studio.headroom.ui.control;

import studio.headroom.ui.model.LevelScale;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The marks that fader and meter share. They are numbers without signs; those that would crowd drop out when the
/// travel
/// is short. As tall as the fader beside it, whose padding it has.
public final class LevelMarks extends KitControl {
    /// Where the numbers stand.
    public enum Side {
        LEFT,
        RIGHT
    }

    /// Short enough for two figures beside a fader, also where these are larger than the rest.
    private static final double TICK = 3;

    private final Side side;

    public LevelMarks(Look look, Side side) {
        super(look);
        this.side = side;
        setMouseTransparent(true);
    }

    @Override
    protected double unitWidth() {
        return 20;
    }

    @Override
    protected double unitHeight() {
        return 180 + 2 * Fader.PAD;
    }

    @Override
    protected double computeMinHeight(double width) {
        return look().px(120 + 2 * Fader.PAD);
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        paint(p, side, side == Side.LEFT ? w : 0, Fader.PAD, h - 2 * Fader.PAD);
    }

    static double y(double db, double top, double travel) {
        return top + travel - LevelScale.FADER.position(db) * travel;
    }

    /// @param edge the x that ticks end at
    static void paint(Painter p, Side side, double edge, double top, double travel) {
        for (LevelScale.Mark mark : LevelScale.MARKS) {
            if (travel < mark.minTravel()) {
                continue;
            }
            double y = y(mark.db(), top, travel);
            p.across(
                    side == Side.LEFT ? edge - TICK : edge,
                    y,
                    TICK,
                    (mark.isZero() ? Token.FG_2 : Token.LINE_3).color());
            if (!mark.number().isEmpty()) {
                TypeRole role = mark.isZero() ? TypeRole.SCALE_STRONG : TypeRole.SCALE;
                var color = (mark.isZero() ? Token.FG_1 : Token.FG_3).color();
                if (side == Side.LEFT) {
                    p.right(edge - TICK - 1.5, y + 0.5, mark.number(), role, color);
                } else {
                    p.left(edge + 6, y + 0.5, mark.number(), role, color);
                }
            }
        }
    }
}
