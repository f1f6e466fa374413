package studio.headroom.ui.master.deliver;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.headroom.mastering.Coding;
import studio.headroom.mastering.Level;
import studio.headroom.mastering.deliver.DeliveryItem;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.export.CardList;
import studio.headroom.ui.export.CodingFields;
import studio.headroom.ui.export.Fields;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;

/// The files of a delivery, a card each, and the button that adds one.
final class ItemCards extends CardList {
    private final DeliverModel model;
    private final Set<Integer> open = new HashSet<>();

    ItemCards(Look look, DeliverModel model) {
        super(look, "Files to make", "Add a file", model::add);
        this.model = model;
        update();
    }

    /// Another coding or level has other controls.
    @Override
    protected List<Object> kinds() {
        List<Object> kinds = new ArrayList<>();
        for (DeliverChoices.Row row : model.choices().rows()) {
            DeliveryItem item = row.item();
            kinds.add(List.of(item.coding(), LevelChoice.of(item), LevelChoice.ceilings(item)));
        }
        return kinds;
    }

    @Override
    protected boolean canAdd() {
        return model.canAdd();
    }

    @Override
    public void update() {
        if (model.choices().rows().size() != size()) {
            open.clear();
        }
        super.update();
    }

    private DeliverChoices.Row row(int index) {
        List<DeliverChoices.Row> rows = model.choices().rows();
        return rows.get(Math.min(index, rows.size() - 1));
    }

    private DeliveryItem item(int index) {
        return row(index).item();
    }

    // ---- a card ----

    @Override
    protected Node card(int index) {
        String which = "File " + (index + 1);
        Node on = fields().toggle(
                        which,
                        "Whether it is made.",
                        () -> row(index).on(),
                        now -> model.switchOn(index, now),
                        () -> "");
        ToggleButton more = Buttons.toggle(
                look(), Icon.DOTS_VERTICAL, which + ", more", "A title and a version that this file alone has.");
        more.setSelected(open.contains(index));
        Node own = own(index, which);
        show(own, more.isSelected());
        more.selectedProperty().addListener((observable, before, now) -> {
            show(own, now);
            if (now) {
                open.add(index);
            } else {
                open.remove(index);
            }
        });
        Node remove = Buttons.icon(look(), Icon.CLOSE, "Remove file " + (index + 1), "", () -> model.remove(index));
        HBox first = new HBox(look().px(8), on, Fields.grown(coding(index, which)), rate(index, which), more, remove);
        Coding coding = item(index).coding();
        HBox second = new HBox(
                look().px(8),
                Fields.grown(level(index, which)),
                ceiling(index, which),
                coding.lossy() ? kilobits(index, which) : dither(index, which));
        Label expected = Fields.hint("");
        fields().onUpdate(() -> {
            String words = model.expectation(item(index));
            expected.setText(!row(index).on() ? "Not made" : words.isEmpty() ? "" : "Expected: " + words);
            show(expected, !expected.getText().isEmpty());
        });
        VBox card = lines(first, second);
        card.getChildren().addAll(expected, own);
        fields().onUpdate(() -> List.of(second, expected)
                .forEach(node -> node.setOpacity(row(index).on() ? 1 : 0.5)));
        return card;
    }

    private static void show(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }

    private Node coding(int index, String which) {
        return CodingFields.kind(
                fields(),
                which + " format",
                136,
                () -> item(index).coding(),
                chosen -> model.changeItem(index, item -> item.withCoding(chosen)));
    }

    private Node rate(int index, String which) {
        List<Integer> rates = item(index).coding().rates();
        if (rates.size() == 1) {
            Label only = Fields.hint("48 kHz");
            only.setMinWidth(Region.USE_PREF_SIZE);
            return only;
        }
        List<String> words = rates.stream()
                .map(rate -> rate != 0 ? Coding.kilohertz(rate) : "As the print")
                .toList();
        return fields().choice(
                        which + " sample rate",
                        "The rate is converted before the limiter, so that nothing raises peaks after it. A rate above that of the"
                                + " print adds nothing.",
                        words,
                        116,
                        () -> rates.indexOf(item(index).rate()),
                        chosen -> model.changeItem(index, item -> item.withRate(rates.get(chosen))));
    }

    private Node level(int index, String which) {
        List<LevelChoice> all = LevelChoice.of(item(index));
        return fields().choice(
                        which + " loudness",
                        "As set is the master as you hear it. A destination or a loudness is reached by more or less into the limiter;"
                                + " without limiting, the peak is brought to the ceiling by gain alone, as vinyl asks for.",
                        all.stream().map(LevelChoice::words).toList(),
                        150,
                        () -> LevelChoice.index(LevelChoice.of(item(index)), item(index)),
                        chosen -> model.changeItem(
                                index,
                                item -> item.withLevel(
                                        all.get(chosen).level(), all.get(chosen).target())));
    }

    private Node ceiling(int index, String which) {
        List<OptionalDouble> all = LevelChoice.ceilings(item(index));
        return fields().choice(
                        which + " ceiling",
                        "The highest true peak of the file as a player decodes it. It is measured, and the file made again until"
                                + " it holds.",
                        all.stream().map(LevelChoice::ceilingWords).toList(),
                        100,
                        () -> all.indexOf(item(index).level().ceiling()),
                        chosen -> model.changeItem(
                                index,
                                item -> item.withLevel(
                                        LevelChoice.withCeiling(item.level(), all.get(chosen)), item.target())),
                        () -> item(index).level() instanceof Level.Exactly ? "the chain is left exactly as it is" : "");
    }

    private Node dither(int index, String which) {
        return CodingFields.dither(
                fields(),
                which + " dither",
                124,
                () -> item(index).coding(),
                () -> item(index).dither(),
                chosen -> model.changeItem(index, item -> item.withDither(chosen)));
    }

    private Node kilobits(int index, String which) {
        return CodingFields.kilobits(
                fields(),
                which + " bit rate",
                124,
                item(index).coding(),
                () -> item(index).kilobits(),
                chosen -> model.changeItem(index, item -> item.withKilobits(chosen)));
    }

    private Node own(int index, String which) {
        HBox line = new HBox(
                look().px(8),
                Fields.grown(fields().text(
                                which + " title",
                                "Title, as the song",
                                () -> item(index).tags().getOrDefault("title", ""),
                                text -> ownTitle(index, text))),
                Fields.grown(fields().text(
                                which + " version",
                                "Version, such as Instrumental",
                                () -> item(index).version(),
                                text -> model.changeItem(index, item -> item.withVersion(text.strip())))));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void ownTitle(int index, String text) {
        model.changeItem(index, item -> {
            SortedMap<String, String> tags = new TreeMap<>(item.tags());
            if (text.isBlank()) {
                tags.remove("title");
            } else {
                tags.put("title", text.strip());
            }
            return item.withTags(tags);
        });
    }
}
