package studio.headroom.ui.mixer;

import java.util.List;
import studio.headroom.project.Folder;
import studio.headroom.project.Strip;

/// A folder as the mixer shows it: a tab, and behind it the strips that lie in it, unless it is folded.
///
/// @param kind of its first strip, among which it stands
/// @param at how many of the strips that are shown stand before its tab
/// @param strips those that lie in it, without hidden ones
record FolderPlace(Folder folder, Strip.Kind kind, int at, List<StripModel> strips) {
    FolderPlace {
        strips = List.copyOf(strips);
    }
}
