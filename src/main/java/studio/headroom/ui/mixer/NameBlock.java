package studio.headroom.ui.mixer;

import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import studio.headroom.project.Strip;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The foot of a strip: its color, its name, where it feeds. A double-click renames; a drag moves the strip.
final class NameBlock extends KitControl {
    static final double HEIGHT = 40;
    private static final double BAR = 4;
    private static final double STILL = 5;

    /// What a drag of the name does, in the scene's coordinates.
    interface Hands {
        void drag(StripModel strip, double sceneX);

        void drop(StripModel strip, double sceneX);
    }

    private final StripModel strip;
    private final Hands hands;
    private double pressedX;
    private boolean held;
    private boolean dragging;
    private @Nullable Node picture;
    private String pictured = "";

    NameBlock(Look look, StripModel strip, Hands hands) {
        super(look);
        this.strip = strip;
        this.hands = hands;
        setAccessibleRole(AccessibleRole.TEXT);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            held = event.getButton() == MouseButton.PRIMARY && strip.kind() != Strip.Kind.MASTER;
            pressedX = event.getSceneX();
            dragging = false;
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                rename();
                event.consume();
            }
        });
        addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            if (held && (dragging || Math.abs(event.getSceneX() - pressedX) > look.px(STILL))) {
                dragging = true;
                setCursor(Cursor.CLOSED_HAND);
                hands.drag(strip, event.getSceneX());
            }
        });
        addEventHandler(MouseEvent.MOUSE_RELEASED, event -> {
            if (dragging) {
                dragging = false;
                setCursor(null);
                hands.drop(strip, event.getSceneX());
            }
        });
        refresh();
    }

    void refresh() {
        setAccessibleText(strip.name() + ", " + strip.route() + (strip.selected() ? ", selected" : ""));
        showPicture();
        repaint();
    }

    private void showPicture() {
        String wanted = strip.strip().look().icon();
        if (wanted.equals(pictured)) {
            return;
        }
        pictured = wanted;
        getChildren().remove(picture);
        picture = StripMenu.ICONS.stream()
                .filter(icon -> StripMenu.iconId(icon).equals(wanted))
                .findFirst()
                .map(icon -> icon.node(look(), 12, Token.FG_2))
                .orElse(null);
        if (picture != null) {
            picture.setManaged(false);
            getChildren().add(picture);
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        Node now = picture;
        if (now != null) {
            now.autosize();
            now.relocate(look().px(4), look().px(23));
        }
    }

    /// Opens a field over the name: Enter takes, Esc leaves.
    void rename() {
        RenameField.open(strip, this, Math.max(getWidth(), look().px(140)), look().px(8));
    }

    @Override
    protected double unitWidth() {
        return 63;
    }

    @Override
    protected double unitHeight() {
        return HEIGHT;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        boolean master = strip.kind() == Strip.Kind.MASTER;
        boolean selected = strip.selected();
        p.fill(0, 0, w, BAR, master ? Token.FG_1.color() : strip.color().color());
        Token ground = master ? Token.BG_4 : selected ? Token.BG_5 : Token.BG_3;
        p.fill(0, BAR, w, h - BAR, ground.color());
        boolean muted = strip.mute().isOn();
        double room = p.raw(w - 4);
        String name = strip.name();
        TypeRole role = TextSize.width(look(), TypeRole.NAME, name) <= room ? TypeRole.NAME : TypeRole.LETTER;
        p.center(w / 2, 15, TextSize.fit(look(), role, name, room), role, (muted ? Token.FG_3 : Token.FG_1).color());
        Token small = master || selected ? Token.FG_2 : Token.FG_3;
        p.center(
                w / 2,
                29.5,
                TextSize.fit(look(), TypeRole.SMALL, strip.route(), p.raw(w - (picture == null ? 4 : 36))),
                TypeRole.SMALL,
                small.color());
        if (selected) {
            p.down(0, BAR, h - BAR, Token.ACCENT.color());
            p.down(w - p.units(look().hair()), BAR, h - BAR, Token.ACCENT.color());
            p.across(0, h - p.units(look().hair()), w, Token.ACCENT.color());
        }
    }
}
