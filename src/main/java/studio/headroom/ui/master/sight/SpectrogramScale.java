package studio.headroom.ui.master.sight;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import studio.headroom.dsp.analysis.LogSpectrum;
import studio.headroom.mastering.sight.Spectrogram;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Theme;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// What is written on a spectrogram: its frequencies, its colors, and the figures of a place. Pure functions.
final class SpectrogramScale {
    private static final double[] FEW = {100, 1000, 10_000};
    private static final double[] MANY = {50, 100, 200, 500, 1000, 2000, 5000, 10_000};
    private static final double HIGH = 150;
    private static final double READING = 16;
    private static final int SLICES = 30;
    private static final double LEGEND = 60;

    private SpectrogramScale() {}

    /// Where a frequency lies, 0 at the top to 1 at the bottom.
    static double place(double hertz) {
        return 1 - LogSpectrum.row(hertz) / LogSpectrum.ROWS;
    }

    static double hertz(double share) {
        return LogSpectrum.hertz(LogSpectrum.ROWS * (1 - Math.clamp(share, 0, 1)));
    }

    /// Lines and names of frequencies at the right.
    static void paint(Painter p, double top, double w, double h) {
        for (double hertz : h >= HIGH ? MANY : FEW) {
            double y = top + place(hertz) * h;
            String text = hertz >= 1000 ? Math.round(hertz / 1000) + "k" : Long.toString(Math.round(hertz));
            double wide = p.units(TextSize.width(p.look(), TypeRole.SCALE, text)) + 6;
            p.across(0, y, w - wide - 1, Token.FG_2.alpha(0.14));
            p.fill(w - 1 - wide, y - 6, wide, 12, Token.BG_0.alpha(0.8), 2);
            p.right(w - 4, y, text, TypeRole.SCALE, Token.FG_2.color());
        }
    }

    /// The colors with their levels, on one line.
    ///
    /// @return where it ends; `x` where it has no room
    static double paintLegend(Painter p, double x, double middle, double to) {
        String low = Pictures.whole(LevelColors.LOWEST_DB);
        String high = Pictures.whole(LevelColors.HIGHEST_DB) + " dB";
        double lowWide = p.units(TextSize.width(p.look(), TypeRole.LABEL, low));
        double highWide = p.units(TextSize.width(p.look(), TypeRole.LABEL, high));
        double end = x + lowWide + 6 + LEGEND + 6 + highWide;
        if (end > to) {
            return x;
        }
        p.left(x, middle, low, TypeRole.LABEL, Token.FG_3.color());
        LevelColors colors = new LevelColors(Theme.shown());
        double from = x + lowWide + 6;
        for (int i = 0; i < SLICES; i++) {
            double db = LevelColors.LOWEST_DB + (LevelColors.HIGHEST_DB - LevelColors.LOWEST_DB) * (i + 0.5) / SLICES;
            p.fill(from + LEGEND * i / SLICES, middle - 4, LEGEND / SLICES, 8, colors.color(db));
        }
        p.left(from + LEGEND + 6, middle, high, TypeRole.LABEL, Token.FG_3.color());
        return end;
    }

    /// `1:23.4  1.02 kHz  −23 dB`.
    static String reading(double seconds, double hertz, double db) {
        return Pictures.time(seconds, 0.1) + "  " + words(hertz) + "  "
                + (Double.isNaN(db)
                        ? "not looked at yet"
                        : db <= Spectrogram.FLOOR_DB
                                ? "below " + Pictures.whole(Spectrogram.FLOOR_DB) + " dB"
                                : Pictures.whole(db) + " dB");
    }

    private static String words(double hertz) {
        return hertz < 1000
                ? Math.round(hertz) + " Hz"
                : String.format(Locale.ROOT, hertz < 10_000 ? "%.2f kHz" : "%.1f kHz", hertz / 1000);
    }

    /// Lines through a place, and its figures beside it.
    static void paintReading(Painter p, Look look, @Nullable String words, double x, double y, double top, double w) {
        if (words == null) {
            return;
        }
        p.across(0, y, w, Token.FG_1.alpha(0.35));
        double wide = p.units(TextSize.width(look, TypeRole.VALUE_TINY, words)) + 10;
        double left = x + 8 + wide > w ? x - 8 - wide : x + 8;
        double above = y - READING - 4 < top ? y + 4 : y - READING - 4;
        p.fill(Math.max(0, left), above, wide, READING, Token.BG_TIP.alpha(0.9), 3);
        p.left(Math.max(0, left) + 5, above + READING / 2, words, TypeRole.VALUE_TINY, Token.FG_1.color());
    }
}
