package studio.headroom.ui.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.headroom.mastering.Coding;
import studio.headroom.mastering.OutputFormat;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;

/// The formats that are written, a card each, and the button that adds one.
final class FormatCards extends VBox {
    private static final List<String> DITHERS =
            List.of("No dither", "TPDF dither", "Shaped dither", "Shaped, gentle", "Shaped, strong");

    private final Look look;
    private final ExportModel model;
    private final VBox cards = new VBox();
    private final Button add;
    private List<Coding> shown = List.of();
    private Fields fields;

    FormatCards(Look look, ExportModel model) {
        this.look = look;
        this.model = model;
        fields = new Fields(look);
        add = Buttons.of(look, Icon.PLUS, "Add a format", Buttons.Kind.GHOST, model::addFormat);
        add.setMinWidth(USE_PREF_SIZE);
        setSpacing(look.px(8));
        cards.setSpacing(look.px(8));
        HBox.setHgrow(cards, javafx.scene.layout.Priority.ALWAYS);
        Label title = fields.heading("Formats");
        HBox head = new HBox(Fields.grown(title), add);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, cards);
        update();
    }

    /// Shows what the model says by now.
    void update() {
        List<Coding> now =
                model.choices().formats().stream().map(ExportFormat::coding).toList();
        add.setDisable(!model.canAddFormat());
        if (now.equals(shown)) {
            fields.update();
            return;
        }
        int focused = focused();
        shown = now;
        fields = new Fields(look);
        List<Node> made = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            made.add(card(i));
        }
        cards.getChildren().setAll(made);
        if (focused >= 0 && !made.isEmpty()) {
            Node card = made.get(Math.min(focused, made.size() - 1));
            ((HBox) ((VBox) card).getChildren().getFirst())
                    .getChildren()
                    .getFirst()
                    .requestFocus();
        }
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

    private Node card(int index) {
        String which = shown.size() == 1 ? "Format" : "Format " + (index + 1);
        Coding coding = shown.get(index);
        Node kind = fields.choice(
                which,
                "What the file is. 32-bit float keeps everything; 24-bit is what shops ask for; MP3 and Opus are small.",
                Arrays.stream(Coding.values()).map(Coding::words).toList(),
                144,
                () -> format(index).coding().ordinal(),
                chosen -> change(index, format -> format.withCoding(Coding.values()[chosen])));
        List<Integer> rates = coding.rates();
        Node rate = rates.size() == 1
                ? only(rate(coding, rates.getFirst()))
                : fields.choice(
                        which + " sample rate",
                        "Where it is another than the song's, it is converted with the best there is: nothing audible changes.",
                        rates.stream().map(hertz -> rate(coding, hertz)).toList(),
                        128,
                        () -> rates.indexOf(format(index).rate()),
                        chosen -> change(index, format -> format.withRate(rates.get(chosen))));
        Node remove = Buttons.icon(
                look,
                Icon.CLOSE,
                "Remove " + which.toLowerCase(java.util.Locale.ROOT),
                "",
                () -> model.removeFormat(index));
        Node mono = fields.choice(
                which + " channels",
                "Mono is the mean of left and right.",
                List.of("Stereo", "Mono"),
                80,
                () -> format(index).mono() ? 1 : 0,
                chosen -> change(index, format -> format.withMono(chosen == 1)));
        HBox first = new HBox(look.px(8), Fields.grown(kind), rate, remove);
        HBox second = new HBox(
                look.px(8), mono, Fields.grown(coding.lossy() ? kilobits(index, which) : dither(index, which)));
        second.getChildren().add(loudness(index, which));
        for (HBox line : List.of(first, second)) {
            line.setAlignment(Pos.CENTER_LEFT);
            line.setFillHeight(false);
        }
        VBox card = new VBox(look.px(8), first, second);
        card.getStyleClass().add("hr-card");
        card.setPadding(new Insets(look.px(8)));
        return card;
    }

    /// What there is no choice of.
    private Label only(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("hr-sub");
        label.setMinWidth(look.px(128));
        return label;
    }

    private Node dither(int index, String which) {
        return fields.choice(
                which + " dither",
                "Noise below hearing that hides the steps of integer samples. Shaped noise lies where the ear is dull.",
                DITHERS,
                128,
                () -> format(index).dither().ordinal(),
                chosen -> change(index, format -> format.withDither(OutputFormat.Dither.values()[chosen])),
                () -> format(index).coding().withoutDither());
    }

    private Node kilobits(int index, String which) {
        List<Integer> all = shown.get(index).kilobits();
        return fields.choice(
                which + " bit rate",
                "More is better and larger.",
                all.stream().map(kilobits -> kilobits + " kbit/s").toList(),
                128,
                () -> all.indexOf(format(index).kilobits()),
                chosen -> change(index, format -> format.withKilobits(all.get(chosen))));
    }

    private Node loudness(int index, String which) {
        List<ExportFormat.LoudnessChoice> all = ExportFormat.LOUDNESSES;
        return fields.choice(
                which + " loudness",
                "The mixdown is brought there by gain alone and kept under −1 dBTP, so that nothing is limited.",
                all.stream().map(ExportFormat.LoudnessChoice::words).toList(),
                128,
                () -> all.stream()
                        .map(ExportFormat.LoudnessChoice::loudness)
                        .toList()
                        .indexOf(format(index).loudness()),
                chosen -> change(
                        index, format -> format.withLoudness(all.get(chosen).loudness())),
                () -> model.choices().what().mix() ? "" : "stems keep their levels");
    }

    private static String rate(Coding coding, int hertz) {
        return hertz != 0 ? Coding.kilohertz(hertz) : coding == Coding.OPUS ? "48 kHz" : "As the song";
    }

    private ExportFormat format(int index) {
        List<ExportFormat> formats = model.choices().formats();
        return formats.get(Math.min(index, formats.size() - 1));
    }

    private void change(int index, UnaryOperator<ExportFormat> change) {
        model.change(choices ->
                choices.withFormat(index, change.apply(choices.formats().get(index))));
    }
}
