package studio.headroom.ui.editor.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import studio.headroom.effects.EffectType;
import studio.headroom.effects.FactoryPreset;
import studio.headroom.files.FileException;
import studio.headroom.files.project.ChainPreset;
import studio.headroom.param.Param;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;

/// Presets of effects: those that come with the program, and a person's own, each a file of a chain of one effect in
/// `folder/<type>/<name>.json`. One thread.
public final class Presets {
    private static final String END = ".json";
    /// More of an effect than anybody keeps apart.
    private static final int MOST = 500;
    /// A hundred times what the settings of the largest effect take, in bytes.
    private static final long LARGEST = 1 << 20;

    private final Path folder;

    /// @param folder need not exist yet
    public Presets(Path folder) {
        this.folder = folder;
    }

    /// Settings with a name.
    ///
    /// @param own whether a person saved it
    public record Preset(String name, Values values, boolean own) {}

    /// Those that come with the program.
    public static List<Preset> factory(EffectType type) {
        return FactoryPreset.of(type).stream()
                .map(preset -> new Preset(preset.name(), preset.values(), false))
                .toList();
    }

    /// A person's own, by name; files that are none are left out.
    public List<Preset> own(EffectType type) {
        Path place = folder.resolve(type.id());
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        List<Preset> presets = new ArrayList<>();
        try (Stream<Path> files = Files.list(place)) {
            List<Path> found =
                    files.filter(Presets::mayBeOne).limit(MOST).sorted().toList();
            for (Path file : found) {
                read(file, type, presets);
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

    private static void read(Path file, EffectType type, List<Preset> into) {
        try {
            List<Insert> chain = ChainPreset.read(file);
            if (chain.size() == 1 && chain.getFirst().type().equals(type.id())) {
                String name = String.valueOf(file.getFileName());
                into.add(new Preset(
                        name.substring(0, name.length() - END.length()),
                        known(type, chain.getFirst().values()),
                        true));
            }
        } catch (FileException e) {
            // One broken file must not hide the others.
            return;
        }
    }

    /// The values of controls that the effect has, within their ranges.
    private static Values known(EffectType type, Values found) {
        Values values = Values.INITIAL;
        for (Param param : type.params().params()) {
            values = values.with(param, found.get(param));
        }
        return values;
    }

    /// Saves settings under a name; one of the same name is replaced.
    ///
    /// @throws FileException when it could not be written, or the name cannot be one of a file
    public void save(EffectType type, String name, Values values) throws FileException {
        String plain = named(name);
        Path place = folder.resolve(type.id());
        try {
            Files.createDirectories(place);
        } catch (IOException e) {
            throw new FileException("Cannot make the folder '" + place + "': " + e.getMessage(), e);
        }
        ChainPreset.write(place.resolve(plain + END), List.of(new Insert("preset", type.id(), values, null)));
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

    /// Gives one of a person's own another name.
    ///
    /// @throws FileException when there is one of that name already, or it cannot be the name of a file
    public void rename(EffectType type, String name, String other) throws FileException {
        Path place = folder.resolve(type.id());
        Path to = place.resolve(named(other) + END);
        if (other.strip().equals(name)) {
            return;
        }
        if (Files.exists(to)) {
            throw new FileException("There is a preset '" + other.strip() + "' already.");
        }
        try {
            Files.move(place.resolve(name + END), to);
        } catch (IOException e) {
            throw new FileException("Cannot rename the preset '" + name + "': " + e.getMessage(), e);
        }
    }

    /// Removes one of a person's own.
    public void delete(EffectType type, String name) throws FileException {
        try {
            Files.deleteIfExists(folder.resolve(type.id()).resolve(name + END));
        } catch (IOException e) {
            throw new FileException("Cannot remove the preset '" + name + "': " + e.getMessage(), e);
        }
    }

    /// Which preset the settings are, if any.
    public static String nameOf(List<Preset> presets, Values settings) {
        return presets.stream()
                .filter(preset -> preset.values().equals(settings))
                .map(Preset::name)
                .findFirst()
                .orElse("");
    }
}
