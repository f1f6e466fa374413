package studio.headroom.ui.inspector;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import studio.headroom.ui.control.ChoiceField;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.control.ToggleControl;
import studio.headroom.ui.control.ValueField;
import studio.headroom.ui.editor.graph.EqMenu;
import studio.headroom.ui.editor.model.EqModel;
import studio.headroom.ui.editor.model.Names;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Hue;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// One band: on or off, its number, type, frequency, gain, and Q or slope. Whatever of it is touched selects it.
final class BandRow extends KitControl {
    private static final double HEIGHT = 22;
    private static final double CELL = 20;

    private final EqModel model;
    private final int band;
    private final Node on;
    private final ChoiceField type;
    private final ValueField freq;
    private final @Nullable ValueField gain;
    private final Node last;

    BandRow(Look look, EqModel model, int band, Hue hue) {
        super(look);
        this.model = model;
        this.band = band;
        on = new Dot(look, model.control(band, "on"), hue);
        ControlModel kind = model.control(band, "type");
        type = new ChoiceField(look, kind, Names.options(kind.param()), 60, CELL).bare(false);
        freq = cell("freq");
        gain = model.hasGain(band) ? cell("gain") : null;
        last = model.shape(band).isCut() ? slope() : cell("q");
        getChildren().addAll(on, type, freq, last);
        if (gain != null) {
            getChildren().add(getChildren().indexOf(last), gain);
        }
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> model.select(band));
        focusWithinProperty().addListener((observable, before, within) -> {
            if (within) {
                model.select(band);
            }
        });
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            EqMenu.of(model, band).show(this, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    private ValueField cell(String what) {
        return new ValueField(look(), model.control(band, what), 60, CELL, false).bare();
    }

    private ChoiceField slope() {
        ControlModel slope = model.control(band, "slope");
        List<String> words =
                Names.options(slope.param()).stream().map(db -> db + " dB").toList();
        return new ChoiceField(look(), slope, words, 50, CELL).bare(true);
    }

    void refresh() {
        repaint();
    }

    @Override
    protected double unitWidth() {
        return 240;
    }

    @Override
    protected double unitHeight() {
        return HEIGHT;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double w = getWidth() / look().factor();
        place(on, 0, 18);
        double lastFrom = w - BandTable.Q;
        double gainFrom = lastFrom - BandTable.gain(w);
        double freqFrom = gainFrom - BandTable.FREQ;
        place(type, BandTable.TYPE, Math.max(30, freqFrom - BandTable.TYPE));
        place(freq, freqFrom, BandTable.FREQ);
        if (gain != null) {
            place(gain, gainFrom, BandTable.gain(w));
        }
        place(last, lastFrom, BandTable.Q);
    }

    /// In units.
    private void place(Node node, double x, double wide) {
        double grid = look().outputScale();
        double top = Math.rint((HEIGHT - CELL) / 2 * look().factor() * grid) / grid;
        node.resizeRelocate(Math.rint(look().factor() * x * grid) / grid, top, look().px(wide), look().px(CELL));
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        boolean chosen = model.selected() == band;
        if (chosen) {
            p.fill(-4, 0, w + 8, h - 1, Token.BG_4.color(), 3);
        }
        p.left(
                22,
                h / 2,
                Integer.toString(band + 1),
                TypeRole.LABEL,
                (model.isOn(band) ? Token.FG_1 : Token.FG_3).color());
    }

    /// On or off, as a dot that is full or not.
    private static final class Dot extends ToggleControl {
        private final Hue hue;

        Dot(Look look, ControlModel model, Hue hue) {
            super(look, model);
            this.hue = hue;
            setRing(0, 9);
        }

        @Override
        protected double unitWidth() {
            return 18;
        }

        @Override
        protected double unitHeight() {
            return CELL;
        }

        @Override
        protected void paint(Painter p, double w, double h) {
            if (hover() > 0) {
                p.disc(w / 2, h / 2, 7, Token.BG_5.alpha(hover()));
            }
            if (model().isOn()) {
                p.disc(w / 2, h / 2, 3.5, hue.color());
            } else {
                p.circle(w / 2, h / 2, 3.5, Token.FG_3.color(), 1.2);
            }
        }
    }
}
