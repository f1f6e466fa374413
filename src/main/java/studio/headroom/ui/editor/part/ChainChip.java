package studio.headroom.ui.editor.part;

import javafx.event.ActionEvent;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import studio.headroom.project.Insert;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.editor.model.ChainModel;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// One effect of a chain: its name, and the sign of its power, which switches it. A click opens it (with Shift: beside
/// the one that is open), a drag moves it. By keyboard: Enter opens, Space switches, arrows go to its neighbors, Alt
/// and
/// arrows move it, Delete removes it. Where there is little room it says less, but never half a word.
final class ChainChip extends KitControl {
    private static final double STILL = 5;
    /// What stands before and behind its words, in units.
    private static final double GRIP = 22;

    private static final double EDGE = 10;
    private static final double POWER = 34;

    /// How much it says.
    enum Form {
        /// Its name, and how far it goes.
        FULL,
        /// Its name.
        PLAIN,
        /// A short name, and no grip.
        BRIEF
    }

    /// What becomes of what a person does with it.
    interface Hands {
        void open(Insert insert, boolean beside);

        void turn(Insert insert);

        void remove(Insert insert);

        /// It is held at this place of the scene.
        ///
        /// @param copy whether a copy of it is
        void drag(ChainChip chip, double sceneX, boolean copy);

        void drop(ChainChip chip, double sceneX, boolean copy);

        /// It is held no more, and was not dropped.
        void letGo();

        /// One place to the left or right.
        void shift(Insert insert, int by);

        /// The keyboard goes to a neighbor.
        void go(ChainChip chip, int by);

        void menu(ChainChip chip, double screenX, double screenY);
    }

    private final Insert insert;
    private final boolean open;
    private final String name;
    private final String brief;
    private Form form = Form.FULL;
    private String move = "";
    private double pressedX;
    private boolean dragging;
    private boolean held;

    ChainChip(Look look, Insert insert, boolean open, Hands hands) {
        super(look);
        this.insert = insert;
        this.open = open;
        name = ChainModel.name(insert);
        brief = ChainModel.briefName(insert);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(name
                + (insert.bypassed() ? ", off" : ", on")
                + (open ? ", open" : "")
                + (ChainModel.isKnown(insert) ? "" : ", not known to this version"));
        setRing(-3, 6);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            requestFocus();
            pressedX = event.getSceneX();
            dragging = false;
            held = event.getButton() == MouseButton.PRIMARY;
            event.consume();
        });
        addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            if (held && (dragging || Math.abs(event.getSceneX() - pressedX) > look.px(STILL))) {
                dragging = true;
                boolean copy = event.isShortcutDown();
                setOpacity(copy ? 1 : 0.5);
                setCursor(copy ? Cursor.CROSSHAIR : Cursor.CLOSED_HAND);
                hands.drag(this, event.getSceneX(), copy);
            }
        });
        addEventHandler(MouseEvent.MOUSE_RELEASED, event -> released(event, hands));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> keyPressed(event, hands));
        addEventHandler(ActionEvent.ACTION, _ -> hands.open(insert, false));
        Buttons.explainBy(this, () -> name, () -> move);
    }

    Insert insert() {
        return insert;
    }

    /// Says beside its name how far it goes; empty for nothing.
    void tell(String now) {
        if (!now.equals(move)) {
            boolean wider = moveWidth(now) != moveWidth(move);
            move = now;
            setAccessibleHelp(now);
            if (wider) {
                requestLayout();
            }
            repaint();
        }
    }

    private double moveWidth(String text) {
        return text.isEmpty() ? 0 : wide(TypeRole.VALUE_SMALL, text) + 10;
    }

    private double wide(TypeRole role, String text) {
        return Math.ceil(TextSize.width(look(), role, text) / look().factor());
    }

    /// What it needs to say so much, in units.
    double width(Form wanted) {
        return switch (wanted) {
            case FULL -> GRIP + wide(TypeRole.NAME, name) + moveWidth(move) + POWER;
            case PLAIN -> GRIP + wide(TypeRole.NAME, name) + POWER;
            case BRIEF -> EDGE + wide(TypeRole.NAME, brief) + POWER;
        };
    }

    void setForm(Form now) {
        if (form != now) {
            form = now;
            repaint();
        }
    }

    private void released(MouseEvent event, Hands hands) {
        if (event.getButton() == MouseButton.SECONDARY) {
            hands.menu(this, event.getScreenX(), event.getScreenY());
        } else if (dragging) {
            endDrag();
            hands.drop(this, event.getSceneX(), event.isShortcutDown());
        } else if (!held) {
            // Given up, or pressed elsewhere.
            event.consume();
            return;
        } else if (event.getX() > getWidth() - look().px(30)) {
            hands.turn(insert);
        } else {
            hands.open(insert, event.isShiftDown());
        }
        event.consume();
    }

    private void endDrag() {
        dragging = false;
        held = false;
        setOpacity(1);
        setCursor(null);
    }

    private void keyPressed(KeyEvent event, Hands hands) {
        KeyCode code = event.getCode();
        if (dragging && code == KeyCode.ESCAPE) {
            endDrag();
            hands.letGo();
        } else if (event.isAltDown() && (code == KeyCode.LEFT || code == KeyCode.RIGHT)) {
            hands.shift(insert, code == KeyCode.LEFT ? -1 : 1);
        } else if (code == KeyCode.LEFT || code == KeyCode.RIGHT) {
            hands.go(this, code == KeyCode.LEFT ? -1 : 1);
        } else if (code == KeyCode.ENTER) {
            hands.open(insert, event.isShiftDown());
        } else if (code == KeyCode.SPACE && isFocusVisible()) {
            hands.turn(insert);
        } else if (code == KeyCode.DELETE || code == KeyCode.BACK_SPACE) {
            hands.remove(insert);
        } else {
            return;
        }
        event.consume();
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            fireEvent(new ActionEvent());
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }

    @Override
    protected double unitWidth() {
        return width(form);
    }

    @Override
    protected double unitHeight() {
        return 28;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        boolean off = insert.bypassed();
        p.fill(0, 0, w, h, open ? Token.ACCENT_SOFT.color() : Token.BG_4.towards(Token.BG_5, hover()), 4);
        p.border(0, 0, w, h, (open ? Token.ACCENT : Token.LINE_2).color(), 4);
        for (int row = 0; row < 3 && form != Form.BRIEF; row++) {
            p.disc(9, h / 2 - 4 + 4 * row, 1, Token.FG_3.color());
            p.disc(13, h / 2 - 4 + 4 * row, 1, Token.FG_3.color());
        }
        Token text = off ? Token.FG_3 : open ? Token.ACCENT_SOFT_FG : Token.FG_1;
        boolean small = form == Form.BRIEF;
        p.left(small ? EDGE : GRIP, h / 2, small ? brief : name, TypeRole.NAME, text.color());
        if (form == Form.FULL && !move.isEmpty()) {
            Token number = off ? Token.FG_3 : open ? Token.ACCENT_SOFT_FG : Token.FG_2;
            p.right(w - 30, h / 2, move, TypeRole.VALUE_SMALL, number.color());
        }
        PowerSign.paint(p, w - 17, h / 2, !off);
    }
}
