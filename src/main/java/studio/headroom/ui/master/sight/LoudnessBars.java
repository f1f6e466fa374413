package studio.headroom.ui.master.sight;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import studio.headroom.dsp.loudness.LoudnessDistribution;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// How often a master is how loud, as bars beside the loudness history, on the same scale: short-term loudness, which
/// the loudness range is taken of. What lies within the range is bright; a bracket tells where it begins and ends, the
/// dashed line the integrated loudness, the arrow what is aimed at.
///
/// @param report of the master
/// @param scale of the history
/// @param aim what is aimed at, for people; empty for nothing
/// @param aimLufs its loudness; NaN for none
record LoudnessBars(LoudnessReport report, LoudnessScale scale, String aim, double aimLufs) {
    private static final double BRACKET = 8;
    private static final double THINNEST = 1.5;
    private static final double NEAR = 2.5;
    private static final double STEP_SECONDS = 0.1;

    /// A level that is marked.
    record Level(String words, double lufs) {
        String reading() {
            return words + " " + Pictures.tenth(lufs) + " LUFS";
        }
    }

    private LoudnessDistribution distribution() {
        return report.distribution();
    }

    /// What is marked on the scale, from the top to the bottom.
    List<Level> levels() {
        List<Level> levels = new ArrayList<>();
        add(levels, "range ends at", distribution().highLufs());
        add(levels, "range begins at", distribution().lowLufs());
        add(levels, "integrated", report.integratedLufs());
        if (!aim.isEmpty()) {
            add(levels, aim, aimLufs);
        }
        levels.sort((one, other) -> Double.compare(other.lufs, one.lufs));
        return levels;
    }

    private static void add(List<Level> levels, String words, double lufs) {
        if (Double.isFinite(lufs)) {
            levels.add(new Level(words, lufs));
        }
    }

    /// Bins that share a bar, so that none is too thin.
    ///
    /// @param h of the whole scale, in units
    private int grouped(double h) {
        double units = h * LoudnessDistribution.BIN_LU / (scale.top() - scale.bottom());
        return (int) Math.max(1, Math.ceil(THINNEST / units));
    }

    /// Paints all but the reading.
    ///
    /// @param marked bin that is read; below 0 for none
    void paint(Painter p, double x, double w, double h, int marked) {
        LoudnessDistribution all = distribution();
        int group = grouped(h);
        int bins = all.counts().size();
        // Groups lie alike whatever the first bin is.
        int first = -Math.floorMod((int) Math.round(all.fromLufs() / LoudnessDistribution.BIN_LU), group);
        double most = 0;
        for (int from = first; from < bins; from += group) {
            most = Math.max(most, percent(from, group));
        }
        for (int from = first; from < bins; from += group) {
            double top = Math.max(0, scale.place(all.lower(from + group)) * h);
            double bottom = Math.min(h, scale.place(all.lower(from)) * h);
            double share = percent(from, group) / Math.max(1e-9, most);
            if (share > 0 && bottom > top) {
                boolean within = all.lower(from + group) > all.lowLufs() && all.lower(from) <= all.highLufs();
                boolean read = marked >= from && marked < from + group;
                double opacity = read ? 1 : within ? 0.7 : 0.3;
                double gap = bottom - top > 2.2 ? 0.5 : 0;
                p.fill(
                        x + 1,
                        top,
                        Math.max(1, share * (w - BRACKET - 4)),
                        bottom - top - gap,
                        (read ? Token.FG_1 : Token.ACCENT).alpha(opacity));
            }
        }
        bracket(p, x + w - BRACKET + 2, h);
        line(p, x, w, h);
        arrow(p, x + w, h);
    }

    private double percent(int from, int group) {
        double sum = 0;
        for (int bin = Math.max(0, from);
                bin < Math.min(from + group, distribution().counts().size());
                bin++) {
            sum += distribution().percent(bin);
        }
        return sum;
    }

    private void bracket(Painter p, double x, double h) {
        if (Double.isNaN(distribution().lowLufs())) {
            return;
        }
        double top = scale.place(distribution().highLufs()) * h;
        double bottom = scale.place(distribution().lowLufs()) * h;
        double from = Math.clamp(top, 0, h - 1);
        double to = Math.clamp(bottom, 0, h - 1);
        p.down(x, from, to - from + 1, Token.FG_2.color());
        if (top >= 0 && top < h) {
            p.across(x - 3, from, 4, Token.FG_2.color());
        }
        if (bottom >= 0 && bottom < h) {
            p.across(x - 3, to, 4, Token.FG_2.color());
        }
    }

    private void line(Painter p, double x, double w, double h) {
        double y = scale.place(report.integratedLufs()) * h;
        if (y > 0 && y < h) {
            p.context().setLineDashes(p.raw(4), p.raw(3));
            p.line(x, y, x + w - BRACKET, y, Token.OK.color(), 1);
            p.context().setLineDashes();
        }
    }

    private void arrow(Painter p, double right, double h) {
        double y = scale.place(aimLufs) * h;
        if (y >= 0 && y <= h) {
            var gc = p.context();
            gc.setFill(Token.WARN.color());
            gc.fillPolygon(
                    new double[] {p.raw(right), p.raw(right), p.raw(right - 5)},
                    new double[] {p.raw(y - 3.5), p.raw(y + 3.5), p.raw(y)},
                    3);
        }
    }

    /// The bin at a height; below 0 where there is none.
    int bin(double y, double h) {
        int bin = distribution().bin(scale.top() - (scale.top() - scale.bottom()) * y / h);
        return bin >= 0 && bin < distribution().counts().size() ? bin : -1;
    }

    /// What is at a height: a level that is marked, else the bin.
    String reading(double y, double h) {
        Level nearest = null;
        for (Level each : levels()) {
            double off = Math.abs(scale.place(each.lufs) * h - y);
            if (off <= NEAR && (nearest == null || off < Math.abs(scale.place(nearest.lufs) * h - y))) {
                nearest = each;
            }
        }
        return nearest == null ? reading(bin(y, h)) : nearest.reading();
    }

    /// `−11.0 to −10.5 LUFS: 8.3 %, 0:21`; empty for no bin.
    String reading(int bin) {
        LoudnessDistribution all = distribution();
        if (bin < 0 || bin >= all.counts().size()) {
            return "";
        }
        return Pictures.tenth(all.lower(bin)) + " to " + Pictures.tenth(all.lower(bin + 1)) + " LUFS: "
                + String.format(Locale.ROOT, "%.1f", all.percent(bin)) + " %, "
                + Pictures.time(all.counts().get(bin) * STEP_SECONDS);
    }

    /// The fullest bin; below 0 where there is none.
    int fullest() {
        List<Integer> counts = distribution().counts();
        return counts.indexOf(distribution().most());
    }

    /// The range, below the bars.
    @Nullable
    String caption() {
        return distribution().counts().isEmpty()
                ? null
                : Pictures.tenth(distribution().rangeLu()) + " LU";
    }

    void paintCaption(Painter p, double middle, double y) {
        String words = caption();
        if (words != null) {
            p.center(middle, y, words, TypeRole.SMALL, Token.FG_3.color());
        }
    }

    /// For who listens: range, where it lies, and where the song is for the longest time.
    String spoken() {
        LoudnessDistribution all = distribution();
        if (all.counts().isEmpty()) {
            return "no loudness range";
        }
        StringBuilder words = new StringBuilder("range " + Pictures.tenth(all.rangeLu()) + " LU, from "
                + Pictures.tenth(all.lowLufs()) + " to " + Pictures.tenth(all.highLufs()) + " LUFS, most often "
                + reading(fullest()));
        if (!aim.isEmpty() && Double.isFinite(aimLufs)) {
            words.append(", ").append(new Level(aim, aimLufs).reading());
        }
        return words.toString();
    }
}
