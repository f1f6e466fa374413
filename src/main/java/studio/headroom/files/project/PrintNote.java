package studio.headroom.files.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import studio.headroom.files.AtomicFile;
import studio.headroom.files.FileException;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Project;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What is known of a print beside its sound, in a file with the same name and the ending `.json`:
/// `{"format": "headroom-print", "formatVersion": 1, "hash": "…", "number": 7, "title": "…", "made": "…", "project":
/// …}`.
///
/// @param hash of the mix that the print carries; empty for a sound from elsewhere
/// @param number counts the prints of a song from 1; 0 for a sound from elsewhere
/// @param title what a sound from elsewhere was called; may be empty
/// @param made when it was made or taken over
public record PrintNote(String hash, int number, String title, Instant made) {
    private static final String NAME = "headroom-print";
    private static final int VERSION = 1;
    private static final String PRINTS = "prints";
    private static final String NOTE = ".json";
    private static final int MAX_NUMBER = 1_000_000;
    private static final int MAX_TITLE = 1_000;

    /// Where the note of a print lies.
    public static Path beside(Path print) {
        String name = String.valueOf(print.getFileName());
        int dot = name.lastIndexOf('.');
        return print.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + NOTE);
    }

    /// The note of a print; nothing where there is none, or what is there cannot be used.
    public static Optional<PrintNote> read(Path print) {
        try {
            JsonView root = root(print);
            if (root == null) {
                return Optional.empty();
            }
            long number = root.whole("number", 0);
            String title = root.text("title", "");
            return Optional.of(new PrintNote(
                    root.text("hash", ""),
                    (int) Math.clamp(number, 0, MAX_NUMBER),
                    title.substring(0, Math.min(title.length(), MAX_TITLE)),
                    Instant.parse(root.text("made"))));
        } catch (ProjectFormatException | FileException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /// The song as it was when it was printed; nothing where that is not known, cannot be read, or is another print's.
    ///
    /// @param hash that the print carries
    public static Optional<Project> project(Path print, String hash) {
        try {
            JsonView root = root(print);
            return root == null
                            || !root.has("project")
                            || !root.text("hash", "").equals(hash)
                    ? Optional.empty()
                    : Optional.of(ProjectFormat.read(root.node().get("project")));
        } catch (ProjectFormatException | InvalidProjectException | FileException e) {
            return Optional.empty();
        }
    }

    /// The prints that go along when a song is saved elsewhere, with their notes, as paths inside the project folder:
    /// those that its mastering names, and sounds from elsewhere, which cannot be made again.
    ///
    /// @param folder of the project
    public static List<String> goingAlong(Path folder, Project project) throws FileException {
        Path prints = ProjectPaths.resolve(folder, PRINTS);
        List<String> paths = new ArrayList<>();
        if (!Files.isDirectory(prints)) {
            return paths;
        }
        try (Stream<Path> files = Files.list(prints)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                boolean named = project.mastering().print().equals(name)
                        || project.mastering().kept().contains(name);
                boolean sound = !name.startsWith(".") && !name.endsWith(NOTE);
                boolean goes = sound
                        && (named || read(file).map(note -> note.hash.isEmpty()).orElse(false));
                if (goes && ProjectPaths.fault(PRINTS + "/" + name) == null) {
                    paths.add(PRINTS + "/" + name);
                    if (Files.isRegularFile(beside(file))) {
                        paths.add(PRINTS + "/" + beside(file).getFileName());
                    }
                }
            }
        } catch (IOException e) {
            throw FileException.reading(prints, e);
        }
        return paths;
    }

    private static @Nullable JsonView root(Path print) throws FileException, ProjectFormatException {
        Path file = beside(print);
        if (!Files.isRegularFile(file)) {
            return null;
        }
        JsonView root = new JsonView(JsonText.parse(ProjectFiles.bytes(file)), "");
        return root.text("format", "").equals(NAME) && root.whole("formatVersion") == VERSION ? root : null;
    }

    /// Writes this beside a print; it takes its place when it is complete.
    ///
    /// @param project the song as it is printed, or null for a sound from elsewhere
    public void write(Path print, @Nullable Project project) throws FileException {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", NAME);
        root.put("formatVersion", VERSION);
        root.put("hash", hash);
        root.put("number", number);
        root.put("title", title);
        root.put("made", made.toString());
        if (project != null) {
            root.set("project", ProjectWriter.tree(project));
        }
        AtomicFile.write(beside(print), JsonText.print(root));
    }
}
