package studio.headroom.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.headroom.ui.song.SaveState;
import studio.headroom.ui.song.SongSession;

/// Saving the song that is open. UI thread.
final class SongSaving {
    /// What a new song is called.
    static final String UNTITLED = "Untitled";

    private static final Logger LOG = LoggerFactory.getLogger(SongSaving.class);

    private final Tools tools;
    private final Shell shell;

    SongSaving(Tools tools, Shell shell) {
        this.tools = tools;
        this.shell = shell;
    }

    /// @param then runs when it is written
    void save(Runnable then) {
        SongSession open = shell.session();
        if (open == null) {
            return;
        }
        if (open.file().folder().get() == null) {
            saveAs(then);
        } else {
            open.file().save(written -> written(open, written, then));
        }
    }

    /// @param then runs when it is written
    void saveAs(Runnable then) {
        SongSession open = shell.session();
        if (open == null) {
            return;
        }
        Path folder = open.file().folder().get();
        Path before = folder == null ? null : folder.getParent();
        String title = open.history().current().title();
        tools.dialogs()
                .name(
                        "Save the song as",
                        folder == null ? "" : "A copy with its sound files, which is then the one that is open.",
                        "Save",
                        folder == null ? (title.equals(UNTITLED) ? "" : title) : title + " 2",
                        before == null ? tools.preferences().songs().get() : before,
                        this::chooseFolder,
                        (name, place) -> {
                            try {
                                Files.createDirectories(
                                        tools.preferences().songs().get());
                            } catch (IOException e) {
                                LOG.warn("The folder for songs cannot be made", e);
                            }
                            open.file().saveAs(place, name, written -> written(open, written, then));
                        });
    }

    Optional<Path> chooseFolder(Path from) {
        return tools.services().choosers().folder("Folder for the song", from);
    }

    private void written(SongSession open, boolean written, Runnable then) {
        if (written) {
            then.run();
        } else if (open.file().state().get() instanceof SaveState.Failed(String message)) {
            tools.messages().error(message, new Messages.Action("Save as…", () -> saveAs(then)));
        }
    }
}
