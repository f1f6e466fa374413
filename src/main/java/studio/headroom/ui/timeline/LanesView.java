package studio.headroom.ui.timeline;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.paint.Color;
import studio.headroom.project.Clip;
import studio.headroom.project.Folder;
import studio.headroom.project.Project;
import studio.headroom.project.Span;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TrackColor;
import studio.headroom.ui.theme.TypeRole;

/// The lanes: clips and automation over time, and the hand on them. Paints what is seen and no more. UI thread.
final class LanesView extends KitControl {
    /// What new pictures of waveforms may take of a frame.
    private static final long TILE_NANOS = 5_000_000;

    private static final double AUTO_SCROLL = 24;

    private final TimelineModel model;
    private final TimelineHand hand;
    private final ClipPainter clips;
    private final LanePainter lanes;
    private Runnable refresh = this::repaint;
    private double pointerX;
    private double pointerY;
    private String hovered = "";
    private Consumer<Hit.OnClip> typeGain = clip -> {};

    LanesView(Look look, TimelineModel model, TimelineHand hand, Waves waves) {
        super(look);
        this.model = model;
        this.hand = hand;
        clips = new ClipPainter(model, hand.test(), waves);
        lanes = new LanePainter(model);
        setRing(2, 2);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.NODE);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_RELEASED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                hand.release();
                refresh.run();
            }
        });
        addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        addEventHandler(ScrollEvent.SCROLL, event -> scroll(event, look, model));
    }

    /// @param action lets the whole timeline be painted with the next frame, so that all of it moves together
    void onChange(Runnable action) {
        refresh = action;
    }

    void paintAtOnce() {
        paintNow();
    }

    /// What a right click opens.
    ///
    /// @param menu is given the click after what lies under it has been selected
    void onMenu(Consumer<ContextMenuEvent> menu) {
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            double x = units(event.getX());
            double y = units(event.getY());
            Hit hit = hand.test().at(x, y);
            if (hit instanceof Hit.OnClip clip
                    && !model.selection().clips().get().contains(clip.clip())) {
                model.selection().clips(List.of(clip.clip()));
            }
            if (hit instanceof Hit.OnLane lane
                    && lane.point() >= 0
                    && !(lane.lane().equals(model.pointLane()) && model.points().contains(lane.point()))) {
                model.points(lane.lane(), java.util.Set.of(lane.point()));
            }
            menu.accept(event);
            event.consume();
        });
    }

    Hit under(double x, double y) {
        return hand.test().at(units(x), units(y));
    }

    /// What a double click on the gain line of a clip, or on a point of it, opens.
    void onGain(Consumer<Hit.OnClip> action) {
        typeGain = action;
    }

    private double units(double px) {
        return px / look().factor();
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        point(event);
        if (event.getClickCount() == 2
                && hand.test().at(pointerX, pointerY) instanceof Hit.OnClip clip
                && (clip.zone() == Hit.Zone.GAIN || clip.zone() == Hit.Zone.GAIN_POINT)) {
            hand.cancel();
            typeGain.accept(clip);
            event.consume();
            return;
        }
        hand.press(
                pointerX,
                pointerY,
                event.getClickCount() == 2 ? 2 : 1,
                event.isShiftDown(),
                event.isShortcutDown() || event.isControlDown(),
                event.isAltDown());
        refresh.run();
        event.consume();
    }

    private void point(MouseEvent event) {
        pointerX = units(event.getX());
        pointerY = units(event.getY());
    }

    private void dragged(MouseEvent event) {
        if (!hand.busy()) {
            return;
        }
        point(event);
        double width = model.scale().width();
        double over = pointerX < AUTO_SCROLL ? pointerX - AUTO_SCROLL : Math.max(0, pointerX - width + AUTO_SCROLL);
        if (over != 0 && (pointerX < 0 || pointerX > width)) {
            model.scale().scrollBy(over / 2);
        }
        if (pointerY < 0 || pointerY > model.viewHeight()) {
            model.scrollDown((pointerY < 0 ? pointerY : pointerY - model.viewHeight()) / 2);
        }
        hand.drag(
                pointerX,
                pointerY,
                event.isShiftDown(),
                event.isShortcutDown() || event.isControlDown(),
                event.isAltDown());
        refresh.run();
        event.consume();
    }

    private void moved(MouseEvent event) {
        point(event);
        Hit hit = hand.test().at(pointerX, pointerY);
        setCursor(cursor(hit));
        String now = hit instanceof Hit.OnClip clip ? clip.clip() : "";
        if (!now.equals(hovered)) {
            hovered = now;
            refresh.run();
        }
    }

    private Cursor cursor(Hit hit) {
        if (model.tool() == TimelineModel.Tool.SCISSORS) {
            return hit instanceof Hit.OnClip ? Cursor.TEXT : Cursor.DEFAULT;
        }
        return switch (hit) {
            case Hit.OnClip clip ->
                switch (clip.zone()) {
                    case START -> Cursor.W_RESIZE;
                    case END -> Cursor.E_RESIZE;
                    case GAIN -> Cursor.V_RESIZE;
                    case BODY, FADE_IN, FADE_OUT, GAIN_POINT -> Cursor.DEFAULT;
                };
            case Hit.OnLane _ -> model.tool() == TimelineModel.Tool.DRAW ? Cursor.CROSSHAIR : Cursor.DEFAULT;
            case Hit.Empty _, Hit.Nothing _ -> Cursor.DEFAULT;
        };
    }

    /// The wheel scrolls the rows, with Shift the time; with Ctrl it zooms about the pointer, with Alt waveforms become
    /// higher.
    static void scroll(ScrollEvent event, Look look, TimelineModel model) {
        double dx = event.getDeltaX() / look.factor();
        double dy = event.getDeltaY() / look.factor();
        if (event.isAltDown()) {
            model.waveHeight(model.waveHeight() * Math.pow(1.25, (dy + dx) / 40));
        } else if (event.isControlDown() || event.isShortcutDown()) {
            model.scale().zoom(Math.pow(1.25, (dy + dx) / 40), event.getX() / look.factor());
        } else if (event.isShiftDown()) {
            model.scale().scrollBy(-(dx + dy));
        } else {
            model.scale().scrollBy(-dx);
            model.scrollDown(-dy);
        }
        event.consume();
    }

    @Override
    protected double unitWidth() {
        return 600;
    }

    @Override
    protected double unitHeight() {
        return 300;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        clips.tiles().begin(TILE_NANOS);
        p.fill(0, 0, w, h, Token.BG_1.color());
        Project song = model.song();
        boolean solos = song.strips().stream().anyMatch(Strip::solo);
        List<Row> rows = model.rows().all();
        for (int i = model.rows().indexAt(model.top());
                i < rows.size() && rows.get(i).y() < model.top() + h;
                i++) {
            Row row = rows.get(i);
            double y = row.y() - model.top();
            switch (row.kind()) {
                case FOLDER -> folder(p, row, y, w);
                case TRACK -> song.strip(row.id()).ifPresent(strip -> track(p, row, strip, y, w, solos));
                case BUS -> ground(p, row, y, w);
                case LANE -> lane(p, row, y, w);
            }
        }
        over(p, w, h);
        if (rows.isEmpty()) {
            empty(p, w, h);
        }
        bubble(p, w, h);
        if (clips.tiles().missed()) {
            refresh.run();
        }
    }

    /// What to do where there is nothing yet.
    private void empty(Painter p, double w, double h) {
        boolean hidden = model.song().strips().stream().anyMatch(strip -> strip.kind() == Strip.Kind.TRACK);
        String what = hidden ? "All tracks are hidden" : "No tracks yet";
        String how = hidden
                ? "Right-click a header, or use the mixer, to show them."
                : "Drop sound files here, or add a track at the upper left.";
        p.center(w / 2, h / 2 - 12, what, TypeRole.PANEL_TITLE, Token.FG_2.color());
        p.center(w / 2, h / 2 + 12, how, TypeRole.BODY, Token.FG_3.color());
    }

    private void ground(Painter p, Row row, double y, double w) {
        boolean selected = model.selection().isSelected(row.id());
        Color color = selected ? Token.BG_1.towards(Token.BG_3, 0.4) : Token.BG_1.towards(Token.BG_2, 0.12);
        p.fill(0, y, w, row.height() - 1, color);
        p.across(0, y + row.height() - 1, w, Token.LINE_0.color());
    }

    private void folder(Painter p, Row row, double y, double w) {
        p.fill(0, y, w, row.height() - 1, Token.BG_1.towards(Token.BG_2, 0.6));
        p.across(0, y + row.height() - 1, w, Token.LINE_0.color());
        Folder folder = model.song().folder(row.id()).orElse(null);
        if (folder == null || !folder.folded()) {
            return;
        }
        // Folded, a folder shows what lies in it, one over the other.
        for (Strip strip : model.song().strips()) {
            if (strip.look().folder().equals(folder.id())) {
                strip.clips().stream()
                        .filter(clip -> model.scale().sees(clip.start(), clip.end()))
                        .forEach(clip -> clips.paintFolded(p, row, strip, clip, y, isMuted(strip) || clip.muted()));
            }
        }
    }

    private static boolean isMuted(Strip strip) {
        return strip.controls().isOn(StripControls.MUTE);
    }

    private void track(Painter p, Row row, Strip strip, double y, double w, boolean solos) {
        ground(p, row, y, w);
        List<String> selected = model.selection().clips().get();
        boolean silent = isMuted(strip) || solos && !strip.solo() && !strip.soloSafe();
        // The selected ones last, so that their outline is whole.
        for (int pass = 0; pass < 2; pass++) {
            for (Clip clip : strip.clips()) {
                boolean chosen = selected.contains(clip.id());
                if (chosen == (pass == 1) && model.scale().sees(clip.start(), clip.end())) {
                    boolean handles = chosen || clip.id().equals(hovered);
                    clips.paint(
                            p, row, strip, clip, y, w, new ClipPainter.State(chosen, handles, silent || clip.muted()));
                }
            }
        }
    }

    private void lane(Painter p, Row row, double y, double w) {
        p.fill(0, y, w, row.height() - 1, Token.BG_0.towards(Token.BG_1, 0.7));
        p.across(0, y + row.height() - 1, w, Token.LINE_0.color());
        LaneKey key = row.lane();
        Optional<LaneKey.Control> control = key == null ? Optional.empty() : key.in(model.song());
        Color color = model.song()
                .strip(row.id())
                .flatMap(strip -> TrackColor.byId(strip.color()))
                .orElse(TrackColor.GREY)
                .color();
        control.ifPresent(found -> {
            p.context().save();
            p.context().beginPath();
            p.context().rect(0, p.snap(y), p.raw(w), p.snap(y + row.height() - 1) - p.snap(y));
            p.context().clip();
            lanes.paint(p, row, found, y, w, color);
            p.context().restore();
        });
    }

    /// Grid, loop and selected time, over everything.
    private void over(Painter p, double w, double h) {
        for (Ruler.Tick tick : Ruler.ticks(model.rulerUnit(), model.scale(), model.grid())) {
            if (tick.major()) {
                p.down(tick.x(), 0, h, Token.VEIL.alpha(0.05));
            }
        }
        Span loop = model.song().loop();
        if (loop != null) {
            double strength = model.looping() ? 1 : 0.4;
            span(p, loop, w, h, Token.ACCENT.alpha(0.045 * strength), Token.ACCENT.alpha(0.6 * strength));
        }
        Span time = model.time();
        if (time != null) {
            span(p, time, w, h, Token.VEIL.alpha(0.06), Token.VEIL.alpha(0.35));
        }
    }

    private void span(Painter p, Span span, double w, double h, Color fill, Color edge) {
        double left = Math.max(-2, model.scale().x(span.start()));
        double right = Math.min(w + 2, model.scale().x(span.end()));
        if (right > left) {
            p.fill(left, 0, right - left, h, fill);
            p.down(left, 0, h, edge);
            p.down(right - 1, 0, h, edge);
        }
    }

    private void bubble(Painter p, double w, double h) {
        String value = hand.bubble();
        if (!value.isEmpty()) {
            paintBubble(p, value, hand.moved(), pointerX, pointerY, w, h);
        }
    }

    /// What is moved, as text beside the pointer.
    static void paintBubble(Painter p, String value, String moved, double x, double y, double w, double h) {
        double wide = p.units(Math.max(
                        TextSize.width(p.look(), TypeRole.VALUE_BUBBLE, value),
                        TextSize.width(p.look(), TypeRole.LABEL, moved)))
                + 24;
        double high = moved.isEmpty() ? 28 : 42;
        double left = Math.clamp(x + 14, 2, Math.max(2, w - wide - 2));
        double top = Math.clamp(y - high - 10, 2, Math.max(2, h - high - 2));
        p.fill(left, top, wide, high, Token.BG_TIP.color(), 6);
        p.border(left, top, wide, high, Token.LINE_3.color(), 6);
        p.center(left + wide / 2, top + 14, value, TypeRole.VALUE_BUBBLE, Token.FG_1.color());
        if (!moved.isEmpty()) {
            p.center(left + wide / 2, top + 30, moved, TypeRole.LABEL, Token.ACCENT.color());
        }
    }
}
