package studio.headroom.files.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import studio.headroom.files.AtomicFile;
import studio.headroom.files.FileException;

/// A folder of what a person has saved under names of their own, a JSON file each: `folder/<name>.json`.
final class NamedFiles {
    private static final String END = ".json";
    /// More than anybody keeps apart.
    private static final int MOST = 500;
    private static final int LONGEST_NAME = 100;

    private final Path folder;
    private final String what;

    /// @param folder need not exist yet
    /// @param what one of them is: "preset"
    NamedFiles(Path folder, String what) {
        this.folder = folder;
        this.what = what;
    }

    /// Their names, sorted; what is no such file is left out.
    List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(NamedFiles::mayBeOne)
                    .limit(MOST)
                    .map(file -> file.getFileName().toString())
                    .map(name -> name.substring(0, name.length() - END.length()))
                    .sorted(String.CASE_INSENSITIVE_ORDER)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            // A folder that cannot be read holds nothing that could be offered.
            return List.of();
        }
    }

    private static boolean mayBeOne(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(END) && !name.startsWith(".") && Files.isRegularFile(file);
    }

    /// @throws FileException when the name cannot be one of a file
    Path file(String name) throws FileException {
        String plain = name.strip();
        if (plain.isEmpty()
                || plain.startsWith(".")
                || plain.length() > LONGEST_NAME
                || plain.matches(".*[/\\\\:*?\"<>|\\p{Cntrl}].*")) {
            throw new FileException("'" + plain + "' cannot be the name of a " + what
                    + ": leave out / \\ : * ? \" < > | and a leading point.");
        }
        return folder.resolve(plain + END);
    }

    /// Saves one under a name; one of the same name is replaced.
    void write(String name, byte[] content) throws FileException {
        Path file = file(name);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw FileException.writing(folder, e);
        }
        AtomicFile.write(file, content);
    }

    /// Removes one, if it is there.
    void delete(String name) throws FileException {
        Path file = file(name);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw FileException.writing(file, e);
        }
    }
}
