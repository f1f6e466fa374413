package studio.headroom.ui.editor.graph;

import studio.headroom.dsp.analysis.LiveSpectrum;
import studio.headroom.ui.editor.model.EditorAnalysis;
import studio.headroom.ui.editor.model.SpectrumView;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// Paints spectra behind curves: before as a fill, behind as a line, the highest as a thin line.
final class SpectrumPainter {
    /// The level at the top and at the bottom of the plot, in dB.
    static final double TOP_DB = 0;

    static final double BOTTOM_DB = -84;

    private final EditorAnalysis analysis;
    private final SpectrumView view;
    private final double[] x = new double[EditorAnalysis.BANDS];
    private final double[] y = new double[EditorAnalysis.BANDS];

    SpectrumPainter(EditorAnalysis analysis, SpectrumView view) {
        this.analysis = analysis;
        this.view = view;
    }

    /// Where a level lies in a plot.
    static double place(double db, double top, double h) {
        return top + h * (TOP_DB - db) / (TOP_DB - BOTTOM_DB);
    }

    /// Levels at the right, and what the lines mean; part of the ground.
    void paintScale(Painter p, double left, double top, double w, double h) {
        for (int db = -12; db > BOTTOM_DB; db -= 18) {
            if (place(db, top, h) < top + 24) {
                continue;
            }
            p.right(left + w - 6, place(db, top, h), Graph.number(db), TypeRole.SMALL, Token.FG_3.color());
        }
        p.right(left + w - 6, top + 12, "dBFS", TypeRole.SMALL, Token.FG_3.color());
        paintLegend(p, left, top);
    }

    /// What the lines mean; part of the ground.
    void paintLegend(Painter p, double left, double top) {
        double at = left + 12;
        if (view.showsBefore()) {
            p.fill(at, top + 8, 14, 8, Graph.faint(Token.FG_2.color(), 0.3), 1);
            p.left(at + 20, top + 12, "before", TypeRole.LABEL, Token.FG_3.color());
            at += 68;
        }
        if (view.showsAfter()) {
            p.line(at, top + 12, at + 14, top + 12, Token.ACCENT.color(), 1.5);
            p.left(at + 20, top + 12, "after", TypeRole.LABEL, Token.FG_3.color());
            at += 58;
        }
        if (view.showsHeld()) {
            p.line(at, top + 12, at + 14, top + 12, Token.FG_3.color(), 1);
            p.left(at + 20, top + 12, "peak hold", TypeRole.LABEL, Token.FG_3.color());
            at += 84;
        }
        if (view.frozen()) {
            p.left(at, top + 12, "frozen", TypeRole.LABEL, Token.WARN.color());
        }
    }

    /// Paints into a box in units.
    void paint(Painter p, double left, double top, double w, double h) {
        if (view.showsBefore()) {
            place(analysis.before(), false, left, top, w, h);
            Graph.area(p, x, y, x.length, top + h, Graph.faint(Token.FG_2.color(), 0.13));
        }
        if (view.showsHeld()) {
            place(view.showsAfter() ? analysis.after() : analysis.before(), true, left, top, w, h);
            Graph.curve(p, x, y, x.length, Graph.faint(Token.FG_3.color(), 0.5), 1);
        }
        if (view.showsAfter()) {
            place(analysis.after(), false, left, top, w, h);
            Graph.curve(p, x, y, x.length, Graph.faint(Token.ACCENT.color(), 0.55), 1.25);
        }
    }

    /// Paints one sound as a fill alone: what leaves, or what comes where only that is to be shown.
    void paintFill(Painter p, double left, double top, double w, double h) {
        if (view.showsAfter() || view.showsBefore()) {
            place(view.showsAfter() ? analysis.after() : analysis.before(), false, left, top, w, h);
            Graph.area(p, x, y, x.length, top + h, Graph.faint(Token.FG_2.color(), 0.14));
        }
    }

    private void place(LiveSpectrum spectrum, boolean held, double left, double top, double w, double h) {
        for (int i = 0; i < x.length; i++) {
            double db = held ? spectrum.heldDb(i) : spectrum.db(i);
            db += view.tiltDb(LiveSpectrum.hertz(i, x.length));
            x[i] = left + w * i / (x.length - 1);
            y[i] = place(Math.clamp(db, BOTTOM_DB - 4, TOP_DB + 4), top, h);
        }
    }
}
