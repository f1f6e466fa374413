package studio.headroom.ui.master.deliver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.headroom.mastering.Coding;
import studio.headroom.mastering.Level;
import studio.headroom.mastering.OutputFormat;
import studio.headroom.mastering.deliver.DeliveryItem;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.export.Fields;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;

/// The files of a delivery, a card each, and the button that adds one.
final class ItemCards extends VBox {
    private static final List<String> DITHERS =
            List.of("No dither", "TPDF dither", "Shaped dither", "Shaped, gentle", "Shaped, strong");

    private final Look look;
    private final DeliverModel model;
    private final VBox cards = new VBox();
    private final Button add;
    /// What cards are made for: another coding or level has other controls.
    private List<Object> shown = List.of();
    private final Set<Integer> open = new HashSet<>();

    private Fields fields;

    ItemCards(Look look, DeliverModel model) {
        this.look = look;
        this.model = model;
        fields = new Fields(look);
        add = Buttons.of(look, Icon.PLUS, "Add a file", Buttons.Kind.GHOST, model::add);
        add.setMinWidth(USE_PREF_SIZE);
        setSpacing(look.px(8));
        cards.setSpacing(look.px(8));
        HBox head = new HBox(Fields.grown(fields.heading("Files to make")), add);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, cards);
        update();
    }

    /// Shows what the model says by now.
    void update() {
        List<Object> now = new ArrayList<>();
        for (DeliverChoices.Row row : model.choices().rows()) {
            DeliveryItem item = row.item();
            now.add(List.of(item.coding(), LevelChoice.of(item), LevelChoice.ceilings(item)));
        }
        add.setDisable(!model.canAdd());
        if (now.equals(shown)) {
            fields.update();
            return;
        }
        int focused = focused();
        if (now.size() != shown.size()) {
            open.clear();
        }
        shown = now;
        make();
        if (focused >= 0 && !cards.getChildren().isEmpty()) {
            Node card = cards.getChildren()
                    .get(Math.min(focused, cards.getChildren().size() - 1));
            ((HBox) ((VBox) card).getChildren().getFirst())
                    .getChildren()
                    .getFirst()
                    .requestFocus();
        }
    }

    private void make() {
        fields = new Fields(look);
        List<Node> made = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            made.add(card(i));
        }
        cards.getChildren().setAll(made);
    }

    /// The card that has the focus, or -1.
    private int focused() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        for (Node node = owner; node != null; node = node.getParent()) {
            if (node.getParent() == cards) {
                return cards.getChildren().indexOf(node);
            }
        }
        return -1;
    }

    private DeliverChoices.Row row(int index) {
        List<DeliverChoices.Row> rows = model.choices().rows();
        return rows.get(Math.min(index, rows.size() - 1));
    }

    private DeliveryItem item(int index) {
        return row(index).item();
    }

    // ---- a card ----

    private Node card(int index) {
        String which = "File " + (index + 1);
        Node on = fields.toggle(
                which, "Whether it is made.", () -> row(index).on(), now -> model.switchOn(index, now), () -> "");
        ToggleButton more = Buttons.toggle(
                look, Icon.DOTS_VERTICAL, which + ", more", "A title and a version that this file alone has.");
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
        Node remove = Buttons.icon(look, Icon.CLOSE, "Remove file " + (index + 1), "", () -> model.remove(index));
        HBox first = new HBox(look.px(8), on, Fields.grown(coding(index, which)), rate(index, which), more, remove);
        Coding coding = item(index).coding();
        HBox second = new HBox(
                look.px(8),
                Fields.grown(level(index, which)),
                ceiling(index, which),
                coding.lossy() ? kilobits(index, which) : dither(index, which));
        for (HBox line : List.of(first, second)) {
            line.setAlignment(Pos.CENTER_LEFT);
            line.setFillHeight(false);
        }
        Label expected = Fields.hint("");
        fields.onUpdate(() -> {
            String words = model.expectation(item(index));
            expected.setText(!row(index).on() ? "Not made" : words.isEmpty() ? "" : "Expected: " + words);
            show(expected, !expected.getText().isEmpty());
        });
        VBox card = new VBox(look.px(8), first, second, expected, own);
        card.getStyleClass().add("hr-card");
        card.setPadding(new Insets(look.px(8)));
        fields.onUpdate(() -> List.of(second, expected)
                .forEach(node -> node.setOpacity(row(index).on() ? 1 : 0.5)));
        return card;
    }

    private static void show(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }

    private Node coding(int index, String which) {
        return fields.choice(
                which + " format",
                "What the file is. 32-bit float keeps everything; 24-bit is what shops ask for; MP3 and Opus are small.",
                Arrays.stream(Coding.values()).map(Coding::words).toList(),
                136,
                () -> item(index).coding().ordinal(),
                chosen -> model.changeItem(index, item -> item.withCoding(Coding.values()[chosen])));
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
        return fields.choice(
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
        return fields.choice(
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
        return fields.choice(
                which + " ceiling",
                "The highest true peak of the file as a player decodes it. It is measured, and the file made again until"
                        + " it holds.",
                all.stream().map(LevelChoice::ceilingWords).toList(),
                100,
                () -> all.indexOf(item(index).level().ceiling()),
                chosen -> model.changeItem(
                        index,
                        item -> item.withLevel(LevelChoice.withCeiling(item.level(), all.get(chosen)), item.target())),
                () -> item(index).level() instanceof Level.Exactly ? "the chain is left exactly as it is" : "");
    }

    private Node dither(int index, String which) {
        return fields.choice(
                which + " dither",
                "Noise below hearing that hides the steps of integer samples; the last thing that is done. Shaped noise lies"
                        + " where the ear is dull.",
                DITHERS,
                124,
                () -> item(index).dither().ordinal(),
                chosen -> model.changeItem(index, item -> item.withDither(OutputFormat.Dither.values()[chosen])),
                () -> item(index).coding().withoutDither());
    }

    private Node kilobits(int index, String which) {
        List<Integer> all = item(index).coding().kilobits();
        return fields.choice(
                which + " bit rate",
                "More is better and larger.",
                all.stream().map(kilobits -> kilobits + " kbit/s").toList(),
                124,
                () -> all.indexOf(item(index).kilobits()),
                chosen -> model.changeItem(index, item -> item.withKilobits(all.get(chosen))));
    }

    private Node own(int index, String which) {
        HBox line = new HBox(
                look.px(8),
                Fields.grown(fields.text(
                        which + " title",
                        "Title, as the song",
                        () -> item(index).tags().getOrDefault("title", ""),
                        text -> ownTitle(index, text))),
                Fields.grown(fields.text(
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
