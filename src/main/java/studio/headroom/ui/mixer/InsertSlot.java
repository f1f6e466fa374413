package studio.headroom.ui.mixer;

import javafx.scene.AccessibleRole;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import studio.headroom.effects.EffectType;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.model.ValueText;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// One place for an effect: its name with a green edge while it is on, a plus where one can be added, or nothing. A
/// double-click opens the effect, a click on the edge bypasses it, a drag takes it elsewhere.
final class InsertSlot extends KitControl {
    static final double HEIGHT = 17;
    private static final double EDGE = 8;
    private static final double POWER = 16;
    private static final double STILL = 4;

    /// What a slot does, given by the strip that it is in.
    interface Hands {
        void add(InsertSlot slot, int index);

        void open(InsertModel insert);

        void menu(InsertSlot slot, InsertModel insert, double screenX, double screenY);

        /// Follows the pointer; in the scene's coordinates.
        void drag(InsertModel insert, double sceneX, double sceneY, boolean copy);

        void drop(InsertModel insert, double sceneX, double sceneY, boolean copy);

        void giveUp();
    }

    private final StripModel strip;
    private final int index;
    private final @Nullable InsertModel insert;
    private final boolean plus;
    private final Hands hands;
    private double pressedX;
    private double pressedY;
    private boolean held;
    private boolean dragging;
    private Runnable unwatch = () -> {};

    /// @param insert what lies in it, or null
    /// @param plus whether an effect can be added here
    InsertSlot(Look look, StripModel strip, int index, @Nullable InsertModel insert, boolean plus, Hands hands) {
        super(look);
        this.strip = strip;
        this.index = index;
        this.insert = insert;
        this.plus = plus;
        this.hands = hands;
        setRing(-2, 4);
        getStyleClass().add(plus ? "hr-insert-add" : "hr-insert");
        setAccessibleRole(AccessibleRole.BUTTON);
        speak();
        setFocusTraversable(insert != null || plus);
        if (insert != null) {
            Buttons.explainBy(this, insert::label, () -> words(insert));
        }
        // An empty place is the strip's ground.
        setMouseTransparent(insert == null && !plus);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            if (insert != null) {
                hands.menu(this, insert, event.getScreenX(), event.getScreenY());
                event.consume();
            }
        });
        sceneProperty().addListener((observable, before, scene) -> {
            unwatch.run();
            unwatch = scene == null || insert == null
                    ? () -> {}
                    : insert.bypass().observe(() -> {
                        speak();
                        repaint();
                    });
        });
    }

    @Nullable
    InsertModel insert() {
        return insert;
    }

    int index() {
        return index;
    }

    boolean isPlus() {
        return plus;
    }

    private void speak() {
        setAccessibleText(
                insert == null
                        ? strip.name() + ", add an effect"
                        : strip.name() + " effect " + (index + 1) + ", " + insert.label()
                                + (insert.isOn() ? ", on" : ", bypassed"));
    }

    /// What it is for, how late it makes the sound, and what the hand can do.
    private String words(InsertModel shown) {
        EffectType type = shown.type();
        int late = strip.mixer().session().playback().meters().latency(shown.id());
        return (type == null ? "This version does not know it; its settings are kept." : type.purpose())
                + (late == 0
                        ? ""
                        : "\nLate by "
                                + ValueText.samples(
                                        late,
                                        strip.mixer()
                                                .session()
                                                .history()
                                                .current()
                                                .sampleRate())
                                + ", for which everything else waits.")
                + "\nA double-click opens it, a click on its left edge switches it " + (shown.isOn() ? "off" : "on")
                + ", a drag moves it.";
    }

    private boolean onSwitch(MouseEvent event) {
        double x = event.getX() / look().factor();
        double w = getWidth() / look().factor();
        return x < EDGE || isWide(w) && x > w - POWER;
    }

    private static boolean isWide(double w) {
        return w > 80;
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (insert != null || plus) {
            requestFocus();
            event.consume();
        }
        held = true;
        pressedX = event.getSceneX();
        pressedY = event.getSceneY();
        dragging = false;
        if (insert != null && event.getClickCount() == 2 && !onSwitch(event)) {
            hands.open(insert);
        }
    }

    private void dragged(MouseEvent event) {
        if (insert == null || !held) {
            return;
        }
        double far = Math.hypot(event.getSceneX() - pressedX, event.getSceneY() - pressedY);
        if (dragging || far > look().px(STILL)) {
            dragging = true;
            hands.drag(insert, event.getSceneX(), event.getSceneY(), copies(event));
        }
        event.consume();
    }

    private static boolean copies(MouseEvent event) {
        return event.isControlDown() || event.isAltDown();
    }

    private void released(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        held = false;
        if (dragging && insert != null) {
            dragging = false;
            hands.drop(insert, event.getSceneX(), event.getSceneY(), copies(event));
        } else if (insert == null && plus) {
            hands.add(this, index);
        } else if (insert != null && onSwitch(event)) {
            turnOver(insert);
        }
        event.consume();
    }

    private static void turnOver(InsertModel insert) {
        insert.bypass().set(insert.isOn() ? 1 : 0);
    }

    private void key(KeyEvent event) {
        if (insert == null) {
            if (plus && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE)) {
                hands.add(this, index);
                event.consume();
            }
            return;
        }
        StripActions actions = strip.mixer().actions();
        switch (event.getCode()) {
            case ENTER -> hands.open(insert);
            case B -> turnOver(insert);
            case DELETE, BACK_SPACE -> actions.removeInsert(insert.id());
            case UP, DOWN -> {
                if (!event.isAltDown()) {
                    return;
                }
                boolean up = event.getCode() == KeyCode.UP;
                actions.dropInsert(insert.id(), strip.id(), up ? Math.max(0, index - 1) : index + 2, false);
            }
            case ESCAPE -> {
                held = false;
                dragging = false;
                hands.giveUp();
                return;
            }
            case CONTEXT_MENU -> {
                var at = localToScreen(getLayoutBounds());
                hands.menu(this, insert, at.getMinX(), at.getMaxY());
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    @Override
    protected double unitWidth() {
        return 55;
    }

    @Override
    protected double unitHeight() {
        return HEIGHT;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        if (insert == null) {
            p.fill(
                    0,
                    0,
                    w,
                    h,
                    plus ? Token.BG_0.towards(Token.BG_4, 0.35 + 0.65 * hover()) : Token.BG_0.alpha(0.55),
                    3);
            if (plus) {
                Paints.plus(p, w / 2, h / 2, (hover() > 0.5 ? Token.FG_1 : Token.FG_3).color());
            }
            return;
        }
        boolean on = insert.isOn();
        p.fill(0, 0, w, h, on ? Token.BG_5.towards(Token.LINE_3, 0.4 * hover()) : Token.BG_3.color(), 3);
        if (on) {
            p.fill(0, 0, 3, h, Token.OK.color(), 1);
        } else {
            p.border(0, 0, w, h, Token.LINE_2.color(), 3);
        }
        var color = (insert.type() == null ? Token.WARN : on ? Token.FG_1 : Token.FG_2).color();
        double room = w - 9 - (isWide(w) ? POWER : 0);
        p.left(7, h / 2, TextSize.fit(look(), TypeRole.SMALL, name(w), p.raw(room)), TypeRole.SMALL, color);
        if (isWide(w)) {
            Paints.power(p, w - 9, h / 2, (on ? Token.FG_2 : Token.FG_4).color());
        }
    }

    /// Short words where the strip is narrow.
    private String name(double w) {
        InsertModel now = insert;
        if (now == null) {
            return "";
        }
        return isWide(w) ? now.label() : EffectWords.brief(now.insert().type(), now.label());
    }
}
