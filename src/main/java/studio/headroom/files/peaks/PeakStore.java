package studio.headroom.files.peaks;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.project.ProjectPaths;
import studio.headroom.files.project.Sha256;
import studio.headroom.project.Media;

/// The waveforms of a project's sound files, kept in its `peaks/` folder. What is there and was made of the file as it
/// lies on the disk now is used; anything else is made again, by threads of the lowest priority, one fewer than there
/// are processors. Where the folder cannot be written, temporary files do. Any thread.
public final class PeakStore implements Closeable {
    static final String FOLDER = "peaks";

    private static final int OPEN_FILES = 128;
    private static final String ENDING = ".peaks";
    private static final int NAME_DIGITS = 32;
    /// A temporary file of this age was left behind by a crash.
    private static final Duration ABANDONED = Duration.ofDays(1);

    private static final Duration CLOSE_TIME = Duration.ofSeconds(2);

    private final Path folder;
    private final int sampleRate;
    private final MediaStreams streams;
    private final OpenFiles files = new OpenFiles(OPEN_FILES);
    private final Map<String, PeakJob> jobs = new ConcurrentHashMap<>();
    private final ExecutorService opener =
            Executors.newSingleThreadExecutor(threads("peaks-open", Thread.NORM_PRIORITY));
    private final ExecutorService builders;

    /// @param folder the project's, which exists
    /// @param sampleRate of the project
    public PeakStore(Path folder, int sampleRate) {
        this(folder, sampleRate, media -> AudioFiles.open(ProjectPaths.resolve(folder, media.path())));
    }

    /// @param streams reads the sound files; [PeakStore#PeakStore(Path, int)] reads them as they lie in the folder
    public PeakStore(Path folder, int sampleRate, MediaStreams streams) {
        this.folder = folder;
        this.sampleRate = sampleRate;
        this.streams = streams;
        int count = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        builders = Executors.newFixedThreadPool(count, threads("peaks", Thread.MIN_PRIORITY));
    }

    private static ThreadFactory threads(String name, int priority) {
        AtomicInteger number = new AtomicInteger();
        return run -> Thread.ofPlatform()
                .name(name + "-" + number.incrementAndGet())
                .priority(priority)
                .daemon()
                .unstarted(run);
    }

    /// The waveform of a sound file: at once where it is kept, and growing where it has to be made. To be asked again
    /// when the file may have been replaced; while it is the same, so are its peaks.
    ///
    /// @return fails with a [FileException] when the file is missing or too long
    public CompletableFuture<Peaks> peaks(Media media) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return find(media);
                    } catch (FileException e) {
                        throw new CompletionException(e);
                    }
                },
                opener);
    }

    /// On the opener's thread.
    private Peaks find(Media media) throws FileException {
        PeakKey key = PeakKey.of(ProjectPaths.resolve(folder, media.path()), media, sampleRate);
        PeakJob known = jobs.get(media.path());
        if (known != null && known.isOf(key)) {
            return known.peaks();
        }
        if (known != null) {
            known.cancel();
        }
        PeakLayout layout = new PeakLayout(key);
        Path place = folder.resolve(FOLDER).resolve(name(media));
        PeakFile kept = kept(media, layout);
        PeakJob job = new PeakJob(media, streams, kept != null ? kept : PeakFile.growing(place, layout, files));
        jobs.put(media.path(), job);
        if (kept == null) {
            builders.execute(job);
        }
        return job.peaks();
    }

    private @Nullable PeakFile kept(Media media, PeakLayout layout) {
        try {
            Path place = ProjectPaths.resolve(folder, FOLDER + "/" + name(media));
            return PeakFile.open(place, layout, files).orElse(null);
        } catch (FileException e) {
            // A link that leads out of the project: whatever it is, it is not read.
            return null;
        }
    }

    /// Ends the making of a file's peaks, if they are being made. Nothing of them is kept; asking again begins anew.
    public void cancel(Media media) {
        PeakJob job = jobs.get(media.path());
        if (job != null) {
            job.cancel();
        }
    }

    /// How much is made of what has been asked for: 0 to 1, and 1 when nothing is being made.
    public double progress() {
        double all = 0;
        double ready = 0;
        for (PeakJob job : jobs.values()) {
            if (job.isBusy()) {
                all += job.peaks().frames();
                ready += job.peaks().readyFrames();
            }
        }
        return all == 0 ? 1 : ready / all;
    }

    /// Deletes the kept peaks of all files but these, and what a crash left behind.
    ///
    /// @param media those of the song and of what undo can bring back
    public CompletableFuture<Void> tidy(Collection<Media> media) {
        Set<String> names = media.stream().map(PeakStore::name).collect(Collectors.toSet());
        return CompletableFuture.runAsync(() -> deleteAllBut(names), opener);
    }

    private void deleteAllBut(Set<String> names) {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(ProjectPaths.resolve(folder, FOLDER))) {
            for (Path path : found) {
                String name = String.valueOf(path.getFileName());
                boolean foreign = name.matches("[0-9a-f]{" + NAME_DIGITS + "}\\" + ENDING) && !names.contains(name);
                if (foreign || name.endsWith(ENDING + ".part") && isAbandoned(path)) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException e) {
            // What cannot be deleted now takes some room until the next time.
        }
    }

    private static boolean isAbandoned(Path path) throws IOException {
        FileTime modified = Files.getLastModifiedTime(path);
        return modified.toInstant().isBefore(Instant.now().minus(ABANDONED));
    }

    /// The name of a sound file's peaks. A replaced file has the same, so that its old peaks are written over.
    static String name(Media media) {
        return Sha256.of(media.path()).substring(0, NAME_DIGITS) + ENDING;
    }

    /// Ends what is being made. Peaks stay readable as far as their file can be opened.
    @Override
    public void close() {
        opener.shutdownNow();
        jobs.values().forEach(PeakJob::cancel);
        builders.shutdown();
        try {
            // What is complete is on its way to the disk; only a drive that hangs is interrupted.
            if (!builders.awaitTermination(CLOSE_TIME.toMillis(), TimeUnit.MILLISECONDS)) {
                builders.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        jobs.values().forEach(PeakJob::close);
    }
}
