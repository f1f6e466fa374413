package studio.headroom.ui.preferences;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.headroom.engine.output.OutputInfo;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.ChoiceField;
import studio.headroom.ui.control.Switch;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Theme;

/// The preferences, a row each. What is chosen holds at once: sound goes on through the other device, the window takes
/// the other scale and the other theme.
public final class PreferencesView extends VBox {
    private static final double FIELD = 280;
    private static final double LABEL = 168;
    private static final int RATE = 48_000;

    private final Look look;
    private final Preferences preferences;
    private final StackPane device = new StackPane();
    private final Label latency = new Label();

    /// @param chooseFolder lets a person choose a folder, beginning at one
    public PreferencesView(Look look, Preferences preferences, Function<Path, Optional<Path>> chooseFolder) {
        this.look = look;
        this.preferences = preferences;
        setSpacing(look.px(12));
        Label looking = new Label("Looking for outputs…");
        looking.getStyleClass().add("hr-sub");
        device.getChildren().setAll(looking);
        device.setAlignment(Pos.CENTER_LEFT);
        device.setPrefWidth(look.px(FIELD));
        device.setMinHeight(look.px(28));
        latency.getStyleClass().add("hr-sub");
        latency.setWrapText(true);
        latency.setMaxWidth(look.px(FIELD));
        latency.setMinHeight(USE_PREF_SIZE);
        latency.managedProperty().bind(latency.textProperty().isNotEmpty());
        getChildren()
                .addAll(
                        heading("Sound"),
                        row("Output", device),
                        row(
                                "Buffer",
                                new VBox(
                                        look.px(4),
                                        numbers(
                                                "block",
                                                "Buffer",
                                                "Small buffers follow a hand faster; large ones forgive a busy machine.",
                                                Preferences.BLOCKS,
                                                PreferencesView::block,
                                                preferences.block()),
                                        latency)),
                        row(
                                "Stop returns to start",
                                toggle(
                                        "returns",
                                        "Stop returns to start",
                                        "Stopping goes back to where playing began.",
                                        preferences.returnsToStart())),
                        row(
                                "Pre-roll",
                                numbers(
                                        "preRoll",
                                        "Pre-roll",
                                        "Playing begins so many bars before the playhead.",
                                        Preferences.PRE_ROLLS,
                                        bars -> bars == 0 ? "none" : bars + (bars == 1 ? " bar" : " bars"),
                                        preferences.preRollBars())),
                        heading("Screen"),
                        row(
                                "Scale",
                                numbers(
                                        "scale",
                                        "Scale",
                                        "The size of everything on the screen.",
                                        Look.PERCENTS,
                                        percent -> percent + " %",
                                        preferences.percent())),
                        row("Theme", theme()),
                        row(
                                "Reduce motion",
                                toggle(
                                        "motion",
                                        "Reduce motion",
                                        "Nothing eases and nothing blinks.",
                                        preferences.reducedMotion())),
                        heading("Files"),
                        row("New songs go to", folder(chooseFolder)),
                        row(
                                "Keep unsaved work every",
                                numbers(
                                        "autosave",
                                        "Keep unsaved work every",
                                        "After a crash at most that much is gone. Songs opened from now on.",
                                        Preferences.AUTOSAVE_SECONDS,
                                        seconds -> seconds == 1 ? "second" : seconds + " seconds",
                                        preferences.autosaveSeconds())),
                        row(
                                "Backups of a song",
                                numbers(
                                        "backups",
                                        "Backups of a song",
                                        "So many earlier saves stay in the folder “backups” of each song. From the next"
                                                + " save on.",
                                        Preferences.BACKUPS,
                                        count -> "the last " + count,
                                        preferences.backups())),
                        row(
                                "Mix prints of a song",
                                numbers(
                                        "prints",
                                        "Mix prints of a song",
                                        "So many prints stay in the folder “prints” of each song. The oldest goes when a"
                                                + " new one is complete; those that you keep, work on or brought from"
                                                + " elsewhere stay.",
                                        Preferences.PRINTS,
                                        count -> "the last " + count,
                                        preferences.prints())),
                        row(
                                "Undo",
                                numbers(
                                        "undo",
                                        "Undo",
                                        "So many steps can be taken back while a song is open. Songs opened from now"
                                                + " on.",
                                        Preferences.UNDO_STEPS,
                                        count -> String.format(Locale.ENGLISH, "%,d steps", count),
                                        preferences.undoSteps())),
                        row(
                                "Begin with the last song",
                                toggle(
                                        "last",
                                        "Begin with the last song",
                                        "Instead of the start page. From the next start on.",
                                        preferences.opensLast())));
    }

    private static String block(int frames) {
        return frames + " samples · " + Math.round(10_000.0 * frames / RATE) / 10.0 + " ms at 48 kHz";
    }

    /// Shows how long it takes from a move of a control until it is heard.
    ///
    /// @param words below the buffer; empty while nothing plays
    public void followLatency(ObservableValue<String> words) {
        latency.textProperty().bind(words);
    }

    /// Shows the outputs there are, which are found in the background.
    public void showOutputs(List<OutputInfo> outputs) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("default", "The system's output");
        outputs.forEach(output -> names.putIfAbsent(output.id(), output.name()));
        names.putIfAbsent(preferences.device().get(), preferences.device().get() + " (not there)");
        if (names.size() < 2) {
            return;
        }
        List<String> ids = new ArrayList<>(names.keySet());
        ChoiceField field = choice(
                "device",
                "Output",
                "Where the song is heard. It is switched while it plays.",
                new ArrayList<>(names.values()),
                ids.indexOf(preferences.device().get()),
                index -> preferences.device().set(ids.get(index)));
        device.getChildren().setAll(field);
    }

    private Node theme() {
        List<Theme> themes = List.of(Theme.values());
        return choice(
                "theme",
                "Theme",
                "The colors of everything on the screen.",
                themes.stream().map(Theme::words).toList(),
                themes.indexOf(preferences.theme().get()),
                index -> preferences.theme().set(themes.get(index)));
    }

    private Node heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("hr-title");
        return label;
    }

    private Node row(String name, Node control) {
        Label label = new Label(name);
        label.getStyleClass().add("hr-preference");
        label.setMinWidth(look.px(LABEL));
        label.setPrefWidth(look.px(LABEL));
        HBox row = new HBox(look.px(12), label, control);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setFillHeight(false);
        row.setMinHeight(look.px(28));
        return row;
    }

    private ChoiceField numbers(
            String id,
            String name,
            String explanation,
            List<Integer> values,
            IntFunction<String> words,
            IntegerProperty property) {
        return choice(
                id,
                name,
                explanation,
                values.stream().map(value -> words.apply(value)).toList(),
                values.indexOf(property.get()),
                index -> property.set(values.get(index)));
    }

    private ChoiceField choice(
            String id, String name, String explanation, List<String> words, int chosen, Consumer<Integer> take) {
        String[] options = new String[words.size()];
        for (int i = 0; i < options.length; i++) {
            options[i] = "option" + i;
        }
        Param param = new Param(id, name, Unit.NONE, Range.Choice.of(options), 0, Smoothing.NONE, false);
        ControlModel model = new ControlModel(param, name, explanation, value -> take.accept((int) Math.round(value)));
        model.show(Math.max(0, chosen));
        ChoiceField field = new ChoiceField(look, model, words, FIELD, 28);
        HBox.setHgrow(field, Priority.NEVER);
        field.setMaxWidth(USE_PREF_SIZE);
        return field;
    }

    private Node toggle(String id, String name, String explanation, BooleanProperty property) {
        Param param = new Param(id, name, Unit.NONE, new Range.Toggle(), 0, Smoothing.NONE, false);
        ControlModel model = new ControlModel(param, name, explanation, value -> property.set(value >= 0.5));
        model.show(property.get() ? 1 : 0);
        return new Switch(look, model);
    }

    private Node folder(Function<Path, Optional<Path>> choose) {
        Label path = new Label(preferences.songs().get().toString());
        path.getStyleClass().add("hr-sub");
        path.setTextOverrun(javafx.scene.control.OverrunStyle.LEADING_ELLIPSIS);
        path.setMinWidth(0);
        path.setPrefWidth(look.px(FIELD - 96));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(
                look.px(8),
                path,
                gap,
                Buttons.of(
                        "Choose…",
                        Buttons.Kind.DEFAULT,
                        () -> choose.apply(preferences.songs().get()).ifPresent(chosen -> {
                            preferences.songs().set(chosen);
                            path.setText(chosen.toString());
                        })));
        row.setAlignment(Pos.CENTER_LEFT);
        row.setPrefWidth(look.px(FIELD));
        return row;
    }
}
