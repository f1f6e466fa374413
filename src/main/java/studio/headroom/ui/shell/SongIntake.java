package studio.headroom.ui.shell;

import java.nio.file.Path;
import java.util.List;
import studio.headroom.files.importing.ImportProgress;
import studio.headroom.project.Project;
import studio.headroom.ui.song.SongRequest;
import studio.headroom.ui.song.SongSession;
import studio.headroom.ui.start.DropSpot;
import studio.headroom.ui.start.Dropped;
import studio.headroom.ui.start.NewSong;

/// What comes into the program: new songs, the sample song, and files that are dropped or chosen. UI thread.
final class SongIntake {
    private static final int NEW_RATE = 48_000;

    private final Tools tools;
    private final Shell shell;

    SongIntake(Tools tools, Shell shell) {
        this.tools = tools;
        this.shell = shell;
    }

    void newEmpty() {
        shell.request(SongRequest.unnamed(Project.empty(SongSaving.UNTITLED, NEW_RATE)));
    }

    /// Opens the sample song: a copy of it in the folder of new songs, made when it is not there yet.
    void openSample() {
        tools.services()
                .sample()
                .filter(unused -> !tools.jobs().isBusy())
                .ifPresent(sample -> shell.leaveSong(() -> tools.jobs()
                        .run(
                                "Copying the sample song",
                                "The copy in your folder is yours to change. Canceling leaves nothing of it.",
                                watch -> NewSong.sample(
                                        sample, tools.preferences().songs().get(), progress(watch, "Copying")),
                                place -> shell.request(SongRequest.of(place)),
                                tools.messages()::error)));
    }

    /// A new song of files that a person chooses; no song is open.
    void newFromFiles() {
        List<Path> files = tools.services()
                .choosers()
                .sounds("Sound files for a new song", tools.services().home());
        if (!files.isEmpty()) {
            dropped(files, DropSpot.END);
        }
    }

    /// Tracks of files that a person chooses, in the song that is open.
    void addFiles() {
        if (shell.session() != null) {
            List<Path> files = tools.services()
                    .choosers()
                    .sounds("Sound files to add", tools.services().home());
            if (!files.isEmpty()) {
                dropped(files, DropSpot.END);
            }
        }
    }

    /// Files and folders were dropped on the window, or chosen.
    ///
    /// @param spot where in the song they go, if they are sound files and a song is open
    void dropped(List<Path> paths, DropSpot spot) {
        tools.services().background().execute(() -> {
            Dropped meant = Dropped.of(paths);
            tools.services().ui().execute(() -> {
                switch (meant) {
                    case Dropped.Song(Path folder) -> shell.request(SongRequest.of(folder));
                    case Dropped.Sounds(List<Path> files) -> sounds(files, spot);
                    case Dropped.Nothing(String reason) -> tools.messages().warning(reason);
                }
            });
        });
    }

    private void sounds(List<Path> files, DropSpot spot) {
        if (tools.jobs().isBusy()) {
            return;
        }
        SongSession open = shell.session();
        if (open == null) {
            newSong(files);
            return;
        }
        Path folder = open.file().folder().get();
        if (folder == null) {
            tools.messages()
                    .notice(
                            "This song has no folder yet. Save it first; the sound files are copied into it.",
                            new Messages.Action("Save as…", () -> shell.saving().saveAs(() -> sounds(files, spot))));
            return;
        }
        tools.jobs()
                .run(
                        title(files, spot),
                        "Canceling leaves the song as it is.",
                        watch -> NewSong.add(folder, open.history().current(), files, progress(watch, "Adding")),
                        result -> open.history().apply(spot.place(result)),
                        tools.messages()::error);
    }

    private static String title(List<Path> files, DropSpot spot) {
        String what = spot.track() == null ? "track" : "clip";
        return files.size() == 1 ? "Adding a " + what : "Adding " + files.size() + " " + what + "s";
    }

    private void newSong(List<Path> files) {
        String tracks = files.size() == 1 ? "One track" : files.size() + " tracks";
        tools.dialogs()
                .name(
                        "New song",
                        tracks + ", one for each file. The files are copied and never changed.",
                        "Create",
                        Dropped.title(files),
                        tools.preferences().songs().get(),
                        shell.saving()::chooseFolder,
                        (title, place) -> tools.jobs()
                                .run(
                                        "Making “" + title + "”",
                                        "Canceling leaves nothing of it.",
                                        watch -> {
                                            NewSong.create(place, title, files, progress(watch, "Converting"));
                                            return place;
                                        },
                                        made -> shell.request(SongRequest.of(made)),
                                        tools.messages()::error));
    }

    static ImportProgress progress(Jobs.Watch watch, String verb) {
        return new ImportProgress() {
            @Override
            public void report(double done, String file) {
                watch.at(verb + " " + file, done);
            }

            @Override
            public boolean canceled() {
                return watch.canceled();
            }
        };
    }
}
