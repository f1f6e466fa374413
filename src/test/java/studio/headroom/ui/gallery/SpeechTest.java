package studio.headroom.ui.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
import studio.headroom.param.Unit;
import studio.headroom.ui.Fx;
import studio.headroom.ui.Nodes;
import studio.headroom.ui.control.ModelControl;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.theme.Look;

/// What a screen reader hears of every control of the gallery.
class SpeechTest {
    @Test
    void everyControlThatTakesFocusSaysItsNameAndValueWithUnit() {
        Fx.run(() -> {
            Look look = new Look(new FramePulse());
            Gallery gallery = new Gallery(look);
            new Scene(gallery.root(), Gallery.WIDTH, Gallery.HEIGHT).snapshot(null);
            List<Node> nodes =
                    Nodes.all(gallery.root()).filter(Node::isFocusTraversable).toList();
            assertThat(nodes).hasSizeGreaterThan(60);
            for (Node node : nodes) {
                String text = (String) node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
                assertThat(text).as(node.toString()).isNotBlank();
                assertThat(node.getAccessibleRole()).as(text).isNotIn(AccessibleRole.NODE, AccessibleRole.PARENT);
                if (node instanceof ModelControl control) {
                    Unit unit = control.model().param().unit();
                    assertThat(text)
                            .startsWith(control.model().name() + ", ")
                            .contains(control.model().spokenValue());
                    assertThat(control.queryAccessibleAttribute(AccessibleAttribute.VALUE_STRING))
                            .isEqualTo(control.model().spokenValue());
                    assertThat((Double) control.queryAccessibleAttribute(AccessibleAttribute.VALUE))
                            .isFinite();
                    switch (unit) {
                        case DECIBEL -> assertThat(text).contains("decibels");
                        case HERTZ -> assertThat(text).contains("hertz");
                        case MILLISECOND -> assertThat(text).containsPattern("seconds");
                        case PERCENT -> assertThat(text).contains("percent");
                        case RATIO -> assertThat(text).contains(" to 1");
                        case PAN -> assertThat(text).containsPattern("left|right|center");
                        default -> {}
                    }
                }
            }
        });
    }
}
