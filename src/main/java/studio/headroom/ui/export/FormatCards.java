package studio.headroom.ui.export;

import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import studio.headroom.mastering.Coding;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;

/// The formats that are written, a card each, and the button that adds one.
final class FormatCards extends CardList {
    private final ExportModel model;

    FormatCards(Look look, ExportModel model) {
        super(look, "Formats", "Add a format", model::addFormat);
        this.model = model;
        update();
    }

    @Override
    protected List<Coding> kinds() {
        return model.choices().formats().stream().map(ExportFormat::coding).toList();
    }

    @Override
    protected boolean canAdd() {
        return model.canAddFormat();
    }

    @Override
    protected Node card(int index) {
        String which = model.choices().formats().size() == 1 ? "Format" : "Format " + (index + 1);
        Coding coding = format(index).coding();
        Node kind = CodingFields.kind(
                fields(),
                which,
                144,
                () -> format(index).coding(),
                chosen -> change(index, format -> format.withCoding(chosen)));
        List<Integer> rates = coding.rates();
        Node rate = rates.size() == 1
                ? only(rate(coding, rates.getFirst()))
                : fields().choice(
                                which + " sample rate",
                                "Where it is another than the song's, it is converted with the best there is: nothing audible changes.",
                                rates.stream().map(hertz -> rate(coding, hertz)).toList(),
                                128,
                                () -> rates.indexOf(format(index).rate()),
                                chosen -> change(index, format -> format.withRate(rates.get(chosen))));
        Node remove = Buttons.icon(
                look(),
                Icon.CLOSE,
                "Remove " + which.toLowerCase(java.util.Locale.ROOT),
                "",
                () -> model.removeFormat(index));
        Node mono = fields().choice(
                        which + " channels",
                        "Mono is the mean of left and right.",
                        List.of("Stereo", "Mono"),
                        80,
                        () -> format(index).mono() ? 1 : 0,
                        chosen -> change(index, format -> format.withMono(chosen == 1)));
        HBox first = new HBox(look().px(8), Fields.grown(kind), rate, remove);
        HBox second = new HBox(
                look().px(8), mono, Fields.grown(coding.lossy() ? kilobits(index, which) : dither(index, which)));
        second.getChildren().add(loudness(index, which));
        return lines(first, second);
    }

    /// What there is no choice of.
    private Label only(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("hr-sub");
        label.setMinWidth(look().px(128));
        return label;
    }

    private Node dither(int index, String which) {
        return CodingFields.dither(
                fields(),
                which + " dither",
                128,
                () -> format(index).coding(),
                () -> format(index).dither(),
                chosen -> change(index, format -> format.withDither(chosen)));
    }

    private Node kilobits(int index, String which) {
        return CodingFields.kilobits(
                fields(),
                which + " bit rate",
                128,
                format(index).coding(),
                () -> format(index).kilobits(),
                chosen -> change(index, format -> format.withKilobits(chosen)));
    }

    private Node loudness(int index, String which) {
        List<ExportFormat.LoudnessChoice> all = ExportFormat.LOUDNESSES;
        return fields().choice(
                        which + " loudness",
                        "The mixdown is brought there by gain alone and kept under −1 dBTP, so that nothing is limited.",
                        all.stream().map(ExportFormat.LoudnessChoice::words).toList(),
                        128,
                        () -> all.stream()
                                .map(ExportFormat.LoudnessChoice::loudness)
                                .toList()
                                .indexOf(format(index).loudness()),
                        chosen -> change(
                                index,
                                format -> format.withLoudness(all.get(chosen).loudness())),
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
