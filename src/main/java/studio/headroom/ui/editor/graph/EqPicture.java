package studio.headroom.ui.editor.graph;

import java.util.List;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import studio.headroom.dsp.filter.Placement;
import studio.headroom.ui.editor.model.EqModel;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Hue;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// Paints an equalizer's bands, their nodes and the whole curve, where they lie. Where bands are on a part of the sound
/// alone, each part has the curve that it goes through. UI thread.
final class EqPicture {
    private static final int POINTS = EqTraces.POINTS;
    /// A band that has moved by less stands still, in dB.
    private static final double STILL = 0.05;

    private static final double LEGEND_LINE = 20;

    private final EqPlaces places;
    private final EqModel model;
    /// The color of all bands; null where each has its own.
    private final @Nullable Hue one;

    private final double[] x = new double[POINTS];
    private final double[] y = new double[POINTS];
    /// How far the sound has moved each band, in dB.
    private final double[] moved;

    private EqTraces traces;

    private interface Response {
        double db(int point);
    }

    /// @param one the color of all bands; null where each has its own
    EqPicture(EqPlaces places, EqModel model, @Nullable Hue one) {
        this.places = places;
        this.model = model;
        this.one = one;
        moved = new double[model.most()];
        traces = new EqTraces(places.curve(), model.editor().sampleRate());
    }

    private Color ink(int band) {
        return (one == null ? EqGraph.hue(band) : one).color();
    }

    /// Takes in what is set now.
    void take() {
        traces = new EqTraces(places.curve(), model.editor().sampleRate());
    }

    /// Takes in where dynamic bands are now.
    void follow() {
        for (int band = 0; band < moved.length; band++) {
            boolean moves = model.isOn(band) && model.control(band, "dyn.on").isOn();
            moved[band] = moves ? model.movedDb(band) : 0;
        }
    }

    private void trace(Response response) {
        double w = places.wide();
        double floor = places.top() + places.high() + 20;
        for (int i = 0; i < POINTS; i++) {
            x[i] = places.left() + w * i / (POINTS - 1);
            y[i] = Math.clamp(places.y(response.db(i)), places.top() - 20, floor);
        }
    }

    /// What the sound goes through; where parts of it go through different curves, one for each.
    void paintWhole(Painter p) {
        for (Placement placement : traces.curve().parts()) {
            EqPart part = EqPart.of(placement);
            double[] db = traces.part(placement);
            trace(i -> db[i]);
            part.dash(p);
            Graph.curve(p, x, y, POINTS, part.color(), 2.25);
            EqPart.solid(p);
        }
    }

    /// The same in one color, the first curve above or below the middle.
    void paintSmall(Painter p, Color color) {
        boolean on = model.editor().power().isOn();
        boolean first = true;
        for (Placement placement : traces.curve().parts()) {
            EqPart part = EqPart.of(placement);
            double[] db = traces.part(placement);
            trace(i -> db[i]);
            if (first) {
                Graph.area(p, x, y, POINTS, places.y(0), Graph.faint(color, on ? 0.16 : 0.06));
            }
            part.dash(p);
            Graph.curve(p, x, y, POINTS, on ? color : Graph.faint(color, 0.45), 2);
            EqPart.solid(p);
            first = false;
        }
    }

    /// What the curves of the parts look like; nothing where there is one for all of the sound.
    ///
    /// @param x where it begins, in units
    /// @param y its middle
    /// @param color of all of them; null where each has its own
    void paintLegend(Painter p, double x, double y, @Nullable Color color) {
        List<Placement> parts = traces.curve().parts();
        if (parts.size() < 2) {
            return;
        }
        TypeRole role = color == null ? TypeRole.LABEL : TypeRole.SMALL;
        double at = x;
        for (Placement placement : parts) {
            EqPart part = EqPart.of(placement);
            p.context().setStroke(color == null ? part.color() : color);
            p.context().setLineWidth(p.raw(2));
            part.dash(p);
            p.context().strokeLine(p.raw(at), p.raw(y), p.raw(at + LEGEND_LINE), p.raw(y));
            EqPart.solid(p);
            String word = color == null ? part.word() : part.letter();
            p.left(at + LEGEND_LINE + 5, y, word, role, Token.FG_2.color());
            at += LEGEND_LINE + 5 + p.units(TextSize.width(p.look(), role, word)) + 12;
        }
    }

    /// One band alone, and, of a dynamic one, where it goes at most.
    void paintBand(Painter p, int band) {
        boolean chosen = band == model.selected();
        Color color = EqGraph.hue(band).color();
        double[] db = traces.band(band);
        trace(i -> db[i]);
        Graph.area(p, x, y, POINTS, places.y(0), Graph.faint(color, chosen ? 0.22 : 0.09));
        EqPart.of(traces.curve().placement(band)).dash(p);
        Graph.curve(p, x, y, POINTS, Graph.faint(color, chosen ? 0.9 : 0.45), 1);
        EqPart.solid(p);
        if (model.control(band, "dyn.on").isOn()) {
            trace(i -> db[i] + traces.curve().rangeDb(band, traces.hertz(i)));
            p.context().setLineDashes(p.raw(4), p.raw(3));
            Graph.curve(p, x, y, POINTS, Graph.faint(color, 0.8), 1);
            p.context().setLineDashes();
        }
    }

    /// Where dynamic bands have gone now: all of them together, and each node's own place.
    void paintMoved(Painter p) {
        for (Placement part : traces.curve().parts()) {
            if (model.bands().stream().anyMatch(band -> moves(band) && reaches(band, part))) {
                double[] db = traces.part(part);
                trace(i -> db[i] + movedDb(part, traces.hertz(i)));
                EqPart.of(part).dash(p);
                Graph.curve(p, x, y, POINTS, Token.ACCENT.color(), 1.5);
                EqPart.solid(p);
            }
        }
        for (int band : model.bands()) {
            if (moves(band)) {
                double hertz = Math.min(
                        model.control(band, "freq").value(),
                        0.49 * model.editor().sampleRate());
                double at = places.y(places.curve().bandDb(band, hertz) + moved[band] * places.height(band));
                p.line(places.nodeX(band), places.nodeY(band), places.nodeX(band), at, ink(band), 2);
                p.disc(places.nodeX(band), at, 4, ink(band));
            }
        }
    }

    private boolean moves(int band) {
        return Math.abs(moved[band]) > STILL;
    }

    private boolean reaches(int band, Placement part) {
        return traces.curve().reaches(band, part);
    }

    private double movedDb(Placement part, double hertz) {
        double db = 0;
        for (int band = 0; band < moved.length; band++) {
            db += moved[band] != 0 && reaches(band, part) ? traces.curve().movedDb(band, hertz, moved[band]) : 0;
        }
        return db;
    }

    /// @param pointed whether the pointer is on it
    void paintNode(Painter p, int band, boolean pointed) {
        double cx = places.nodeX(band);
        double cy = places.nodeY(band);
        boolean chosen = band == model.selected();
        boolean off = !model.isOn(band);
        Color color = off ? Token.FG_4.color() : EqGraph.hue(band).color();
        if (chosen || pointed) {
            p.circle(cx, cy, places.node + 8, Graph.faint(color, chosen ? 0.6 : 0.35), 1.5);
        }
        p.disc(cx, cy, places.node, chosen && !off ? color : Token.BG_3.color());
        p.circle(cx, cy, places.node - 1.25, color, 2.5);
        Token ink = chosen && !off ? Token.INK : off ? Token.FG_3 : Token.FG_1;
        p.center(cx, cy, Integer.toString(band + 1), TypeRole.NAME, ink.color());
        EqPart.of(model.placement(band)).badge(p, cx, cy, places.node);
    }
}
