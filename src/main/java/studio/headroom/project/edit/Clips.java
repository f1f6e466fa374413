package studio.headroom.project.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.headroom.project.Clip;
import studio.headroom.project.Fade;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;

/// Finding, replacing and cutting the clips of a project.
final class Clips {
    private Clips() {}

    /// @throws InvalidProjectException when the song does not have one of them
    static void require(Project project, Set<String> ids) {
        Set<String> missing = new HashSet<>(ids);
        all(project).forEach(clip -> missing.remove(clip.id()));
        if (!missing.isEmpty()) {
            throw Parts.missing("clip", missing.iterator().next());
        }
    }

    static Stream<Clip> all(Project project) {
        return project.strips().stream().flatMap(strip -> strip.clips().stream());
    }

    /// Those of the song with these ids.
    static List<Clip> chosen(Project project, Set<String> ids) {
        return all(project).filter(clip -> ids.contains(clip.id())).toList();
    }

    /// An edit of each of some clips.
    ///
    /// @param verb with the clip's name behind it: "Mute"
    static Edit forEach(String verb, Set<String> ids, UnaryOperator<Clip> change) {
        Set<String> all = Set.copyOf(ids);
        return named(verb, all, project -> {
            require(project, all);
            return Parts.changeAll(project, strip -> changed(strip, all, change));
        });
    }

    /// An edit named with a verb and what the clips are called.
    static Edit named(String verb, Set<String> ids, UnaryOperator<Project> change) {
        return new Edit(
                verb + (ids.size() == 1 ? " clip" : " clips"), change, project -> verb + " " + names(project, ids));
    }

    static String names(Project project, Set<String> ids) {
        return ids.size() == 1 ? "'" + name(project, ids.iterator().next()) + "'" : ids.size() + " clips";
    }

    static String name(Project project, String id) {
        return all(project)
                .filter(clip -> clip.id().equals(id))
                .map(clip -> clip.name().isEmpty()
                        ? project.media(clip.media()).map(Media::origin).orElse(id)
                        : clip.name())
                .findFirst()
                .orElse(id);
    }

    static Strip changed(Strip strip, Set<String> ids, UnaryOperator<Clip> change) {
        return strip.clips().stream().noneMatch(clip -> ids.contains(clip.id()))
                ? strip
                : sorted(strip, Parts.changed(strip.clips(), clip -> ids.contains(clip.id()), change));
    }

    static Strip with(Strip strip, List<Clip> more) {
        List<Clip> clips = new ArrayList<>(strip.clips());
        clips.addAll(more);
        return sorted(strip, clips);
    }

    static Strip without(Strip strip, Set<String> ids) {
        return strip.clips().stream().noneMatch(clip -> ids.contains(clip.id()))
                ? strip
                : strip.withClips(Parts.without(strip.clips(), clip -> ids.contains(clip.id())));
    }

    static Strip sorted(Strip strip, List<Clip> clips) {
        return strip.withClips(
                clips.stream().sorted(Comparator.comparingLong(Clip::start)).toList());
    }

    /// The frames of the sound file after the part that a clip plays; 0 or more.
    static long behind(Clip clip, Media media) {
        return Math.max(0, media.frames() - clip.offset() - clip.length());
    }

    static long frames(Project project, double seconds) {
        return Math.round(seconds * project.sampleRate());
    }

    /// Where the sound of a clip lies: two clips of one sound file with the same number and direction play the same
    /// frame of it at the same time.
    static long alignment(Clip clip) {
        return clip.reversed() ? clip.offset() + clip.length() + clip.start() : clip.offset() - clip.start();
    }

    /// Cuts every clip of a track that reaches over a frame in two; the right parts get the next ids from `id` on.
    ///
    /// @param declick frames that the left part goes on for while the right one fades in; 0 for a bare cut
    static Strip split(Strip strip, long frame, long declick, Set<String> chosen, NewIds id) {
        List<Clip> clips = new ArrayList<>();
        boolean any = false;
        for (Clip clip : strip.clips()) {
            if (chosen.contains(clip.id()) && frame > clip.start() && frame < clip.end()) {
                any = true;
                clips.addAll(split(clip, frame, declick, id.next()));
            } else {
                clips.add(clip);
            }
        }
        return any ? sorted(strip, clips) : strip;
    }

    /// As [#split(Strip, long, long, Set, NewIds)] at each of some frames, which rise.
    static Strip splitAt(Strip strip, List<Long> frames, long declick, Set<String> chosen, NewIds id) {
        List<Clip> clips = new ArrayList<>();
        boolean any = false;
        for (Clip clip : strip.clips()) {
            Clip rest = clip;
            for (long frame : frames) {
                if (chosen.contains(clip.id()) && frame > rest.start() && frame < rest.end()) {
                    any = true;
                    List<Clip> both = split(rest, frame, declick, id.next());
                    clips.add(both.getFirst());
                    rest = both.getLast();
                }
            }
            clips.add(rest);
        }
        return any ? sorted(strip, clips) : strip;
    }

    private static List<Clip> split(Clip clip, long frame, long declick, String rightId) {
        long leftLength = frame - clip.start();
        long rightLength = clip.end() - frame;
        long overlap = Math.min(declick, rightLength);
        Fade cut = overlap == 0 ? Fade.NONE : new Fade(overlap, Fade.Shape.LINEAR);
        long leftOffset = clip.reversed() ? clip.offset() + rightLength - overlap : clip.offset();
        long rightOffset = clip.reversed() ? clip.offset() : clip.offset() + leftLength;
        Clip left = clip.withSpan(clip.start(), leftOffset, leftLength + overlap);
        Clip right = clip.withId(rightId).withSpan(frame, rightOffset, rightLength);
        return List.of(left.withFades(clip.fadeIn(), cut), right.withFades(cut, clip.fadeOut()));
    }

    static Fade fitted(Clip clip, Fade fade) {
        return fade.frames() > clip.length() ? new Fade(clip.length(), fade.shape()) : fade;
    }

    static Set<String> ids(Strip strip) {
        return strip.clips().stream().map(Clip::id).collect(Collectors.toSet());
    }
}
