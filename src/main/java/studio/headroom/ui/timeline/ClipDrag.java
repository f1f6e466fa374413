package studio.headroom.ui.timeline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import studio.headroom.param.Unit;
import studio.headroom.project.Clip;
import studio.headroom.project.Fade;
import studio.headroom.project.Project;
import studio.headroom.project.Span;
import studio.headroom.project.Strip;
import studio.headroom.project.edit.ClipAutomation;
import studio.headroom.project.edit.ClipCuts;
import studio.headroom.project.edit.ClipEdits;
import studio.headroom.project.edit.ClipFades;
import studio.headroom.project.edit.CopiedClips;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.RippleEdits;

/// Clips in the hand: moved along the timeline and to other tracks, copied (Ctrl at the press), slipped (Alt at the
/// press), trimmed, faded, made louder. Ctrl while dragging lets go of what is snapped to, Shift makes the gain ten
/// times finer. UI thread.
final class ClipDrag implements Gesture {
    private static final double THRESHOLD = 3;
    private static final double DB_PER_UNIT = 0.1;
    private static final double LOWEST_DB = -60;

    private enum Action {
        MOVE,
        COPY,
        SLIP,
        TRIM_START,
        TRIM_END,
        FADE_IN,
        FADE_OUT,
        GAIN
    }

    private final TimelineModel model;
    private final Preview preview;
    private final Action action;
    private final Clip clip;
    private final Set<String> ids;
    private final List<String> selectedBefore;
    private final Span piece;
    private final int track;
    private final double startX;
    private final double startY;
    private final double startFrame;
    private boolean moving;
    /// Ctrl that made a copy is not asking for no snapping until it was let go.
    private boolean controlIsCopy;

    private double lastY;
    private double gain;
    private String bubble = "";
    private String moved = "";

    /// @param hit the clip under the pointer, which is selected
    ClipDrag(TimelineModel model, Hit.OnClip hit, double x, double y, Keys keys) {
        this.model = model;
        preview = new Preview(model.history(), part(model));
        clip = model.clip(hit.clip()).orElseThrow().clip();
        action = action(hit.zone(), keys);
        controlIsCopy = action == Action.COPY;
        selectedBefore = model.selection().clips().get();
        Set<String> all = new LinkedHashSet<>(selectedBefore);
        all.add(hit.clip());
        ids = Set.copyOf(all);
        List<Clip> clips = model.selectedClips();
        long from = clips.stream().mapToLong(Clip::start).min().orElse(clip.start());
        long to = clips.stream().mapToLong(Clip::end).max().orElse(clip.end());
        piece = new Span(Math.min(from, clip.start()), Math.max(Math.max(to, clip.end()), from + 1));
        track = trackIndex(hit.row().id());
        startX = x;
        startY = y;
        lastY = y;
        startFrame = model.scale().frame(x);
    }

    /// Ripple moves markers and the loop too; automation goes with clips where that is asked for, and with ripple.
    private static Preview.Part part(TimelineModel model) {
        return switch (model.modes().ripple()) {
            case ALL -> Preview.Part.ALL;
            case TRACK -> Preview.Part.CLIPS_AND_LANES;
            case OFF -> model.modes().automationFollows() ? Preview.Part.CLIPS_AND_LANES : Preview.Part.CLIPS;
        };
    }

    private static Action action(Hit.Zone zone, Keys keys) {
        return switch (zone) {
            case BODY -> keys.alt() ? Action.SLIP : keys.control() ? Action.COPY : Action.MOVE;
            case START -> Action.TRIM_START;
            case END -> Action.TRIM_END;
            case FADE_IN -> Action.FADE_IN;
            case FADE_OUT -> Action.FADE_OUT;
            case GAIN, GAIN_POINT -> Action.GAIN;
        };
    }

    private List<Strip> tracks() {
        return preview.start().strips().stream()
                .filter(strip -> strip.kind() == Strip.Kind.TRACK)
                .toList();
    }

    private int trackIndex(String id) {
        List<Strip> tracks = tracks();
        for (int i = 0; i < tracks.size(); i++) {
            if (tracks.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public void drag(double x, double y, Keys keys) {
        if (!moving && Math.hypot(x - startX, y - startY) < THRESHOLD) {
            return;
        }
        moving = true;
        controlIsCopy &= keys.control();
        boolean free = keys.control() && !controlIsCopy;
        long by = Math.round(model.scale().frame(x) - startFrame);
        switch (action) {
            case MOVE, COPY -> move(by, tracksDown(y), free);
            case SLIP -> {
                preview.show(ClipEdits.slip(ids, by));
                tell(seconds(by), "");
            }
            case TRIM_START -> trimStart(by, free);
            case TRIM_END -> trimEnd(by, free);
            case FADE_IN -> fadeIn(by, free);
            case FADE_OUT -> fadeOut(by, free);
            case GAIN -> gain(y, keys.shift());
        }
    }

    private int tracksDown(double y) {
        int under = model.rows()
                .at(Math.clamp(y + model.top(), 0, Math.max(0, model.rows().height() - 1)))
                .map(row -> trackIndex(row.id()))
                .orElse(-1);
        return under < 0 ? 0 : under - track;
    }

    private void move(long by, int down, boolean free) {
        Set<String> ignored = action == Action.COPY ? Set.copyOf(newClips()) : ids;
        long way = model.snappedMove(piece, by, ignored, free);
        if (action == Action.COPY) {
            copy(way, down);
        } else {
            preview.show(moved(way, down));
        }
        long now = model.clip(clip.id()).map(found -> found.clip().start()).orElse(clip.start());
        long at = action == Action.COPY ? clip.start() + way : now;
        tell(place(at), seconds(at - clip.start()));
    }

    private Edit moved(long way, int down) {
        RippleEdits.Reach reach = model.modes().ripple().reach();
        if (reach != null) {
            return RippleEdits.move(ids, way, reach);
        }
        Edit move = ClipEdits.move(ids, way, down);
        return model.modes().automationFollows() ? ClipAutomation.moved(move, ids, LaneKey::param) : move;
    }

    private void copy(long way, int down) {
        CopiedClips copied = CopiedClips.of(preview.start(), ids);
        int topmost = tracks().size();
        for (String id : ids) {
            topmost = Math.min(
                    topmost,
                    model.clipIn(preview.start(), id)
                            .map(found -> trackIndex(found.strip().id()))
                            .orElse(topmost));
        }
        int to = Math.clamp(topmost + down, 0, tracks().size() - copied.tracks());
        String track = tracks().get(to).id();
        long start = piece.start() + way;
        Edit paste =
                ClipEdits.paste(copied, track, start).named(ids.size() == 1 ? "Duplicate clip" : "Duplicate clips");
        preview.show(
                model.modes().automationFollows()
                        ? ClipAutomation.of(preview.start(), ids, LaneKey::param)
                                .pasted(paste, track, start)
                        : paste);
        model.selection().clips(newClips());
    }

    private List<String> newClips() {
        Project before = preview.start();
        List<String> found = new ArrayList<>();
        for (Strip strip : model.song().strips()) {
            for (Clip there : strip.clips()) {
                if (model.clipIn(before, there.id()).isEmpty()) {
                    found.add(there.id());
                }
            }
        }
        return found;
    }

    /// Edges that lie on one frame are trimmed together: the microphones of one drum kit stay in step.
    private void trimStart(long by, boolean free) {
        long start = model.snapped(clip.start() + by, ids, free);
        preview.show(
                all("Trim", there -> there.start() == clip.start(), there -> ClipCuts.trimStart(there.id(), start)));
        long now = model.clip(clip.id()).orElseThrow().clip().start();
        tell(place(now), seconds(now - clip.start()));
    }

    private void trimEnd(long by, boolean free) {
        long end = model.snapped(clip.end() + by, ids, free);
        preview.show(all("Trim", there -> there.end() == clip.end(), there -> ClipCuts.trimEnd(there.id(), end)));
        long now = model.clip(clip.id()).orElseThrow().clip().end();
        tell(place(now), seconds(now - clip.end()));
    }

    private void fadeIn(long by, boolean free) {
        long end = model.snapped(clip.start() + clip.fadeIn().frames() + by, ids, free);
        Fade fade = new Fade(Math.clamp(end - clip.start(), 0, clip.length()), shape(clip.fadeIn()));
        preview.show(all(
                "Fade in",
                there -> there.start() == clip.start(),
                there -> ClipFades.fadeIn(Set.of(there.id()), fade)));
        tell(duration(fade.frames()), seconds(fade.frames() - clip.fadeIn().frames()));
    }

    private void fadeOut(long by, boolean free) {
        long start = model.snapped(clip.end() - clip.fadeOut().frames() + by, ids, free);
        Fade fade = new Fade(Math.clamp(clip.end() - start, 0, clip.length()), shape(clip.fadeOut()));
        preview.show(all(
                "Fade out", there -> there.end() == clip.end(), there -> ClipFades.fadeOut(Set.of(there.id()), fade)));
        tell(duration(fade.frames()), seconds(fade.frames() - clip.fadeOut().frames()));
    }

    private static Fade.Shape shape(Fade before) {
        return before.frames() == 0 ? Fade.Shape.EQUAL_POWER : before.shape();
    }

    private interface Which {
        boolean fits(Clip clip);
    }

    private interface OfClip {
        Edit edit(Clip clip);
    }

    private Edit all(String name, Which which, OfClip change) {
        List<Edit> edits = new ArrayList<>();
        for (Strip strip : preview.start().strips()) {
            for (Clip there : strip.clips()) {
                if (ids.contains(there.id()) && which.fits(there)) {
                    edits.add(change.edit(there));
                }
            }
        }
        return edits.size() == 1 ? edits.getFirst() : Edit.sequence(name + " clips", edits);
    }

    private void gain(double y, boolean fine) {
        gain += (lastY - y) * DB_PER_UNIT * (fine ? 0.1 : 1);
        lastY = y;
        double lowest = Double.isFinite(clip.gainDb()) ? LOWEST_DB - clip.gainDb() : 0;
        gain = Math.clamp(gain, Math.min(0, lowest), Math.max(0, Clip.MAX_GAIN_DB - clip.gainDb()));
        double grain = fine ? 100 : 10;
        double by = Math.rint((clip.gainDb() + gain) * grain) / grain - clip.gainDb();
        if (Double.isFinite(by)) {
            preview.show(ClipFades.gainBy(ids, by));
            tell(Unit.DECIBEL.format(clip.gainDb() + by), "moved " + Unit.DECIBEL.format(by));
        }
    }

    private void tell(String value, String way) {
        bubble = value;
        moved = way;
    }

    private String place(long frame) {
        return model.rulerUnit() == Ruler.Unit.BARS
                ? model.grid().place(Math.max(0, frame)).toString()
                : Ruler.clock((double) Math.max(0, frame) / model.song().sampleRate(), 0.001);
    }

    private String duration(long frames) {
        return Unit.MILLISECOND.format(1000.0 * frames / model.song().sampleRate());
    }

    private String seconds(long frames) {
        return frames == 0 ? "" : (frames > 0 ? "+" : "−") + duration(Math.abs(frames));
    }

    @Override
    public void end() {
        if (action == Action.MOVE && preview.isOpen()) {
            model.apply(ClipFades.crossFadeOverlaps(ids));
        }
        preview.end();
        if (!moving && model.selection().clips().get().size() > 1) {
            model.selection()
                    .clips(
                            model.modes().groupsTogether()
                                    ? model.clip(clip.id())
                                            .map(placed ->
                                                    ClipActions.together(model.song(), placed.strip(), placed.clip()))
                                            .orElse(List.of(clip.id()))
                                    : List.of(clip.id()));
        }
    }

    @Override
    public void cancel() {
        preview.cancel();
        model.selection().clips(selectedBefore);
    }

    @Override
    public String bubble() {
        return bubble;
    }

    @Override
    public String moved() {
        return moved;
    }
}
