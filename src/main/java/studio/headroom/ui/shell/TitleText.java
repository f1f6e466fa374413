package studio.headroom.ui.shell;

/// What a window is called.
final class TitleText {
    static final String NAME = "Headroom";

    private TitleText() {}

    /// `• Paper Lanterns — Headroom`; the dot says that something is not saved.
    static String of(String song, boolean changed) {
        return (changed ? "• " : "") + (song.isBlank() ? SongSaving.UNTITLED : song) + " — " + NAME;
    }
}
