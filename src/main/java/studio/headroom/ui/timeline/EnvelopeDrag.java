package studio.headroom.ui.timeline;

import java.util.Set;
import studio.headroom.param.Unit;
import studio.headroom.project.Clip;
import studio.headroom.project.GainEnvelope;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.EnvelopeEdits;

/// A point of a clip's gain envelope in the hand. Ctrl lets go of what is snapped to; Shift makes its gain ten times
/// finer. UI thread.
final class EnvelopeDrag implements Gesture {
    private static final double THRESHOLD = 2;

    private final TimelineModel model;
    private final Preview preview;
    private final Row row;
    private final Clip clip;
    private final Edit adding;
    private final GainEnvelope.Point anchor;
    private final int index;
    private final double startX;
    private final double startFrame;
    private double lastY;
    private double gain;
    private boolean moving;
    private boolean sideways;
    private String bubble;

    private EnvelopeDrag(
            TimelineModel model, Row row, Clip clip, Edit adding, GainEnvelope.Point anchor, double x, double y) {
        this.model = model;
        this.row = row;
        this.clip = clip;
        this.adding = adding;
        this.anchor = anchor;
        index = clip.envelope().countBefore(anchor.frame());
        preview = new Preview(model.history(), Preview.Part.CLIPS);
        startX = x;
        startFrame = model.scale().frame(x);
        lastY = y;
        bubble = Unit.DECIBEL.format(anchor.db());
    }

    /// Drags a point.
    static EnvelopeDrag of(TimelineModel model, Row row, Clip clip, int point, double x, double y) {
        Edit nothing = new Edit("", song -> song);
        return new EnvelopeDrag(
                model, row, clip, nothing, clip.envelope().points().get(point), x, y);
    }

    /// Adds a point where the line passes, which changes nothing, and drags it.
    static EnvelopeDrag adding(TimelineModel model, Row row, Clip clip, double x, double y) {
        long frame = Math.clamp(model.scale().frameAt(x), clip.start(), Math.max(clip.start(), clip.end() - 1));
        long inMedia = clip.inMedia(frame);
        GainEnvelope.Point point =
                new GainEnvelope.Point(inMedia, clip.envelope().db(inMedia));
        Edit adding = EnvelopeEdits.add(clip.id(), inMedia, point.db());
        EnvelopeDrag drag = new EnvelopeDrag(model, row, clip, adding, point, x, y);
        drag.preview.show(adding);
        return drag;
    }

    @Override
    public void drag(double x, double y, Keys keys) {
        if (!moving && Math.abs(x - startX) < THRESHOLD && Math.abs(y - lastY) < THRESHOLD) {
            return;
        }
        moving = true;
        sideways |= Math.abs(x - startX) >= 2 * THRESHOLD;
        gain += (lastY - y) * HitTest.gainPerUnit(row) * (keys.shift() ? 0.1 : 1);
        lastY = y;
        // Beyond its ends the hand comes back at once.
        gain = Math.clamp(gain, GainEnvelope.MIN_DB - anchor.db(), GainEnvelope.MAX_DB - anchor.db());
        double grain = keys.shift() ? 100 : 10;
        double db = Math.rint((anchor.db() + gain) * grain) / grain;
        Edit move = EnvelopeEdits.move(clip.id(), index, sideways ? frames(x, keys) : 0, db - anchor.db());
        preview.show(new Edit(
                move.name(),
                song -> move.apply(adding.apply(song)),
                song -> (adding.name().isEmpty() ? move : adding).nameIn(song)));
        bubble = Unit.DECIBEL.format(db);
    }

    /// How far it is moved in the sound file.
    private long frames(double x, Keys keys) {
        long place = clip.onTimeline(anchor.frame());
        long to = model.snapped(
                place + Math.round(model.scale().frame(x) - startFrame), Set.of(clip.id()), keys.control());
        long by = Math.clamp(to, clip.start(), Math.max(clip.start(), clip.end() - 1)) - place;
        return clip.reversed() ? -by : by;
    }

    @Override
    public void end() {
        preview.end();
    }

    @Override
    public void cancel() {
        preview.cancel();
    }

    @Override
    public String bubble() {
        return bubble;
    }
}
