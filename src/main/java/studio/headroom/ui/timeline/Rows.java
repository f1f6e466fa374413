package studio.headroom.ui.timeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.headroom.project.Folder;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;

/// The rows of a song from top to bottom: tracks and folders in mixer order, buses and returns where they are wanted,
/// and below each strip the lanes that are shown of it.
public record Rows(List<Row> all) {
    public Rows {
        all = List.copyOf(all);
    }

    /// What a person has chosen to see.
    ///
    /// @param usual the height of tracks that have none of their own
    /// @param heights by id of the track
    /// @param lanes by id of the strip
    public record Choice(
            RowHeight usual, Map<String, RowHeight> heights, Map<String, List<LaneKey>> lanes, boolean buses) {
        public RowHeight height(String id) {
            return heights.getOrDefault(id, usual);
        }
    }

    public static Rows of(Project song, Choice choice) {
        List<Row> rows = new ArrayList<>();
        Set<String> folders = new HashSet<>();
        double y = 0;
        int number = 0;
        List<Strip> strips = new ArrayList<>(song.strips());
        strips.add(song.master());
        for (Strip strip : strips) {
            boolean track = strip.kind() == Strip.Kind.TRACK;
            number += track ? 1 : 0;
            if (strip.look().hidden() || !track && !choice.buses()) {
                continue;
            }
            Optional<Folder> folder = song.folder(strip.look().folder());
            if (folder.isPresent() && folders.add(folder.get().id())) {
                boolean folded = folder.get().folded();
                double height = folded ? RowHeight.FOLDER_FOLDED : RowHeight.FOLDER_OPEN;
                rows.add(new Row(Row.Kind.FOLDER, folder.get().id(), y, height, 0, false, null));
                y += height;
            }
            if (folder.map(Folder::folded).orElse(false)) {
                continue;
            }
            double height = choice.height(strip.id()).units();
            Row.Kind kind = track ? Row.Kind.TRACK : Row.Kind.BUS;
            rows.add(new Row(kind, strip.id(), y, height, track ? number : 0, folder.isPresent(), null));
            y += height;
            for (LaneKey lane : choice.lanes().getOrDefault(strip.id(), List.of())) {
                if (lane.in(song).isPresent()) {
                    rows.add(new Row(Row.Kind.LANE, strip.id(), y, RowHeight.LANE, 0, folder.isPresent(), lane));
                    y += RowHeight.LANE;
                }
            }
        }
        return new Rows(rows);
    }

    public double height() {
        return all.isEmpty() ? 0 : all.getLast().bottom();
    }

    /// The row at a height, or empty beyond the rows.
    public Optional<Row> at(double y) {
        int index = indexAt(y);
        return y >= 0 && index < all.size() ? Optional.of(all.get(index)) : Optional.empty();
    }

    /// The place of the first row that ends below a height.
    public int indexAt(double y) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).bottom() <= y) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    public Optional<Row> of(Row.Kind kind, String id) {
        return all.stream()
                .filter(row -> row.kind() == kind && row.id().equals(id))
                .findFirst();
    }
}
