package studio.headroom.ui.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import studio.headroom.files.project.Backup;
import studio.headroom.files.project.MediaSearch;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.MasteringEdits;
import studio.headroom.project.edit.SongEdits;
import studio.headroom.ui.song.SongOpener;
import studio.headroom.ui.song.SongOpener.Outcome;
import studio.headroom.ui.song.SongRequest;
import studio.headroom.ui.song.SongSession;
import studio.headroom.ui.start.NewSong;

/// Opening a song, with all that may have to be asked: unsaved work, sound files that are missing, another program that
/// has it open. UI thread.
final class Openings {
    private final Tools tools;
    private final SongOpener opener;
    private final Shell shell;
    private final Consumer<SongSession> opened;

    /// @param opened takes the song that is open
    Openings(Tools tools, SongOpener opener, Shell shell, Consumer<SongSession> opened) {
        this.tools = tools;
        this.opener = opener;
        this.shell = shell;
        this.opened = opened;
    }

    /// Lets a person choose a song.
    void choose() {
        tools.services()
                .choosers()
                .folder(
                        "Open a song (its .headroom folder)",
                        tools.preferences().songs().get())
                .ifPresent(folder -> shell.request(SongRequest.of(folder)));
    }

    /// Lets a person choose an earlier save of the open song, or of one that is chosen, and opens it unsaved.
    void chooseBackup() {
        SongSession session = shell.session();
        if (session == null) {
            tools.services()
                    .choosers()
                    .folder(
                            "Backups of which song (its .headroom folder)?",
                            tools.preferences().songs().get())
                    .ifPresent(this::chooseBackup);
            return;
        }
        Path folder = session.file().folder().get();
        if (folder == null) {
            tools.messages().notice("The song was never saved, so it has no backups yet.");
        } else {
            chooseBackup(folder);
        }
    }

    private void chooseBackup(Path chosen) {
        tools.jobs()
                .run(
                        "Looking for backups",
                        "",
                        watch -> ProjectFiles.backups(ProjectFiles.folder(chosen)),
                        found -> new BackupsDialog(tools)
                                .show(
                                        String.valueOf(chosen.getFileName()).replace(ProjectFiles.SUFFIX, ""),
                                        found,
                                        backup -> open(chosen, backup)),
                        tools.messages()::error);
    }

    private void open(Path folder, Backup backup) {
        tools.jobs()
                .run(
                        "Reading the backup",
                        "",
                        watch -> backup.read(),
                        song -> shell.request(SongRequest.of(folder).as(song)),
                        tools.messages()::error);
    }

    /// Opens a song; none is open.
    void open(SongRequest request) {
        SongOpener.Opening[] opening = new SongOpener.Opening[1];
        Jobs.Shown shown = tools.jobs().show("Opening", "", () -> opening[0].cancel());
        opening[0] = opener.open(
                request, tools.preferences().sound(), tools.preferences().keep(), new SongOpener.Listener() {
                    @Override
                    public void progress(String what, double share) {
                        shown.show(what, share);
                    }

                    @Override
                    public void done(Outcome outcome) {
                        shown.end();
                        Openings.this.done(outcome);
                    }
                });
    }

    private void done(Outcome outcome) {
        switch (outcome) {
            case Outcome.Opened(SongSession session) -> opened.accept(session);
            case Outcome.Unsaved(SongRequest request, var recovery) ->
                tools.dialogs()
                        .recovered(
                                recovery.project().title(),
                                recovery.time(),
                                () -> shell.request(request.with(SongRequest.Unsaved.TAKE)),
                                () -> shell.request(request.with(SongRequest.Unsaved.LEAVE)));
            case Outcome.Missing missing ->
                tools.dialogs()
                        .missing(
                                missing.song().title(),
                                missing.problems(),
                                () -> search(missing),
                                () -> shell.request(missing.request().anyway()),
                                () -> {});
            case Outcome.InUse(SongRequest request, Path folder, var holder) ->
                tools.dialogs().inUse(folder, holder, () -> shell.request(request), () -> copy(folder));
            case Outcome.Failed(SongRequest unused, String message) ->
                tools.messages().error(message);
            case Outcome.Canceled() -> {}
        }
    }

    /// Makes a copy of a song that is open elsewhere, as it was saved last, and opens that.
    private void copy(Path folder) {
        Path parent = folder.getParent();
        String name = String.valueOf(folder.getFileName()).replace(ProjectFiles.SUFFIX, "");
        tools.dialogs()
                .name(
                        "Open a copy",
                        "The song as it was saved last, with its sound files. The copy is a song of its own.",
                        "Copy and open",
                        name + " 2",
                        parent == null ? tools.preferences().songs().get() : parent,
                        from -> tools.services().choosers().folder("Folder for the copy", from),
                        (title, place) -> tools.jobs()
                                .run(
                                        "Copying the song",
                                        "Canceling leaves nothing of the copy.",
                                        watch -> {
                                            Project song =
                                                    SongEdits.title(title).apply(ProjectFiles.load(folder));
                                            NewSong.copy(folder, song, place, SongIntake.progress(watch, "Copying"));
                                            return place;
                                        },
                                        made -> shell.request(SongRequest.of(made)),
                                        tools.messages()::error));
    }

    private void search(Outcome.Missing missing) {
        Path parent = missing.folder().getParent();
        tools.services()
                .choosers()
                .folder("Where may the sound files be?", parent == null ? missing.folder() : parent)
                .ifPresentOrElse(
                        folder -> tools.jobs()
                                .run(
                                        "Looking for sound files",
                                        "Canceling leaves what was found until then.",
                                        watch -> found(missing, folder, watch),
                                        song -> shell.request(
                                                song.equals(missing.song())
                                                        ? missing.request()
                                                        : missing.request().as(song)),
                                        tools.messages()::error),
                        () -> done(missing));
    }

    /// Brings what is found back; the song, changed where something has another place now.
    private static Project found(Outcome.Missing missing, Path folder, Jobs.Watch watch) throws IOException {
        watch.at("Looking in " + folder, -1);
        List<Media> media =
                missing.problems().stream().map(problem -> problem.media()).toList();
        Project song = missing.song();
        for (MediaSearch.Found found : MediaSearch.search(song, media, List.of(folder), watch::canceled)) {
            String path = MediaSearch.bring(missing.folder(), found);
            if (!path.equals(found.media().path())) {
                song = relink(song, found.media(), path).apply(song);
            }
        }
        return song;
    }

    private static Edit relink(Project song, Media media, String path) {
        return song.mastering().references().stream()
                        .anyMatch(reference -> reference.media().equals(media))
                ? MasteringEdits.relinkReference(media.id(), path, media.sha256())
                : SongEdits.relink(media.id(), path, media.sha256());
    }
}
