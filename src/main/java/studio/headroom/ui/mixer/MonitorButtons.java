package studio.headroom.ui.mixer;

import javafx.scene.layout.Region;
import studio.headroom.ui.control.LetterButton;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// Mono and dim, side by side.
final class MonitorButtons extends Region {
    private final Look look;
    private final LetterButton mono;
    private final LetterButton dim;

    MonitorButtons(Look look, StripModel master) {
        this.look = look;
        mono = new LetterButton(look, master.mixer().mono(), "Mono", Token.WARN, 58, 18);
        dim = new LetterButton(look, master.mixer().dim(), "Dim", Token.WARN, 58, 18);
        getChildren().addAll(mono, dim);
    }

    @Override
    protected void layoutChildren() {
        double gap = look.px(4);
        double each = Math.floor((getWidth() - gap) / 2);
        mono.resizeRelocate(0, 0, each, getHeight());
        dim.resizeRelocate(each + gap, 0, getWidth() - each - gap, getHeight());
    }
}
