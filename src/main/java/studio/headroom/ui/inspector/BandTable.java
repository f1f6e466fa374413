package studio.headroom.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.editor.model.EqModel;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Hue;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The bands of an equalizer as rows of numbers, each a control. The row of the selected band is lit.
final class BandTable extends VBox {
    /// Where the type begins, and how wide the columns at the right are, in units.
    static final double TYPE = 33;

    static final double FREQ = 66;
    static final double Q = 42;
    private static final double GAIN = 58;
    /// In a narrow column the gain has no unit.
    private static final double GAIN_NARROW = 40;

    private static final double NARROW = 270;

    private final Look look;
    private final EqModel model;
    private final Hue hue;
    private String shown = "none yet";

    BandTable(Look look, EqModel model, Hue hue) {
        this.look = look;
        this.model = model;
        this.hue = hue;
        model.editor().observe(this::follow);
        model.observe(this::follow);
        follow();
    }

    static double gain(double w) {
        return w < NARROW ? GAIN_NARROW : GAIN;
    }

    /// Makes rows anew when other bands are there or are of another kind; never while one is held.
    private void follow() {
        List<Integer> bands = model.bands();
        StringBuilder kinds = new StringBuilder();
        boolean held = false;
        for (int band : bands) {
            kinds.append(band).append(model.shape(band)).append(' ');
            held |= model.control(band, "freq").inGesture()
                    || model.control(band, "gain").inGesture()
                    || model.control(band, "q").inGesture();
        }
        if (!kinds.toString().equals(shown) && (!held || getChildren().isEmpty())) {
            shown = kinds.toString();
            List<KitControl> rows = new ArrayList<>();
            if (!bands.isEmpty()) {
                rows.add(new Head(look));
            }
            bands.forEach(band -> rows.add(new BandRow(look, model, band, hue)));
            getChildren().setAll(rows);
        }
        getChildren().stream()
                .filter(BandRow.class::isInstance)
                .map(BandRow.class::cast)
                .forEach(BandRow::refresh);
    }

    /// The names of the columns.
    private static final class Head extends KitControl {
        Head(Look look) {
            super(look);
            setMouseTransparent(true);
        }

        @Override
        protected double unitWidth() {
            return 240;
        }

        @Override
        protected double unitHeight() {
            return 16;
        }

        @Override
        protected double computeMinWidth(double height) {
            return 0;
        }

        @Override
        protected void paint(Painter p, double w, double h) {
            Color words = Token.FG_3.color();
            p.left(TYPE + 3, 7, "Type", TypeRole.SMALL, words);
            p.right(w - 2, 7, "Q", TypeRole.SMALL, words);
            p.right(w - Q - 2, 7, "Gain", TypeRole.SMALL, words);
            p.right(w - Q - gain(w) - 2, 7, "Freq", TypeRole.SMALL, words);
        }
    }
}
