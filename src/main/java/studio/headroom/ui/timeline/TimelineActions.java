package studio.headroom.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import studio.headroom.project.Clip;
import studio.headroom.project.Fade;
import studio.headroom.project.Lane;
import studio.headroom.project.Marker;
import studio.headroom.project.Span;
import studio.headroom.project.Strip;
import studio.headroom.project.edit.ClipCuts;
import studio.headroom.project.edit.ClipEdits;
import studio.headroom.project.edit.ClipFades;
import studio.headroom.project.edit.CopiedClips;
import studio.headroom.project.edit.PointEdits;
import studio.headroom.project.edit.RippleEdits;
import studio.headroom.project.edit.SongEdits;

/// What can be done on the timeline without a mouse, with what is selected. Each is one step of undo, or a change of
/// the view. UI thread.
public final class TimelineActions {
    private static final double ZOOM = 1.25;
    private static final double FINE_TRAVEL = 0.01;

    private final TimelineModel model;
    private @Nullable CopiedClips copied;
    private PointEdits.@Nullable CopiedRange copiedLane;
    private @Nullable LaneKey copiedFrom;

    public TimelineActions(TimelineModel model) {
        this.model = model;
    }

    private Set<String> clips() {
        return Set.copyOf(model.selection().clips().get());
    }

    // ---- clips ----

    /// Cuts the selected clips at the playhead, or, with none selected, all that lie under it.
    public void split() {
        long frame = model.player().position();
        Set<String> chosen = new TreeSet<>();
        boolean all = clips().isEmpty();
        for (Strip strip : model.song().strips()) {
            for (Clip clip : strip.clips()) {
                boolean meant = all || clips().contains(clip.id());
                if (meant && frame > clip.start() && frame < clip.end()) {
                    chosen.add(clip.id());
                }
            }
        }
        if (!chosen.isEmpty()) {
            model.apply(ClipCuts.split(chosen, frame, ClipCuts.DECLICK_SECONDS));
        }
    }

    public void duplicate() {
        if (!clips().isEmpty()) {
            Set<String> before = allClips();
            model.apply(ClipEdits.duplicate(clips(), 1));
            selectNew(before);
        }
    }

    private Set<String> allClips() {
        Set<String> ids = new TreeSet<>();
        model.song().strips().forEach(strip -> strip.clips().forEach(clip -> ids.add(clip.id())));
        return ids;
    }

    private void selectNew(Set<String> before) {
        model.selection()
                .clips(allClips().stream().filter(id -> !before.contains(id)).toList());
    }

    /// Deletes the selected points, or else the selected clips.
    public void delete() {
        Optional<LaneKey.Control> lane = pointLane();
        if (lane.isPresent()) {
            Set<Integer> points = model.points();
            model.points(null, Set.of());
            model.apply(PointEdits.delete(lane.get().key().owner(), lane.get().param(), points));
        } else if (!clips().isEmpty()) {
            model.apply(ClipEdits.delete(clips()));
        }
    }

    /// Deletes the selected clips and closes the gaps on their tracks.
    public void rippleDelete() {
        if (!clips().isEmpty()) {
            model.apply(RippleEdits.delete(clips(), RippleEdits.Reach.TRACK));
        }
    }

    private Optional<LaneKey.Control> pointLane() {
        LaneKey lane = model.pointLane();
        return lane == null || model.points().isEmpty() ? Optional.empty() : lane.in(model.song());
    }

    public void join() {
        if (!clips().isEmpty()) {
            model.apply(ClipCuts.join(clips()));
        }
    }

    public void muteClips() {
        if (!clips().isEmpty()) {
            boolean all = model.selectedClips().stream().allMatch(Clip::muted);
            model.apply(ClipEdits.mute(clips(), !all));
        }
    }

    public void reverse() {
        if (!clips().isEmpty()) {
            model.apply(ClipEdits.reverse(clips()));
        }
    }

    /// Sets the shape of the fades at the beginning, at the end, or both, of the selected clips.
    public void fadeShape(Fade.Shape shape, boolean in, boolean out) {
        List<studio.headroom.project.edit.Edit> edits = new ArrayList<>();
        for (Clip clip : model.selectedClips()) {
            Fade first = in ? new Fade(clip.fadeIn().frames(), shape) : clip.fadeIn();
            Fade last = out ? new Fade(clip.fadeOut().frames(), shape) : clip.fadeOut();
            edits.add(ClipFades.fades(clip.id(), first, last));
        }
        if (!edits.isEmpty()) {
            model.apply(studio.headroom.project.edit.Edit.sequence("Fade shape", edits));
        }
    }

    public void resetGain() {
        List<studio.headroom.project.edit.Edit> edits = model.selectedClips().stream()
                .map(clip -> ClipFades.gain(clip.id(), 0))
                .toList();
        if (!edits.isEmpty()) {
            model.apply(studio.headroom.project.edit.Edit.sequence("Reset clip gain", edits));
        }
    }

    public void copy() {
        Optional<LaneKey.Control> lane = pointLane();
        if (lane.isPresent()) {
            List<Lane.Point> points = lane.get().lane().points();
            long from = model.points().stream()
                    .mapToLong(i -> points.get(i).frame())
                    .min()
                    .orElse(0);
            long to = model.points().stream()
                    .mapToLong(i -> points.get(i).frame())
                    .max()
                    .orElse(0);
            if (to > from) {
                copiedLane = PointEdits.copy(lane.get().lane(), lane.get().param(), new Span(from, to));
                copiedFrom = lane.get().key();
                copied = null;
            }
        } else if (!clips().isEmpty()) {
            copied = CopiedClips.of(model.song(), clips());
            copiedLane = null;
        }
    }

    public void cut() {
        copy();
        delete();
    }

    /// Puts what was copied at the playhead: clips on the selected track, automation into the lane with selected
    /// points,
    /// or else into the one it came from.
    public void paste() {
        CopiedClips items = copied;
        PointEdits.CopiedRange range = copiedLane;
        LaneKey lane = model.pointLane() != null ? model.pointLane() : copiedFrom;
        long at = model.player().position();
        if (items != null) {
            Set<String> before = allClips();
            track().ifPresent(track -> {
                model.apply(ClipEdits.paste(items, track, at));
                selectNew(before);
            });
        } else if (range != null && lane != null) {
            lane.in(model.song())
                    .ifPresent(control ->
                            model.apply(PointEdits.paste(control.key().owner(), control.param(), range, at)));
        }
    }

    private Optional<String> track() {
        List<String> chosen = model.selection().strips().get();
        return model.song().strips().stream()
                .filter(strip -> strip.kind() == Strip.Kind.TRACK)
                .map(Strip::id)
                .filter(id -> chosen.isEmpty() || chosen.contains(id))
                .findFirst();
    }

    public void selectAll() {
        model.selection().clips(List.copyOf(allClips()));
    }

    /// Selects nothing: no clips, points and time.
    public void selectNothing() {
        model.selection().clips(List.of());
        model.points(null, Set.of());
        model.time(null);
    }

    /// Selects the clip before (-1) or behind (1) on the track of the one that is selected.
    public void neighborClip(int step) {
        List<String> ids = model.selection().clips().get();
        Strip strip = ids.isEmpty()
                ? track().flatMap(model.song()::strip).orElse(null)
                : model.clip(ids.getLast()).map(TimelineModel.Placed::strip).orElse(null);
        if (strip == null || strip.clips().isEmpty()) {
            return;
        }
        int at = -1;
        for (int i = 0; i < strip.clips().size(); i++) {
            at = !ids.isEmpty() && strip.clips().get(i).id().equals(ids.getLast()) ? i : at;
        }
        Clip next = strip.clips()
                .get(Math.clamp(at < 0 ? 0 : at + step, 0, strip.clips().size() - 1));
        model.selection().clips(List.of(next.id()));
        model.scale().reveal(next.start());
    }

    /// Moves the selected points or clips by a step of the grid, or finely by a unit of the view.
    public void nudge(int steps, boolean fine) {
        long by = fine ? Math.max(1, Math.round(model.scale().framesPerUnit())) * steps : gridStep(steps);
        Optional<LaneKey.Control> lane = pointLane();
        if (lane.isPresent()) {
            model.apply(PointEdits.move(lane.get().key().owner(), lane.get().param(), model.points(), by, 0));
        } else if (!clips().isEmpty()) {
            model.apply(ClipEdits.nudge(clips(), by));
        }
    }

    private long gridStep(int steps) {
        SnapGrid grid = model.snapGrid() == SnapGrid.EDGES ? SnapGrid.ADAPTIVE : model.snapGrid();
        var lines = grid.grid(model.grid(), model.scale().framesPerUnit());
        // The first line behind the beginning: so far are all lines apart.
        long step = 1;
        while (lines.nearest(step) == 0) {
            step *= 2;
        }
        return steps * Math.max(1, lines.nearest(step));
    }

    /// Makes the selected points higher, or else the selected clips louder, by a step.
    public void raise(int steps, boolean fine) {
        Optional<LaneKey.Control> lane = pointLane();
        if (lane.isPresent()) {
            double travel = steps * FINE_TRAVEL * (fine ? 0.1 : 1);
            model.apply(PointEdits.move(lane.get().key().owner(), lane.get().param(), model.points(), 0, travel));
        } else if (!clips().isEmpty()) {
            model.apply(ClipFades.gainBy(clips(), steps * (fine ? 0.1 : 0.5)));
        }
    }

    public void pointShape(Lane.Shape shape) {
        pointLane()
                .ifPresent(
                        lane -> model.apply(PointEdits.shape(lane.key().owner(), lane.param(), model.points(), shape)));
    }

    // ---- view ----

    /// Zooms about the playhead while it is in sight, else about the middle.
    public void zoom(int steps) {
        TimeScale scale = model.scale();
        double x = scale.x(model.player().position());
        scale.zoom(Math.pow(ZOOM, steps), x >= 0 && x <= scale.width() ? x : scale.width() / 2);
    }

    /// Shows the selected time, else the selected clips, else the song.
    public void zoomToSelection() {
        Span time = model.time();
        List<Clip> chosen = model.selectedClips();
        if (time != null) {
            model.scale().fit(time.start(), time.end());
        } else if (!chosen.isEmpty()) {
            model.scale()
                    .fit(
                            chosen.stream().mapToLong(Clip::start).min().orElse(0),
                            chosen.stream().mapToLong(Clip::end).max().orElse(0));
        } else {
            model.scale().fitSong();
        }
    }

    public void zoomToSong() {
        model.scale().fitSong();
    }

    // ---- song ----

    /// Turns looping on or off. With time or clips selected, turning it on loops these.
    public void loop() {
        Span range = model.time();
        List<Clip> chosen = model.selectedClips();
        if (range == null && model.song().loop() == null && !chosen.isEmpty()) {
            range = new Span(
                    chosen.stream().mapToLong(Clip::start).min().orElse(0),
                    chosen.stream().mapToLong(Clip::end).max().orElse(1));
        }
        if (model.looping() && (range == null || range.equals(model.song().loop()))) {
            model.looping(false);
            return;
        }
        if (range != null) {
            model.apply(SongEdits.loop(range));
        }
        model.looping(true);
    }

    /// Sets a marker at the playhead.
    public void marker() {
        long frame = model.player().position();
        if (model.song().markers().stream().noneMatch(marker -> marker.frame() == frame)) {
            model.apply(SongEdits.addMarker(
                    frame, "Marker " + (model.song().markers().size() + 1)));
        }
    }

    /// Goes to the marker before (-1) or behind (1) the playhead.
    public void toMarker(int step) {
        long at = model.player().position();
        var frames = model.song().markers().stream().mapToLong(Marker::frame);
        var next = step > 0
                ? frames.filter(frame -> frame > at).min()
                : frames.filter(frame -> frame < at).max();
        next.ifPresent(frame -> {
            model.player().locate(frame);
            model.scale().reveal(frame);
        });
    }
}
