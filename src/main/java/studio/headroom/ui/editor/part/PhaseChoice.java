package studio.headroom.ui.editor.part;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.headroom.ui.control.ChoiceField;
import studio.headroom.ui.editor.model.EqModel;
import studio.headroom.ui.editor.model.Names;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The choice of an equalizer's phase, and what comes with it: how late the sound is, and what does not take part.
public final class PhaseChoice {
    private static final double WIDTH = 92;

    private final Look look;
    private final EqModel model;
    private final ControlModel phase;
    private final List<Words> notes;

    public PhaseChoice(Look look, EqModel model) {
        this.look = look;
        this.model = model;
        phase = model.editor().control("phase");
        notes = List.of(
                new Words(look, "", TypeRole.LABEL, Token.FG_3), new Words(look, "", TypeRole.LABEL, Token.FG_3));
        model.editor().observe(this::follow);
        follow();
    }

    private void follow() {
        List<String> now = model.phaseNotes();
        for (int i = 0; i < notes.size(); i++) {
            boolean there = i < now.size();
            notes.get(i).say(there ? now.get(i) : "", Token.FG_3);
            notes.get(i).setVisible(there);
            notes.get(i).setManaged(there);
        }
    }

    /// For a column: the notes stand under the choice.
    public Region below() {
        VBox column = new VBox(
                look.px(2),
                Panels.row(
                        look,
                        phase.param().label(),
                        new ChoiceField(look, phase, Names.options(phase.param()), WIDTH, 24)));
        for (Words note : notes) {
            HBox line = new HBox(note);
            line.setAlignment(Pos.CENTER_RIGHT);
            line.managedProperty().bind(note.managedProperty());
            column.getChildren().add(line);
        }
        return column;
    }

    /// For a line: the notes stand behind the choice.
    public Region beside() {
        Words label = new Words(look, phase.param().label(), TypeRole.LABEL, Token.FG_3);
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(
                look.px(6), label, new ChoiceField(look, phase, Names.options(phase.param()), 74, 22).bare(false));
        for (Words note : notes) {
            HBox.setMargin(note, new Insets(0, look.px(8), 0, 0));
            line.getChildren().add(note);
        }
        line.setAlignment(Pos.CENTER_LEFT);
        line.setFillHeight(false);
        line.setMinHeight(look.px(24));
        return line;
    }
}
