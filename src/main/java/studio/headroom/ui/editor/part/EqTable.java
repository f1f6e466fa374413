package studio.headroom.ui.editor.part;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import org.jspecify.annotations.Nullable;
import studio.headroom.ui.control.ChoiceField;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.control.ValueField;
import studio.headroom.ui.editor.graph.EqMenu;
import studio.headroom.ui.editor.graph.EqPart;
import studio.headroom.ui.editor.model.EqModel;
import studio.headroom.ui.editor.model.Names;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Hue;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The bands of an equalizer as a table, wide in a rack, small in a column. UI thread.
public final class EqTable extends BandTable {
    private static final Size WIDE = new Size(400, 18, 26, 22);
    private static final Size SMALL = new Size(240, 16, 22, 20);

    private final EqModel model;

    private EqTable(Look look, EqModel model, Size size, List<Column> columns) {
        super(look, size, columns);
        this.model = model;
        model.editor().observe(this::follow);
        model.observe(this::follow);
        follow();
    }

    /// Number, type, frequency, gain or slope, Q, channel and power of each band.
    public static EqTable wide(Look look, EqModel model) {
        Cells cells = new Cells(look, model, WIDE.cell());
        return new EqTable(
                look,
                model,
                WIDE,
                List.of(
                        Column.sign(30, band -> new BandNumber(look, model, band)),
                        Column.left("Band", 0, band -> cells.choice(band, "type")),
                        Column.right("Frequency", 84, band -> cells.value(band, "freq")),
                        Column.right("Gain", 84, band -> cells.level(band, " dB/oct")),
                        Column.right("Q", 56, cells::q),
                        Column.gap(8),
                        Column.left("Channel", 66, band -> cells.choice(band, "place")),
                        Column.sign(28, band -> BandPower.sign(look, model.control(band, "on")))));
    }

    /// On or off, number and channel, type, frequency, gain, and Q or slope of each band.
    ///
    /// @param hue of the track
    public static EqTable small(Look look, EqModel model, Hue hue) {
        Cells cells = new Cells(look, model, SMALL.cell());
        return new EqTable(
                look,
                model,
                SMALL,
                List.of(
                        Column.sign(18, band -> BandPower.dot(look, model.control(band, "on"), hue)),
                        Column.sign(15, band -> new Numeral(look, model, band)),
                        Column.left("Type", 0, band -> cells.choice(band, "type")),
                        Column.right("Freq", 66, band -> cells.value(band, "freq")),
                        Column.right("Gain", 58, cells::gain).narrow(40),
                        Column.right("Q", 42, cells::qOrSlope)));
    }

    @Override
    List<Integer> bands() {
        return model.bands();
    }

    @Override
    String kind(int band) {
        return model.shape(band).name();
    }

    @Override
    int selected() {
        return model.selected();
    }

    @Override
    void select(int band) {
        model.select(band);
    }

    @Override
    Supplier<ContextMenu> menu(int band) {
        return () -> EqMenu.of(model, band);
    }

    /// What stands in the columns.
    private record Cells(Look look, EqModel model, double height) {
        Node value(int band, String what) {
            return new ValueField(look, model.control(band, what), 60, height, false).bare();
        }

        Node choice(int band, String what) {
            ControlModel control = model.control(band, what);
            return new ChoiceField(look, control, Names.options(control.param()), 60, height).bare(false);
        }

        Node slope(int band, String unit) {
            ControlModel slope = model.control(band, "slope");
            List<String> words = new ArrayList<>();
            Names.options(slope.param()).forEach(db -> words.add(db + unit));
            return new ChoiceField(look, slope, words, 60, height).bare(true);
        }

        @Nullable
        Node gain(int band) {
            return model.hasGain(band) ? value(band, "gain") : null;
        }

        /// The gain, or the slope of a cut.
        @Nullable
        Node level(int band, String unit) {
            return model.shape(band).isCut() ? slope(band, unit) : gain(band);
        }

        @Nullable
        Node q(int band) {
            return model.hasQ(band) ? value(band, "q") : null;
        }

        @Nullable
        Node qOrSlope(int band) {
            return model.shape(band).isCut() ? slope(band, " dB") : q(band);
        }
    }

    /// The number of a band, and the letter of the part of the sound that it is on.
    private static final class Numeral extends KitControl {
        private final EqModel model;
        private final int band;

        Numeral(Look look, EqModel model, int band) {
            super(look);
            this.model = model;
            this.band = band;
            setMouseTransparent(true);
            model.editor().observe(this::repaint);
        }

        @Override
        protected double unitWidth() {
            return 15;
        }

        @Override
        protected double unitHeight() {
            return 20;
        }

        @Override
        protected void paint(Painter p, double w, double h) {
            Token color = model.isOn(band) ? Token.FG_1 : Token.FG_3;
            p.left(2, h / 2, Integer.toString(band + 1), TypeRole.LABEL, color.color());
            String letter = EqPart.of(model.placement(band)).letter();
            p.right(w, h / 2 - 4, letter, TypeRole.SCALE_STRONG, Token.FG_2.color());
        }
    }
}
