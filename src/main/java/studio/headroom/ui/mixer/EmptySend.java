package studio.headroom.ui.mixer;

import javafx.scene.AccessibleRole;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// A place for a send: with a plus, where one can be added.
final class EmptySend extends KitControl {
    private final StripModel strip;
    private final boolean plus;

    EmptySend(Look look, StripModel strip, boolean plus) {
        super(look);
        this.strip = strip;
        this.plus = plus;
        setRing(-2, 4);
        setFocusTraversable(plus);
        setMouseTransparent(!plus);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(strip.name() + ", add a send");
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                requestFocus();
                open();
                event.consume();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE && isFocusVisible()) {
                open();
                event.consume();
            }
        });
    }

    private void open() {
        ContextMenu menu = new ContextMenu();
        menu.getItems().addAll(SlotMenu.sendTargets(look(), strip));
        menu.show(this, javafx.geometry.Side.BOTTOM, 0, look().px(2));
    }

    @Override
    protected double unitWidth() {
        return 55;
    }

    @Override
    protected double unitHeight() {
        return SendSlot.HEIGHT;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        p.fill(0, 0, w, h, plus ? Token.BG_0.towards(Token.BG_4, 0.35 + 0.65 * hover()) : Token.BG_0.alpha(0.55), 3);
        if (plus) {
            Paints.plus(p, w / 2, h / 2, (hover() > 0.5 ? Token.FG_1 : Token.FG_3).color());
        }
    }
}
