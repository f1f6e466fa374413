package studio.headroom.ui.timeline;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;
import studio.headroom.engine.media.MediaLibrary;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;
import studio.headroom.project.Clip;
import studio.headroom.project.Project;
import studio.headroom.project.edit.ClipFades;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.theme.Look;

/// Brings clips to a level by their gain: a peak or a loudness, each for itself or all together. What was chosen last
/// is offered again. UI thread.
final class NormalizePanel {
    private static final double WIDTH = 320;

    /// What is to be done.
    ///
    /// @param peakDbfs the target for peaks
    /// @param lufs the target for loudness
    /// @param together whether the clips keep their distances
    record Choice(ClipLevels.Measure measure, double peakDbfs, double lufs, boolean together) {
        static final Choice USUAL = new Choice(ClipLevels.Measure.PEAK, -1, -18, false);

        double target() {
            return measure == ClipLevels.Measure.PEAK ? peakDbfs : lufs;
        }
    }

    private static final Param PEAK =
            new Param("peak", "Peak", Unit.DECIBEL, new Range.Linear(-36, 0), -1, Smoothing.NONE, false);
    private static final Param LOUDNESS =
            new Param("loudness", "Loudness", Unit.NONE, new Range.Linear(-40, -6), -18, Smoothing.NONE, false);

    private final Look look;
    private final TimelineModel timeline;
    private final List<Clip> clips;
    private final MediaLibrary library;
    private final Executor background;
    private final Executor ui;
    private final PanelBox box;
    private final Consumer<Choice> chosen;
    private Choice choice;
    private @Nullable Listening<Map<String, Double>> listening;
    private FramePulse.@Nullable Frame frame;

    NormalizePanel(
            Look look,
            TimelineModel timeline,
            List<Clip> clips,
            MediaLibrary library,
            Executor background,
            Executor ui,
            Choice before,
            Consumer<Choice> chosen,
            Node over) {
        this.look = look;
        this.timeline = timeline;
        this.clips = List.copyOf(clips);
        this.library = library;
        this.background = background;
        this.ui = ui;
        choice = before;
        this.chosen = chosen;
        box = new PanelBox(look, clips.size() == 1 ? "Normalize clip" : "Normalize " + clips.size() + " clips", WIDTH);
        box.onClose(this::closed);
        show();
        box.open(over);
        box.focus();
    }

    PanelBox box() {
        return box;
    }

    private void closed() {
        if (listening != null) {
            listening.cancel();
        }
        if (frame != null) {
            look.pulse().remove(frame);
        }
    }

    private void show() {
        boolean peak = choice.measure() == ClipLevels.Measure.PEAK;
        Button normalize = Buttons.of("Normalize", Buttons.Kind.PRIMARY, this::normalize);
        normalize.setDefaultButton(true);
        box.body()
                .getChildren()
                .setAll(
                        box.row(
                                "To a",
                                box.segments(
                                        "Measure",
                                        "What is normalized",
                                        "The highest sample, or the loudness of the whole clip.",
                                        List.of("Peak", "Loudness"),
                                        peak ? 0 : 1,
                                        i -> {
                                            choice = new Choice(
                                                    ClipLevels.Measure.values()[i],
                                                    choice.peakDbfs(),
                                                    choice.lufs(),
                                                    choice.together());
                                            show();
                                        })),
                        box.row("Of", peak ? peakField() : loudnessField()));
        if (clips.size() > 1) {
            box.body()
                    .getChildren()
                    .add(box.row(
                            "Clips",
                            box.segments(
                                    "Clips",
                                    "Which clips reach it",
                                    "Each for itself, or all together: then they keep their distances.",
                                    List.of("Each", "Together"),
                                    choice.together() ? 1 : 0,
                                    i -> choice =
                                            new Choice(choice.measure(), choice.peakDbfs(), choice.lufs(), i == 1))));
        }
        box.body().getChildren().add(box.buttons(Buttons.of("Cancel", Buttons.Kind.DEFAULT, box::close), normalize));
        box.fit();
    }

    private Node peakField() {
        return box.field(
                PEAK,
                "Peak to normalize to",
                "The highest sample afterwards, in dB below full scale.",
                choice.peakDbfs(),
                db -> choice = new Choice(choice.measure(), db, choice.lufs(), choice.together()));
    }

    private Node loudnessField() {
        return box.field(
                LOUDNESS,
                "Loudness to normalize to",
                "The integrated loudness afterwards, in LUFS.",
                choice.lufs(),
                lufs -> choice = new Choice(choice.measure(), choice.peakDbfs(), lufs, choice.together()));
    }

    private void normalize() {
        Project song = timeline.song();
        Choice asked = choice;
        chosen.accept(asked);
        ProgressLine progress = new ProgressLine(look, "Measuring…");
        Button cancel = Buttons.of("Cancel", Buttons.Kind.DEFAULT, box::close);
        box.body().getChildren().setAll(progress, box.buttons(cancel));
        box.fit();
        cancel.requestFocus();
        Listening<Map<String, Double>> now = Listening.begin(
                background,
                ui,
                share -> ClipLevels.of(song, clips, asked.measure(), library, share),
                levels -> {
                    box.close();
                    apply(asked, levels);
                },
                reason -> {
                    box.body().getChildren().setAll(PanelBox.words(reason));
                    box.fit();
                });
        listening = now;
        frame = _ -> progress.show(now.share());
        look.pulse().add(frame);
    }

    private void apply(Choice asked, Map<String, Double> levels) {
        levels.keySet().removeIf(id -> timeline.clip(id).isEmpty());
        if (!levels.isEmpty()) {
            timeline.apply(ClipFades.normalize(levels, asked.target(), asked.together()));
        }
    }
}
