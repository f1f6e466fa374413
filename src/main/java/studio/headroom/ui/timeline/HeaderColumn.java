package studio.headroom.ui.timeline;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import studio.headroom.project.Strip;
import studio.headroom.ui.control.Focus;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// The headers of the rows that are seen. UI thread.
final class HeaderColumn extends Region {
    /// Headers out of sight are kept up to this many, so that scrolling makes none anew.
    private static final int KEPT = 200;

    private final Look look;
    private final TimelineModel model;
    private final TimelineMenus menus;
    private final Map<String, KitControl> headers = new HashMap<>();
    private final Rectangle frame = new Rectangle();
    private final RowActions actions;
    private final Rectangle line = new Rectangle();
    private @Nullable RowDrop drop;

    HeaderColumn(Look look, TimelineModel model, TimelineMenus menus) {
        this.look = look;
        this.model = model;
        this.menus = menus;
        setClip(frame);
        actions = new RowActions(model);
        line.setManaged(false);
        line.setMouseTransparent(true);
        line.setVisible(false);
        line.setViewOrder(-1);
        getChildren().add(line);
        addEventHandler(ScrollEvent.SCROLL, event -> {
            model.scrollDown(-event.getDeltaY() / look.factor());
            event.consume();
        });
    }

    /// Lays out the headers of what is seen now.
    void refresh() {
        List<Row> rows = model.rows().all();
        Set<String> seen = new HashSet<>();
        double h = getHeight() / look.factor();
        Optional<Place> focused = focused();
        for (int i = model.rows().indexAt(model.top());
                i < rows.size() && rows.get(i).y() < model.top() + h;
                i++) {
            Row row = rows.get(i);
            String key = key(row);
            seen.add(key);
            KitControl header = headers.computeIfAbsent(key, _ -> make(row));
            if (header.getParent() == null) {
                getChildren().add(header);
            }
            if (header instanceof RowHeader known) {
                known.show(row);
            }
            double y = snapped(row.y() - model.top());
            header.resizeRelocate(0, y, getWidth(), snapped(row.bottom() - model.top()) - y);
        }
        getChildren().removeIf(node -> node != line && !seen.contains(node.getId()));
        if (headers.size() > KEPT) {
            headers.keySet().retainAll(seen);
        }
        focused.filter(place -> place.header().getParent() != this).ifPresent(this::focusAgain);
    }

    /// Which control of which header has the focus.
    ///
    /// @param index of the control in its header
    /// @param ring whether it shows its ring
    /// @param y of the header, in pixels
    private record Place(KitControl header, int index, boolean ring, double y) {}

    private Optional<Place> focused() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        if (owner != null && owner.getParent() instanceof KitControl header && header.getParent() == this) {
            int index = header.getChildrenUnmodifiable().indexOf(owner);
            return Optional.of(new Place(header, index, owner.isFocusVisible(), header.getLayoutY()));
        }
        return Optional.empty();
    }

    /// A header was made anew, for another control or name: the focus goes on in the one that stands there now.
    private void focusAgain(Place place) {
        getChildren().stream()
                .filter(node -> node.getClass() == place.header().getClass() && node.getLayoutY() == place.y())
                .map(KitControl.class::cast)
                .findFirst()
                .map(Parent::getChildrenUnmodifiable)
                .filter(children -> place.index() < children.size())
                .ifPresent(children -> Focus.give(children.get(place.index()), place.ring()));
    }

    /// On the grid of the device, as the lanes beside it are painted.
    private double snapped(double units) {
        return Math.rint(units * look.factor() * look.outputScale()) / look.outputScale();
    }

    private String key(Row row) {
        String about = row.kind() == Row.Kind.FOLDER
                ? model.song()
                        .folder(row.id())
                        .map(folder -> folder.name() + folder.folded())
                        .orElse("")
                : model.song().strip(row.id()).map(this::about).orElse("");
        return row.key() + " " + about;
    }

    /// What a header is made for: another name or other effects need another one.
    private String about(Strip strip) {
        return strip.name()
                + strip.inserts().stream().map(insert -> insert.id()).toList()
                + strip.sends().stream().map(send -> send.id()).toList();
    }

    private KitControl make(Row row) {
        LaneKey lane = row.lane();
        KitControl header =
                lane == null ? new RowHeader(look, model, menus, row, hands) : new LaneHeader(look, model, menus, lane);
        header.setManaged(false);
        header.setId(key(row));
        return header;
    }

    /// What a header in the hand does.
    interface Hands {
        /// @param sceneX in pixels
        void drag(Row row, double sceneX, double sceneY);

        void drop(Row row);

        void giveUp();

        /// Moves a row by a place with the keyboard.
        void move(Row row, int step);
    }

    private final Hands hands = new Hands() {
        @Override
        public void drag(Row row, double sceneX, double sceneY) {
            Point2D at = sceneToLocal(sceneX, sceneY);
            if (at.getY() < 0 || at.getY() > getHeight()) {
                model.scrollDown((at.getY() < 0 ? at.getY() : at.getY() - getHeight()) / look.factor() / 2);
            }
            drop = actions.drop(row, at.getX() / look.factor(), at.getY() / look.factor())
                    .orElse(null);
            layLine();
        }

        @Override
        public void drop(Row row) {
            RowDrop place = drop;
            giveUp();
            if (place != null) {
                actions.put(row, place);
            }
        }

        @Override
        public void giveUp() {
            drop = null;
            layLine();
        }

        @Override
        public void move(Row row, int step) {
            actions.move(row, step);
        }
    };

    /// The line that shows where what is dragged would stand, indented where that is in a folder; a frame around the
    /// header of a folder that it would go into.
    private void layLine() {
        RowDrop place = drop;
        line.setVisible(place != null);
        if (place == null) {
            return;
        }
        double left = look.px(place.folder().isEmpty() || place.into() ? 0 : 20);
        double y = snapped(place.y() - model.top());
        boolean into = place.into();
        double height = into
                ? snapped(model.rows()
                                .of(Row.Kind.FOLDER, place.folder())
                                .map(Row::height)
                                .orElse(0.0))
                        - look.px(1)
                : look.px(2);
        line.setX(left + (into ? look.px(1) : 0));
        line.setY(into ? y + look.px(1) : Math.max(0, y - look.px(1)));
        line.setWidth(getWidth() - left - look.px(into ? 3 : 0));
        line.setHeight(Math.max(look.px(2), height - (into ? look.px(2) : 0)));
        line.setStyle(into ? "-fx-fill: null; -fx-stroke: " + Token.ACCENT.css() + ";" : Token.ACCENT.fill());
        line.setStrokeWidth(look.px(2));
    }

    /// The headers' actions, for menus.
    RowActions actions() {
        return actions;
    }

    /// Values at the playhead; with every frame.
    void follow() {
        for (var node : getChildren()) {
            if (node instanceof LaneHeader lane) {
                lane.follow();
            }
        }
    }

    @Override
    protected void layoutChildren() {
        frame.setWidth(getWidth());
        frame.setHeight(getHeight());
        refresh();
    }
}
