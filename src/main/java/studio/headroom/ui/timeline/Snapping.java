package studio.headroom.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import studio.headroom.project.Project;
import studio.headroom.project.Span;
import studio.headroom.project.edit.Snap;

/// What is dragged along the timeline keeps to: lines of the grid, and edges, markers, onsets and the playhead that are
/// near. UI thread.
public final class Snapping {
    /// An edge, marker or playhead is snapped to from so near, in units.
    static final double SNAP_UNITS = 8;

    /// Stands for the loop among what is moved and does not count for snapping.
    static final String LOOP = "loop";

    private final TimelineModel model;
    private final Runnable changed;
    private boolean on = true;
    private SnapGrid grid = SnapGrid.ADAPTIVE;
    private OnsetMarks marks = OnsetMarks.NONE;

    Snapping(TimelineModel model, Runnable changed) {
        this.model = model;
        this.changed = changed;
    }

    public boolean isOn() {
        return on;
    }

    public void on(boolean now) {
        on = now;
        changed.run();
    }

    public SnapGrid grid() {
        return grid;
    }

    public void grid(SnapGrid next) {
        grid = next;
        changed.run();
    }

    /// Where notes begin, as far as that was asked for; they are shown and snapped to.
    OnsetMarks marks() {
        return marks;
    }

    void marks(OnsetMarks now) {
        marks = now;
        changed.run();
    }

    /// Where a frame comes to lie: at an edge, marker or the playhead that is near, else at the nearest line.
    ///
    /// @param moving ids of what is moved and does not count
    /// @param free whether the hand asks for no snapping now
    public long snapped(long frame, Set<String> moving, boolean free) {
        long from = Math.max(0, frame);
        if (free || !on) {
            return from;
        }
        Snap.Snapped edge = edges(moving).at(from);
        Snap.Snapped line = lines().at(from);
        boolean toEdge = edge.kind() != Snap.Kind.NOTHING
                && (line.kind() == Snap.Kind.NOTHING
                        || Math.abs(edge.frame() - from) <= Math.abs(line.frame() - from)
                        || !near(line.frame(), from));
        return toEdge ? edge.frame() : line.frame();
    }

    /// By how much a piece moves, so that its beginning or its end lies at an edge that is near, or its beginning on a
    /// line.
    public long moved(Span piece, long by, Set<String> moving, boolean free) {
        long limited = Math.max(by, -piece.start());
        if (free || !on) {
            return limited;
        }
        Snap.Snapped edge = edges(moving).moved(piece.start(), piece.end(), limited);
        if (edge.kind() != Snap.Kind.NOTHING) {
            return edge.frame();
        }
        return lines().at(piece.start() + limited).frame() - piece.start();
    }

    private Snap edges(Set<String> moving) {
        Project song = model.song();
        List<Snap.Place> places = new ArrayList<>(Snap.places(song, moving).stream()
                .filter(place -> place.kind() != Snap.Kind.LOOP || !moving.contains(LOOP))
                .toList());
        marks.in(song, moving).forEach(frame -> places.add(new Snap.Place(frame, Snap.Kind.ONSET)));
        Snap snap = new Snap(Snap.Grid.NONE, places, reach());
        return model.player().playing()
                ? snap
                : snap.withPlayhead(model.player().position());
    }

    private Snap lines() {
        return new Snap(grid.grid(model.grid(), model.scale().framesPerUnit()), List.of(), Snap.ALWAYS);
    }

    private long reach() {
        return Math.max(1, Math.round(SNAP_UNITS * model.scale().framesPerUnit()));
    }

    private boolean near(long one, long other) {
        return Math.abs(one - other) <= reach();
    }
}
