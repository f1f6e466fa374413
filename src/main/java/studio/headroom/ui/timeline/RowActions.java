package studio.headroom.ui.timeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import studio.headroom.project.Folder;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.FolderEdits;
import studio.headroom.project.edit.StripEdits;

/// What can be done with the rows of the timeline: their order and folders, which the mixer has too. UI thread.
public final class RowActions {
    private final TimelineModel model;

    public RowActions(TimelineModel model) {
        this.model = model;
    }

    /// A strip with those that are selected with it.
    public Set<String> withSelection(String strip) {
        return model.selection().isSelected(strip)
                ? Set.copyOf(model.selection().strips().get().stream()
                        .filter(id -> !id.equals(model.song().master().id()))
                        .toList())
                : Set.of(strip);
    }

    /// Where what is dragged by a row's header would come to stand.
    ///
    /// @param x in units from the left of the headers
    /// @param y in units from the top of the view
    Optional<RowDrop> drop(Row dragged, double x, double y) {
        return dragged.kind() == Row.Kind.FOLDER
                ? RowDrop.ofFolder(model.song(), model.rows(), dragged.id(), y + model.top())
                : RowDrop.at(model.song(), model.rows(), withSelection(dragged.id()), x, y + model.top());
    }

    /// Puts it there.
    void put(Row dragged, RowDrop drop) {
        Edit edit = dragged.kind() == Row.Kind.FOLDER
                ? drop.folder(model.song(), dragged.id())
                : drop.tracks(withSelection(dragged.id()));
        applyIfNew(edit);
    }

    /// An edit that would leave everything as it is is no step.
    private void applyIfNew(Edit edit) {
        Project song = model.song();
        boolean idle;
        try {
            idle = edit.apply(song).equals(song);
        } catch (InvalidProjectException e) {
            // It is refused, and told.
            idle = false;
        }
        if (!idle) {
            model.apply(edit);
        }
    }

    private Set<String> members(String folder) {
        Set<String> ids = new HashSet<>();
        model.song().strips().stream()
                .filter(strip -> strip.look().folder().equals(folder))
                .forEach(strip -> ids.add(strip.id()));
        return ids;
    }

    /// A place between the rows that are not moved.
    ///
    /// @param at how many of them are above it
    private record Place(int at, RowDrop drop) {}

    /// Moves a row up (-1) or down (1) to the next place: tracks go into the folders that they come to, and out of them
    /// at their ends.
    public void move(Row row, int step) {
        if (isMaster(row)) {
            return;
        }
        boolean isFolder = row.kind() == Row.Kind.FOLDER;
        Set<String> dragged = isFolder ? members(row.id()) : withSelection(row.id());
        List<Row> others = model.rows().all().stream()
                .filter(each -> each.kind() != Row.Kind.LANE && !isMaster(each))
                .filter(each ->
                        each.kind() == Row.Kind.FOLDER ? !each.id().equals(row.id()) : !dragged.contains(each.id()))
                .toList();
        String own = isFolder ? "" : folderOf(row.id());
        int above = (int) others.stream().filter(each -> each.y() < row.y()).count();
        List<Place> places = places(others, dragged).stream()
                .filter(place -> !isFolder || place.drop().folder().isEmpty())
                .toList();
        int now = -1;
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            now = place.at() == above && place.drop().folder().equals(own) ? i : now;
        }
        int next = now + step;
        if (now >= 0 && next >= 0 && next < places.size()) {
            put(row, places.get(next).drop());
        }
    }

    private boolean isMaster(Row row) {
        return row.id().equals(model.song().master().id());
    }

    /// All places from top to bottom. The lower end of an open folder is two: in it, and behind it.
    private List<Place> places(List<Row> others, Set<String> dragged) {
        List<Place> places = new ArrayList<>();
        for (int at = 0; at <= others.size(); at++) {
            Row above = at > 0 ? others.get(at - 1) : null;
            Row below = at < others.size() ? others.get(at) : null;
            boolean header = above != null && above.kind() == Row.Kind.FOLDER;
            String over = above == null ? "" : !header ? folderOf(above.id()) : isFolded(above.id()) ? "" : above.id();
            String under = below == null || below.kind() == Row.Kind.FOLDER ? "" : folderOf(below.id());
            String before =
                    below == null ? "" : below.kind() == Row.Kind.FOLDER ? firstOf(below.id(), dragged) : below.id();
            if (!over.isEmpty()) {
                String inside = over.equals(under) ? before : "";
                places.add(new Place(at, new RowDrop(inside, over, 0, false)));
            }
            if (over.isEmpty() || !over.equals(under)) {
                places.add(new Place(at, new RowDrop(before, under, 0, false)));
            }
        }
        return places;
    }

    private String firstOf(String folder, Set<String> without) {
        return model.song().strips().stream()
                .filter(strip -> strip.look().folder().equals(folder) && !without.contains(strip.id()))
                .map(Strip::id)
                .findFirst()
                .orElse("");
    }

    private String folderOf(String strip) {
        return model.song().strip(strip).map(found -> found.look().folder()).orElse("");
    }

    private boolean isFolded(String folder) {
        return model.song().folder(folder).map(Folder::folded).orElse(false);
    }

    /// Puts a track, with those selected with it, into a folder.
    public void into(String strip, String folder) {
        model.apply(FolderEdits.put(folder, withSelection(strip)));
    }

    /// Takes a track, with those selected with it, out of its folder.
    public void out(String strip) {
        model.apply(FolderEdits.takeOut(withSelection(strip)));
    }

    /// Lays a track and those selected with it into a new folder.
    ///
    /// @return its id; empty where it could not be made
    public Optional<String> newFolder(String strip) {
        Set<String> before = folders();
        model.apply(FolderEdits.create("Folder " + (model.song().folders().size() + 1), withSelection(strip)));
        return folders().stream().filter(id -> !before.contains(id)).findFirst();
    }

    private Set<String> folders() {
        return model.song().folders().stream().map(Folder::id).collect(Collectors.toSet());
    }

    /// Lets the tracks of a folder feed a bus of its name.
    public void bus(String folder) {
        model.apply(FolderEdits.bus(folder));
    }

    /// @param name not blank, else nothing happens
    public void rename(Row row, String name) {
        String kept = name.strip();
        if (!kept.isEmpty()) {
            model.apply(
                    row.kind() == Row.Kind.FOLDER
                            ? FolderEdits.rename(row.id(), kept)
                            : StripEdits.rename(row.id(), kept));
        }
    }

    public void color(Row row, String color) {
        if (row.kind() == Row.Kind.FOLDER) {
            model.apply(FolderEdits.recolor(row.id(), color));
            return;
        }
        List<Edit> edits = new ArrayList<>();
        withSelection(row.id()).forEach(id -> edits.add(StripEdits.recolor(id, color)));
        model.apply(edits.size() == 1 ? edits.getFirst() : Edit.sequence("Color of tracks", edits));
    }

    public void hide(String strip) {
        model.apply(StripEdits.hide(withSelection(strip), true));
    }

    /// Shows all that is hidden.
    public void showAll() {
        Set<String> hidden = new HashSet<>();
        model.song().strips().stream().filter(strip -> strip.look().hidden()).forEach(strip -> hidden.add(strip.id()));
        if (!hidden.isEmpty()) {
            model.apply(StripEdits.hide(hidden, false));
        }
    }
}
