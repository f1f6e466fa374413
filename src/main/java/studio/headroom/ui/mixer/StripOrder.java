package studio.headroom.ui.mixer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.edit.FolderEdits;
import studio.headroom.project.edit.StripEdits;
import studio.headroom.ui.song.SongHistory;

/// Strips that are taken to another place among those of their kind; one step of undo. Where both neighbors there lie
/// in
/// one folder, they do, too; their own they stay in while they touch it.
final class StripOrder {
    private final SongHistory history;
    private final List<String> chosen;

    /// @param chosen the strips that may move, of any kinds
    StripOrder(SongHistory history, List<String> chosen) {
        this.history = history;
        this.chosen = chosen;
    }

    private Project song() {
        return history.current();
    }

    /// @param id of the one in the hand, whose kind moves
    /// @param before of a strip of that kind
    void before(String id, String before) {
        Set<String> together = ofKind(id);
        if (together.size() > 1) {
            place(together, before);
        } else {
            move(id, without(Set.of(id)).indexOf(before));
        }
    }

    /// @param id of the one in the hand, whose kind moves
    void toEnd(String id) {
        Set<String> together = ofKind(id);
        if (together.size() > 1) {
            place(together, "");
        } else {
            move(id, endOfKind(without(Set.of(id)), id));
        }
    }

    private Set<String> ofKind(String id) {
        Optional<Strip.Kind> kind = kind(id);
        return chosen.stream().filter(each -> kind(each).equals(kind)).collect(Collectors.toSet());
    }

    private Optional<Strip.Kind> kind(String id) {
        return song().strip(id).map(Strip::kind);
    }

    private List<String> without(Set<String> ids) {
        return song().strips().stream()
                .map(Strip::id)
                .filter(each -> !ids.contains(each))
                .toList();
    }

    private void move(String id, int at) {
        List<String> now = song().strips().stream().map(Strip::id).toList();
        if (at >= 0 && now.indexOf(id) != at) {
            history.apply(StripEdits.reorder(id, at));
        }
    }

    private void place(Set<String> ids, String before) {
        if (ids.contains(before)) {
            return;
        }
        List<String> others = without(ids);
        int at = before.isEmpty() ? endOfKind(others, ids.iterator().next()) : others.indexOf(before);
        String left = at > 0 ? folder(others.get(at - 1)) : "";
        String right = at < others.size() ? folder(others.get(at)) : "";
        Set<String> owns = ids.stream().map(this::folder).collect(Collectors.toSet());
        String own = owns.size() == 1 ? owns.iterator().next() : "";
        boolean stays = own.equals(left) || own.equals(right);
        history.apply(FolderEdits.place(ids, before, left.equals(right) ? left : stays ? own : ""));
    }

    private String folder(String id) {
        return song().strip(id).map(strip -> strip.look().folder()).orElse("");
    }

    /// Where a strip would stand behind all others of its kind.
    private int endOfKind(List<String> others, String id) {
        int at = 0;
        for (int i = 0; i < others.size(); i++) {
            at = kind(others.get(i)).equals(kind(id)) ? i + 1 : at;
        }
        return at;
    }
}
