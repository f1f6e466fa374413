package studio.headroom.mastering.deliver;

import java.util.Locale;
import studio.headroom.dsp.analysis.ThirdOctaves;
import studio.headroom.dsp.loudness.LoudnessDistribution;

/// Curves of a delivered file as drawings in SVG.
final class ReportCurves {
    private static final double WIDTH = 400;
    private static final double HEIGHT = 150;
    private static final double LOUDNESS_SPAN = 30;
    /// Of the loudness, the part over time; the rest is how often it is how loud.
    private static final double HISTORY = 336;

    private static final double BARS_FROM = 340;
    private static final double SPECTRUM_SPAN = 60;
    private static final double LOWEST_HERTZ = 20;
    private static final double HIGHEST_HERTZ = 20_000;

    private ReportCurves() {}

    static String waveform(Delivered file) {
        FileSight sight = file.sight();
        StringBuilder path = new StringBuilder();
        int columns = FileSight.COLUMNS;
        for (int i = 0; i < columns; i++) {
            path.append(i == 0 ? 'M' : 'L').append(point(x(i, columns), sample(sight.high()[i])));
        }
        for (int i = columns - 1; i >= 0; i--) {
            path.append('L').append(point(x(i, columns), sample(sight.low()[i])));
        }
        return svg("Waveform", line("grid", HEIGHT / 2, "") + "<path class=\"area\" d=\"" + path + "Z\"/>");
    }

    private static double x(int index, int count) {
        return WIDTH * (index + 0.5) / count;
    }

    private static double sample(float value) {
        return HEIGHT / 2 * (1 - Math.clamp(value, -1, 1));
    }

    static String history(Delivered file) {
        FileSight sight = file.sight();
        double top = 5 * Math.ceil((Math.max(-60, file.report().maxShortTermLufs()) + 1) / 5);
        StringBuilder drawing = new StringBuilder();
        for (double lufs = top - 5; lufs > top - LOUDNESS_SPAN; lufs -= 5) {
            drawing.append(line("grid", y(lufs, top, LOUDNESS_SPAN), label(lufs)));
        }
        double integrated = file.report().integratedLufs();
        if (Double.isFinite(integrated)) {
            drawing.append(line("mark", y(integrated, top, LOUDNESS_SPAN), ""));
        }
        StringBuilder path = new StringBuilder();
        boolean drawn = false;
        for (int i = 0; i < sight.shortTerm().length; i++) {
            float lufs = sight.shortTerm()[i];
            if (Float.isFinite(lufs)) {
                double x = x(i, sight.shortTerm().length) * HISTORY / WIDTH;
                path.append(drawn ? 'L' : 'M').append(point(x, y(lufs, top, LOUDNESS_SPAN)));
            }
            drawn = Float.isFinite(lufs);
        }
        for (int quarter = 1; quarter < 4; quarter++) {
            long seconds = Math.round(file.seconds() * quarter / 4);
            String time = String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
            drawing.append(text(HISTORY * quarter / 4 - 8, HEIGHT - 3, time));
        }
        return svg(
                "Short-term loudness over time, and how often it is how loud",
                drawing + curve(path) + distribution(file.report().distribution(), top));
    }

    /// How often it is how loud, as bars on the scale of the loudness; a bracket tells its range.
    private static String distribution(LoudnessDistribution all, double top) {
        StringBuilder bars = new StringBuilder();
        for (int bin = 0; bin < all.counts().size(); bin++) {
            double from = y(all.lower(bin + 1), top, LOUDNESS_SPAN);
            double height = y(all.lower(bin), top, LOUDNESS_SPAN) - from;
            double width = (WIDTH - 10 - BARS_FROM) * all.counts().get(bin) / all.most();
            if (width > 0 && height > 0) {
                bars.append(String.format(
                        Locale.ROOT, "M%.1f,%.1fh%.1fv%.1fh%.1fZ", BARS_FROM, from, width, height, -width));
            }
        }
        if (bars.isEmpty()) {
            return "";
        }
        double high = y(all.highLufs(), top, LOUDNESS_SPAN);
        double low = y(all.lowLufs(), top, LOUDNESS_SPAN);
        return "<path class=\"area\" d=\"" + bars + "\"/>"
                + String.format(
                        Locale.ROOT, "<path class=\"range\" d=\"M%.0f,%.1fh4V%.1fh-4\"/>", WIDTH - 7, high, low);
    }

    static String spectrum(Delivered file) {
        ThirdOctaves spectrum = file.sight().spectrum();
        double highest = Double.NEGATIVE_INFINITY;
        for (int band = 0; band < ThirdOctaves.BANDS; band++) {
            highest = Math.max(highest, spectrum.db(band));
        }
        double top = 10 * Math.ceil(((Double.isFinite(highest) ? highest : -60) + 2) / 10);
        StringBuilder drawing = new StringBuilder();
        for (double db = top - 10; db > top - SPECTRUM_SPAN; db -= 10) {
            drawing.append(line("grid", y(db, top, SPECTRUM_SPAN), label(db)));
        }
        for (double hertz : new double[] {50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000}) {
            double x = x(hertz);
            drawing.append(text(
                    x, HEIGHT - 3, hertz < 1000 ? label(hertz) : String.format(Locale.ROOT, "%.0fk", hertz / 1000)));
        }
        StringBuilder path = new StringBuilder();
        for (int band = 0; band < ThirdOctaves.BANDS; band++) {
            double db = spectrum.db(band);
            if (Double.isFinite(db)) {
                path.append(path.isEmpty() ? 'M' : 'L')
                        .append(point(x(ThirdOctaves.hertz(band)), y(db, top, SPECTRUM_SPAN)));
            }
        }
        return svg("Spectrum", drawing + curve(path));
    }

    private static double x(double hertz) {
        return WIDTH * Math.log(hertz / LOWEST_HERTZ) / Math.log(HIGHEST_HERTZ / LOWEST_HERTZ);
    }

    private static double y(double value, double top, double span) {
        return HEIGHT * Math.clamp((top - value) / span, 0, 1);
    }

    private static String label(double value) {
        return String.format(Locale.ROOT, "%.0f", value).replace('-', '−');
    }

    private static String curve(StringBuilder path) {
        return "<path class=\"curve\" d=\"" + path + "\"/>";
    }

    private static String line(String kind, double y, String label) {
        String line = String.format(
                Locale.ROOT, "<line class=\"%s\" x1=\"0\" x2=\"%.0f\" y1=\"%.1f\" y2=\"%.1f\"/>", kind, WIDTH, y, y);
        return label.isEmpty() ? line : line + text(3, y - 2, label);
    }

    private static String text(double x, double y, String words) {
        return String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\">%s</text>", x, y, words);
    }

    private static String point(double x, double y) {
        return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
    }

    private static String svg(String name, String drawing) {
        return String.format(
                        Locale.ROOT,
                        "<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"%s\">",
                        WIDTH,
                        HEIGHT,
                        name)
                + drawing + "</svg>";
    }
}
