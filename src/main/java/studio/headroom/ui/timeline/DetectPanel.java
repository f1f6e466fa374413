package studio.headroom.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import studio.headroom.dsp.analysis.KeyEstimate;
import studio.headroom.engine.media.MediaLibrary;
import studio.headroom.param.Unit;
import studio.headroom.project.Clip;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.ChoiceField;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.theme.Look;

/// Shows what was heard in clips: tempo, beats and key with how sure they are and what they might be instead, and
/// offers what can be done with it. UI thread.
final class DetectPanel {
    private static final double WIDTH = 380;
    private static final String OTHERS = "What it is taken for most often is offered too.";

    private final Look look;
    private final TimelineModel timeline;
    private final PanelBox box;
    private final DetectModel model;
    private final ProgressLine progress;
    private final FramePulse.Frame frame;

    /// Begins to listen and opens the panel.
    ///
    /// @param what the clips are called: "Kick"
    /// @param over what it opens over
    DetectPanel(
            Look look,
            TimelineModel timeline,
            String what,
            List<Clip> clips,
            MediaLibrary library,
            Executor background,
            Executor ui,
            Node over) {
        this.look = look;
        this.timeline = timeline;
        box = new PanelBox(look, "Tempo, beats and key of " + what, WIDTH);
        progress = new ProgressLine(look, "Listening…");
        Button cancel = Buttons.of("Cancel", Buttons.Kind.DEFAULT, box::close);
        box.body().getChildren().addAll(progress, box.buttons(cancel));
        model = new DetectModel(timeline, clips, library, background, ui, this::show);
        frame = _ -> progress.show(model.listening().share());
        look.pulse().add(frame);
        box.onClose(this::closed);
        box.open(over);
        cancel.requestFocus();
    }

    PanelBox box() {
        return box;
    }

    DetectModel model() {
        return model;
    }

    private void closed() {
        look.pulse().remove(frame);
        model.close();
    }

    private void show() {
        if (!box.isOpen()) {
            return;
        }
        look.pulse().remove(frame);
        Findings heard = model.findings();
        if (heard == null) {
            box.body().getChildren().setAll(PanelBox.words(model.failure()));
        } else {
            List<Node> rows = new ArrayList<>();
            rows.addAll(tempo(heard));
            rows.addAll(key(heard));
            rows.addAll(onsets(heard));
            box.body().getChildren().setAll(rows);
        }
        box.fit();
    }

    private List<Node> tempo(Findings heard) {
        List<Double> tempi = heard.tempi();
        if (tempi.isEmpty()) {
            return List.of(box.row("Tempo", PanelBox.words("No steady tempo was found.")));
        }
        List<String> words = tempi.stream().map(DetectModel::tempo).toList();
        ChoiceField field = box.choice(
                "Tempo",
                "Tempo that was found",
                OTHERS,
                words,
                tempi.indexOf(model.beatsPerMinute()),
                i -> model.choose(tempi.get(i)));
        Button set = Buttons.of("Set the song's tempo", Buttons.Kind.DEFAULT, model::setTempo);
        set.setDisable(model.isSongsTempo());
        List<Node> rows = new ArrayList<>();
        rows.add(box.row("Tempo", field, sureness(heard.tempo().confidence())));
        rows.add(indented(set));
        Findings.ToBar to = model.toBar();
        long beat = model.firstBeat().orElse(-1);
        if (to != null && beat >= 0) {
            String place = Ruler.clock((double) beat / timeline.song().sampleRate(), 0.01);
            Button move =
                    Buttons.of("Put bar " + to.bar() + " at the first beat", Buttons.Kind.DEFAULT, model::moveToBar);
            move.setDisable(to.frames() == 0 && model.isSongsTempo());
            double later = (double) to.frames() / timeline.song().sampleRate();
            String way = to.frames() == 0
                    ? "It begins bar " + to.bar() + "."
                    : "The whole song comes " + Unit.MILLISECOND.format(1000 * later) + " later.";
            rows.add(box.row("First beat", PanelBox.words("at " + place + ". " + way)));
            rows.add(indented(move));
        }
        return rows;
    }

    private List<Node> key(Findings heard) {
        List<KeyEstimate.Key> keys = heard.keys();
        KeyEstimate.Key chosen = model.key();
        if (keys.isEmpty() || chosen == null) {
            return List.of(box.row("Key", PanelBox.words("No key was found.")));
        }
        List<String> words = keys.stream().map(KeyEstimate.Key::text).toList();
        ChoiceField field = box.choice(
                "Key", "Key that was found", OTHERS, words, keys.indexOf(chosen), i -> model.choose(keys.get(i)));
        double cents = heard.key().tuning();
        String tuned = Math.abs(cents) < 5
                ? ""
                : ", " + Math.round(Math.abs(cents)) + (cents > 0 ? " cents high" : " cents low");
        Label sure = sureness(heard.key().confidence());
        sure.setText(sure.getText() + tuned);
        Button note = Buttons.of("Write it into the song's notes", Buttons.Kind.DEFAULT, model::noteKey);
        note.setDisable(timeline.song().notes().contains("Key: " + chosen.text()));
        return List.of(box.row("Key", field, sure), indented(note));
    }

    private List<Node> onsets(Findings heard) {
        int count = heard.onsets().size();
        Label words = PanelBox.words(count == 0 ? "No beginnings of notes were found." : count + " beginnings");
        List<Node> rows = new ArrayList<>(List.of(box.row("Notes", words)));
        if (count > 0) {
            ToggleButton snap = new ToggleButton("Snap to them");
            snap.setSelected(model.snapsToOnsets());
            snap.setOnAction(_ -> model.snapToOnsets(snap.isSelected()));
            Button split = Buttons.of("Split there", Buttons.Kind.DEFAULT, model::split);
            rows.add(indented(snap, split));
        }
        return rows;
    }

    private HBox indented(Node... nodes) {
        return box.row("", nodes);
    }

    private static Label sureness(double confidence) {
        return PanelBox.words(Findings.sureness(confidence));
    }
}
