package studio.headroom.ui.timeline;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import studio.headroom.engine.media.MediaLibrary;
import studio.headroom.files.peaks.PeakStore;
import studio.headroom.files.peaks.Peaks;
import studio.headroom.files.peaks.SampleWindow;
import studio.headroom.project.Media;

/// The waveforms of a song's sound files, as far as they are there; what is not is asked for and told when it has come.
/// UI thread.
public final class Waves implements AutoCloseable {
    private final PeakStore store;
    private final MediaLibrary library;
    private final Executor disk;
    private final Executor ui;
    private final Map<String, CompletableFuture<Peaks>> peaks = new HashMap<>();
    private final Map<String, SampleWindow> windows = new HashMap<>();
    private Runnable arrived = () -> {};
    private int generation;
    private boolean closed;

    /// @param store closed by whoever made it
    /// @param library opens sound files for zooms nearer than the finest peaks
    /// @param disk reads samples; one task at a time
    /// @param ui carries out what belongs to the UI thread
    public Waves(PeakStore store, MediaLibrary library, Executor disk, Executor ui) {
        this.store = store;
        this.library = library;
        this.disk = disk;
        this.ui = ui;
    }

    /// Opens the sound files.
    MediaLibrary library() {
        return library;
    }

    /// Carries out what belongs to the UI thread.
    Executor ui() {
        return ui;
    }

    /// @param listener runs when more can be drawn
    void onArrival(Runnable listener) {
        arrived = listener;
    }

    /// Grows whenever something that was missing has come.
    int generation() {
        return generation;
    }

    /// How much of the waveforms is made: 0 to 1.
    double progress() {
        return store.progress();
    }

    /// Whether all that was asked for is there or has failed.
    boolean isSettled() {
        return store.progress() >= 1 && peaks.values().stream().allMatch(CompletableFuture::isDone);
    }

    /// The waveform of a sound file, or null while it is not there, or where the file is missing.
    @Nullable
    Peaks peaks(Media media) {
        CompletableFuture<Peaks> asked = peaks.get(media.id());
        if (asked == null && closed) {
            return null;
        }
        if (asked == null) {
            asked = store.peaks(media);
            peaks.put(media.id(), asked);
            asked.whenComplete((_, _) -> ui.execute(this::come));
        }
        return asked.isDone() && !asked.isCompletedExceptionally() ? asked.join() : null;
    }

    /// Whether a sound file cannot be drawn, because it is missing or damaged.
    boolean isMissing(Media media) {
        CompletableFuture<Peaks> asked = peaks.get(media.id());
        return asked != null && asked.isCompletedExceptionally();
    }

    SampleWindow window(Media media) {
        return windows.computeIfAbsent(
                media.id(),
                _ -> new SampleWindow(
                        () -> library.open(media),
                        media.channels(),
                        media.frames(),
                        disk,
                        () -> ui.execute(this::come)));
    }

    private void come() {
        generation++;
        arrived.run();
    }

    @Override
    public void close() {
        closed = true;
        windows.values().forEach(SampleWindow::close);
        windows.clear();
    }
}
