package studio.headroom.ui.master.advise;

import java.util.Locale;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import studio.headroom.mastering.references.ReferenceSound;
import studio.headroom.project.Span;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The chosen reference as a small waveform with the region that is compared: drag to choose another one, drag its ends
/// or its middle to move them, double-click for all of it. Left and right move it by a second, with Shift its end.
final class RegionWave extends KitControl {
    private static final double HEIGHT = 32;
    private static final double GRIP = 6;
    private static final double SECOND = 1;

    private final ReferencesModel model;
    private float[] low = {};
    private float[] high = {};
    private @Nullable ReferenceSound drawn;
    private Grip grip = Grip.NONE;
    private double anchor;
    private boolean begun;
    private boolean keyHeld;

    /// What a drag moves.
    private enum Grip {
        NONE,
        NEW,
        START,
        END,
        ALL
    }

    RegionWave(Look look, ReferencesModel model) {
        super(look);
        this.model = model;
        setAccessibleRole(AccessibleRole.SLIDER);
        setFocusTraversable(true);
        setRing(-2, 6);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_RELEASED, event -> released());
        addEventHandler(
                MouseEvent.MOUSE_MOVED, event -> setCursor(isEnd(at(event.getX())) ? Cursor.H_RESIZE : Cursor.DEFAULT));
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(KeyEvent.KEY_RELEASED, event -> letKeyGo());
        focusedProperty().addListener((observable, before, now) -> letKeyGo());
    }

    /// Shows what the model says by now.
    void update() {
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        repaint();
    }

    private ReferencesModel.@Nullable Item item() {
        return model.chosen().get();
    }

    private double frames() {
        ReferencesModel.Item item = item();
        return item == null ? 1 : Math.max(1, item.reference().media().frames());
    }

    private double at(double x) {
        return Math.clamp(x / Math.max(1, getWidth()), 0, 1) * frames();
    }

    private @Nullable Span region() {
        ReferencesModel.Item item = item();
        return item == null ? null : item.reference().region();
    }

    private boolean near(double frame, double other) {
        return Math.abs(frame - other) <= look().px(GRIP) / Math.max(1, getWidth()) * frames();
    }

    private boolean isEnd(double frame) {
        Span region = region();
        return region != null && (near(frame, region.start()) || near(frame, region.end()));
    }

    private void pressed(MouseEvent event) {
        ReferencesModel.Item item = item();
        if (event.getButton() != MouseButton.PRIMARY || item == null || item.sound() == null) {
            return;
        }
        requestFocus();
        if (event.getClickCount() == 2) {
            model.region(item.id(), null);
            return;
        }
        double frame = at(event.getX());
        Span region = region();
        grip = region == null
                ? Grip.NEW
                : near(frame, region.start())
                        ? Grip.START
                        : near(frame, region.end()) ? Grip.END : region.contains((long) frame) ? Grip.ALL : Grip.NEW;
        anchor = frame;
        event.consume();
    }

    private void dragged(MouseEvent event) {
        Span region = region();
        double frame = at(event.getX());
        if (grip == Grip.NONE || !begun && Math.abs(frame - anchor) / frames() * getWidth() < look().px(3)) {
            return;
        }
        if (!begun) {
            model.beginRegion();
            begun = true;
        }
        switch (grip) {
            case NEW -> model.moveRegion(anchor, frame);
            case START -> model.moveRegion(frame, region == null ? frames() : region.end());
            case END -> model.moveRegion(region == null ? 0 : region.start(), frame);
            case ALL -> shift(region, frame - anchor);
            case NONE -> {}
        }
        if (grip == Grip.ALL) {
            anchor = frame;
        }
        event.consume();
    }

    private void shift(@Nullable Span region, double by) {
        if (region != null) {
            double start = Math.clamp(region.start() + by, 0, frames() - region.length());
            model.moveRegion(start, start + region.length());
        }
    }

    private void released() {
        grip = Grip.NONE;
        if (begun) {
            begun = false;
            model.endRegion();
        }
    }

    private void key(KeyEvent event) {
        ReferencesModel.Item item = item();
        int step = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        if (event.getCode() == KeyCode.ESCAPE && begun) {
            begun = false;
            grip = Grip.NONE;
            keyHeld = false;
            model.cancelRegion();
            event.consume();
            return;
        }
        ReferenceSound sound = item == null ? null : item.sound();
        if (step == 0 || sound == null || event.isControlDown() || event.isMetaDown() || event.isAltDown()) {
            return;
        }
        if (!keyHeld) {
            keyHeld = true;
            begun = true;
            model.beginRegion();
        }
        Span region = region() == null ? new Span(0, sound.frames()) : region();
        double by = step * SECOND * sound.sampleRate();
        if (event.isShiftDown()) {
            model.moveRegion(region.start(), Math.max(region.start() + sound.sampleRate(), region.end() + by));
        } else {
            shift(region, by);
        }
        event.consume();
    }

    private void letKeyGo() {
        if (keyHeld) {
            keyHeld = false;
            released();
        }
    }

    @Override
    protected double unitWidth() {
        return 320;
    }

    @Override
    protected double unitHeight() {
        return HEIGHT;
    }

    @Override
    protected double computeMinWidth(double height) {
        return look().px(120);
    }

    @Override
    protected double computeMaxWidth(double height) {
        return Double.MAX_VALUE;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        p.fill(0, 0, w, h, Token.BG_0.color(), 4);
        ReferencesModel.Item item = item();
        if (item == null) {
            return;
        }
        ReferenceSound sound = item.sound();
        if (sound == null) {
            p.center(w / 2, h / 2, "Listening…", TypeRole.LABEL, Token.FG_3.color());
            return;
        }
        Span region = item.reference().region();
        double from = region == null ? 0 : w * region.start() / sound.frames();
        double to = region == null ? w : w * region.end() / sound.frames();
        if (region != null) {
            p.fill(from, 0, to - from, h, Token.ACCENT_SOFT.alpha(0.55));
        }
        wave(p, sound, w, h, from, to);
        if (region != null) {
            p.fill(from - 0.5, 0, 1, h, Token.ACCENT.color());
            p.fill(to - 0.5, 0, 1, h, Token.ACCENT.color());
            for (double x : new double[] {from, to}) {
                p.fill(Math.clamp(x - 2, 0, w - 4), h / 2 - 6, 4, 12, Token.ACCENT.color(), 2);
            }
        }
        facts(p, w, h, words(item), from, to);
    }

    /// What is compared, on the side where it hides the least.
    private void facts(Painter p, double w, double h, String words, double from, double to) {
        double width = p.units(TextSize.width(look(), TypeRole.VALUE_TINY, words)) + 8;
        double x = from > width + 4 || from > w - to ? 2 : w - width - 2;
        p.fill(x, h - 15, width, 13, Token.BG_0.alpha(0.75), 3);
        p.left(x + 4, h - 8.5, words, TypeRole.VALUE_TINY, Token.FG_2.color());
    }

    private void wave(Painter p, ReferenceSound sound, double w, double h, double from, double to) {
        int columns = Math.max(1, (int) Math.floor(w));
        if (sound != drawn || low.length != columns) {
            low = new float[columns];
            high = new float[columns];
            sound.waveform(low, high);
            drawn = sound;
        }
        double middle = h / 2;
        for (int x = 0; x < columns; x++) {
            double top = middle - Math.min(1, high[x]) * (middle - 2);
            double bottom = middle - Math.max(-1, low[x]) * (middle - 2);
            boolean inside = x >= from - 0.5 && x < to;
            p.fill(
                    x,
                    Math.min(top, middle - 0.5),
                    1,
                    Math.max(1, bottom - top),
                    inside ? Token.ACCENT.alpha(0.85) : Token.FG_4.color());
        }
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT ? spoken() : super.queryAccessibleAttribute(attribute, parameters);
    }

    private String spoken() {
        ReferencesModel.Item item = item();
        if (item == null) {
            return "Region of the reference";
        }
        return "Region of " + item.reference().name() + ", " + words(item);
    }

    /// `0:30–1:02`, or that it is all.
    static String words(ReferencesModel.Item item) {
        Span region = item.reference().region();
        ReferenceSound sound = item.sound();
        if (sound == null) {
            return "";
        }
        return region == null
                ? "all of " + time(sound.frames(), sound)
                : time(region.start(), sound) + "–" + time(region.end(), sound);
    }

    private static String time(long frame, ReferenceSound sound) {
        long seconds = Math.round((double) frame / sound.sampleRate());
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
}
