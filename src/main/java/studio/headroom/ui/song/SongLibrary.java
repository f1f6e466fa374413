package studio.headroom.ui.song;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSource;
import studio.headroom.engine.media.MediaLibrary;
import studio.headroom.files.FileException;
import studio.headroom.mastering.ProjectLibrary;
import studio.headroom.project.Media;

/// The sound files of the open song, wherever its folder is at the moment. Several threads.
final class SongLibrary implements MediaLibrary {
    private final int sampleRate;
    private final Set<String> silent;
    private final Runnable opened;
    private final BooleanSupplier canceled;
    private volatile @Nullable Path folder;

    /// @param folder of the song, or null while it has none
    /// @param silent ids of sound files that are known to be missing and are silence
    /// @param opened runs after each file that was opened
    /// @param canceled lets opening fail
    SongLibrary(@Nullable Path folder, int sampleRate, Set<String> silent, Runnable opened, BooleanSupplier canceled) {
        this.folder = folder;
        this.sampleRate = sampleRate;
        this.silent = Set.copyOf(silent);
        this.opened = opened;
        this.canceled = canceled;
    }

    /// The song lies somewhere else from now on.
    void moveTo(@Nullable Path place) {
        folder = place;
    }

    @Override
    public SampleSource open(Media media) throws IOException {
        if (canceled.getAsBoolean()) {
            throw new InterruptedIOException("opening was canceled");
        }
        SampleSource source = source(media);
        opened.run();
        return source;
    }

    private SampleSource source(Media media) throws IOException {
        if (silent.contains(media.id())) {
            return new Silence(new AudioFormat(sampleRate, media.channels()), media.frames());
        }
        Path place = folder;
        if (place == null) {
            throw new FileException(
                    "The sound file '" + media.origin() + "' has no place yet. Save the song under a name first.");
        }
        return new ProjectLibrary(place, sampleRate).open(media);
    }

    private record Silence(AudioFormat format, long frames) implements SampleSource {
        @Override
        public void read(long start, float[][] target, int offset, int count) {
            for (int channel = 0; channel < format.channels(); channel++) {
                java.util.Arrays.fill(target[channel], offset, offset + count, 0f);
            }
        }
    }
}
