package studio.headroom.ui.control;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import studio.headroom.param.Param;
import studio.headroom.ui.Fx;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.model.Params.Notes;

/// What tests of controls under a person's hands begin with: a window, a control in it, and what its model is told.
abstract class ControlDesk {
    Desk desk = new Desk();
    final Notes notes = new Notes();

    @AfterEach
    void close() {
        desk.close();
    }

    ControlModel model(Param param) {
        return new ControlModel(param, "Lead Vox " + param.label(), "What it is for.", notes);
    }

    <T extends Node> T put(Supplier<T> make) {
        T node = Fx.call(make::get);
        desk.put(node);
        return node;
    }

    Knob knob(ControlModel model) {
        return put(() -> new Knob(desk.look(), model, Knob.Size.MAIN));
    }

    Fader fader(ControlModel model) {
        return put(() -> new Fader(desk.look(), model, Fader.Width.NARROW, true));
    }

    Node shown(String style) {
        return Fx.call(() -> desk.scene().getRoot().lookup("." + style));
    }

    String text(String style) {
        return Fx.call(() -> ((Label) desk.scene().getRoot().lookup("." + style)).getText());
    }
}
