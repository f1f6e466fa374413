package studio.headroom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import studio.headroom.ui.Fx;
import studio.headroom.ui.control.WindowRoot;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.theme.Look;

class OverlayTest {
    @Test
    void aDialogHigherThanTheWindowLeavesWhatLiesBelowItAsItIs() {
        double height = Fx.call(() -> {
            Look look = new Look(new FramePulse());
            Overlay overlay = new Overlay(look);
            Region below = new Region();
            Scene scene = new Scene(new WindowRoot(look, new StackPane(below, overlay)), 400, 300);
            Region card = new Region();
            card.setMinSize(200, 500);
            overlay.show(card, Pos.TOP_CENTER, null);
            scene.snapshot(null);
            return below.getHeight();
        });
        assertThat(height).isEqualTo(300);
    }
}
