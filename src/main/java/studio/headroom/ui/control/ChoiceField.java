package studio.headroom.ui.control;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.StrokeLineCap;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The chosen option in a box; a press opens the list of all, the arrow keys go through them.
public final class ChoiceField extends ChoiceControl {
    private final double width;
    private final double height;
    private boolean bare;
    private boolean atRight;

    /// @param width in units
    /// @param height in units: 24, in dialogs 28
    public ChoiceField(Look look, ControlModel model, List<String> words, double width, double height) {
        super(look, model, AccessibleRole.COMBO_BOX, words);
        tellInWords();
        this.width = width;
        this.height = height;
        setRing(-3, 6);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                showOptions();
            }
        });
    }

    /// Without its box and arrow until it is pointed at, as in a table.
    ///
    /// @param right whether its words end at the right
    public ChoiceField bare(boolean right) {
        bare = true;
        atRight = right;
        return this;
    }

    @Override
    protected double unitWidth() {
        return width;
    }

    @Override
    protected double unitHeight() {
        return height;
    }

    @Override
    protected double computeMaxWidth(double h) {
        return Double.MAX_VALUE;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        boolean off = !model().enabled();
        if (bare) {
            paintBare(p, w, h);
            return;
        }
        p.fill(0, 0, w, h, (off ? Token.BG_2 : Token.BG_0).color(), 4);
        p.border(0, 0, w, h, off ? Token.LINE_1.color() : Token.LINE_2.towards(Token.LINE_3, hover()), 4);
        String text = TextSize.fit(look(), TypeRole.BUTTON, words().get(chosen()), p.raw(w - 34));
        p.left(8, h / 2, text, TypeRole.BUTTON, (off ? Token.FG_4 : Token.FG_1).color());
        chevron(p, w - 12, h / 2, off ? Token.FG_4 : Token.FG_2);
    }

    private void paintBare(Painter p, double w, double h) {
        if (hover() > 0) {
            p.fill(0, 0, w, h, Token.BG_0.alpha(hover()), 4);
            p.border(0, 0, w, h, Token.LINE_2.alpha(hover()), 4);
        }
        String text = TextSize.fit(look(), TypeRole.LABEL, words().get(chosen()), p.raw(w - 6));
        var color = (model().enabled() ? Token.FG_1 : Token.FG_4).color();
        if (atRight) {
            p.right(w - 2, h / 2, text, TypeRole.LABEL, color);
        } else {
            p.left(3, h / 2, text, TypeRole.LABEL, color);
        }
    }

    private static void chevron(Painter p, double x, double y, Token token) {
        var gc = p.context();
        gc.setStroke(token.color());
        gc.setLineWidth(p.raw(1.5));
        gc.setLineCap(StrokeLineCap.BUTT);
        gc.strokePolyline(
                new double[] {p.raw(x - 4), p.raw(x), p.raw(x + 4)},
                new double[] {p.raw(y - 2), p.raw(y + 2), p.raw(y - 2)},
                3);
    }
}
