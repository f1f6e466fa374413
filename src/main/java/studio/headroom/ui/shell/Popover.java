package studio.headroom.ui.shell;

import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import studio.headroom.ui.control.WindowRoot;
import studio.headroom.ui.theme.Look;

/// A panel that hangs below something and goes away with Esc, or a press beside it. The window stays in use: keys with
/// Ctrl go there. One at a time.
final class Popover {
    private static final double GAP = 4;

    private final Look look;
    private final WindowRoot root;
    private final EventHandler<MouseEvent> beside = this::pressed;
    private final EventHandler<KeyEvent> escape = this::escape;
    private final EventHandler<KeyEvent> keys = this::key;
    private @Nullable Region content;
    private @Nullable Node anchor;
    private @Nullable Node before;
    private @Nullable Scene scene;

    Popover(Look look, WindowRoot root) {
        this.look = look;
        this.root = root;
    }

    boolean isOpen() {
        return content != null;
    }

    /// Hangs a panel below the anchor, its right edge below the anchor's; it is to take the focus itself.
    void show(Region panel, Node under) {
        hide();
        Scene shownIn = root.getScene();
        scene = shownIn;
        before = shownIn.getFocusOwner();
        content = panel;
        anchor = under;
        shownIn.addEventFilter(MouseEvent.MOUSE_PRESSED, beside);
        panel.addEventFilter(KeyEvent.KEY_PRESSED, escape);
        panel.addEventHandler(KeyEvent.KEY_PRESSED, keys);
        root.show(panel);
        panel.autosize();
        Bounds at = root.boundsOf(under);
        double x = at.getMaxX() - panel.getWidth();
        double lower = at.getMaxY() + look.px(GAP);
        boolean fits = lower + panel.getHeight() <= root.getHeight();
        root.place(panel, x, fits ? lower : at.getMinY() - look.px(GAP) - panel.getHeight());
    }

    void hide() {
        Region open = content;
        if (open == null) {
            return;
        }
        content = null;
        anchor = null;
        open.removeEventFilter(KeyEvent.KEY_PRESSED, escape);
        open.removeEventHandler(KeyEvent.KEY_PRESSED, keys);
        Scene shownIn = scene;
        scene = null;
        boolean had = shownIn != null && isWithin(shownIn.getFocusOwner(), open);
        if (shownIn != null) {
            shownIn.removeEventFilter(MouseEvent.MOUSE_PRESSED, beside);
        }
        root.hide(open);
        Node back = before;
        before = null;
        if (had && back != null && back.getScene() != null) {
            back.requestFocus();
        }
    }

    private void pressed(MouseEvent event) {
        Node target = event.getTarget() instanceof Node node ? node : null;
        if (!isWithin(target, content) && !isWithin(target, anchor)) {
            hide();
        }
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            hide();
            event.consume();
        }
    }

    /// Bare keys stay in it, so that none of them edits the song unseen.
    private void key(KeyEvent event) {
        if (!event.isShortcutDown() && !event.getCode().isModifierKey()) {
            event.consume();
        }
    }

    private static boolean isWithin(@Nullable Node node, @Nullable Node in) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (up == in) {
                return true;
            }
        }
        return false;
    }
}
