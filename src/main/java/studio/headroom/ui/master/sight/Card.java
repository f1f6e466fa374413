package studio.headroom.ui.master.sight;

import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// A panel with a title, whose parts lie on it. Its picture changes seldom; what moves is a part of its own.
abstract class Card extends KitControl {
    static final double PAD = 12;

    /// Where the content begins, and the middle of the title's line.
    static final double HEAD = 30;

    static final double TITLE = 16.5;

    private final String title;
    private final double height;

    /// @param height that it likes, in units
    Card(Look look, String title, double height) {
        super(look);
        this.title = title;
        this.height = height;
        setAccessibleText(title);
    }

    @Override
    protected double unitWidth() {
        return 440;
    }

    @Override
    protected double unitHeight() {
        return height;
    }

    @Override
    protected double computeMinWidth(double h) {
        return look().px(240);
    }

    @Override
    protected double computeMaxWidth(double h) {
        return Double.MAX_VALUE;
    }

    @Override
    protected double computeMaxHeight(double w) {
        return Double.MAX_VALUE;
    }

    @Override
    protected final void layoutChildren() {
        super.layoutChildren();
        place(getWidth() / look().factor(), getHeight() / look().factor());
    }

    /// Lays its parts out.
    ///
    /// @param w the width in units
    /// @param h the height in units
    abstract void place(double w, double h);

    /// Lays a part out, in units.
    final void put(javafx.scene.layout.Region part, double x, double y, double w, double h) {
        double left = look().px(x);
        double top = look().px(y);
        part.resizeRelocate(left, top, look().px(x + w) - left, look().px(y + h) - top);
    }

    /// Lays a part out so that it ends at `right`, as wide as it likes.
    ///
    /// @return where it begins, in units
    final double putRight(javafx.scene.layout.Region part, double right, double middle) {
        double w = part.prefWidth(-1) / look().factor();
        double h = part.prefHeight(-1) / look().factor();
        put(part, right - w, middle - h / 2, w, h);
        return right - w;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        p.fill(0, 0, w, h, Token.BG_2.color(), 6);
        p.left(PAD, TITLE, title, TypeRole.CARD_TITLE, Token.FG_1.color());
    }
}
