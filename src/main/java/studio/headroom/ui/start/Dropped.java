package studio.headroom.ui.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import studio.headroom.files.project.ProjectFiles;

/// What files and folders that were dropped or chosen mean.
public sealed interface Dropped {
    /// A song to open.
    ///
    /// @param folder of the project
    record Song(Path folder) implements Dropped {}

    /// Sound files, for tracks in this order.
    record Sounds(List<Path> files) implements Dropped {
        public Sounds {
            files = List.copyOf(files);
        }
    }

    /// Nothing that can be used.
    ///
    /// @param reason a sentence that says what would be right
    record Nothing(String reason) implements Dropped {}

    /// Endings of what is taken for a sound file.
    Set<String> ENDINGS = Set.of(
            "wav", "wave", "bwf", "rf64", "w64", "aif", "aiff", "aifc", "flac", "mp3", "ogg", "oga", "opus", "m4a",
            "aac", "caf", "wv", "wma");

    /// Folders below a folder that are looked into.
    int DEPTH = 4;

    /// Looks at the disk, so not on the UI thread for more than a few files.
    ///
    /// @param paths in the order of the hand that chose them; files of a folder come in the order of their names
    static Dropped of(List<Path> paths) {
        List<Path> sounds = new ArrayList<>();
        for (Path path : paths) {
            if (isSong(path)) {
                return new Song(path.endsWith(ProjectFiles.FILE) ? path.resolveSibling("") : path);
            }
            if (Files.isDirectory(path)) {
                sounds.addAll(within(path));
            } else if (isSound(path)) {
                sounds.add(path);
            }
        }
        if (!sounds.isEmpty()) {
            return new Sounds(sounds);
        }
        return new Nothing(
                paths.size() == 1
                        ? "“" + paths.getFirst().getFileName() + "” is no sound file and no song. Headroom takes WAV,"
                                + " AIFF, FLAC, MP3, Ogg, Opus and AAC files, folders of them, and its own songs."
                        : "There is no sound file and no song among these. Headroom takes WAV, AIFF, FLAC, MP3, Ogg,"
                                + " Opus and AAC files, folders of them, and its own songs.");
    }

    private static boolean isSong(Path path) {
        return path.endsWith(ProjectFiles.FILE) && Files.isRegularFile(path)
                || Files.isRegularFile(path.resolve(ProjectFiles.FILE));
    }

    private static boolean isSound(Path path) {
        String name = String.valueOf(path.getFileName());
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && ENDINGS.contains(ending) && Files.isRegularFile(path);
    }

    private static List<Path> within(Path folder) {
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            return files.filter(Dropped::isSound)
                    .sorted(Comparator.comparing(path -> path.toString().toLowerCase(Locale.ROOT)))
                    .toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            return List.of();
        }
    }

    /// What a song of these files may be called: the folder that they lie in together.
    static String title(List<Path> files) {
        Path parent = files.getFirst().toAbsolutePath().normalize().getParent();
        boolean together = files.stream()
                .allMatch(file -> java.util.Objects.equals(
                        file.toAbsolutePath().normalize().getParent(), parent));
        Path name = together && parent != null ? parent.getFileName() : null;
        String text = name == null ? "" : name.toString();
        boolean says = !Set.of(
                        "stems", "audio", "files", "wav", "bounces", "export", "desktop", "downloads", "music", "")
                .contains(text.toLowerCase(Locale.ROOT));
        if (says) {
            return text;
        }
        Path above = parent == null ? null : parent.getParent();
        Path aboveName = above == null || !together ? null : above.getFileName();
        boolean useful =
                Set.of("stems", "audio", "files", "wav", "bounces", "export").contains(text.toLowerCase(Locale.ROOT));
        return useful && aboveName != null ? aboveName.toString() : "New song";
    }
}
