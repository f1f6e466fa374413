package studio.headroom.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.headroom.files.FileException;
import studio.headroom.files.importing.ImportProgress;
import studio.headroom.files.importing.ImportedStem;
import studio.headroom.files.importing.TrackSides;
import studio.headroom.files.project.SongArchive;
import studio.headroom.mastering.FileNames;
import studio.headroom.mastering.prints.TakeOver;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.MasteringEdits;
import studio.headroom.ui.song.SongRequest;
import studio.headroom.ui.song.SongSession;
import studio.headroom.ui.start.DropSpot;
import studio.headroom.ui.start.Dropped;
import studio.headroom.ui.start.ImportWords;
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
            NewSong.Checked checked =
                    NewSong.check(meant instanceof Dropped.Sounds(List<Path> files) ? files : List.of());
            tools.services().ui().execute(() -> {
                switch (meant) {
                    case Dropped.Song(Path folder) -> shell.request(SongRequest.of(folder));
                    case Dropped.Sounds(List<Path> files) -> checked(files.size(), checked, spot);
                    case Dropped.Nothing(String reason) -> tools.messages().warning(reason);
                }
            });
        });
    }

    /// Goes on at once where all files are good, else when a person says so.
    private void checked(int given, NewSong.Checked checked, DropSpot spot) {
        List<Path> usable = checked.usable();
        if (checked.reasons().isEmpty()) {
            sounds(usable, spot);
        } else if (usable.isEmpty()) {
            tools.messages().error(ImportWords.unusable(given, checked.reasons()));
        } else {
            tools.messages()
                    .error(
                            ImportWords.unusable(given, checked.reasons()),
                            new Messages.Action(
                                    usable.size() == 1
                                            ? "Take the other file"
                                            : "Take the other " + usable.size() + " files",
                                    () -> sounds(usable, spot)));
        }
    }

    /// Takes a stereo file that a person chooses over as a print: of the song that is open, else of a song of its own.
    void masterFile() {
        tools
                .services()
                .choosers()
                .sounds("A stereo file to master", tools.services().home())
                .stream()
                .findFirst()
                .ifPresent(this::masterFile);
    }

    /// As [#masterFile()].
    void masterFile(Path file) {
        if (tools.jobs().isBusy()) {
            return;
        }
        SongSession open = shell.session();
        if (open == null) {
            newMaster(file);
            return;
        }
        Path folder = folder(open, "the file is copied into it", () -> masterFile(file));
        if (folder == null) {
            return;
        }
        int rate = open.history().current().sampleRate();
        tools.jobs()
                .run(
                        "Taking “" + file.getFileName() + "” over",
                        "Canceling leaves nothing of it. The file itself is never changed.",
                        watch -> NewSong.master(file, folder, rate, progress(watch, "Reading")),
                        print -> {
                            if (shell.session() == open) {
                                open.history()
                                        .apply(MasteringEdits.print(
                                                print.getFileName().toString()));
                                tools.window().showPlace("master");
                            }
                        },
                        tools.messages()::error);
    }

    /// The folder of a song. Where it has none yet, that is said, with a way to save it and go on.
    private @Nullable Path folder(SongSession open, String what, Runnable again) {
        Path folder = open.file().folder().get();
        if (folder == null) {
            tools.messages()
                    .notice(
                            "This song has no folder yet. Save it first; " + what + ".",
                            new Messages.Action("Save as…", () -> shell.saving().saveAs(again)));
        }
        return folder;
    }

    private void newMaster(Path file) {
        tools.dialogs()
                .name(
                        "Master a stereo file",
                        "The file is copied into a song of its own and never changed.",
                        "Create",
                        TakeOver.title(file),
                        tools.preferences().songs().get(),
                        shell.saving()::chooseFolder,
                        (title, place) -> tools.jobs()
                                .run(
                                        "Making “" + title + "”",
                                        "Canceling leaves nothing of it.",
                                        watch -> NewSong.ofMaster(place, title, file, progress(watch, "Reading")),
                                        print -> {
                                            shell.beginWith("master");
                                            shell.request(SongRequest.of(place));
                                        },
                                        tools.messages()::error));
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
        Path folder = folder(open, "the sound files are copied into it", () -> sounds(files, spot));
        if (folder == null) {
            return;
        }
        tools.jobs()
                .run(
                        title(files, spot),
                        "Canceling leaves the song as it is.",
                        watch -> NewSong.add(folder, open.history().current(), files, progress(watch, "Adding")),
                        result -> {
                            open.history().apply(spot.place(result));
                            tell(result.stems());
                        },
                        tools.messages()::error);
    }

    /// Says what is unusual about what was imported, and offers what can be done about it.
    private void tell(List<ImportedStem> stems) {
        String summary = ImportWords.summary(stems);
        if (summary.isEmpty()) {
            return;
        }
        List<Messages.Action> actions = new ArrayList<>();
        if (ImportWords.latest(stems).isPresent()) {
            actions.add(new Messages.Action("Place by time stamps", () -> edit(ImportWords.byTimeStamp(stems))));
        }
        int equal = (int) stems.stream()
                .filter(stem -> stem.dualMono() && stem.channels() == 2)
                .count();
        if (equal > 0) {
            actions.add(new Messages.Action(ImportWords.makeMono(equal), () -> makeMono(stems)));
        }
        tools.messages().notice(summary, actions.toArray(Messages.Action[]::new));
    }

    private void edit(Edit edit) {
        SongSession open = shell.session();
        if (open != null) {
            open.history().apply(edit);
        }
    }

    private void makeMono(List<ImportedStem> stems) {
        SongSession open = shell.session();
        if (open != null) {
            Set<String> tracks = ImportWords.dualMono(stems, open.history().current());
            if (!tracks.isEmpty()) {
                change(
                        "Making tracks mono",
                        (folder, song, progress) -> TrackSides.toMono(folder, song, tracks, progress));
            }
        }
    }

    /// Makes new sound files for the open song in the background, and the edit that plays them.
    private void change(String title, FileWork work) {
        SongSession open = shell.session();
        Path folder = open == null ? null : open.file().folder().get();
        if (open == null || tools.jobs().isBusy()) {
            return;
        }
        if (folder == null) {
            tools.messages()
                    .notice("This song has no folder yet. Save it first; the new sound files are written into it.");
            return;
        }
        tools.jobs()
                .run(
                        title,
                        "Canceling leaves the song as it is.",
                        watch -> work.make(folder, open.history().current(), progress(watch, "Writing")),
                        open.history()::apply,
                        tools.messages()::error);
    }

    private interface FileWork {
        Edit make(Path folder, Project song, ImportProgress progress) throws FileException;
    }

    /// Packs the song, as it is now, into one file in a folder that a person chooses.
    void pack() {
        SongSession open = shell.session();
        Path folder = open == null ? null : open.file().folder().get();
        if (open == null || tools.jobs().isBusy()) {
            return;
        }
        if (folder == null) {
            tools.messages().notice("This song has no folder yet. Save it first, then pack it.");
            return;
        }
        Project song = open.history().current();
        tools.services()
                .choosers()
                .folder("Folder for the packed song", tools.services().home())
                .ifPresent(parent -> {
                    Path archive = parent.resolve(FileNames.safe(song.title()) + SongArchive.SUFFIX);
                    tools.jobs()
                            .run(
                                    "Packing the song",
                                    "Canceling leaves nothing of it.",
                                    watch -> SongArchive.write(
                                            folder,
                                            song,
                                            archive,
                                            share -> watch.at("Packing " + archive.getFileName(), share),
                                            watch::canceled),
                                    bytes -> tools.messages()
                                            .notice("The song is packed in “" + archive + "”, "
                                                    + (bytes / 1_000_000 + 1) + " MB."),
                                    tools.messages()::error);
                });
    }

    /// Lets the selected stereo track be two mono ones.
    void splitTrack() {
        selectedTracks().stream()
                .reduce((first, last) -> last)
                .ifPresent(track -> change(
                        "Splitting a track",
                        (folder, song, progress) -> TrackSides.split(folder, song, track, progress)));
    }

    /// Lets the two selected mono tracks be one in stereo, the one that stands first at the left.
    void joinTracks() {
        List<String> tracks = selectedTracks();
        if (tracks.size() != 2) {
            tools.messages()
                    .notice("Select two mono tracks to join them: the left one first in the mixer, then the right.");
            return;
        }
        change(
                "Joining tracks",
                (folder, song, progress) ->
                        TrackSides.join(folder, song, tracks.getFirst(), tracks.getLast(), progress));
    }

    /// In mixer order.
    private List<String> selectedTracks() {
        SongSession open = shell.session();
        return open == null
                ? List.of()
                : open.history().current().strips().stream()
                        .filter(strip -> strip.kind() == Strip.Kind.TRACK)
                        .map(Strip::id)
                        .filter(open.selection()::isSelected)
                        .toList();
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
                                        watch -> NewSong.create(place, title, files, progress(watch, "Converting")),
                                        stems -> {
                                            shell.request(SongRequest.of(place));
                                            tell(stems);
                                        },
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
