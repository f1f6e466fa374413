package studio.headroom.ui.master.rack;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.headroom.ui.control.ChoiceField;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.control.ToggleControl;
import studio.headroom.ui.control.ValueField;
import studio.headroom.ui.editor.graph.EqMenu;
import studio.headroom.ui.editor.model.EqModel;
import studio.headroom.ui.editor.model.Names;
import studio.headroom.ui.editor.part.BandNumber;
import studio.headroom.ui.editor.part.PowerSign;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The bands of an equalizer as a table: type, frequency, gain or slope, Q, channel and power of each. Whatever of a
/// row is
/// touched selects its band.
final class EqTable extends VBox {
    private static final double WIDTH = 400;
    private static final double ROW = 26;
    private static final double CELL = 22;
    private static final double TYPE = 30;
    /// Widths of the columns at the right, in units.
    private static final double POWER = 28;

    private static final double CHANNEL = 66;
    private static final double Q = 56;
    private static final double GAIN = 84;
    private static final double FREQUENCY = 84;

    private final Look look;
    private final EqModel model;
    private String shown = "none yet";

    EqTable(Look look, EqModel model) {
        this.look = look;
        this.model = model;
        model.editor().observe(this::follow);
        model.observe(this::follow);
        setMinHeight(USE_PREF_SIZE);
        follow();
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
            bands.forEach(band -> rows.add(new Row(look, model, band)));
            getChildren().setAll(rows);
        }
        getChildren().stream()
                .filter(Row.class::isInstance)
                .map(Row.class::cast)
                .forEach(Row::repaint);
    }

    /// Where the columns end, from the right.
    private static double gainEnd(double w) {
        return w - POWER - CHANNEL - Q - 8;
    }

    /// The names of the columns.
    private static final class Head extends KitControl {
        Head(Look look) {
            super(look);
            setMouseTransparent(true);
        }

        @Override
        protected double unitWidth() {
            return WIDTH;
        }

        @Override
        protected double unitHeight() {
            return 18;
        }

        @Override
        protected double computeMinWidth(double height) {
            return 0;
        }

        @Override
        protected void paint(Painter p, double w, double h) {
            var words = Token.FG_3.color();
            p.left(TYPE + 3, 9, "Band", TypeRole.SMALL, words);
            p.right(gainEnd(w) - GAIN - 4, 9, "Frequency", TypeRole.SMALL, words);
            p.right(gainEnd(w) - 4, 9, "Gain", TypeRole.SMALL, words);
            p.right(gainEnd(w) + Q - 4, 9, "Q", TypeRole.SMALL, words);
            p.left(w - POWER - CHANNEL + 3, 9, "Channel", TypeRole.SMALL, words);
        }
    }

    /// One band.
    private static final class Row extends KitControl {
        private final EqModel model;
        private final int band;
        private final Node number;
        private final ChoiceField type;
        private final ValueField frequency;
        private final @Nullable Node gain;
        private final ValueField q;
        private final ChoiceField channel;
        private final Node power;

        Row(Look look, EqModel model, int band) {
            super(look);
            this.model = model;
            this.band = band;
            number = new BandNumber(look, model, band);
            type = choice("type");
            frequency = value("freq");
            boolean cut = model.shape(band).isCut();
            gain = model.hasGain(band) ? value("gain") : cut ? slope() : null;
            q = value("q");
            channel = choice("place");
            power = new Power(look, model.control(band, "on"));
            getChildren().addAll(number, type, frequency);
            if (gain != null) {
                getChildren().add(gain);
            }
            getChildren().addAll(q, channel, power);
            addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> model.select(band));
            focusWithinProperty().addListener((_, _, within) -> {
                if (within) {
                    model.select(band);
                }
            });
            addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
                EqMenu.of(model, band).show(this, event.getScreenX(), event.getScreenY());
                event.consume();
            });
        }

        private ValueField value(String what) {
            return new ValueField(look(), model.control(band, what), 60, CELL, false).bare();
        }

        private ChoiceField choice(String what) {
            ControlModel control = model.control(band, what);
            return new ChoiceField(look(), control, Names.options(control.param()), 60, CELL).bare(false);
        }

        private ChoiceField slope() {
            ControlModel slope = model.control(band, "slope");
            List<String> words = Names.options(slope.param()).stream()
                    .map(db -> db + " dB/oct")
                    .toList();
            return new ChoiceField(look(), slope, words, 60, CELL).bare(true);
        }

        @Override
        protected double unitWidth() {
            return WIDTH;
        }

        @Override
        protected double unitHeight() {
            return ROW;
        }

        @Override
        protected double computeMinWidth(double height) {
            return 0;
        }

        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            double w = getWidth() / look().factor();
            double end = gainEnd(w);
            place(number, 4, 20, 20);
            place(type, TYPE, Math.max(30, end - GAIN - FREQUENCY - TYPE), CELL);
            place(frequency, end - GAIN - FREQUENCY, FREQUENCY, CELL);
            if (gain != null) {
                place(gain, end - GAIN, GAIN, CELL);
            }
            place(q, end, Q, CELL);
            place(channel, w - POWER - CHANNEL, CHANNEL, CELL);
            place(power, w - POWER + 2, 22, 22);
        }

        /// In units.
        private void place(Node node, double x, double wide, double tall) {
            double grid = look().outputScale();
            double top = Math.rint((ROW - 1 - tall) / 2 * look().factor() * grid) / grid;
            node.resizeRelocate(Math.rint(look().factor() * x * grid) / grid, top, look().px(wide), look().px(tall));
        }

        @Override
        protected void paint(Painter p, double w, double h) {
            if (model.selected() == band) {
                p.fill(0, 0, w, h - 1, Token.BG_4.color(), 3);
            }
        }
    }

    /// Whether a band is heard.
    private static final class Power extends ToggleControl {
        Power(Look look, ControlModel model) {
            super(look, model);
            setRing(0, 6);
        }

        @Override
        protected double unitWidth() {
            return 22;
        }

        @Override
        protected double unitHeight() {
            return 22;
        }

        @Override
        protected void paint(Painter p, double w, double h) {
            PowerSign.paint(p, w / 2, h / 2, model().isOn());
        }
    }
}
