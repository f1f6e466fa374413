package studio.headroom.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.AudioFileInfo;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.TagRules;
import studio.headroom.mastering.deliver.DeliveryPlan;
import studio.headroom.mastering.deliver.VersionLevel;

/// Other versions of the song, which `deliver` masters with it.
final class VersionOptions {
    @Option(
            names = "--add-version",
            paramLabel = "V=AUDIO",
            description = "Another version of the song through the same chain into the same files, such as"
                    + " Instrumental=prints/NAME.wav: a print of the project, any mono or stereo file, or a project.")
    private List<String> added = new ArrayList<>();

    @Option(
            names = "--version-isrc",
            paramLabel = "V=CODE",
            description = "The ISRC of such a version; that of the song is never written into it.")
    private List<String> codes = new ArrayList<>();

    @Option(
            names = "--version-level",
            paramLabel = "song|own",
            description = "song: gain and limiter of the song's files (without it); own: each brought to its level by"
                    + " itself.")
    private String level = "song";

    /// A name with what stands for it.
    private record Named(String name, String text) {
        static Named of(String option, String typed, String right) {
            int equals = typed.indexOf('=');
            if (equals < 1 || equals == typed.length() - 1) {
                throw new UsageException(option + " takes " + right + ", not '" + typed + "'");
            }
            return new Named(
                    typed.substring(0, equals).strip(),
                    typed.substring(equals + 1).strip());
        }
    }

    /// @throws UsageException when something is asked that cannot be
    void check() {
        added();
        codes();
        level();
    }

    private List<Named> added() {
        return added.stream()
                .map(typed -> Named.of("--add-version", typed, "a name and a file such as Instrumental=mix.wav"))
                .toList();
    }

    private Map<String, String> codes() {
        Map<String, String> all = new HashMap<>();
        for (String typed : codes) {
            Named code = Named.of("--version-isrc", typed, "a name and a code such as Instrumental=US-RC1-76-07840");
            if (added().stream().noneMatch(version -> version.name.equals(code.name))) {
                throw new UsageException("--version-isrc names '" + code.name + "', which no --add-version does");
            }
            try {
                TagRules.checked(Map.of("isrc", code.text));
            } catch (IllegalArgumentException e) {
                throw new UsageException("--version-isrc " + code.name + ": " + e.getMessage());
            }
            all.put(code.name, code.text);
        }
        return all;
    }

    VersionLevel level() {
        return switch (level.strip().toLowerCase(Locale.ROOT)) {
            case "song" -> VersionLevel.SONG;
            case "own" -> VersionLevel.OWN;
            default -> throw new UsageException("--version-level takes song or own, not '" + level + "'");
        };
    }

    /// The versions that are asked for.
    ///
    /// @param project that the song comes from, in which files are looked for too, or null
    List<DeliveryPlan.Other> others(@Nullable Path project, Progress progress) throws IOException {
        List<DeliveryPlan.Other> others = new ArrayList<>();
        for (Named version : added()) {
            Path print = Material.of(found(version.text, project), progress).file();
            others.add(
                    new DeliveryPlan.Other(version.name, print, sound(print), codes().getOrDefault(version.name, "")));
        }
        return others;
    }

    private static Path found(String typed, @Nullable Path project) throws FileException {
        try {
            Path named = Path.of(typed);
            Path inside = project == null ? named : ProjectFiles.folder(project).resolve(typed);
            return !Files.exists(named) && Files.exists(inside) ? inside : named;
        } catch (InvalidPathException e) {
            throw new UsageException("--add-version: '" + typed + "' is not the name of a file");
        }
    }

    static DeliveryPlan.Sound sound(Path print) throws FileException {
        AudioFileInfo info = AudioFiles.info(print);
        return new DeliveryPlan.Sound(
                info.format().sampleRate(), info.format().channels(), Math.max(0, info.seconds()));
    }
}
