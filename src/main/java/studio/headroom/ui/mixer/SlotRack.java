package studio.headroom.ui.mixer;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// Slots one below the other, with as many rows as there is room for; the wheel goes through more.
class SlotRack extends Region {
    static final double ROW = 18;
    private static final double NOTCH = 20;

    private final Look look;
    private final Rectangle window = new Rectangle();
    private final Rectangle thumb = new Rectangle();
    private List<Region> slots = List.of();
    private int needed;
    private int first;
    private double turned;

    SlotRack(Look look) {
        this.look = look;
        setClip(window);
        thumb.setManaged(false);
        thumb.setMouseTransparent(true);
        thumb.setStyle(Token.LINE_3.fill());
        addEventHandler(ScrollEvent.SCROLL, event -> {
            if (needed > rows() && event.getDeltaY() != 0) {
                turned -= event.getDeltaY() / NOTCH;
                int whole = (int) turned;
                turned -= whole;
                first = Math.clamp(first + whole, 0, needed - rows());
                requestLayout();
                event.consume();
            }
        });
    }

    final List<Region> slots() {
        return slots;
    }

    /// @param needed so many of them hold something; the others fill a place where there is one
    final void set(List<? extends Region> now, int needed) {
        slots = new ArrayList<>(now);
        this.needed = needed;
        requestLayout();
    }

    final int rows() {
        return Math.max(1, (int) Math.floor((getHeight() / look.factor() + 1.5) / ROW));
    }

    @Override
    protected final void layoutChildren() {
        int rows = rows();
        first = Math.clamp(first, 0, Math.max(0, needed - rows));
        List<Region> shown = slots.subList(first, Math.min(slots.size(), first + rows));
        boolean more = needed > rows;
        List<javafx.scene.Node> children = new ArrayList<>(shown);
        if (more) {
            children.add(thumb);
        }
        if (!getChildren().equals(children)) {
            getChildren().setAll(children);
        }
        double w = getWidth() - (more ? look.px(4) : 0);
        for (int i = 0; i < shown.size(); i++) {
            double top = look.px(i * ROW);
            shown.get(i).resizeRelocate(0, top, w, look.px(i * ROW + InsertSlot.HEIGHT) - top);
        }
        window.setX(-look.px(4));
        window.setY(-look.px(4));
        window.setWidth(getWidth() + look.px(8));
        window.setHeight(getHeight() + look.px(6));
        double all = look.px(rows * ROW - 1);
        thumb.setX(getWidth() - look.px(2));
        thumb.setWidth(look.px(2));
        thumb.setY(all * first / Math.max(1, needed));
        thumb.setHeight(all * rows / Math.max(1, needed));
    }
}
