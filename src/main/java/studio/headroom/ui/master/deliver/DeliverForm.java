package studio.headroom.ui.master.deliver;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.headroom.mastering.deliver.DeliveryItem;
import studio.headroom.mastering.deliver.DeliveryPlan;
import studio.headroom.mastering.deliver.DeliverySet;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.export.Fields;
import studio.headroom.ui.export.PlanView;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;

/// The form of a delivery: which files, where and under what names, with what in their tags.
final class DeliverForm extends HBox {
    private static final double COLUMN = 420;
    private static final double FIELD = 320;

    private final Look look;
    private final DeliverModel model;
    private final Function<Path, Optional<Path>> chooseFolder;
    private final Fields fields;
    private final ItemCards cards;
    private final PlanView plan;
    private final VBox sets = new VBox();
    private List<String> shownSets = List.of();
    private Fields setFields;

    /// @param chooseFolder lets a person choose a folder, beginning at one
    /// @param chooseCover lets a person choose a picture, beginning in a folder
    DeliverForm(
            Look look,
            DeliverModel model,
            Function<Path, Optional<Path>> chooseFolder,
            Supplier<Optional<Path>> chooseCover) {
        this.look = look;
        this.model = model;
        this.chooseFolder = chooseFolder;
        fields = new Fields(look);
        setFields = new Fields(look);
        cards = new ItemCards(look, model);
        plan = new PlanView(look, model);
        VBox left = column(new VBox(look.px(8)));
        updateSets();
        left.getChildren().addAll(sets, keeping());
        left.getChildren().addAll(place());
        Label tags = gap(fields.heading("Tags"));
        Label remembered = Fields.hint("written into every file, remembered with the song");
        left.getChildren().addAll(tags, remembered, new TagFields(look, model, fields, chooseCover));
        VBox right = column(new VBox(look.px(16), cards, plan));
        setSpacing(look.px(24));
        setFillHeight(false);
        setPadding(new Insets(look.px(3), look.px(12), look.px(4), look.px(3)));
        getChildren().addAll(left, right);
        model.observe(this::update);
    }

    private VBox column(VBox column) {
        column.setPrefWidth(look.px(COLUMN));
        column.setMinWidth(look.px(COLUMN));
        return column;
    }

    private void update() {
        updateSets();
        setFields.update();
        fields.update();
        cards.update();
        plan.update();
    }

    private Label gap(Label heading) {
        heading.setPadding(new Insets(look.px(8), 0, 0, 0));
        return heading;
    }

    // ---- sets ----

    private record Named(String name, List<DeliveryItem> items) {}

    private List<Named> named() {
        List<Named> all = new ArrayList<>();
        DeliverySet.all().forEach(set -> all.add(new Named(set.label(), set.items())));
        model.choices().own().forEach((name, items) -> all.add(new Named(name, items)));
        return all;
    }

    private int chosen() {
        List<Named> all = named();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).items.equals(model.choices().items())) {
                return i;
            }
        }
        return all.size();
    }

    /// The list of sets is made anew where there are others.
    private void updateSets() {
        List<String> names = new ArrayList<>(named().stream().map(Named::name).toList());
        names.add("Your own choice");
        if (names.equals(shownSets)) {
            return;
        }
        shownSets = names;
        setFields = new Fields(look);
        HBox line = setFields.line(
                "Set",
                setFields.choice(
                        "Set",
                        "Files that are often wanted together. Choosing one brings its files in the place of those below.",
                        names,
                        FIELD,
                        this::chosen,
                        chosen -> {
                            List<Named> all = named();
                            if (chosen < all.size()) {
                                model.change(choices -> choices.withItems(all.get(chosen).items));
                            }
                        }));
        sets.getChildren().setAll(line);
    }

    /// Keeps the files under a name of one's own, or forgets such a set.
    private Node keeping() {
        TextField name = new TextField();
        name.setPromptText("Name of a set of your own");
        name.setAccessibleText("Name of a set of your own");
        name.setMinWidth(0);
        Button keep = Buttons.of("Keep", Buttons.Kind.DEFAULT, () -> {
            String called = name.getText().strip();
            if (!called.isEmpty()) {
                model.change(choices -> choices.withOwn(called));
                name.clear();
            }
        });
        keep.setAccessibleText("Keep these files as a set");
        keep.setMinWidth(USE_PREF_SIZE);
        keep.disableProperty().bind(name.textProperty().map(String::isBlank));
        Button forget = Buttons.of("Forget", Buttons.Kind.GHOST, () -> {
            List<Named> all = named();
            int at = chosen();
            if (at < all.size()) {
                model.change(choices -> choices.withoutOwn(all.get(at).name));
            }
        });
        forget.setAccessibleText("Forget this set");
        forget.setMinWidth(USE_PREF_SIZE);
        fields.onUpdate(() -> {
            boolean own = chosen() >= DeliverySet.all().size() && chosen() < named().size();
            forget.setVisible(own);
            forget.setManaged(own);
        });
        return fields.line("", Fields.grown(name), keep, forget);
    }

    // ---- where ----

    private List<Node> place() {
        Label path = new Label();
        path.getStyleClass().add("hr-sub");
        path.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        path.setMinWidth(0);
        path.setPrefWidth(0);
        fields.onUpdate(() -> path.setText(model.folder().toString()));
        Button choose = Buttons.of(
                "Choose…",
                Buttons.Kind.DEFAULT,
                () -> chooseFolder.apply(model.folder()).ifPresent(model::setFolder));
        choose.setAccessibleText("Choose the folder");
        choose.setMinWidth(USE_PREF_SIZE);
        Button usual = Buttons.icon(
                look,
                Icon.RESTORE,
                "The usual names",
                "Goes back to the names that the program comes with.",
                () -> model.change(choices -> choices.withPattern(DeliveryPlan.USUAL_NAME)));
        HBox names = fields.line(
                "Names",
                Fields.grown(fields.text(
                        "Names of the files",
                        DeliveryPlan.USUAL_NAME,
                        () -> model.choices().pattern(),
                        text -> model.change(choices -> choices.withPattern(text)))),
                usual);
        names.setAlignment(Pos.CENTER_LEFT);
        return List.of(
                gap(fields.heading("Names and place")),
                fields.line("Folder", Fields.grown(path), choose),
                names,
                Fields.hint("Filled in: {" + String.join("} {", DeliveryPlan.NAMES.words()) + "}"),
                fields.line(
                        "Version",
                        Fields.grown(fields.text(
                                "Version",
                                "Instrumental, Radio edit, …",
                                () -> model.choices().version(),
                                text -> model.change(choices -> choices.withVersion(text))))),
                fields.line(
                        "Report",
                        fields.toggle(
                                "Report",
                                "A page with figures and curves of every file, and the same for programs.",
                                () -> model.choices().report(),
                                on -> model.change(choices -> choices.withReport(on)),
                                () -> ""),
                        Fields.hint("figures and curves of every file, as HTML and JSON")));
    }
}
