package studio.headroom.ui.song;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.headroom.engine.live.Lateness;
import studio.headroom.engine.live.LiveEngine;
import studio.headroom.engine.output.DeviceException;
import studio.headroom.engine.output.OutputRequest;
import studio.headroom.engine.output.Outputs;
import studio.headroom.files.FileException;
import studio.headroom.files.project.Autosave;
import studio.headroom.files.project.MediaCheck;
import studio.headroom.files.project.OpenSongs;
import studio.headroom.files.project.RecentSongs;
import studio.headroom.files.project.SongLock;
import studio.headroom.project.Project;

/// Opens songs in the background, with an engine that plays on the chosen device, and closes them. UI thread; what
/// takes time happens on others.
public final class SongOpener {
    private static final Logger LOG = LoggerFactory.getLogger(SongOpener.class);

    final Outputs outputs;
    final OpenSongs openSongs;
    private final RecentSongs recent;
    final Executor ui;
    final Notices notices;
    final Executor disk = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("song-files").daemon().factory());
    /// Finding a device may take seconds; the choices are carried out in their order.
    final Executor devices = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("devices").daemon().factory());

    /// Hears, on the UI thread, what the user should read.
    public interface Notices {
        void notice(String message);

        /// Sound comes late; of all that is said of this only the worst is worth reading.
        default void late(Lateness why, String message) {
            notice(message);
        }
    }

    /// @param ui carries out what belongs to the UI thread
    public SongOpener(Outputs outputs, OpenSongs openSongs, RecentSongs recent, Executor ui, Notices notices) {
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

        /// Another program has it open, or another window of this one.
        record InUse(SongRequest request, Path folder, SongLock.Holder holder) implements Outcome {}

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

        boolean isCanceled() {
            return canceled;
        }

        /// Lets it end as soon as it can, with [Outcome.Canceled]; nothing of it stays.
        public void cancel() {
            canceled = true;
        }
    }

    /// Begins to open a song.
    ///
    /// @param keep what is kept of the song
    public Opening open(SongRequest request, SoundSettings sound, KeepSettings keep, Listener listener) {
        Opening opening = new Opening();
        OpenJob job = new OpenJob(this, request, sound, keep, listener, opening);
        Thread.ofPlatform().name("open-song").daemon().start(job::run);
        return opening;
    }

    /// Plays a song on another device, or otherwise; the sound goes on as soon as that is there.
    public void connect(Playback playback, int sampleRate, SoundSettings sound) {
        devices.execute(() -> connect(playback.engine(), sampleRate, sound));
    }

    void connect(LiveEngine engine, int sampleRate, SoundSettings sound) {
        OutputRequest request = OutputRequest.of(sampleRate, sound.blockFrames());
        try {
            engine.device(outputs.find(sound.device()), request);
        } catch (DeviceException e) {
            engine.device(outputs.silent(), request);
            tell("Nothing is heard: " + e.inWindow());
        }
    }

    void tell(String message) {
        LOG.info("Told: {}", message);
        ui.execute(() -> notices.notice(message));
    }

    void tellLate(Lateness why, String message) {
        LOG.info("Told: {}", message);
        ui.execute(() -> notices.late(why, message));
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
}
