package studio.headroom.app.window;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.SampleSource;
import studio.headroom.engine.media.MediaLibrary;
import studio.headroom.files.FileException;
import studio.headroom.files.peaks.PeakStore;
import studio.headroom.mastering.ProjectLibrary;
import studio.headroom.project.Media;
import studio.headroom.ui.mixer.MixLoudness;
import studio.headroom.ui.song.SongSession;
import studio.headroom.ui.timeline.Waves;

/// The sound files of the open song as screens need them: their waveforms, and how loud its mixes are.
final class SongSound implements AutoCloseable {
    private final @Nullable Path folder;
    private final int rate;
    private final PeakStore peaks;
    private final ExecutorService disk = thread("waves");
    private final ExecutorService measuring = thread("mix-loudness");
    private final Waves waves;
    private final MixLoudness loudness;

    /// @param failures hears, on the UI thread, what could not be measured
    SongSound(SongSession session, Consumer<String> failures) {
        folder = session.file().folder().get();
        rate = session.history().current().sampleRate();
        // The waveforms of a song that is not saved yet are not kept.
        peaks = folder == null
                ? new PeakStore(Path.of(System.getProperty("java.io.tmpdir")), rate, media -> {
                    throw notSaved();
                })
                : new PeakStore(folder, rate);
        waves = new Waves(peaks, this::open, disk, Platform::runLater);
        loudness = new MixLoudness(() -> library(), measuring, Platform::runLater, failures);
    }

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(
                task -> Thread.ofPlatform().name(name).daemon().unstarted(task));
    }

    /// For one render: it keeps what it has opened.
    private MediaLibrary library() {
        return folder == null ? this::open : new ProjectLibrary(folder, rate);
    }

    private SampleSource open(Media media) throws IOException {
        if (folder == null) {
            throw notSaved();
        }
        return new ProjectLibrary(folder, rate).open(media);
    }

    private static FileException notSaved() {
        return new FileException("The song has no folder yet. Save it under a name first.");
    }

    Waves waves() {
        return waves;
    }

    /// Measures mixes of this song.
    MixLoudness loudness() {
        return loudness;
    }

    @Override
    public void close() {
        waves.close();
        disk.shutdownNow();
        measuring.shutdownNow();
        peaks.close();
    }
}
