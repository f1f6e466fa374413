package studio.headroom.ui.master.deliver;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import studio.headroom.mastering.deliver.DeliveryJob;
import studio.headroom.mastering.deliver.DeliveryPlan;
import studio.headroom.mastering.prints.Print;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;
import studio.headroom.project.edit.MasteringEdits;
import studio.headroom.project.edit.SongEdits;
import studio.headroom.ui.command.Command;
import studio.headroom.ui.command.KeyChord;
import studio.headroom.ui.export.LongJob;
import studio.headroom.ui.export.Surroundings;
import studio.headroom.ui.master.MasterSession;
import studio.headroom.ui.preferences.Preferences;
import studio.headroom.ui.shell.Messages;
import studio.headroom.ui.shell.Shell;

/// Deliveries of the open song's master, with their command: one at a time, in the background, of the master as it was
/// when
/// they began. UI thread.
public final class Deliveries {
    /// What deliveries need of the machine.
    ///
    /// @param chooseFolder lets a person choose a folder: its title, and where to begin
    /// @param choosePicture likewise a picture
    /// @param reveal shows a file where it lies, in the system's own window
    /// @param open opens a file in the program that the system has for it
    /// @param zone of the date in names
    /// @param background carries out what takes time
    /// @param ui carries out what belongs to the UI thread
    public record Machine(
            BiFunction<String, Path, Optional<Path>> chooseFolder,
            BiFunction<String, Path, Optional<Path>> choosePicture,
            Consumer<Path> reveal,
            Consumer<Path> open,
            ZoneId zone,
            Executor background,
            Executor ui) {}

    /// A delivery under way. UI thread.
    public interface Delivering {
        /// What it does now, in words.
        String doing();

        /// How far it is, 0..1.
        double done();
    }

    private static final int USUAL_RATE = 48_000;

    private final Shell shell;
    private final Preferences preferences;
    private final Machine machine;
    private final DeliverDialogs dialogs;
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Delivering> running = new ReadOnlyObjectWrapper<>();
    private @Nullable MasterSession session;
    private Supplier<@Nullable Expected> expected = () -> null;
    private @Nullable DeliverRun run;
    private boolean watched;
    /// The versions that were delivered of a song while the program runs, by its folder.
    private final Map<Path, Versions> versions = new HashMap<>();

    /// Adds its command to those of the shell.
    public Deliveries(Shell shell, Preferences preferences, Machine machine) {
        this.shell = shell;
        this.preferences = preferences;
        this.machine = machine;
        dialogs = new DeliverDialogs(shell.look(), shell.window().overlay(), machine.reveal(), machine.open());
        shell.holdBack(this::holdsBack);
        shell.commands()
                .add(
                        Command.of(
                                        "master.deliver",
                                        "Master",
                                        "Deliver…",
                                        "master export release cd vinyl streaming wav flac mp3 opus isrc upc cover report",
                                        this::deliver)
                                .when(() -> session != null),
                        KeyChord.shortcut(KeyCode.D).withShift());
        preferences.observe(this::summarize);
        summarize();
    }

    /// Follows the master of a song that was opened.
    ///
    /// @param measured gives what the master measures as the chain is set, or null where that is not known yet
    /// @return ends it
    public Runnable follow(MasterSession opened, Supplier<@Nullable Expected> measured) {
        session = opened;
        expected = measured;
        ObservableValue<@Nullable Print> print = opened.print();
        InvalidationListener changed = observable -> summarize();
        print.addListener(changed);
        summarize();
        return () -> {
            print.removeListener(changed);
            if (session == opened) {
                session = null;
                expected = () -> null;
                summarize();
            }
        };
    }

    /// What is chosen, short: `WAV 24/48 · FLAC 24/44.1 · MP3 320`.
    public ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    /// What is under way, or null.
    public ReadOnlyObjectProperty<@Nullable Delivering> running() {
        return running.getReadOnlyProperty();
    }

    /// Names of the prints that what is under way reads, and of those that are remembered as versions.
    public Set<String> prints() {
        Set<String> names = new HashSet<>();
        versions.values()
                .forEach(of ->
                        of.all().forEach(version -> names.add(version.print().name())));
        DeliverRun job = run;
        if (job != null) {
            names.addAll(job.prints());
        }
        return names;
    }

    private void summarize() {
        MasterSession open = session;
        Print print = open == null ? null : open.print().getValue();
        summary.set(DeliverChoices.of(preferences.deliver()).summary(print == null ? USUAL_RATE : print.sampleRate()));
    }

    /// Asks before the program ends, where something is under way.
    private boolean holdsBack(Runnable quit) {
        if (run == null) {
            return false;
        }
        watched = false;
        dialogs.quitting("delivery", quit, this::showRunning);
        return true;
    }

    /// Calls off what is under way and waits a moment until it has cleaned up. Any thread.
    public void stop() {
        DeliverRun job = run;
        if (job != null) {
            job.stop(3_000);
        }
    }

    /// Shows what is under way, if something is.
    private boolean showRunning() {
        DeliverRun job = run;
        if (job == null) {
            return false;
        }
        watched = true;
        dialogs.delivering(job, this::hidden);
        return true;
    }

    private void hidden() {
        watched = false;
        shell.window().overlay().hide();
    }

    // ---- asking ----

    /// Asks what is to be delivered, or shows what is under way.
    public void deliver() {
        MasterSession open = session;
        if (open == null || showRunning()) {
            return;
        }
        Print print = open.print().getValue();
        if (print == null) {
            shell.messages().notice("There is no print to deliver yet. Print the mix first.");
            return;
        }
        Project project = open.song().history().current();
        DeliverModel model = new DeliverModel(
                new DeliverModel.Start(
                        print,
                        project,
                        expected.get(),
                        folder(print),
                        cover(print),
                        versions.getOrDefault(songFolder(print), Versions.NONE),
                        songFolder(print),
                        machine.zone()),
                DeliverChoices.of(preferences.deliver()),
                machine.background(),
                machine.ui());
        ask(open, model);
    }

    private void ask(MasterSession open, DeliverModel model) {
        dialogs.form(
                model,
                from -> machine.chooseFolder().apply("Folder for the files", from),
                () -> machine.choosePicture().apply("Cover", pictures(model)),
                () -> keep(model),
                () -> begin(open, model));
    }

    private static Path pictures(DeliverModel model) {
        Path file = model.coverFile();
        Path folder = file == null ? null : file.getParent();
        return folder == null ? model.folder() : folder;
    }

    /// Where the last delivery went, or the project's own folder of masters.
    private Path folder(Print print) {
        return kept("folder").orElseGet(() -> songFolder(print).resolve("masters"));
    }

    private static Path songFolder(Print print) {
        Path prints = print.file().toAbsolutePath().getParent();
        Path song = prints == null ? null : prints.getParent();
        return song == null ? print.file().toAbsolutePath().getRoot() : song;
    }

    /// The cover that this song had last.
    private @Nullable Path cover(Print print) {
        boolean same = preferences
                .deliver()
                .getOrDefault("cover.song", "")
                .equals(songFolder(print).toString());
        return same ? kept("cover.file").orElse(null) : null;
    }

    private Optional<Path> kept(String name) {
        String text = preferences.deliver().getOrDefault(name, "");
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty(); // Written on another system; then it is the usual one.
        }
    }

    /// What was chosen is there the next time, also when the dialog is left.
    private void keep(DeliverModel model) {
        versions.put(songFolder(model.print()), model.versions().chosen());
        SortedMap<String, String> values = model.choices().values();
        Map<String, String> before = preferences.deliver();
        if (!model.folder().equals(songFolder(model.print()).resolve("masters"))) {
            values.put("folder", model.folder().toString());
        }
        Path cover = model.coverFile();
        if (cover != null) {
            values.put("cover.file", cover.toString());
            values.put("cover.song", songFolder(model.print()).toString());
        }
        if (!values.equals(before)) {
            preferences.setDeliver(values);
        }
    }

    // ---- working ----

    private void begin(MasterSession open, DeliverModel model) {
        keep(model);
        if (model.tagsChanged()) {
            open.song().history().apply(SongEdits.tags(model.tags()));
        }
        if (model.endsChanged()) {
            open.song().history().apply(MasteringEdits.ends("Beginning and end", model.ends()));
        }
        List<Path> existing = model.surroundings().existing();
        if (existing.isEmpty()) {
            run(open, model, model.plan());
        } else {
            dialogs.existing(
                    model.folder(),
                    existing,
                    () -> run(open, model, model.plan()),
                    () -> run(open, model, beside(model, existing)),
                    () -> ask(open, model));
        }
    }

    private static DeliveryPlan beside(DeliverModel model, List<Path> existing) {
        return model.plan().renamed(model.folder(), Surroundings.beside(model.paths(), existing));
    }

    private void run(MasterSession open, DeliverModel model, DeliveryPlan plan) {
        List<Insert> chain = open.song().history().current().mastering().chain();
        List<Path> folders = new ArrayList<>(plan.folders());
        folders.addFirst(model.folder());
        Path cover = model.coverFile();
        DeliverRun job = new DeliverRun(
                new DeliveryJob.Order(
                        model.tags().getOrDefault("title", model.project().title()),
                        plan.versions(),
                        model.versions().chosen().level(),
                        cover == null ? List.of() : List.of(cover),
                        chain.isEmpty() ? null : chain,
                        model.ends(),
                        folders,
                        model.reports()),
                plan.names());
        run = job;
        running.set(new Delivering() {
            @Override
            public String doing() {
                return job.step();
            }

            @Override
            public double done() {
                return job.share();
            }
        });
        job.start(machine.background(), machine.ui(), () -> ended(job));
        showRunning();
    }

    private void ended(DeliverRun job) {
        boolean shown = watched;
        run = null;
        watched = false;
        running.set(null);
        DeliveryJob.Result result = job.result();
        if (job.state() == LongJob.State.DONE && result != null) {
            if (shown) {
                dialogs.delivered(job, result);
            } else {
                int files = result.files().size();
                shell.messages()
                        .notice(
                                files == 1 ? "One file is delivered." : files + " files are delivered.",
                                new Messages.Action("Show them", () -> dialogs.delivered(job, result)));
            }
            return;
        }
        if (shown) {
            shell.window().overlay().hide();
        }
        if (job.state() == LongJob.State.FAILED) {
            shell.messages().error("Nothing was delivered. " + job.failure().replace('\n', ' '));
        }
    }
}
