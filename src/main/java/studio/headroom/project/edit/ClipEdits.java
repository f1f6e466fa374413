package studio.headroom.project.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.headroom.project.Clip;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.Strip.Kind;

/// Edits of clips: where they lie and what they play. Times are frames of the timeline; what lies beyond the sound file
/// or before the song's beginning is clamped, as a drag with the mouse needs it. See also [ClipCuts], [ClipFades] and
/// [RippleEdits].
public final class ClipEdits {
    private ClipEdits() {}

    /// A whole sound file on a track; the clip's id is [Ids#CLIP] with the next number.
    public static Edit add(String track, String media, long start) {
        return new Edit("Add clip", project -> {
            Clip clip = Clip.whole(Ids.next(project, Ids.CLIP), Parts.media(project, media), Math.max(0, start));
            return Parts.changeStrip(project, track, strip -> Clips.with(strip, List.of(clip)));
        });
    }

    /// Moves clips along the timeline, together: the first of them stops at the song's beginning.
    public static Edit move(Set<String> ids, long frames) {
        return move(ids, frames, 0);
    }

    /// Moves clips along the timeline and to other tracks, together: none goes before the song's beginning or beyond the
    /// first and the last track.
    ///
    /// @param tracks how many tracks down, in mixer order; negative is up
    public static Edit move(Set<String> ids, long frames, int tracks) {
        return moved("Move", ids, frames, tracks);
    }

    /// [#move] by a small step of the keyboard.
    public static Edit nudge(Set<String> ids, long frames) {
        return moved("Nudge", ids, frames, 0);
    }

    private static Edit moved(String verb, Set<String> ids, long frames, int tracks) {
        Set<String> all = Set.copyOf(ids);
        return Clips.named(verb, all, project -> {
            Clips.require(project, all);
            long first = Clips.chosen(project, all).stream()
                    .mapToLong(Clip::start)
                    .min()
                    .orElse(0);
            long by = Math.max(frames, -first);
            if (tracks == 0 || all.isEmpty()) {
                return Parts.changeAll(
                        project, strip -> Clips.changed(strip, all, clip -> clip.withStart(clip.start() + by)));
            }
            return acrossTracks(project, all, by, tracks);
        });
    }

    private static Project acrossTracks(Project project, Set<String> ids, long by, int tracks) {
        List<Strip> order = tracks(project);
        int highest = order.size();
        int lowest = 0;
        for (int i = 0; i < order.size(); i++) {
            if (Clips.ids(order.get(i)).stream().anyMatch(ids::contains)) {
                highest = Math.min(highest, i);
                lowest = i;
            }
        }
        int down = Math.clamp(tracks, -highest, order.size() - 1 - lowest);
        Map<String, List<Clip>> arriving = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            for (Clip clip : order.get(i).clips()) {
                if (ids.contains(clip.id())) {
                    arriving.computeIfAbsent(order.get(i + down).id(), id -> new ArrayList<>())
                            .add(clip.withStart(clip.start() + by));
                }
            }
        }
        return Parts.changeAll(project, strip -> {
            Strip left = Clips.without(strip, ids);
            List<Clip> come = arriving.get(strip.id());
            return come == null ? left : Clips.with(left, come);
        });
    }

    static List<Strip> tracks(Project project) {
        return project.strips().stream()
                .filter(strip -> strip.kind() == Kind.TRACK)
                .toList();
    }

    /// Moves a clip to a track and a time.
    public static Edit moveTo(String id, String track, long start) {
        return Clips.named("Move", Set.of(id), project -> {
            Strip from = Parts.ofClip(project, id);
            Clip clip = Parts.clip(from, id).withStart(Math.max(0, start));
            Project without = project.withStrip(Clips.without(from, Set.of(id)));
            return Parts.changeStrip(without, track, strip -> Clips.with(strip, List.of(clip)));
        });
    }

    /// Puts a copy behind a clip; its id is the next [Ids#CLIP].
    public static Edit duplicate(String id) {
        return duplicate(Set.of(id), 1);
    }

    /// Puts copies of clips behind them, one after the other, each as long as all of them together.
    ///
    /// @param times how many copies, at least 1
    public static Edit duplicate(Set<String> ids, int times) {
        Set<String> all = Set.copyOf(ids);
        return Clips.named("Duplicate", all, project -> {
            Clips.require(project, all);
            List<Clip> chosen = Clips.chosen(project, all);
            long start = chosen.stream().mapToLong(Clip::start).min().orElse(0);
            long length = chosen.stream().mapToLong(Clip::end).max().orElse(0) - start;
            NewIds id = new NewIds(project, Ids.CLIP);
            return Parts.changeAll(project, strip -> {
                List<Clip> copies = new ArrayList<>();
                for (int i = 1; i <= times; i++) {
                    for (Clip clip : strip.clips()) {
                        if (all.contains(clip.id())) {
                            copies.add(clip.withId(id.next()).withStart(clip.start() + i * length));
                        }
                    }
                }
                return copies.isEmpty() ? strip : Clips.with(strip, copies);
            });
        });
    }

    public static Edit delete(Set<String> ids) {
        Set<String> all = Set.copyOf(ids);
        return Clips.named("Delete", all, project -> {
            Clips.require(project, all);
            return Parts.changeAll(project, strip -> Clips.without(strip, all));
        });
    }

    /// Moves the sound under clips that stay where they are, as far as the sound files go.
    ///
    /// @param frames by which the sound comes later
    public static Edit slip(Set<String> ids, long frames) {
        Set<String> all = Set.copyOf(ids);
        return Clips.named("Slip", all, project -> {
            Clips.require(project, all);
            return Parts.changeAll(project, strip -> Clips.changed(strip, all, clip -> {
                long most = Math.max(clip.offset(), Parts.media(project, clip.media()).frames() - clip.length());
                long offset = Math.clamp(clip.reversed() ? clip.offset() + frames : clip.offset() - frames, 0, most);
                return clip.withSpan(clip.start(), offset, clip.length());
            }));
        });
    }

    public static Edit mute(String id, boolean muted) {
        return mute(Set.of(id), muted);
    }

    public static Edit mute(Set<String> ids, boolean muted) {
        return Clips.forEach(muted ? "Mute" : "Unmute", ids, clip -> clip.withMuted(muted));
    }

    /// Plays the same part of the sound file backwards, or forwards again.
    public static Edit reverse(String id) {
        return reverse(Set.of(id));
    }

    public static Edit reverse(Set<String> ids) {
        return Clips.forEach("Reverse", ids, clip -> clip.withReversed(!clip.reversed()));
    }

    /// @param name empty for that of the sound file
    public static Edit rename(String id, String name) {
        return Clips.forEach("Rename", Set.of(id), clip -> clip.withName(name)).named("Rename clip '" + name + "'");
    }

    /// @param color empty for that of the track
    public static Edit recolor(Set<String> ids, String color) {
        return Clips.forEach("Color", ids, clip -> clip.withColor(color));
    }

    /// Puts copied clips onto tracks; they get new ids.
    ///
    /// @param track where those of the topmost track go
    /// @param start of the first of them
    public static Edit paste(CopiedClips copied, String track, long start) {
        return new Edit(copied.clips().size() == 1 ? "Paste clip" : "Paste clips", project -> {
            List<Strip> order = tracks(project);
            int first = order.indexOf(Parts.strip(project, track));
            if (first < 0 || first + copied.tracks() > order.size()) {
                throw new InvalidProjectException("what was copied needs " + copied.tracks() + " tracks from '"
                        + StripEdits.nameOf(project, track) + "' on");
            }
            NewIds id = new NewIds(project, Ids.CLIP);
            Map<String, List<Clip>> arriving = new HashMap<>();
            for (CopiedClips.Copied item : copied.clips()) {
                arriving.computeIfAbsent(order.get(first + item.track()).id(), key -> new ArrayList<>())
                        .add(item.clip().withId(id.next()).withStart(Math.max(0, start) + item.clip().start()));
            }
            return Parts.changeAll(project, strip -> {
                List<Clip> come = arriving.get(strip.id());
                return come == null ? strip : Clips.with(strip, come);
            });
        });
    }
}
