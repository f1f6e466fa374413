package studio.headroom.files.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.codec.AudioFileInfo;
import studio.headroom.files.importing.StemConverter.Converted;
import studio.headroom.files.project.ProjectPaths;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Reference;

/// Takes finished music over as a reference: a WAV file of the project's rate in its folder `references/`. The source
/// is only read. When it cannot be taken over, or that is canceled, the folder is as it was.
public final class ReferenceImporter {
    /// The folder in a project.
    public static final String FOLDER = "references";

    /// Longer music is an album, and is not compared as one.
    private static final long MOST_SECONDS = 3_600;

    private static final String ID = "reference";

    private ReferenceImporter() {}

    /// @param folder of the project, which exists
    /// @param source a sound file of one or two channels, at most an hour long
    /// @return the sound, under an id that none of the song's references has
    /// @throws FileException naming the file and the cure
    /// @throws CancellationException when canceled by `progress`
    public static Media run(Path folder, Project project, Path source, ImportProgress progress) throws FileException {
        AudioFileInfo info = probe(source);
        Path references = ProjectPaths.resolve(folder, FOLDER);
        boolean folderIsNew = !Files.exists(references);
        Path building = null;
        boolean done = false;
        try {
            Files.createDirectories(references);
            ImportSpace.require(references, List.of(info), project.sampleRate());
            building = Files.createTempDirectory(references, ".import-");
            Converted converted = convert(info, building.resolve("sound.wav"), project, progress);
            requireNew(project, source, converted);
            String name = TrackNames.mediaFile(source, taken(references, project));
            Files.move(converted.file(), references.resolve(name));
            done = true;
            return new Media(
                    freeId(project),
                    FOLDER + "/" + name,
                    converted.channels(),
                    converted.frames(),
                    String.valueOf(source.getFileName()),
                    converted.sha256());
        } catch (IOException e) {
            throw e instanceof FileException known ? known : FileException.writing(references, e);
        } finally {
            cleanUp(building, folderIsNew && !done ? references : null);
        }
    }

    private static AudioFileInfo probe(Path source) throws FileException {
        AudioFileInfo info = StemImporter.probe(source);
        if (info.frames() > MOST_SECONDS * info.format().sampleRate()) {
            throw new FileException(
                    "'" + source + "' is longer than an hour. Cut out the piece that you want to" + " compare with.");
        }
        return info;
    }

    private static Converted convert(AudioFileInfo info, Path target, Project project, ImportProgress progress)
            throws FileException {
        int rate = project.sampleRate();
        long all = Math.max(1, ImportSpace.frames(info, rate));
        long[] written = new long[1];
        String name = String.valueOf(info.path().getFileName());
        StemConverter converter =
                new StemConverter(rate, () -> progress.canceled() || written[0] > MOST_SECONDS * rate + rate);
        try {
            return converter.convert(info, target, count -> {
                written[0] += count;
                progress.report(Math.min(1, (double) written[0] / all), name);
            });
        } catch (CancellationException e) {
            if (!progress.canceled()) {
                // A lossy file does not say its length before it is decoded.
                throw new FileException("'" + info.path() + "' is longer than an hour. Cut out the piece that you want"
                        + " to compare with.");
            }
            throw e;
        }
    }

    private static void requireNew(Project project, Path source, Converted converted) throws FileException {
        for (Reference known : project.mastering().references()) {
            if (known.media().sha256().equals(converted.sha256())) {
                throw new FileException(
                        "'" + source + "' is a reference of this song already: “" + known.name() + "”.");
            }
        }
    }

    private static Set<String> taken(Path references, Project project) throws IOException {
        Set<String> taken = new HashSet<>();
        try (Stream<Path> files = Files.list(references)) {
            files.forEach(file -> taken.add(String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT)));
        }
        for (Reference known : project.mastering().references()) {
            String path = known.media().path();
            taken.add(path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT));
        }
        return taken;
    }

    private static String freeId(Project project) {
        Set<String> used = new HashSet<>();
        project.media().forEach(media -> used.add(media.id()));
        project.mastering().references().forEach(reference -> used.add(reference.id()));
        int number = 1;
        while (used.contains(ID + number)) {
            number++;
        }
        return ID + number;
    }

    private static void cleanUp(@Nullable Path building, @Nullable Path newFolder) {
        try {
            if (building != null) {
                Files.deleteIfExists(building.resolve("sound.wav"));
                Files.deleteIfExists(building);
            }
            if (newFolder != null) {
                Files.deleteIfExists(newFolder);
            }
        } catch (IOException e) {
            // A hidden folder is left; why the import ended is what the user is told.
        }
    }
}
