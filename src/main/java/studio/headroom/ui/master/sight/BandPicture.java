package studio.headroom.ui.master.sight;

import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import studio.headroom.dsp.analysis.ToneBand;
import studio.headroom.mastering.references.ToneComparison;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The master less what it is compared with, band by band: level as bars, width and dynamics as figures below. A click
/// on a band lets it be heard alone; so does Enter, and the arrow keys go from band to band.
final class BandPicture extends KitControl {
    private static final double TOP = 22;
    private static final double LINE = 15;
    private static final double LABELS = 40;
    private static final double NARROW = 380;
    private static final double LEAST_SPAN_DB = 6;
    private static final double VALUE = 12;
    private static final double STRIKING_DB = 3;

    private final BandModel model;
    private @Nullable ToneBand pointed;

    BandPicture(Look look, BandModel model) {
        super(look);
        this.model = model;
        setLeast(160, 90);
        setAccessibleRole(AccessibleRole.SLIDER);
        setFocusTraversable(true);
        setRing(-2, 5);
        Buttons.explain(
                this,
                "Master less reference, band by band",
                "How much more of each band the master has, both at one loudness; below, how much wider it is and how"
                        + " much farther its peaks stand out. A click lets a band be heard alone, of whatever you flip"
                        + " to; another click all of them.");
        model.comparison().addListener(_ -> show());
        model.chosen().addListener(_ -> show());
        model.heard().addListener(_ -> show());
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(at(event)));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> point(null));
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        show();
    }

    private void show() {
        setAccessibleText("Band by band, " + words(model.chosen().get()));
        repaint();
    }

    /// What is said of a band.
    private String words(ToneBand band) {
        ToneComparison all = model.comparison().get();
        boolean alone = band == model.heard().getValue();
        return (all == null ? band.label() + ", " + band.range() : all.row(band).allWords())
                + (alone ? ", heard alone" : "");
    }

    private double left() {
        return model.comparison().get() == null ? 0 : LABELS;
    }

    private @Nullable ToneBand at(MouseEvent event) {
        double w = getWidth() / look().factor();
        double share = (event.getX() / look().factor() - left()) / Math.max(1, w - left());
        int index = (int) Math.floor(share * ToneBand.values().length);
        boolean inside = index >= 0 && index < ToneBand.values().length && event.getY() / look().factor() >= TOP;
        return inside ? ToneBand.values()[index] : null;
    }

    private void point(@Nullable ToneBand band) {
        if (band != pointed) {
            pointed = band;
            repaint();
        }
    }

    private void press(MouseEvent event) {
        ToneBand band = at(event);
        if (event.getButton() == MouseButton.PRIMARY && band != null) {
            requestFocus();
            model.listen(band);
        }
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> model.neighbor(-1);
            case RIGHT -> model.neighbor(1);
            case ENTER -> model.listen();
            default -> {
                return;
            }
        }
        event.consume();
    }

    @Override
    protected double unitWidth() {
        return 416;
    }

    @Override
    protected double unitHeight() {
        return 150;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        ToneComparison all = model.comparison().get();
        double left = left();
        double bottom = h - (all == null ? 1 : 3) * LINE - 2;
        double middle = Math.rint((TOP + bottom) / 2);
        double column = (w - left) / ToneBand.values().length;
        p.fill(left, TOP, w - left, bottom - TOP, Token.BG_0.color(), 4);
        head(p, all);
        for (ToneBand band : ToneBand.values()) {
            column(p, band, left + band.ordinal() * column, column, bottom);
        }
        p.across(left, middle, w - left, Token.LINE_3.color());
        if (all == null) {
            return;
        }
        p.left(0, bottom + LINE * 1.5, "width", TypeRole.SMALL, Token.FG_3.color());
        p.left(0, bottom + LINE * 2.5, "crest", TypeRole.SMALL, Token.FG_3.color());
        double span = span(all);
        double room = (bottom - TOP) / 2 - VALUE - 2;
        for (ToneComparison.Row row : all.rows()) {
            figures(p, row, left + row.band().ordinal() * column, column, middle, room * row.levelDb() / span, bottom);
        }
    }

    /// The largest level that fits.
    private static double span(ToneComparison all) {
        double most = LEAST_SPAN_DB;
        for (ToneComparison.Row row : all.rows()) {
            most = Math.max(most, Math.min(4 * LEAST_SPAN_DB, Math.abs(row.levelDb())));
        }
        return most;
    }

    /// What the pointer or the keyboard has come to, else what is the farthest apart.
    private void head(Painter p, @Nullable ToneComparison all) {
        ToneBand read = pointed != null
                ? pointed
                : isFocused() ? model.chosen().get() : model.heard().getValue();
        String words;
        if (read != null) {
            String range = ", " + read.range();
            words = all == null ? read.label() + range : all.row(read).words() + (narrow(p) ? "" : range);
        } else if (all == null) {
            words = "Choose a reference to compare with";
        } else {
            words = all.farthest().map(ToneComparison.Row::words).orElse("No band is apart from the reference");
        }
        words = narrow(p) ? words.replace(" than the reference", "") : words;
        double room = p.units(getWidth()) - 60;
        String fitting = TextSize.fit(look(), TypeRole.LABEL, words, p.raw(Math.max(20, room)));
        p.left(0, TOP / 2 - 1, fitting, TypeRole.LABEL, Token.FG_2.color());
    }

    private boolean narrow(Painter p) {
        return p.units(getWidth()) < NARROW;
    }

    private void column(Painter p, ToneBand band, double x, double w, double bottom) {
        boolean alone = band == model.heard().getValue();
        boolean marked =
                band == pointed || isFocused() && band == model.chosen().get();
        if (alone || marked) {
            p.fill(x + 1, TOP + 1, w - 2, bottom - TOP - 2, alone ? Token.ACCENT_SOFT.color() : Token.BG_3.color(), 3);
        }
        if (alone) {
            p.border(x + 1, TOP + 1, w - 2, bottom + LINE - TOP - 1, Token.ACCENT.color(), 3);
        }
        p.center(
                x + w / 2,
                bottom + LINE / 2,
                narrow(p) ? band.brief() : band.label(),
                TypeRole.SMALL,
                (alone ? Token.FG_1 : Token.FG_2).color());
    }

    private void figures(
            Painter p, ToneComparison.Row row, double x, double w, double middle, double height, double bottom) {
        double tall = Math.clamp(height, TOP + VALUE - middle, bottom - VALUE - middle);
        boolean striking = Math.abs(row.levelDb()) >= STRIKING_DB;
        var color = (striking ? Token.WARN : Token.ACCENT).alpha(0.75);
        double bar = Math.min(26, w - 12);
        p.fill(x + (w - bar) / 2, tall > 0 ? middle - tall : middle, bar, Math.max(1, Math.abs(tall)), color);
        double value = tall >= 0 ? middle - tall - VALUE / 2 : middle - tall + VALUE / 2 + 1;
        String level = Math.abs(row.levelDb()) >= 40 ? "–" : Pictures.signed(row.levelDb());
        p.center(x + w / 2, value, level, TypeRole.VALUE_TINY, Token.FG_1.color());
        p.center(x + w / 2, bottom + LINE * 1.5, width(row), TypeRole.VALUE_TINY, Token.FG_2.color());
        p.center(
                x + w / 2,
                bottom + LINE * 2.5,
                Pictures.signed(row.crestDb()),
                TypeRole.VALUE_TINY,
                Token.FG_2.color());
    }

    /// Where one of the two has no sides at all, no figure helps.
    private static String width(ToneComparison.Row row) {
        double side = row.sideDb();
        return Math.abs(side) > 30 ? side > 0 ? "wide" : "mono" : Pictures.signed(side);
    }
}
