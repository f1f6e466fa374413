package studio.headroom.files.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.headroom.files.AtomicFile;
import studio.headroom.files.FileException;
import studio.headroom.project.Media;
import studio.headroom.project.Project;

/// Projects on the disk: `My Song.headroom/` with `project.json`, `media/`, `prints/`, `masters/`, `peaks/`,
/// `autosave/`
/// and `backups/`. Everything is relative, so a copied folder opens.
///
/// All failures are [FileException]s that name the file and the cure; what was there before is then unchanged.
public final class ProjectFiles {
    public static final String SUFFIX = ".headroom";
    public static final String FILE = "project.json";
    public static final String MEDIA = "media";

    private static final String BACKUPS = "backups";
    /// Backups that are kept unless somebody wants another number.
    public static final int BACKUPS_KEPT = 10;

    private ProjectFiles() {}

    /// Makes the content of a new project folder and says what the song is.
    public interface Maker {
        /// @param folder of the project to be: where `media/` and so on are to be filled; it will be renamed
        Project make(Path folder) throws IOException;
    }

    /// A new project folder.
    ///
    /// @param folder that does not exist yet, or is empty
    public static void create(Path folder, Project project) throws FileException {
        create(folder, unused -> project);
    }

    /// A new project folder that appears at its place only when it is complete; when `maker` fails, nothing
    /// remains.
    ///
    /// @param folder that does not exist yet, or is empty
    /// @return the project that was made
    /// @throws FileException when the folder cannot be made, or `maker` failed
    public static Project create(Path folder, Maker maker) throws FileException {
        Path place = folder.toAbsolutePath().normalize();
        Path parent = place.getParent();
        if (parent == null || place.getFileName() == null) {
            throw new FileException("Cannot make the project '" + folder + "': it is not the name of a folder.");
        }
        requireFree(folder, place);
        if (!Files.isDirectory(parent)) {
            throw new FileException("Cannot make the project '" + folder + "': the folder '" + parent
                    + "' does not exist. Make it first.");
        }
        Path building = null;
        try {
            building = Files.createTempDirectory(parent, ".headroom-new-");
            Files.createDirectory(building.resolve(MEDIA));
            Project project = maker.make(building);
            save(building, project);
            allowOthersAsUsual(building);
            Files.deleteIfExists(place);
            Files.move(building, place);
            building = null;
            return project;
        } catch (IOException e) {
            throw inPlace(FileException.writing(folder, e), building, folder);
        } finally {
            if (building != null) {
                removeTree(building);
            }
        }
    }

    /// Saves a project under another name: a new folder with the project, the sound files and the references it has,
    /// and the prints that its mastering needs ([PrintNote#goingAlong]). Other prints, masters and what was there
    /// before stay behind in the old folder. Work is saved even where its sound files are gone: the new project
    /// then
    /// misses them, as the old one does.
    ///
    /// @param folder where the project's sound files are; it may be gone
    /// @param newFolder that does not exist yet, or is empty
    /// @return the sound files that are missing
    public static List<Media> saveAs(Path folder, Project project, Path newFolder) throws FileException {
        List<Media> missing = new ArrayList<>();
        create(newFolder, building -> {
            List<Media> all = new ArrayList<>(project.media());
            project.mastering().references().forEach(reference -> all.add(reference.media()));
            if (!Files.isDirectory(folder)) {
                missing.addAll(all);
                return project;
            }
            for (Media media : all) {
                Path from = ProjectPaths.resolve(folder, media.path());
                Path to = ProjectPaths.resolve(building, media.path());
                try {
                    Files.createDirectories(Objects.requireNonNull(to.getParent()));
                    Files.copy(from, to);
                } catch (NoSuchFileException e) {
                    missing.add(media);
                }
            }
            for (String path : PrintNote.goingAlong(folder, project)) {
                Path to = ProjectPaths.resolve(building, path);
                Files.createDirectories(Objects.requireNonNull(to.getParent()));
                Files.copy(ProjectPaths.resolve(folder, path), to);
            }
            return project;
        });
        return List.copyOf(missing);
    }

    /// Opens a project.
    ///
    /// @param path of the folder, or of `project.json` in it
    /// @throws FileException when there is none or it cannot be read; names the newest good backup where one helps
    public static Project load(Path path) throws FileException {
        Path folder = folder(path);
        Path file = ProjectPaths.resolve(folder, FILE);
        if (!Files.exists(file)) {
            throw new FileException("Cannot open '" + path + "': it is not a Headroom project, for it holds no " + FILE
                    + "." + backupHint(folder));
        }
        try {
            return ProjectFormat.read(bytes(file));
        } catch (ProjectFormatException e) {
            throw new FileException(
                    "Cannot open '" + file + "': " + e.getMessage() + "." + (e.isDamaged() ? backupHint(folder) : ""),
                    e);
        }
    }

    /// Saves a project over the one in its folder; the one that was there becomes the newest backup. Autosaves are
    /// removed, as they are not needed any more. A project that is saved already is not written again.
    ///
    /// @param folder that exists
    public static void save(Path folder, Project project) throws FileException {
        save(folder, project, BACKUPS_KEPT);
    }

    /// As [#save(Path, Project)].
    ///
    /// @param kept backups that stay, the newest, at least 1
    public static void save(Path folder, Project project, int kept) throws FileException {
        save(folder, project, kept, InstantSource.system());
    }

    static void save(Path folder, Project project, InstantSource clock) throws FileException {
        save(folder, project, BACKUPS_KEPT, clock);
    }

    private static void save(Path folder, Project project, int kept, InstantSource clock) throws FileException {
        if (!Files.isDirectory(folder)) {
            throw new FileException(
                    "Cannot save '" + folder + "': the project folder is gone. Save under another name.");
        }
        byte[] text = verifiedText(folder.resolve(FILE), project);
        Path file = ProjectPaths.resolve(folder, FILE);
        Autosave autosave = Autosave.of(folder);
        if (Files.exists(file)) {
            byte[] before = bytes(file);
            if (!Arrays.equals(before, text)) {
                backups(folder, kept, clock).add(before);
                AtomicFile.write(file, text);
            }
        } else {
            AtomicFile.write(file, text);
        }
        autosave.clear();
        Leftovers.remove(folder, FILE);
    }

    /// The earlier saves of a song that are there, the newest first.
    public static List<Backup> backups(Path folder) throws FileException {
        TimedFiles files = backups(folder, BACKUPS_KEPT, InstantSource.system());
        List<Backup> found = new ArrayList<>();
        for (Path file : files.newestFirst()) {
            Optional<Instant> time = files.timeOf(file);
            if (time.isPresent()) {
                try {
                    found.add(new Backup(file, time.get(), Files.size(file)));
                } catch (IOException e) {
                    throw FileException.reading(file, e);
                }
            }
        }
        return found;
    }

    /// The newest backup that can be opened.
    public static Optional<Path> newestGoodBackup(Path folder) throws FileException {
        return backups(folder, BACKUPS_KEPT, InstantSource.system())
                .newestGood()
                .map(TimedFiles.Found::file);
    }

    /// The project folder that a path means: the folder itself or the `project.json` in it.
    public static Path folder(Path path) throws FileException {
        if (Files.isDirectory(path)) {
            return path;
        }
        Path parent = path.toAbsolutePath().getParent();
        if (Files.isRegularFile(path) && path.endsWith(FILE) && parent != null) {
            return parent;
        }
        throw new FileException("Cannot open '" + path + "': "
                + (Files.exists(path) ? "it is not a Headroom project folder." : "it does not exist."));
    }

    /// The text of a project, after it was read back and found to be the same project: what cannot be opened again
    /// is never written over what can.
    static byte[] verifiedText(Path file, Project project) throws FileException {
        byte[] text = ProjectFormat.write(project);
        try {
            if (text.length <= JsonText.MAX_BYTES && ProjectFormat.read(text).equals(project)) {
                return text;
            }
            throw new FileException(
                    "Cannot save '" + file + "': the project is too large or could not be opened again.");
        } catch (ProjectFormatException e) {
            throw new FileException(
                    "Cannot save '" + file + "': it could not be opened again, " + e.getMessage() + ".", e);
        }
    }

    /// The content of a file of a bearable size.
    static byte[] bytes(Path file) throws FileException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new FileException("Cannot read '" + file + "': it is not a file.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(JsonText.MAX_BYTES + 1);
            if (content.length > JsonText.MAX_BYTES) {
                throw new FileException("Cannot read '" + file + "': it is larger than " + (JsonText.MAX_BYTES >> 20)
                        + " MB, which no project is.");
            }
            return content;
        } catch (IOException e) {
            throw FileException.reading(file, e);
        }
    }

    /// Names the folder that people know, not the one that a project was built in.
    private static FileException inPlace(FileException e, @Nullable Path building, Path folder) {
        String message = String.valueOf(e.getMessage());
        return building != null && message.contains(building.toString())
                ? new FileException(message.replace(building.toString(), folder.toString()), e)
                : e;
    }

    private static TimedFiles backups(Path folder, int kept, InstantSource clock) throws FileException {
        return new TimedFiles(ProjectPaths.resolve(folder, BACKUPS), "project", kept, clock);
    }

    private static String backupHint(Path folder) {
        try {
            return newestGoodBackup(folder)
                    .map(file -> " Its newest good backup is '" + file + "': copy that over '" + folder.resolve(FILE)
                            + "' to go back to it.")
                    .orElse(" It has no good backup in '" + folder.resolve(BACKUPS)
                            + "'; restore it from a copy of yours.");
        } catch (FileException e) {
            return " Its backups cannot be read: " + e.getMessage();
        }
    }

    private static void requireFree(Path named, Path place) throws FileException {
        if (Files.isDirectory(place)) {
            try (var entries = Files.list(place)) {
                if (entries.findAny().isEmpty()) {
                    return;
                }
            } catch (IOException e) {
                throw FileException.reading(named, e);
            }
        } else if (!Files.exists(place)) {
            return;
        }
        throw new FileException("Cannot make the project '" + named + "': it exists already. Choose another name.");
    }

    /// Temporary folders are made for their owner alone; a project is not.
    private static void allowOthersAsUsual(Path building) throws IOException {
        if (!building.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        Path usual = building.resolve(MEDIA);
        Files.setPosixFilePermissions(building, Files.getPosixFilePermissions(usual));
    }

    private static void removeTree(Path root) {
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
                    try {
                        Files.delete(folder);
                    } catch (DirectoryNotEmptyException left) {
                        folder.toFile().deleteOnExit();
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            // What made the removal necessary is what the user is told.
        }
    }
}
