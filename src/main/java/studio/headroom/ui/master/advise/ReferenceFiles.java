package studio.headroom.ui.master.advise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import studio.headroom.files.importing.ImportProgress;
import studio.headroom.files.importing.ReferenceImporter;
import studio.headroom.files.project.MediaSearch;
import studio.headroom.files.project.ProjectPaths;
import studio.headroom.mastering.Progress;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.edit.MasteringEdits;
import studio.headroom.ui.master.MasterSession;

/// Brings the files of references into a song's folder, and back into it. UI thread; files are read and written by the
/// session's background.
final class ReferenceFiles {
    private final MasterSession session;
    private final Consumer<String> added;
    private final ReadOnlyObjectWrapper<ReferencesModel.@Nullable Adding> adding = new ReadOnlyObjectWrapper<>();
    private @Nullable Work importing;

    /// @param added hears the id of each reference that was added
    ReferenceFiles(MasterSession session, Consumer<String> added) {
        this.session = session;
        this.added = added;
    }

    /// The file that is being taken over; null while there is none.
    ReadOnlyObjectProperty<ReferencesModel.@Nullable Adding> adding() {
        return adding.getReadOnlyProperty();
    }

    private @Nullable Path folder() {
        return session.song().file().folder().get();
    }

    /// The file of a reference.
    ///
    /// @throws IOException that says what helps, when it is not there
    static Path file(Path folder, Media media) throws IOException {
        Path file = ProjectPaths.resolve(folder, media.path());
        if (!Files.exists(file)) {
            throw new IOException("“" + media.path().substring(media.path().lastIndexOf('/') + 1)
                    + "” is missing from the song’s folder. Look for it in another folder, or remove the reference.");
        }
        return file;
    }

    /// Takes files over, one after the other; nothing while others are.
    void add(List<Path> files) {
        Path folder = folder();
        if (folder == null) {
            session.failures()
                    .accept("This song has no folder yet. Save it first; references are copied into its folder.");
            return;
        }
        if (!Work.isRunning(importing) && !files.isEmpty()) {
            next(folder, List.copyOf(files));
        }
    }

    private void next(Path folder, List<Path> files) {
        adding.set(null);
        if (files.isEmpty()) {
            return;
        }
        Path file = files.getFirst();
        String name = String.valueOf(file.getFileName());
        List<Path> rest = files.subList(1, files.size());
        Project song = session.song().history().current();
        adding.set(new ReferencesModel.Adding(name, 0));
        importing = Work.start(
                session.work(),
                session.ui(),
                progress -> ReferenceImporter.run(folder, song, file, watched(progress)),
                (words, share) -> adding.set(new ReferencesModel.Adding(name, share)),
                media -> {
                    int dot = name.lastIndexOf('.');
                    String title = dot > 0 ? name.substring(0, dot) : name;
                    session.song().history().apply(MasteringEdits.addReference(media, title));
                    added.accept(media.id());
                    next(folder, rest);
                },
                trouble -> {
                    session.failures().accept(trouble);
                    next(folder, rest);
                });
    }

    private static ImportProgress watched(Progress progress) {
        return new ImportProgress() {
            @Override
            public void report(double done, String file) {
                progress.at(file, done);
            }

            @Override
            public boolean canceled() {
                return progress.canceled();
            }
        };
    }

    /// Takes no more over; what is there already stays.
    void cancel() {
        Work.end(importing);
        adding.set(null);
    }

    /// Looks for a lost file in a folder and all below it, and copies it back.
    ///
    /// @param found runs when it lies in its place again
    void find(Media media, Path where, Runnable found) {
        Path folder = folder();
        if (folder == null) {
            return;
        }
        Project song = session.song().history().current();
        Work.start(
                session.work(),
                session.ui(),
                progress -> {
                    List<MediaSearch.Found> all =
                            MediaSearch.search(song, List.of(media), List.of(where), progress::canceled);
                    return all.isEmpty() ? "" : MediaSearch.bring(folder, all.getFirst());
                },
                (words, share) -> {},
                path -> found(media, where, path, found),
                session.failures());
    }

    private void found(Media media, Path where, String path, Runnable found) {
        if (path.isEmpty()) {
            session.failures()
                    .accept("“" + media.origin() + "” is not in '" + where + "'. Look in another folder, or remove the"
                            + " reference and add it anew.");
        } else if (path.equals(media.path())) {
            found.run();
        } else {
            session.song().history().apply(MasteringEdits.relinkReference(media.id(), path, media.sha256()));
        }
    }
}
