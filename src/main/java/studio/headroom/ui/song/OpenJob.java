package studio.headroom.ui.song;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.headroom.engine.live.Lateness;
import studio.headroom.engine.live.LiveEngine;
import studio.headroom.engine.output.OutputRequest;
import studio.headroom.files.FileException;
import studio.headroom.files.project.Autosave;
import studio.headroom.files.project.MediaCheck;
import studio.headroom.files.project.OpenSongs;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.files.project.SongLock;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.edit.Edit;
import studio.headroom.ui.song.SongOpener.Outcome;

/// One opening, on its own thread.
final class OpenJob {
    private static final Logger LOG = LoggerFactory.getLogger(OpenJob.class);
    private static final double LOADED = 0.05;
    private static final double CHECKED = 0.15;
    private static final double COMPILED = 0.4;
    private static final long CLOSING_NANOS = 5_000_000_000L;

    private final SongOpener owner;
    private final SongRequest request;
    private final SoundSettings sound;
    private final KeepSettings keep;
    private final SongOpener.Listener listener;
    private final SongOpener.Opening opening;

    OpenJob(
            SongOpener owner,
            SongRequest request,
            SoundSettings sound,
            KeepSettings keep,
            SongOpener.Listener listener,
            SongOpener.Opening opening) {
        this.owner = owner;
        this.request = request;
        this.sound = sound;
        this.keep = keep;
        this.listener = listener;
        this.opening = opening;
    }

    void run() {
        Outcome outcome = attempt();
        if (outcome != null) {
            owner.ui.execute(() -> listener.done(outcome));
        }
    }

    private @Nullable Outcome attempt() {
        try {
            return open();
        } catch (InterruptedIOException e) {
            return new Outcome.Canceled();
        } catch (IOException e) {
            return opening.isCanceled() ? new Outcome.Canceled() : failed(e, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            return failed(
                    e,
                    "The song cannot be opened: something went wrong inside Headroom ("
                            + e.getClass().getSimpleName() + "). The log says more.");
        }
    }

    private Outcome failed(Exception e, String message) {
        LOG.warn("A song cannot be opened", e);
        return new Outcome.Failed(request, message);
    }

    /// @return null when the UI thread goes on with it
    private @Nullable Outcome open() throws IOException {
        progress("Reading the song", 0);
        Path path = request.path();
        Path folder =
                path == null ? null : ProjectFiles.folder(path).toAbsolutePath().normalize();
        // A folder that holds no song is not touched.
        if (folder == null || !Files.exists(folder.resolve(ProjectFiles.FILE)) && request.state() == null) {
            return open(folder, null);
        }
        SongLock lock = take(folder);
        if (lock == null) {
            return new Outcome.InUse(request, folder, SongLock.holder(folder));
        }
        boolean kept = false;
        try {
            Outcome outcome = open(folder, lock);
            kept = outcome == null;
            return outcome;
        } finally {
            if (!kept) {
                lock.close();
            }
        }
    }

    /// A song that was closed here just now is let go in a moment.
    private @Nullable SongLock take(Path folder) {
        long end = System.nanoTime() + CLOSING_NANOS;
        while (true) {
            Optional<SongLock> lock = SongLock.take(folder);
            boolean closing = SongLock.holder(folder).here() && System.nanoTime() < end && !opening.isCanceled();
            if (lock.isPresent() || !closing) {
                return lock.orElse(null);
            }
            LockSupport.parkNanos(CLOSING_NANOS / 100);
        }
    }

    /// @return null when the UI thread goes on with it, and with the lock
    private @Nullable Outcome open(@Nullable Path folder, @Nullable SongLock lock) throws IOException {
        Project saved = folder == null ? null : loadSaved(folder);
        Project song = request.state() != null ? request.state() : saved;
        if (folder != null && request.left() == null && request.unsaved() != SongRequest.Unsaved.LEAVE) {
            Optional<Autosave.Recovery> found = request.state() == null ? Autosave.recovery(folder) : Optional.empty();
            if (found.isPresent() && request.unsaved() == SongRequest.Unsaved.ASK) {
                return new Outcome.Unsaved(request, found.get());
            }
            if (found.isPresent()) {
                song = found.get().project();
            }
        }
        if (song == null) {
            throw new FileException("There is no song to open.");
        }
        progress("Looking for the sound files", LOADED);
        List<MediaCheck.Problem> problems = folder == null
                ? List.of()
                : MediaCheck.check(folder, song).stream()
                        .filter(MediaCheck.Problem::used)
                        .toList();
        if (folder != null && !problems.isEmpty() && !request.withoutMissing()) {
            // Who looks for these may look for lost references too.
            List<MediaCheck.Problem> all = new ArrayList<>(problems);
            all.addAll(MediaCheck.references(folder, song));
            return new Outcome.Missing(request, folder, song, all);
        }
        // A song that lost its folder has no sound files, until it is saved and they are looked for.
        Stream<Media> missing =
                folder == null ? song.media().stream() : problems.stream().map(problem -> problem.media());
        Set<String> silent = missing.map(Media::id).collect(Collectors.toSet());
        return start(folder, lock, saved, song, silent);
    }

    private @Nullable Project loadSaved(Path folder) throws FileException {
        try {
            return ProjectFiles.load(folder);
        } catch (FileException e) {
            // What was recovered stands for what cannot be read.
            if (request.state() != null || request.unsaved() == SongRequest.Unsaved.TAKE) {
                return null;
            }
            if (Autosave.recovery(folder).isPresent() && request.unsaved() == SongRequest.Unsaved.ASK) {
                return null;
            }
            throw e;
        }
    }

    private @Nullable Outcome start(
            @Nullable Path folder, @Nullable SongLock lock, @Nullable Project saved, Project song, Set<String> silent)
            throws IOException {
        progress("Preparing to play", CHECKED);
        long played = song.strips().stream()
                .flatMap(strip -> strip.clips().stream())
                .map(clip -> clip.media())
                .distinct()
                .count();
        AtomicInteger opened = new AtomicInteger();
        SongLibrary library = new SongLibrary(
                folder,
                song.sampleRate(),
                silent,
                () -> progress(
                        "Opening the sound files",
                        COMPILED + (1 - COMPILED) * opened.incrementAndGet() / Math.max(1, played)),
                () -> opening.isCanceled());
        AtomicReference<@Nullable SongHistory> edited = new AtomicReference<>();
        OpenSongs.Entry entry = owner.openSongs.open(folder);
        LiveEngine engine = null;
        boolean done = false;
        try {
            engine = LiveEngine.open(
                    song,
                    library,
                    owner.outputs.silent(),
                    OutputRequest.of(song.sampleRate(), sound.blockFrames()),
                    LiveEngine.defaultThreads(),
                    owner(edited));
            if (opening.isCanceled()) {
                return new Outcome.Canceled();
            }
            LiveEngine ready = engine;
            owner.devices.execute(() -> owner.connect(ready, song.sampleRate(), sound));
            owner.ui.execute(() -> finish(folder, lock, saved, song, library, entry, ready, edited));
            done = true;
            return null;
        } finally {
            if (!done) {
                if (engine != null) {
                    engine.close();
                }
                entry.close();
            }
        }
    }

    private LiveEngine.Owner owner(AtomicReference<@Nullable SongHistory> edited) {
        return new LiveEngine.Owner() {
            @Override
            public void notice(String message) {
                owner.tell(message);
            }

            @Override
            public void late(Lateness why, String message) {
                owner.tellLate(why, message);
            }

            @Override
            public void edit(Edit edit) {
                owner.ui.execute(() -> {
                    SongHistory history = edited.get();
                    if (history != null) {
                        history.apply(edit);
                    }
                });
            }
        };
    }

    private void finish(
            @Nullable Path folder,
            @Nullable SongLock lock,
            @Nullable Project saved,
            Project song,
            SongLibrary library,
            OpenSongs.Entry entry,
            LiveEngine engine,
            AtomicReference<@Nullable SongHistory> edited) {
        if (opening.isCanceled()) {
            discard(engine, entry, lock);
            listener.done(new Outcome.Canceled());
            return;
        }
        SongHistory history = new SongHistory(song, keep.undoSteps(), owner.notices::notice);
        edited.set(history);
        try {
            SongFile file = new SongFile(
                    folder, saved, history, entry, keep.autosave(), owner.disk, owner.ui, owner.notices::notice);
            file.setBackups(keep.backups());
            if (lock != null) {
                file.guardedBy(lock);
            }
            file.folder().addListener((observable, before, place) -> {
                library.moveTo(place);
                if (place != null) {
                    owner.remember(place, history.current().title());
                }
            });
            if (folder != null) {
                owner.remember(folder, song.title());
            }
            forgetLeftBehind();
            listener.done(new Outcome.Opened(
                    new SongSession(history, new Selection(history), new Playback(engine, history), file)));
            UnknownEffects.told(song).ifPresent(owner.notices::notice);
        } catch (FileException e) {
            discard(engine, entry, lock);
            listener.done(failed(e, String.valueOf(e.getMessage())));
        }
    }

    private void discard(LiveEngine engine, OpenSongs.Entry entry, @Nullable SongLock lock) {
        owner.devices.execute(() -> {
            engine.close();
            if (lock != null) {
                lock.close();
            }
            try {
                entry.close();
            } catch (FileException e) {
                LOG.warn("A song that was not opened may be offered as left behind", e);
            }
        });
    }

    private void forgetLeftBehind() {
        OpenSongs.LeftBehind left = request.left();
        if (left != null) {
            owner.disk.execute(() -> {
                try {
                    owner.openSongs.forget(left);
                } catch (FileException e) {
                    LOG.warn("What was recovered will be offered again", e);
                }
            });
        }
    }

    private void progress(String what, double share) {
        if (!opening.isCanceled()) {
            owner.ui.execute(() -> listener.progress(what, share));
        }
    }
}
