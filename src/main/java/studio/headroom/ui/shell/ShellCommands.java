package studio.headroom.ui.shell;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.input.KeyCode;
import studio.headroom.mastering.FactoryChain;
import studio.headroom.ui.command.Command;
import studio.headroom.ui.command.Commands;
import studio.headroom.ui.command.KeyChord;
import studio.headroom.ui.song.ListeningState;
import studio.headroom.ui.song.SongHistory;
import studio.headroom.ui.song.SongSession;
import studio.headroom.ui.theme.Look;

/// The commands of the program that do not belong to one place alone, with their keys.
final class ShellCommands {
    private static final String SONG = "Song";
    private static final String EDIT = "Edit";
    private static final String TRANSPORT = "Transport";
    private static final String STRIP = "Strip";
    private static final String VIEW = "View";
    private static final String HELP = "Help";

    private final Shell shell;

    ShellCommands(Shell shell) {
        this.shell = shell;
    }

    void register(Commands commands) {
        song(commands);
        edit(commands);
        transport(commands);
        view(commands);
        commands.add(
                Command.of(
                        "help.commands",
                        HELP,
                        "Find a command",
                        "palette search",
                        () -> shell.panels().showPalette()),
                KeyChord.shortcut(KeyCode.K),
                KeyChord.shortcut(KeyCode.P));
        commands.add(
                Command.of(
                        "help.keys",
                        HELP,
                        "Show and change keys",
                        "shortcuts keyboard",
                        () -> shell.panels().showKeys()),
                KeyChord.key(KeyCode.SLASH).withShift());
    }

    private boolean isOpen() {
        return shell.session() != null;
    }

    /// A command that needs an open song.
    private Command song(String id, String group, String name, String keywords, Consumer<SongSession> action) {
        return Command.of(id, group, name, keywords, () -> {
                    SongSession session = shell.session();
                    if (session != null) {
                        action.accept(session);
                    }
                })
                .when(this::isOpen);
    }

    private void monitorLevel(Commands commands) {
        commands.add(song(
                "transport.listeningLevel",
                TRANSPORT,
                "Listening level…",
                "monitor volume calibration spl pink noise k-system loudness",
                shell.panels()::showListeningLevel));
        commands.add(song(
                "transport.reference",
                TRANSPORT,
                "Listen at the reference level",
                "monitor calibration spl k-system",
                session -> session.playback().hints().say(level(session).toReference())));
        commands.add(song(
                "transport.louder",
                TRANSPORT,
                "Monitor 1 dB louder",
                "volume up",
                session -> level(session).change(1)));
        commands.add(song(
                "transport.softer",
                TRANSPORT,
                "Monitor 1 dB softer",
                "volume down",
                session -> level(session).change(-1)));
    }

    private ListeningLevel level(SongSession session) {
        return new ListeningLevel(shell.preferences(), session.playback().monitorPath());
    }

    private void monitorPath(Commands commands) {
        for (MonitorWords part : MonitorWords.values()) {
            commands.add(song(
                    part.command(),
                    TRANSPORT,
                    part.words(),
                    "monitor solo loudspeakers channel check",
                    session -> session.playback().monitorPath().toggle(part.listen())));
        }
        commands.add(song("transport.mute", TRANSPORT, "Mute the loudspeakers", "monitor silence", session -> {
            BooleanProperty muted = session.playback().monitorPath().muted();
            muted.set(!muted.get());
        }));
        commands.add(song(
                "transport.invert", TRANSPORT, "Turn the right loudspeaker over", "monitor polarity phase", session -> {
                    BooleanProperty inverted = session.playback().monitorPath().inverted();
                    inverted.set(!inverted.get());
                }));
    }

    private void song(Commands commands) {
        commands.add(
                Command.of(
                        "song.new",
                        SONG,
                        "New song from files…",
                        "import stems create",
                        () -> shell.leaveSong(shell.intake()::newFromFiles)),
                KeyChord.shortcut(KeyCode.N));
        commands.add(
                Command.of(
                        "song.newEmpty",
                        SONG,
                        "New empty song",
                        "create",
                        () -> shell.intake().newEmpty()),
                KeyChord.shortcut(KeyCode.N).withShift());
        commands.add(Command.of(
                "song.newFromTemplate",
                SONG,
                "New song from a template…",
                "create session",
                () -> shell.templates().choose()));
        commands.add(song(
                "song.saveTemplate",
                SONG,
                "Save as template…",
                "session strips routing",
                session -> shell.templates().save()));
        commands.add(
                Command.of(
                        "song.open",
                        SONG,
                        "Open a song…",
                        "load project",
                        () -> shell.openings().choose()),
                KeyChord.shortcut(KeyCode.O));
        commands.add(Command.of(
                "song.master",
                SONG,
                "Master a stereo file…",
                "mastering finished mix open wav print elsewhere",
                () -> shell.intake().masterFile()));
        commands.add(Command.of("song.sample", SONG, "Open the sample song", "demo example", shell::openSample));
        commands.add(
                song(
                        "song.addFiles",
                        SONG,
                        "Add sound files…",
                        "import tracks stems",
                        session -> shell.intake().addFiles()),
                KeyChord.shortcut(KeyCode.I));
        commands.add(song(
                "song.addStrips",
                SONG,
                "Add strips of another song…",
                "import tracks session bring",
                session -> shell.otherSongs().choose()));
        commands.add(song(
                "song.pack",
                SONG,
                "Pack the song into one file…",
                "archive zip consolidate send collect",
                session -> shell.intake().pack()));
        commands.add(Command.of(
                "song.backup",
                SONG,
                "Open a backup…",
                "earlier version save restore revert",
                () -> shell.openings().chooseBackup()));
        commands.add(song(
                "song.notes",
                SONG,
                "Notes of the song…",
                "text remarks session",
                session -> shell.panels().showNotes(session)));
        commands.add(
                song(
                        "song.toDos",
                        SONG,
                        "Notes to the mix…",
                        "to do master remark task list playhead",
                        session -> shell.window().toggleToDos()),
                KeyChord.key(KeyCode.N).withShift());
        commands.add(song(
                "strip.split",
                STRIP,
                "Split the track into left and right",
                "stereo mono sides channels",
                session -> shell.intake().splitTrack()));
        commands.add(song(
                "strip.join",
                STRIP,
                "Join two mono tracks in stereo",
                "left right sides channels",
                session -> shell.intake().joinTracks()));
        commands.add(
                song(
                        "song.save",
                        SONG,
                        "Save",
                        "write store",
                        session -> shell.saving().save(() -> {})),
                KeyChord.shortcut(KeyCode.S));
        commands.add(
                song(
                        "song.saveAs",
                        SONG,
                        "Save as…",
                        "copy write",
                        session -> shell.saving().saveAs(() -> {})),
                KeyChord.shortcut(KeyCode.S).withShift());
        commands.add(
                song("song.close", SONG, "Close the song", "start page", session -> shell.leaveSong(() -> {})),
                KeyChord.shortcut(KeyCode.W));
        commands.add(
                Command.of(
                        "song.preferences",
                        SONG,
                        "Preferences",
                        "settings options device",
                        () -> shell.panels().showPreferences()),
                KeyChord.shortcut(KeyCode.COMMA));
        commands.add(
                Command.of("song.quit", SONG, "Quit Headroom", "exit end", shell::quit), KeyChord.shortcut(KeyCode.Q));
    }

    private void edit(Commands commands) {
        commands.add(
                song(
                                "edit.undo",
                                EDIT,
                                "Undo",
                                "back",
                                session -> session.history().undo())
                        .when(() -> named(SongHistory::undoName)),
                KeyChord.shortcut(KeyCode.Z));
        commands.add(
                song(
                                "edit.redo",
                                EDIT,
                                "Redo",
                                "again",
                                session -> session.history().redo())
                        .when(() -> named(SongHistory::redoName)),
                KeyChord.shortcut(KeyCode.Z).withShift(),
                KeyChord.shortcut(KeyCode.Y));
        commands.add(
                song(
                        "edit.history",
                        EDIT,
                        "History",
                        "undo steps list back",
                        session -> shell.panels().toggleHistory(session)),
                KeyChord.shortcut(KeyCode.Z).withAlt());
    }

    private boolean named(Function<SongHistory, ReadOnlyStringProperty> step) {
        SongSession session = shell.session();
        return session != null && !step.apply(session.history()).get().isEmpty();
    }

    private void transport(Commands commands) {
        commands.add(
                song(
                        "transport.play",
                        TRANSPORT,
                        "Play or pause",
                        "start stop",
                        session -> session.playback().toggle()),
                KeyChord.key(KeyCode.SPACE));
        commands.add(song(
                "transport.stop",
                TRANSPORT,
                "Stop",
                "halt",
                session -> session.playback().stop()));
        commands.add(
                song(
                        "transport.start",
                        TRANSPORT,
                        "To the start",
                        "return begin",
                        session -> session.playback().locate(0)),
                KeyChord.key(KeyCode.HOME),
                KeyChord.key(KeyCode.PERIOD));
        commands.add(
                song(
                        "transport.end",
                        TRANSPORT,
                        "To the end",
                        "",
                        session -> session.playback()
                                .locate(session.playback().heard().end())),
                KeyChord.key(KeyCode.END));
        commands.add(
                song("transport.loop", TRANSPORT, "Loop", "repeat cycle", session -> {
                    TopBarModel model = shell.model();
                    if (model != null) {
                        model.toggleLoop();
                    }
                }),
                KeyChord.key(KeyCode.L));
        commands.add(
                song(
                        "transport.goTo",
                        TRANSPORT,
                        "Go to bar or time…",
                        "locate position",
                        session -> shell.window().typePosition()),
                KeyChord.shortcut(KeyCode.G));
        commands.add(song(
                "transport.mono",
                TRANSPORT,
                "Listen in mono",
                "monitor fold",
                session ->
                        session.playback().mono().set(!session.playback().mono().get())));
        commands.add(song(
                "transport.dim",
                TRANSPORT,
                "Turn down what you hear",
                "monitor dim",
                session ->
                        session.playback().dim().set(!session.playback().dim().get())));
        monitorPath(commands);
        monitorLevel(commands);
        commands.add(
                song(
                                "transport.throughMaster",
                                TRANSPORT,
                                "Listen through the master",
                                "monitor mastering chain matched loudness",
                                this::turnMaster)
                        .in(MixPlace.ID),
                KeyChord.shortcut(KeyCode.M).withShift());
        commands.add(song(
                        "transport.matched",
                        TRANSPORT,
                        "Through the master: matched loudness or its own",
                        "monitor mastering chain unmatched",
                        session -> {
                            BooleanProperty matched =
                                    session.playback().listening().matched();
                            matched.set(!matched.get());
                        })
                .in(MixPlace.ID));
        commands.add(
                Command.of(
                        "transport.preRoll",
                        TRANSPORT,
                        "Pre-roll: none, 1 bar, 2 bars",
                        "lead in count before",
                        () -> shell.preferences().nextPreRoll()),
                KeyChord.key(KeyCode.P).withShift());
        commands.add(Command.of(
                "transport.returns",
                TRANSPORT,
                "Stop returns to where playing began",
                "",
                () -> shell.preferences()
                        .returnsToStart()
                        .set(!shell.preferences().returnsToStart().get())));
    }

    /// Where there is no chain to listen through, says so and offers one.
    private void turnMaster(SongSession session) {
        ListeningState listening = session.playback().listening();
        if (listening.hasChain().get()) {
            listening.throughMaster().set(!listening.throughMaster().get());
            return;
        }
        shell.messages()
                .notice(
                        "This song has no mastering chain yet. The menu beside Play has the program's chains to listen"
                                + " through meanwhile.",
                        FactoryChain.all().stream()
                                .limit(1)
                                .map(chain -> new Messages.Action("Use “" + chain.label() + "”", () -> {
                                    listening.instead().set(chain);
                                    listening.throughMaster().set(true);
                                }))
                                .toArray(Messages.Action[]::new));
    }

    private void view(Commands commands) {
        commands.add(
                song(
                        "view.mix",
                        VIEW,
                        "Go to the Mix view",
                        "place mixer timeline",
                        session -> shell.window().showPlace(MixPlace.ID)),
                KeyChord.shortcut(KeyCode.DIGIT1));
        commands.add(
                song(
                        "view.master",
                        VIEW,
                        "Go to the Master view",
                        "place mastering print chain",
                        session -> shell.window().showPlace("master")),
                KeyChord.shortcut(KeyCode.DIGIT2));
        commands.add(
                song("view.parts", VIEW, "Timeline, mixer, or both", "toggle", session -> mix(MixPlace::nextView))
                        .in(MixPlace.ID),
                KeyChord.key(KeyCode.F6));
        commands.add(
                song(
                                "view.inspector",
                                VIEW,
                                "Show or hide the inspector",
                                "",
                                session -> mix(MixPlace::toggleInspector))
                        .in(MixPlace.ID),
                KeyChord.key(KeyCode.I));
        commands.add(
                Command.of("view.larger", VIEW, "Larger", "scale zoom", () -> scale(1)),
                KeyChord.shortcut(KeyCode.EQUALS).withAlt(),
                KeyChord.shortcut(KeyCode.PLUS).withAlt());
        commands.add(
                Command.of("view.smaller", VIEW, "Smaller", "scale zoom", () -> scale(-1)),
                KeyChord.shortcut(KeyCode.MINUS).withAlt());
        commands.add(
                Command.of(
                        "view.normal",
                        VIEW,
                        "Normal size",
                        "scale 100",
                        () -> shell.preferences().percent().set(100)),
                KeyChord.shortcut(KeyCode.DIGIT0).withAlt());
    }

    private void mix(Consumer<MixPlace> action) {
        if (shell.window().place() instanceof MixPlace place) {
            action.accept(place);
        }
    }

    private void scale(int step) {
        int at = Look.PERCENTS.indexOf(shell.preferences().percent().get());
        int next = Math.clamp(at + step, 0, Look.PERCENTS.size() - 1);
        shell.preferences().percent().set(Look.PERCENTS.get(next));
    }
}
