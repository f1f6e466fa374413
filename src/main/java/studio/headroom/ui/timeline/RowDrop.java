package studio.headroom.ui.timeline;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.headroom.project.Folder;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.FolderEdits;

/// Where tracks or a folder come to stand that are dropped between the rows.
///
/// @param before the strip that they then stand before; empty for behind all of the folder, or behind all of their kind
/// @param folder that they are then in, or empty
/// @param y of the line that shows the place, in units from the first row; of the folder's row where they go into a
///     folder that is folded
/// @param into whether they go into a folder by its header, which is shown by a frame around it
record RowDrop(String before, String folder, double y, boolean into) {
    /// So much of a folder's header, in its middle, means the folder.
    private static final double INTO = 0.5;

    /// Right of this, a place at the lower end of a folder lies in it, in units.
    private static final double INDENT = 40;

    /// The place under the pointer.
    ///
    /// @param strips the ids of the strips that are dragged
    /// @param x in units from the left of the headers
    /// @param y in units from the first row
    static Optional<RowDrop> at(Project song, Rows rows, Set<String> strips, double x, double y) {
        List<Row> all = rows.all().stream()
                .filter(row -> row.kind() != Row.Kind.LANE)
                .filter(row -> !row.id().equals(song.master().id()))
                .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Row under = rows.at(Math.clamp(y, 0, Math.max(0, rows.height() - 1))).orElse(all.getLast());
        double within = (y - under.y()) / under.height();
        if (under.kind() == Row.Kind.FOLDER && Math.abs(within - 0.5) < INTO / 2) {
            return Optional.of(new RowDrop(first(song, under.id(), strips), under.id(), under.y(), true));
        }
        // The boundary that is nearest: above this row, or below it and its lanes.
        int index = all.indexOf(all.stream()
                .filter(row -> row.id().equals(under.id()) && row.kind() != Row.Kind.LANE)
                .filter(row -> under.kind() != Row.Kind.LANE ? row.kind() == under.kind() : true)
                .findFirst()
                .orElse(all.getLast()));
        boolean below = under.kind() == Row.Kind.LANE || within >= 0.5;
        return Optional.of(between(song, rows, all, below ? index + 1 : index, strips, x));
    }

    /// The place of a folder with all that is in it, which lies in no other.
    ///
    /// @param y in units from the first row
    static Optional<RowDrop> ofFolder(Project song, Rows rows, String folder, double y) {
        List<Row> tops = rows.all().stream()
                .filter(row -> row.kind() == Row.Kind.FOLDER
                        || row.kind() != Row.Kind.LANE && folder(song, row).isEmpty())
                .toList();
        for (int i = 0; i < tops.size(); i++) {
            Row top = tops.get(i);
            double bottom = i + 1 < tops.size() ? tops.get(i + 1).y() : rows.height();
            if (y < (top.y() + bottom) / 2) {
                boolean isFolder = top.kind() == Row.Kind.FOLDER;
                String before = isFolder ? first(song, top.id(), Set.of()) : top.id();
                return Optional.of(
                        new RowDrop(top.id().equals(folder) ? behind(song, folder) : before, "", top.y(), false));
            }
        }
        return tops.isEmpty() ? Optional.empty() : Optional.of(new RowDrop("", "", rows.height(), false));
    }

    /// The strip behind a folder, or empty.
    private static String behind(Project song, String folder) {
        boolean in = false;
        for (Strip strip : song.strips()) {
            boolean inside = strip.look().folder().equals(folder);
            if (in && !inside) {
                return strip.id();
            }
            in |= inside;
        }
        return "";
    }

    /// @param index of the row above which it is
    private static RowDrop between(Project song, Rows rows, List<Row> all, int index, Set<String> strips, double x) {
        Row above = index > 0 ? all.get(index - 1) : null;
        Row below = index < all.size() ? all.get(index) : null;
        double y = below != null ? below.y() : rows.height();
        String aboveFolder = above == null ? "" : folder(song, above);
        if (above != null && above.kind() == Row.Kind.FOLDER && !folded(song, above.id())) {
            return new RowDrop(first(song, above.id(), strips), above.id(), y, false);
        }
        if (below != null
                && below.kind() != Row.Kind.FOLDER
                && !folder(song, below).isEmpty()) {
            return new RowDrop(next(song, below.id(), strips), folder(song, below), y, false);
        }
        if (!aboveFolder.isEmpty() && x > INDENT) {
            return new RowDrop("", aboveFolder, y, false);
        }
        String before = below == null
                ? ""
                : below.kind() == Row.Kind.FOLDER ? first(song, below.id(), strips) : next(song, below.id(), strips);
        return new RowDrop(before, "", y, false);
    }

    /// The folder that a strip's row lies in; of a folder's own row none.
    private static String folder(Project song, Row row) {
        return row.kind() == Row.Kind.FOLDER
                ? ""
                : song.strip(row.id()).map(strip -> strip.look().folder()).orElse("");
    }

    private static boolean folded(Project song, String folder) {
        return song.folder(folder).map(Folder::folded).orElse(false);
    }

    /// The first strip of a folder that is not dragged; empty where there is none.
    private static String first(Project song, String folder, Set<String> without) {
        return song.strips().stream()
                .filter(strip -> strip.look().folder().equals(folder) && !without.contains(strip.id()))
                .map(Strip::id)
                .findFirst()
                .orElse("");
    }

    /// A strip, or the first behind it that is not dragged; empty where there is none.
    private static String next(Project song, String id, Set<String> without) {
        boolean there = false;
        for (Strip strip : song.strips()) {
            there |= strip.id().equals(id);
            if (there && !without.contains(strip.id())) {
                return strip.id();
            }
        }
        return "";
    }

    /// Puts tracks there.
    Edit tracks(Set<String> strips) {
        return FolderEdits.place(strips, before, folder);
    }

    /// Puts a whole folder there; folders lie in no other one.
    Edit folder(Project song, String id) {
        Set<String> inside = new HashSet<>();
        song.strips().stream()
                .filter(strip -> strip.look().folder().equals(id))
                .forEach(strip -> inside.add(strip.id()));
        List<String> others = song.strips().stream()
                .map(Strip::id)
                .filter(strip -> !inside.contains(strip))
                .toList();
        int at = others.indexOf(before);
        return FolderEdits.reorder(id, at < 0 ? behindTracks(song, others) : at);
    }

    private static int behindTracks(Project song, List<String> others) {
        int last = 0;
        for (int i = 0; i < others.size(); i++) {
            boolean track = song.strip(others.get(i))
                    .map(strip -> strip.kind() == Strip.Kind.TRACK)
                    .orElse(false);
            last = track ? i + 1 : last;
        }
        return last;
    }
}
