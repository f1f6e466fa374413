package studio.headroom.ui.timeline;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import studio.headroom.project.Strip;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.theme.Look;

/// The headers of the rows that are seen. UI thread.
final class HeaderColumn extends Region {
    /// Headers out of sight are kept up to this many, so that scrolling makes none anew.
    private static final int KEPT = 200;

    private final Look look;
    private final TimelineModel model;
    private final TimelineMenus menus;
    private final Map<String, KitControl> headers = new HashMap<>();
    private final Rectangle frame = new Rectangle();

    HeaderColumn(Look look, TimelineModel model, TimelineMenus menus) {
        this.look = look;
        this.model = model;
        this.menus = menus;
        setClip(frame);
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
        getChildren().removeIf(node -> !seen.contains(node.getId()));
        if (headers.size() > KEPT) {
            headers.keySet().retainAll(seen);
        }
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
                lane == null ? new RowHeader(look, model, menus, row) : new LaneHeader(look, model, menus, lane);
        header.setManaged(false);
        header.setId(key(row));
        return header;
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
