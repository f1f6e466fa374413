package studio.headroom.ui.timeline;

import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// A small button that is an icon, in rows and bars of the timeline; it may be on. UI thread.
final class IconButton extends KitControl {
    private static final double ICON = 16;

    private final double width;
    private final double height;
    private final Runnable action;
    private final Node icon;
    private boolean on;
    private Token face = Token.FG_2;
    private String badge = "";
    /// Whether there is room kept for one.
    private boolean badged;

    /// @param name what it does, in a word or two
    /// @param explanation in a sentence
    IconButton(Look look, Icon icon, double width, double height, String name, String explanation, Runnable action) {
        super(look);
        this.width = width;
        this.height = height;
        this.action = action;
        this.icon = icon.node(look, ICON, Token.FG_2);
        this.icon.setManaged(false);
        this.icon.layoutBoundsProperty().addListener(_ -> requestLayout());
        getChildren().add(this.icon);
        setRing(-2, 5);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(name);
        setAccessibleHelp(explanation);
        Buttons.explain(this, name, explanation);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                action.run();
            }
            event.consume();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            boolean reached = isFocusVisible() && event.getCode() == KeyCode.SPACE;
            if (event.getCode() == KeyCode.ENTER || reached) {
                action.run();
                event.consume();
            }
        });
    }

    void setOn(boolean now) {
        if (on != now) {
            on = now;
            setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
            repaint();
        }
    }

    /// A letter in the lower right corner, or empty.
    void setBadge(String letter) {
        badged = true;
        if (!badge.equals(letter)) {
            badge = letter;
            repaint();
        }
    }

    /// The color of the icon while it is not on.
    void setFace(Token token) {
        if (face != token) {
            face = token;
            repaint();
        }
    }

    @Override
    public void executeAccessibleAction(AccessibleAction requested, Object... parameters) {
        if (requested == AccessibleAction.FIRE) {
            action.run();
        } else {
            super.executeAccessibleAction(requested, parameters);
        }
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
    protected void layoutChildren() {
        super.layoutChildren();
        icon.autosize();
        double device = look().outputScale();
        double beside = badged ? look().px(4) : 0;
        double x = (getWidth() - icon.getLayoutBounds().getWidth()) / 2 - beside;
        double y = (getHeight() - icon.getLayoutBounds().getHeight()) / 2;
        icon.relocate(Math.rint(x * device) / device, Math.rint(y * device) / device);
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        if (on) {
            p.fill(0, 0, w, h, Token.ACCENT_SOFT.towards(Token.ACCENT, 0.15 * hover()), 4);
            p.border(0, 0, w, h, Token.ACCENT.color(), 4);
        } else if (hover() > 0) {
            p.fill(0, 0, w, h, Token.BG_4.alpha(hover()), 4);
        }
        if (!badge.isEmpty()) {
            p.right(w - 4, h - 7, badge, TypeRole.SCALE_STRONG, Token.ACCENT_SOFT_FG.color());
        }
        Icon.color(icon, on ? Token.ACCENT_SOFT_FG : face);
    }
}
