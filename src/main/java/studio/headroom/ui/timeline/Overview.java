package studio.headroom.ui.timeline;

import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.paint.Color;
import studio.headroom.project.Clip;
import studio.headroom.project.Marker;
import studio.headroom.project.Strip;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TrackColor;

/// The whole song in one line, and a frame around what is seen of it: dragged it scrolls, at its edges it zooms. UI
/// thread.
final class Overview extends KitControl {
    static final double HEIGHT = 24;
    private static final double EDGE = 5;
    private static final double PAD = 3;

    private enum Part {
        NOTHING,
        START,
        END,
        BODY
    }

    private final TimelineModel model;
    private Part held = Part.NOTHING;
    private double grabbed;

    Overview(Look look, TimelineModel model) {
        super(look);
        this.model = model;
        setAccessibleRole(AccessibleRole.SCROLL_BAR);
        setAccessibleText("Overview of the song");
        useGround();
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> press(event.getX() / look.factor()));
        addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> drag(event.getX() / look.factor()));
        addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> held = Part.NOTHING);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> {
            Part part = part(event.getX() / look.factor());
            setCursor(part == Part.START ? Cursor.W_RESIZE : part == Part.END ? Cursor.E_RESIZE : Cursor.DEFAULT);
        });
        addEventHandler(ScrollEvent.SCROLL, event -> LanesView.scroll(event, look, model));
    }

    private double perFrame() {
        return getWidth() / look().factor() / model.scale().extent();
    }

    private double left() {
        return model.scale().origin() * perFrame();
    }

    private double right() {
        return model.scale().right() * perFrame();
    }

    private Part part(double x) {
        double edge = Math.min(EDGE, (right() - left()) / 4);
        return Math.abs(x - left()) <= edge
                ? Part.START
                : Math.abs(x - right()) <= edge ? Part.END : x > left() && x < right() ? Part.BODY : Part.NOTHING;
    }

    private void press(double x) {
        held = part(x);
        if (held == Part.NOTHING) {
            model.scale()
                    .scrollTo(x / perFrame()
                            - model.scale().width() * model.scale().framesPerUnit() / 2);
            held = Part.BODY;
        }
        grabbed = x - left();
    }

    private void drag(double x) {
        TimeScale scale = model.scale();
        double frame = x / perFrame();
        switch (held) {
            case NOTHING -> {}
            case BODY -> scale.scrollTo((x - grabbed) / perFrame());
            case START -> {
                double end = scale.right();
                scale.zoom((end - scale.origin()) / Math.max(64, end - frame), scale.width());
            }
            case END -> scale.zoom((scale.right() - scale.origin()) / Math.max(64, frame - scale.origin()), 0);
        }
    }

    /// The song has changed.
    void songChanged() {
        requestLayout();
    }

    @Override
    protected double unitWidth() {
        return 600;
    }

    @Override
    protected double unitHeight() {
        return HEIGHT;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void paintGround(Painter p, double w, double h) {
        p.fill(0, 0, w, h, Token.BG_0.color());
        p.across(0, 0, w, Token.LINE_0.color());
        double perFrame = perFrame();
        var tracks = model.song().strips().stream()
                .filter(strip ->
                        strip.kind() == Strip.Kind.TRACK && !strip.look().hidden())
                .toList();
        double high = (h - 2 * PAD - 1) / Math.max(1, tracks.size());
        for (int i = 0; i < tracks.size(); i++) {
            Strip strip = tracks.get(i);
            Color color = TrackColor.byId(strip.color())
                    .orElse(TrackColor.GREY)
                    .color()
                    .deriveColor(0, 1, 1, 0.6);
            for (Clip clip : strip.clips()) {
                Color shown = clip.muted() ? Token.FG_4.color() : color;
                p.context().setFill(shown);
                p.context()
                        .fillRect(
                                p.raw(clip.start() * perFrame),
                                p.raw(PAD + 1 + i * high),
                                Math.max(p.look().hair(), p.raw(clip.length() * perFrame)),
                                Math.max(p.look().hair(), p.raw(high * 0.8)));
            }
        }
        for (Marker marker : model.song().markers()) {
            p.down(marker.frame() * perFrame, 1, h - 1, Token.LINE_3.color());
        }
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        double left = left();
        double right = Math.max(right(), left + 6);
        p.fill(0, 1, left, h - 1, Token.BG_1.alpha(0.6));
        p.fill(right, 1, Math.max(0, w - right), h - 1, Token.BG_1.alpha(0.6));
        p.fill(left, 1, right - left, h - 1, Token.VEIL.alpha(0.06 + 0.04 * hover()), 3);
        p.border(left, 1, right - left, h - 1, Token.FG_3.color(), 3);
        p.down(model.player().position() * perFrame(), 1, h - 1, Token.FG_1.color());
    }
}
