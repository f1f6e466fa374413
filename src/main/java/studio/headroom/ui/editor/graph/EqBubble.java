package studio.headroom.ui.editor.graph;

import studio.headroom.ui.editor.model.EqModel;
import studio.headroom.ui.editor.model.NoteName;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// What an equalizer's picture tells beside the pointer: the values of a node, or the frequency of a place. Pure
/// functions.
final class EqBubble {
    private static final double WIDE = 190;

    private EqBubble() {}

    /// Beside a node.
    ///
    /// @param x the node's middle
    /// @param dragged whether it is held
    static void ofNode(Painter p, EqModel model, int band, double x, double y, boolean dragged, double w, double h) {
        ControlModel freq = model.control(band, "freq");
        ControlModel level = model.control(band, "gain");
        boolean second = model.hasGain(band);
        double tall = second ? 58 : 34;
        double bx = x + 32;
        bx = bx + WIDE > w - Graph.RIGHT ? x - 32 - WIDE : bx;
        double lowest = Graph.TOP + (h - Graph.TOP - Graph.BOTTOM) - tall;
        double by = Math.clamp(y - tall - 16, Graph.TOP + 4, Math.max(Graph.TOP + 4, lowest));
        p.fill(bx, by, WIDE, tall, Token.BG_TIP.color(), 5);
        p.border(bx, by, WIDE, tall, Token.LINE_3.color(), 5);
        p.left(bx + 12, by + 18, freq.text(), TypeRole.VALUE_BUBBLE, Token.FG_1.color());
        EqPart part = EqPart.of(model.placement(band));
        String place = model.isWithoutSides(band)
                ? " \u00b7 mono: no sides"
                : part == EqPart.ALL ? "" : " \u00b7 " + part.word();
        p.right(bx + WIDE - 12, by + 18, NoteName.of(freq.value()) + place, TypeRole.LABEL, Token.FG_3.color());
        if (second) {
            p.left(bx + 12, by + 41, level.text(), TypeRole.VALUE_BUBBLE, Token.FG_1.color());
            String beside = dragged
                    ? level.moved()
                    : model.hasQ(band) ? "Q " + model.control(band, "q").text() : "";
            Token color = dragged ? Token.ACCENT : Token.FG_3;
            p.right(bx + WIDE - 12, by + 41, beside, TypeRole.LABEL, color.color());
        }
    }

    /// At the top of a line through a place without a node.
    static void ofPlace(Painter p, EqModel model, double hertz, double x, double w, double h) {
        String text = model.control(0, "freq").param().format(hertz);
        String note = NoteName.of(hertz);
        double wide = 28
                + p.units(TextSize.width(p.look(), TypeRole.VALUE_SMALL, text)
                        + TextSize.width(p.look(), TypeRole.LABEL, note));
        double bx = x + 8 + wide > w - Graph.RIGHT ? x - 8 - wide : x + 8;
        double by = Graph.TOP + 28;
        p.down(x, Graph.TOP, (h - Graph.TOP - Graph.BOTTOM), Graph.faint(Token.FG_2.color(), 0.35));
        p.fill(bx, by, wide, 22, Token.BG_TIP.color(), 4);
        p.border(bx, by, wide, 22, Token.LINE_2.color(), 4);
        p.left(bx + 8, by + 11, text, TypeRole.VALUE_SMALL, Token.FG_1.color());
        p.right(bx + wide - 8, by + 11, note, TypeRole.LABEL, Token.FG_2.color());
    }
}
