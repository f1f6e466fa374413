package studio.headroom.ui.master.deliver;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.headroom.mastering.deliver.VersionLevel;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.export.CardList;
import studio.headroom.ui.export.Fields;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;

/// The other versions of the song in a delivery, a card each, and how loud they become. Without any it is one line.
final class VersionCards extends CardList {
    private static final String WRONG = "hr-wrong";
    private static final double KIND = 150;
    private static final double ISRC = 150;
    private static final double LEVEL = 150;
    private static final double PRINT = 200;

    private final VersionsModel versions;
    private final Fields own;

    VersionCards(Look look, DeliverModel model) {
        super(look, "Versions", "Add a version", model.versions()::add);
        versions = model.versions();
        own = new Fields(look);
        Label hint = Fields.hint("");
        HBox level = own.line(
                "Level",
                own.segments(
                        "Level of the versions",
                        "As the song’s: each file gets the gain and the limiter of the song’s file, so that an instrumental"
                                + " is not driven harder because it lacks the voice. Each by itself: brought to what its file"
                                + " asks for. The ceiling holds with either.",
                        List.of("As the song’s", "Each by itself"),
                        LEVEL,
                        () -> versions.chosen().level().ordinal(),
                        chosen -> versions.setLevel(VersionLevel.values()[chosen])));
        getChildren().add(1, hint);
        getChildren().add(level);
        own.onUpdate(() -> {
            hint.setText(versions.hint());
            show(hint, !versions.hint().isEmpty());
            show(level, !versions.chosen().all().isEmpty());
        });
        update();
    }

    private static void show(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }

    /// Other prints to choose from need other lists.
    @Override
    protected List<Object> kinds() {
        List<Object> prints =
                versions.prints().stream().<Object>map(OtherPrint::words).toList();
        return versions.chosen().all().stream().<Object>map(version -> prints).toList();
    }

    @Override
    protected boolean canAdd() {
        return versions.canAdd();
    }

    @Override
    public void update() {
        own.update();
        super.update();
    }

    private Versions.Version version(int index) {
        List<Versions.Version> all = versions.chosen().all();
        return all.get(Math.min(index, all.size() - 1));
    }

    @Override
    protected Node card(int index) {
        String which = "Version " + (index + 1);
        Label difference = Fields.hint("");
        fields().onUpdate(() -> {
            difference.setText(versions.print(Math.min(index, size() - 1)).difference());
            show(difference, !difference.getText().isEmpty());
        });
        HBox first = new HBox(
                look().px(8),
                kind(index, which),
                Fields.grown(name(index, which)),
                Buttons.icon(look(), Icon.CLOSE, "Remove version " + (index + 1), "", () -> versions.remove(index)));
        TextField isrc = isrc(index, which);
        HBox second = new HBox(look().px(8), Fields.grown(print(index, which)), isrc);
        VBox card = lines(first, second);
        card.getChildren().addAll(difference, wrong(index, isrc));
        return card;
    }

    private Node kind(int index, String which) {
        List<String> words = new ArrayList<>(Versions.NAMES);
        words.add("Another name");
        return fields().choice(
                        which + " kind",
                        "What the version is called: {version} in names, and in its title tag.",
                        words,
                        KIND,
                        () -> version(index).kind(),
                        chosen -> versions.change(index, version -> version.withKind(chosen)));
    }

    private Node name(int index, String which) {
        TextField name = fields().text(
                        which + " name",
                        "Radio edit, Extended, …",
                        () -> version(index).name(),
                        text -> versions.change(index, version -> version.withName(text)));
        fields().onUpdate(() -> show(name, version(index).typed()));
        StackPane place = new StackPane(name);
        place.setMinWidth(0);
        return place;
    }

    private Region print(int index, String which) {
        List<OtherPrint> all = versions.prints();
        if (all.size() < 2) {
            Label only = Fields.hint("");
            fields().onUpdate(() ->
                    only.setText(versions.print(Math.min(index, size() - 1)).words()));
            return only;
        }
        return fields().choice(
                        which + " print",
                        "The print that is this version: mute the voice, or call up a snapshot of the mix, and print it.",
                        all.stream().map(OtherPrint::words).toList(),
                        PRINT,
                        () -> all.indexOf(versions.print(Math.min(index, size() - 1))),
                        chosen -> versions.change(
                                index,
                                version -> version.withPrint(all.get(chosen).print())));
    }

    private TextField isrc(int index, String which) {
        TextField isrc = fields().text(
                        which + " ISRC",
                        "ISRC of its own",
                        () -> version(index).isrc(),
                        text -> versions.change(index, version -> version.withIsrc(text.strip())));
        isrc.setPrefWidth(look().px(ISRC));
        isrc.setMinWidth(look().px(ISRC));
        return isrc;
    }

    private Label wrong(int index, TextField isrc) {
        Label words = new Label();
        words.getStyleClass().add("hr-wrong-text");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        fields().onUpdate(() -> {
            String problem = DeliverModel.tagProblem("isrc", version(index).isrc());
            words.setText(problem);
            show(words, !problem.isEmpty());
            isrc.setAccessibleHelp(problem);
            isrc.getStyleClass().remove(WRONG);
            if (!problem.isEmpty()) {
                isrc.getStyleClass().add(WRONG);
            }
        });
        return words;
    }
}
