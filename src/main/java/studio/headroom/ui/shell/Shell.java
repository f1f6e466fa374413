package studio.headroom.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.headroom.files.FileException;
import studio.headroom.files.importing.ImportProgress;
import studio.headroom.files.project.MediaSearch;
import studio.headroom.files.project.OpenSongs;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.edit.SongEdits;
import studio.headroom.ui.command.CommandPalette;
import studio.headroom.ui.command.Commands;
import studio.headroom.ui.command.KeySheet;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.preferences.Preferences;
import studio.headroom.ui.preferences.PreferencesView;
import studio.headroom.ui.song.SongOpener;
import studio.headroom.ui.song.SongOpener.Outcome;
import studio.headroom.ui.song.SongRequest;
import studio.headroom.ui.song.SongSession;
import studio.headroom.ui.start.Dropped;
import studio.headroom.ui.start.NewSong;
import studio.headroom.ui.start.StartModel;
import studio.headroom.ui.start.StartPage;
import studio.headroom.ui.theme.Look;

/// The program as a person meets it: opens, makes, saves and closes songs, asks before anything is lost, and shows what
/// went wrong. UI thread.
public final class Shell {
    private static final Logger LOG = LoggerFactory.getLogger(Shell.class);
    private static final int NEW_RATE = 48_000;
    private static final String UNTITLED = "Untitled";
    private static final double SETTINGS_MS = 500;

    /// Makes the places of a song; the first one is shown.
    @FunctionalInterface
    public interface PlaceMaker {
        List<Place> places(SongSession session);

        /// Adds the commands of the places; once, before any song is open.
        default void register(Commands commands) {}
    }

    private final Look look;
    private final Services services;
    private final Preferences preferences;
    private final PlaceMaker places;
    private final Commands commands = new Commands();
    private final Messages messages = new Messages();
    private final MainWindow window;
    private final SongOpener opener;
    private final SongDialogs dialogs;
    private final Jobs jobs;
    private final StartPage start;
    private final Runnable keepSettings = this::keepSettings;
    private boolean settingsWait;
    /// Whether the preferences are what was shown last above the window.
    private boolean choosing;
    private @Nullable SongSession session;
    private @Nullable TopBarModel model;

    public Shell(Look look, Preferences preferences, Services services, PlaceMaker places) {
        this.look = look;
        this.preferences = preferences;
        this.services = services;
        this.places = places;
        opener = new SongOpener(
                services.outputs(), services.openSongs(), services.recent(), services.ui(), messages::warning);
        window = new MainWindow(look, commands, messages);
        dialogs = new SongDialogs(look, window.overlay(), services.zone());
        jobs = new Jobs(look, window.overlay(), services.background(), services.ui());
        start = new StartPage(look, services.sample().isPresent(), new StartActions());
        new ShellCommands(this).register(commands);
        places.register(commands);
        commands.keys().take(preferences.keys());
        commands.keys().observe(() -> preferences.setKeys(commands.keys().changes()));
        followPreferences();
        window.acceptFiles(this::dropped);
        showStart();
    }

    private void followPreferences() {
        look.setPercent(preferences.percent().get());
        look.reducedMotionProperty().bind(preferences.reducedMotion());
        preferences.percent().addListener((observable, before, now) -> {
            look.setPercent(now.intValue());
            if (choosing && window.overlay().isOpen()) {
                showPreferences();
            }
        });
        preferences.device().addListener(observable -> connect());
        preferences.block().addListener(observable -> connect());
        preferences.returnsToStart().addListener((observable, before, now) -> {
            if (session != null) {
                session.playback().returnsToStart().set(now);
            }
        });
        preferences.observe(() -> {
            if (!settingsWait) {
                settingsWait = true;
                look.pulse().after(SETTINGS_MS, keepSettings);
            }
        });
    }

    private void connect() {
        if (session != null) {
            opener.connect(session.playback(), session.history().current().sampleRate(), preferences.sound());
        }
    }

    private void keepSettings() {
        settingsWait = false;
        var values = preferences.values();
        services.background().execute(() -> {
            try {
                services.settings().write(values);
            } catch (FileException e) {
                LOG.warn("The settings are not kept", e);
                services.ui().execute(() -> messages.warning("The settings are not kept. " + e.getMessage()));
            }
        });
    }

    public MainWindow window() {
        return window;
    }

    public Commands commands() {
        return commands;
    }

    public Messages messages() {
        return messages;
    }

    public Look look() {
        return look;
    }

    public Preferences preferences() {
        return preferences;
    }

    /// The open song, or null.
    public @Nullable SongSession session() {
        return session;
    }

    @Nullable
    TopBarModel model() {
        return model;
    }

    // ---- the start page ----

    /// Offers what a crash left behind, if anything was.
    public void offerLeftBehind() {
        services.background().execute(() -> {
            try {
                List<OpenSongs.LeftBehind> left = services.openSongs().leftBehind();
                if (!left.isEmpty()) {
                    services.ui()
                            .execute(() ->
                                    dialogs.leftBehind(left, song -> request(SongRequest.recover(song)), this::forget));
                }
            } catch (FileException e) {
                LOG.warn("Nothing can be recovered", e);
            }
        });
    }

    private void forget(OpenSongs.LeftBehind left) {
        services.background().execute(() -> {
            try {
                services.openSongs().forget(left);
            } catch (FileException e) {
                LOG.warn("What was left behind will be offered again", e);
            }
            services.ui().execute(this::offerLeftBehind);
        });
    }

    private void showStart() {
        window.showStart(start);
        refreshStart();
    }

    private void refreshStart() {
        services.background().execute(() -> {
            List<StartModel.Row> rows =
                    StartModel.rows(services.recent().list(), services.home(), Instant.now(), services.zone());
            services.ui().execute(() -> start.show(rows));
        });
    }

    private final class StartActions implements StartPage.Actions {
        @Override
        public void chooseFiles() {
            Shell.this.newFromFiles();
        }

        @Override
        public void openSample() {
            Shell.this.openSample();
        }

        @Override
        public void openProject() {
            Shell.this.openSong();
        }

        @Override
        public void newEmpty() {
            Shell.this.newEmpty();
        }

        @Override
        public void open(Path folder) {
            request(SongRequest.of(folder));
        }

        @Override
        public void forget(Path folder) {
            services.background().execute(() -> {
                try {
                    services.recent().forget(folder);
                } catch (FileException e) {
                    LOG.warn("The recent songs are not kept", e);
                }
                services.ui().execute(Shell.this::refreshStart);
            });
        }
    }

    // ---- opening ----

    void openSong() {
        services.choosers()
                .folder(
                        "Open a song (its .headroom folder)",
                        preferences.songs().get())
                .ifPresent(folder -> request(SongRequest.of(folder)));
    }

    void newEmpty() {
        request(SongRequest.unnamed(Project.empty(UNTITLED, NEW_RATE)));
    }

    /// Opens the sample song: a copy of it in the folder of new songs, made when it is not there yet.
    public void openSample() {
        services.sample()
                .filter(unused -> !jobs.isBusy())
                .ifPresent(sample -> leaveSong(() -> jobs.run(
                        "Copying the sample song",
                        "The copy in your folder is yours to change. Canceling leaves nothing of it.",
                        watch -> NewSong.sample(sample, preferences.songs().get(), progress(watch, "Copying")),
                        place -> request(SongRequest.of(place)),
                        messages::error)));
    }

    /// Opens a song in place of the one that is open.
    public void request(SongRequest request) {
        if (!jobs.isBusy()) {
            leaveSong(() -> open(request));
        }
    }

    private void open(SongRequest request) {
        SongOpener.Opening[] opening = new SongOpener.Opening[1];
        Jobs.Shown shown = jobs.show("Opening", "", () -> opening[0].cancel());
        opening[0] =
                opener.open(request, preferences.sound(), preferences.autosaveInterval(), new SongOpener.Listener() {
                    @Override
                    public void progress(String what, double share) {
                        shown.show(what, share);
                    }

                    @Override
                    public void done(Outcome outcome) {
                        shown.end();
                        Shell.this.done(outcome);
                    }
                });
    }

    private void done(Outcome outcome) {
        switch (outcome) {
            case Outcome.Opened(SongSession opened) -> show(opened);
            case Outcome.Unsaved(SongRequest request, var recovery) ->
                dialogs.recovered(
                        recovery.project().title(),
                        recovery.time(),
                        () -> request(request.with(SongRequest.Unsaved.TAKE)),
                        () -> request(request.with(SongRequest.Unsaved.LEAVE)));
            case Outcome.Missing missing ->
                dialogs.missing(
                        missing.song().title(),
                        missing.problems(),
                        () -> search(missing),
                        () -> request(missing.request().anyway()),
                        () -> {});
            case Outcome.Failed(SongRequest unused, String message) -> messages.error(message);
            case Outcome.Canceled() -> {}
        }
    }

    private void show(SongSession opened) {
        session = opened;
        TopBarModel shown = new TopBarModel(opened, services.zone());
        model = shown;
        opened.playback().returnsToStart().set(preferences.returnsToStart().get());
        window.showSong(opened, shown, places.places(opened));
        opened.playback()
                .status()
                .addListener(observable ->
                        window.showDevice(shown.device(preferences.block().get())));
    }

    private void search(Outcome.Missing missing) {
        Path parent = missing.folder().getParent();
        services.choosers()
                .folder("Where may the sound files be?", parent == null ? missing.folder() : parent)
                .ifPresentOrElse(
                        folder -> jobs.run(
                                "Looking for sound files",
                                "Canceling leaves what was found until then.",
                                watch -> found(missing, folder, watch),
                                song -> request(
                                        song.equals(missing.song())
                                                ? missing.request()
                                                : missing.request().as(song)),
                                messages::error),
                        () -> done(missing));
    }

    /// Brings what is found back; the song, changed where something has another place now.
    private static Project found(Outcome.Missing missing, Path folder, Jobs.Watch watch) throws IOException {
        watch.at("Looking in " + folder, -1);
        List<Media> media =
                missing.problems().stream().map(problem -> problem.media()).toList();
        Project song = missing.song();
        for (MediaSearch.Found found : MediaSearch.search(song, media, List.of(folder), watch::canceled)) {
            String path = MediaSearch.bring(missing.folder(), found);
            if (!path.equals(found.media().path())) {
                song = SongEdits.relink(found.media().id(), path, found.media().sha256())
                        .apply(song);
            }
        }
        return song;
    }

    // ---- new songs and more tracks ----

    void newFromFiles() {
        List<Path> files = services.choosers().sounds("Sound files for a new song", services.home());
        if (!files.isEmpty()) {
            dropped(files);
        }
    }

    void addFiles() {
        if (session != null) {
            List<Path> files = services.choosers().sounds("Sound files to add", services.home());
            if (!files.isEmpty()) {
                dropped(files);
            }
        }
    }

    /// Files and folders were dropped on the window, or chosen.
    public void dropped(List<Path> paths) {
        services.background().execute(() -> {
            Dropped meant = Dropped.of(paths);
            services.ui().execute(() -> {
                switch (meant) {
                    case Dropped.Song(Path folder) -> request(SongRequest.of(folder));
                    case Dropped.Sounds(List<Path> files) -> sounds(files);
                    case Dropped.Nothing(String reason) -> messages.warning(reason);
                }
            });
        });
    }

    private void sounds(List<Path> files) {
        if (jobs.isBusy()) {
            return;
        }
        SongSession open = session;
        if (open == null) {
            newSong(files);
            return;
        }
        Path folder = open.file().folder().get();
        if (folder == null) {
            messages.notice(
                    "This song has no folder yet. Save it first; the sound files are copied into it.",
                    new Messages.Action("Save as…", () -> saveAs(() -> sounds(files))));
            return;
        }
        jobs.run(
                files.size() == 1 ? "Adding a track" : "Adding " + files.size() + " tracks",
                "Canceling leaves the song as it is.",
                watch -> NewSong.add(folder, open.history().current(), files, progress(watch, "Adding")),
                result -> open.history().apply(result.edit()),
                messages::error);
    }

    private void newSong(List<Path> files) {
        String tracks = files.size() == 1 ? "One track" : files.size() + " tracks";
        dialogs.name(
                "New song",
                tracks + ", one for each file. The files are copied and never changed.",
                "Create",
                Dropped.title(files),
                preferences.songs().get(),
                chooseFolder(),
                (title, place) -> jobs.run(
                        "Making “" + title + "”",
                        "Canceling leaves nothing of it.",
                        watch -> {
                            NewSong.create(place, title, files, progress(watch, "Converting"));
                            return place;
                        },
                        made -> request(SongRequest.of(made)),
                        messages::error));
    }

    private Function<Path, java.util.Optional<Path>> chooseFolder() {
        return from -> services.choosers().folder("Folder for the song", from);
    }

    private static ImportProgress progress(Jobs.Watch watch, String verb) {
        return new ImportProgress() {
            @Override
            public void report(double done, String file) {
                watch.at(verb + " " + file, done);
            }

            @Override
            public boolean canceled() {
                return watch.canceled();
            }
        };
    }

    // ---- saving and closing ----

    /// Saves the open song, under a name that is asked for where it has none.
    ///
    /// @param then runs when it was written
    public void save(Runnable then) {
        SongSession open = session;
        if (open == null) {
            return;
        }
        if (open.file().folder().get() == null) {
            saveAs(then);
        } else {
            open.file().save(written -> written(open, written, then));
        }
    }

    void saveAs(Runnable then) {
        SongSession open = session;
        if (open == null) {
            return;
        }
        Path folder = open.file().folder().get();
        Path before = folder == null ? null : folder.getParent();
        String title = open.history().current().title();
        dialogs.name(
                "Save the song as",
                folder == null ? "" : "A copy with its sound files, which is then the one that is open.",
                "Save",
                folder == null ? (title.equals(UNTITLED) ? "" : title) : title + " 2",
                before == null ? preferences.songs().get() : before,
                chooseFolder(),
                (name, place) -> {
                    try {
                        Files.createDirectories(preferences.songs().get());
                    } catch (IOException e) {
                        LOG.warn("The folder for songs cannot be made", e);
                    }
                    if (!open.history().current().title().equals(name)) {
                        open.history().apply(SongEdits.title(name));
                    }
                    open.file().saveAs(place, written -> written(open, written, then));
                });
    }

    private void written(SongSession open, boolean written, Runnable then) {
        if (written) {
            then.run();
        } else if (open.file().state().get() instanceof studio.headroom.ui.song.SaveState.Failed(String message)) {
            messages.error(message, new Messages.Action("Save as…", () -> saveAs(then)));
        }
    }

    /// Closes the open song, after asking where something would be lost.
    ///
    /// @param then runs when no song is open
    public void leaveSong(Runnable then) {
        SongSession open = session;
        if (open == null) {
            then.run();
        } else if (open.file().isChanged()) {
            dialogs.unsaved(
                    open.history().current().title(), () -> save(() -> close(open, then)), () -> close(open, then));
        } else {
            close(open, then);
        }
    }

    private void close(SongSession open, Runnable then) {
        if (session == open) {
            session = null;
            model = null;
            messages.clear();
            showStart();
            opener.close(open, then);
        }
    }

    /// Ends the program, after asking where something would be lost.
    public void quit() {
        leaveSong(() -> {
            if (settingsWait) {
                keepSettings();
            }
            services.exit().run();
        });
    }

    // ---- help ----

    void showPalette() {
        Overlay overlay = window.overlay();
        CommandPalette palette = new CommandPalette(look, commands, overlay::hide);
        overlay.show(palette, Pos.TOP_CENTER, () -> {});
        palette.open();
    }

    void showKeys() {
        Overlay overlay = window.overlay();
        KeySheet sheet = new KeySheet(look, commands, overlay::hide);
        overlay.show(sheet, Pos.CENTER, () -> {});
    }

    void showPreferences() {
        Overlay overlay = window.overlay();
        PreferencesView view = new PreferencesView(
                look, preferences, from -> services.choosers().folder("Folder for new songs", from));
        DialogCard card = new DialogCard(look, "Preferences", 520).add(view);
        card.button("Done", Buttons.Kind.PRIMARY, () -> {
            choosing = false;
            overlay.hide();
        });
        overlay.show(card, Pos.CENTER, () -> choosing = false);
        choosing = true;
        services.background().execute(() -> {
            var found = services.outputs().list();
            services.ui().execute(() -> view.showOutputs(found));
        });
    }
}
