package studio.headroom.ui.shell;

import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.effect.BlurType;
import javafx.scene.effect.DropShadow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import studio.headroom.ui.control.WindowRoot;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// What lies above the window while something has to be answered first: a dialog, the list of commands. One at a time.
/// Keys and the focus stay in it; Esc, and a press beside it, close what may be closed.
public final class Overlay extends StackPane {
    private final Look look;
    private final Region shade;
    /// Held here, since the look holds it weakly.
    private final InvalidationListener restyle = observable -> castShadow();
    private @Nullable Runnable dismiss;
    private @Nullable Node before;

    Overlay(Look look) {
        this.look = look;
        getStyleClass().add("hr-overlay");
        Region shade = new Region();
        shade.getStyleClass().add("hr-scrim");
        shade.setManaged(false);
        this.shade = shade;
        setVisible(false);
        // A dialog that is higher than the window must not make what lies below it higher, too.
        setMinSize(0, 0);
        look.watch(restyle);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() == this || event.getTarget() == shade) {
                dismissed();
            }
            event.consume();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                dismissed();
                event.consume();
            }
        });
        sceneProperty()
                .flatMap(scene -> scene.focusOwnerProperty())
                .addListener((observable, was, owner) -> keep(owner));
    }

    private void castShadow() {
        DropShadow shadow = new DropShadow(BlurType.GAUSSIAN, Token.SHADE.alpha(0.5), look.px(24), 0, 0, look.px(8));
        getChildren().stream().filter(node -> node != shade).forEach(card -> card.setEffect(shadow));
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        shade.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    /// The focus does not leave it while it is open; the field to type a value into floats above it and may have it.
    private void keep(@Nullable Node owner) {
        if (isVisible() && owner != null && !isWithin(owner) && !isFloating(owner)) {
            enter();
        }
    }

    private static boolean isFloating(Node owner) {
        return owner.getScene() != null
                && owner.getScene().getRoot() instanceof WindowRoot root
                && root.isFloating(owner);
    }

    /// What scrolls has its content once it is styled: then that may be the first thing that takes keys.
    void enterStyled() {
        applyCss();
        enter();
    }

    /// The first thing of the dialog that takes keys gets the focus.
    private void enter() {
        shade.setFocusTraversable(true);
        shade.requestFocus();
        shade.requestFocusTraversal(TraversalDirection.NEXT);
        shade.setFocusTraversable(false);
    }

    private boolean isWithin(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (up == this) {
                return true;
            }
        }
        return false;
    }

    /// @param card the dialog
    /// @param dismissed runs when it is left without an answer, after it was hidden; null where it has to be
    /// answered
    public void show(Region card, Pos at, @Nullable Runnable dismissed) {
        if (!isVisible()) {
            before = getScene() == null ? null : getScene().getFocusOwner();
        }
        dismiss = dismissed;
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAlignment(card, at);
        getChildren().setAll(shade, card);
        castShadow();
        setVisible(true);
        if (getScene() != null) {
            Node owner = getScene().getFocusOwner();
            if (owner == null || !isWithin(owner)) {
                enter();
            }
        }
    }

    public boolean isOpen() {
        return isVisible();
    }

    public void hide() {
        if (isVisible()) {
            setVisible(false);
            getChildren().clear();
            dismiss = null;
            Node back = before;
            before = null;
            if (back != null && back.getScene() != null) {
                back.requestFocus();
            } else if (getParent() != null) {
                getParent().requestFocus();
            }
        }
    }

    private void dismissed() {
        Runnable action = dismiss;
        if (action != null) {
            hide();
            action.run();
        }
    }
}
