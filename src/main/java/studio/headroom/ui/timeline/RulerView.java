package studio.headroom.ui.timeline;

import static studio.headroom.ui.timeline.MenuItems.item;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.paint.Color;
import studio.headroom.project.Marker;
import studio.headroom.project.Span;
import studio.headroom.project.edit.SongEdits;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TrackColor;
import studio.headroom.ui.theme.TypeRole;

/// Above the lanes: the row of markers, the loop, the ruler. UI thread.
final class RulerView extends KitControl {
    private static final double ENTRY = 140;

    private final TimelineModel model;
    private final TimelineHand hand;
    private final TimelineActions actions;
    private final TimelinePanels panels;
    private Runnable refresh = this::repaint;
    private double pointerX;

    RulerView(Look look, TimelineModel model, TimelineHand hand, TimelineActions actions, TimelinePanels panels) {
        super(look);
        this.model = model;
        this.hand = hand;
        this.actions = actions;
        this.panels = panels;
        setAccessibleRole(AccessibleRole.NODE);
        setAccessibleText("Ruler, markers and loop");
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            pointerX = event.getX() / look.factor();
            hand.drag(
                    pointerX,
                    event.getY() / look.factor(),
                    event.isShiftDown(),
                    event.isShortcutDown() || event.isControlDown(),
                    event.isAltDown());
            refresh.run();
        });
        addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> {
            hand.release();
            refresh.run();
        });
        addEventHandler(ScrollEvent.SCROLL, event -> LanesView.scroll(event, look, model));
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
    }

    /// @param action lets the whole timeline be painted with the next frame
    void onChange(Runnable action) {
        refresh = action;
    }

    void paintAtOnce() {
        paintNow();
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        pointerX = event.getX() / look().factor();
        double y = event.getY() / look().factor();
        Optional<Marker> marker = y < RulerDrag.MARKERS ? RulerDrag.at(flags(), pointerX) : Optional.empty();
        if (event.getClickCount() == 2 && y < RulerDrag.MARKERS) {
            hand.cancel();
            if (marker.isPresent()) {
                rename(marker.get());
            } else {
                long frame = model.snapped(model.scale().frameAt(pointerX), Set.of(), event.isControlDown());
                addMarker(frame);
            }
        } else {
            hand.pressRuler(pointerX, y, flags(), event.isAltDown());
        }
        event.consume();
    }

    private void menu(ContextMenuEvent event) {
        double x = event.getX() / look().factor();
        double y = event.getY() / look().factor();
        ContextMenu menu = new ContextMenu();
        Optional<Marker> marker = y < RulerDrag.MARKERS ? RulerDrag.at(flags(), x) : Optional.empty();
        menu.getItems()
                .addAll(marker.map(this::ofMarker)
                        .orElseGet(() -> ofRuler(
                                model.snapped(model.scale().frameAt(x), Set.of(), false),
                                model.scale().frameAt(x))));
        menu.show(this, event.getScreenX(), event.getScreenY());
        event.consume();
    }

    private List<MenuItem> ofMarker(Marker marker) {
        Optional<Span> part = actions.section(marker.frame());
        return List.of(
                item("Rename…", () -> rename(marker)),
                MenuItems.colors(look(), "Color", color -> model.apply(SongEdits.recolorMarker(marker.id(), color))),
                MenuItems.checked(
                        look(),
                        marker.section(),
                        "A section begins here",
                        () -> model.apply(SongEdits.section(marker.id(), !marker.section()))),
                item(
                        "Move to the playhead",
                        () -> model.apply(
                                SongEdits.moveMarker(marker.id(), model.player().position()))),
                new SeparatorMenuItem(),
                MenuItems.enabled(
                        item("Loop from here to the next", () -> part.ifPresent(actions::loop)), part.isPresent()),
                MenuItems.enabled(
                        item("Select from here to the next", () -> part.ifPresent(model::time)), part.isPresent()),
                new SeparatorMenuItem(),
                item("Delete marker", () -> model.apply(SongEdits.removeMarker(marker.id()))));
    }

    /// @param snapped where a marker would be set
    /// @param frame under the pointer
    private List<MenuItem> ofRuler(long snapped, long frame) {
        Optional<Span> part = actions.section(frame);
        boolean bars = model.rulerUnit() == Ruler.Unit.BARS;
        return List.of(
                item("Marker here", () -> addMarker(snapped)),
                MenuItems.enabled(item("Loop this section", () -> part.ifPresent(actions::loop)), part.isPresent()),
                MenuItems.enabled(item("Select this section", () -> part.ifPresent(model::time)), part.isPresent()),
                MenuItems.enabled(item("Loop the selected time", actions::loop), model.time() != null),
                MenuItems.enabled(
                        item("Remove the loop", () -> model.apply(SongEdits.loop(null))),
                        model.song().loop() != null),
                new SeparatorMenuItem(),
                item("Tempo and time signature…", panels::tempo),
                item(
                        bars ? "Show time" : "Show bars and beats",
                        () -> model.rulerUnit(bars ? Ruler.Unit.TIME : Ruler.Unit.BARS)));
    }

    private void addMarker(long frame) {
        model.apply(
                SongEdits.addMarker(frame, "Marker " + (model.song().markers().size() + 1)));
    }

    /// A field over a marker's flag to type its name.
    private void rename(Marker marker) {
        double x = Math.clamp(
                model.scale().x(marker.frame()), 0, Math.max(0, model.scale().width() - ENTRY));
        TextPrompt.open(look(), this, x, -1, ENTRY, "Name of marker " + marker.name(), marker.name(), text -> {
            String name = text.strip();
            if (!name.isEmpty()) {
                model.apply(SongEdits.renameMarker(marker.id(), name));
            }
        });
    }

    /// Where the flags of the markers that are seen lie.
    private List<RulerDrag.Flag> flags() {
        List<RulerDrag.Flag> flags = new ArrayList<>();
        for (Marker marker : model.song().markers()) {
            double x = model.scale().x(marker.frame());
            double width = TextSize.width(look(), TypeRole.LETTER, marker.name()) / look().factor() + 16;
            if (x + width > 0 && x < model.scale().width()) {
                flags.add(new RulerDrag.Flag(marker, x, width));
            }
        }
        return flags;
    }

    @Override
    protected double unitWidth() {
        return 600;
    }

    @Override
    protected double unitHeight() {
        return RulerDrag.HEIGHT;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        p.fill(0, 0, w, h, Token.BG_2.color());
        p.across(0, h - 1, w, Token.LINE_0.color());
        p.across(0, 22, w, Token.LINE_1.color());
        p.across(0, 30, w, Token.LINE_1.color());
        Span loop = model.song().loop();
        if (loop != null) {
            loop(p, loop, w);
        }
        Span time = model.time();
        if (time != null) {
            double left = Math.max(0, model.scale().x(time.start()));
            double right = Math.min(w, model.scale().x(time.end()));
            p.fill(left, 31, Math.max(0, right - left), h - 32, Token.VEIL.alpha(0.10));
        }
        for (Ruler.Tick tick : Ruler.ticks(model.rulerUnit(), model.scale(), model.grid())) {
            boolean major = tick.major();
            p.down(tick.x(), major ? 40 : 48, h - 1 - (major ? 40 : 48), (major ? Token.LINE_3 : Token.LINE_2).color());
            if (major) {
                p.left(tick.x() + 5, 46, tick.label(), TypeRole.VALUE_SMALL, Token.FG_2.color());
            }
        }
        markers(p);
        String bubble = hand.bubble();
        if (!bubble.isEmpty() && hand.busy() && isPressed()) {
            LanesView.paintBubble(p, bubble, "", pointerX, h, w, h);
        }
    }

    private void loop(Painter p, Span loop, double w) {
        double left = Math.max(0, model.scale().x(loop.start()));
        double right = Math.min(w, model.scale().x(loop.end()));
        if (right > left) {
            Color color = model.looping() ? Token.ACCENT.alpha(0.75) : Token.LINE_3.color();
            p.fill(left, 22, right - left, 8, color, 2);
        }
    }

    private void markers(Painter p) {
        List<RulerDrag.Flag> flags = flags();
        for (int i = 0; i < flags.size(); i++) {
            RulerDrag.Flag flag = flags.get(i);
            double room = i + 1 < flags.size() ? flags.get(i + 1).x() - flag.x() - 2 : Double.MAX_VALUE;
            p.down(flag.x(), 2, RulerDrag.HEIGHT - 3, Token.LINE_3.color());
            double wide = Math.min(flag.width(), room);
            if (wide < 14) {
                continue;
            }
            p.fill(flag.x(), 2, wide, 16, Token.BG_5.color(), 2);
            TrackColor.byId(flag.marker().color())
                    .filter(color -> color != TrackColor.GREY)
                    .ifPresent(color -> p.fill(flag.x(), 2, 3, 16, color.color(), 1));
            String text = TextSize.fit(look(), TypeRole.LETTER, flag.marker().name(), p.raw(wide - 12));
            p.left(flag.x() + 8, 10, text, TypeRole.LETTER, Token.FG_1.color());
        }
    }
}
