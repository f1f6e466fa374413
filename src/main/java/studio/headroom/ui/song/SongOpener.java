package studio.headroom.ui.song;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.headroom.engine.live.LiveEngine;
import studio.headroom.engine.output.DeviceException;
import studio.headroom.engine.output.OutputRequest;
import studio.headroom.engine.output.Outputs;
import studio.headroom.files.FileException;
import studio.headroom.files.project.Autosave;
import studio.headroom.files.project.MediaCheck;
import studio.headroom.files.project.OpenSongs;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.files.project.RecentSongs;
import studio.headroom.project.Project;
import studio.headroom.project.edit.Edit;

/// Opens songs in the background, with an engine that plays on the chosen device, and closes them. UI thread; what
/// takes time happens on others.
public final class SongOpener {
    private static final Logger LOG = LoggerFactory.getLogger(SongOpener.class);

    private final Outputs outputs;
    private final OpenSongs openSongs;
    private final RecentSongs recent;
    private final Executor ui;
    private final Consumer<String> notices;
    private final Executor disk = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("song-files").daemon().factory());
    /// Finding a device may take seconds; the choices are carried out in their order.
    private final Executor devices = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("devices").daemon().factory());

    /// @param ui carries out what belongs to the UI thread
    /// @param notices hears, on the UI thread, what the user should read
    public SongOpener(Outputs outputs, OpenSongs openSongs, RecentSongs recent, Executor ui, Consumer<String> notices) {
        this.outputs = outputs;
        this.openSongs = openSongs;
        this.recent = recent;
        this.ui = ui;
        this.notices = notices;
    }

    /// How opening ended.
    public sealed interface Outcome {
        record Opened(SongSession session) implements Outcome {}

        /// There is unsaved work; to be asked again with a decision.
        record Unsaved(SongRequest request, Autosave.Recovery recovery) implements Outcome {}

        /// Sound files that are played are not there; to be asked again when they are, or
        /// [SongRequest#anyway()].
        record Missing(SongRequest request, Path folder, Project song, List<MediaCheck.Problem> problems)
                implements Outcome {}

        /// @param message what happened, to which file, and the cure
        record Failed(SongRequest request, String message) implements Outcome {}

        record Canceled() implements Outcome {}
    }

    /// Hears how opening goes, on the UI thread.
    public interface Listener {
        /// @param share of the whole, 0..1
        void progress(String what, double share);

        void done(Outcome outcome);
    }

    /// An opening that is under way.
    public static final class Opening {
        private volatile boolean canceled;

        /// Lets it end as soon as it can, with [Outcome.Canceled]; nothing of it stays.
        public void cancel() {
            canceled = true;
        }
    }

    /// Begins to open a song.
    ///
    /// @param interval after which a change is kept for a crash
    public Opening open(SongRequest request, SoundSettings sound, Duration interval, Listener listener) {
        Opening opening = new Opening();
        Job job = new Job(request, sound, interval, listener, opening);
        Thread.ofPlatform().name("open-song").daemon().start(job::run);
        return opening;
    }

    /// Plays a song on another device, or otherwise; the sound goes on as soon as that is there.
    public void connect(Playback playback, int sampleRate, SoundSettings sound) {
        devices.execute(() -> connect(playback.engine(), sampleRate, sound));
    }

    private void connect(LiveEngine engine, int sampleRate, SoundSettings sound) {
        OutputRequest request = OutputRequest.of(sampleRate, sound.blockFrames());
        try {
            engine.device(outputs.find(sound.device()), request);
        } catch (DeviceException e) {
            engine.device(outputs.silent(), request);
            tell("Nothing is heard: " + e.getMessage());
        }
    }

    private void tell(String message) {
        LOG.info("Told: {}", message);
        ui.execute(() -> notices.accept(message));
    }

    /// Closes a song; what is not saved is forgotten.
    ///
    /// @param then runs on the UI thread when it is closed
    public void close(SongSession session, Runnable then) {
        devices.execute(() -> {
            session.playback().close();
            ui.execute(() -> session.file().close(then));
        });
    }

    /// Notes a song as opened last. A list that cannot be written is no reason to stop.
    public void remember(Path folder, String title) {
        disk.execute(() -> {
            try {
                recent.opened(folder, title, Instant.now());
            } catch (FileException e) {
                LOG.warn("The recent songs are not kept", e);
            }
        });
    }

    /// One opening, on its own thread.
    private final class Job {
        private static final double LOADED = 0.05;
        private static final double CHECKED = 0.15;
        private static final double COMPILED = 0.4;

        private final SongRequest request;
        private final SoundSettings sound;
        private final Duration interval;
        private final Listener listener;
        private final Opening opening;

        Job(SongRequest request, SoundSettings sound, Duration interval, Listener listener, Opening opening) {
            this.request = request;
            this.sound = sound;
            this.interval = interval;
            this.listener = listener;
            this.opening = opening;
        }

        void run() {
            Outcome outcome = attempt();
            if (outcome != null) {
                ui.execute(() -> listener.done(outcome));
            }
        }

        private @Nullable Outcome attempt() {
            try {
                return open();
            } catch (InterruptedIOException e) {
                return new Outcome.Canceled();
            } catch (IOException e) {
                return opening.canceled ? new Outcome.Canceled() : failed(e, String.valueOf(e.getMessage()));
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
            Path folder = path == null
                    ? null
                    : ProjectFiles.folder(path).toAbsolutePath().normalize();
            Project saved = folder == null ? null : loadSaved(folder);
            Project song = request.state() != null ? request.state() : saved;
            if (folder != null && request.left() == null && request.unsaved() != SongRequest.Unsaved.LEAVE) {
                Optional<Autosave.Recovery> found =
                        request.state() == null ? Autosave.recovery(folder) : Optional.empty();
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
                return new Outcome.Missing(request, folder, song, problems);
            }
            Set<String> silent =
                    problems.stream().map(problem -> problem.media().id()).collect(Collectors.toSet());
            return start(folder, saved, song, silent);
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
                @Nullable Path folder, @Nullable Project saved, Project song, Set<String> silent) throws IOException {
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
                    () -> opening.canceled);
            AtomicReference<@Nullable SongHistory> edited = new AtomicReference<>();
            OpenSongs.Entry entry = openSongs.open(folder);
            LiveEngine engine = null;
            boolean done = false;
            try {
                engine = LiveEngine.open(
                        song,
                        library,
                        outputs.silent(),
                        OutputRequest.of(song.sampleRate(), sound.blockFrames()),
                        LiveEngine.defaultThreads(),
                        owner(edited));
                if (opening.canceled) {
                    return new Outcome.Canceled();
                }
                LiveEngine ready = engine;
                devices.execute(() -> connect(ready, song.sampleRate(), sound));
                ui.execute(() -> finish(folder, saved, song, library, entry, ready, edited));
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
                    tell(message);
                }

                @Override
                public void edit(Edit edit) {
                    ui.execute(() -> {
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
                @Nullable Project saved,
                Project song,
                SongLibrary library,
                OpenSongs.Entry entry,
                LiveEngine engine,
                AtomicReference<@Nullable SongHistory> edited) {
            if (opening.canceled) {
                discard(engine, entry);
                listener.done(new Outcome.Canceled());
                return;
            }
            SongHistory history = new SongHistory(song, notices);
            edited.set(history);
            try {
                SongFile file = new SongFile(folder, saved, history, entry, interval, disk, ui, notices);
                file.folder().addListener((observable, before, place) -> {
                    library.moveTo(place);
                    if (place != null) {
                        remember(place, history.current().title());
                    }
                });
                if (folder != null) {
                    remember(folder, song.title());
                }
                forgetLeftBehind();
                listener.done(new Outcome.Opened(
                        new SongSession(history, new Selection(history), new Playback(engine, history), file)));
            } catch (FileException e) {
                discard(engine, entry);
                listener.done(failed(e, String.valueOf(e.getMessage())));
            }
        }

        private void discard(LiveEngine engine, OpenSongs.Entry entry) {
            devices.execute(() -> {
                engine.close();
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
                disk.execute(() -> {
                    try {
                        openSongs.forget(left);
                    } catch (FileException e) {
                        LOG.warn("What was recovered will be offered again", e);
                    }
                });
            }
        }

        private void progress(String what, double share) {
            if (!opening.canceled) {
                ui.execute(() -> listener.progress(what, share));
            }
        }
    }
}
