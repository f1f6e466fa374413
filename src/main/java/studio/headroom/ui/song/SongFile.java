package studio.headroom.ui.song;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import studio.headroom.files.FileException;
import studio.headroom.files.project.Autosave;
import studio.headroom.files.project.Autosaver;
import studio.headroom.files.project.OpenSongs;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.files.project.SongLock;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.SongEdits;

/// The place of the open song on the disk: saves it, and keeps what is not saved in case of a crash. UI thread; files
/// are written by others.
public final class SongFile {
    private final SongHistory history;
    private final OpenSongs.Entry entry;
    private final Autosaver autosaver;
    private final Executor disk;
    private final Executor ui;
    private final Consumer<String> troubles;
    private final ReadOnlyObjectWrapper<@Nullable Path> folder;
    private final ReadOnlyObjectWrapper<SaveState> state;
    private final ReadOnlyObjectWrapper<@Nullable Path> keptAside;
    private volatile int backups = ProjectFiles.BACKUPS_KEPT;
    private volatile @Nullable SongLock lock;
    private @Nullable Project saved;
    private Instant savedAt = Instant.now();

    /// @param folder of the project, or null for a song that was never saved
    /// @param saved what lies there, or null where nothing does
    /// @param entry of this song, closed with this
    /// @param interval after which a change is kept for a crash
    /// @param disk carries out writing, one task after the other
    /// @param ui carries out what belongs to the UI thread
    /// @param troubles hears, on the UI thread, why a state could not be kept
    public SongFile(
            @Nullable Path folder,
            @Nullable Project saved,
            SongHistory history,
            OpenSongs.Entry entry,
            Duration interval,
            Executor disk,
            Executor ui,
            Consumer<String> troubles)
            throws FileException {
        this.history = history;
        this.entry = entry;
        this.saved = saved;
        this.disk = disk;
        this.ui = ui;
        this.troubles = troubles;
        this.folder = new ReadOnlyObjectWrapper<>(folder);
        keptAside = new ReadOnlyObjectWrapper<>(folder == null ? entry.unnamed().folder() : null);
        autosaver = new Autosaver(
                folder == null ? entry.unnamed() : Autosave.of(folder),
                entry.unnamed(),
                interval,
                new Autosaver.Owner() {
                    @Override
                    public void kept(Path where) {
                        ui.execute(() -> keptIn(where));
                    }

                    @Override
                    public void failed(FileException e) {
                        ui.execute(() -> troubles.accept("Unsaved work could not be kept. " + e.getMessage()));
                    }
                });
        state = new ReadOnlyObjectWrapper<>(now());
        history.song().addListener((observable, before, changed) -> changed(changed));
        if (!history.current().equals(saved)) {
            autosaver.changed(history.current());
        }
    }

    /// The project folder; null while the song was never saved.
    public ReadOnlyObjectProperty<@Nullable Path> folder() {
        return folder.getReadOnlyProperty();
    }

    /// Keeps others out of the song's folder until it is closed, or moves with it to another folder.
    ///
    /// @param taken of the folder; closed with this
    public void guardedBy(SongLock taken) {
        lock = taken;
    }

    /// @param kept earlier saves that stay in the folder from now on, at least 1
    public void setBackups(int kept) {
        backups = kept;
    }

    public ReadOnlyObjectProperty<SaveState> state() {
        return state.getReadOnlyProperty();
    }

    /// The longest time for which a change is not kept for a crash.
    public Duration interval() {
        return autosaver.interval();
    }

    /// Where unsaved work is kept, if that is not in the song's own folder: since it has none yet, or since that cannot
    /// be written. Null where it is kept in the song's folder.
    public ReadOnlyObjectProperty<@Nullable Path> keptAside() {
        return keptAside.getReadOnlyProperty();
    }

    private void keptIn(Path where) {
        Path place = folder.get();
        boolean aside = place == null || !where.startsWith(place);
        if (aside && place != null && keptAside.get() == null) {
            troubles.accept("The song's folder “" + place + "” cannot be written. Unsaved work is kept in “" + where
                    + "” meanwhile; save the song under another name to be safe.");
        }
        keptAside.set(aside ? where : null);
    }

    /// Whether closing would lose something.
    public boolean isChanged() {
        Project song = history.current();
        return folder.get() == null
                ? !song.strips().isEmpty()
                        || !song.media().isEmpty()
                        || !history.steps().isEmpty()
                : !song.equals(saved);
    }

    /// Saves the song as it is now into its folder; what was there becomes a backup.
    ///
    /// @param then hears, on the UI thread, whether it was written
    /// @throws IllegalStateException when it has no folder yet
    public void save(Consumer<Boolean> then) {
        Path place = folder.get();
        if (place == null) {
            throw new IllegalStateException("a song without a folder is saved under a name");
        }
        Project song = history.current();
        write(() -> autosaver.save(place, song, backups), () -> saved(place, song), then);
    }

    /// Saves the song as it is now in a new folder, with its sound files, under a title, and stays there. Those that
    /// are missing are told as trouble, and keep nothing from being saved. Where it cannot be written, the song is
    /// as
    /// before, its title too.
    ///
    /// @param place that does not exist yet, or is empty
    /// @param title of the song from then on
    /// @param then hears, on the UI thread, whether it was written
    public void saveAs(Path place, String title, Consumer<Boolean> then) {
        Path before = folder.get();
        boolean renamed = !history.current().title().equals(title);
        Edit name = SongEdits.title(title);
        Project song = renamed ? name.apply(history.current()) : history.current();
        write(
                () -> {
                    if (before == null) {
                        ProjectFiles.create(place, song);
                    } else {
                        tellMissing(ProjectFiles.saveAs(before, song, place));
                    }
                    autosaver.saved(place, song);
                    letGo();
                    lock = SongLock.take(place).orElse(null);
                    entry.named(place);
                    if (before != null && Files.isDirectory(before)) {
                        Autosave.of(before).clear();
                    }
                },
                () -> {
                    if (renamed) {
                        history.apply(name);
                    }
                    saved(place, song);
                },
                then);
    }

    private void tellMissing(List<Media> missing) {
        if (!missing.isEmpty()) {
            String files = missing.size() == 1
                    ? "The sound file “" + missing.getFirst().path() + "” was"
                    : missing.size() + " sound files were";
            ui.execute(() -> troubles.accept(files + " missing, and the song was saved without. When it is opened"
                    + " again, Headroom asks where to look for them."));
        }
    }

    private void saved(Path place, Project song) {
        saved = song;
        savedAt = Instant.now();
        keptAside.set(null);
        folder.set(place);
        if (!history.current().equals(song)) {
            autosaver.changed(history.current());
        }
    }

    /// The song is closed in peace. What is not saved is forgotten.
    ///
    /// @param then runs on the UI thread when all is written
    public void close(Runnable then) {
        Path place = folder.get();
        disk.execute(() -> {
            autosaver.close();
            try {
                if (place != null) {
                    Autosave.of(place).clear();
                }
                entry.close();
            } catch (FileException e) {
                // At worst the next start offers something that is not needed.
            } finally {
                letGo();
            }
            ui.execute(then);
        });
    }

    private void letGo() {
        SongLock held = lock;
        lock = null;
        if (held != null) {
            held.close();
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void write(Writing writing, Runnable done, Consumer<Boolean> then) {
        state.set(new SaveState.Saving());
        disk.execute(() -> {
            try {
                writing.run();
                ui.execute(() -> {
                    done.run();
                    state.set(now());
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

    private void changed(Project song) {
        autosaver.changed(song);
        if (!(state.get() instanceof SaveState.Saving)) {
            state.set(now());
        }
    }

    private SaveState now() {
        if (folder.get() == null) {
            return new SaveState.NeverSaved();
        }
        return history.current().equals(saved) ? new SaveState.Saved(savedAt) : new SaveState.Changed();
    }
}
