package studio.headroom.project.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import studio.headroom.project.Clip;
import studio.headroom.project.Fade;
import studio.headroom.project.GainEnvelope;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Span;
import studio.headroom.project.Strip;

/// Edits of the edges of clips.
///
/// An edge that is cut inside the sound gets a fade, so that no cut clicks: of [#DECLICK_SECONDS] unless another length
/// is asked for. Fades of the person are kept.
public final class ClipCuts {
    /// Long enough that no step is heard, short enough that no attack is.
    public static final double DECLICK_SECONDS = 0.002;

    private ClipCuts() {}

    /// Moves a clip's beginning while its sound stays where it is. At least one frame of the clip remains.
    public static Edit trimStart(String id, long newStart) {
        return trimStart(id, newStart, DECLICK_SECONDS);
    }

    /// @param declick length of the fade at a bare edge in seconds; 0 for none
    public static Edit trimStart(String id, long newStart, double declick) {
        return changed("Trim", id, (project, clip) -> {
            Media media = Parts.media(project, clip.media());
            long earliest = clip.reversed() ? clip.start() - Clips.behind(clip, media) : clip.start() - clip.offset();
            long start = Math.clamp(
                    newStart, Math.max(0, Math.min(earliest, clip.start())), Math.max(clip.start(), clip.end() - 1));
            long by = start - clip.start();
            Clip trimmed =
                    clip.withSpan(start, clip.reversed() ? clip.offset() : clip.offset() + by, clip.length() - by);
            boolean inside = clip.reversed() ? Clips.behind(trimmed, media) > 0 : trimmed.offset() > 0;
            Fade in = inside && by != 0 ? declicked(project, trimmed, clip.fadeIn(), declick) : clip.fadeIn();
            return trimmed.withFades(in, clip.fadeOut());
        });
    }

    /// Moves a clip's end while its sound stays where it is. At least one frame of the clip remains.
    public static Edit trimEnd(String id, long newEnd) {
        return trimEnd(id, newEnd, DECLICK_SECONDS);
    }

    /// @param declick length of the fade at a bare edge in seconds; 0 for none
    public static Edit trimEnd(String id, long newEnd, double declick) {
        return changed("Trim", id, (project, clip) -> {
            Media media = Parts.media(project, clip.media());
            long latest = clip.end() + (clip.reversed() ? clip.offset() : Clips.behind(clip, media));
            long end = Math.clamp(newEnd, Math.min(clip.start() + 1, clip.end()), Math.max(latest, clip.end()));
            long by = end - clip.end();
            Clip trimmed = clip.withSpan(
                    clip.start(), clip.reversed() ? clip.offset() - by : clip.offset(), clip.length() + by);
            boolean inside = clip.reversed() ? trimmed.offset() > 0 : Clips.behind(trimmed, media) > 0;
            Fade out = inside && by != 0 ? declicked(project, trimmed, clip.fadeOut(), declick) : clip.fadeOut();
            return trimmed.withFades(clip.fadeIn(), out);
        });
    }

    /// Cuts a clip in two at a frame inside it. The right part gets the next [Ids#CLIP]. The left part goes on for
    /// the length of the de-click fade, while the right one fades in: nothing is heard of the cut until a part is
    /// moved.
    public static Edit split(String id, long frame) {
        return split(Set.of(id), frame, DECLICK_SECONDS);
    }

    /// Cuts those of some clips in two that reach over a frame, on however many tracks.
    ///
    /// @param declick as in [#split(String, long)], in seconds; 0 for a bare cut
    public static Edit split(Set<String> ids, long frame, double declick) {
        Set<String> all = Set.copyOf(ids);
        return Clips.named("Split", all, project -> {
            Clips.require(project, all);
            if (Clips.chosen(project, all).stream().noneMatch(clip -> frame > clip.start() && frame < clip.end())) {
                throw new InvalidProjectException("no clip reaches over the place where it is to be cut");
            }
            NewIds id = new NewIds(project, Ids.CLIP);
            long fade = Clips.frames(project, declick);
            return Parts.changeAll(project, strip -> Clips.split(strip, frame, fade, all, id));
        });
    }

    /// Cuts clips at every frame that lies inside them; see [#split(Set, long, double)]. Frames where none lies do
    /// nothing.
    ///
    /// @param declick in seconds; 0 for bare cuts
    public static Edit splitAt(Set<String> ids, Set<Long> frames, double declick) {
        Set<String> all = Set.copyOf(ids);
        List<Long> places = frames.stream().sorted().toList();
        return Clips.named("Split", all, project -> {
            Clips.require(project, all);
            NewIds id = new NewIds(project, Ids.CLIP);
            long fade = Clips.frames(project, declick);
            Project cut = Parts.changeAll(project, strip -> Clips.splitAt(strip, places, fade, all, id));
            if (cut.equals(project)) {
                throw new InvalidProjectException("there is nothing to cut at inside the clips");
            }
            return cut;
        });
    }

    /// Keeps parts of clips and takes away what lies between them, as stripping silence does. The first part keeps the
    /// clip's id, the others get the next ones; a clip without a part goes.
    ///
    /// @param parts by id of the clip: spans of the timeline in their order, none over another; what lies beyond
    /// the
    ///     clip does not count
    /// @param declick length of the fade at an edge that is cut inside the sound, in seconds; 0 for none
    public static Edit keep(Map<String, List<Span>> parts, double declick) {
        Map<String, List<Span>> kept = Map.copyOf(parts);
        return Clips.named("Strip silence of", kept.keySet(), project -> {
            Clips.require(project, kept.keySet());
            NewIds id = new NewIds(project, Ids.CLIP);
            long fade = Clips.frames(project, declick);
            return Parts.changeAll(project, strip -> {
                List<Clip> clips = new ArrayList<>();
                boolean any = false;
                for (Clip clip : strip.clips()) {
                    List<Span> spans = kept.get(clip.id());
                    any |= spans != null;
                    clips.addAll(spans == null ? List.of(clip) : pieces(clip, spans, fade, id));
                }
                return any ? Clips.sorted(strip, clips) : strip;
            });
        });
    }

    private static List<Clip> pieces(Clip clip, List<Span> spans, long declick, NewIds id) {
        List<Clip> pieces = new ArrayList<>();
        for (Span span : spans) {
            long from = Math.max(clip.start(), span.start());
            long to = Math.min(clip.end(), span.end());
            if (to > from) {
                long offset = clip.reversed() ? clip.offset() + clip.end() - to : clip.offset() + from - clip.start();
                Clip piece =
                        clip.withId(pieces.isEmpty() ? clip.id() : id.next()).withSpan(from, offset, to - from);
                Fade cut = new Fade(Math.min(declick, to - from), Fade.Shape.LINEAR);
                Fade in = from > clip.start() ? cut : Clips.fitted(piece, clip.fadeIn());
                Fade out = to < clip.end() ? cut : Clips.fitted(piece, clip.fadeOut());
                pieces.add(piece.withFades(in, out));
            }
        }
        return pieces;
    }

    /// Makes neighbors one clip again that play one piece of a sound file without a gap: what a split has cut. The
    /// first
    /// keeps its id; the fades between them go.
    ///
    /// @throws InvalidProjectException by the edit, with the reason, where they are not such neighbors
    public static Edit join(Set<String> ids) {
        Set<String> all = Set.copyOf(ids);
        return Clips.named("Join", all, project -> {
            Clips.require(project, all);
            Project joined = Parts.changeAll(project, strip -> joined(strip, all));
            if (joined.equals(project)) {
                throw new InvalidProjectException("one clip alone cannot be joined");
            }
            return joined;
        });
    }

    private static Strip joined(Strip strip, Set<String> ids) {
        List<Clip> chosen =
                strip.clips().stream().filter(clip -> ids.contains(clip.id())).toList();
        if (chosen.size() < 2) {
            return strip;
        }
        Clip result = chosen.getFirst();
        for (Clip next : chosen.subList(1, chosen.size())) {
            requireJoinable(strip, result, next);
            long end = Math.max(result.end(), next.end());
            Fade out = next.end() >= result.end() ? next.fadeOut() : result.fadeOut();
            long offset = result.reversed() ? Clips.alignment(result) - end : result.offset();
            result = result.withSpan(result.start(), offset, end - result.start())
                    .withFades(result.fadeIn(), out)
                    .withEnvelope(envelope(result, next));
        }
        List<Clip> rest = new ArrayList<>(Clips.without(strip, ids).clips());
        rest.add(result);
        return Clips.sorted(strip, rest);
    }

    /// Each clip's own envelope where its sound lies.
    private static GainEnvelope envelope(Clip one, Clip next) {
        long cut = next.inMedia(next.start());
        return one.reversed()
                ? next.envelope().then(one.envelope(), cut + 1)
                : one.envelope().then(next.envelope(), cut);
    }

    private static void requireJoinable(Strip strip, Clip one, Clip next) {
        String reason = !one.media().equals(next.media())
                ? "they play different sound files"
                : one.reversed() != next.reversed() || Clips.alignment(one) != Clips.alignment(next)
                        ? "they do not play one piece of the sound file"
                        : next.start() > one.end()
                                ? "there is a gap between them"
                                : one.gainDb() != next.gainDb()
                                        ? "they have different gains"
                                        : one.muted() != next.muted() ? "one of them is muted" : "";
        if (!reason.isEmpty()) {
            throw new InvalidProjectException("clips of '" + strip.name() + "' cannot be joined: " + reason);
        }
    }

    private static Fade declicked(Project project, Clip clip, Fade fade, double seconds) {
        long frames = Math.min(Clips.frames(project, seconds), clip.length());
        return fade.frames() > 0 || frames == 0 ? fade : new Fade(frames, Fade.Shape.LINEAR);
    }

    private interface Change {
        Clip apply(Project project, Clip clip);
    }

    private static Edit changed(String verb, String id, Change change) {
        UnaryOperator<Project> edit = project -> {
            Strip strip = Parts.ofClip(project, id);
            Clip changed = change.apply(project, Parts.clip(strip, id));
            return project.withStrip(Clips.changed(strip, Set.of(id), clip -> changed));
        };
        return Clips.named(verb, Set.of(id), edit);
    }
}
