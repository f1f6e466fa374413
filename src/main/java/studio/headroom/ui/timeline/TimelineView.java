package studio.headroom.ui.timeline;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.edit.StripEdits;
import studio.headroom.ui.command.Commands;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// The timeline: tools, ruler, headers, lanes, overview and playhead. UI thread.
public final class TimelineView extends Region {
    private static final double BAR = 12;
    /// Waveforms that are being made are looked at again so often, in ms.
    private static final double GROWING_MS = 200;

    private final Look look;
    private final TimelineModel model;
    private final TimelineHand hand;
    private final TimelineActions actions;
    private final TimelinePanels panels;
    private final ClipMenu clipMenu;
    private final TimelineMenus menus;
    private final Waves waves;
    private final ToolBox tools;
    private final RulerView ruler;
    private final LanesView lanes;
    private final HeaderColumn headers;
    private final Overview overview;
    private final CornerBox corner;
    private final Region barGround = new Region();
    private final Rectangle thumb = new Rectangle();
    private final Rectangle playhead = new Rectangle();
    private final Rectangle landingLine = new Rectangle();
    private final Polygon head = new Polygon();
    private final FramePulse.Frame frame = this::frame;
    private final Runnable renewing = this::renew;
    /// Held here, since the scale holds it weakly.
    private final InvalidationListener rescale = _ -> requestLayout();

    private Runnable addTrack;
    private Runnable unwatch = () -> {};
    private Project shownSong;
    private double shownTop = -1;
    private double shownRows = -1;
    private double shownPlayhead = Double.NaN;
    private double grabbed;
    private boolean waiting;

    public TimelineView(Look look, TimelineModel model, Waves waves) {
        this.look = look;
        this.model = model;
        this.waves = waves;
        hand = new TimelineHand(model);
        actions = new TimelineActions(model);
        addTrack = () -> model.apply(StripEdits.add(Strip.Kind.TRACK, "Track " + (trackCount() + 1), lastTrack() + 1));
        tools = new ToolBox(look, model, () -> addTrack.run());
        lanes = new LanesView(look, model, hand, waves);
        panels = new TimelinePanels(look, model, waves, lanes);
        clipMenu = new ClipMenu(look, model, actions, panels, lanes);
        menus = new TimelineMenus(look, model, actions, panels, clipMenu, lanes);
        ruler = new RulerView(look, model, hand, actions, panels);
        headers = new HeaderColumn(look, model, menus);
        overview = new Overview(look, model);
        corner = new CornerBox(look, model);
        shownSong = model.song();
        lanes.onGain(hit -> clipMenu.typeGain(hit.point()));
        lanes.onMenu(event ->
                menus.of(lanes.under(event.getX(), event.getY())).show(lanes, event.getScreenX(), event.getScreenY()));
        thumb.setStyle(Token.BG_5.fill());
        playhead.setStyle(Token.FG_1.fill());
        head.setStyle(Token.FG_1.fill());
        playhead.setMouseTransparent(true);
        landingLine.setStyle(Token.ACCENT.fill());
        landingLine.setMouseTransparent(true);
        landingLine.setVisible(false);
        head.setMouseTransparent(true);
        barGround.setStyle("-fx-background-color: -hr-bg-1;");
        barGround.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> barPressed(event.getY()));
        barGround.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> barDragged(event.getY()));
        thumb.setMouseTransparent(true);
        for (var node : List.of(
                lanes, headers, ruler, tools, overview, corner, barGround, thumb, playhead, head, landingLine)) {
            node.setManaged(false);
            getChildren().add(node);
        }
        look.watch(rescale);
        Runnable refresh = () -> look.pulse().once(renewing);
        waves.onArrival(refresh);
        lanes.onChange(refresh);
        ruler.onChange(refresh);
        sceneProperty().addListener((_, _, scene) -> watch(scene != null));
    }

    private int trackCount() {
        return (int) model.song().strips().stream()
                .filter(strip -> strip.kind() == Strip.Kind.TRACK)
                .count();
    }

    private int lastTrack() {
        int last = -1;
        List<Strip> strips = model.song().strips();
        for (int i = 0; i < strips.size(); i++) {
            last = strips.get(i).kind() == Strip.Kind.TRACK ? i : last;
        }
        return last;
    }

    /// What "Add track" does; an empty track, unless set.
    public void onAddTrack(Runnable action) {
        addTrack = action;
    }

    /// Lets menus show the keys of these commands.
    public void keysOf(Commands commands) {
        menus.keysOf(commands);
    }

    TimelineMenus menus() {
        return menus;
    }

    /// What is seen of the song, and what is selected of it.
    public TimelineModel model() {
        return model;
    }

    /// What can be done without a mouse, for menus, keys and the list of commands.
    public TimelineActions actions() {
        return actions;
    }

    /// The panels that float over the timeline.
    public TimelinePanels panels() {
        return panels;
    }

    /// Gives up what the hand does, or else selects nothing.
    void giveUp() {
        if (!hand.cancel()) {
            actions.selectNothing();
        }
    }

    /// Opens a field to type the value of the selected points, or else the gain of the selected clips.
    void type() {
        if (actions.lanes().hasPoints()) {
            menus.typeValue();
        } else {
            clipMenu.typeGain();
        }
    }

    /// Opens a field to type the name of the selected clips.
    void rename() {
        clipMenu.rename();
    }

    /// Shows with the next frame what has changed.
    void refresh() {
        look.pulse().once(renewing);
    }

    /// Shows the automation of a control below its strip, and scrolls there.
    ///
    /// @return whether the timeline has a row for that strip
    public boolean showAutomation(LaneKey lane) {
        boolean there = model.revealLane(lane);
        refresh();
        return there;
    }

    /// Where something lands that is dropped at a point: on a track's lane as a clip, beside a header or below all
    /// tracks
    /// as new tracks.
    ///
    /// @param scene the point, in the scene's coordinates
    public Optional<Landing> landing(Point2D scene) {
        Point2D at = lanes.sceneToLocal(scene);
        Point2D beside = headers.sceneToLocal(scene);
        if (!lanes.contains(at) && !headers.contains(beside)) {
            return Optional.empty();
        }
        boolean onLane = lanes.contains(at);
        long frame = onLane ? model.snapped(model.scale().frameAt(at.getX() / look.factor()), Set.of(), false) : 0;
        Optional<Row> row = model.rows().at((onLane ? at : beside).getY() / look.factor() + model.top());
        Optional<Strip> strip = row.flatMap(found -> firstOf(found));
        int index = strip.map(model.song().strips()::indexOf).orElse(lastTrack() + 1);
        return Optional.of(
                onLane && strip.isPresent() && row.get().kind() == Row.Kind.TRACK
                        ? new Landing(strip.get().id(), strip.get().name(), index, frame)
                        : new Landing("", "", index, frame));
    }

    /// Draws a line where something is about to land, or no line.
    public void showLanding(@Nullable Landing landing) {
        landingLine.setVisible(landing != null);
        if (landing == null) {
            return;
        }
        double x = look.px(RowHeader.WIDTH) + snapped(model.scale().x(landing.frame()) * look.factor());
        boolean onTrack = !landing.track().isEmpty();
        Optional<Row> row = onTrack ? model.rows().of(Row.Kind.TRACK, landing.track()) : Optional.empty();
        double top = look.px(RulerDrag.HEIGHT);
        double y = row.map(found -> top + look.px(found.y() - model.top())).orElse(top);
        landingLine.setX(x);
        landingLine.setY(Math.max(top, y));
        landingLine.setWidth(Math.max(look.hair(), look.px(2)));
        landingLine.setHeight(row.map(found -> look.px(found.height())).orElse(lanes.getHeight()));
    }

    private Optional<Strip> firstOf(Row row) {
        return row.kind() == Row.Kind.FOLDER
                ? model.song().strips().stream()
                        .filter(strip -> strip.look().folder().equals(row.id()))
                        .findFirst()
                : model.song().strip(row.id()).filter(strip -> strip.kind() != Strip.Kind.MASTER);
    }

    /// Where clips and automation are; it takes the focus for the timeline's keys.
    public Region lanes() {
        return lanes;
    }

    private void watch(boolean shown) {
        unwatch.run();
        unwatch = () -> {};
        look.pulse().remove(frame);
        if (!shown) {
            panels.close();
        }
        if (shown) {
            unwatch = model.observe(() -> look.pulse().once(renewing));
            look.pulse().add(frame);
            renew();
        }
    }

    /// Shows what has changed; once a frame.
    private void renew() {
        tools.show();
        corner.show();
        headers.refresh();
        lanes.paintAtOnce();
        ruler.paintAtOnce();
        overview.repaint();
        speak();
        if (shownSong != model.song()) {
            shownSong = model.song();
            overview.songChanged();
        }
        if (shownTop != model.top() || shownRows != model.rows().height()) {
            layThumb();
        }
        layPlayhead();
    }

    private void speak() {
        int clips = model.selection().clips().get().size();
        String chosen = clips == 0 ? "nothing selected" : clips == 1 ? "1 clip selected" : clips + " clips selected";
        String names = model.selection().strips().get().stream()
                .flatMap(id -> model.song().strip(id).stream())
                .map(Strip::name)
                .collect(Collectors.joining(", "));
        lanes.setAccessibleText(
                "Timeline, " + trackCount() + " tracks, " + chosen + (names.isEmpty() ? "" : ", on " + names));
    }

    private void frame(double seconds) {
        if (model.player().playing() && !hand.busy()) {
            model.scale().follow(model.player().position(), model.follow());
        }
        layPlayhead();
        headers.follow();
        if (!waiting && waves.progress() < 1) {
            waiting = true;
            look.pulse().after(GROWING_MS, () -> {
                waiting = false;
                look.pulse().once(renewing);
            });
        }
    }

    private void layPlayhead() {
        double x = look.px(RowHeader.WIDTH)
                + snapped(model.scale().x(model.player().position()) * look.factor());
        if (x == shownPlayhead) {
            return;
        }
        shownPlayhead = x;
        boolean seen = x >= look.px(RowHeader.WIDTH) && x < getWidth() - look.px(BAR);
        playhead.setVisible(seen);
        head.setVisible(seen);
        double line = Math.max(look.hair(), look.px(1));
        playhead.setX(x);
        playhead.setWidth(line);
        head.setLayoutX(x + line / 2);
        overview.repaint();
    }

    private double snapped(double px) {
        return Math.rint(px * look.outputScale()) / look.outputScale();
    }

    @Override
    protected void layoutChildren() {
        double w = getWidth();
        double h = getHeight();
        double left = look.px(RowHeader.WIDTH);
        double top = look.px(RulerDrag.HEIGHT);
        double bar = look.px(BAR);
        double bottom = look.px(Overview.HEIGHT);
        double laneWidth = Math.max(0, w - left - bar);
        double laneHeight = Math.max(0, h - top - bottom);
        if (laneWidth > 0 && laneHeight > 0) {
            model.size(laneWidth / look.factor(), laneHeight / look.factor());
        }
        tools.resizeRelocate(0, 0, left, top);
        ruler.resizeRelocate(left, 0, w - left, top);
        headers.resizeRelocate(0, top, left, laneHeight);
        lanes.resizeRelocate(left, top, laneWidth, laneHeight);
        corner.resizeRelocate(0, h - bottom, left, bottom);
        overview.resizeRelocate(left, h - bottom, w - left, bottom);
        barGround.resizeRelocate(w - bar, top, bar, laneHeight);
        double y = look.px(32);
        playhead.setY(y);
        playhead.setHeight(Math.max(0, top + laneHeight - y));
        double f = look.factor();
        head.getPoints().setAll(-5.5 * f, y, 5.5 * f, y, 0.0, y + 7 * f);
        headers.requestLayout();
        layThumb();
        shownPlayhead = Double.NaN;
        layPlayhead();
    }

    private void layThumb() {
        shownTop = model.top();
        shownRows = model.rows().height();
        double all = Math.max(shownRows, model.viewHeight());
        double track = barGround.getHeight() - look.px(8);
        boolean needed = shownRows > model.viewHeight();
        thumb.setVisible(needed);
        thumb.setX(barGround.getLayoutX() + look.px(3));
        thumb.setWidth(look.px(6));
        thumb.setArcWidth(look.px(6));
        thumb.setArcHeight(look.px(6));
        thumb.setY(snapped(barGround.getLayoutY() + look.px(4) + track * shownTop / all));
        thumb.setHeight(Math.max(look.px(20), track * model.viewHeight() / all));
    }

    private void barPressed(double y) {
        double at = y + barGround.getLayoutY();
        if (at < thumb.getY() || at > thumb.getY() + thumb.getHeight()) {
            model.scrollDown((at < thumb.getY() ? -0.9 : 0.9) * model.viewHeight());
        }
        grabbed = at - thumb.getY();
    }

    private void barDragged(double y) {
        double track = barGround.getHeight() - look.px(8);
        double at = y + barGround.getLayoutY() - grabbed - barGround.getLayoutY() - look.px(4);
        model.scrollDown(at / Math.max(1, track) * model.rows().height() - model.top());
    }

    @Override
    protected double computePrefWidth(double height) {
        return look.px(1000);
    }

    @Override
    protected double computePrefHeight(double width) {
        return look.px(448);
    }

    @Override
    protected double computeMinWidth(double height) {
        return look.px(480);
    }

    @Override
    protected double computeMinHeight(double width) {
        return look.px(140);
    }
}
