package studio.headroom.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The system's dialogs for files and folders. UI thread; they answer when the person does.
public interface Choosers {
    /// @param from where to begin, which may not exist
    Optional<Path> folder(String title, Path from);

    /// @param from where to begin, which may not exist
    default Optional<Path> picture(String title, Path from) {
        return Optional.empty();
    }

    /// @return none when it was left
    List<Path> sounds(String title, Path from);
}
