package studio.headroom.files.project;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.headroom.files.FileException;
import studio.headroom.project.Project;

/// Keeps unsaved work while a song is edited: a state is on the disk at most [#interval] and the time of one write
/// after
/// the edit that made it. Any thread; edits only hand the project over and never wait for the disk.
///
/// Saving goes through here too, so that no autosave is written behind it.
public final class Autosaver implements AutoCloseable {
    public static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(3);

    private final Duration interval;
    private final @Nullable Autosave spare;
    private final Owner owner;
    private final ScheduledExecutorService thread;
    /// Guards the disk: one write at a time, in the order of the edits.
    private final Object writing = new Object();

    private Autosave autosave;
    private @Nullable Project pending;
    private boolean scheduled;
    private boolean closed;

    /// Hears, on the thread that writes, what becomes of states.
    public interface Owner {
        /// A state was kept.
        ///
        /// @param where the folder of the states
        default void kept(Path where) {}

        /// A state could not be kept; the next try is an interval later.
        void failed(FileException e);
    }

    /// @param autosave where the states go
    /// @param failures is told of a state that could not be kept, on the thread that writes; the next try is an
    ///     interval later
    public Autosaver(Autosave autosave, Duration interval, Consumer<FileException> failures) {
        this(autosave, null, interval, failures::accept);
    }

    /// As [#Autosaver(Autosave, Duration, Consumer)].
    ///
    /// @param spare where states go that cannot be written to `autosave`, as in a song's folder that is gone, full
    /// or
    ///     read-only; such states are kept, and no failures
    public Autosaver(Autosave autosave, @Nullable Autosave spare, Duration interval, Owner owner) {
        this.autosave = autosave;
        this.spare = spare;
        this.interval = interval;
        this.owner = owner;
        thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("autosave").daemon().factory());
    }

    public Duration interval() {
        return interval;
    }

    /// The song is now this, and it is not saved.
    public synchronized void changed(Project project) {
        if (!closed) {
            pending = project;
            schedule();
        }
    }

    private synchronized void schedule() {
        if (!scheduled && !closed) {
            scheduled = true;
            thread.schedule(this::run, interval.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void run() {
        synchronized (this) {
            scheduled = false;
        }
        try {
            writePending();
        } catch (FileException e) {
            schedule();
            owner.failed(e);
        }
    }

    /// Keeps what is not kept yet, at once.
    ///
    /// @throws FileException when that fails; it is tried again with the next change
    public void flush() throws FileException {
        writePending();
    }

    private void writePending() throws FileException {
        synchronized (writing) {
            Project project = pending();
            if (project != null) {
                write(project);
                forget(project);
            }
        }
    }

    private void write(Project project) throws FileException {
        try {
            autosave.write(project);
            owner.kept(autosave.folder());
        } catch (FileException e) {
            if (spare == null) {
                throw e;
            }
            try {
                spare.write(project);
                owner.kept(spare.folder());
            } catch (FileException also) {
                e.addSuppressed(also);
                throw e;
            }
        }
    }

    private void clearSpare() throws FileException {
        if (spare != null) {
            spare.clear();
        }
    }

    private synchronized @Nullable Project pending() {
        return pending;
    }

    private synchronized void forget(Project written) {
        if (pending == written) {
            pending = null;
        }
    }

    /// As [#save(Path, Project, int)], with as many backups as usual.
    public void save(Path folder, Project project) throws FileException {
        save(folder, project, ProjectFiles.BACKUPS_KEPT);
    }

    /// Saves a project into its folder, as [ProjectFiles#save(Path, Project, int)], and forgets the states that were
    /// kept of it. What has been changed since is kept as unsaved work.
    public void save(Path folder, Project project, int backups) throws FileException {
        synchronized (writing) {
            ProjectFiles.save(folder, project, backups);
            autosave.clear();
            clearSpare();
            forget(project);
        }
    }

    /// The song was saved under a name, as [ProjectFiles#create] does: from now on its unsaved work is kept in its
    /// folder.
    ///
    /// @param project what was saved
    public void saved(Path folder, Project project) throws FileException {
        synchronized (writing) {
            autosave = Autosave.of(folder);
            clearSpare();
            forget(project);
        }
    }

    /// Ends without keeping anything more; a write that is going on is finished.
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            pending = null;
        }
        thread.shutdown();
        synchronized (writing) {
            // Whoever closed may remove the folder now.
        }
    }
}
