package studio.headroom.ui.shell;

import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Side;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// How much of its time the sound takes, and how many blocks came late; where there is little room, one dot that says
/// whether all is well. A click on the load tells what takes the time, one on the late blocks forgets them.
final class LoadView extends KitControl {
    private static final double BAR = 70;

    private final Supplier<List<String>> words;
    private final Runnable forget;
    private boolean folded;
    private double load;
    private int percent;
    private long late;
    private boolean high;

    /// @param words what a click tells, a sentence a line
    /// @param forget lets the late blocks be counted anew
    LoadView(Look look, Supplier<List<String>> words, Runnable forget) {
        super(look);
        this.words = words;
        this.forget = forget;
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText("DSP load");
        setFocusTraversable(true);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                if (isOnLate(event.getX())) {
                    forget.run();
                } else {
                    tell();
                }
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE && isFocusVisible()) {
                tell();
                event.consume();
            }
        });
    }

    private boolean isOnLate(double x) {
        return late > 0 && !folded && x > look().px(BAR);
    }

    private void tell() {
        ContextMenu menu = new ContextMenu();
        for (String line : words.get()) {
            MenuItem item = new MenuItem(line);
            item.setMnemonicParsing(false);
            menu.getItems().add(item);
        }
        if (late > 0) {
            MenuItem anew = new MenuItem("Count late blocks anew");
            anew.setMnemonicParsing(false);
            anew.setOnAction(event -> forget.run());
            menu.getItems().addAll(new SeparatorMenuItem(), anew);
        }
        menu.show(this, Side.BOTTOM, 0, look().px(4));
    }

    void setFolded(boolean now) {
        if (folded != now) {
            folded = now;
            requestLayout();
            repaint();
        }
    }

    void show(double share, long lateBlocks, boolean isHigh) {
        int now = (int) Math.round(100 * share);
        if (now != percent || lateBlocks != late || isHigh != high) {
            load = Math.clamp(share, 0, 1);
            percent = now;
            late = lateBlocks;
            high = isHigh;
            repaint();
        }
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? "DSP load " + percent + " percent, " + late + " late blocks"
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    protected double unitWidth() {
        return folded ? 20 : BAR + 12 + 32;
    }

    @Override
    protected double unitHeight() {
        return 36;
    }

    private Token state() {
        return late > 0 ? Token.ERR : high ? Token.WARN : Token.OK;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        if (folded) {
            p.disc(w / 2, h / 2, 5, state().color());
            if (late > 0) {
                p.center(w / 2, h / 2, "!", TypeRole.LETTER, Token.INK.color());
            }
            return;
        }
        p.left(0, 8, "DSP", TypeRole.SMALL, Token.FG_3.color());
        p.right(BAR, 8, percent + " %", TypeRole.VALUE_SMALL, Token.FG_1.color());
        p.fill(0, 19, BAR, 6, Token.BG_0.color(), 1);
        if (load > 0) {
            p.fill(0, 19, BAR * load, 6, (high ? Token.WARN : Token.ACCENT).color(), 1);
        }
        p.right(w, 8, "Late", TypeRole.SMALL, Token.FG_3.color());
        p.right(w, 23, Long.toString(late), TypeRole.VALUE, (late > 0 ? Token.ERR : Token.FG_1).color());
    }
}
