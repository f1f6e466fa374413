package studio.headroom.ui.shell;

import java.util.Locale;
import java.util.function.DoubleSupplier;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.preferences.Preferences;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// Lays the Mix place out: two parts with a splitter between them and a column at the right. Where the window is
/// narrow, the column is a drawer that lies over the right edge; where it is too low for both parts, one of them is
/// shown.
final class MixLayout extends Pane {
    private static final double SPLITTER = 4;
    private static final double HIT = 8;
    private static final double LEAST_TIMELINE = 160;
    private static final double NARROW = 1440;
    private static final double WIDE = 2400;
    private static final double WIDEST = 3600;
    private static final double STEP = 0.02;

    enum View {
        BOTH,
        TIMELINE,
        MIXER
    }

    private final Look look;
    private final Preferences preferences;
    private final Region timeline;
    private final Region mixer;
    private final Region inspector;
    private final Splitter splitter;
    /// Held here, since what it follows holds it weakly.
    private final InvalidationListener relayout = observable -> requestLayout();

    private View view;
    /// Which part is shown where there is no room for both.
    private View alone = View.MIXER;
    private DoubleSupplier taken = () -> 0;
    private boolean whole;
    private boolean low;
    private boolean drawer;
    private boolean narrow;

    MixLayout(Look look, Preferences preferences, Region timeline, Region mixer, Region inspector) {
        this.look = look;
        this.preferences = preferences;
        this.timeline = timeline;
        this.mixer = mixer;
        this.inspector = inspector;
        splitter = new Splitter(look);
        view = remembered(preferences.mixView().get());
        getStyleClass().add("hr-work");
        inspector.getStyleClass().add("hr-inspector");
        getChildren().addAll(timeline, mixer, splitter, inspector);
        WeakInvalidationListener weak = new WeakInvalidationListener(relayout);
        look.percentProperty().addListener(weak);
        preferences.mixSplit().addListener(weak);
        preferences.inspector().addListener(weak);
    }

    /// Gives the upper part all of the room, or takes that back.
    void whole(boolean now) {
        whole = now;
        requestLayout();
    }

    /// @param height of what lies above the place and has taken it from it, in pixels
    void takenBy(DoubleSupplier height) {
        taken = height;
        requestLayout();
    }

    void nextView() {
        if (whole) {
            view = View.BOTH;
            whole(false);
            return;
        }
        if (low) {
            show(shown() == View.MIXER ? View.TIMELINE : View.MIXER);
            return;
        }
        show(View.values()[(view.ordinal() + 1) % View.values().length]);
    }

    void showTimeline() {
        if (shown() == View.MIXER) {
            show(low ? View.TIMELINE : View.BOTH);
        }
    }

    /// Where there is room for one part alone, the choice between both and one is kept for when there is more.
    private void show(View next) {
        if (low) {
            alone = next;
        }
        if (!low || view != View.BOTH) {
            view = next;
            preferences.mixView().set(next.name().toLowerCase(Locale.ROOT));
        }
        requestLayout();
    }

    private View shown() {
        return whole ? View.TIMELINE : low && view == View.BOTH ? alone : view;
    }

    private static View remembered(String name) {
        for (View each : View.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(name)) {
                return each;
            }
        }
        return View.BOTH;
    }

    void toggleInspector() {
        if (narrow) {
            drawer = !drawer;
            requestLayout();
        } else {
            preferences.inspector().set(!preferences.inspector().get());
        }
    }

    /// The inspector's width in units, at a logical width of the window.
    static double inspectorWidth(double logical) {
        return logical < 1760 ? 280 : logical < WIDE ? 320 : logical < WIDEST ? 360 : 440;
    }

    /// The timeline's height in units, where there is room for both parts.
    ///
    /// @param height of both parts together
    /// @param share that it is to have
    /// @param mixer the least height of the mixer
    static double timelineHeight(double height, double share, double mixer) {
        return Math.max(LEAST_TIMELINE, Math.min(height * share, height - mixer));
    }

    /// Whether there is too little height for both parts.
    static boolean isLow(double height, double mixer) {
        return height < LEAST_TIMELINE + mixer;
    }

    @Override
    protected void layoutChildren() {
        double logical = getWidth() / look.factor();
        narrow = logical < NARROW;
        boolean column = !narrow && preferences.inspector().get();
        boolean over = narrow && drawer;
        double width = look.px(inspectorWidth(logical));
        inspector.setVisible(column || over);
        inspector.resizeRelocate(getWidth() - width, 0, width, getHeight());
        double work = column ? getWidth() - width - look.hair() : getWidth();
        double gap = look.px(SPLITTER);
        // What messages take is the timeline's, so that no strip loses a part of it.
        double above = taken.getAsDouble();
        double units = (getHeight() + above - gap) / look.factor();
        double least = mixer.minHeight(-1) / look.factor();
        low = isLow(units, least);
        View shown = shown();
        timeline.setVisible(shown != View.MIXER);
        mixer.setVisible(shown != View.TIMELINE);
        splitter.setVisible(shown == View.BOTH);
        switch (shown) {
            case TIMELINE -> timeline.resizeRelocate(0, 0, work, getHeight());
            case MIXER -> mixer.resizeRelocate(0, 0, work, getHeight());
            case BOTH -> {
                double share = preferences.mixSplit().get();
                double top = Math.max(0, look.px(timelineHeight(units, share, least)) - above);
                timeline.resizeRelocate(0, 0, work, top);
                mixer.resizeRelocate(0, top + gap, work, Math.max(0, getHeight() - top - gap));
                double hit = look.px(HIT);
                splitter.resizeRelocate(0, top + (gap - hit) / 2, work, hit);
            }
        }
    }

    /// The line between the parts, with a grip; the arrow keys move it, too.
    private final class Splitter extends KitControl {
        private double grabbed;

        Splitter(Look look) {
            super(look);
            setCursor(Cursor.V_RESIZE);
            setFocusTraversable(true);
            setAccessibleRole(AccessibleRole.SLIDER);
            setAccessibleText("Border between timeline and mixer");
            setRing(0, 2);
            addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
                grabbed = event.getY();
                if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                    preferences.mixSplit().set(0.46);
                }
            });
            addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
                double y = MixLayout.this
                        .sceneToLocal(event.getSceneX(), event.getSceneY())
                        .getY();
                moveTo((y - grabbed + taken.getAsDouble()) / (MixLayout.this.getHeight() + taken.getAsDouble()));
            });
            addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        }

        @Override
        public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
            double share = preferences.mixSplit().get();
            return switch (attribute) {
                case TEXT -> "Border between timeline and mixer, " + Math.round(100 * share) + " percent";
                case VALUE -> share;
                case MIN_VALUE -> 0.1;
                case MAX_VALUE -> 0.9;
                default -> super.queryAccessibleAttribute(attribute, parameters);
            };
        }

        private void key(KeyEvent event) {
            double step = event.getCode() == KeyCode.UP ? -STEP : event.getCode() == KeyCode.DOWN ? STEP : 0;
            if (step != 0 && !event.isShortcutDown()) {
                moveTo(preferences.mixSplit().get() + step);
                event.consume();
            }
        }

        private void moveTo(double share) {
            preferences.mixSplit().set(Math.clamp(share, 0.1, 0.9));
        }

        @Override
        protected double unitWidth() {
            return 40;
        }

        @Override
        protected double unitHeight() {
            return HIT;
        }

        @Override
        protected void paint(Painter p, double w, double h) {
            p.fill(0, (h - SPLITTER) / 2, w, SPLITTER, Token.LINE_0.towards(Token.ACCENT_SOFT, hover()));
            p.fill(w / 2 - 8, h / 2 - 1, 16, 2, Token.LINE_3.color(), 1);
        }
    }
}
