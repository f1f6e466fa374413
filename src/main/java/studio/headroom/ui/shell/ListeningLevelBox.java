package studio.headroom.ui.shell;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import studio.headroom.engine.monitor.MonitorControls;
import studio.headroom.engine.monitor.MonitorControls.NoiseFrom;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.ChoiceField;
import studio.headroom.ui.control.SegmentedControl;
import studio.headroom.ui.control.SliderBar;
import studio.headroom.ui.control.ValueField;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.preferences.Preferences;
import studio.headroom.ui.song.MonitorPath;
import studio.headroom.ui.theme.Look;

/// The monitor's level, the noise to measure the room with, and what was measured, whoever changes it. The noise ends
/// with the dialog. UI thread.
final class ListeningLevelBox implements AutoCloseable {
    private static final double WIDTH = 560;
    private static final double LABEL = 168;
    private static final double FIELD = 84;
    private static final List<String> REFERENCES =
            Preferences.REFERENCES.stream().map(spl -> spl + " dB SPL").toList();
    private static final Param SHOWN =
            new Param("spl", "Sound level", Unit.DECIBEL, new Range.Linear(40, 120), 83, Smoothing.NONE, false);

    private final Look look;
    private final Preferences preferences;
    private final MonitorPath path;
    private final ListeningLevel level;
    private final Label state = new Label();
    private final ControlModel shown;
    private final ControlModel knob;
    private final Button forget;
    private final ControlModel noise;
    private final ControlModel reference;
    private final Subscription followed;
    private String told = "";

    private ListeningLevelBox(Look look, Preferences preferences, MonitorPath path) {
        this.look = look;
        this.preferences = preferences;
        this.path = path;
        level = new ListeningLevel(preferences, path);
        shown = new ControlModel(
                SHOWN, "What your sound level meter shows", "In dB SPL, C-weighted and slow.", this::typed);
        shown.show(preferences.monitorReference().get());
        knob = new ControlModel(
                MonitorControls.LEVEL, "Monitor level", "How loud you listen. Never in the mix itself.", this::turned);
        forget = Buttons.of("Forget", Buttons.Kind.DEFAULT, () -> {
            level.forget();
            tell();
        });
        noise = noise();
        reference = reference();
        state.getStyleClass().add("hr-dialog-text");
        state.setWrapText(true);
        state.setMinHeight(Region.USE_PREF_SIZE);
        tell();
        followed = Subscription.combine(
                path.noise().subscribe(now -> noise.show(now.ordinal())), preferences.observe(this::follow)::run);
    }

    static void show(Tools tools, MonitorPath path) {
        Overlay overlay = tools.window().overlay();
        ListeningLevelBox box = new ListeningLevelBox(tools.look(), tools.preferences(), path);
        DialogCard card = new DialogCard(tools.look(), "Listening level", WIDTH);
        box.fill(card);
        card.button("Done", Buttons.Kind.PRIMARY, overlay::hide);
        overlay.show(card, Pos.CENTER, () -> {});
        // However it goes: answered, left, or with another dialog in its place.
        card.parentProperty().subscribe((before, now) -> {
            if (now == null) {
                box.close();
            }
        });
    }

    private void fill(DialogCard card) {
        SliderBar bar = new SliderBar(look, knob);
        HBox.setHgrow(bar, Priority.ALWAYS);
        SegmentedControl from = new SegmentedControl(look, noise, List.of("Off", "Left", "Right", "Both"), 64, 28);
        card.add(row("Monitor level", bar, new ValueField(look, knob, FIELD, 28, false)))
                .say(
                        "To know how loud that is: put a sound level meter where your head is, C-weighted and slow, play the"
                                + " noise from one loudspeaker after the other, and type what the meter shows. The noise reads 0 on a"
                                + " K-20 meter.")
                .add(
                        row("Pink noise", from),
                        row(
                                "The meter shows",
                                new ValueField(look, shown, FIELD, 28, false),
                                words("SPL"),
                                Buttons.of("Measured", Buttons.Kind.DEFAULT, this::measured),
                                forget),
                        state,
                        row(
                                "Reference level",
                                new ChoiceField(look, reference, REFERENCES, 132, 28),
                                Buttons.of("Go there", Buttons.Kind.DEFAULT, this::toReference)));
    }

    private ControlModel noise() {
        return new ControlModel(
                MonitorControls.NOISE,
                "Pink noise",
                "Takes the place of what plays. The mix, and all that is written, know nothing of it.",
                value -> path.noise().set(NoiseFrom.values()[(int) Math.round(value)]));
    }

    private ControlModel reference() {
        List<Integer> all = Preferences.REFERENCES;
        String[] options = all.stream().map(spl -> "spl" + spl).toArray(String[]::new);
        Param param = new Param(
                "reference", "Reference level", Unit.NONE, Range.Choice.of(options), 0, Smoothing.NONE, false);
        return new ControlModel(
                param,
                "Reference level",
                "As loud as the noise is to be from one loudspeaker: 83 to 85 in large rooms, 76 to 79 in small ones, 73 on a"
                        + " desk.",
                value -> preferences.monitorReference().set(all.get((int) Math.round(value))));
    }

    private void typed(double spl) {
        shown.show(spl);
    }

    private void turned(double db) {
        level.setLevel(db);
        tell();
    }

    private void measured() {
        level.calibrate(shown.value());
        tell();
    }

    private void toReference() {
        String said = level.toReference();
        tell();
        state.setText(said);
    }

    private void tell() {
        told = "";
        follow();
    }

    /// What was said of a wish stands until there is something else to say.
    private void follow() {
        knob.show(level.level());
        int chosen =
                Preferences.REFERENCES.indexOf(preferences.monitorReference().get());
        reference.show(Math.max(0, chosen));
        forget.setDisable(level.spl().isEmpty());
        String now = level.state();
        if (!now.equals(told)) {
            told = now;
            state.setText(now);
        }
    }

    @Override
    public void close() {
        followed.unsubscribe();
        path.noise().set(NoiseFrom.OFF);
    }

    private Label words(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("hr-sub");
        return label;
    }

    private Node row(String name, Node... controls) {
        Label label = new Label(name);
        label.getStyleClass().add("hr-preference");
        label.setMinWidth(look.px(LABEL));
        label.setPrefWidth(look.px(LABEL));
        HBox row = new HBox(look.px(12), label);
        row.getChildren().addAll(controls);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setFillHeight(false);
        row.setMinHeight(look.px(28));
        return row;
    }
}
