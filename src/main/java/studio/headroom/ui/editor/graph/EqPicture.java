package studio.headroom.ui.editor.graph;

import javafx.scene.paint.Color;
import studio.headroom.effects.EqCurve;
import studio.headroom.ui.editor.model.EqModel;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// Paints an equalizer's bands, their nodes and the whole curve, where the graph says that they lie. UI thread.
final class EqPicture {
    private static final int POINTS = 401;
    /// A band that has moved by less stands still, in dB.
    private static final double STILL = 0.05;

    private final EqGraph graph;
    private final EqModel model;
    private final double[] x = new double[POINTS];
    private final double[] y = new double[POINTS];
    /// How far the sound has moved each band, in dB.
    private final double[] moved;

    private EqCurve curve;

    private interface Response {
        double db(double hertz);
    }

    EqPicture(EqGraph graph, EqModel model) {
        this.graph = graph;
        this.model = model;
        moved = new double[model.most()];
        curve = model.curve();
    }

    EqCurve curve() {
        return curve;
    }

    void take(EqCurve now) {
        curve = now;
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
        double w = graph.plotWidth(graph.w());
        double floor = graph.top + graph.plotHeight(graph.h()) + 20;
        for (int i = 0; i < POINTS; i++) {
            double share = (double) i / (POINTS - 1);
            double db = response.db(Math.min(highest, FrequencyAxis.hertz(share)));
            x[i] = graph.left + share * w;
            y[i] = Math.clamp(graph.yOf(db), graph.top - 20, floor);
        }
    }

    /// The response of all bands together.
    void paintWhole(Painter p) {
        trace(curve::responseDb);
        Graph.curve(p, x, y, POINTS, Token.FG_1.color(), 2.25);
    }

    /// The response of all bands together in one color, above or below the middle.
    void paintSmall(Painter p, Color color) {
        boolean on = model.editor().power().isOn();
        trace(curve::responseDb);
        Graph.area(p, x, y, POINTS, graph.yOf(0), Graph.faint(color, on ? 0.16 : 0.06));
        Graph.curve(p, x, y, POINTS, on ? color : Graph.faint(color, 0.45), 2);
    }

    /// One band alone, and, of a dynamic one, where it goes at most.
    void paintBand(Painter p, int band) {
        boolean chosen = band == model.selected();
        Color color = EqGraph.hue(band).color();
        trace(hertz -> curve.bandDb(band, hertz));
        Graph.area(p, x, y, POINTS, graph.yOf(0), Graph.faint(color, chosen ? 0.22 : 0.09));
        Graph.curve(p, x, y, POINTS, Graph.faint(color, chosen ? 0.9 : 0.45), 1);
        if (model.control(band, "dyn.on").isOn()) {
            trace(hertz -> curve.bandDb(band, hertz) + curve.rangeDb(band, hertz));
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
                double at = graph.yOf(curve.bandDb(band, hertz) + moved[band] * graph.height(band));
                p.line(graph.nodeX(band), graph.nodeY(band), graph.nodeX(band), at, graph.ink(band), 2);
                p.disc(graph.nodeX(band), at, 4, graph.ink(band));
            }
        }
    }

    private double movedDb(double hertz) {
        double db = curve.responseDb(hertz);
        for (int band = 0; band < moved.length; band++) {
            db += moved[band] == 0 ? 0 : curve.movedDb(band, hertz, moved[band]);
        }
        return db;
    }

    /// @param pointed whether the pointer is on it
    void paintNode(Painter p, int band, boolean pointed) {
        double cx = graph.nodeX(band);
        double cy = graph.nodeY(band);
        boolean chosen = band == model.selected();
        boolean off = !model.isOn(band);
        Color color = off ? Token.FG_4.color() : EqGraph.hue(band).color();
        if (chosen || pointed) {
            p.circle(cx, cy, graph.node + 8, Graph.faint(color, chosen ? 0.6 : 0.35), 1.5);
        }
        p.disc(cx, cy, graph.node, chosen && !off ? color : Token.BG_3.color());
        p.circle(cx, cy, graph.node - 1.25, color, 2.5);
        Token ink = chosen && !off ? Token.INK : off ? Token.FG_3 : Token.FG_1;
        p.center(cx, cy, Integer.toString(band + 1), TypeRole.NAME, ink.color());
    }
}
