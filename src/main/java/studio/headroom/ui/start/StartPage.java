package studio.headroom.ui.start;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// What is shown while no song is open: where files are dropped, and the songs that were opened last.
public final class StartPage extends StackPane {
    private static final double WIDTH = 840;

    /// What can be done here.
    public interface Actions {
        void chooseFiles();

        void openSample();

        void openProject();

        void newEmpty();

        void masterFile();

        void newFromTemplate();

        void open(Path folder);

        void forget(Path folder);
    }

    private final Look look;
    private final Actions actions;
    private final VBox recent = new VBox();
    private final VBox content = new VBox();
    private final boolean sample;
    private List<StartModel.Row> rows = List.of();

    /// @param sample whether there is a sample song
    public StartPage(Look look, boolean sample, Actions actions) {
        this.look = look;
        this.sample = sample;
        this.actions = actions;
        getStyleClass().add("hr-start");
        ScrollPane scroll = new ScrollPane(centered());
        scroll.getStyleClass().add("hr-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getChildren().add(scroll);
        look.percentProperty().addListener(observable -> rebuild());
        rebuild();
    }

    private Node centered() {
        StackPane middle = new StackPane(content);
        content.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        return middle;
    }

    /// Shows the songs that were opened last.
    public void show(List<StartModel.Row> now) {
        rows = List.copyOf(now);
        rebuild();
    }

    private void rebuild() {
        content.setSpacing(look.px(20));
        content.setPadding(new Insets(look.px(20)));
        content.setPrefWidth(look.px(WIDTH + 40));
        content.getChildren().setAll(drop());
        if (!rows.isEmpty()) {
            recent.setSpacing(look.px(2));
            Label title = new Label("Recent songs");
            title.getStyleClass().add("hr-title");
            title.setPadding(new Insets(0, 0, look.px(6), look.px(12)));
            recent.getChildren().setAll(title);
            rows.forEach(row -> recent.getChildren().add(row(row)));
            content.getChildren().add(recent);
        }
    }

    private Node drop() {
        Label title = label("Drop stems here to start a mix", "hr-empty-title");
        Label first = label(
                "WAV, AIFF, FLAC, MP3 or a folder of them. One track per file, all starting together.",
                "hr-empty-text");
        Label second = label("Names give the colors. Your files are copied, never changed.", "hr-empty-text");
        FlowPane buttons = new FlowPane(look.px(8), look.px(8));
        buttons.setAlignment(Pos.CENTER);
        buttons.getChildren()
                .add(big(Icon.FOLDER_OPEN_OUTLINE, "Choose files…", Buttons.Kind.PRIMARY, actions::chooseFiles));
        if (sample) {
            buttons.getChildren()
                    .add(big(Icon.MUSIC_NOTE, "Open the sample song", Buttons.Kind.DEFAULT, actions::openSample));
        }
        buttons.getChildren()
                .addAll(
                        big(Icon.HISTORY, "Open a song…", Buttons.Kind.DEFAULT, actions::openProject),
                        big(Icon.PLUS, "Empty song", Buttons.Kind.DEFAULT, actions::newEmpty),
                        big(Icon.CONTENT_COPY, "From a template…", Buttons.Kind.DEFAULT, actions::newFromTemplate),
                        big(
                                Icon.FILE_MUSIC_OUTLINE,
                                "Master a stereo file…",
                                Buttons.Kind.DEFAULT,
                                actions::masterFile));
        VBox words = new VBox(look.px(6), first, second);
        words.setAlignment(Pos.CENTER);
        VBox box = new VBox(look.px(16), Icon.TRAY_ARROW_DOWN.node(look, 56, Token.ACCENT), title, words, buttons);
        box.getStyleClass().add("hr-drop");
        box.setAlignment(Pos.CENTER);
        box.setPadding(new Insets(look.px(32), look.px(16), look.px(32), look.px(16)));
        return box;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }

    private Button big(Icon icon, String words, Buttons.Kind kind, Runnable action) {
        Button button = Buttons.of(look, icon, words, kind, action);
        button.getStyleClass().add("hr-dialog-button");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private Node row(StartModel.Row row) {
        Label title = label(row.title(), row.exists() ? "hr-recent-title" : "hr-recent-gone");
        title.setMinWidth(0);
        Label where = label(row.exists() ? row.where() : "no longer in " + row.where(), "hr-sub");
        where.setMinWidth(0);
        VBox words = new VBox(title, where);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label when = label(row.when(), "hr-sub");
        when.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(look.px(12), Icon.MUSIC_NOTE.node(look, 20, row.exists() ? Token.FG_2 : Token.FG_4));
        line.getChildren().addAll(words, when);
        line.getChildren()
                .add(Buttons.icon(
                        look,
                        Icon.CLOSE,
                        "Take “" + row.title() + "” off this list",
                        "",
                        () -> actions.forget(row.folder())));
        line.getStyleClass().add("hr-recent");
        line.setAlignment(Pos.CENTER_LEFT);
        line.setPadding(new Insets(0, look.px(4), 0, look.px(12)));
        line.setMinHeight(look.px(44));
        if (row.exists()) {
            Consumer<Path> open = actions::open;
            line.setFocusTraversable(true);
            line.setAccessibleRole(AccessibleRole.BUTTON);
            line.setAccessibleText("Open " + row.title() + ", " + row.when());
            line.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
                if (!onButton(event.getTarget(), line)) {
                    open.accept(row.folder());
                }
            });
            line.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
                if (event.getCode() == KeyCode.ENTER && event.getTarget() == line) {
                    open.accept(row.folder());
                    event.consume();
                }
            });
        }
        return line;
    }

    private static boolean onButton(Object target, Node line) {
        for (Node node = target instanceof Node hit ? hit : line;
                node != null && node != line;
                node = node.getParent()) {
            if (node instanceof Button) {
                return true;
            }
        }
        return false;
    }
}
