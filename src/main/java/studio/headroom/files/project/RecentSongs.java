package studio.headroom.files.project;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import studio.headroom.files.AtomicFile;
import studio.headroom.files.FileException;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The songs that were opened last, in a file of the user's. A list that cannot be read counts as empty: it is a
/// convenience, and nothing is lost with it.
public final class RecentSongs {
    public static final int MOST = 30;

    private static final String NAME = "headroom-recent";

    private final Path file;

    public RecentSongs(Path file) {
        this.file = file;
    }

    /// @param folder of the project, absolute
    /// @param opened when it was opened last
    public record Recent(Path folder, String title, Instant opened) {
        /// Whether it can still be found.
        public boolean exists() {
            return Files.isDirectory(folder);
        }
    }

    /// The latest first, those that are gone too; at most [#MOST].
    public List<Recent> list() {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            JsonView root = new JsonView(JsonText.parse(ProjectFiles.bytes(file)), "");
            List<Recent> found = new ArrayList<>();
            if (root.text("format", "").equals(NAME)) {
                for (Recent recent : root.list("songs", 1_000, RecentSongs::recent)) {
                    if (found.size() < MOST
                            && found.stream().noneMatch(old -> old.folder().equals(recent.folder()))) {
                        found.add(recent);
                    }
                }
            }
            return found;
        } catch (ProjectFormatException | FileException e) {
            return List.of();
        }
    }

    private static Recent recent(JsonView json) throws ProjectFormatException {
        try {
            return new Recent(
                    Path.of(json.text("folder")), json.text("title", ""), Instant.parse(json.text("opened")));
        } catch (InvalidPathException | DateTimeException e) {
            throw json.wrong("is no song");
        }
    }

    /// Puts a song to the front.
    public void opened(Path folder, String title, Instant time) throws FileException {
        Path place = folder.toAbsolutePath().normalize();
        List<Recent> all = new ArrayList<>(List.of(new Recent(place, title, time)));
        list().stream().filter(old -> !old.folder().equals(place)).forEach(all::add);
        write(all);
    }

    /// Takes a song off the list.
    public void forget(Path folder) throws FileException {
        Path place = folder.toAbsolutePath().normalize();
        write(list().stream().filter(old -> !old.folder().equals(place)).toList());
    }

    private void write(List<Recent> songs) throws FileException {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", NAME);
        root.put("formatVersion", 1);
        var list = root.putArray("songs");
        for (Recent song : songs.subList(0, Math.min(MOST, songs.size()))) {
            ObjectNode node = list.addObject();
            node.put("folder", song.folder().toString());
            node.put("title", song.title());
            node.put("opened", song.opened().toString());
        }
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
        } catch (java.io.IOException e) {
            throw FileException.writing(file, e);
        }
        AtomicFile.write(file, JsonText.print(root));
    }
}
