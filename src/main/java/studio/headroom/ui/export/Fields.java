package studio.headroom.ui.export;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;
import studio.headroom.ui.control.ChoiceField;
import studio.headroom.ui.control.SegmentedControl;
import studio.headroom.ui.control.Switch;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.theme.Look;

/// Fields of a form that show what a model says whenever [#update()] is called.
public final class Fields {
    private static final double LABEL = 92;

    private final Look look;
    private final List<Runnable> updates = new ArrayList<>();
    private int number;

    public Fields(Look look) {
        this.look = look;
    }

    /// Shows what the model says by now.
    public void update() {
        updates.forEach(Runnable::run);
    }

    public void onUpdate(Runnable update) {
        updates.add(update);
        update.run();
    }

    private ControlModel options(
            String name, String explanation, List<String> words, IntSupplier chosen, IntConsumer take) {
        String[] ids = new String[words.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = "option" + i;
        }
        Param param = new Param("field" + number++, name, Unit.NONE, Range.Choice.of(ids), 0, Smoothing.NONE, false);
        ControlModel model = new ControlModel(param, name, explanation, value -> take.accept((int) Math.round(value)));
        onUpdate(() -> model.show(Math.max(0, chosen.getAsInt())));
        return model;
    }

    /// A list of options.
    ///
    /// @param width in units
    /// @param reason why it cannot be chosen, completing "not available: …"; empty where it can
    public ChoiceField choice(
            String name,
            String explanation,
            List<String> words,
            double width,
            IntSupplier chosen,
            IntConsumer take,
            Supplier<String> reason) {
        ControlModel model = options(name, explanation, words, chosen, take);
        onUpdate(() -> model.setDisabledReason(reason.get().isEmpty() ? null : reason.get()));
        return new ChoiceField(look, model, words, width, 28);
    }

    public ChoiceField choice(
            String name, String explanation, List<String> words, double width, IntSupplier chosen, IntConsumer take) {
        return choice(name, explanation, words, width, chosen, take, () -> "");
    }

    /// A few options side by side.
    ///
    /// @param width of one, in units
    public SegmentedControl segments(
            String name, String explanation, List<String> words, double width, IntSupplier chosen, IntConsumer take) {
        ControlModel model = options(name, explanation, words, chosen, take);
        model.setWords(value -> words.get((int) Math.round(value)));
        return new SegmentedControl(look, model, words, width, 28);
    }

    public Switch toggle(
            String name, String explanation, BooleanSupplier on, Consumer<Boolean> take, Supplier<String> reason) {
        Param param = new Param("field" + number++, name, Unit.NONE, new Range.Toggle(), 0, Smoothing.NONE, false);
        ControlModel model = new ControlModel(param, name, explanation, value -> take.accept(value >= 0.5));
        onUpdate(() -> {
            model.show(on.getAsBoolean() ? 1 : 0);
            model.setDisabledReason(reason.get().isEmpty() ? null : reason.get());
        });
        return new Switch(look, model);
    }

    /// A line of text.
    public TextField text(String name, String prompt, Supplier<String> shown, Consumer<String> take) {
        TextField field = new TextField(shown.get());
        field.setAccessibleText(name);
        field.setPromptText(prompt);
        field.setPrefColumnCount(8);
        field.setMinWidth(0);
        field.textProperty().addListener((observable, before, now) -> take.accept(now));
        onUpdate(() -> {
            if (!field.isFocused() && !field.getText().equals(shown.get())) {
                field.setText(shown.get());
            }
        });
        return field;
    }

    /// A word with what belongs to it.
    public HBox line(String word, Node... nodes) {
        Label label = new Label(word);
        label.getStyleClass().add("hr-preference");
        label.setMinWidth(look.px(LABEL));
        label.setPrefWidth(look.px(LABEL));
        HBox line = new HBox(look.px(8), label);
        line.getChildren().addAll(nodes);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setFillHeight(false);
        line.setMinHeight(look.px(28));
        return line;
    }

    public Label heading(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("hr-title");
        return label;
    }

    /// Small words that may break into several lines.
    public static Label hint(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("hr-sub");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    public static <N extends Node> N grown(N node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        if (node instanceof Region region) {
            region.setMaxWidth(Double.MAX_VALUE);
        }
        return node;
    }
}
