package studio.headroom.project.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import studio.headroom.project.Clip;
import studio.headroom.project.Fade;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;

/// Edits of clips. Times are frames of the timeline; what lies beyond the sound file or before the song's beginning
/// is clamped, as a drag with the mouse needs it.
///
/// An edge that is cut inside the sound gets a fade of [#DECLICK_SECONDS], so that no cut clicks.
public final class ClipEdits {
    public static final double DECLICK_SECONDS = 0.002;

    private ClipEdits() {}

    /// A whole sound file on a track; the clip's id is [Ids#CLIP] with the next number.
    public static Edit add(String track, String media, long start) {
        return new Edit("Add clip", project -> {
            Clip clip = Clip.whole(Ids.next(project, Ids.CLIP), Parts.media(project, media), Math.max(0, start));
            return Parts.changeStrip(project, track, strip -> with(strip, clip));
        });
    }

    /// Moves clips along the timeline, together: the first of them stops at the song's beginning.
    public static Edit move(Set<String> ids, long frames) {
        Set<String> all = Set.copyOf(ids);
        return new Edit(all.size() == 1 ? "Move clip" : "Move clips", project -> {
            all.forEach(id -> Parts.ofClip(project, id));
            long first = Parts.all(project)
                    .flatMap(strip -> strip.clips().stream())
                    .filter(clip -> all.contains(clip.id()))
                    .mapToLong(Clip::start)
                    .min()
                    .orElse(0);
            long by = Math.max(frames, -first);
            return Parts.changeAll(
                    project,
                    strip -> sorted(
                            strip,
                            Parts.changed(
                                    strip.clips(),
                                    clip -> all.contains(clip.id()),
                                    clip -> clip.withStart(clip.start() + by))));
        });
    }

    /// Moves a clip to a track and a time.
    public static Edit moveTo(String id, String track, long start) {
        return new Edit("Move clip", project -> {
            Strip from = Parts.ofClip(project, id);
            Clip clip = Parts.clip(from, id).withStart(Math.max(0, start));
            Project without = project.withStrip(without(from, Set.of(id)));
            return Parts.changeStrip(without, track, strip -> with(strip, clip));
        });
    }

    /// Moves a clip's beginning while its sound stays where it is. At least one frame of the clip remains.
    public static Edit trimStart(String id, long newStart) {
        return new Edit("Trim clip", changeIn(id, (project, clip) -> {
            Media media = Parts.media(project, clip.media());
            long earliest = clip.reversed() ? clip.start() - behind(clip, media) : clip.start() - clip.offset();
            long start = Math.clamp(
                    newStart, Math.max(0, Math.min(earliest, clip.start())), Math.max(clip.start(), clip.end() - 1));
            long by = start - clip.start();
            Clip trimmed =
                    clip.withSpan(start, clip.reversed() ? clip.offset() : clip.offset() + by, clip.length() - by);
            boolean inside = clip.reversed() ? behind(trimmed, media) > 0 : trimmed.offset() > 0;
            Fade in = inside && by != 0 ? declicked(project, trimmed, clip.fadeIn()) : clip.fadeIn();
            return trimmed.withFades(in, clip.fadeOut());
        }));
    }

    /// Moves a clip's end while its sound stays where it is. At least one frame of the clip remains.
    public static Edit trimEnd(String id, long newEnd) {
        return new Edit("Trim clip", changeIn(id, (project, clip) -> {
            Media media = Parts.media(project, clip.media());
            long latest = clip.end() + (clip.reversed() ? clip.offset() : behind(clip, media));
            long end = Math.clamp(newEnd, Math.min(clip.start() + 1, clip.end()), Math.max(latest, clip.end()));
            long by = end - clip.end();
            Clip trimmed = clip.withSpan(
                    clip.start(), clip.reversed() ? clip.offset() - by : clip.offset(), clip.length() + by);
            boolean inside = clip.reversed() ? trimmed.offset() > 0 : behind(trimmed, media) > 0;
            Fade out = inside && by != 0 ? declicked(project, trimmed, clip.fadeOut()) : clip.fadeOut();
            return trimmed.withFades(clip.fadeIn(), out);
        }));
    }

    /// Cuts a clip in two at a frame inside it. The right part gets the next [Ids#CLIP]. The left part goes on for
    /// the length of the de-click fade, while the right one fades in: nothing is heard of the cut until a part is
    /// moved.
    public static Edit split(String id, long frame) {
        return new Edit("Split clip", project -> {
            Strip strip = Parts.ofClip(project, id);
            Clip clip = Parts.clip(strip, id);
            if (frame <= clip.start() || frame >= clip.end()) {
                throw new InvalidProjectException("the clip does not reach over the place where it is to be cut");
            }
            long leftLength = frame - clip.start();
            long rightLength = clip.end() - frame;
            long overlap = Math.min(declickFrames(project), rightLength);
            Fade cut = new Fade(overlap, Fade.Shape.LINEAR);
            long leftOffset = clip.reversed() ? clip.offset() + rightLength - overlap : clip.offset();
            long rightOffset = clip.reversed() ? clip.offset() : clip.offset() + leftLength;
            Clip left = clip.withSpan(clip.start(), leftOffset, leftLength + overlap)
                    .withFades(clip.fadeIn(), cut);
            Clip right = clip.withId(Ids.next(project, Ids.CLIP))
                    .withSpan(frame, rightOffset, rightLength)
                    .withFades(cut, clip.fadeOut());
            List<Clip> clips = new ArrayList<>(Parts.changed(strip.clips(), c -> c.id().equals(id), c -> left));
            clips.add(right);
            return project.withStrip(sorted(strip, clips));
        });
    }

    /// Puts a copy behind a clip; its id is the next [Ids#CLIP].
    public static Edit duplicate(String id) {
        return new Edit("Duplicate clip", project -> {
            Strip strip = Parts.ofClip(project, id);
            Clip clip = Parts.clip(strip, id);
            return project.withStrip(
                    with(strip, clip.withId(Ids.next(project, Ids.CLIP)).withStart(clip.end())));
        });
    }

    public static Edit delete(Set<String> ids) {
        Set<String> all = Set.copyOf(ids);
        return new Edit(all.size() == 1 ? "Delete clip" : "Delete clips", project -> {
            all.forEach(id -> Parts.ofClip(project, id));
            return Parts.changeAll(project, strip -> without(strip, all));
        });
    }

    /// @param db up to [Clip#MAX_GAIN_DB]; -∞ is silence
    public static Edit gain(String id, double db) {
        return new Edit("Clip gain", change(id, clip -> clip.withGainDb(Math.min(db, Clip.MAX_GAIN_DB))));
    }

    /// Sets the fades; neither is longer than the clip.
    public static Edit fades(String id, Fade in, Fade out) {
        return new Edit("Fade clip", change(id, clip -> clip.withFades(fitted(clip, in), fitted(clip, out))));
    }

    public static Edit mute(String id, boolean muted) {
        return new Edit(muted ? "Mute clip" : "Unmute clip", change(id, clip -> clip.withMuted(muted)));
    }

    /// Plays the same part of the sound file backwards, or forwards again.
    public static Edit reverse(String id) {
        return new Edit("Reverse clip", change(id, clip -> clip.withReversed(!clip.reversed())));
    }

    /// The frames of the sound file after the part that a clip plays; 0 or more.
    private static long behind(Clip clip, Media media) {
        return Math.max(0, media.frames() - clip.offset() - clip.length());
    }

    private static long declickFrames(Project project) {
        return Math.round(DECLICK_SECONDS * project.sampleRate());
    }

    private static Fade declicked(Project project, Clip clip, Fade fade) {
        return fade.frames() > 0 ? fade : new Fade(Math.min(declickFrames(project), clip.length()), Fade.Shape.LINEAR);
    }

    private static Fade fitted(Clip clip, Fade fade) {
        return new Fade(Math.min(fade.frames(), clip.length()), fade.shape());
    }

    private interface Change {
        Clip apply(Project project, Clip clip);
    }

    private static UnaryOperator<Project> change(String id, UnaryOperator<Clip> change) {
        return changeIn(id, (project, clip) -> change.apply(clip));
    }

    private static UnaryOperator<Project> changeIn(String id, Change change) {
        return project -> {
            Strip strip = Parts.ofClip(project, id);
            Clip changed = change.apply(project, Parts.clip(strip, id));
            return project.withStrip(
                    sorted(strip, Parts.changed(strip.clips(), clip -> clip.id().equals(id), clip -> changed)));
        };
    }

    private static Strip with(Strip strip, Clip clip) {
        return sorted(strip, Parts.inserted(strip.clips(), strip.clips().size(), clip));
    }

    private static Strip without(Strip strip, Set<String> ids) {
        return strip.withClips(Parts.without(strip.clips(), clip -> ids.contains(clip.id())));
    }

    private static Strip sorted(Strip strip, List<Clip> clips) {
        return strip.withClips(
                clips.stream().sorted(Comparator.comparingLong(Clip::start)).toList());
    }
}
