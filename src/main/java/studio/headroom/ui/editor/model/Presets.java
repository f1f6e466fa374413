package studio.headroom.ui.editor.model;

import java.nio.file.Path;
import java.util.List;
import studio.headroom.effects.EffectType;
import studio.headroom.effects.FactoryPreset;
import studio.headroom.files.FileException;
import studio.headroom.param.Param;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;

/// Presets of effects: those that come with the program, and a person's own, each a file of a chain of one effect in
/// `folder/<type>/<name>.json`. One thread.
public final class Presets {
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
        return files(type).all().stream()
                .filter(found -> found.chain().size() == 1
                        && found.chain().getFirst().type().equals(type.id()))
                .map(found -> new Preset(
                        found.name(), known(type, found.chain().getFirst().values()), true))
                .toList();
    }

    private PresetFiles files(EffectType type) {
        return new PresetFiles(folder.resolve(type.id()));
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
        files(type).save(name, List.of(new Insert("preset", type.id(), values, null)));
    }

    /// Gives one of a person's own another name.
    ///
    /// @throws FileException when there is one of that name already, or it cannot be the name of a file
    public void rename(EffectType type, String name, String other) throws FileException {
        files(type).rename(name, other);
    }

    /// Removes one of a person's own.
    public void delete(EffectType type, String name) throws FileException {
        files(type).delete(name);
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
