package studio.headroom.ui.editor.part;

import javafx.scene.paint.Color;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.editor.graph.EqGraph;
import studio.headroom.ui.editor.model.EqModel;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The number of a band in its color, as on its node.
public final class BandNumber extends KitControl {
    private final EqModel model;
    private final int band;

    public BandNumber(Look look, EqModel model, int band) {
        super(look);
        this.model = model;
        this.band = band;
        setMouseTransparent(true);
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
        boolean chosen = model.selected() == band;
        Color color = model.isOn(band) ? EqGraph.hue(band).color() : Token.FG_4.color();
        p.disc(w / 2, h / 2, 9, chosen ? color : Token.BG_2.color());
        p.circle(w / 2, h / 2, 8.5, color, 2);
        p.center(w / 2, h / 2, Integer.toString(band + 1), TypeRole.LETTER, (chosen ? Token.INK : Token.FG_1).color());
    }
}
