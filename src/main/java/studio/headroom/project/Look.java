package studio.headroom.project;

/// How a strip is shown, beside its name and color. It belongs to the song and not to the window: who hides the tracks
/// that are done, or widens the one that is worked on, finds them so after opening, on another computer too.
///
/// @param icon name of a picture, or empty
/// @param wide shown wide in the mixer, with room for names and numbers
/// @param hidden shown neither in the mixer nor on the timeline; it sounds all the same
/// @param folder id of the [Folder] it lies in, or empty
public record Look(String icon, boolean wide, boolean hidden, String folder) {
    public static final Look PLAIN = new Look("", false, false, "");

    public Look withIcon(String changed) {
        return new Look(changed, wide, hidden, folder);
    }

    public Look withWide(boolean changed) {
        return new Look(icon, changed, hidden, folder);
    }

    public Look withHidden(boolean changed) {
        return new Look(icon, wide, changed, folder);
    }

    public Look withFolder(String changed) {
        return new Look(icon, wide, hidden, changed);
    }
}
