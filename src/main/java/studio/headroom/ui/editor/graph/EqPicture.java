package studio.headroom.ui.editor.graph;

import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import studio.headroom.effects.EqCurve;
import studio.headroom.ui.editor.model.EqModel;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Hue;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// Paints an equalizer's bands, their nodes and the whole curve, where they lie. UI thread.
final class EqPicture {
    private static final int POINTS = 401;
    /// A band that has moved by less stands still, in dB.
    private static final double STILL = 0.05;

    private final EqPlaces places;
    private final EqModel model;
    private final double[] x = new double[POINTS];
    private final double[] y = new double[POINTS];
    /// How far the sound has moved each band, in dB.
    private final double[] moved;

    /// The color of all bands; null where each has its own.
    private final @Nullable Hue one;

    private interface Response {
        double db(double hertz);
    }

    /// @param one the color of all bands; null where each has its own
    EqPicture(EqPlaces places, EqModel model, @Nullable Hue one) {
        this.places = places;
        this.model = model;
        this.one = one;
        moved = new double[model.most()];
    }

    private Color ink(int band) {
        return (one == null ? EqGraph.hue(band) : one).color();
    }

    /// Takes in where dynamic bands are now.
    void follow() {
        for (int band = 0; band < moved.length; band++) {
            boolean moves = model.isOn(band) && model.control(band, "dyn.on").isOn();
            moved[band] = moves ? model.movedDb(band) : 0;
        }
    }

    private void trace(Response response) {
        double highest = 0.499 * model.editor().sampleRate();
        double w = places.wide();
        double floor = places.top() + places.high() + 20;
        for (int i = 0; i < POINTS; i++) {
            double share = (double) i / (POINTS - 1);
            double db = response.db(Math.min(highest, FrequencyAxis.hertz(share)));
            x[i] = places.left() + share * w;
            y[i] = Math.clamp(places.y(db), places.top() - 20, floor);
        }
    }

    /// The response of all bands together.
    void paintWhole(Painter p) {
        trace(places.curve()::responseDb);
        Graph.curve(p, x, y, POINTS, Token.FG_1.color(), 2.25);
    }

    /// The response of all bands together in one color, above or below the middle.
    void paintSmall(Painter p, Color color) {
        boolean on = model.editor().power().isOn();
        trace(places.curve()::responseDb);
        Graph.area(p, x, y, POINTS, places.y(0), Graph.faint(color, on ? 0.16 : 0.06));
        Graph.curve(p, x, y, POINTS, on ? color : Graph.faint(color, 0.45), 2);
    }

    /// One band alone, and, of a dynamic one, where it goes at most.
    void paintBand(Painter p, int band) {
        boolean chosen = band == model.selected();
        Color color = EqGraph.hue(band).color();
        trace(hertz -> places.curve().bandDb(band, hertz));
        Graph.area(p, x, y, POINTS, places.y(0), Graph.faint(color, chosen ? 0.22 : 0.09));
        Graph.curve(p, x, y, POINTS, Graph.faint(color, chosen ? 0.9 : 0.45), 1);
        if (model.control(band, "dyn.on").isOn()) {
            trace(hertz -> places.curve().bandDb(band, hertz) + places.curve().rangeDb(band, hertz));
            p.context().setLineDashes(p.raw(4), p.raw(3));
            Graph.curve(p, x, y, POINTS, Graph.faint(color, 0.8), 1);
            p.context().setLineDashes();
        }
    }

    /// Where dynamic bands have gone now: all of them together, and each node's own place.
    void paintMoved(Painter p) {
        boolean any = false;
        for (double db : moved) {
            any |= Math.abs(db) > STILL;
        }
        if (!any) {
            return;
        }
        trace(this::movedDb);
        Graph.curve(p, x, y, POINTS, Token.ACCENT.color(), 1.5);
        for (int band : model.bands()) {
            if (Math.abs(moved[band]) > STILL) {
                double hertz = Math.min(
                        model.control(band, "freq").value(),
                        0.49 * model.editor().sampleRate());
                double at = places.y(places.curve().bandDb(band, hertz) + moved[band] * places.height(band));
                p.line(places.nodeX(band), places.nodeY(band), places.nodeX(band), at, ink(band), 2);
                p.disc(places.nodeX(band), at, 4, ink(band));
            }
        }
    }

    private double movedDb(double hertz) {
        EqCurve curve = places.curve();
        double db = curve.responseDb(hertz);
        for (int band = 0; band < moved.length; band++) {
            db += moved[band] == 0 ? 0 : curve.movedDb(band, hertz, moved[band]);
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
    }
}
