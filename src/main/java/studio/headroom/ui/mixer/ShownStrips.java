package studio.headroom.ui.mixer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.headroom.project.Folder;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;

/// Gathers the strips that are shown, and the folders among them. Hidden strips are not, nor what a search does not
/// find, nor those of a folder that is folded. While something is searched, folders are as if there were none.
final class ShownStrips {
    private final Project song;
    private final String filter;
    private final List<StripModel> strips = new ArrayList<>();
    private final Map<String, Gathered> folders = new LinkedHashMap<>();
    private int hidden;

    private record Gathered(Folder folder, Strip.Kind kind, int at, List<StripModel> strips) {}

    /// @param filter what is searched, see [StripFilter]; empty for all
    ShownStrips(Project song, String filter) {
        this.song = song;
        this.filter = filter;
    }

    /// Takes the next strip from the left.
    void add(Strip strip, StripModel model) {
        if (strip.look().hidden()) {
            hidden++;
        } else if (!filter.isBlank()) {
            if (StripFilter.matches(filter, strip)) {
                strips.add(model);
            }
        } else {
            Optional<Folder> folder = song.folder(strip.look().folder());
            folder.ifPresent(in -> folders.computeIfAbsent(
                            in.id(), id -> new Gathered(in, strip.kind(), strips.size(), new ArrayList<>()))
                    .strips()
                    .add(model));
            if (folder.isEmpty() || !folder.get().folded()) {
                strips.add(model);
            }
        }
    }

    List<StripModel> strips() {
        return List.copyOf(strips);
    }

    /// From left to right.
    List<FolderPlace> folders() {
        return folders.values().stream()
                .map(each -> new FolderPlace(each.folder(), each.kind(), each.at(), each.strips()))
                .toList();
    }

    /// How many strips are hidden.
    int hidden() {
        return hidden;
    }
}
