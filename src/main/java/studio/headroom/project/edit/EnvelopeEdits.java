package studio.headroom.project.edit;

import java.util.Set;
import java.util.function.UnaryOperator;
import studio.headroom.param.Unit;
import studio.headroom.project.Clip;
import studio.headroom.project.GainEnvelope;
import studio.headroom.project.GainEnvelope.Point;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Project;

/// Edits of the gain envelopes of clips. Points are named by their place in the envelope; their frames are those of the
/// sound file, values in dB are clamped.
public final class EnvelopeEdits {
    private EnvelopeEdits() {}

    /// Adds a point, in the place of one on the same frame.
    public static Edit add(String clip, long frame, double db) {
        double clamped = clamp(db);
        return named("Add gain point to", clip, envelope -> envelope.with(new Point(Math.max(0, frame), clamped)));
    }

    /// Moves a point. It stops before its neighbors.
    public static Edit move(String clip, int index, long frames, double db) {
        return named("Move gain point of", clip, envelope -> {
            Point point = require(envelope, index);
            long least = index == 0 ? 0 : envelope.points().get(index - 1).frame() + 1;
            long most = index + 1 < envelope.points().size()
                    ? envelope.points().get(index + 1).frame() - 1
                    : Clip.MAX_FRAME;
            long frame = Math.clamp(point.frame() + frames, least, most);
            return envelope.without(index).with(new Point(frame, clamp(point.db() + db)));
        });
    }

    /// Sets the gain of a point.
    public static Edit set(String clip, int index, double db) {
        double clamped = clamp(db);
        Edit edit = named("Gain point of", clip, envelope -> {
            Point point = require(envelope, index);
            return envelope.without(index).with(new Point(point.frame(), clamped));
        });
        String value = " " + Unit.DECIBEL.format(clamped);
        return new Edit(edit.name() + value, edit.change(), project -> edit.nameIn(project) + value);
    }

    public static Edit remove(String clip, int index) {
        return named("Delete gain point of", clip, envelope -> {
            require(envelope, index);
            return envelope.without(index);
        });
    }

    /// Takes the envelopes away.
    public static Edit clear(Set<String> clips) {
        return Clips.forEach("Delete gain envelope of", clips, clip -> clip.withEnvelope(GainEnvelope.NONE));
    }

    private static double clamp(double db) {
        return Double.isNaN(db) ? 0 : Math.clamp(db, GainEnvelope.MIN_DB, GainEnvelope.MAX_DB);
    }

    private static Point require(GainEnvelope envelope, int index) {
        if (index < 0 || index >= envelope.points().size()) {
            throw new InvalidProjectException("the gain envelope has no point " + index);
        }
        return envelope.points().get(index);
    }

    private static Edit named(String verb, String clip, UnaryOperator<GainEnvelope> change) {
        UnaryOperator<Project> edit = project -> {
            Clips.require(project, Set.of(clip));
            return Parts.changeAll(
                    project,
                    strip -> Clips.changed(
                            strip, Set.of(clip), there -> there.withEnvelope(change.apply(there.envelope()))));
        };
        return Clips.named(verb, Set.of(clip), edit);
    }
}
