package studio.headroom.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import studio.headroom.ui.command.Commands;
import studio.headroom.ui.preferences.Preferences;
import studio.headroom.ui.song.MonitorPath;
import studio.headroom.ui.song.SongOpener;
import studio.headroom.ui.song.SongRequest;
import studio.headroom.ui.song.SongSession;
import studio.headroom.ui.start.DropSpot;
import studio.headroom.ui.theme.Look;

/// The program as a person meets it: which song is open, and what comes before and after. UI thread.
public final class Shell {
    /// Makes the places of a song; the first one is shown.
    @FunctionalInterface
    public interface PlaceMaker {
        List<Place> places(SongSession session);

        /// Adds the commands of the places; once, before any song is open.
        default void register(Commands commands) {}
    }

    private final Tools tools;
    private final PlaceMaker places;
    private final Commands commands = new Commands();
    private final SongOpener opener;
    private final SettingsKeeper settings;
    private final StartDesk start;
    private final Openings openings;
    private final SongIntake intake;
    private final SongSaving saving;
    private final Templates templates;
    private final OtherSongs otherSongs;
    private final Panels panels;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(TitleText.NAME);
    private Predicate<Runnable> holdsBack = end -> false;
    private @Nullable SongSession session;
    private @Nullable TopBarModel model;
    private String beginning = "";

    public Shell(Look look, Preferences preferences, Services services, PlaceMaker places) {
        this.places = places;
        Messages messages = new Messages();
        MainWindow window = new MainWindow(look, commands, preferences, messages);
        tools = new Tools(
                look,
                preferences,
                services,
                window,
                messages,
                new SongDialogs(look, window.overlay(), services.zone()),
                new Jobs(look, window.overlay(), services.background(), services.ui()));
        opener = new SongOpener(
                services.outputs(), services.openSongs(), services.recent(), services.ui(), messages.ofPlaying());
        settings = new SettingsKeeper(tools);
        openings = new Openings(tools, opener, this, this::show);
        intake = new SongIntake(tools, this);
        saving = new SongSaving(tools, this);
        templates = new Templates(tools, this);
        otherSongs = new OtherSongs(tools, this);
        panels = new Panels(tools, this, commands);
        start = new StartDesk(tools, this);
        new ShellCommands(this).register(commands);
        places.register(commands);
        commands.keys().take(preferences.keys());
        commands.keys().observe(() -> preferences.setKeys(commands.keys().changes()));
        followPreferences();
        window.acceptFiles(intake::dropped);
        start.show();
    }

    private void followPreferences() {
        Look look = tools.look();
        Preferences preferences = tools.preferences();
        look.setPercent(preferences.percent().get());
        look.setTheme(preferences.theme().get());
        preferences.theme().addListener((observable, before, now) -> look.setTheme(now));
        look.reducedMotionProperty().bind(preferences.reducedMotion());
        preferences.percent().addListener((observable, before, now) -> {
            look.setPercent(now.intValue());
            panels.rescale();
        });
        preferences.device().addListener(observable -> connect());
        preferences.block().addListener(observable -> connect());
        preferences.returnsToStart().addListener((observable, before, now) -> {
            if (session != null) {
                session.playback().returnsToStart().set(now);
            }
        });
        preferences.observe(this::followMonitor);
        preferences.preRollBars().addListener((observable, before, now) -> {
            if (session != null) {
                session.playback().preRollBars().set(now.intValue());
            }
        });
        preferences.backups().addListener((observable, before, now) -> {
            if (session != null) {
                session.file().setBackups(now.intValue());
            }
        });
    }

    private void followMonitor() {
        SongSession open = session;
        if (open == null) {
            window().showMonitor("");
            return;
        }
        MonitorPath path = open.playback().monitorPath();
        path.level().set(preferences().monitorLevel().get());
        window().showMonitor(new ListeningLevel(preferences(), path).words());
    }

    private void connect() {
        if (session != null) {
            opener.connect(
                    session.playback(),
                    session.history().current().sampleRate(),
                    tools.preferences().sound());
        }
    }

    public MainWindow window() {
        return tools.window();
    }

    public Commands commands() {
        return commands;
    }

    public Messages messages() {
        return tools.messages();
    }

    public Look look() {
        return tools.look();
    }

    public Preferences preferences() {
        return tools.preferences();
    }

    /// What the window is called: the song, whether it is saved, the program.
    public ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    /// The open song, or null.
    public @Nullable SongSession session() {
        return session;
    }

    @Nullable
    TopBarModel model() {
        return model;
    }

    Openings openings() {
        return openings;
    }

    SongIntake intake() {
        return intake;
    }

    SongSaving saving() {
        return saving;
    }

    Templates templates() {
        return templates;
    }

    OtherSongs otherSongs() {
        return otherSongs;
    }

    Panels panels() {
        return panels;
    }

    // ---- beginning ----

    /// What the program begins with, where it was not told: what a crash left behind, the song that was open last where
    /// the user wants that, or the start page.
    public void begin() {
        start.offerLeftBehind(() -> {
            if (tools.preferences().opensLast().get() && session == null) {
                start.openLast();
            }
        });
    }

    /// Offers what a crash left behind, if anything was.
    public void offerLeftBehind() {
        start.offerLeftBehind(() -> {});
    }

    /// Opens a copy of the sample song.
    public void openSample() {
        intake.openSample();
    }

    /// Files and folders were dropped on the window, or chosen.
    public void dropped(List<Path> paths) {
        intake.dropped(paths, DropSpot.END);
    }

    // ---- the song that is open ----

    /// Saves the open song, under a name that is asked for where it has none.
    ///
    /// @param then runs when it was written
    public void save(Runnable then) {
        saving.save(then);
    }

    /// Opens a song in place of the one that is open.
    public void request(SongRequest request) {
        if (!tools.jobs().isBusy()) {
            leaveSong(() -> openings.open(request));
        }
    }

    /// The next song that is opened begins in a place other than its first.
    void beginWith(String place) {
        beginning = place;
    }

    /// Takes a stereo file over as a print, of the open song or of one of its own; asks for it.
    public void masterFile() {
        intake.masterFile();
    }

    /// As [#masterFile()], with a file that is known.
    public void masterFile(Path file) {
        intake.masterFile(file);
    }

    private void show(SongSession opened) {
        session = opened;
        TopBarModel shown = new TopBarModel(opened, tools.services().zone());
        model = shown;
        opened.playback()
                .returnsToStart()
                .set(tools.preferences().returnsToStart().get());
        opened.playback().preRollBars().set(tools.preferences().preRollBars().get());
        followMonitor();
        window().showSong(opened, shown, places.places(opened));
        window().showPlace(beginning);
        beginning = "";
        opened.playback()
                .status()
                .addListener(observable -> window().showDevice(
                                shown.device(tools.preferences().block().get())));
        // What is drawn of the sound files lies in the song's folder.
        opened.file().folder().addListener(observable -> {
            if (session == opened) {
                window().showSong(opened, shown, places.places(opened));
            }
        });
        opened.file().state().addListener(observable -> showTitle());
        opened.history().song().addListener(observable -> showTitle());
        showTitle();
    }

    private void showTitle() {
        SongSession open = session;
        title.set(
                open == null
                        ? TitleText.NAME
                        : TitleText.of(
                                open.history().current().title(), open.file().isChanged()));
    }

    /// Closes the open song, after asking where something would be lost.
    ///
    /// @param then runs when no song is open
    public void leaveSong(Runnable then) {
        SongSession open = session;
        if (tools.jobs().isBusy()) {
            tools.jobs().leave(() -> leaveSong(then));
        } else if (open == null) {
            then.run();
        } else if (open.file().isChanged()) {
            tools.dialogs()
                    .unsaved(
                            open.history().current().title(),
                            () -> saving.save(() -> close(open, then)),
                            () -> close(open, then));
        } else {
            close(open, then);
        }
    }

    private void close(SongSession open, Runnable then) {
        if (session == open) {
            session = null;
            model = null;
            tools.messages().clear();
            start.show();
            showTitle();
            followMonitor();
            opener.close(open, then);
        }
    }

    /// @param asks before the program ends: takes what ends it, and returns false where that may be done at once
    public void holdBack(Predicate<Runnable> asks) {
        Predicate<Runnable> before = holdsBack;
        holdsBack = end -> before.test(() -> {
                    if (!asks.test(end)) {
                        end.run();
                    }
                })
                || asks.test(end);
    }

    /// Ends the program, after asking where something would be lost.
    public void quit() {
        if (!holdsBack.test(this::end)) {
            end();
        }
    }

    private void end() {
        leaveSong(() -> {
            settings.flush();
            tools.services().exit().run();
        });
    }
}
