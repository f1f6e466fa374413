package studio.headroom.ui.timeline;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.headroom.project.Clip;
import studio.headroom.project.Fade;
import studio.headroom.project.Lane;
import studio.headroom.project.Marker;
import studio.headroom.project.Span;
import studio.headroom.project.Strip;
import studio.headroom.project.edit.Snap;
import studio.headroom.project.edit.SongEdits;

/// What can be done on the timeline without a mouse, with what is selected. Each is one step of undo, or a change of
/// the view. UI thread.
public final class TimelineActions {
    private static final double ZOOM = 1.25;
    private static final double FINE_TRAVEL = 0.01;

    private final TimelineModel model;
    private final ClipActions clips;
    private final LaneActions lanes;

    public TimelineActions(TimelineModel model) {
        this.model = model;
        clips = new ClipActions(model);
        lanes = new LaneActions(model);
    }

    /// What is done with the selected clips.
    public ClipActions clips() {
        return clips;
    }

    /// What is done with automation.
    public LaneActions lanes() {
        return lanes;
    }

    // ---- what is selected, points or else clips ----

    /// See [ClipActions#split()].
    public void split() {
        clips.split();
    }

    /// See [ClipActions#duplicate()].
    public void duplicate() {
        clips.duplicate();
    }

    /// Deletes the selected points, or else the selected clips.
    public void delete() {
        if (lanes.hasPoints()) {
            lanes.deletePoints();
        } else {
            clips.delete();
        }
    }

    /// See [ClipActions#rippleDelete()].
    public void rippleDelete() {
        clips.rippleDelete();
    }

    /// See [ClipActions#join()].
    public void join() {
        clips.join();
    }

    /// See [ClipActions#mute()].
    public void muteClips() {
        clips.mute();
    }

    /// See [ClipActions#reverse()].
    public void reverse() {
        clips.reverse();
    }

    /// See [ClipActions#fadeShape].
    public void fadeShape(Fade.Shape shape, boolean in, boolean out) {
        clips.fadeShape(shape, in, out);
    }

    public void resetGain() {
        clips.gain(0);
    }

    public void copy() {
        if (lanes.hasPoints()) {
            lanes.copy();
            clips.forgetCopy();
        } else if (clips.any()) {
            clips.copy();
            lanes.forgetCopy();
        }
    }

    public void cut() {
        copy();
        delete();
    }

    /// Puts what was copied at the playhead: clips on the selected track, automation into the lane with selected
    /// points, or else into the one it came from.
    public void paste() {
        if (clips.hasCopy()) {
            clips.paste();
        } else {
            lanes.paste();
        }
    }

    /// All points of the lane that points are selected in, or else all clips.
    public void selectAll() {
        if (lanes.hasPoints()) {
            lanes.selectAll();
        } else {
            clips.selectAll();
        }
    }

    /// Selects nothing: no clips, points and time.
    public void selectNothing() {
        model.selection().clips(List.of());
        model.points(null, Set.of());
        model.time(null);
    }

    private Optional<Strip> track() {
        List<String> chosen = model.selection().strips().get();
        return model.song().strips().stream()
                .filter(strip -> strip.kind() == Strip.Kind.TRACK)
                .filter(strip -> chosen.isEmpty() || chosen.contains(strip.id()))
                .findFirst();
    }

    /// Selects the clip before (-1) or behind (1) on the track of the one that is selected.
    public void neighborClip(int step) {
        List<String> ids = model.selection().clips().get();
        Strip strip = ids.isEmpty()
                ? track().orElse(null)
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
        if (lanes.hasPoints()) {
            lanes.move(by, 0);
        } else {
            clips.nudge(by);
        }
    }

    /// Moves the playhead to the next line of the grid, or by a unit of the screen.
    ///
    /// @param steps 1 or -1
    public void nudgePlayhead(int steps, boolean fine) {
        long at = model.player().position();
        long to;
        if (fine) {
            to = at + steps * Math.max(1, Math.round(model.scale().framesPerUnit()));
        } else {
            var lines = lines();
            long near = lines.nearest(at);
            to = Long.signum(near - at) == steps ? near : lines.nearest(Math.max(0, near + gridStep(steps)));
        }
        long target = Math.max(0, to);
        model.player().locate(target);
        model.scale().reveal(target);
    }

    private Snap.Grid lines() {
        SnapGrid grid = model.snapGrid() == SnapGrid.EDGES ? SnapGrid.ADAPTIVE : model.snapGrid();
        return grid.grid(model.grid(), model.scale().framesPerUnit());
    }

    private long gridStep(int steps) {
        Snap.Grid lines = lines();
        // The first line behind the beginning: so far are all lines apart.
        long step = 1;
        while (lines.nearest(step) == 0) {
            step *= 2;
        }
        return steps * Math.max(1, lines.nearest(step));
    }

    /// Makes the selected points higher, or else the selected clips louder, by a step.
    public void raise(int steps, boolean fine) {
        if (lanes.hasPoints()) {
            lanes.move(0, steps * FINE_TRAVEL * (fine ? 0.1 : 1));
        } else {
            clips.raise(steps * (fine ? 0.1 : 0.5));
        }
    }

    /// See [LaneActions#shape].
    public void pointShape(Lane.Shape shape) {
        lanes.shape(shape);
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

    /// Makes all tracks higher (1) or lower (-1).
    public void higher(int steps) {
        int next = Math.clamp(model.usualHeight().ordinal() + steps, 0, RowHeight.values().length - 1);
        model.heightOfAll(RowHeight.values()[next]);
    }

    /// Draws waveforms higher (1) or lower (-1); the sound stays as it is.
    public void taller(int steps) {
        model.waveHeight(model.waveHeight() * Math.pow(2, steps));
    }

    /// Off, by pages, smoothly, and off again.
    public void nextFollow() {
        TimeScale.Follow[] all = TimeScale.Follow.values();
        model.follow(all[(model.follow().ordinal() + 1) % all.length]);
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

    /// The part of the song that a frame is in: from the section or marker before it to the next one or the end. Empty
    /// where no marker lies before it.
    public Optional<Span> section(long frame) {
        boolean sections = model.song().markers().stream().anyMatch(Marker::section);
        List<Long> frames = model.song().markers().stream()
                .filter(marker -> !sections || marker.section())
                .map(Marker::frame)
                .sorted()
                .toList();
        long from = frames.stream().filter(at -> at <= frame).reduce(-1L, (_, at) -> at);
        long to = frames.stream()
                .filter(at -> at > frame)
                .findFirst()
                .orElse(model.song().end());
        return from >= 0 && to > from ? Optional.of(new Span(from, to)) : Optional.empty();
    }

    /// Loops the part of the song that the playhead is in.
    public void loopSection() {
        section(model.player().position()).ifPresent(this::loop);
    }

    /// Moves the sound in the selected clips by a step of the grid.
    public void slip(int steps) {
        clips.slip(gridStep(steps));
    }

    /// Loops a range.
    public void loop(Span range) {
        model.apply(SongEdits.loop(range));
        model.looping(true);
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
