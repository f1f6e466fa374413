package studio.headroom.ui.master.advise;

import java.util.function.Supplier;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// A reference in the list: its name, how loud its region is, and whether it is chosen or heard.
final class ReferenceChip extends KitControl {
    static final double WIDTH = 184;

    private final Runnable choose;
    private final Supplier<ContextMenu> menu;
    private ReferencesModel.Item item;
    private boolean chosen;
    private boolean heard;

    ReferenceChip(Look look, ReferencesModel.Item item, Runnable choose, Supplier<ContextMenu> menu) {
        super(look);
        this.item = item;
        this.choose = choose;
        this.menu = menu;
        setAccessibleRole(AccessibleRole.RADIO_BUTTON);
        setFocusTraversable(true);
        setRing(-2, 6);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                requestFocus();
                choose.run();
                event.consume();
            }
        });
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            menu.get().show(this, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void key(KeyEvent event) {
        boolean press = event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE && isFocusVisible();
        boolean asks = event.getCode() == KeyCode.CONTEXT_MENU || event.getCode() == KeyCode.F10 && event.isShiftDown();
        if (press) {
            choose.run();
            event.consume();
        } else if (asks) {
            var at = localToScreen(getLayoutBounds());
            menu.get().show(this, at.getMinX(), at.getMaxY());
            event.consume();
        }
    }

    void show(ReferencesModel.Item now, boolean isChosen, boolean isHeard) {
        item = now;
        chosen = isChosen;
        heard = isHeard;
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        repaint();
    }

    @Override
    protected double unitWidth() {
        return WIDTH;
    }

    @Override
    protected double unitHeight() {
        return 30;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        p.fill(0, 0, w, h, chosen ? Token.BG_4.color() : Token.BG_3.towards(Token.BG_4, hover()), 4);
        if (chosen) {
            p.border(0, 0, w, h, heard ? Token.ACCENT.color() : Token.LINE_3.color(), 4);
        }
        boolean missing = !item.trouble().isEmpty();
        String level = missing ? "missing" : Figures.lufs(item.lufs());
        TypeRole role = missing ? TypeRole.LABEL : TypeRole.VALUE_SMALL;
        double left = heard ? 26 : 8;
        double taken = left + 16 + p.units(TextSize.width(look(), role, level));
        if (heard) {
            // Sounding: a small loudspeaker's waves.
            p.fill(8, h / 2 - 3, 3, 6, Token.ACCENT.color(), 1);
            p.fill(13, h / 2 - 5, 3, 10, Token.ACCENT.color(), 1);
            p.fill(18, h / 2 - 3, 3, 6, Token.ACCENT.color(), 1);
        }
        String name = TextSize.fit(look(), TypeRole.NAME, item.reference().name(), p.raw(w - taken));
        p.left(left, h / 2, name, TypeRole.NAME, Token.FG_1.color());
        p.right(w - 8, h / 2, level, role, missing ? Token.WARN.color() : Token.FG_2.color());
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case TEXT ->
                item.reference().name() + ", "
                        + (item.trouble().isEmpty() ? Figures.lufs(item.lufs()).replace("−", "minus ") : item.trouble())
                        + (heard ? ", heard" : "");
            case SELECTED -> chosen;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
