package studio.headroom.ui.export;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import studio.headroom.engine.meter.MasterReading;
import studio.headroom.mastering.ExportFile;
import studio.headroom.mastering.PrintCheck;
import studio.headroom.mastering.prints.Shelf;
import studio.headroom.project.edit.SongEdits;
import studio.headroom.ui.command.Command;
import studio.headroom.ui.command.KeyChord;
import studio.headroom.ui.preferences.Preferences;
import studio.headroom.ui.shell.Messages;
import studio.headroom.ui.shell.Shell;
import studio.headroom.ui.song.Playback;
import studio.headroom.ui.song.SongSession;

/// Exports and prints of the open song, with their commands: one at a time, in the background, of the song as it was
/// when they began. UI thread.
public final class Exports {
    private static final int REMAINING_THREADS = 1;

    /// What exports need of the machine.
    ///
    /// @param chooseFolder lets a person choose a folder, beginning at one
    /// @param reveal shows a file where it lies, in the system's own window
    /// @param zone of the times that are shown
    /// @param background carries out what takes time
    /// @param ui carries out what belongs to the UI thread
    public record Machine(
            Function<Path, Optional<Path>> chooseFolder,
            Consumer<Path> reveal,
            ZoneId zone,
            Executor background,
            Executor ui) {}

    /// A print under way. UI thread.
    public interface Printing {
        /// What it does now, in words.
        String doing();

        /// How far it is, 0..1.
        double done();

        /// Ends it as soon as it can; nothing of it stays.
        void callOff();
    }

    private final Shell shell;
    private final Preferences preferences;
    private final Machine machine;
    private final ExportDialogs dialogs;
    private final PrintWatch prints;
    private @Nullable ExportRun exporting;
    private final ReadOnlyObjectWrapper<@Nullable Printing> quietPrint = new ReadOnlyObjectWrapper<>();
    private Supplier<Set<String>> inUse = Set::of;
    private @Nullable PrintRun printing;
    /// What is shown of a run above the window, or null while it is hidden.
    private @Nullable LongJob watched;

    /// Adds its commands to those of the shell.
    public Exports(Shell shell, Preferences preferences, Machine machine) {
        this.shell = shell;
        this.preferences = preferences;
        this.machine = machine;
        dialogs = new ExportDialogs(shell.look(), shell.window().overlay(), machine.zone(), machine.reveal());
        prints = new PrintWatch(shell.look(), machine.background(), machine.ui());
        shell.holdBack(this::holdsBack);
        shell.commands()
                .add(
                        Command.of(
                                        "song.print",
                                        "Song",
                                        "Print the mix…",
                                        "bounce render mixdown master hand over",
                                        this::print)
                                .when(() -> shell.session() != null),
                        KeyChord.shortcut(KeyCode.P).withShift());
        shell.commands()
                .add(
                        Command.of(
                                        "song.export",
                                        "Song",
                                        "Export…",
                                        "bounce render mixdown stems wav flac mp3 opus save sound",
                                        this::export)
                                .when(() -> shell.session() != null),
                        KeyChord.shortcut(KeyCode.R).withShift());
    }

    /// Asks before the program ends, where something is under way.
    ///
    /// @param quit ends it all the same
    /// @return false where nothing is
    private boolean holdsBack(Runnable quit) {
        if (!isRunning()) {
            return false;
        }
        watched = null;
        dialogs.quitting(exporting != null ? "export" : "print", quit, this::showRunning);
        return true;
    }

    /// Whether something is being written. UI thread.
    boolean isRunning() {
        return exporting != null || printing != null;
    }

    /// Whether the song has a print, and whether that sounds as the song does now.
    public ReadOnlyObjectProperty<PrintCheck.State> printState() {
        return prints.state();
    }

    /// The prints of the open song.
    public ReadOnlyObjectProperty<Shelf> shelf() {
        return prints.shelf();
    }

    /// Looks what prints there are, after somebody has brought one.
    public void lookForPrints() {
        prints.look();
    }

    /// The print that is made without a dialog; its value is null while none is.
    public ReadOnlyObjectProperty<@Nullable Printing> quietPrint() {
        return quietPrint.getReadOnlyProperty();
    }

    /// Says which prints are not to be cleared away, for somebody works on them.
    ///
    /// @param names gives the names of their files
    /// @return ends it, unless somebody else has said so since
    public Runnable keepPrints(Supplier<Set<String>> names) {
        inUse = names;
        return () -> {
            if (inUse == names) {
                inUse = Set::of;
            }
        };
    }

    /// Follows the prints of a song that was opened.
    ///
    /// @return ends it
    public Runnable follow(SongSession session) {
        return prints.follow(session);
    }

    /// Calls off what is under way and waits a moment until it has cleaned up. Any thread.
    public void stop() {
        for (LongJob job : new @Nullable LongJob[] {exporting, printing}) {
            if (job != null) {
                job.stop(3_000);
            }
        }
    }

    private static int threads() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() - REMAINING_THREADS);
    }

    /// Shows what is under way, if something is.
    private boolean showRunning() {
        ExportRun export = exporting;
        PrintRun print = printing;
        if (export != null) {
            watched = export;
            dialogs.exporting(export, this::hidden);
            return true;
        }
        if (print != null) {
            watched = print;
            dialogs.printing(print, this::hidden);
            return true;
        }
        return false;
    }

    private void hidden() {
        watched = null;
        shell.window().overlay().hide();
    }

    // ---- print ----

    /// Prints the mix without a dialog: [#quietPrint()] says how far it is.
    public void printQuietly() {
        SongSession session = shell.session();
        Path folder = session == null ? null : session.file().folder().get();
        if (session == null
                || folder == null
                || isRunning()
                || session.history().current().end() == 0) {
            print(); // Which says what is in the way.
            return;
        }
        PrintRun run = new PrintRun(session.history().current(), folder, threads());
        printing = run;
        quietPrint.set(run);
        run.start(machine.background(), machine.ui(), () -> printed(run));
    }

    /// Prints the mix, or says that the print there is still holds.
    public void print() {
        SongSession session = shell.session();
        if (session == null || showRunning()) {
            return;
        }
        Path folder = session.file().folder().get();
        if (folder == null) {
            dialogs.saveFirst("Print the mix", "A print lies in the song’s folder.", () -> shell.save(this::print));
            return;
        }
        if (session.history().current().end() == 0) {
            shell.messages().notice("There is nothing to print yet. The song holds no clips: add sound files first.");
            return;
        }
        PrintRun run = new PrintRun(session.history().current(), folder, threads());
        printing = run;
        run.start(machine.background(), machine.ui(), () -> printed(run));
        showRunning();
    }

    private void printed(PrintRun run) {
        boolean shown = watched == run;
        boolean quiet = quietPrint.get() == run;
        printing = null;
        watched = null;
        var result = run.result();
        boolean done = result != null && run.state() == LongJob.State.DONE;
        if (done) {
            prints.clear(inUse.get(), preferences.prints().get(), () -> quietPrint.set(null));
        } else {
            prints.look();
        }
        if (!done || !quiet) {
            quietPrint.set(null);
        }
        if (done && quiet && !shown) {
            return;
        }
        if (result != null && run.state() == LongJob.State.DONE) {
            if (shown) {
                dialogs.printed(run.project(), result);
            } else {
                shell.messages()
                        .notice(
                                "The mix is printed. " + Figures.first(result.report()),
                                new Messages.Action("Show it", () -> dialogs.printed(run.project(), result)));
            }
        } else {
            ended(run, shown, "The mix is not printed");
        }
    }

    /// A job that made nothing.
    private void ended(LongJob run, boolean shown, String what) {
        if (shown) {
            shell.window().overlay().hide();
        }
        if (run.state() == LongJob.State.FAILED) {
            shell.messages().error(what + ". " + run.failure());
        }
    }

    // ---- export ----

    /// Asks what is to be exported.
    public void export() {
        SongSession session = shell.session();
        if (session == null || showRunning()) {
            return;
        }
        ExportSong song = song(session);
        if (song == null) {
            dialogs.saveFirst(
                    "Export", "What is exported is read from the song’s folder.", () -> shell.save(this::export));
            return;
        }
        ExportModel model =
                new ExportModel(song, ExportChoices.of(kept()), folder(song), machine.background(), machine.ui());
        dialogs.form(model, machine.chooseFolder(), () -> begin(session, model));
    }

    private static @Nullable ExportSong song(SongSession session) {
        Path folder = session.file().folder().get();
        return folder == null
                ? null
                : new ExportSong(
                        session.history().current(),
                        folder,
                        session.selection().strips().get(),
                        session.selection().clips().get(),
                        LocalDate.now(),
                        peak(session.playback()));
    }

    /// What the master strip's meter says; nothing while something other than the mix is heard.
    private static OptionalDouble peak(Playback playback) {
        double peak = playback.engine().master().get(MasterReading.TRUE_PEAK_DBTP);
        return playback.listening().mixPlays().get() && Double.isFinite(peak)
                ? OptionalDouble.of(peak)
                : OptionalDouble.empty();
    }

    /// Where the last export went, or a folder beside the song.
    private Path folder(ExportSong song) {
        String last = kept().getOrDefault("folder", "");
        if (!last.isBlank()) {
            try {
                return Path.of(last);
            } catch (InvalidPathException e) {
                // Written on another system; then it is the usual one.
            }
        }
        Path parent = song.folder().toAbsolutePath().getParent();
        return (parent == null ? song.folder() : parent).resolve("Exports");
    }

    private Map<String, String> kept() {
        return preferences.export();
    }

    private void begin(SongSession session, ExportModel model) {
        SortedMap<String, String> values = model.choices().values();
        values.put("folder", model.folder().toString());
        preferences.setExport(values);
        if (model.tagsChanged() && model.choices().tags()) {
            session.history().apply(SongEdits.tags(model.tags()));
        }
        List<Path> existing = model.surroundings().existing();
        if (existing.isEmpty()) {
            run(model, model.plan());
        } else {
            dialogs.existing(
                    model.folder(),
                    existing,
                    () -> run(model, model.plan()),
                    () -> run(
                            model,
                            model.plan().renamed(model.folder(), Surroundings.beside(paths(model.plan()), existing))),
                    () -> dialogs.form(model, machine.chooseFolder(), () -> begin(session, model)));
        }
    }

    private static List<Path> paths(ExportPlan plan) {
        return plan.files().stream().map(ExportFile::path).toList();
    }

    private void run(ExportModel model, ExportPlan plan) {
        ExportRun run = new ExportRun(model.song(), plan, model.choices().report(), model.reportFile(), threads());
        exporting = run;
        run.start(machine.background(), machine.ui(), () -> exported(run));
        showRunning();
    }

    private void exported(ExportRun run) {
        boolean shown = watched == run;
        exporting = null;
        watched = null;
        if (run.state() == LongJob.State.DONE) {
            if (shown) {
                dialogs.exported(run);
            } else {
                String what = run.names().size() == 1
                        ? "“" + run.names().getFirst() + "” is exported."
                        : run.names().size() + " files are exported.";
                shell.messages().notice(what, new Messages.Action("Show them", () -> dialogs.exported(run)));
            }
        } else {
            ended(run, shown, "Nothing was exported");
        }
    }
}
