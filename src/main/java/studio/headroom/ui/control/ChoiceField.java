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
        p.fill(0, 0, w, h, (off ? Token.BG_2 : Token.BG_0).color(), 4);
        p.border(0, 0, w, h, off ? Token.LINE_1.color() : Token.LINE_2.towards(Token.LINE_3, hover()), 4);
        String text = TextSize.fit(look(), TypeRole.BUTTON, words().get(chosen()), p.raw(w - 34));
        p.left(8, h / 2, text, TypeRole.BUTTON, (off ? Token.FG_4 : Token.FG_1).color());
        chevron(p, w - 12, h / 2, off ? Token.FG_4 : Token.FG_2);
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
