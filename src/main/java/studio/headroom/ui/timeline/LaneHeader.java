package studio.headroom.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.ContextMenuEvent;
import org.jspecify.annotations.Nullable;
import studio.headroom.engine.automation.AutomationMode;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.ui.control.ChoiceField;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TrackColor;
import studio.headroom.ui.theme.TypeRole;

/// The left end of an automation lane: which control, the strip's mode, and the value at the playhead. UI thread.
final class LaneHeader extends KitControl {
    private static final List<String> MODES = List.of("Off", "Read", "Touch", "Latch", "Write", "Trim");
    private static final Param MODE = new Param(
            "mode",
            "Automation mode",
            Unit.NONE,
            Range.Choice.of("off", "read", "touch", "latch", "write", "trim"),
            1,
            Smoothing.NONE,
            false);

    private final TimelineModel model;
    private final LaneKey lane;
    private final ControlModel mode;
    private final ChoiceField modeField;
    private final ChoiceField controlField;
    private final IconButton close;
    private String value = "";
    private @Nullable Project read;
    private long readAt = -1;

    LaneHeader(Look look, TimelineModel model, TimelineMenus menus, LaneKey lane) {
        super(look);
        this.model = model;
        this.lane = lane;
        Strip strip = model.song().strip(lane.strip()).orElse(model.song().master());
        mode = new ControlModel(
                MODE,
                strip.name() + " automation mode",
                "What moves of the track's controls do to their automation while the song plays.",
                plain -> {
                    model.player().mode(lane.strip(), AutomationMode.values()[(int) plain]);
                    repaint();
                });
        modeField = new ChoiceField(look, mode, MODES, 70, 20);
        controlField = controls(look, strip);
        close = new IconButton(
                look, Icon.CLOSE, 18, 18, "Hide the lane", "The automation stays.", () -> model.hideLane(lane));
        for (Node node : List.of(modeField, controlField, close)) {
            node.setManaged(false);
            getChildren().add(node);
        }
        setAccessibleRole(AccessibleRole.NODE);
        setAccessibleText("Automation lane of " + strip.name());
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            menus.ofLane(lane).show(this, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        follow();
    }

    private ChoiceField controls(Look look, Strip strip) {
        List<LaneKey.Control> all = LaneKey.of(model.song(), strip);
        List<String> ids = new ArrayList<>();
        List<String> words = new ArrayList<>();
        int chosen = 0;
        for (int i = 0; i < all.size(); i++) {
            ids.add("control" + i);
            words.add(all.get(i).name());
            chosen = all.get(i).key().equals(lane) ? i : chosen;
        }
        Param which = new Param("control", "Control", Unit.NONE, new Range.Choice(ids), chosen, Smoothing.NONE, false);
        ControlModel choice = new ControlModel(
                which,
                strip.name() + " automated control",
                "Which control this lane moves.",
                plain -> model.exchangeLane(lane, all.get((int) plain).key()));
        return new ChoiceField(look, choice, words, 106, 20);
    }

    /// Takes in the mode and the value at the playhead; with every frame.
    void follow() {
        mode.show(model.player().mode(lane.strip()).ordinal());
        long frame = model.player().position();
        Project song = model.song();
        if (frame == readAt && song == read) {
            return;
        }
        readAt = frame;
        read = song;
        String now = lane.in(song)
                .map(control -> control.param().format(control.valueAt(frame)))
                .orElse("");
        if (!now.equals(value)) {
            value = now;
            repaint();
        }
    }

    @Override
    protected double unitWidth() {
        return RowHeader.WIDTH;
    }

    @Override
    protected double unitHeight() {
        return RowHeight.LANE;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        place(controlField, 10, 6, 104, 20);
        place(modeField, 118, 6, 82, 20);
        place(close, 203, 7, 18, 18);
    }

    private void place(KitControl node, double x, double y, double w, double h) {
        node.resizeRelocate(look().px(x), look().px(y), look().px(w), look().px(h));
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        p.fill(0, 0, w, h, Token.LINE_0.color());
        p.fill(0, 0, w - 1, h - 1, Token.BG_2.color());
        String color = model.song().strip(lane.strip()).map(Strip::color).orElse("grey");
        p.fill(
                0,
                0,
                4,
                h - 1,
                TrackColor.byId(color).orElse(TrackColor.GREY).color().deriveColor(0, 1, 1, 0.5));
        p.fill(w - 1, 0, 1, h, Token.LINE_0.color());
        p.left(14, 39, value, TypeRole.VALUE, Token.FG_1.color());
        double behind = 14 + p.units(TextSize.width(look(), TypeRole.VALUE, value)) + 8;
        boolean off = lane.in(model.song())
                .map(control -> control.automated() && !control.lane().enabled())
                .orElse(false);
        String words = off ? "not read" : "at playhead";
        p.left(behind, 39, words, TypeRole.LABEL, Token.FG_3.color());
    }
}
