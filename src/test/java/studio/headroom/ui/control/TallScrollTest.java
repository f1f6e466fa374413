package studio.headroom.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.junit.jupiter.api.Test;
import studio.headroom.ui.Fx;

class TallScrollTest {
    @Test
    void whatChangesInItIsSeenAtOnce() {
        Fx.run(() -> {
            Rectangle sign = new Rectangle(200, 300, Color.RED);
            TallScroll scroll = new TallScroll(new Pane(sign), 50);
            Scene scene = new Scene(scroll, 200, 100);
            scene.snapshot(null);
            assertThat(scene.snapshot(null).getPixelReader().getColor(80, 50)).isEqualTo(Color.RED);
            sign.setFill(Color.BLUE);
            assertThat(scene.snapshot(null).getPixelReader().getColor(80, 50)).isEqualTo(Color.BLUE);
            assertThat(scroll.lookup(".viewport").isCache()).isFalse();
        });
    }
}
