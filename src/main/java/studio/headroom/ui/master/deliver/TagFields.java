package studio.headroom.ui.master.deliver;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.headroom.files.audio.codec.Cover;
import studio.headroom.mastering.deliver.CoverFacts;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.export.Fields;
import studio.headroom.ui.export.TagGrid;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// The song's tags and its cover; what shops would refuse is said beside where it is typed.
final class TagFields extends VBox {
    private static final List<List<String>> TAGS = List.of(
            List.of("title", "Title", ""),
            List.of("artist", "Artist", ""),
            List.of("album", "Album", ""),
            List.of("track", "Track", "3/12"),
            List.of("date", "Year", "2026"),
            List.of("genre", "Genre", ""),
            List.of("isrc", "ISRC", "CC-XXX-YY-NNNNN"),
            List.of("barcode", "UPC, EAN", "12 or 13 digits"),
            List.of("copyright", "Rights", "2026 Name"),
            List.of("comment", "Comment", ""));

    private static final String WRONG = "hr-wrong";
    private static final double COVER = 64;
    /// A picture of more is not decoded for a preview: it would take as many times four bytes.
    private static final long MOST_PIXELS = 50_000_000;

    private final Look look;
    private final DeliverModel model;
    private final Fields fields;
    private final StackPane picture = new StackPane();
    private @Nullable Cover pictured;
    private boolean drawn;

    /// @param fields that are updated with the form
    /// @param chooseCover lets a person choose a picture
    TagFields(Look look, DeliverModel model, Fields fields, Supplier<Optional<Path>> chooseCover) {
        this.look = look;
        this.model = model;
        this.fields = fields;
        setSpacing(look.px(8));
        getChildren().addAll(grid(), cover(chooseCover));
    }

    private GridPane grid() {
        TagGrid grid = new TagGrid(look, model, fields);
        for (int i = 0; i < TAGS.size(); i++) {
            String tag = TAGS.get(i).getFirst();
            TextField field = grid.tag(
                    tag,
                    TAGS.get(i).get(1),
                    tag.equals("title") ? model.project().title() : TAGS.get(i).get(2),
                    i % 2,
                    i / 2 * 2);
            grid.add(wrong(tag, field), 0, i / 2 * 2 + 1, 4, 1);
        }
        return grid;
    }

    /// What is wrong with a tag, below its line. Two of one line do not lie on each other: the second waits.
    private Label wrong(String tag, TextField field) {
        Label words = new Label();
        words.getStyleClass().add("hr-wrong-text");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        int at = indexOf(tag);
        fields.onUpdate(() -> {
            String problem = model.tagProblem(tag);
            boolean waits = at % 2 == 1
                    && !model.tagProblem(TAGS.get(at - 1).getFirst()).isEmpty();
            words.setText(problem);
            words.setVisible(!problem.isEmpty() && !waits);
            words.setManaged(!problem.isEmpty() && !waits);
            field.setAccessibleHelp(problem);
            field.getStyleClass().remove(WRONG);
            if (!problem.isEmpty()) {
                field.getStyleClass().add(WRONG);
            }
        });
        return words;
    }

    private static int indexOf(String tag) {
        for (int i = 0; i < TAGS.size(); i++) {
            if (TAGS.get(i).getFirst().equals(tag)) {
                return i;
            }
        }
        return -1;
    }

    // ---- the cover ----

    private Node cover(Supplier<Optional<Path>> choose) {
        picture.setMinSize(look.px(COVER), look.px(COVER));
        picture.setMaxSize(look.px(COVER), look.px(COVER));
        picture.getStyleClass().add("hr-card");
        Label name = new Label();
        name.getStyleClass().add("hr-preference");
        name.setMinWidth(0);
        Label advice = Fields.hint("");
        Button chooses =
                Buttons.of("Choose…", Buttons.Kind.DEFAULT, () -> choose.get().ifPresent(model::setCover));
        chooses.setAccessibleText("Choose the cover");
        Button removes = Buttons.icon(look, Icon.CLOSE, "Remove the cover", "", () -> model.setCover(null));
        for (Button button : List.of(chooses, removes)) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        fields.onUpdate(() -> {
            Path file = model.coverFile();
            name.setText(file == null ? "No cover" : String.valueOf(file.getFileName()));
            List<String> words = model.coverWords();
            advice.setText(
                    !words.isEmpty()
                            ? String.join("\n", words)
                            : file == null ? "A square JPEG or PNG of 3000 × 3000 pixels" : size());
            advice.getStyleClass().setAll("label", words.isEmpty() ? "hr-sub" : "hr-wrong-text");
            removes.setVisible(file != null);
            removes.setManaged(file != null);
            draw();
        });
        VBox words = new VBox(look.px(2), name, advice);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox line = new HBox(look.px(10), picture, Fields.grown(words), chooses, removes);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private String size() {
        Cover cover = model.cover();
        return cover == null
                ? ""
                : CoverFacts.of(cover)
                        .map(facts -> facts.width() + " × " + facts.height() + " pixels")
                        .orElse("");
    }

    private void draw() {
        Cover cover = model.cover();
        if (drawn && Objects.equals(cover, pictured)) {
            return;
        }
        drawn = true;
        pictured = cover;
        Node shown = Icon.FILE_MUSIC_OUTLINE.node(look, 24, Token.FG_3);
        if (cover != null && small(cover)) {
            double side = look.px(COVER);
            Image image = new Image(new ByteArrayInputStream(cover.bytes()), 2 * side, 2 * side, true, true);
            if (!image.isError()) {
                ImageView view = new ImageView(image);
                view.setPreserveRatio(true);
                view.setFitWidth(side);
                view.setFitHeight(side);
                shown = view;
            }
        }
        picture.getChildren().setAll(shown);
    }

    private static boolean small(Cover cover) {
        return CoverFacts.of(cover)
                .filter(facts -> (long) facts.width() * facts.height() <= MOST_PIXELS)
                .isPresent();
    }
}
