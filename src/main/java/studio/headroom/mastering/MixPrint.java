package studio.headroom.mastering;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.audio.codec.Tags;
import studio.headroom.files.project.MediaCheck;
import studio.headroom.files.project.PrintNote;
import studio.headroom.files.project.ProjectPaths;
import studio.headroom.files.project.Sha256;
import studio.headroom.files.project.SoundHash;
import studio.headroom.project.Media;
import studio.headroom.project.Project;

/// The mix as one stereo file of 32-bit floats in the project's `prints` folder: what the mastering works on. A
/// print is never changed. It carries the hash of what it sounds like in its comment, so that it is known under
/// any name, and the beginning of it in the name that it is given. What it was made of is noted beside it
/// ([PrintNote]).
///
/// @param file the print
/// @param hash of the project it was made from with the checksums of its media, see [SoundHash]
public record MixPrint(Path file, String hash) {
    /// The folder of prints in that of the project.
    public static final String FOLDER = "prints";

    private static final int NAME_DIGITS = 16;
    private static final Pattern COMMENT = Pattern.compile("Headroom mix print ([0-9a-f]{64})");

    /// The print of a song as it is now: the one there is, or a new one.
    ///
    /// @param folder of the project; the media that it plays are read whole, for their checksums
    /// @throws IOException that names a file and the cure
    public static MixPrint make(Project project, Path folder, ProjectLibrary library, int threads, Progress progress)
            throws IOException {
        String hash = SoundHash.of(withChecksums(project, folder));
        Optional<MixPrint> known = find(project, folder, hash);
        if (known.isPresent()) {
            return known.get();
        }
        Path file = place(project, folder, hash);
        Tags tags = Tags.NONE
                .with(Tags.Field.TITLE, project.title())
                .with(Tags.Field.COMMENT, "Headroom mix print " + hash);
        Bounce.Settings settings = new Bounce.Settings(
                OutputFormat.of(SampleFormat.FLOAT32).withTags(tags),
                0,
                OptionalLong.empty(),
                threads,
                Bounce.DEFAULT_BLOCK);
        try (NewFolders made = new NewFolders(List.of(folder.resolve(FOLDER)))) {
            write(project, library, file, hash, nextNumber(folder), settings, progress);
            made.keep();
        }
        return new MixPrint(file, hash);
    }

    /// Print and note, or neither.
    private static void write(
            Project project,
            ProjectLibrary library,
            Path file,
            String hash,
            int number,
            Bounce.Settings settings,
            Progress progress)
            throws IOException {
        boolean done = false;
        try {
            new PrintNote(hash, number, "", Instant.now().truncatedTo(ChronoUnit.SECONDS)).write(file, project);
            Bounce.mix(project, library, file, settings, progress);
            done = true;
        } finally {
            if (!done) {
                removeNote(file);
            }
        }
    }

    /// The number of the next print of the song in a folder: behind those of all that there are.
    private static int nextNumber(Path folder) throws FileException {
        int count = 0;
        int last = 0;
        for (Path file : files(folder)) {
            if (hash(file).isPresent()) {
                count++;
                last = Math.max(
                        last, PrintNote.read(file).map(PrintNote::number).orElse(0));
            }
        }
        return Math.max(count, last) + 1;
    }

    private static void removeNote(Path file) {
        try {
            Files.deleteIfExists(PrintNote.beside(file));
        } catch (IOException e) {
            // A note without its print is passed over.
        }
    }

    /// The print of a song as it is now, if there is one, whatever it is called.
    ///
    /// @param folder of the project; the media that it plays are read whole, for their checksums
    /// @throws IOException also where one of them is missing
    public static Optional<MixPrint> find(Project project, Path folder) throws IOException {
        return find(project, folder, SoundHash.of(withChecksums(project, folder)));
    }

    private static Optional<MixPrint> find(Project project, Path folder, String hash) throws IOException {
        Path usual = place(project, folder, hash);
        if (Files.isRegularFile(usual) && carries(usual, hash)) {
            return Optional.of(new MixPrint(usual, hash));
        }
        return files(folder).stream()
                .filter(file -> !file.equals(usual) && carries(file, hash))
                .findFirst()
                .map(file -> new MixPrint(file, hash));
    }

    /// What lies in a project's folder of prints, by name; without the notes beside them.
    public static List<Path> files(Path folder) throws FileException {
        Path prints = folder.resolve(FOLDER);
        if (!Files.isDirectory(prints)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(prints)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .filter(file -> !file.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw FileException.reading(prints, e);
        }
    }

    /// Whether the song sounds different by now.
    ///
    /// @param folder of the project; the media that it plays are read whole, for their checksums
    /// @throws IOException where one of them is missing
    public boolean stale(Project project, Path folder) throws IOException {
        return !hash.equals(SoundHash.of(withChecksums(project, folder)));
    }

    /// The song with the checksums that its media have now: a file that was replaced makes another song, whatever
    /// checksum the project remembers.
    private static Project withChecksums(Project project, Path folder) throws FileException {
        MediaCheck.require(folder, project);
        Set<String> played = new HashSet<>();
        project.strips().forEach(strip -> strip.clips().forEach(clip -> played.add(clip.media())));
        List<Media> media = new ArrayList<>();
        for (Media item : project.media()) {
            media.add(played.contains(item.id()) ? withChecksum(item, folder) : item);
        }
        return project.withMedia(media);
    }

    private static Media withChecksum(Media media, Path folder) throws FileException {
        String sha256 = Sha256.of(ProjectPaths.resolve(folder, media.path()));
        return new Media(media.id(), media.path(), media.channels(), media.frames(), media.origin(), sha256);
    }

    /// The hash that a print carries, by what its tags say; nothing where a file is no print.
    public static Optional<String> hash(Tags tags) {
        Matcher comment = COMMENT.matcher(tags.get(Tags.Field.COMMENT));
        return comment.matches() ? Optional.of(comment.group(1)) : Optional.empty();
    }

    /// The hash that a file carries; nothing where it is no print.
    static Optional<String> hash(Path file) {
        try {
            return AudioFiles.info(file).frames() > 0 ? hash(AudioFiles.tags(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // What cannot be read is no print; the song is rendered again.
        }
    }

    private static boolean carries(Path file, String hash) {
        return hash(file).filter(hash::equals).isPresent();
    }

    private static Path place(Project project, Path folder, String hash) throws IOException {
        String name = FileNames.safe(project.title()) + " " + hash.substring(0, NAME_DIGITS) + ".wav";
        return ProjectPaths.resolve(folder, FOLDER + "/" + name);
    }
}
