package studio.headroom.ui.mixer;

import java.util.List;
import javafx.scene.layout.Region;
import studio.headroom.ui.control.LetterButton;
import studio.headroom.ui.song.MonitorSwitches;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// Mono, dim and the mastering chain, side by side.
final class MonitorButtons extends Region {
    private final Look look;
    private final LetterButton mono;
    private final LetterButton dim;
    private final LetterButton chain;

    MonitorButtons(Look look, StripModel master) {
        this.look = look;
        MonitorSwitches switches = master.mixer().monitor();
        mono = new LetterButton(look, switches.mono(), "Mono", Token.WARN, 38, 18);
        dim = new LetterButton(look, switches.dim(), "Dim", Token.WARN, 30, 18);
        chain = new LetterButton(look, switches.master(), "Master", Token.WARN, 44, 18);
        getChildren().addAll(mono, dim, chain);
    }

    @Override
    protected void layoutChildren() {
        double gap = look.px(4);
        double room = getWidth() - 2 * gap;
        double all = mono.prefWidth(-1) + dim.prefWidth(-1) + chain.prefWidth(-1);
        double x = 0;
        for (LetterButton button : List.of(mono, dim)) {
            double width = Math.floor(room * button.prefWidth(-1) / all);
            button.resizeRelocate(x, 0, width, getHeight());
            x += width + gap;
        }
        chain.resizeRelocate(x, 0, getWidth() - x, getHeight());
    }
}
