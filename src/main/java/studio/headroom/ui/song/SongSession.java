package studio.headroom.ui.song;

/// All that screens share of the song that is open.
///
/// @param history the song and its steps; every edit goes there
/// @param selection what is selected in it
/// @param playback how it plays
/// @param file its folder, and whether it is saved
public record SongSession(SongHistory history, Selection selection, Playback playback, SongFile file) {
    /// What there is to say for a moment.
    public Hints hints() {
        return playback.hints();
    }
}
