package studio.headroom.files.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Decibels;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.AudioFileInfo;
import studio.headroom.files.importing.StemConverter.Converted;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.files.project.ProjectPaths;
import studio.headroom.project.Media;
import studio.headroom.project.Project;

/// Brings sound files into a project: one track each, and a WAV file of the project's rate in `media/`.
///
/// All or nothing: when a file cannot be brought in, or the import is canceled, the project folder is as it was.
/// The sources are only read. A file that is given twice, and sound that the project has already, is kept once.
public final class StemImporter {
    private static final int LOWEST_RATE = 2_000;

    private final Path folder;
    private final Project project;
    private final ImportOptions options;
    private final ImportProgress progress;

    private StemImporter(Path folder, Project project, ImportOptions options, ImportProgress progress) {
        this.folder = folder;
        this.project = project;
        this.options = options;
        this.progress = progress;
    }

    /// @param folder of the project, which exists
    /// @param sources sound files of one or two channels, in the order of their tracks to be
    /// @throws FileException naming the file and the cure
    /// @throws CancellationException when canceled by `progress`, or the thread was interrupted
    public static ImportResult run(
            Path folder, Project project, List<Path> sources, ImportOptions options, ImportProgress progress)
            throws FileException {
        return new StemImporter(folder, project, options, progress).run(sources);
    }

    private ImportResult run(List<Path> given) throws FileException {
        if (given.isEmpty()) {
            throw new FileException("There is nothing to import. Name at least one sound file.");
        }
        List<Path> sources = distinct(given);
        List<AudioFileInfo> infos = new ArrayList<>();
        for (Path source : sources) {
            infos.add(probe(source));
        }
        Path media = ProjectPaths.resolve(folder, ProjectFiles.MEDIA);
        boolean mediaIsNew = !Files.exists(media);
        Path building = null;
        List<Path> placed = new ArrayList<>();
        boolean complete = false;
        try {
            Files.createDirectories(media);
            ImportSpace.require(media, infos, project.sampleRate());
            building = Files.createTempDirectory(media, ".import-");
            List<Converted> converted = convertAll(infos, building);
            ImportResult result = place(sources, infos, converted, media, placed);
            complete = true;
            return result;
        } catch (IOException e) {
            throw FileException.writing(media, e);
        } finally {
            cleanUp(building, complete ? List.of() : placed, mediaIsNew && !complete ? media : null);
        }
    }

    private static List<Path> distinct(List<Path> given) throws FileException {
        Map<Path, Path> byRealPath = new LinkedHashMap<>();
        for (Path source : given) {
            try {
                byRealPath.putIfAbsent(source.toRealPath(), source);
            } catch (IOException e) {
                throw FileException.reading(source, e);
            }
        }
        return List.copyOf(byRealPath.values());
    }

    /// Looks at the beginning of a sound file.
    ///
    /// @throws FileException naming the file, and why no track can be made of it
    public static AudioFileInfo probe(Path source) throws FileException {
        AudioFileInfo info = AudioFiles.info(source);
        int channels = info.format().channels();
        if (channels > 2) {
            throw new FileException("'" + source + "' has " + channels
                    + " channels, and a track has one or two. Split it into mono or stereo files.");
        }
        if (info.format().sampleRate() < LOWEST_RATE) {
            throw new FileException(
                    "'" + source + "' claims a sample rate of " + info.format().sampleRate()
                            + " Hz, which no recording has. Export it again from the program that made it.");
        }
        if (info.frames() == 0) {
            throw new FileException(
                    "'" + source + "' holds no sound: its length is zero. Leave it out or export it again.");
        }
        return info;
    }

    private long expectedFrames(AudioFileInfo info) {
        return ImportSpace.frames(info, project.sampleRate());
    }

    private List<Converted> convertAll(List<AudioFileInfo> infos, Path building) throws FileException {
        AtomicBoolean abort = new AtomicBoolean();
        StemConverter converter = new StemConverter(project.sampleRate(), () -> abort.get() || progress.canceled());
        Meter meter = new Meter(infos.stream().mapToLong(this::expectedFrames).sum());
        List<Future<Converted>> futures = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(options.threads())) {
            for (int i = 0; i < infos.size(); i++) {
                AudioFileInfo info = infos.get(i);
                Path target = building.resolve(i + ".wav");
                Path mono = building.resolve(i + "-mono.wav");
                Callable<Converted> task = () -> {
                    Converted result = converter.convert(info, target, count -> meter.add(count, info.path()));
                    return options.foldDualMono() && result.dualMono()
                            ? converter.foldToMono(result, info, mono)
                            : result;
                };
                futures.add(pool.submit(() -> {
                    try {
                        return task.call();
                    } catch (Exception | Error e) {
                        abort.set(true);
                        throw e;
                    }
                }));
            }
            return results(futures, abort);
        }
    }

    /// The results, or the first failure that is not just a consequence of another.
    private static List<Converted> results(List<Future<Converted>> futures, AtomicBoolean abort) throws FileException {
        List<Converted> results = new ArrayList<>();
        @Nullable CancellationException canceled = null;
        @Nullable Throwable failure = null;
        for (Future<Converted> future : futures) {
            try {
                results.add(future.get());
            } catch (ExecutionException e) {
                Throwable cause = e.getCause();
                if (cause instanceof CancellationException stopped) {
                    canceled = stopped;
                } else if (failure == null) {
                    failure = cause;
                }
            } catch (InterruptedException e) {
                abort.set(true);
                Thread.currentThread().interrupt();
                throw new CancellationException("The import was canceled.");
            }
        }
        if (failure instanceof FileException known) {
            throw known;
        }
        if (failure != null) {
            throw new FileException("The import failed: " + failure + ".", failure);
        }
        if (canceled != null) {
            throw canceled;
        }
        return results;
    }

    /// Moves the converted files to their places and says what the import made.
    private ImportResult place(
            List<Path> sources, List<AudioFileInfo> infos, List<Converted> converted, Path media, List<Path> placed)
            throws IOException {
        Map<String, Media> bySum = new HashMap<>();
        project.media().stream()
                .filter(known -> !known.sha256().isEmpty())
                .forEach(known -> bySum.put(known.sha256(), known));
        Set<String> taken = takenNames(media);
        List<String> names = TrackNames.tracks(sources);
        List<Media> stemMedia = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            Converted result = converted.get(i);
            Media known = bySum.get(result.sha256());
            if (known == null || !Files.exists(ProjectPaths.resolve(folder, known.path()))) {
                String name = TrackNames.mediaFile(sources.get(i), taken);
                Path target = media.resolve(name);
                Files.move(result.file(), target);
                placed.add(target);
                known = new Media(
                        "",
                        ProjectFiles.MEDIA + "/" + name,
                        result.channels(),
                        result.frames(),
                        fileName(sources.get(i)),
                        result.sha256());
                bySum.put(result.sha256(), known);
            }
            stemMedia.add(known);
        }
        return new ImportReport(project, options).result(names, infos, converted, stemMedia);
    }

    private Set<String> takenNames(Path media) throws IOException {
        Set<String> taken = new HashSet<>();
        try (Stream<Path> files = Files.list(media)) {
            files.forEach(file -> taken.add(fileName(file).toLowerCase(Locale.ROOT)));
        }
        for (Media known : project.media()) {
            taken.add(known.path().substring(known.path().lastIndexOf('/') + 1).toLowerCase(Locale.ROOT));
        }
        return taken;
    }

    private static String fileName(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static void cleanUp(@Nullable Path building, List<Path> placed, @Nullable Path newFolder) {
        try {
            for (Path file : placed) {
                Files.deleteIfExists(file);
            }
            if (building != null) {
                try (Stream<Path> files = Files.list(building)) {
                    for (Path file : files.toList()) {
                        Files.deleteIfExists(file);
                    }
                }
                Files.deleteIfExists(building);
            }
            if (newFolder != null) {
                Files.deleteIfExists(newFolder);
            }
        } catch (IOException e) {
            // What is left are hidden files nobody names; why the import ended is what the user is told.
        }
    }

    /// The progress of all threads together.
    private final class Meter {
        private static final double STEP = 0.005;

        private final long expected;
        private long done;
        private double reported = -1;

        Meter(long expected) {
            this.expected = Math.max(1, expected);
        }

        synchronized void add(int frames, Path source) {
            done += frames;
            double fraction = Math.min(1.0, (double) done / expected);
            if (fraction >= reported + STEP || (fraction >= 1 && reported < 1)) {
                reported = fraction;
                progress.report(fraction, fileName(source));
            }
        }
    }

    /// A level for people.
    static String decibels(double peak) {
        return String.format(Locale.ROOT, "%+.1f dBFS", Decibels.fromGain(peak));
    }
}
