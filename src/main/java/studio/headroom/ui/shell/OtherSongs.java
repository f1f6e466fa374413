package studio.headroom.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.headroom.files.importing.OtherSong;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.Switch;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.song.SongSession;
import studio.headroom.ui.song.UnknownEffects;
import studio.headroom.ui.theme.Look;

/// Brings strips of another song into the one that is open: which song, which strips, with or without their clips. UI
/// thread; files are read and copied by others.
final class OtherSongs {
    private static final double WIDTH = 480;
    private static final double HIGHEST = 300;

    private final Tools tools;
    private final Shell shell;

    OtherSongs(Tools tools, Shell shell) {
        this.tools = tools;
        this.shell = shell;
    }

    /// A song on the disk.
    private record Found(Path folder, Project song) {}

    /// Lets a person choose a song and strips of it.
    void choose() {
        SongSession open = shell.session();
        if (open == null || tools.jobs().isBusy()) {
            return;
        }
        Path place = open.file().folder().get();
        if (place == null) {
            tools.messages()
                    .notice(
                            "This song has no folder yet. Save it first; sound files that come along are copied into it.",
                            new Messages.Action("Save as…", () -> shell.saving().saveAs(this::choose)));
            return;
        }
        tools.services()
                .choosers()
                .folder(
                        "Strips of which song (its .headroom folder)?",
                        tools.preferences().songs().get())
                .ifPresent(chosen -> tools.jobs()
                        .run(
                                "Reading the song",
                                "",
                                watch -> {
                                    Path folder = ProjectFiles.folder(chosen);
                                    return new Found(folder, ProjectFiles.load(folder));
                                },
                                found -> ask(open, found),
                                tools.messages()::error));
    }

    private void ask(SongSession open, Found found) {
        Look look = tools.look();
        Overlay overlay = tools.window().overlay();
        DialogCard card = new DialogCard(look, "Strips of “" + found.song.title() + "”", WIDTH);
        if (found.song.strips().isEmpty()) {
            card.say("This song has no strips.");
            card.button("Close", Buttons.Kind.DEFAULT, overlay::hide);
            overlay.show(card, Pos.CENTER, () -> {});
            return;
        }
        boolean sounds = OtherSong.sounds(found.song, open.history().current());
        card.say(
                sounds
                        ? "They come with effects, sends and routes. Ways to strips that stay behind lead to those of the"
                                + " same name here."
                        : "They come with effects, sends and routes, but without clips: that song has another sample"
                                + " rate.");
        Map<String, ControlModel> wanted = new LinkedHashMap<>();
        VBox rows = new VBox(look.px(4));
        for (Strip strip : found.song.strips()) {
            ControlModel model = toggle(strip.name() + ", bring", false);
            wanted.put(strip.id(), model);
            rows.getChildren().add(row(strip.name(), words(strip.kind()), model));
        }
        ScrollPane scroll = new ScrollPane(rows);
        scroll.getStyleClass().add("hr-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMaxHeight(look.px(HIGHEST));
        card.add(scroll);
        ControlModel clips = toggle("With clips and automation", sounds);
        if (sounds) {
            card.add(row("With clips and automation", "", clips));
        }
        card.button("All", Buttons.Kind.GHOST, () -> wanted.values().forEach(model -> model.set(1)));
        card.button("Cancel", Buttons.Kind.DEFAULT, overlay::hide);
        Button bring = card.button("Bring", Buttons.Kind.PRIMARY, () -> {
            overlay.hide();
            bring(open, found, chosen(wanted), sounds && clips.isOn());
        });
        Runnable check = () -> bring.setDisable(chosen(wanted).isEmpty());
        wanted.values().forEach(model -> model.observe(check));
        check.run();
        overlay.show(card, Pos.CENTER, () -> {});
    }

    private static Set<String> chosen(Map<String, ControlModel> wanted) {
        Set<String> chosen = new LinkedHashSet<>();
        wanted.forEach((id, model) -> {
            if (model.isOn()) {
                chosen.add(id);
            }
        });
        return chosen;
    }

    private static ControlModel toggle(String name, boolean on) {
        Param param = new Param("bring", name, Unit.NONE, new Range.Toggle(), 0, Smoothing.NONE, false);
        ControlModel model = new ControlModel(param, name, "", value -> {});
        model.show(on ? 1 : 0);
        return model;
    }

    private HBox row(String name, String kind, ControlModel model) {
        Look look = tools.look();
        Label words = new Label(name);
        words.getStyleClass().add("hr-preference");
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label what = new Label(kind);
        what.getStyleClass().add("hr-sub");
        what.setMinWidth(HBox.USE_PREF_SIZE);
        HBox row = new HBox(look.px(12), new Switch(look, model), words, what);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setFillHeight(false);
        row.setMinHeight(look.px(28));
        row.setPadding(new Insets(0, look.px(12), 0, look.px(4)));
        return row;
    }

    private static String words(Strip.Kind kind) {
        return switch (kind) {
            case TRACK -> "track";
            case BUS -> "bus";
            case RETURN -> "return";
            case MASTER -> "master";
        };
    }

    private void bring(SongSession open, Found found, Set<String> strips, boolean clips) {
        Path place = open.file().folder().get();
        if (place == null) {
            return;
        }
        Project song = open.history().current();
        Set<String> before = ids(song);
        tools.jobs()
                .run(
                        strips.size() == 1 ? "Bringing a strip" : "Bringing " + strips.size() + " strips",
                        "Canceling leaves the song as it is.",
                        watch -> OtherSong.bring(
                                found.folder,
                                found.song,
                                strips,
                                clips,
                                place,
                                song,
                                SongIntake.progress(watch, "Copying")),
                        edit -> {
                            if (open.history().apply(edit)) {
                                List<String> made =
                                        new ArrayList<>(ids(open.history().current()));
                                made.removeAll(before);
                                open.selection().strips(made);
                                UnknownEffects.told(open.history().current())
                                        .filter(unused ->
                                                UnknownEffects.told(song).isEmpty())
                                        .ifPresent(tools.messages()::warning);
                            }
                        },
                        tools.messages()::error);
    }

    private static Set<String> ids(Project song) {
        Set<String> ids = new LinkedHashSet<>();
        song.strips().forEach(strip -> ids.add(strip.id()));
        return ids;
    }
}
