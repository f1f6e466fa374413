package studio.headroom.ui.mixer;

import java.util.Optional;
import javafx.scene.paint.Color;
import studio.headroom.project.Strip;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The face of a strip, below its controls.
final class StripGround extends KitControl {
    private final StripModel strip;
    private double peakMiddle;

    StripGround(Look look, StripModel strip) {
        super(look);
        this.strip = strip;
        setMouseTransparent(true);
    }

    /// Where the line with the peak lies, in units.
    void setPeakMiddle(double y) {
        if (peakMiddle != y) {
            peakMiddle = y;
            repaint();
        }
    }

    @Override
    protected double unitWidth() {
        return 64;
    }

    @Override
    protected double unitHeight() {
        return 520;
    }

    static Color face(StripModel strip) {
        if (strip.selected()) {
            return Token.BG_SEL.color();
        }
        return switch (strip.kind()) {
            case TRACK -> Token.BG_2.color();
            case BUS, RETURN -> Token.BG_2.towards(Token.BG_3, 0.5);
            case MASTER -> Token.BG_3.color();
        };
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        p.fill(0, 0, w, h, face(strip));
        strip.folderColor().ifPresent(color -> p.fill(0, 0, w, 2, color.color()));
        String target = strip.mixer().sendsOnFaders().get();
        Optional<SendModel> send = strip.sendTo(target);
        if (send.isPresent()) {
            p.fill(4, peakMiddle - 7, 14, 14, send.get().color().color(), 3);
            p.center(11, peakMiddle, send.get().letter(), TypeRole.LETTER, Token.INK.color());
        } else if (w > 80) {
            p.left(4, peakMiddle, "peak", TypeRole.SMALL, Token.FG_3.color());
        }
        if (strip.selected()) {
            p.border(0, 0, w, h, Token.ACCENT.color(), 0);
        } else if (strip.kind() == Strip.Kind.MASTER) {
            p.across(0, 0, w, Token.BG_3.color());
        }
    }
}
