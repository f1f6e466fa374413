package studio.headroom.ui.timeline;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.DoubleFunction;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import studio.headroom.dsp.analysis.LevelProfile.Silence;
import studio.headroom.engine.media.MediaLibrary;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;
import studio.headroom.project.Clip;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.theme.Look;

/// Sets up what silence is while the timeline shows what would go. UI thread.
final class SilencePanel {
    private static final double WIDTH = 320;
    private static final Param THRESHOLD =
            new Param("threshold", "Below", Unit.DECIBEL, new Range.Linear(-90, -6), -48, Smoothing.NONE, false);
    private static final Param LEAST = millis("least", "At least", 20, 5000, 300);
    private static final Param BEFORE = millis("before", "Keep before", 1, 1000, 20);
    private static final Param AFTER = millis("after", "Keep behind", 1, 2000, 100);

    private static Param millis(String id, String label, double from, double to, double usual) {
        return new Param(id, label, Unit.MILLISECOND, new Range.Log(from, to), usual, Smoothing.NONE, false);
    }

    private final Look look;
    private final PanelBox box;
    private final SilenceModel model;
    private final ProgressLine progress;
    private final FramePulse.Frame frame;
    private final Label outcome = PanelBox.words("");
    private final Button strip;
    private boolean built;

    SilencePanel(
            Look look,
            TimelineModel timeline,
            List<Clip> clips,
            MediaLibrary library,
            Executor background,
            Executor ui,
            Node over) {
        this.look = look;
        box = new PanelBox(look, "Strip silence", WIDTH);
        progress = new ProgressLine(look, "Listening…");
        strip = Buttons.of("Strip silence", Buttons.Kind.PRIMARY, this::strip);
        strip.setDefaultButton(true);
        box.body().getChildren().addAll(progress, box.buttons(cancel()));
        model = new SilenceModel(timeline, clips, library, background, ui, this::show);
        frame = _ -> progress.show(model.listening().share());
        look.pulse().add(frame);
        box.onClose(this::closed);
        box.open(over);
        box.focus();
    }

    PanelBox box() {
        return box;
    }

    SilenceModel model() {
        return model;
    }

    private Button cancel() {
        return Buttons.of("Cancel", Buttons.Kind.DEFAULT, box::close);
    }

    private void closed() {
        look.pulse().remove(frame);
        model.close();
    }

    private void strip() {
        if (model.strip()) {
            box.close();
        }
    }

    private void show() {
        if (!box.isOpen()) {
            return;
        }
        if (!model.isReady()) {
            box.body().getChildren().setAll(PanelBox.words(model.failure()));
        } else if (!built) {
            built = true;
            look.pulse().remove(frame);
            HBox buttons = box.buttons(cancel(), strip);
            box.body()
                    .getChildren()
                    .setAll(
                            field(
                                    THRESHOLD,
                                    "What is quieter is silence.",
                                    model.silence().thresholdDb(),
                                    this::threshold),
                            field(
                                    LEAST,
                                    "Shorter silence stays.",
                                    1000 * model.silence().leastSilence(),
                                    this::least),
                            field(
                                    BEFORE,
                                    "What is left before each sound, so that its attack is whole.",
                                    1000 * model.silence().before(),
                                    this::before),
                            field(
                                    AFTER,
                                    "What is left behind each sound, so that it fades away.",
                                    1000 * model.silence().after(),
                                    this::after),
                            outcome,
                            buttons);
        }
        tell();
        box.fit();
    }

    private void tell() {
        if (!model.isReady()) {
            return;
        }
        SilenceModel.Outcome now = model.outcome();
        outcome.setText(
                now.pieces() == 0
                        ? "Nothing is above this threshold: the clips would go."
                        : (now.pieces() == 1 ? "1 piece stays, " : now.pieces() + " pieces stay, ")
                                + Math.round(100 * now.share()) + " % of the time.");
        strip.setDisable(now.pieces() == 0);
    }

    private Silence threshold(double db) {
        Silence was = model.silence();
        return new Silence(db, was.leastSilence(), was.before(), was.after());
    }

    private Silence least(double millis) {
        Silence was = model.silence();
        return new Silence(was.thresholdDb(), millis / 1000, was.before(), was.after());
    }

    private Silence before(double millis) {
        Silence was = model.silence();
        return new Silence(was.thresholdDb(), was.leastSilence(), millis / 1000, was.after());
    }

    private Silence after(double millis) {
        Silence was = model.silence();
        return new Silence(was.thresholdDb(), was.leastSilence(), was.before(), millis / 1000);
    }

    private HBox field(Param param, String explanation, double now, DoubleFunction<Silence> next) {
        return box.row(
                param.label(),
                box.field(
                        param,
                        "Silence " + param.label(),
                        explanation,
                        now,
                        value -> model.silence(next.apply(value))));
    }
}
