package studio.headroom.ui.control;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// A few options side by side, one of them chosen: Mix, Master, Listen.
public final class SegmentedControl extends ChoiceControl {
    private final double segment;
    private final double height;
    private int under = -1;

    /// @param segment the width of one option, in units
    /// @param height in units: 24, in the top bar 32
    public SegmentedControl(Look look, ControlModel model, List<String> words, double segment, double height) {
        super(look, model, AccessibleRole.COMBO_BOX, words);
        this.segment = segment;
        this.height = height;
        setRing(-3, 7);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                model.set(at(event));
            }
        });
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(at(event)));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> point(-1));
    }

    private void point(int index) {
        if (under != index) {
            under = index;
            repaint();
        }
    }

    private int at(MouseEvent event) {
        return Math.clamp((int) (event.getX() / getWidth() * words().size()), 0, words().size() - 1);
    }

    @Override
    protected double unitWidth() {
        return segment * words().size();
    }

    @Override
    protected double unitHeight() {
        return height;
    }

    @Override
    void activate() {
        model().set((chosen() + 1) % words().size());
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        boolean off = !model().enabled();
        p.fill(0, 0, w, h, Token.BG_0.color(), 5);
        p.border(0, 0, w, h, (off ? Token.LINE_1 : Token.LINE_2).color(), 5);
        double each = w / words().size();
        for (int i = 0; i < words().size(); i++) {
            boolean on = i == chosen();
            if (on) {
                p.fill(i * each + 2, 2, each - 4, h - 4, (off ? Token.BG_3 : Token.BG_5).color(), 4);
            }
            Token color = off ? Token.FG_4 : on ? Token.FG_1 : i == under ? Token.FG_2 : Token.FG_3;
            TypeRole role = h > 28 ? TypeRole.CARD_TITLE : on ? TypeRole.NAME : TypeRole.BUTTON;
            p.center((i + 0.5) * each, h / 2, words().get(i), role, color.color());
        }
    }
}
