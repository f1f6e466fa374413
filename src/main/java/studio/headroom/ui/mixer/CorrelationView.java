package studio.headroom.ui.mixer;

import javafx.scene.AccessibleRole;
import studio.headroom.engine.meter.MasterReading;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.model.ValueText;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// How alike both sides of the mix are, from −1 to +1.
final class CorrelationView extends KitControl {
    private final StripModel strip;
    private final FramePulse.Frame frame = seconds -> follow();
    private double shown = Double.NaN;

    CorrelationView(Look look, StripModel strip) {
        super(look);
        this.strip = strip;
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText("Correlation of the mix");
        Buttons.explain(
                this,
                "Correlation",
                "How alike left and right are: +1 the same, 0 nothing in common. What stays below 0 gets lost when"
                        + " somebody listens in mono.");
        sceneProperty().addListener((observable, before, scene) -> {
            if (scene == null) {
                look.pulse().remove(frame);
            } else {
                look.pulse().add(frame);
            }
        });
    }

    private void follow() {
        double now = strip.mixer().session().playback().engine().master().get(MasterReading.CORRELATION);
        double hundredths = Math.rint(now * 100) / 100;
        if (hundredths != shown) {
            shown = hundredths;
            setAccessibleText("Correlation of the mix, " + text());
            repaint();
        }
    }

    private String text() {
        if (Double.isNaN(shown)) {
            return "–";
        }
        String number = String.format(java.util.Locale.ROOT, "%.2f", Math.abs(shown));
        return (shown < 0 ? ValueText.MINUS : shown > 0 ? "+" : "") + number;
    }

    @Override
    protected double unitWidth() {
        return 123;
    }

    @Override
    protected double unitHeight() {
        return 16;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        p.fill(0, 0, w, h, Token.BG_0.color(), 3);
        p.left(5, h / 2, "Correlation", TypeRole.SMALL, Token.FG_3.color());
        p.right(w - 4, h / 2, text(), TypeRole.VALUE_TINY, (shown < 0 ? Token.WARN : Token.FG_1).color());
    }
}
