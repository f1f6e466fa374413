package studio.headroom.ui.editor.part;

import java.util.function.BooleanSupplier;
import javafx.scene.paint.Color;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.editor.graph.EqGraph;
import studio.headroom.ui.editor.model.EqModel;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Hue;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The number of a band in its color, as in its picture.
public final class BandNumber extends KitControl {
    private final int band;
    private final Hue hue;
    private final BooleanSupplier chosen;
    private final BooleanSupplier on;

    /// @param chosen whether the band is selected; whoever makes this repaints it when that changes
    BandNumber(Look look, int band, Hue hue, BooleanSupplier chosen, BooleanSupplier on) {
        super(look);
        this.band = band;
        this.hue = hue;
        this.chosen = chosen;
        this.on = on;
        setMouseTransparent(true);
    }

    public BandNumber(Look look, EqModel model, int band) {
        this(look, band, EqGraph.hue(band), () -> model.selected() == band, () -> model.isOn(band));
        model.observe(this::repaint);
        model.editor().observe(this::repaint);
    }

    @Override
    protected double unitWidth() {
        return 20;
    }

    @Override
    protected double unitHeight() {
        return 20;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        Color color = on.getAsBoolean() ? hue.color() : Token.FG_4.color();
        boolean full = chosen.getAsBoolean();
        p.disc(w / 2, h / 2, 9, full ? color : Token.BG_2.color());
        p.circle(w / 2, h / 2, 8.5, color, 2);
        p.center(w / 2, h / 2, Integer.toString(band + 1), TypeRole.LETTER, (full ? Token.INK : Token.FG_1).color());
    }
}
