package studio.headroom.ui.editor.graph;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import studio.headroom.dsp.filter.FilterShape;
import studio.headroom.ui.editor.model.EditorAnalysis;
import studio.headroom.ui.editor.model.EqModel;
import studio.headroom.ui.editor.model.SpectrumView;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.model.Steps;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Hue;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TrackColor;
import studio.headroom.ui.theme.TypeRole;

/// The curve of an equalizer over the spectrum, with a node for each band. A drag moves a node (Shift: ten times
/// finer), the wheel changes its Q, a double-click on empty ground adds a band, one on a node takes its gain back, Alt
/// and a drag let one hear the band alone. With the keyboard: arrows move the selected node, Delete removes it. In
/// small
/// form it is one curve in the color of its track.
public final class EqGraph extends Graph {
    private static final List<TrackColor> COLORS = List.of(
            TrackColor.GREY,
            TrackColor.AMBER,
            TrackColor.GREEN,
            TrackColor.VIOLET,
            TrackColor.CORAL,
            TrackColor.CYAN,
            TrackColor.LIME,
            TrackColor.ROSE);
    private static final double NODE = 12;
    private static final double RACK_NODE = 10;
    private static final double SMALL_NODE = 8;
    private static final double HIT = 16;
    /// The most gain that a band can have, in dB.
    private static final double MOST = 24;
    private static final double WHEEL_MS = 400;

    private final EqModel model;
    private final EditorAnalysis analysis;
    private final SpectrumView view;
    private final SpectrumPainter spectrum;
    private final EqPicture picture;
    final double node;
    /// The color of all bands, in small form.
    private final @Nullable Hue one;
    private int dragged = -1;
    private boolean listening;
    private double lastX;
    private double lastY;
    private double freqPosition;
    private double gain;
    private int under = -1;
    private double pointer = Double.NaN;
    private Runnable unwatch = () -> {};
    private FramePulse.@Nullable Delay wheelEnd;
    private @Nullable ControlModel wheeled;

    public EqGraph(Look look, EqModel model, EditorAnalysis analysis) {
        this(look, model, analysis, null, NODE);
    }

    /// One among others, with smaller nodes.
    public static EqGraph rack(Look look, EqModel model, EditorAnalysis analysis) {
        return new EqGraph(look, model, analysis, null, RACK_NODE);
    }

    /// One for a column.
    ///
    /// @param hue of the track
    public static EqGraph small(Look look, EqModel model, EditorAnalysis analysis, Hue hue) {
        return new EqGraph(look, model, analysis, hue, SMALL_NODE);
    }

    private EqGraph(Look look, EqModel model, EditorAnalysis analysis, @Nullable Hue one, double node) {
        super(
                look,
                one == null ? 760 : 294,
                one == null ? 400 : 152,
                model.editor().name() + " curve",
                one != null);
        this.model = model;
        this.one = one;
        this.node = node;
        this.analysis = analysis;
        view = model.editor().memory().spectrum();
        spectrum = new SpectrumPainter(analysis, view);
        picture = new EqPicture(this, model);
        useGround();
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText(spoken());
        setRing(0, 4);
        analysis.observe(this::live);
        followView();
        model.editor().observe(this::changed);
        model.observe(this::changed);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::draggedTo);
        addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> released());
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> {
            pointer = event.getX() / look().factor();
            point(nodeAt(event.getX(), event.getY()));
        });
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> {
            pointer = Double.NaN;
            point(-1);
        });
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    /// The color of a band, here and on its card.
    public static Hue hue(int band) {
        return COLORS.get(band % COLORS.size());
    }

    private String spoken() {
        StringBuilder text = new StringBuilder(model.editor().name()).append(" curve");
        int band = model.selected();
        if (band >= 0) {
            text.append(", band ").append(band + 1).append(", ");
            text.append(model.control(band, "freq").spokenValue());
            if (model.hasGain(band)) {
                text.append(", ").append(model.control(band, "gain").spokenValue());
            }
        } else {
            text.append(", ").append(model.bands().size()).append(" bands");
        }
        return text.toString();
    }

    /// Another range has other lines. The view outlives this picture, so it is watched only while this is in a window.
    private void followView() {
        sceneProperty().addListener((_, _, scene) -> {
            unwatch.run();
            unwatch = scene == null ? () -> {} : view.observe(this::requestLayout);
        });
    }

    private void live() {
        picture.follow();
        repaint();
    }

    private void changed() {
        picture.take(model.curve());
        setAccessibleText(spoken());
        repaint();
    }

    // ---- places ----

    double w() {
        return getWidth() / look().factor();
    }

    double h() {
        return getHeight() / look().factor();
    }

    private double xOf(double hertz) {
        return left + FrequencyAxis.position(hertz) * plotWidth(w());
    }

    double yOf(double db) {
        return top + (0.5 - db / (2 * view.rangeDb())) * plotHeight(h());
    }

    /// Where a band's node is: on the curve where it has no gain, else at its gain.
    double nodeY(int band) {
        double hertz = model.control(band, "freq").value();
        double db = model.hasGain(band)
                ? model.control(band, "gain").value()
                        * model.editor().control("scale").value()
                        / 100
                        * height(band)
                : picture.curve()
                        .bandDb(band, Math.min(hertz, 0.49 * model.editor().sampleRate()));
        return Math.clamp(yOf(db), top + node, top + plotHeight(h()) - node);
    }

    /// A shelf has half its gain at its frequency: there its node is on the curve.
    double height(int band) {
        FilterShape shape = model.shape(band);
        return shape == FilterShape.LOW_SHELF || shape == FilterShape.HIGH_SHELF ? 0.5 : 1;
    }

    double nodeX(int band) {
        double at = xOf(model.control(band, "freq").value());
        return Math.clamp(at, left + node, left + plotWidth(w()) - node);
    }

    /// The middle of a band's node, in units from this picture's corner.
    public double[] node(int band) {
        return new double[] {nodeX(band), nodeY(band)};
    }

    /// Where a frequency and a gain lie, in units from this picture's corner.
    public double[] place(double hertz, double db) {
        return new double[] {xOf(hertz), yOf(db)};
    }

    private int nodeAt(double px, double py) {
        double ux = px / look().factor();
        double uy = py / look().factor();
        int best = -1;
        double nearest = HIT;
        for (int band : model.bands()) {
            double away = Math.hypot(nodeX(band) - ux, nodeY(band) - uy);
            if (away <= nearest) {
                nearest = away;
                best = band;
            }
        }
        return best;
    }

    // ---- hands ----

    private void point(int band) {
        if (under != band) {
            under = band;
            setCursor(band >= 0 ? Cursor.HAND : null);
        }
        repaint();
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        endWheel();
        int band = nodeAt(event.getX(), event.getY());
        if (event.getButton() == MouseButton.SECONDARY) {
            if (band >= 0) {
                model.select(band);
                EqMenu.of(model, band).show(this, event.getScreenX(), event.getScreenY());
            }
            event.consume();
            return;
        }
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (event.getClickCount() == 2) {
            doubleClick(band, event);
        } else if (band >= 0) {
            grab(band, event);
        }
        event.consume();
    }

    private void doubleClick(int band, MouseEvent event) {
        if (band >= 0) {
            model.control(band, "gain").reset();
            return;
        }
        double px = (event.getX() / look().factor() - left) / plotWidth(w());
        double py = (event.getY() / look().factor() - top) / plotHeight(h());
        if (px >= 0 && px <= 1 && py >= 0 && py <= 1) {
            model.add(FrequencyAxis.hertz(px), Math.rint((0.5 - py) * 2 * view.rangeDb() * 10) / 10);
        }
    }

    private void grab(int band, MouseEvent event) {
        dragged = band;
        lastX = event.getX();
        lastY = event.getY();
        ControlModel freq = model.control(band, "freq");
        freqPosition = FrequencyAxis.position(freq.value());
        gain = model.control(band, "gain").value();
        model.beginDrag(band);
        if (event.isAltDown()) {
            listening = true;
            model.control(band, "listen").set(1);
        }
    }

    private void draggedTo(MouseEvent event) {
        if (dragged < 0) {
            return;
        }
        double fine = event.isShiftDown() ? 0.1 : 1;
        freqPosition += fine * (event.getX() - lastX) / look().factor() / plotWidth(w());
        gain -= fine
                * (event.getY() - lastY)
                / look().factor()
                / plotHeight(h())
                * 2
                * view.rangeDb()
                / height(dragged);
        lastX = event.getX();
        lastY = event.getY();
        freqPosition = Math.clamp(freqPosition, 0, 1);
        gain = Math.clamp(gain, -MOST, MOST);
        model.drag(dragged, FrequencyAxis.hertz(freqPosition), gain);
        event.consume();
    }

    private void released() {
        if (dragged < 0) {
            return;
        }
        int band = dragged;
        dragged = -1;
        if (listening) {
            listening = false;
            model.control(band, "listen").set(0);
        }
        model.endDrag(band);
        repaint();
    }

    private void scrolled(ScrollEvent event) {
        int band = dragged >= 0 ? dragged : nodeAt(event.getX(), event.getY());
        // A small one lies among others that are scrolled.
        int target = band >= 0 || small ? band : model.selected();
        if (target < 0 || event.getDeltaY() == 0 && event.getDeltaX() == 0) {
            return;
        }
        event.consume();
        ControlModel q = model.control(target, "q");
        if (wheelEnd == null || wheeled != q) {
            endWheel();
            if (dragged < 0 && !q.begin()) {
                return;
            }
            wheeled = q;
        } else {
            wheelEnd.cancel();
        }
        double by = event.getDeltaY() != 0 ? event.getDeltaY() : event.getDeltaX();
        if (dragged >= 0) {
            q.set(Steps.NORMAL.from(q.param(), q.value(), by > 0 ? 2 : -2));
            wheeled = null;
            return;
        }
        q.step(by > 0 ? 2 : -2, event.isShiftDown() ? Steps.FINE : Steps.NORMAL);
        wheelEnd = look().pulse().after(WHEEL_MS, this::endWheel);
    }

    private void endWheel() {
        if (wheelEnd != null) {
            wheelEnd.cancel();
            wheelEnd = null;
        }
        if (wheeled != null) {
            wheeled.end();
            wheeled = null;
        }
    }

    private void keyPressed(KeyEvent event) {
        List<Integer> bands = model.bands();
        int band = model.selected();
        if (event.isControlDown() || event.isMetaDown() || event.isAltDown()) {
            return;
        }
        KeyCode code = event.getCode();
        if (code == KeyCode.PAGE_DOWN || code == KeyCode.PAGE_UP) {
            if (!bands.isEmpty()) {
                int at = bands.indexOf(band) + (code == KeyCode.PAGE_DOWN ? 1 : -1);
                model.select(bands.get(Math.floorMod(at, bands.size())));
            }
        } else if (band < 0) {
            return;
        } else if (code == KeyCode.DELETE || code == KeyCode.BACK_SPACE) {
            model.remove(band);
        } else {
            Steps size = event.isShiftDown() ? Steps.FINE : Steps.NORMAL;
            switch (code) {
                case LEFT -> step(band, "freq", -1, size);
                case RIGHT -> step(band, "freq", 1, size);
                case UP -> step(band, "gain", 1, size);
                case DOWN -> step(band, "gain", -1, size);
                default -> {
                    return;
                }
            }
        }
        event.consume();
    }

    private void step(int band, String what, int count, Steps size) {
        ControlModel control = model.control(band, what);
        control.set(size.from(control.param(), control.value(), count));
    }

    // ---- painting ----

    @Override
    protected void paintGround(Painter p, double w, double h) {
        well(p, w, h);
        if (small) {
            EqSmall.ground(p, w, h, view.rangeDb());
            return;
        }
        double pw = plotWidth(w);
        double ph = plotHeight(h);
        for (double hertz : FrequencyAxis.LINES) {
            Token line = FrequencyAxis.isStrong(hertz) ? Token.LINE_1 : Token.BG_2;
            p.down(left + FrequencyAxis.position(hertz) * pw, top, ph, line.color());
        }
        for (double hertz : FrequencyAxis.NUMBERED) {
            below(p, left + FrequencyAxis.position(hertz) * pw, h, w, FrequencyAxis.text(hertz));
        }
        int step = (int) (view.rangeDb() <= 6 ? view.rangeDb() / 3 : view.rangeDb() / 4);
        int lines = (int) Math.ceil(view.rangeDb() / step) - 1;
        for (int db = -lines * step; db <= lines * step; db += step) {
            double at = top + (0.5 - db / (2 * view.rangeDb())) * ph;
            p.across(left, at, pw, (db == 0 ? Token.LINE_3 : Token.BG_2).color());
            atLeft(p, at, db > 0 ? "+" + db : number(db), db == 0);
        }
        spectrum.paintScale(p, left, top, pw, ph);
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        if (one != null) {
            paintSmall(p, w, h, one.color());
            return;
        }
        clipped(p, w, h, () -> {
            spectrum.paint(p, left, top, plotWidth(w), plotHeight(h));
            for (int band : model.bands()) {
                picture.paintBand(p, band);
            }
            if (model.selected() >= 0 && model.used(model.selected())) {
                p.down(
                        xOf(model.control(model.selected(), "freq").value()),
                        top,
                        plotHeight(h),
                        faint(hue(model.selected()).color(), 0.5));
            }
            picture.paintMoved(p);
            picture.paintWhole(p);
            if (view.piano().isOn()) {
                Piano.paint(p, left, top + plotHeight(h) - Piano.HEIGHT, plotWidth(w), marked());
            }
        });
        if (model.bands().isEmpty()) {
            p.center(
                    left + plotWidth(w) / 2,
                    top + plotHeight(h) * 0.78,
                    "Double-click to add a band",
                    TypeRole.BODY,
                    Token.FG_3.color());
        }
        for (int band : model.bands()) {
            picture.paintNode(p, band, band == under);
        }
        int told = dragged >= 0 ? dragged : under;
        if (told >= 0 && model.used(told)) {
            EqBubble.ofNode(p, model, told, nodeX(told), nodeY(told), dragged >= 0, w, h);
        } else if (pointer >= left && pointer <= left + plotWidth(w)) {
            EqBubble.ofPlace(p, model, pointed(), pointer, w, h);
        }
    }

    private void paintSmall(Painter p, double w, double h, Color color) {
        clipped(p, w, h, () -> {
            spectrum.paintFill(p, left, top, plotWidth(w), plotHeight(h));
            picture.paintMoved(p);
            picture.paintSmall(p, color);
        });
        if (model.bands().isEmpty()) {
            p.center(w / 2, h * 0.78, "Double-click to add a band", TypeRole.LABEL, Token.FG_3.color());
        }
        for (int band : model.bands()) {
            Color ink = model.isOn(band) ? color : Token.FG_4.color();
            EqSmall.node(p, nodeX(band), nodeY(band), band, ink, band == model.selected(), band == under);
        }
        int told = dragged >= 0 ? dragged : under;
        if (told >= 0 && model.used(told)) {
            String level =
                    model.hasGain(told) ? "  " + model.control(told, "gain").text() : "";
            EqSmall.bubble(
                    p, w, nodeX(told), nodeY(told), model.control(told, "freq").text() + level);
        }
    }

    /// The color of a band in this picture.
    Color ink(int band) {
        return (one == null ? hue(band) : one).color();
    }

    private double pointed() {
        return FrequencyAxis.hertz((pointer - left) / plotWidth(w()));
    }

    /// The frequency that the keyboard marks.
    private double marked() {
        int told = dragged >= 0 ? dragged : under;
        return told >= 0 ? model.control(told, "freq").value() : Double.isNaN(pointer) ? Double.NaN : pointed();
    }
}
