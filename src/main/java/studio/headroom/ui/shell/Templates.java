package studio.headroom.ui.shell;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.headroom.files.project.SongTemplates;
import studio.headroom.project.Project;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.Buttons.Kind;
import studio.headroom.ui.song.SongRequest;
import studio.headroom.ui.song.SongSession;
import studio.headroom.ui.theme.Look;

/// Songs to begin with: saving the open one as a template, and new songs made of one. UI thread; files are read and
/// written by others.
final class Templates {
    private static final double WIDTH = 480;
    private static final double HIGHEST = 320;

    private final Tools tools;
    private final Shell shell;
    private final SongTemplates files;

    Templates(Tools tools, Shell shell) {
        this.tools = tools;
        this.shell = shell;
        files = new SongTemplates(tools.services().settings().beside("templates"));
    }

    private Look look() {
        return tools.look();
    }

    private Overlay overlay() {
        return tools.window().overlay();
    }

    /// Asks for a name and keeps what is not one song's alone of the open song.
    void save() {
        SongSession open = shell.session();
        if (open == null || tools.jobs().isBusy()) {
            return;
        }
        List<String> names = files.names();
        DialogCard card = new DialogCard(look(), "Save as template", WIDTH)
                .say("Strips with their effects, sends and routes, groups, tempo and mastering chain. Clips, sound"
                        + " files, automation, markers and snapshots stay out of it.");
        TextField name = new TextField(open.history().current().title());
        name.setAccessibleText("Name of the template");
        Label replaced = new Label();
        replaced.getStyleClass().add("hr-sub");
        replaced.managedProperty().bind(replaced.textProperty().isNotEmpty());
        card.add(name, replaced);
        card.button("Cancel", Kind.DEFAULT, overlay()::hide);
        Button primary = card.button("Save", Kind.PRIMARY, () -> {
            overlay().hide();
            write(name.getText().strip(), open.history().current());
        });
        Runnable check = () -> {
            String text = name.getText().strip();
            primary.setDisable(text.isEmpty());
            replaced.setText(names.contains(text) ? "There is a template of this name; it is replaced." : "");
        };
        name.textProperty().addListener(observable -> check.run());
        check.run();
        overlay().show(card, Pos.CENTER, () -> {});
        name.requestFocus();
        name.selectAll();
    }

    private void write(String name, Project song) {
        tools.jobs()
                .run(
                        "Saving the template",
                        "",
                        watch -> {
                            files.save(name, song);
                            return name;
                        },
                        saved -> tools.messages()
                                .notice("“" + saved + "” is kept as a template. New songs can begin with it."),
                        tools.messages()::error);
    }

    /// Lets a person choose a template for a new song.
    void choose() {
        if (tools.jobs().isBusy()) {
            return;
        }
        List<String> names = files.names();
        DialogCard card = new DialogCard(look(), "New song from a template", WIDTH);
        if (names.isEmpty()) {
            card.say("There are none yet. Open a song and choose “Save as template…”: its strips, effects and routes"
                    + " are kept, without its sound.");
        } else {
            VBox rows = new VBox(look().px(8));
            names.forEach(name -> rows.getChildren().add(row(name)));
            ScrollPane scroll = new ScrollPane(rows);
            scroll.getStyleClass().add("hr-scroll");
            scroll.setFitToWidth(true);
            scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
            scroll.setFocusTraversable(false);
            scroll.setMaxHeight(look().px(HIGHEST));
            card.add(scroll);
        }
        card.button("Cancel", Kind.DEFAULT, overlay()::hide);
        overlay().show(card, Pos.CENTER, () -> {});
    }

    private HBox row(String name) {
        Label words = new Label(name);
        words.getStyleClass().add("hr-recent-title");
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button delete = button("Delete", Kind.GHOST, "Delete the template " + name, () -> delete(name));
        Button begin = button("Begin", Kind.DEFAULT, "Begin a song with " + name, () -> {
            overlay().hide();
            begin(name);
        });
        HBox row = new HBox(look().px(8), words, delete, begin);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setPadding(new Insets(0, look().px(12), 0, 0));
        return row;
    }

    private static Button button(String words, Kind kind, String spoken, Runnable action) {
        Button button = Buttons.of(words, kind, action);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(spoken);
        return button;
    }

    private void delete(String name) {
        tools.jobs()
                .run(
                        "Deleting the template",
                        "",
                        watch -> {
                            files.delete(name);
                            return name;
                        },
                        gone -> choose(),
                        tools.messages()::error);
    }

    private void begin(String name) {
        tools.jobs()
                .run(
                        "Reading the template",
                        "",
                        watch -> files.read(name),
                        song -> shell.request(SongRequest.unnamed(song.withTitle(SongSaving.UNTITLED))),
                        tools.messages()::error);
    }
}
