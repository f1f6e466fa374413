package studio.headroom.ui.master.rack;

import javafx.scene.AccessibleRole;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import studio.headroom.project.Snapshot;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The four chains of a mastering, A to D: a click goes on with another one. Which was never used is told by a letter
/// without a line below. Its explanation says what a chain has otherwise than the present one.
final class SlotBar extends KitControl {
    private static final double SEGMENT = 36;
    /// Where there is little room, in units.
    private static final double NARROW = 25;

    private static final double HEIGHT = 30;

    private final ChainSlots slots;
    private double segment = SEGMENT;
    private int under = -1;
    private int at;

    SlotBar(Look look, ChainSlots slots) {
        super(look);
        this.slots = slots;
        setRing(-2, 6);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        Buttons.explainBy(this, () -> "Chain " + letter(), () -> slots.words(letter()));
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            requestFocus();
            if (event.getButton() == MouseButton.PRIMARY) {
                choose(segment(event.getX()));
                event.consume();
            }
        });
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(segment(event.getX())));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> point(-1));
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            at = event.isKeyboardTrigger() ? at : segment(event.getX());
            menu(letter()).show(this, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        at = Snapshot.SLOTS.indexOf(slots.active());
        refresh();
    }

    private String letter() {
        return Snapshot.SLOTS.get(under >= 0 ? under : at);
    }

    void refresh() {
        String letter = Snapshot.SLOTS.get(at);
        setAccessibleText("Chain " + letter + (slots.in(letter).isPresent() ? "" : ", never used")
                + (slots.active().equals(letter) ? ", chosen" : ""));
        repaint();
    }

    /// Whether its letters stand close together.
    void setNarrow(boolean now) {
        double wanted = now ? NARROW : SEGMENT;
        if (segment != wanted) {
            segment = wanted;
            requestLayout();
        }
    }

    private int segment(double x) {
        return (int) Math.clamp(x / getWidth() * Snapshot.SLOTS.size(), 0, Snapshot.SLOTS.size() - 1);
    }

    private void point(int index) {
        if (under != index) {
            under = index;
            repaint();
        }
    }

    private void choose(int index) {
        at = index;
        slots.choose(Snapshot.SLOTS.get(index));
        refresh();
    }

    private void key(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.LEFT || code == KeyCode.RIGHT) {
            at = Math.clamp(at + (code == KeyCode.LEFT ? -1 : 1), 0, Snapshot.SLOTS.size() - 1);
            refresh();
        } else if (code == KeyCode.ENTER || code == KeyCode.SPACE && isFocusVisible()) {
            choose(at);
        } else {
            return;
        }
        event.consume();
    }

    private ContextMenu menu(String letter) {
        boolean active = slots.active().equals(letter);
        MenuItem go = new MenuItem("Go on with chain " + letter);
        go.setDisable(active);
        go.setOnAction(_ -> slots.choose(letter));
        MenuItem copy = new MenuItem("Copy the present chain to " + letter);
        copy.setDisable(active);
        copy.setOnAction(_ -> slots.copyTo(letter));
        return new ContextMenu(go, copy);
    }

    @Override
    protected double unitWidth() {
        return segment * Snapshot.SLOTS.size();
    }

    @Override
    protected double unitHeight() {
        return HEIGHT;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        p.fill(0, 0, w, h, Token.BG_0.color(), 5);
        p.border(0, 0, w, h, Token.LINE_2.color(), 5);
        double wide = w / Snapshot.SLOTS.size();
        for (int i = 0; i < Snapshot.SLOTS.size(); i++) {
            String letter = Snapshot.SLOTS.get(i);
            boolean on = slots.active().equals(letter);
            boolean used = slots.in(letter).isPresent();
            double x = i * wide;
            if (on) {
                p.fill(x + 2, 2, wide - 4, h - 4, Token.BG_5.color(), 4);
            } else if (under == i || isFocusVisible() && at == i) {
                p.fill(x + 2, 2, wide - 4, h - 4, Token.BG_3.color(), 4);
            }
            Token color = on ? Token.FG_1 : used ? Token.FG_2 : Token.FG_3;
            p.center(x + wide / 2, h / 2 - 1, letter, on ? TypeRole.NAME : TypeRole.BUTTON, color.color());
            if (used) {
                p.fill(x + wide / 2 - 5, h - 6, 10, 2, (on ? Token.ACCENT : Token.FG_3).color(), 1);
            }
        }
    }
}
