package studio.headroom.ui.editor.graph;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import studio.headroom.ui.editor.model.EditorAnalysis;
import studio.headroom.ui.editor.model.EqModel;
import studio.headroom.ui.editor.model.SpectrumView;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Hue;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TrackColor;
import studio.headroom.ui.theme.TypeRole;

/// The curve of an equalizer over the spectrum, with a node for each band; where bands are on the middle, the sides or
/// one channel, a curve for each part of the sound. A drag moves a node (Shift: ten times
/// finer), the wheel changes its Q, a double-click on empty ground adds a band, one on a node takes its gain back, Alt
/// and a drag let one hear the band alone. With the keyboard: arrows move the selected node, Delete removes it. In
/// small form it is one curve in the color of its track.
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

    private final EqModel model;
    private final SpectrumView view;
    private final SpectrumPainter spectrum;
    private final EqPlaces places;
    private final EqPicture picture;
    private final EqHands hands;
    /// The color of all bands, in small form.
    private final @Nullable Hue one;

    private Runnable unwatch = () -> {};

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
        view = model.editor().memory().spectrum();
        spectrum = new SpectrumPainter(analysis, view);
        places = new EqPlaces(look, this, model, view, node);
        picture = new EqPicture(places, model, one);
        hands = new EqHands(look, this, model, places);
        useGround();
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText(spoken());
        setRing(0, 4);
        analysis.observe(this::live);
        followView();
        model.editor().observe(this::changed);
        model.observe(this::changed);
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
            String part = EqPart.of(model.placement(band)).spoken();
            text.append(part.isEmpty() ? "" : ", ").append(part);
            text.append(model.isWithoutSides(band) ? ", which a mono sound has not" : "");
        } else {
            text.append(", ").append(model.bands().size()).append(" bands");
            for (EqPart part : EqPart.values()) {
                long count = model.bands().stream()
                        .filter(each -> EqPart.of(model.placement(each)) == part)
                        .count();
                if (part != EqPart.ALL && count > 0) {
                    text.append(", ").append(count).append(' ').append(part.spoken());
                }
            }
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
        places.follow();
        picture.take();
        setAccessibleText(spoken());
        repaint();
    }

    /// The middle of a band's node, in units from this picture's corner.
    public double[] node(int band) {
        return new double[] {places.nodeX(band), places.nodeY(band)};
    }

    /// Where a frequency and a gain lie, in units from this picture's corner.
    public double[] place(double hertz, double db) {
        return new double[] {places.x(hertz), places.y(db)};
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
                        places.x(model.control(model.selected(), "freq").value()),
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
        picture.paintLegend(p, left + 12, top + 28, null);
        if (model.bands().isEmpty()) {
            p.center(
                    left + plotWidth(w) / 2,
                    top + plotHeight(h) * 0.78,
                    "Double-click to add a band",
                    TypeRole.BODY,
                    Token.FG_3.color());
        }
        for (int band : model.bands()) {
            picture.paintNode(p, band, band == hands.under());
        }
        int told = hands.told();
        if (told >= 0 && model.used(told)) {
            EqBubble.ofNode(p, model, told, places.nodeX(told), places.nodeY(told), hands.dragging(), w, h);
        } else if (hands.pointer() >= left && hands.pointer() <= left + plotWidth(w)) {
            EqBubble.ofPlace(p, model, pointed(), hands.pointer(), w, h);
        }
    }

    private void paintSmall(Painter p, double w, double h, Color color) {
        clipped(p, w, h, () -> {
            spectrum.paintFill(p, left, top, plotWidth(w), plotHeight(h));
            picture.paintMoved(p);
            picture.paintSmall(p, color);
        });
        picture.paintLegend(p, 8, 10, color);
        if (model.bands().isEmpty()) {
            p.center(w / 2, h * 0.78, "Double-click to add a band", TypeRole.LABEL, Token.FG_3.color());
        }
        for (int band : model.bands()) {
            Color ink = model.isOn(band) ? color : Token.FG_4.color();
            double nodeX = places.nodeX(band);
            double nodeY = places.nodeY(band);
            EqSmall.node(p, nodeX, nodeY, band, ink, band == model.selected(), band == hands.under());
            EqPart.of(model.placement(band)).badge(p, nodeX, nodeY, places.node);
        }
        int told = hands.told();
        if (told >= 0 && model.used(told)) {
            String level =
                    model.hasGain(told) ? "  " + model.control(told, "gain").text() : "";
            EqSmall.bubble(
                    p,
                    w,
                    places.nodeX(told),
                    places.nodeY(told),
                    model.control(told, "freq").text() + level);
        }
    }

    private double pointed() {
        return FrequencyAxis.hertz((hands.pointer() - left) / places.wide());
    }

    /// The frequency that the keyboard marks.
    private double marked() {
        int told = hands.told();
        return told >= 0 ? model.control(told, "freq").value() : Double.isNaN(hands.pointer()) ? Double.NaN : pointed();
    }
}
