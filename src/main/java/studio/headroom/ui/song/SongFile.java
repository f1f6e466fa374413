package studio.headroom.ui.song;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.headroom.files.project.Autosave;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.project.Project;

/// The folder of the song that is open: saves it, and keeps what is not saved in case of a crash. UI thread; files are
/// written by another.
public final class SongFile {
    private final SongHistory history;
    private final Executor disk;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<Path> folder;
    private final ReadOnlyObjectWrapper<SaveState> state;
    private final Autosave unsaved;
    private Project saved;
    private Project kept;
    private Instant keptAt = Instant.EPOCH;
    private boolean busy;

    /// @param folder of the project
    /// @param disk carries out writing, one task after the other
    /// @param ui carries out what belongs to the UI thread
    public SongFile(Path folder, SongHistory history, Executor disk, Executor ui) throws IOException {
        this.history = history;
        this.disk = disk;
        this.ui = ui;
        this.folder = new ReadOnlyObjectWrapper<>(folder);
        saved = history.current();
        kept = saved;
        state = new ReadOnlyObjectWrapper<>(new SaveState.Saved(Instant.now()));
        unsaved = Autosave.of(folder);
        history.song().addListener((observable, before, now) -> show());
    }

    public ReadOnlyObjectProperty<Path> folder() {
        return folder.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<SaveState> state() {
        return state.getReadOnlyProperty();
    }

    /// Whether something is not saved.
    public boolean isChanged() {
        return !history.current().equals(saved);
    }

    /// Saves the song as it is now.
    ///
    /// @param then hears, on the UI thread, whether it was written
    public void save(Consumer<Boolean> then) {
        Project song = history.current();
        Path target = folder.get();
        state.set(new SaveState.Saving());
        write(
                () -> {
                    ProjectFiles.save(target, song);
                    unsaved.clear();
                },
                () -> {
                    saved = song;
                    kept = song;
                    state.set(new SaveState.Saved(Instant.now()));
                    show();
                },
                then);
    }

    /// Keeps the song as it is now for a crash, if it differs from what is saved or kept; to be called every few
    /// seconds.
    public void keep() {
        Project song = history.current();
        if (busy || song.equals(kept)) {
            return;
        }
        busy = true;
        write(
                () -> unsaved.write(song),
                () -> {
                    kept = song;
                    keptAt = Instant.now();
                    show();
                },
                done -> busy = false);
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void write(Writing writing, Runnable done, Consumer<Boolean> then) {
        disk.execute(() -> {
            try {
                writing.run();
                ui.execute(() -> {
                    done.run();
                    then.accept(true);
                });
            } catch (IOException | RuntimeException e) {
                ui.execute(() -> {
                    state.set(new SaveState.Failed(String.valueOf(e.getMessage())));
                    then.accept(false);
                });
            }
        });
    }

    private void show() {
        if (!(state.get() instanceof SaveState.Saving)) {
            state.set(isChanged() ? new SaveState.Changed(keptAt) : new SaveState.Saved(Instant.now()));
        }
    }
}
