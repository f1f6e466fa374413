package studio.headroom.ui.timeline;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import studio.headroom.project.Lane;
import studio.headroom.project.Span;
import studio.headroom.project.Strip;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.LaneEdits;
import studio.headroom.project.edit.PointEdits;

/// What can be done with automation lanes and the selected points of one. Each is one step of undo, or a change of the
/// view. UI thread.
public final class LaneActions {
    private final TimelineModel model;
    private PointEdits.@Nullable CopiedRange copied;
    private @Nullable LaneKey copiedFrom;

    LaneActions(TimelineModel model) {
        this.model = model;
    }

    /// The lane with selected points.
    private Optional<LaneKey.Control> lane() {
        LaneKey lane = model.pointLane();
        return lane == null || model.points().isEmpty() ? Optional.empty() : lane.in(model.song());
    }

    /// Whether points are selected.
    public boolean hasPoints() {
        return lane().isPresent();
    }

    private interface OfPoints {
        Edit edit(LaneKey.Control control, Set<Integer> points);
    }

    private void apply(OfPoints change) {
        lane().ifPresent(lane -> model.apply(change.edit(lane, model.points())));
    }

    public void deletePoints() {
        lane().ifPresent(lane -> {
            Set<Integer> points = model.points();
            model.points(null, Set.of());
            model.apply(PointEdits.delete(lane.key().owner(), lane.param(), points));
        });
    }

    /// Moves the selected points in time and along the travel.
    ///
    /// @param travel of 0..1, negative is down
    public void move(long frames, double travel) {
        apply((lane, points) -> PointEdits.move(lane.key().owner(), lane.param(), points, frames, travel));
    }

    /// Sets the way from the selected points to the next ones.
    public void shape(Lane.Shape shape) {
        apply((lane, points) -> PointEdits.shape(lane.key().owner(), lane.param(), points, shape));
    }

    /// Bends the way from the selected points to the next ones.
    ///
    /// @param curve -1 (far below the straight way) to 1 (far above)
    public void bend(double curve) {
        apply((lane, points) -> PointEdits.bend(lane.key().owner(), lane.param(), points, curve));
    }

    /// Sets the selected points to one value.
    public void value(double plain) {
        apply((lane, points) -> PointEdits.value(lane.key().owner(), lane.param(), points, plain));
    }

    /// What the first of the selected points has, as text, or empty where none is selected.
    public Optional<String> valueText() {
        return lane().map(lane -> lane.param()
                .format(lane.lane()
                        .points()
                        .get(model.points().stream().min(Integer::compare).orElse(0))
                        .value()));
    }

    /// Sets the selected points to what was typed.
    ///
    /// @throws IllegalArgumentException with what would be right
    public void type(String text) {
        lane().ifPresent(lane -> value(lane.param().parse(text)));
    }

    /// Makes the moves of the selected points larger or smaller, about the middle between their highest and lowest.
    ///
    /// @param factor above 1 is larger; -1 turns them over
    public void scale(double factor) {
        apply((lane, points) -> {
            List<Lane.Point> all = lane.lane().points();
            double high = 0;
            double low = 1;
            for (int i : points) {
                double position = lane.param().range().position(all.get(i).value());
                high = Math.max(high, position);
                low = Math.min(low, position);
            }
            double pivot = lane.param().range().plain((high + low) / 2);
            return PointEdits.scale(lane.key().owner(), lane.param(), points, factor, pivot);
        });
    }

    public void selectAll() {
        lane().ifPresent(lane -> select(lane, 0, Long.MAX_VALUE));
    }

    /// Selects the points of a lane in the selected time, or all where none is.
    public void select(LaneKey key) {
        Span time = model.time();
        key.in(model.song())
                .ifPresent(lane ->
                        select(lane, time == null ? 0 : time.start(), time == null ? Long.MAX_VALUE : time.end()));
    }

    private void select(LaneKey.Control lane, long from, long to) {
        List<Lane.Point> points = lane.lane().points();
        model.points(
                lane.key(),
                IntStream.range(0, points.size())
                        .filter(i ->
                                points.get(i).frame() >= from && points.get(i).frame() <= to)
                        .boxed()
                        .collect(Collectors.toSet()));
    }

    /// Sets a point at the playhead, with the value that the control has there.
    public void pointAtPlayhead(LaneKey key) {
        key.in(model.song()).ifPresent(lane -> {
            long frame = model.player().position();
            Lane.Point point = new Lane.Point(frame, lane.valueAt(frame), LaneDrag.shape(lane));
            model.apply(LaneEdits.add(key.owner(), lane.param(), point));
            key.in(model.song())
                    .ifPresent(now -> model.points(key, Set.of(now.lane().countTo(frame) - 1)));
        });
    }

    // ---- copies ----

    /// Copies the range from the first to the last of the selected points; of a single point nothing.
    public void copy() {
        lane().ifPresent(lane -> {
            List<Lane.Point> points = lane.lane().points();
            long from = model.points().stream()
                    .mapToLong(i -> points.get(i).frame())
                    .min()
                    .orElse(0);
            long to = model.points().stream()
                    .mapToLong(i -> points.get(i).frame())
                    .max()
                    .orElse(0);
            if (to > from) {
                copied = PointEdits.copy(lane.lane(), lane.param(), new Span(from, to));
                copiedFrom = lane.key();
            }
        });
    }

    void forgetCopy() {
        copied = null;
    }

    boolean hasCopy() {
        return copied != null;
    }

    /// Puts what was copied at the playhead: into the lane with selected points, or else into the one it came from.
    public void paste() {
        LaneKey lane = model.pointLane() != null ? model.pointLane() : copiedFrom;
        if (lane != null) {
            paste(lane);
        }
    }

    /// Puts what was copied at the playhead of a lane.
    public void paste(LaneKey key) {
        PointEdits.CopiedRange range = copied;
        if (range != null) {
            long at = model.player().position();
            key.in(model.song()).ifPresent(lane -> model.apply(PointEdits.paste(key.owner(), lane.param(), range, at)));
        }
    }

    // ---- which lanes are shown ----

    /// Shows every lane of every strip that holds automation, and no other.
    public void showAutomated() {
        for (Strip strip : all()) {
            List<LaneKey> keys = LaneKey.of(model.song(), strip).stream()
                    .filter(LaneKey.Control::automated)
                    .map(LaneKey.Control::key)
                    .toList();
            model.lanes(strip.id(), keys);
        }
    }

    public void hideAll() {
        all().forEach(strip -> model.lanes(strip.id(), List.of()));
    }

    private List<Strip> all() {
        List<Strip> all = new java.util.ArrayList<>(model.song().strips());
        all.add(model.song().master());
        return all;
    }
}
