package studio.headroom.ui.mixer;

import java.util.Set;
import java.util.stream.Collectors;
import studio.headroom.project.Folder;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.edit.FolderEdits;
import studio.headroom.ui.song.SongSession;
import studio.headroom.ui.theme.TrackColor;

/// What the mixer does with folders, which are those of the timeline. Each is one step of undo. UI thread.
public final class FolderActions {
    private final SongSession session;
    private final MixerModel mixer;

    FolderActions(SongSession session, MixerModel mixer) {
        this.session = session;
        this.mixer = mixer;
    }

    private Project song() {
        return session.history().current();
    }

    /// Lays the strip and those selected with it into a new folder, and asks for its name.
    public void create(String id) {
        Set<String> strips = chosen(id);
        if (!strips.isEmpty()) {
            Set<String> before = ids();
            session.history()
                    .apply(FolderEdits.create("Folder " + (song().folders().size() + 1), strips));
            ids().stream().filter(each -> !before.contains(each)).findFirst().ifPresent(mixer::made);
        }
    }

    private Set<String> ids() {
        return song().folders().stream().map(Folder::id).collect(Collectors.toSet());
    }

    /// Lays the strip and those selected with it into a folder.
    public void put(String id, String folder) {
        session.history().apply(FolderEdits.put(folder, chosen(id)));
    }

    /// Takes the strip and those selected with it out of their folders.
    public void takeOut(String id) {
        session.history().apply(FolderEdits.takeOut(chosen(id)));
    }

    /// The master lies in no folder.
    private Set<String> chosen(String id) {
        return mixer.movedWith(id, null).stream()
                .filter(each -> !each.equals(song().master().id()))
                .collect(Collectors.toSet());
    }

    /// Folds a folder, or unfolds it.
    public void fold(String folder) {
        song().folder(folder).ifPresent(now -> session.history().apply(FolderEdits.fold(folder, !now.folded())));
    }

    /// Unfolds the folder that a strip lies in, if it lies in one that is folded.
    void reveal(Strip strip) {
        song().folder(strip.look().folder())
                .filter(Folder::folded)
                .ifPresent(folder -> session.history().apply(FolderEdits.fold(folder.id(), false)));
    }

    public void rename(String folder, String name) {
        session.history().apply(FolderEdits.rename(folder, name));
    }

    public void color(String folder, TrackColor color) {
        session.history().apply(FolderEdits.recolor(folder, color.id()));
    }

    /// Takes a folder away; its strips stay.
    public void remove(String folder) {
        session.history().apply(FolderEdits.remove(folder));
    }

    public void select(String folder) {
        session.selection()
                .strips(song().strips().stream()
                        .filter(strip -> strip.look().folder().equals(folder))
                        .map(Strip::id)
                        .toList());
    }

    /// A bus of the folder's name that its strips feed.
    public void bus(String folder) {
        session.history().apply(FolderEdits.bus(folder));
    }
}
