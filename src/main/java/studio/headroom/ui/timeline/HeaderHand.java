package studio.headroom.ui.timeline;

import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import studio.headroom.project.Folder;
import studio.headroom.project.edit.FolderEdits;
import studio.headroom.ui.theme.Look;

/// What mouse and keyboard do with the header of a row: select it, make it higher, drag it to another place. UI thread.
final class HeaderHand {
    private static final double GRIP = 4;
    /// So far the pointer goes before a header is dragged.
    private static final double DRAG = 4;

    private final Look look;
    private final TimelineModel model;
    private final TimelineMenus menus;
    private final HeaderColumn.Hands hands;
    private final RowHeader header;
    private boolean resizing;
    private boolean moving;
    private double pressedX;
    private double pressedY;
    /// A press on one of several selected headers may begin to drag them all: the others are let go with the release.
    private boolean selectsAtRelease;

    HeaderHand(Look look, TimelineModel model, TimelineMenus menus, HeaderColumn.Hands hands, RowHeader header) {
        this.look = look;
        this.model = model;
        this.menus = menus;
        this.hands = hands;
        this.header = header;
        header.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        header.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        header.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> released());
        header.addEventHandler(
                MouseEvent.MOUSE_MOVED,
                event -> header.setCursor(onGrip(event.getY()) ? Cursor.V_RESIZE : Cursor.DEFAULT));
        header.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private Row row() {
        return header.row();
    }

    /// The master stands where it is.
    private boolean mayMove() {
        return !row().id().equals(model.song().master().id());
    }

    private boolean onGrip(double y) {
        return row().kind() == Row.Kind.TRACK && y >= header.getHeight() - look.px(GRIP);
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        header.requestFocus();
        resizing = onGrip(event.getY());
        moving = false;
        selectsAtRelease = false;
        pressedX = event.getSceneX();
        pressedY = event.getSceneY();
        event.consume();
        if (resizing) {
            return;
        }
        if (row().kind() == Row.Kind.FOLDER) {
            if (event.getClickCount() == 2) {
                boolean folded =
                        model.song().folder(row().id()).map(Folder::folded).orElse(false);
                model.apply(FolderEdits.fold(row().id(), !folded));
            }
            return;
        }
        if (event.isShiftDown()) {
            model.selection().stripsTo(row().id());
        } else if (event.isControlDown() || event.isShortcutDown()) {
            model.selection().toggleStrip(row().id());
        } else if (model.selection().isSelected(row().id())) {
            selectsAtRelease = true;
        } else {
            model.selection().strip(row().id());
        }
        if (event.getClickCount() == 2 && row().kind() == Row.Kind.TRACK) {
            model.height(row().id(), model.height(row().id()).next());
        }
    }

    private void dragged(MouseEvent event) {
        if (!resizing) {
            moving |= Math.hypot(event.getSceneX() - pressedX, event.getSceneY() - pressedY) > look.px(DRAG);
            if (moving && mayMove()) {
                hands.drag(row(), event.getSceneX(), event.getSceneY());
            }
            return;
        }
        double wanted = event.getY() / look.factor();
        RowHeight best = RowHeight.S;
        for (RowHeight height : RowHeight.values()) {
            if (Math.abs(height.units() - wanted) < Math.abs(best.units() - wanted)) {
                best = height;
            }
        }
        if (best != model.height(row().id())) {
            model.height(row().id(), best);
        }
    }

    private void released() {
        resizing = false;
        if (moving) {
            moving = false;
            hands.drop(row());
        } else if (selectsAtRelease) {
            model.selection().strip(row().id());
        }
        selectsAtRelease = false;
    }

    private void key(KeyEvent event) {
        if (event.getTarget() != header) {
            return;
        }
        switch (event.getCode()) {
            case ENTER -> {
                if (row().kind() != Row.Kind.FOLDER) {
                    model.selection().strip(row().id());
                }
            }
            case UP, DOWN -> {
                if (!event.isAltDown()) {
                    return;
                }
                hands.move(row(), event.getCode() == KeyCode.UP ? -1 : 1);
            }
            case F2 -> menus.rename(row(), header);
            case ESCAPE -> {
                if (!moving) {
                    return;
                }
                moving = false;
                hands.giveUp();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }
}
