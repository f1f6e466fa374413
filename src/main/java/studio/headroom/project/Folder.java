package studio.headroom.project;

/// A row that keeps strips together and can be folded. It has no sound of its own; a bus sums.
///
/// Folders do not lie in one another: two levels hold a hundred tracks, and what lies where stays plain. Strips of one
/// folder need not be neighbors in a file; they are shown at the place of the first, and edits keep them together.
///
/// @param color name of a track color
/// @param folded whether its strips are out of sight
public record Folder(String id, String name, String color, boolean folded) {
    public Folder {
        name = Names.line(name);
    }

    public Folder withName(String changed) {
        return new Folder(id, changed, color, folded);
    }

    public Folder withColor(String changed) {
        return new Folder(id, name, changed, folded);
    }

    public Folder withFolded(boolean changed) {
        return new Folder(id, name, color, changed);
    }
}
