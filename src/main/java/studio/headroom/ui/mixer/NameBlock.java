package studio.headroom.ui.mixer;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import studio.headroom.project.Strip;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.model.ControlModel;
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
    /// Below it a click means where the strip feeds.
    private static final double ROUTE = 22;

    /// What a drag of the name does, in the scene's coordinates.
    interface Hands {
        void drag(StripModel strip, double sceneX);

        void drop(StripModel strip, double sceneX);

        /// Lets the name of the strip beside it be typed: 1 to the right, -1 to the left.
        void renameBeside(StripModel strip, int step);
    }

    private static final List<TypeRole> NAMES = List.of(TypeRole.NAME, TypeRole.LETTER, TypeRole.SMALL);

    private final StripModel strip;
    private final Hands hands;
    private double pressedX;
    private boolean held;
    private boolean dragging;
    private boolean pointed;
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
            } else if (held && event.isStillSincePress() && event.getClickCount() == 1 && onRoute(event)) {
                StripMenu.outputs(look, strip).show(this, Side.TOP, 0, 0);
            }
            held = false;
        });
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(onRoute(event)));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> point(false));
        Buttons.explainBy(this, strip::name, this::facts);
        refresh();
    }

    private boolean onRoute(MouseEvent event) {
        return strip.kind() != Strip.Kind.MASTER && event.getY() >= look().px(ROUTE);
    }

    private void point(boolean now) {
        if (pointed != now) {
            pointed = now;
            repaint();
        }
    }

    /// What is known of the strip, a line each.
    private String facts() {
        String group = strip.groupName();
        String notes = strip.strip().notes();
        return String.join(
                "\n",
                java.util.stream.Stream.of(
                                strip.kind() == Strip.Kind.MASTER
                                        ? "The mix. A double-click renames it."
                                        : strip.route() + ". A click there routes it elsewhere; a double-click renames,"
                                                + " a drag moves the strip.",
                                group.isEmpty() ? "" : "Moves with the group " + group + "; Ctrl moves it alone.",
                                unusual(),
                                notes)
                        .filter(line -> !line.isBlank())
                        .toList());
    }

    /// What is not as it was at the beginning and has no place in the strip.
    private String unusual() {
        List<String> parts = new ArrayList<>();
        for (ControlModel each : List.of(strip.trim(), strip.width(), strip.delay())) {
            if (each.value() != each.param().initial()) {
                parts.add(each.param().label() + " " + each.text());
            }
        }
        if (strip.polarity().isOn()) {
            parts.add("polarity inverted (Ø)");
        }
        return parts.isEmpty() ? "" : String.join(", ", parts) + ".";
    }

    void refresh() {
        setAccessibleText(strip.name() + ", " + strip.route()
                + (strip.groupName().isEmpty() ? "" : ", in group " + strip.groupName())
                + (strip.strip().notes().isBlank() ? "" : ", has notes")
                + (strip.selected() ? ", selected" : ""));
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

    /// Opens a field over the name: Enter takes, Tab takes and goes on to the next strip, Esc leaves.
    void rename() {
        TextEntry.open(
                look(),
                this,
                strip.name(),
                "New name of " + strip.name(),
                name -> strip.mixer().actions().rename(strip.id(), name),
                step -> hands.renameBeside(strip, step));
    }

    @Override
    protected double unitWidth() {
        return 63;
    }

    @Override
    protected double unitHeight() {
        return HEIGHT;
    }

    /// The folded corner of a strip that has notes.
    private static void corner(Painter p, double w) {
        var gc = p.context();
        gc.setFill(Token.FG_2.color());
        gc.fillPolygon(
                new double[] {p.raw(w - 7), p.raw(w - 1), p.raw(w - 1)},
                new double[] {p.raw(BAR + 1), p.raw(BAR + 1), p.raw(BAR + 7)},
                3);
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
        TypeRole role = NAMES.stream()
                .filter(each -> TextSize.width(look(), each, name) <= room)
                .findFirst()
                .orElse(TypeRole.LETTER);
        p.center(w / 2, 14, TextSize.fit(look(), role, name, room), role, (muted ? Token.FG_3 : Token.FG_1).color());
        Token small = pointed ? Token.FG_1 : master || selected ? Token.FG_2 : Token.FG_3;
        if (!strip.strip().notes().isBlank()) {
            corner(p, w);
        }
        strip.groupColor().ifPresent(color -> {
            p.fill(3, h - 3, w - 6, 1, color.color());
            p.fill(3, h - 5, 1, 2, color.color());
            p.fill(w - 4, h - 5, 1, 2, color.color());
        });
        p.center(
                w / 2,
                27,
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
