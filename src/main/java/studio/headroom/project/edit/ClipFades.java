package studio.headroom.project.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.headroom.param.Unit;
import studio.headroom.project.Clip;
import studio.headroom.project.Fade;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;

/// Edits of the levels of clips: gain, fades, cross-fades.
public final class ClipFades {
    private ClipFades() {}

    /// @param db up to [Clip#MAX_GAIN_DB]; -∞ is silence
    public static Edit gain(String id, double db) {
        double limited = Math.min(db, Clip.MAX_GAIN_DB);
        Edit edit = Clips.forEach("Gain of", Set.of(id), clip -> clip.withGainDb(limited));
        return withValue(edit, limited);
    }

    /// Makes clips louder or quieter by the same amount. All stop when the first of them reaches [Clip#MAX_GAIN_DB].
    public static Edit gainBy(Set<String> ids, double db) {
        Set<String> all = Set.copyOf(ids);
        return Clips.named("Gain of", all, project -> {
            Clips.require(project, all);
            double by = Clips.chosen(project, all).stream()
                    .mapToDouble(clip -> Clip.MAX_GAIN_DB - clip.gainDb())
                    .reduce(db, Math::min);
            return Parts.changeAll(
                    project, strip -> Clips.changed(strip, all, clip -> clip.withGainDb(clip.gainDb() + by)));
        });
    }

    /// Brings clips to a level by their gain.
    ///
    /// @param measured what is to be brought to the target, a peak or a loudness, of each clip at 0 dB gain; what is
    ///     silent (-∞) is left as it is
    /// @param target in the same unit
    /// @param together whether all keep their distances: then the highest reaches the target
    public static Edit normalize(Map<String, Double> measured, double target, boolean together) {
        Map<String, Double> levels = Map.copyOf(measured);
        return Clips.named("Normalize", levels.keySet(), project -> {
            Clips.require(project, levels.keySet());
            Map<String, Double> gains = new HashMap<>();
            double highest = Double.NEGATIVE_INFINITY;
            for (Clip clip : Clips.chosen(project, levels.keySet())) {
                double level = levels.getOrDefault(clip.id(), Double.NEGATIVE_INFINITY);
                highest = Math.max(highest, level + (together ? clip.gainDb() : 0));
                if (Double.isFinite(level)) {
                    gains.put(clip.id(), target - level);
                }
            }
            if (together && Double.isFinite(highest)) {
                return gainBy(gains.keySet(), target - highest).apply(project);
            }
            return Parts.changeAll(project, strip -> Clips.changed(strip, gains.keySet(), clip -> clip.withGainDb(
                    Math.min(Clip.MAX_GAIN_DB, gains.getOrDefault(clip.id(), clip.gainDb())))));
        });
    }

    /// Sets the fades; neither is longer than the clip.
    public static Edit fades(String id, Fade in, Fade out) {
        return Clips.forEach(
                "Fade", Set.of(id), clip -> clip.withFades(Clips.fitted(clip, in), Clips.fitted(clip, out)));
    }

    public static Edit fadeIn(Set<String> ids, Fade in) {
        return Clips.forEach("Fade in", ids, clip -> clip.withFades(Clips.fitted(clip, in), clip.fadeOut()));
    }

    public static Edit fadeOut(Set<String> ids, Fade out) {
        return Clips.forEach("Fade out", ids, clip -> clip.withFades(clip.fadeIn(), Clips.fitted(clip, out)));
    }

    /// Lets one clip go over into the next on the same track. Where they do not overlap by so much yet, both grow about
    /// the middle between them as far as their sound files go; what they overlap then is the cross-fade.
    ///
    /// @param frames the length that is wanted
    public static Edit crossFade(String left, String right, long frames, Fade.Shape shape) {
        return Clips.named("Cross-fade", Set.of(left, right), project -> {
            Strip strip = Parts.ofClip(project, left);
            Clip one = Parts.clip(strip, left);
            Clip two = Parts.clip(strip, right);
            if (one.start() > two.start() || one.end() > two.end()) {
                throw new InvalidProjectException("the clips do not follow each other");
            }
            long middle = (one.end() + two.start()) / 2;
            Clip longer = later(project, one, Math.max(one.end(), middle + (frames + 1) / 2));
            Clip earlier = sooner(project, two, Math.min(two.start(), Math.max(one.start(), middle - frames / 2)));
            long overlap = Math.min(longer.end() - earlier.start(), Math.min(longer.length(), earlier.length()));
            if (overlap <= 0) {
                throw new InvalidProjectException("the sound files do not reach far enough for a cross-fade");
            }
            Fade fade = new Fade(overlap, shape);
            Clip out = longer.withFades(Clips.fitted(longer, longer.fadeIn()), fade);
            Clip in = earlier.withFades(fade, Clips.fitted(earlier, earlier.fadeOut()));
            return project.withStrip(Clips.sorted(
                    strip,
                    Parts.changed(
                            strip.clips(),
                            clip -> clip == one || clip == two,
                            clip -> clip == one ? out : in)));
        });
    }

    private static Clip later(Project project, Clip clip, long end) {
        Media media = Parts.media(project, clip.media());
        long more = Math.min(end - clip.end(), clip.reversed() ? clip.offset() : Clips.behind(clip, media));
        return clip.withSpan(
                clip.start(), clip.reversed() ? clip.offset() - more : clip.offset(), clip.length() + more);
    }

    private static Clip sooner(Project project, Clip clip, long start) {
        Media media = Parts.media(project, clip.media());
        long room = clip.reversed() ? Clips.behind(clip, media) : clip.offset();
        long more = Math.min(clip.start() - start, room);
        return clip.withSpan(
                clip.start() - more, clip.reversed() ? clip.offset() : clip.offset() - more, clip.length() + more);
    }

    /// Cross-fades where some clips overlap a neighbor on their track, as a moved clip does: along lines where both play
    /// the same sound, else at equal power. A clip that lies within another is left as it is.
    public static Edit crossFadeOverlaps(Set<String> ids) {
        Set<String> all = Set.copyOf(ids);
        return Clips.named("Cross-fade", all, project -> {
            Clips.require(project, all);
            return Parts.changeAll(
                    project,
                    strip -> Clips.ids(strip).stream().anyMatch(all::contains) ? overlapsFaded(strip, all) : strip);
        });
    }

    private static Strip overlapsFaded(Strip strip, Set<String> ids) {
        List<Clip> clips = new ArrayList<>(strip.clips());
        for (int i = 0; i + 1 < clips.size(); i++) {
            Clip one = clips.get(i);
            Clip two = clips.get(i + 1);
            boolean chosen = ids.contains(one.id()) || ids.contains(two.id());
            if (chosen && two.start() > one.start() && two.start() < one.end() && two.end() > one.end()) {
                boolean same = one.media().equals(two.media())
                        && one.reversed() == two.reversed()
                        && Clips.alignment(one) == Clips.alignment(two);
                Fade fade =
                        new Fade(one.end() - two.start(), same ? Fade.Shape.LINEAR : Fade.Shape.EQUAL_POWER);
                clips.set(i, one.withFades(one.fadeIn(), fade));
                clips.set(i + 1, two.withFades(fade, two.fadeOut()));
            }
        }
        return strip.withClips(clips);
    }

    private static Edit withValue(Edit edit, double db) {
        String value = " " + Unit.DECIBEL.format(db);
        return new Edit(edit.name() + value, edit.change(), project -> edit.nameIn(project) + value);
    }
}
