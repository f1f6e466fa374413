package studio.headroom.ui.master;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// Lays the Master place out: print and waveform above the chain and its editors, the figures at the right.
final class MasterLayout extends Pane {
    private static final double GUTTER = 8;
    private static final double CHAIN = 48;
    private static final double DRAWER = 400;

    /// Sizes in units at a size of the window, of which the largest that fits counts.
    ///
    /// @param width of the place from which on they hold
    /// @param column width of the figures
    /// @param card width of the print's card
    private record Widths(double width, double column, double card) {}

    private static final List<Widths> WIDTHS =
            List.of(new Widths(1880, 440, 344), new Widths(1560, 376, 320), new Widths(0, 320, 312));

    private static final double TALL = 880;
    private static final double HIGH = 244;
    private static final double LOW = 184;

    private final Look look;
    private final MasterPlace.Stations stations;
    /// Held here, since the look holds it weakly.
    private final InvalidationListener rescaled = observable -> ground();

    private @Nullable Region drawer;
    private boolean anyReferences;

    MasterLayout(Look look, MasterPlace.Stations stations) {
        this.look = look;
        this.stations = stations;
        setMinSize(0, 0);
        List<Region> all = new ArrayList<>();
        all.add(stations.print());
        for (@Nullable
        Region part : new @Nullable Region[] {
            stations.wave(), stations.chain(), stations.references(), stations.rack(), stations.column()
        }) {
            if (part != null) {
                all.add(part);
            }
        }
        all.forEach(part -> part.setMinSize(0, 0));
        getChildren().setAll(all);
        look.watch(rescaled);
        ground();
    }

    private void ground() {
        setBackground(javafx.scene.layout.Background.fill(Token.BG_1.color()));
        requestLayout();
    }

    /// Lays something over the right column, or takes it away.
    void setDrawer(@Nullable Region now) {
        if (drawer != null) {
            getChildren().remove(drawer);
        }
        drawer = now;
        if (now != null) {
            now.setMinSize(0, 0);
            getChildren().add(now);
        }
        requestLayout();
    }

    /// Whether the song has references: where it is low, their bar has no room while it has none.
    void setAnyReferences(boolean now) {
        anyReferences = now;
        requestLayout();
    }

    /// The height of print and waveform in a place so high, in units.
    static double upper(double height) {
        return height >= TALL ? HIGH : LOW;
    }

    @Override
    protected void layoutChildren() {
        double gutter = look.px(GUTTER);
        double units = getWidth() / look.factor();
        Widths widths =
                WIDTHS.stream().filter(each -> units >= each.width).findFirst().orElseThrow();
        Region column = stations.column();
        double right = getWidth() - gutter;
        double bottom = getHeight() - gutter;
        if (column != null) {
            double width = look.px(widths.column);
            place(column, right - width, gutter, width, bottom - gutter);
            right -= width + gutter;
        }
        boolean alone = stations.chain() == null && stations.rack() == null && stations.references() == null;
        double upper = alone ? bottom - gutter : look.px(upper(getHeight() / look.factor()));
        double card = look.px(widths.card);
        place(stations.print(), gutter, gutter, card, upper);
        place(stations.wave(), gutter + card + gutter, gutter, right - card - 2 * gutter, upper);
        double y = gutter + upper + gutter;
        y = row(stations.chain(), y, right, CHAIN);
        Region references = stations.references();
        if (references != null) {
            boolean room = anyReferences || getHeight() / look.factor() >= TALL;
            references.setVisible(room);
            if (room) {
                y = row(references, y, right, references.prefHeight(-1) / look.factor());
            }
        }
        place(stations.rack(), gutter, y, right - gutter, bottom - y);
        double over = Math.min(look.px(DRAWER), getWidth());
        place(drawer, getWidth() - over, 0, over, getHeight());
    }

    /// @return where the next one begins
    private double row(@Nullable Region part, double y, double right, double height) {
        if (part == null) {
            return y;
        }
        double gutter = look.px(GUTTER);
        place(part, gutter, y, right - gutter, look.px(height));
        return y + look.px(height) + gutter;
    }

    private static void place(@Nullable Region part, double x, double y, double width, double height) {
        if (part != null) {
            part.resizeRelocate(x, y, Math.max(0, width), Math.max(0, height));
        }
    }
}
