package studio.headroom.ui.song;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import studio.headroom.files.project.OpenSongs;
import studio.headroom.project.Project;

/// Which song is to be opened, and what was decided about it.
///
/// @param path of the project folder, or of the `project.json` in it; null for a song that was never saved
/// @param state what the song is, in place of what lies in its folder; null for that
/// @param left what is forgotten when the song is open, since this is it
/// @param unsaved what becomes of unsaved work that is found in the folder
/// @param withoutMissing whether sound files that are missing are taken as silence
public record SongRequest(
        @Nullable Path path,
        @Nullable Project state,
        OpenSongs.@Nullable LeftBehind left,
        Unsaved unsaved,
        boolean withoutMissing) {
    public enum Unsaved {
        /// It is told, and nothing is opened.
        ASK,
        /// It is opened.
        TAKE,
        /// It is forgotten.
        LEAVE
    }

    /// A song on the disk.
    public static SongRequest of(Path path) {
        return new SongRequest(path, null, null, Unsaved.ASK, false);
    }

    /// A new song without a place.
    public static SongRequest unnamed(Project song) {
        return new SongRequest(null, song, null, Unsaved.ASK, false);
    }

    /// A song that was left behind by a crash, as it was last.
    public static SongRequest recover(OpenSongs.LeftBehind left) {
        return new SongRequest(left.place().orElse(null), left.recovery().project(), left, Unsaved.TAKE, false);
    }

    public SongRequest with(Unsaved decided) {
        return new SongRequest(path, state, left, decided, withoutMissing);
    }

    /// The same, and what is missing is silence.
    public SongRequest anyway() {
        return new SongRequest(path, state, left, unsaved, true);
    }

    /// The same song in another state.
    public SongRequest as(Project other) {
        return new SongRequest(path, other, left, unsaved, withoutMissing);
    }
}
