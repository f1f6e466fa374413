package studio.headroom.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.headroom.ui.control.Switch;
import studio.headroom.ui.editor.part.Panels;
import studio.headroom.ui.editor.part.Words;
import studio.headroom.ui.mixer.EffectPicker;
import studio.headroom.ui.mixer.InsertModel;
import studio.headroom.ui.mixer.SlotMenu;
import studio.headroom.ui.mixer.StripModel;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The strip's other effects: on or off, and the way to their editors.
final class OthersSection extends VBox {
    private final Look look;
    private final InspectorModel model;
    private final StripModel strip;
    private final Tools tools;
    private final VBox rows;
    private List<EffectPower> shown = List.of();

    OthersSection(Look look, InspectorModel model, StripModel strip, Tools tools) {
        this.look = look;
        this.model = model;
        this.strip = strip;
        this.tools = tools;
        rows = new VBox();
        Button add = Parts.icon(look, Icon.PLUS, "Add an effect", "Adds one behind the others.", () -> {});
        add.setOnAction(event -> EffectPicker.open(
                look,
                add,
                type -> strip.mixer()
                        .actions()
                        .addInsert(strip.id(), type.id(), strip.inserts().size())));
        VBox section =
                Parts.section(look, Parts.head(look, Parts.title(look, "Other effects"), Panels.gap(), add), rows);
        section.setSpacing(look.px(2));
        getChildren().addAll(section, Parts.line(look));
        refresh();
    }

    void refresh() {
        if (model.others().equals(shown)) {
            return;
        }
        shown = model.others();
        List<Node> all = new ArrayList<>();
        shown.forEach(power -> all.add(row(power)));
        rows.getChildren().setAll(all);
    }

    private Node row(EffectPower power) {
        InsertModel insert = power.insert();
        boolean known = insert.type() != null;
        Words name = new Words(look, insert.label(), TypeRole.BODY, known ? Token.FG_1 : Token.WARN);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox row = Parts.head(look, new Switch(look, power.model()), name);
        if (known) {
            row.getChildren()
                    .add(Parts.icon(
                            look,
                            Icon.ARROW_EXPAND_ALL,
                            "Open " + strip.name() + " " + insert.label(),
                            "Shows all controls of the effect.",
                            () -> open(insert)));
        }
        row.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && event.getTarget() == row) {
                open(insert);
            }
        });
        row.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            int index = strip.inserts().indexOf(insert);
            SlotMenu.of(look, strip, insert, row, index, tools.doors())
                    .show(row, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        return row;
    }

    private void open(InsertModel insert) {
        tools.doors().openInsert(strip.id(), insert.id());
    }
}
