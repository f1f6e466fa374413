package studio.headroom.ui.master.sight;

import java.util.List;
import studio.headroom.mastering.sight.Reduction;
import studio.headroom.mastering.sight.Sight;
import studio.headroom.project.Insert;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.MeterZone;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// What a chain turns down, hanging from the names of the sections over the waveform: its limiter, and all of it
/// together behind that where it is more.
final class ReductionCurves {
    private static final double TOP = WaveView.SECTIONS;
    private static final double GENTLE_DB = 6;
    private static final double GENTLE_UNITS = 8;
    private static final double HEAVY_UNITS = 4;

    private ReductionCurves() {}

    /// @param chain of the master
    /// @param w the width in units
    static void paint(Painter p, Look look, WaveZoom zoom, Sight sight, List<Insert> chain, double w) {
        Reduction total = sight.totalReduction();
        Reduction limiter = limiter(sight, chain);
        double deepest = total.deepestDb();
        double units = deepest > GENTLE_DB ? HEAVY_UNITS : GENTLE_UNITS;
        if (total.deepestDb() > limiter.deepestDb() + 0.05) {
            paint(p, zoom, total, w, units, 0.22);
        }
        paint(p, zoom, limiter, w, units, 0.55);
        p.across(0, TOP, w, Token.LINE_2.color());
        double step = units == GENTLE_UNITS ? 3 : 6;
        for (int i = 0; i < 3; i++) {
            String text = i == 0 ? "0 dB" : "\u2212" + Math.round(i * step);
            double middle = TOP + (i == 0 ? 7 : i * step * units);
            double wide = p.units(TextSize.width(look, TypeRole.SCALE, text)) + 6;
            p.fill(w - 1 - wide, middle - 6, wide, 12, Token.BG_0.alpha(0.8), 2);
            p.right(w - 4, middle, text, TypeRole.SCALE, Token.FG_2.color());
        }
    }

    /// The limiter of the chain's end, or all together where there is none.
    private static Reduction limiter(Sight sight, List<Insert> chain) {
        Reduction found = null;
        for (Insert insert : chain) {
            if (insert.type().equals("limiter") && sight.reduction(insert.id()).isPresent()) {
                found = sight.reduction(insert.id()).get();
            }
        }
        return found == null ? sight.totalReduction() : found;
    }

    private static void paint(Painter p, WaveZoom zoom, Reduction reduction, double w, double units, double opacity) {
        var color = MeterZone.HOT.color();
        trace(p, zoom, reduction, w, units, true);
        p.context().setFill(color.deriveColor(0, 1, 1, opacity));
        p.context().fill();
        trace(p, zoom, reduction, w, units, false);
        p.context().setStroke(color.deriveColor(0, 1, 1, Math.min(1, 0.35 + opacity)));
        p.context().setLineWidth(p.raw(1));
        p.context().stroke();
    }

    private static void trace(Painter p, WaveZoom zoom, Reduction reduction, double w, double units, boolean closed) {
        var gc = p.context();
        float[] steps = reduction.db();
        gc.beginPath();
        gc.moveTo(0, p.raw(TOP));
        int columns = (int) Math.ceil(w);
        for (int i = 0; i <= columns; i++) {
            int from =
                    Math.max(0, (int) Math.floor((zoom.origin() + i * zoom.framesPerUnit()) / reduction.stepFrames()));
            int to = (int) Math.ceil((zoom.origin() + (i + 1) * zoom.framesPerUnit()) / reduction.stepFrames());
            float deepest = 0;
            for (int step = from; step < Math.min(steps.length, Math.max(to, from + 1)); step++) {
                deepest = Math.max(deepest, steps[step]);
            }
            gc.lineTo(p.raw(i), p.raw(TOP + deepest * units));
        }
        if (closed) {
            gc.lineTo(p.raw(columns), p.raw(TOP));
            gc.closePath();
        }
    }
}
