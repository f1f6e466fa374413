package studio.headroom.ui.editor.graph;

import studio.headroom.dsp.analysis.LiveSpectrum;
import studio.headroom.ui.editor.model.EditorAnalysis;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Token;

/// Paints spectra behind curves: before as a fill, behind as a line, the highest as a thin line.
final class SpectrumPainter {
    /// The level at the top and at the bottom of the plot, in dB.
    static final double TOP_DB = 0;

    static final double BOTTOM_DB = -84;

    private final double[] x = new double[EditorAnalysis.BANDS];
    private final double[] y = new double[EditorAnalysis.BANDS];

    /// Paints into a box in units.
    void paint(Painter p, EditorAnalysis analysis, double left, double top, double w, double h) {
        place(analysis.before(), false, left, top, w, h);
        Graph.area(p, x, y, x.length, top + h, Graph.faint(Token.FG_2.color(), 0.13));
        place(analysis.after(), true, left, top, w, h);
        Graph.curve(p, x, y, x.length, Graph.faint(Token.FG_3.color(), 0.5), 1);
        place(analysis.after(), false, left, top, w, h);
        Graph.curve(p, x, y, x.length, Graph.faint(Token.ACCENT.color(), 0.55), 1.25);
    }

    /// Paints what leaves as a fill alone.
    void paintAfter(Painter p, EditorAnalysis analysis, double left, double top, double w, double h) {
        place(analysis.after(), false, left, top, w, h);
        Graph.area(p, x, y, x.length, top + h, Graph.faint(Token.FG_2.color(), 0.14));
    }

    private void place(LiveSpectrum spectrum, boolean held, double left, double top, double w, double h) {
        for (int i = 0; i < x.length; i++) {
            double db = held ? spectrum.heldDb(i) : spectrum.db(i);
            x[i] = left + w * i / (x.length - 1);
            y[i] = top + h * Math.clamp((TOP_DB - db) / (TOP_DB - BOTTOM_DB), -0.05, 1.05);
        }
    }
}
