package studio.headroom.ui.editor.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import studio.headroom.files.FileException;
import studio.headroom.files.project.ChainPreset;
import studio.headroom.project.Insert;

/// A person's own presets of one kind: chains of effects, each a file `<name>.json` in a folder. One thread.
public final class PresetFiles {
    private static final String END = ".json";
    /// More of a kind than anybody keeps apart.
    private static final int MOST = 500;
    /// A hundred times what the settings of the largest effect take, in bytes.
    private static final long LARGEST = 1 << 20;

    private final Path folder;

    /// @param folder need not exist yet
    public PresetFiles(Path folder) {
        this.folder = folder;
    }

    /// A chain with its name.
    public record Named(String name, List<Insert> chain) {}

    /// All of them by name; files that are none are left out.
    public List<Named> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Named> presets = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found =
                    files.filter(PresetFiles::mayBeOne).limit(MOST).sorted().toList();
            for (Path file : found) {
                read(file, presets);
            }
        } catch (IOException | UncheckedIOException e) {
            // A folder that cannot be read holds nothing that could be offered.
            return presets;
        }
        return presets;
    }

    /// What a person's folder holds may come from anywhere: only files, and no large ones, are read.
    private static boolean mayBeOne(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            return name.endsWith(END)
                    && !name.startsWith(".")
                    && Files.isRegularFile(file)
                    && Files.size(file) <= LARGEST;
        } catch (IOException e) {
            return false;
        }
    }

    private static void read(Path file, List<Named> into) {
        try {
            String name = String.valueOf(file.getFileName());
            into.add(new Named(name.substring(0, name.length() - END.length()), ChainPreset.read(file)));
        } catch (FileException e) {
            // One broken file must not hide the others.
            return;
        }
    }

    /// Saves a chain under a name; one of the same name is replaced.
    ///
    /// @throws FileException when it could not be written, or the name cannot be one of a file
    public void save(String name, List<Insert> chain) throws FileException {
        String plain = named(name);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new FileException("Cannot make the folder '" + folder + "': " + e.getMessage(), e);
        }
        ChainPreset.write(folder.resolve(plain + END), chain);
    }

    private static String named(String name) throws FileException {
        String plain = name.strip();
        if (plain.isEmpty()
                || plain.startsWith(".")
                || plain.length() > 100
                || plain.matches(".*[/\\\\:*?\"<>|\\p{Cntrl}].*")) {
            throw new FileException("'" + plain
                    + "' cannot be the name of a preset: leave out / \\ : * ? \" < > | and a" + " leading point.");
        }
        return plain;
    }

    /// Gives one another name.
    ///
    /// @throws FileException when there is one of that name already, or it cannot be the name of a file
    public void rename(String name, String other) throws FileException {
        Path to = folder.resolve(named(other) + END);
        if (other.strip().equals(name)) {
            return;
        }
        if (Files.exists(to)) {
            throw new FileException("There is a preset '" + other.strip() + "' already.");
        }
        try {
            Files.move(folder.resolve(name + END), to);
        } catch (IOException e) {
            throw new FileException("Cannot rename the preset '" + name + "': " + e.getMessage(), e);
        }
    }

    /// Removes one.
    public void delete(String name) throws FileException {
        try {
            Files.deleteIfExists(folder.resolve(name + END));
        } catch (IOException e) {
            throw new FileException("Cannot remove the preset '" + name + "': " + e.getMessage(), e);
        }
    }
}
