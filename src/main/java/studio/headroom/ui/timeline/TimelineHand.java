package studio.headroom.ui.timeline;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import studio.headroom.project.Clip;
import studio.headroom.project.Project;
import studio.headroom.project.edit.ClipCuts;
import studio.headroom.project.edit.EnvelopeEdits;
import studio.headroom.project.edit.PointEdits;

/// The hand over the lanes: what a press, a drag and a release mean with the tool that is chosen. UI thread.
public final class TimelineHand {
    private final TimelineModel model;
    private final HitTest test;
    private @Nullable Gesture gesture;
    /// The song as a press has left it that did nothing but add a point to a lane, or null.
    private @Nullable Project pointed;

    public TimelineHand(TimelineModel model) {
        this.model = model;
        test = new HitTest(model);
    }

    public HitTest test() {
        return test;
    }

    public boolean busy() {
        return gesture != null;
    }

    /// What stands beside the pointer, or empty.
    public String bubble() {
        return gesture == null ? "" : gesture.bubble();
    }

    public String moved() {
        return gesture == null ? "" : gesture.moved();
    }

    /// @param clicks 2 for the second press of a double click
    public void press(double x, double y, int clicks, boolean shift, boolean control, boolean alt) {
        cancel();
        Gesture.Keys keys = new Gesture.Keys(shift, control, alt);
        if (clicks == 2 && takesBack()) {
            straighten(x, y);
            return;
        }
        Hit hit = test.at(x, y);
        gesture = switch (hit) {
            case Hit.OnClip clip -> onClip(clip, x, y, keys);
            case Hit.OnLane lane -> onLane(lane, x, y, clicks, keys);
            case Hit.Empty _, Hit.Nothing _ -> {
                model.points(null, Set.of());
                selectStrip(hit);
                yield new FrameDrag(model, x, y, shift);
            }
        };
    }

    /// The first press of a double click on a lane's line has added a point: it goes again.
    @SuppressWarnings("ReferenceEquality") // whether it is that very song
    private boolean takesBack() {
        boolean same = pointed != null && pointed == model.song();
        pointed = null;
        if (same) {
            model.points(null, Set.of());
            model.history().undo();
        }
        return same;
    }

    /// Makes the way straight that passes a place.
    private void straighten(double x, double y) {
        if (test.at(x, y) instanceof Hit.OnLane hit) {
            hit.lane()
                    .in(model.song())
                    .ifPresent(control ->
                            LaneBend.straighten(model, control, model.scale().frameAt(x)));
        }
    }

    private void selectStrip(Hit hit) {
        if (hit instanceof Hit.Empty empty) {
            model.selection().strip(empty.row().id());
        }
    }

    private @Nullable Gesture onClip(Hit.OnClip hit, double x, double y, Gesture.Keys keys) {
        model.points(null, Set.of());
        if (model.tool() == TimelineModel.Tool.SCISSORS) {
            long frame = model.snapped(model.scale().frameAt(x), Set.of(), keys.control());
            boolean all = model.selection().clips().get().contains(hit.clip());
            Set<String> ids = Set.copyOf(all ? model.selection().clips().get() : together(hit.clip()));
            model.apply(ClipCuts.split(over(ids, frame), frame, ClipCuts.DECLICK_SECONDS));
            return null;
        }
        List<String> selected = model.selection().clips().get();
        boolean onGain = hit.zone() == Hit.Zone.GAIN && keys.control() || hit.point() >= 0;
        if (onGain) {
            return onGain(hit, x, y, keys);
        }
        if (keys.shift() && hit.zone() != Hit.Zone.GAIN) {
            toggle(hit.clip());
            return null;
        }
        if (!selected.contains(hit.clip())) {
            model.selection().clips(together(hit.clip()));
        }
        model.selection().strip(hit.row().id());
        return new ClipDrag(model, hit, x, y, keys);
    }

    /// On the line of the gain envelope with Ctrl, or on one of its points.
    private @Nullable Gesture onGain(Hit.OnClip hit, double x, double y, Gesture.Keys keys) {
        Clip clip = model.clip(hit.clip()).orElseThrow().clip();
        if (hit.point() < 0) {
            return EnvelopeDrag.adding(model, hit.row(), clip, x, y);
        }
        if (keys.alt()) {
            model.apply(EnvelopeEdits.remove(clip.id(), hit.point()));
            return null;
        }
        return EnvelopeDrag.of(model, hit.row(), clip, hit.point(), x, y);
    }

    /// A clip with those of grouped tracks that are edited with it.
    private List<String> together(String clip) {
        return model.modes().groupsTogether()
                ? model.clip(clip)
                        .map(placed -> ClipActions.together(model.song(), placed.strip(), placed.clip()))
                        .orElse(List.of(clip))
                : List.of(clip);
    }

    private void toggle(String clip) {
        Set<String> chosen = new LinkedHashSet<>(model.selection().clips().get());
        if (chosen.contains(clip)) {
            together(clip).forEach(chosen::remove);
        } else {
            chosen.addAll(together(clip));
        }
        model.selection().clips(List.copyOf(chosen));
    }

    /// Those of some clips that reach over a frame; all when none does, so that the refusal names them.
    private Set<String> over(Set<String> ids, long frame) {
        Set<String> over = new TreeSet<>();
        for (String id : ids) {
            model.clip(id)
                    .filter(found ->
                            frame > found.clip().start() && frame < found.clip().end())
                    .ifPresent(found -> over.add(id));
        }
        return over.isEmpty() ? ids : over;
    }

    private @Nullable Gesture onLane(Hit.OnLane hit, double x, double y, int clicks, Gesture.Keys keys) {
        Optional<LaneKey.Control> found = hit.lane().in(model.song());
        if (found.isEmpty()) {
            return null;
        }
        LaneKey.Control control = found.get();
        Row row = hit.row();
        model.selection().strip(row.id());
        if (model.tool() == TimelineModel.Tool.DRAW) {
            model.points(null, Set.of());
            return new LaneDraw(model, row, control, x, y);
        }
        if (hit.point() >= 0) {
            return onPoint(hit, control, x, y, clicks, keys);
        }
        if (hit.line() && keys.alt() && clicks == 2) {
            straighten(x, y);
            return null;
        }
        if (hit.line() && keys.alt()) {
            return LaneBend.at(model, control, model.scale().frameAt(x), y).orElse(null);
        }
        if (hit.line() || clicks == 2) {
            double here = control.param().range().plain(HitTest.travel(row, y + model.top() - row.y()));
            double value = hit.line() ? control.valueAt(model.scale().frameAt(x)) : here;
            return LaneDrag.adding(model, row, control, value, x, y, keys.control());
        }
        Set<Integer> kept = keys.shift() && hit.lane().equals(model.pointLane()) ? model.points() : Set.of();
        return new LaneDrag.Frame(model, row, hit.lane(), kept, x, y);
    }

    private @Nullable Gesture onPoint(
            Hit.OnLane hit, LaneKey.Control control, double x, double y, int clicks, Gesture.Keys keys) {
        int point = hit.point();
        boolean chosenToo =
                hit.lane().equals(model.pointLane()) && model.points().contains(point);
        if (keys.alt() && clicks < 2 && chosenToo && model.points().size() > 1) {
            return new LaneScale(model, hit.row(), control, point, y);
        }
        if (clicks == 2 || keys.alt()) {
            model.apply(PointEdits.delete(control.key().owner(), control.param(), Set.of(point)));
            model.points(null, Set.of());
            return null;
        }
        Set<Integer> chosen = new TreeSet<>(hit.lane().equals(model.pointLane()) ? model.points() : Set.of());
        if (keys.shift()) {
            if (!chosen.remove(point)) {
                chosen.add(point);
            }
            model.points(hit.lane(), chosen);
            return null;
        }
        if (!chosen.contains(point)) {
            chosen = Set.of(point);
        }
        model.points(hit.lane(), chosen);
        return new LaneDrag(model, hit.row(), control, point, x, y);
    }

    /// A press above the lanes.
    ///
    /// @param alt lets the song be heard under the hand
    void pressRuler(double x, double y, List<RulerDrag.Flag> flags, boolean alt) {
        cancel();
        gesture = alt ? new RulerScrub(model, x) : new RulerDrag(model, x, y, flags);
    }

    public void drag(double x, double y, boolean shift, boolean control, boolean alt) {
        if (gesture != null) {
            gesture.drag(x, y, new Gesture.Keys(shift, control, alt));
        }
    }

    public void release() {
        Gesture ended = gesture;
        gesture = null;
        if (ended != null) {
            ended.end();
        }
        pointed = ended instanceof LaneDrag drag && drag.addedOnly() ? model.song() : null;
    }

    /// Gives up what is under way, as Esc does.
    ///
    /// @return whether something was
    public boolean cancel() {
        Gesture given = gesture;
        gesture = null;
        if (given != null) {
            given.cancel();
        }
        return given != null;
    }
}
