package studio.headroom.app.window;

import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where what belongs to the user lies on each system.
///
/// @param settings the file of the settings
/// @param state the folder of what the program remembers: recent songs, songs that are open
/// @param songs the folder of new songs
/// @param home the user's folder
record UserFolders(Path settings, Path state, Path songs, Path home) {
    /// System property that names one folder for all of it.
    static final String PROPERTY = "headroom.folder";
    /// System property that names the folder of the sample song.
    static final String SAMPLE_PROPERTY = "headroom.sample";

    private static final String SAMPLE = "Room Above the Rain.headroom";
    private static final String SAMPLES = "samples";
    private static final String NAME = "Headroom";

    static UserFolders find() {
        String chosen = System.getProperty(PROPERTY);
        Path home = Path.of(System.getProperty("user.home"));
        if (chosen != null) {
            Path all = Path.of(chosen).toAbsolutePath();
            return new UserFolders(
                    all.resolve("settings.properties"), all.resolve("state"), all.resolve("songs"), home);
        }
        return find(System.getProperty("os.name"), home, System.getenv());
    }

    static UserFolders find(String system, Path home, Map<String, String> environment) {
        String os = system.toLowerCase(Locale.ROOT);
        Path songs = home.resolve("Music").resolve(NAME);
        String settings = "settings.properties";
        if (os.startsWith("mac")) {
            Path support =
                    home.resolve("Library").resolve("Application Support").resolve(NAME);
            return new UserFolders(support.resolve(settings), support.resolve("state"), songs, home);
        }
        if (os.startsWith("windows")) {
            Path data = home.resolve("AppData");
            Path roaming = folder(environment.get("APPDATA"), data.resolve("Roaming"));
            Path local = folder(environment.get("LOCALAPPDATA"), data.resolve("Local"));
            return new UserFolders(
                    roaming.resolve(NAME).resolve(settings), local.resolve(NAME).resolve("state"), songs, home);
        }
        Path config = folder(environment.get("XDG_CONFIG_HOME"), home.resolve(".config"));
        Path state =
                folder(environment.get("XDG_STATE_HOME"), home.resolve(".local").resolve("state"));
        return new UserFolders(config.resolve("headroom").resolve(settings), state.resolve("headroom"), songs, home);
    }

    /// What the environment names, unless it is missing, empty or relative, which the XDG specification calls invalid.
    private static Path folder(@Nullable String named, Path otherwise) {
        if (named == null || named.isEmpty()) {
            return otherwise;
        }
        Path path = Path.of(named);
        return path.isAbsolute() ? path : otherwise;
    }

    Path openSongs() {
        return state.resolve("open");
    }

    Path recentSongs() {
        return state.resolve("recent.json");
    }

    /// The sample song: where a property says, beside the program's own files, or in the `samples` folder of where the
    /// program was started.
    static Optional<Path> sample() {
        String chosen = System.getProperty(SAMPLE_PROPERTY);
        return chosen != null ? sample(List.of(Path.of(chosen))) : sample(beside(program(), Path.of("")));
    }

    /// Where a sample song may lie.
    ///
    /// @param program folder of the program's jars, or nothing where it runs from classes
    /// @param present where the program was started
    static List<Path> beside(Optional<Path> program, Path present) {
        List<Path> places = new ArrayList<>();
        program.ifPresent(folder -> places.add(folder.resolve(SAMPLES).resolve(SAMPLE)));
        places.add(present.resolve(SAMPLES).resolve(SAMPLE));
        return places;
    }

    private static Optional<Path> sample(List<Path> places) {
        return places.stream()
                .map(Path::toAbsolutePath)
                .filter(place -> Files.isRegularFile(place.resolve("project.json")))
                .findFirst();
    }

    /// The folder of the jar that this class came from.
    private static Optional<Path> program() {
        CodeSource source = UserFolders.class.getProtectionDomain().getCodeSource();
        try {
            return source == null
                    ? Optional.empty()
                    : Optional.ofNullable(Path.of(source.getLocation().toURI()).getParent());
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }
}
