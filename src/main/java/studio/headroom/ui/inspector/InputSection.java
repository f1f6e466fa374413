package studio.headroom.ui.inspector;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.headroom.project.Strip;
import studio.headroom.ui.control.ChoiceField;
import studio.headroom.ui.control.Knob;
import studio.headroom.ui.editor.part.Words;
import studio.headroom.ui.mixer.PanLawMenu;
import studio.headroom.ui.mixer.StripModel;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// What happens to a strip's sound before its effects and behind its fader, and where it goes.
final class InputSection extends VBox {
    private final Look look;
    private final InspectorModel model;
    private final Knob trim;
    private final Knob pan;
    private final Knob width;
    private final HBox routes;
    private @Nullable Route output;
    private @Nullable Route group;

    InputSection(Look look, InspectorModel model, StripModel strip) {
        this.look = look;
        this.model = model;
        trim = new Knob(look, strip.trim(), Knob.Size.SMALL);
        pan = new Knob(look, strip.pan(), Knob.Size.SMALL);
        pan.setMoreItems(() -> List.of(PanLawMenu.of(look, strip.mixer())));
        width = new Knob(look, strip.width(), Knob.Size.SMALL);
        routes = new HBox(look.px(8));
        routes.setAlignment(Pos.CENTER_LEFT);
        VBox section =
                Parts.section(look, new Columns(look, trim, pan, width, new PolarityBox(look, strip.polarity())));
        if (strip.kind() != Strip.Kind.MASTER) {
            section.getChildren().add(routes);
        }
        getChildren().addAll(section, Parts.line(look));
        refresh();
    }

    Knob trim() {
        return trim;
    }

    Knob width() {
        return width;
    }

    /// Looks at the model again.
    void refresh() {
        boolean mono = model.facts().channelsIn() == 1;
        pan.setLabel(mono ? "Pan" : "Balance");
        if (output != model.output() || group != model.group()) {
            output = model.output();
            group = model.group();
            routes.getChildren().setAll(label("Output"), field(model.output()), label("Group"), field(model.group()));
        }
    }

    private Words label(String words) {
        Words label = new Words(look, words, TypeRole.LABEL, Token.FG_3);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private ChoiceField field(Route route) {
        ChoiceField field = new ChoiceField(look, route.model(), route.words(), 60, 24);
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }
}
