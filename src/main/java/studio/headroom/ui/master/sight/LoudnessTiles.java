package studio.headroom.ui.master.sight;

import java.util.Arrays;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import org.jspecify.annotations.Nullable;
import studio.headroom.mastering.sight.Sight;
import studio.headroom.mastering.sight.SoundSight;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.model.ValueText;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// Eight figures: what is heard at the moment and since the start, or those of the whole song.
final class LoudnessTiles extends KitControl {
    private static final int TILES = 8;
    private static final int COLUMNS = 4;
    private static final double GAP = 4;
    private static final double FIRST_ROW = 48;
    private static final double SECOND_ROW = 40;
    private static final double LEFT = 8;
    private static final double RIGHT = 6;
    private static final double BESIDE = 3;
    private static final int SILENT = Integer.MIN_VALUE;
    private static final int NONE = Integer.MIN_VALUE + 1;
    private static final int RANGE = 3;
    private static final int TRUE_PEAK = 4;
    private static final String[] LIVE = {
        "Integrated", "Short-term", "Momentary", "Range", "True peak", "PLR", "PSR", "Max M"
    };
    private static final String[] WHOLE = {
        "Integrated", "Max S", "Max M", "Range", "True peak", "PLR", "Min PSR", "Chain adds"
    };
    private static final String[] UNITS = {"LUFS", "LUFS", "LUFS", "LU", "dBTP", "dB", "dB", "LUFS"};
    private static final String ADDED_UNIT = "LU";

    private final SightModel model;
    private final double[] values = new double[TILES];
    /// Tenths of what is shown, so that texts are made when they change and not before.
    private final int[] tenths = new int[TILES];

    private final String[] texts = new String[TILES];
    private boolean whole;
    /// Whether the range is that of less than a minute.
    private boolean early;

    LoudnessTiles(Look look, SightModel model) {
        super(look);
        this.model = model;
        Arrays.fill(tenths, SILENT);
        Arrays.fill(texts, text(SILENT));
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText("Loudness of the master");
        Buttons.explain(
                this,
                "Loudness",
                "After ITU-R BS.1770-5 and EBU Tech 3341. Momentary is the last 400 ms, short-term the last 3 s,"
                        + " integrated all of it without its silences; range how far loud and soft parts lie apart, with"
                        + " a ~ while less than a minute was heard, for it is not stable then. PLR"
                        + " is the true peak over the integrated loudness, PSR over the short-term one: the lower, the"
                        + " denser.");
    }

    /// Looks at the figures again.
    void frame() {
        boolean now = model.choices().wholeSong();
        boolean unsure = !now && !model.loudness().rangeIsStable();
        boolean changed = now != whole || unsure != early;
        whole = now;
        early = unsure;
        Sight sight = model.sight().get();
        if (now) {
            fill(sight);
        } else {
            fill(model.loudness());
        }
        for (int i = 0; i < TILES; i++) {
            int rounded = Double.isNaN(values[i])
                    ? NONE
                    : values[i] <= -100 ? SILENT : (int) Math.clamp(Math.rint(values[i] * 10), -999, 9999);
            if (rounded != tenths[i]) {
                tenths[i] = rounded;
                texts[i] = text(rounded);
                changed = true;
            }
        }
        if (changed) {
            setAccessibleText((whole ? "Loudness of the whole song: integrated " : "Loudness: integrated ")
                    + ValueText.spoken(texts[0] + " LUFS") + ", true peak "
                    + ValueText.spoken(texts[TRUE_PEAK] + " dB"));
            repaint();
        }
    }

    private void fill(LiveLoudness live) {
        values[0] = live.integrated();
        values[1] = live.shortTerm();
        values[2] = live.momentary();
        // The range of nothing is not 0.
        values[3] = Double.isFinite(live.integrated()) ? live.range() : Double.NaN;
        values[4] = live.truePeak();
        values[5] = live.plr();
        values[6] = live.psr() == 0 ? Double.NaN : live.psr();
        values[7] = live.highestMomentary();
    }

    private void fill(@Nullable Sight sight) {
        if (sight == null) {
            Arrays.fill(values, Double.NaN);
            return;
        }
        SoundSight master = sight.master();
        values[0] = master.report().integratedLufs();
        values[1] = master.report().maxShortTermLufs();
        values[2] = master.report().maxMomentaryLufs();
        values[3] = master.report().loudnessRangeLu();
        values[4] = master.report().truePeakDbtp();
        values[5] = Double.isFinite(values[0]) ? master.report().plrDb() : Double.NaN;
        values[6] = master.minPsrDb();
        values[7] = sight.addedLu();
    }

    private static String text(int tenths) {
        return switch (tenths) {
            case NONE -> "–";
            case SILENT -> ValueText.MINUS + "∞";
            default ->
                (tenths < 0 ? ValueText.MINUS : "") + String.format(Locale.ROOT, "%.1f", Math.abs(tenths) / 10.0);
        };
    }

    @Override
    protected double unitWidth() {
        return 416;
    }

    @Override
    protected double unitHeight() {
        return FIRST_ROW + GAP + SECOND_ROW;
    }

    @Override
    protected double computeMinWidth(double h) {
        return look().px(200);
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        double each = (w - (COLUMNS - 1) * GAP) / COLUMNS;
        boolean first = fits(p, 0, each, TypeRole.MEASURE);
        boolean second = fits(p, COLUMNS, each, TypeRole.MEASURE_SMALL);
        for (int i = 0; i < TILES; i++) {
            double x = i % COLUMNS * (each + GAP);
            if (i < COLUMNS) {
                tile(p, i, x, 0, each, FIRST_ROW, first);
            } else {
                tile(p, i, x, FIRST_ROW + GAP, each, SECOND_ROW, second);
            }
        }
    }

    private String unit(int i) {
        return whole && i == TILES - 1 ? ADDED_UNIT : UNITS[i];
    }

    /// Room for three digits and a sign, whatever is shown, so that nothing moves.
    private double digits(Painter p, TypeRole role) {
        return p.units(TextSize.width(look(), role, "000.0"));
    }

    /// Whether every tile of a row has room for its unit: all say theirs, or none does.
    private boolean fits(Painter p, int from, double w, TypeRole role) {
        double widest = 0;
        for (int i = from; i < from + COLUMNS; i++) {
            widest = Math.max(widest, TextSize.width(look(), TypeRole.SCALE, unit(i)));
        }
        return w - LEFT - RIGHT >= digits(p, role) + BESIDE + p.units(widest);
    }

    private void tile(Painter p, int i, double x, double y, double w, double h, boolean units) {
        boolean large = h > SECOND_ROW;
        boolean first = i == 0;
        p.fill(x, y, w, h, (first ? Token.BG_4 : Token.BG_3).color(), 4);
        Token faint = first ? Token.FG_2 : Token.FG_3;
        p.left(x + LEFT, y + (large ? 12 : 10), whole ? WHOLE[i] : LIVE[i], TypeRole.SMALL, faint.color());
        TypeRole role = large ? TypeRole.MEASURE : TypeRole.MEASURE_SMALL;
        double middle = y + (large ? 31 : 27);
        boolean over = i == TRUE_PEAK && values[i] > 0;
        double unit = units ? p.units(TextSize.width(look(), TypeRole.SCALE, unit(i))) + BESIDE : 0;
        double right = Math.min(x + w - RIGHT - unit, x + LEFT + digits(p, role));
        boolean about = i == RANGE && early && tenths[i] > 0;
        String text = about ? "~" + texts[i] : texts[i];
        Token ink = over ? Token.ERR : about ? Token.FG_2 : Token.FG_1;
        p.right(right, middle, text, role, ink.color());
        if (units) {
            p.right(x + w - RIGHT, middle + (large ? 3 : 2), unit(i), TypeRole.SCALE, faint.color());
        }
    }
}
