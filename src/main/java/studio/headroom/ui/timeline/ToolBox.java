package studio.headroom.ui.timeline;

import java.util.Arrays;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;
import studio.headroom.ui.control.ChoiceField;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.control.Switch;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// Above the headers: tools, what is snapped to, whether the view follows the playhead. UI thread.
final class ToolBox extends KitControl {
    private static final List<String> GRIDS =
            Arrays.stream(SnapGrid.values()).map(SnapGrid::word).toList();

    private final TimelineModel model;
    private final IconButton add;
    private final IconButton pointer;
    private final IconButton scissors;
    private final IconButton draw;
    private final IconButton magnet;
    private final IconButton ripple;
    private final ControlModel grid;
    private final ControlModel follow;
    private final ChoiceField gridField;
    private final Switch followSwitch;

    /// @param addTrack what "Add track" does
    ToolBox(Look look, TimelineModel model, Runnable addTrack) {
        super(look);
        this.model = model;
        add = new IconButton(look, Icon.PLUS, 24, 20, "Add track", "Adds a track to the song.", addTrack);
        pointer = tool(
                look,
                Icon.CURSOR_DEFAULT_OUTLINE,
                model,
                TimelineModel.Tool.POINTER,
                "Pointer (1)",
                "Moves, trims and fades clips.");
        scissors = tool(
                look,
                Icon.CONTENT_CUT,
                model,
                TimelineModel.Tool.SCISSORS,
                "Scissors (2)",
                "Cuts clips where you click.");
        draw = tool(
                look,
                Icon.VECTOR_CURVE,
                model,
                TimelineModel.Tool.DRAW,
                "Draw (3)",
                "Draws automation with a free hand.");
        magnet = new IconButton(
                look,
                Icon.MAGNET,
                24,
                20,
                "Snap (N)",
                "What is dragged keeps to the grid, to edges and to markers. Ctrl lets go while dragging.",
                () -> model.snapping(!model.snapping()));
        ripple = new IconButton(
                look,
                Icon.LINK_VARIANT,
                28,
                20,
                "Ripple (Q)",
                "What follows closes up or makes room when clips are moved and deleted: not, on their tracks (T), on all"
                        + " tracks with markers and loop (A).",
                () -> model.modes().nextRipple());
        Param lines = new Param(
                "grid",
                "Snap",
                Unit.NONE,
                new Range.Choice(Arrays.stream(SnapGrid.values())
                        .map(value -> "grid" + value.ordinal())
                        .toList()),
                0,
                Smoothing.NONE,
                false);
        grid = new ControlModel(
                lines,
                "Snap grid",
                "The lines that what is dragged keeps to.",
                plain -> model.snapGrid(SnapGrid.values()[(int) plain]));
        Param toggle = new Param("follow", "Follow", Unit.NONE, new Range.Toggle(), 1, Smoothing.NONE, false);
        follow = new ControlModel(
                toggle,
                "Follow the playhead",
                "Turns the page when the playhead leaves the view. A right click on the empty timeline lets it follow smoothly.",
                plain -> {
                    boolean stays = plain >= 0.5 && model.follow() != TimeScale.Follow.OFF;
                    model.follow(plain < 0.5 ? TimeScale.Follow.OFF : stays ? model.follow() : TimeScale.Follow.PAGE);
                });
        gridField = new ChoiceField(look, grid, GRIDS, 66, 20);
        followSwitch = new Switch(look, follow);
        for (Node node : List.of(add, pointer, scissors, draw, magnet, gridField, ripple, followSwitch)) {
            node.setManaged(false);
            getChildren().add(node);
        }
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        setAccessibleText("Timeline tools");
        show();
    }

    private static IconButton tool(
            Look look, Icon icon, TimelineModel model, TimelineModel.Tool tool, String name, String explanation) {
        return new IconButton(look, icon, 24, 20, name, explanation, () -> model.tool(tool));
    }

    /// Takes in what the model says.
    void show() {
        pointer.setOn(model.tool() == TimelineModel.Tool.POINTER);
        scissors.setOn(model.tool() == TimelineModel.Tool.SCISSORS);
        draw.setOn(model.tool() == TimelineModel.Tool.DRAW);
        magnet.setOn(model.snapping());
        EditModes.Ripple mode = model.modes().ripple();
        ripple.setOn(mode != EditModes.Ripple.OFF);
        ripple.setBadge(mode == EditModes.Ripple.OFF ? "" : mode.word().substring(0, 1));
        ripple.setAccessibleText("Ripple, " + mode.word());
        grid.show(model.snapGrid().ordinal());
        follow.show(model.follow() == TimeScale.Follow.OFF ? 0 : 1);
    }

    @Override
    protected double unitWidth() {
        return RowHeader.WIDTH;
    }

    @Override
    protected double unitHeight() {
        return RulerDrag.HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        place(add, 8, 6, 24, 20);
        place(pointer, 112, 6, 24, 20);
        place(scissors, 138, 6, 24, 20);
        place(draw, 164, 6, 24, 20);
        place(magnet, 192, 6, 24, 20);
        place(gridField, 42, 31, 66, 20);
        place(ripple, 113, 31, 28, 20);
        place(followSwitch, 186, 33, 28, 16);
    }

    private void place(KitControl node, double x, double y, double w, double h) {
        node.resizeRelocate(look().px(x), look().px(y), look().px(w), look().px(h));
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        p.fill(0, 0, w, h, Token.BG_2.color());
        p.across(0, h - 1, w, Token.LINE_0.color());
        p.fill(w - 1, 0, 1, h, Token.LINE_0.color());
        p.left(36, 16, "Add track", TypeRole.BODY, Token.FG_2.color());
        p.left(12, 41, "Snap", TypeRole.LABEL, Token.FG_3.color());
        p.left(148, 41, "Follow", TypeRole.LABEL, Token.FG_3.color());
    }
}
