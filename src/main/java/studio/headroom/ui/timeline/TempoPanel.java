package studio.headroom.ui.timeline;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;
import studio.headroom.project.Tempo;
import studio.headroom.project.edit.SongEdits;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.ChoiceField;
import studio.headroom.ui.control.ValueField;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.model.EditTarget;
import studio.headroom.ui.song.SongHistory;
import studio.headroom.ui.theme.Look;

/// The song's tempo and time signature. Sound and automation stay where they are in time; the grid changes. UI thread.
final class TempoPanel {
    private static final double WIDTH = 320;
    private static final Param BEATS_PER_MINUTE =
            new Param("bpm", "Tempo", Unit.NONE, new Range.Log(10, 999), 120, Smoothing.NONE, false);
    private static final Param BEATS = choice("beats", "Beats of a bar", 32);
    private static final Param UNIT = choice("unit", "Beat", 6);

    private static Param choice(String id, String label, int count) {
        List<String> ids = java.util.stream.IntStream.rangeClosed(1, count)
                .mapToObj(i -> id + i)
                .toList();
        return new Param(id, label, Unit.NONE, new Range.Choice(ids), 3 % count, Smoothing.NONE, false);
    }

    private final SongHistory history;
    private final PanelBox box;
    private final TapTempo taps = new TapTempo();
    private final ControlModel tempo;
    private final ControlModel beats;
    private final ControlModel unit;

    TempoPanel(Look look, TimelineModel timeline, Node over) {
        history = timeline.history();
        tempo = control(BEATS_PER_MINUTE, "Tempo in beats a minute", "How many quarter notes a minute has.", value -> {
            Tempo now = history.current().tempo();
            return new Tempo(Math.rint(value * 100) / 100, now.beatsPerBar(), now.beatUnit());
        });
        beats = control(BEATS, "Beats of a bar", "The upper number of the time signature.", value -> {
            Tempo now = history.current().tempo();
            return new Tempo(now.beatsPerMinute(), (int) value + 1, now.beatUnit());
        });
        unit = control(UNIT, "Note of a beat", "The lower number of the time signature.", value -> {
            Tempo now = history.current().tempo();
            return new Tempo(now.beatsPerMinute(), now.beatsPerBar(), 1 << (int) value);
        });
        box = new PanelBox(look, "Tempo and time signature", WIDTH);
        Button tap = Buttons.of("Tap", Buttons.Kind.DEFAULT, this::tap);
        Buttons.explain(tap, "Tap", "Tap the beat with the mouse, Space or Enter: the tempo follows.");
        List<String> counts = java.util.stream.IntStream.rangeClosed(1, 32)
                .mapToObj(Integer::toString)
                .toList();
        box.body()
                .getChildren()
                .addAll(
                        box.row("Tempo", new ValueField(look, tempo, 88, 24, false), PanelBox.words("BPM"), tap),
                        box.row(
                                "Signature",
                                new ChoiceField(look, beats, counts, 60, 24),
                                PanelBox.words("/"),
                                new ChoiceField(look, unit, List.of("1", "2", "4", "8", "16", "32"), 60, 24)),
                        PanelBox.words("Clips and automation stay where they are. The tempo counts quarter notes."));
        Runnable shown = this::show;
        Runnable unwatch = timeline.observe(shown);
        box.onClose(unwatch);
        show();
        box.open(over);
        box.focus();
    }

    private interface Change {
        Tempo to(double value);
    }

    /// A control whose gesture is one step.
    private ControlModel control(Param param, String name, String explanation, Change change) {
        return new ControlModel(param, name, explanation, new EditTarget() {
            @Override
            public void begin() {
                history.begin();
            }

            @Override
            public void move(double plain) {
                history.apply(SongEdits.tempo(change.to(plain)));
            }

            @Override
            public void end() {
                history.end();
            }

            @Override
            public void cancel(double before) {
                history.cancel();
            }
        });
    }

    PanelBox box() {
        return box;
    }

    private void tap() {
        taps.tap(System.nanoTime() * 1e-9).ifPresent(value -> tempo.set(Math.rint(value * 10) / 10));
    }

    private void show() {
        Tempo now = history.current().tempo();
        tempo.show(now.beatsPerMinute());
        beats.show(now.beatsPerBar() - 1);
        unit.show(Integer.numberOfTrailingZeros(now.beatUnit()));
    }
}
