package studio.headroom.ui.inspector;

import java.util.List;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.headroom.ui.editor.part.Words;
import studio.headroom.ui.mixer.SlotMenu;
import studio.headroom.ui.mixer.StripModel;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The strip's sends.
final class SendsSection extends VBox {
    private final Look look;
    private final InspectorModel model;
    private final StripModel strip;
    private final VBox rows;
    private final Words hint;
    private List<Object> shown = List.of();

    SendsSection(Look look, InspectorModel model, StripModel strip) {
        this.look = look;
        this.model = model;
        this.strip = strip;
        rows = new VBox(look.px(2));
        hint = new Words(look, "", TypeRole.LABEL, Token.FG_3);
        HBox.setHgrow(hint, Priority.ALWAYS);
        hint.setMaxWidth(Double.MAX_VALUE);
        Button add = Parts.icon(look, Icon.PLUS, "Add a send", "Sends the strip to a return or a bus, too.", () -> {});
        add.setOnAction(event -> {
            ContextMenu menu = new ContextMenu();
            menu.getItems().addAll(SlotMenu.sendTargets(look, strip));
            menu.show(add, Side.BOTTOM, 0, look.px(2));
        });
        VBox section = Parts.section(look, Parts.head(look, Parts.title(look, "Sends"), hint, add), rows);
        section.setSpacing(look.px(2));
        getChildren().addAll(section, Parts.line(look));
        refresh();
    }

    void refresh() {
        List<Object> now = List.copyOf(model.sends().stream()
                .map(item -> List.of(item, item.send().letter(), item.send().color()))
                .toList());
        hint.say(now.isEmpty() ? "to a reverb or a delay, for example" : "post-fader unless marked", Token.FG_3);
        if (!now.equals(shown)) {
            shown = now;
            double widest = model.sends().stream()
                    .mapToDouble(item ->
                            TextSize.width(look, TypeRole.BODY, item.send().targetName()))
                    .max()
                    .orElse(0);
            double words = widest / look.factor() + 9;
            rows.getChildren()
                    .setAll(model.sends().stream()
                            .map(item -> new SendRow(look, strip, item, words))
                            .toList());
        }
    }
}
