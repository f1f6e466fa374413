package studio.headroom.ui.master.codec;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.headroom.mastering.audition.Audition.Coded;
import studio.headroom.mastering.coded.CodedFormat;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;
import studio.headroom.ui.command.Commands;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.ChoiceField;
import studio.headroom.ui.control.SegmentedControl;
import studio.headroom.ui.master.TextButton;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.theme.Look;

/// The coded master in a small panel: as what the master is heard, which part of it, and how it stands. UI thread.
public final class CodedBar extends VBox implements AutoCloseable {
    /// In units, while a format is chosen.
    public static final double HEIGHT = 62;

    /// Without one.
    private static final double LOW = 40;

    private static final double ROOMY = 430;
    private static final double NARROW = 356;
    private static final double FIELD = 108;
    private static final double LEAST_FIELD = 80;

    private final Look look;
    private final CodedModel model;
    private final List<CodedFormat> formats;
    private final ControlModel format;
    private final ControlModel part;
    private final ControlModel raise;
    private final Label title = new Label("Hear as");
    private final ChoiceField field;
    private final SegmentedControl wide;
    private final SegmentedControl small;
    private final ChoiceField raises;
    private final Label words = new Label();
    private final TextButton act;
    private final HBox first = new HBox();
    private final HBox second = new HBox();
    private final InvalidationListener changed = observable -> update();
    private final InvalidationListener scaled = observable -> arrange();

    /// @param model stays open when this is closed
    /// @param commands tell the keys that flip
    public CodedBar(Look look, CodedModel model, Commands commands) {
        this.look = look;
        this.model = model;
        formats = CodedFormat.all();
        getStyleClass().add("hr-panel");
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText("Hear the master as a lossy format");
        format = control(
                "codedFormat",
                "Hear the master as",
                "The file that a delivery writes is made in the background and decoded; then you hear it in place of the"
                        + " master. It is made anew when the chain changes.",
                names(),
                this::choose);
        part = control(
                "codedPart",
                "Master, coded sound or difference",
                "What you hear: the master, what the format gives back, or only what the format changes."
                        + keys(commands),
                List.of("master", "coded", "difference"),
                value -> model.hear(Coded.values()[value]));
        raise = control(
                "codedRaise",
                "Raise the difference",
                "What a format changes is soft. It is raised by so much, and never above the master's own level.",
                CodedModel.RAISES.stream().map(db -> "raise" + db).toList(),
                value -> model.hearing().raiseDb().set(CodedModel.RAISES.get(value)));
        field = new ChoiceField(look, format, labels(), FIELD, 24);
        wide = new SegmentedControl(look, part, List.of("Master", "Coded", "Difference"), 76, 24);
        small = new SegmentedControl(look, part, List.of("Master", "Coded", "Diff."), 54, 24);
        raises = new ChoiceField(
                        look,
                        raise,
                        CodedModel.RAISES.stream()
                                .map(db -> db == 0 ? "as it is" : "+" + db + " dB")
                                .toList(),
                        56,
                        18)
                .bare(true);
        act = new TextButton(
                look, "", "Call off coding", "Calls off, or makes what was called off or failed.", this::act);
        title.getStyleClass().add("hr-title");
        title.setMinWidth(USE_PREF_SIZE);
        words.getStyleClass().add("hr-sub");
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        words.setTextOverrun(OverrunStyle.ELLIPSIS);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox.setHgrow(field, Priority.ALWAYS);
        Buttons.explainBy(words, () -> "Coded master", model::explanation);
        first.setAlignment(Pos.CENTER_LEFT);
        second.setAlignment(Pos.CENTER_LEFT);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(first, second);
        model.state().addListener(changed);
        model.sound().addListener(changed);
        model.format().addListener(changed);
        model.hearing().coded().addListener(changed);
        model.hearing().raiseDb().addListener(changed);
        look.percentProperty().addListener(scaled);
        widthProperty().addListener(scaled);
        arrange();
        update();
    }

    private interface Choice {
        void chosen(int index);
    }

    private static ControlModel control(
            String id, String name, String explanation, List<String> options, Choice choice) {
        Param param = new Param(
                id, name, Unit.NONE, Range.Choice.of(options.toArray(new String[0])), 0, Smoothing.NONE, false);
        ControlModel[] self = new ControlModel[1];
        ControlModel made =
                new ControlModel(param, name, explanation, _ -> choice.chosen((int) Math.round(self[0].value())));
        self[0] = made;
        return made;
    }

    private static String keys(Commands commands) {
        String flip = commands.keys().shown(CodedCommands.FLIP);
        String difference = commands.keys().shown(CodedCommands.DIFFERENCE);
        return flip.isEmpty() || difference.isEmpty()
                ? ""
                : " Keys: " + flip + " to what is coded and back, " + difference + " to the difference.";
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(List.of("none"));
        formats.forEach(each -> names.add(each.coding().id() + each.kilobits()));
        return names;
    }

    private List<String> labels() {
        List<String> labels = new ArrayList<>(List.of("Not coded"));
        formats.forEach(each -> labels.add(each.label()));
        return labels;
    }

    private void choose(int index) {
        model.choose(index == 0 ? null : formats.get(index - 1));
    }

    private void act() {
        if (model.state().get().kind() == CodedModel.Kind.MAKING) {
            model.cancel();
        } else {
            model.again();
        }
    }

    private void arrange() {
        double gap = look.px(8);
        setPadding(new Insets(look.px(7), look.px(12), look.px(6), look.px(12)));
        setSpacing(look.px(5));
        first.setSpacing(gap);
        second.setSpacing(gap);
        double width = getWidth() == 0 ? look.px(ROOMY) : getWidth();
        field.setMinWidth(look.px(LEAST_FIELD));
        Region parts = width < look.px(NARROW) ? small : wide;
        parts.setMinWidth(USE_PREF_SIZE);
        List<Node> row = new ArrayList<>(List.of(field, parts));
        if (width >= look.px(ROOMY)) {
            row.addFirst(title);
        }
        if (!first.getChildren().equals(row)) {
            first.getChildren().setAll(row);
        }
        second.setMinHeight(look.px(18));
        update();
    }

    private void update() {
        @Nullable CodedFormat chosen = model.format().get();
        format.show(chosen == null ? 0 : formats.indexOf(chosen) + 1);
        Coded heard = model.hearing().coded().get();
        part.show(heard.ordinal());
        raise.show(CodedModel.RAISES.indexOf(
                (int) Math.round(model.hearing().raiseDb().get())));
        CodedModel.Kind kind = model.state().get().kind();
        words.setText(model.words());
        words.setAccessibleText((chosen == null ? "" : chosen.label() + ", ") + model.words());
        List<Node> row = new ArrayList<>(List.of(words));
        boolean acts =
                kind == CodedModel.Kind.MAKING || kind == CodedModel.Kind.CANCELED || kind == CodedModel.Kind.FAILED;
        if (acts) {
            act.say(kind == CodedModel.Kind.MAKING ? "Cancel" : "Try again");
            act.setAccessibleText(kind == CodedModel.Kind.MAKING ? "Call off coding" : "Code the master again");
            row.add(act);
        } else if (heard == Coded.DIFFERENCE) {
            row.add(raises);
        }
        if (!second.getChildren().equals(row)) {
            second.getChildren().setAll(row);
        }
        second.setVisible(chosen != null);
        second.setManaged(chosen != null);
        double height = look.px(chosen == null ? LOW : HEIGHT);
        setMinHeight(height);
        setPrefHeight(height);
    }

    /// Listens no longer.
    @Override
    public void close() {
        model.state().removeListener(changed);
        model.sound().removeListener(changed);
        model.format().removeListener(changed);
        model.hearing().coded().removeListener(changed);
        model.hearing().raiseDb().removeListener(changed);
        look.percentProperty().removeListener(scaled);
    }
}
