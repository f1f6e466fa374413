package studio.headroom.ui.master.deliver;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.headroom.mastering.deliver.DeliveryItem;
import studio.headroom.mastering.deliver.DeliveryPlan;
import studio.headroom.mastering.deliver.DeliverySet;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.export.Fields;
import studio.headroom.ui.export.JobForm;
import studio.headroom.ui.export.PlanView;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;

/// The form of a delivery: which files, where and under what names, with what in their tags.
final class DeliverForm extends JobForm {
    private final DeliverModel model;
    private final Function<Path, Optional<Path>> chooseFolder;
    private final ItemCards cards;
    private final VersionCards versions;
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
        super(look, model);
        this.model = model;
        this.chooseFolder = chooseFolder;
        setFields = new Fields(look);
        cards = new ItemCards(look, model);
        versions = new VersionCards(look, model);
        plan = new PlanView(look, model);
        updateSets();
        List<Node> left = new ArrayList<>(List.of(sets, keeping()));
        left.addAll(place());
        left.addAll(new EndFields(look, model, fields()).rows(heading("Beginning and end")));
        Label remembered = Fields.hint("written into every file, remembered with the song");
        left.addAll(List.of(heading("Tags"), remembered, new TagFields(look, model, fields(), chooseCover)));
        fill(left, cards, versions, plan);
    }

    @Override
    protected void update() {
        updateSets();
        setFields.update();
        super.update();
        cards.update();
        versions.update();
        plan.update();
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
        setFields = new Fields(look());
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
        fields().onUpdate(() -> {
            boolean own = chosen() >= DeliverySet.all().size() && chosen() < named().size();
            forget.setVisible(own);
            forget.setManaged(own);
        });
        return fields().line("", Fields.grown(name), keep, forget);
    }

    // ---- where ----

    private List<Node> place() {
        Button usual = Buttons.icon(
                look(),
                Icon.RESTORE,
                "The usual names",
                "Goes back to the names that the program comes with.",
                () -> model.change(choices -> choices.withPattern(DeliveryPlan.USUAL_NAME)));
        HBox names = fields().line(
                        "Names",
                        Fields.grown(fields().text(
                                        "Names of the files",
                                        DeliveryPlan.USUAL_NAME,
                                        () -> model.choices().pattern(),
                                        text -> model.change(choices -> choices.withPattern(text)))),
                        usual);
        names.setAlignment(Pos.CENTER_LEFT);
        return List.of(
                heading("Names and place"),
                folder(chooseFolder),
                names,
                Fields.hint("Filled in: {" + String.join("} {", DeliveryPlan.NAMES.words()) + "}"),
                fields().line(
                                "Version",
                                Fields.grown(fields().text(
                                                "Version",
                                                "Instrumental, Radio edit, …",
                                                () -> model.choices().version(),
                                                text -> model.change(choices -> choices.withVersion(text))))),
                fields().line(
                                "Report",
                                fields().toggle(
                                                "Report",
                                                "A page with figures and curves of every file, and the same for programs.",
                                                () -> model.choices().report(),
                                                on -> model.change(choices -> choices.withReport(on)),
                                                () -> ""),
                                Fields.hint("figures and curves of every file, as HTML and JSON")));
    }
}
