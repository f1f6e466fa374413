package studio.headroom.ui.mixer;

import java.util.EnumSet;
import java.util.Set;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import studio.headroom.project.Snapshot;
import studio.headroom.project.edit.Scope;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The slots A to D of mix snapshots: a click on an empty one keeps the mix there, on another one goes to it; held
/// down,
/// that mix is only heard, until it is let go. Which is empty is told by a letter without a line below.
final class SnapshotBar extends KitControl {
    private static final double SEGMENT = 28;
    /// What is pressed for longer is held, in ms.
    private static final double HOLD_MS = 300;

    private final Snapshots snapshots;
    private FramePulse.@Nullable Delay holding;
    private int pressed = -1;
    private int under = -1;
    private int at;

    SnapshotBar(Look look, Snapshots snapshots) {
        super(look);
        this.snapshots = snapshots;
        setRing(-2, 6);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        Buttons.explain(
                this,
                "Mix snapshots",
                "Four mixes to compare. A click on an empty letter keeps the mix as it is; a click on another goes back"
                        + " to that mix, which you can undo. Hold it down, or Shift-Enter, to hear that mix only as long"
                        + " as you hold. Right-click for more.");
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                press(segment(event));
                event.consume();
            }
        });
        addEventHandler(MouseEvent.MOUSE_RELEASED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                release();
                event.consume();
            }
        });
        focusedProperty().addListener((observable, before, now) -> letGo());
        sceneProperty().addListener((observable, before, now) -> letGo());
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(segment(event)));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> point(-1));
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            at = event.isKeyboardTrigger() ? at : (int) Math.clamp(event.getX() / look.px(SEGMENT), 0, 3);
            menu().show(this, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(KeyEvent.KEY_RELEASED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SHIFT) {
                letGo();
            }
        });
        refresh();
    }

    private void press(int index) {
        letGo();
        at = index;
        pressed = index;
        holding = look().pulse().after(HOLD_MS, () -> hold(index));
        refresh();
    }

    private void hold(int index) {
        pressed = -1;
        snapshots.audition(Snapshot.SLOTS.get(index));
        refresh();
    }

    private void release() {
        int clicked = pressed;
        letGo();
        if (clicked >= 0) {
            choose(clicked);
        }
    }

    /// Ends what a press or a key has begun.
    private void letGo() {
        if (holding != null) {
            holding.cancel();
            holding = null;
        }
        pressed = -1;
        if (!snapshots.held().isEmpty()) {
            snapshots.endAudition();
            refresh();
        }
    }

    void refresh() {
        String slot = Snapshot.SLOTS.get(at);
        String active = snapshots.active().get();
        setAccessibleText("Mix snapshot " + slot + (snapshots.in(slot).isPresent() ? "" : ", empty")
                + (active.equals(slot) ? ", chosen" : "")
                + (snapshots.held().equals(slot) ? ", heard while held" : ""));
        repaint();
    }

    private int segment(MouseEvent event) {
        return (int) Math.clamp(event.getX() / look().px(SEGMENT), 0, 3);
    }

    private void point(int index) {
        if (under != index) {
            under = index;
            repaint();
        }
    }

    private void choose(int index) {
        at = index;
        snapshots.choose(Snapshot.SLOTS.get(index));
        refresh();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
            at = Math.clamp(at + (event.getCode() == KeyCode.LEFT ? -1 : 1), 0, 3);
            refresh();
        } else if (event.getCode() == KeyCode.ENTER && event.isShiftDown()) {
            if (snapshots.held().isEmpty()) {
                hold(at);
            }
        } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE && isFocusVisible()) {
            choose(at);
        } else {
            return;
        }
        event.consume();
    }

    private ContextMenu menu() {
        String slot = Snapshot.SLOTS.get(at);
        boolean there = snapshots.in(slot).isPresent();
        MenuItem go = Menus.item(look(), Icon.RESTORE, "Go to mix " + slot, () -> snapshots.choose(slot));
        MenuItem remove = Menus.item(look(), Icon.CLOSE, "Empty " + slot, () -> snapshots.remove(slot));
        go.setDisable(!there);
        remove.setDisable(!there);
        MenuItem keep =
                Menus.item(look(), Icon.CAMERA_OUTLINE, "Keep the present mix as " + slot, () -> snapshots.take(slot));
        MenuItem selected = Menus.item(
                look(), Icon.RESTORE, "Go to " + slot + " for what is selected", () -> snapshots.recallSelected(slot));
        selected.setDisable(!there || !snapshots.canRecallSelected());
        ContextMenu menu = new ContextMenu();
        menu.getItems().addAll(keep, go, selected, remove, new SeparatorMenuItem());
        MenuItem heading = new MenuItem("Going to a mix brings back");
        heading.setDisable(true);
        menu.getItems().add(heading);
        for (Scope scope : Scope.values()) {
            boolean on = snapshots.scopes().get().contains(scope);
            menu.getItems().add(Menus.checked(look(), on, words(scope), () -> turnOver(scope)));
        }
        return menu;
    }

    private void turnOver(Scope scope) {
        Set<Scope> changed = EnumSet.noneOf(Scope.class);
        changed.addAll(snapshots.scopes().get());
        if (!changed.remove(scope)) {
            changed.add(scope);
        }
        snapshots.scopes().set(Set.copyOf(changed));
    }

    private static String words(Scope scope) {
        return switch (scope) {
            case LEVEL -> "Levels: trim, polarity, volume";
            case PAN -> "Pan and width";
            case MUTE -> "Mute and solo";
            case SENDS -> "Sends";
            case EFFECTS -> "Effects and their order";
            case OUTPUT -> "Outputs";
            case AUTOMATION -> "Which automation is read";
        };
    }

    @Override
    protected double unitWidth() {
        return SEGMENT * Snapshot.SLOTS.size();
    }

    @Override
    protected double unitHeight() {
        return 22;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        p.fill(0, 0, w, h, Token.BG_0.color(), 5);
        p.border(0, 0, w, h, Token.LINE_2.color(), 5);
        for (int i = 0; i < Snapshot.SLOTS.size(); i++) {
            String slot = Snapshot.SLOTS.get(i);
            boolean on = snapshots.active().get().equals(slot);
            boolean there = snapshots.in(slot).isPresent();
            double x = i * SEGMENT;
            if (snapshots.held().equals(slot)) {
                p.fill(x + 2, 2, SEGMENT - 4, h - 4, Token.ACCENT_SOFT.color(), 4);
            } else if (on) {
                p.fill(x + 2, 2, SEGMENT - 4, h - 4, Token.BG_5.color(), 4);
            } else if (under == i || isFocusVisible() && at == i) {
                p.fill(x + 2, 2, SEGMENT - 4, h - 4, Token.BG_3.color(), 4);
            }
            Token color = on ? Token.FG_1 : there ? Token.FG_2 : Token.FG_3;
            p.center(x + SEGMENT / 2, h / 2, slot, on ? TypeRole.NAME : TypeRole.BUTTON, color.color());
            if (there) {
                p.fill(x + SEGMENT / 2 - 4, h - 5, 8, 2, (on ? Token.ACCENT : Token.FG_3).color(), 1);
            }
        }
    }
}
