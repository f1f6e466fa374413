package studio.headroom.files.project;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.AudioFileInfo;
import studio.headroom.project.Media;
import studio.headroom.project.Project;

/// Finds sound files of a song that are no longer in their places, in folders where they may be, and brings them back.
///
/// A file is taken for another only when nothing speaks against it: with a known checksum its content must have it,
/// without one it must have the name, the rate, the channels and the length.
public final class MediaSearch {
    /// Files that are looked at in one search; a disk holds more, a song's neighborhood does not.
    private static final int MOST_FILES = 200_000;

    private static final int DEPTH = 12;
    private static final Set<String> ENDINGS = Set.of(
            "wav", "wave", "bwf", "rf64", "w64", "aif", "aiff", "aifc", "flac", "mp3", "ogg", "oga", "opus", "m4a",
            "aac", "caf", "wv");

    private MediaSearch() {}

    public enum Match {
        /// The same bytes.
        CONTENT,
        /// The same name, rate, channels and length; the checksum was not known.
        NAME_AND_LENGTH
    }

    public record Found(Media media, Path file, Match match) {}

    /// Looks for sound files in folders and below.
    ///
    /// @param missing of the project, as [MediaCheck#check] tells them
    /// @param cancelled is asked between files; what was found until then is returned
    /// @return at most one file for each, in the order of `missing`; folders that cannot be read are passed over
    public static List<Found> search(
            Project project, List<Media> missing, List<Path> folders, BooleanSupplier cancelled) {
        List<Path> files = new ArrayList<>();
        folders.forEach(folder -> collect(folder, files, cancelled));
        Map<Path, AudioFileInfo> infos = new HashMap<>();
        Map<Path, String> sums = new HashMap<>();
        List<Found> found = new ArrayList<>();
        for (Media media : missing) {
            Found best = null;
            for (Path file : ordered(files, media)) {
                if (cancelled.getAsBoolean()) {
                    return found;
                }
                Match match = match(project, media, file, infos, sums);
                if (match != null) {
                    best = new Found(media, file, match);
                    break;
                }
            }
            if (best != null) {
                found.add(best);
            }
        }
        return found;
    }

    private static void collect(Path folder, List<Path> files, BooleanSupplier cancelled) {
        try {
            Files.walkFileTree(folder, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEPTH, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && ENDINGS.contains(ending(file))) {
                        files.add(file);
                    }
                    return files.size() >= MOST_FILES || cancelled.getAsBoolean()
                            ? FileVisitResult.TERMINATE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            // Then this folder has nothing to offer.
        }
    }

    /// Those with the right name first, as they are the likeliest.
    private static List<Path> ordered(List<Path> files, Media media) {
        List<Path> ordered = new ArrayList<>();
        files.stream().filter(file -> named(media, file)).forEach(ordered::add);
        if (!media.sha256().isEmpty()) {
            files.stream().filter(file -> !named(media, file)).forEach(ordered::add);
        }
        return ordered;
    }

    private static boolean named(Media media, Path file) {
        String name = name(file);
        return name.equalsIgnoreCase(media.path().substring(media.path().lastIndexOf('/') + 1))
                || name.equalsIgnoreCase(media.origin());
    }

    private static @Nullable Match match(
            Project project, Media media, Path file, Map<Path, AudioFileInfo> infos, Map<Path, String> sums) {
        try {
            AudioFileInfo info = infos.get(file);
            if (info == null) {
                info = AudioFiles.info(file);
                infos.put(file, info);
            }
            boolean shaped = info.format().sampleRate() == project.sampleRate()
                    && info.format().channels() == media.channels()
                    && (info.frames() < 0 || info.frames() == media.frames());
            if (!shaped) {
                return null;
            }
            if (media.sha256().isEmpty()) {
                return named(media, file) && info.frames() == media.frames() ? Match.NAME_AND_LENGTH : null;
            }
            String sum = sums.get(file);
            if (sum == null) {
                sum = Sha256.of(file);
                sums.put(file, sum);
            }
            return sum.equals(media.sha256()) ? Match.CONTENT : null;
        } catch (FileException e) {
            return null;
        }
    }

    /// Copies a found file into the project folder: to its old place where that is free and of the same kind, else beside
    /// it under a free name.
    ///
    /// @return the path in the project, for [studio.headroom.project.edit.SongEdits#relink] where it is another than before
    public static String bring(Path folder, Found found) throws FileException {
        Media media = found.media();
        Path old = ProjectPaths.resolve(folder, media.path());
        boolean same = ending(old).equals(ending(found.file()));
        String path = same && !Files.exists(old) ? media.path() : freePath(folder, found.file());
        Path place = ProjectPaths.resolve(folder, path);
        Path part = place.resolveSibling("." + place.getFileName() + ".part");
        try {
            Files.createDirectories(Objects.requireNonNull(place.getParent()));
            Files.copy(found.file(), part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, place);
            return path;
        } catch (IOException e) {
            try {
                Files.deleteIfExists(part);
            } catch (IOException left) {
                e.addSuppressed(left);
            }
            throw FileException.writing(place, e);
        }
    }

    private static String freePath(Path folder, Path file) throws FileException {
        String name = name(file);
        String stem = name.substring(0, name.length() - ending(file).length() - 1);
        for (int i = 1; ; i++) {
            String path = ProjectFiles.MEDIA + "/" + stem + (i == 1 ? "" : " " + i) + "." + ending(file);
            String usable = ProjectPaths.fault(path) == null
                    ? path
                    : ProjectFiles.MEDIA + "/found " + i + "." + ending(file);
            if (!Files.exists(ProjectPaths.resolve(folder, usable))) {
                return usable;
            }
        }
    }

    private static String ending(Path file) {
        String name = name(file);
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
