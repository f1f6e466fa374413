package studio.headroom.files.peaks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.SampleStream;
import studio.headroom.files.AtomicFile;
import studio.headroom.files.FileException;
import studio.headroom.project.Media;

/// The peaks of one sound file and, where they are not kept, their making.
final class PeakJob implements Runnable {
    private final Media media;
    private final MediaStreams streams;
    private final PeakFile file;
    private final Peaks peaks;
    private volatile boolean canceled;
    private volatile @Nullable Path scratch;

    PeakJob(Media media, MediaStreams streams, PeakFile file) {
        this.media = media;
        this.streams = streams;
        this.file = file;
        peaks = new Peaks(file);
    }

    Peaks peaks() {
        return peaks;
    }

    /// Whether these are, or are going to be, the peaks of a file as it is now.
    boolean isOf(PeakKey key) {
        return file.layout().key().equals(key) && !canceled && peaks.fault() == null;
    }

    boolean isBusy() {
        return !peaks.isComplete() && !canceled && peaks.fault() == null;
    }

    void cancel() {
        canceled = !peaks.isComplete();
    }

    @Override
    public void run() {
        if (canceled) {
            return;
        }
        try (SampleStream stream = streams.open(media)) {
            AtomicFile kept = createInPlace();
            if (kept == null) {
                buildInScratch(stream);
                return;
            }
            try (kept) {
                file.growsAt(kept.temporary());
                new PeakBuilder(file, () -> canceled).build(stream, kept.temporary());
                file.close();
                kept.commit();
            }
        } catch (CancellationException e) {
            file.ready(0);
        } catch (IOException | RuntimeException e) {
            file.ready(0);
            String said = e instanceof FileException ? e.getMessage() : e.toString();
            peaks.fail("The waveform of '" + media.path() + "' cannot be drawn. " + said);
        }
    }

    /// Where the folder is read-only, full or no folder, the peaks last as long as the program.
    private @Nullable AtomicFile createInPlace() {
        Path place = file.place();
        try {
            Path folder = place.toAbsolutePath().getParent();
            if (folder == null || Files.isSymbolicLink(folder) || Files.isSymbolicLink(place)) {
                return null;
            }
            Files.createDirectories(folder);
            return AtomicFile.create(place);
        } catch (IOException e) {
            return null;
        }
    }

    private void buildInScratch(SampleStream stream) throws IOException {
        Path temporary = Files.createTempFile("headroom-", ".peaks");
        scratch = temporary;
        file.growsAt(temporary);
        new PeakBuilder(file, () -> canceled).build(stream, temporary);
    }

    /// Closes the file, and deletes it where it is a temporary one.
    void close() {
        file.close();
        Path temporary = scratch;
        if (temporary != null) {
            try {
                Files.deleteIfExists(temporary);
            } catch (IOException e) {
                // The system empties its folder for temporary files itself.
            }
        }
    }
}
