package studio.headroom.ui.editor.graph;

import studio.headroom.effects.EqCurve;
import studio.headroom.ui.editor.model.EqModel;
import studio.headroom.ui.editor.model.SpectrumView;
import studio.headroom.ui.theme.Look;

/// Where frequencies, gains and the nodes of bands lie in the picture of an equalizer, in units from its corner. UI
/// thread.
final class EqPlaces {
    private static final double HIT = 16;

    /// The radius of a node.
    final double node;

    private final Look look;
    private final Graph graph;
    private final EqModel model;
    private final SpectrumView view;
    private EqCurve curve;

    /// @param node the radius of a node, in units
    EqPlaces(Look look, Graph graph, EqModel model, SpectrumView view, double node) {
        this.look = look;
        this.graph = graph;
        this.model = model;
        this.view = view;
        this.node = node;
        curve = model.curve();
    }

    /// The response as it is set now.
    EqCurve curve() {
        return curve;
    }

    /// Takes in what is set now.
    void follow() {
        curve = model.curve();
    }

    double left() {
        return graph.left;
    }

    double top() {
        return graph.top;
    }

    double wide() {
        return graph.plotWidth(graph.getWidth() / look.factor());
    }

    double high() {
        return graph.plotHeight(graph.getHeight() / look.factor());
    }

    double x(double hertz) {
        return left() + FrequencyAxis.position(hertz) * wide();
    }

    double y(double db) {
        return top() + (0.5 - db / (2 * view.rangeDb())) * high();
    }

    /// Where something lies that the toolkit places, across the plot: 0 at its left, 1 at its right.
    double across(double px) {
        return (px / look.factor() - left()) / wide();
    }

    /// The same down the plot: 0 at its top, 1 at its bottom.
    double down(double py) {
        return (py / look.factor() - top()) / high();
    }

    /// The gain of a place so far down the plot, in dB.
    double db(double down) {
        return (0.5 - down) * 2 * view.rangeDb();
    }

    double nodeX(int band) {
        double at = x(model.control(band, "freq").value());
        return Math.clamp(at, left() + node, left() + wide() - node);
    }

    /// Where a band's node is: on the curve where it has no gain, else at its gain.
    double nodeY(int band) {
        double hertz = model.control(band, "freq").value();
        double db = model.hasGain(band)
                ? model.control(band, "gain").value()
                        * model.editor().control("scale").value()
                        / 100
                        * height(band)
                : curve.bandDb(band, Math.min(hertz, 0.49 * model.editor().sampleRate()));
        return Math.clamp(y(db), top() + node, top() + high() - node);
    }

    /// A shelf has half its gain at its frequency: there its node is on the curve.
    double height(int band) {
        return model.shape(band).isShelf() ? 0.5 : 1;
    }

    /// The band whose node is near to where the toolkit says, or -1.
    int nodeAt(double px, double py) {
        double ux = px / look.factor();
        double uy = py / look.factor();
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
}
