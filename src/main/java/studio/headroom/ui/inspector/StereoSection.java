package studio.headroom.ui.inspector;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.headroom.ui.control.CorrelationBar;
import studio.headroom.ui.control.Goniometer;
import studio.headroom.ui.mixer.StripModel;
import studio.headroom.ui.model.StereoImage;
import studio.headroom.ui.theme.Look;

/// The stereo image of what leaves a strip, with its correlation beside it.
final class StereoSection extends VBox {
    StereoSection(Look look, InspectorModel model, StripModel strip) {
        StereoImage image = model.stereo();
        Goniometer picture = new Goniometer(look, image, strip.name() + ", stereo image");
        CorrelationBar correlation = new CorrelationBar(look, image::correlation, strip.name() + ", correlation");
        HBox.setHgrow(correlation, Priority.ALWAYS);
        correlation.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(look.px(16), picture, correlation);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setFillHeight(false);
        getChildren()
                .addAll(
                        Parts.section(look, Parts.head(look, Parts.title(look, "Stereo image")), row),
                        Parts.line(look));
    }
}
