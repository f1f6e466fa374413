package studio.headroom.ui.song;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.headroom.project.Clip;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;

/// What is selected: strips and clips, each in the order in which they were chosen. What is no longer in the song is
/// not
/// selected. UI thread.
public final class Selection {
    private final ReadOnlyObjectWrapper<List<String>> strips = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<String>> clips = new ReadOnlyObjectWrapper<>(List.of());
    private final SongHistory history;

    public Selection(SongHistory history) {
        this.history = history;
        history.song().addListener((observable, before, now) -> prune(now));
    }

    /// Ids of the selected strips; the last one is the one that is shown in detail.
    public ReadOnlyObjectProperty<List<String>> strips() {
        return strips.getReadOnlyProperty();
    }

    /// Ids of the selected clips.
    public ReadOnlyObjectProperty<List<String>> clips() {
        return clips.getReadOnlyProperty();
    }

    public boolean isSelected(String stripId) {
        return strips.get().contains(stripId);
    }

    /// Selects one strip and no other.
    public void strip(String id) {
        strips.set(List.of(id));
    }

    /// Adds a strip, or takes it away if it is selected.
    public void toggleStrip(String id) {
        strips.set(toggled(strips.get(), id));
    }

    /// Selects everything between the strip that was chosen last and this one, in mixer order.
    public void stripsTo(String id) {
        List<String> order = order(history.current());
        int from = strips.get().isEmpty()
                ? order.indexOf(id)
                : order.indexOf(strips.get().getLast());
        int to = order.indexOf(id);
        if (from < 0 || to < 0) {
            strip(id);
            return;
        }
        Set<String> all = new LinkedHashSet<>(strips.get());
        int step = from <= to ? 1 : -1;
        for (int i = from; i != to + step; i += step) {
            all.remove(order.get(i));
            all.add(order.get(i));
        }
        strips.set(List.copyOf(all));
    }

    public void strips(List<String> ids) {
        strips.set(List.copyOf(ids));
    }

    /// The strip beside the one that was chosen last.
    ///
    /// @param step 1 for the next in mixer order, -1 for the one before
    public void neighbor(int step) {
        List<String> order = order(history.current());
        int at = strips.get().isEmpty() ? -1 : order.indexOf(strips.get().getLast());
        int next = at < 0 ? 0 : Math.clamp(at + step, 0, order.size() - 1);
        strip(order.get(next));
    }

    public void clips(List<String> ids) {
        clips.set(List.copyOf(ids));
    }

    public void toggleClip(String id) {
        clips.set(toggled(clips.get(), id));
    }

    private static List<String> toggled(List<String> ids, String id) {
        Set<String> all = new LinkedHashSet<>(ids);
        if (!all.remove(id)) {
            all.add(id);
        }
        return List.copyOf(all);
    }

    private static List<String> order(Project song) {
        List<String> order =
                new ArrayList<>(song.strips().stream().map(Strip::id).toList());
        order.add(song.master().id());
        return order;
    }

    private void prune(Project song) {
        Set<String> stripIds = Set.copyOf(order(song));
        keep(strips, stripIds);
        Set<String> clipIds = new LinkedHashSet<>();
        song.strips().forEach(strip -> strip.clips().stream().map(Clip::id).forEach(clipIds::add));
        keep(clips, clipIds);
    }

    private static void keep(ReadOnlyObjectWrapper<List<String>> selected, Set<String> there) {
        if (!there.containsAll(selected.get())) {
            selected.set(selected.get().stream().filter(there::contains).toList());
        }
    }
}
