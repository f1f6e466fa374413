package studio.headroom.ui.timeline;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.control.SegmentedControl;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// Below the headers: how high tracks are, what the ruler counts, whether buses are shown. UI thread.
final class CornerBox extends KitControl {
    private final TimelineModel model;
    private final ControlModel height;
    private final ControlModel unit;
    private final SegmentedControl heights;
    private final SegmentedControl units;
    private final IconButton buses;

    CornerBox(Look look, TimelineModel model) {
        super(look);
        this.model = model;
        height = new ControlModel(
                choice("height", "Height", "small", "medium", "large"),
                "Height of all tracks",
                "How high the rows are; a double-click on a track's name changes that one alone.",
                plain -> model.heightOfAll(RowHeight.values()[(int) plain]));
        unit = new ControlModel(
                choice("unit", "Ruler", "bars", "time"),
                "Ruler",
                "What the ruler counts: bars and beats, or minutes and seconds.",
                plain -> model.rulerUnit(Ruler.Unit.values()[(int) plain]));
        heights = new SegmentedControl(look, height, List.of("S", "M", "L"), 24, 18);
        units = new SegmentedControl(look, unit, List.of("Bars", "Time"), 42, 18);
        buses = new IconButton(
                look,
                Icon.TUNE_VERTICAL,
                24,
                18,
                "Show buses",
                "Shows buses and returns below the tracks, for their automation.",
                () -> model.showBuses(!model.showsBuses()));
        for (Node node : List.of(heights, units, buses)) {
            node.setManaged(false);
            getChildren().add(node);
        }
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        setAccessibleText("What the timeline shows");
        show();
    }

    private static Param choice(String id, String label, String... options) {
        return new Param(id, label, Unit.NONE, Range.Choice.of(options), 0, Smoothing.NONE, false);
    }

    /// Takes in what the model says.
    void show() {
        height.show(model.usualHeight().ordinal());
        unit.show(model.rulerUnit().ordinal());
        buses.setOn(model.showsBuses());
    }

    @Override
    protected double unitWidth() {
        return RowHeader.WIDTH;
    }

    @Override
    protected double unitHeight() {
        return Overview.HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        place(heights, 8, 3, 72, 18);
        place(units, 92, 3, 84, 18);
        place(buses, 192, 3, 24, 18);
    }

    private void place(KitControl node, double x, double y, double w, double h) {
        node.resizeRelocate(look().px(x), look().px(y), look().px(w), look().px(h));
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        p.fill(0, 0, w, h, Token.BG_2.color());
        p.across(0, 0, w, Token.LINE_0.color());
        p.fill(w - 1, 0, 1, h, Token.LINE_0.color());
    }
}
