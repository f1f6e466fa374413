package studio.headroom.project.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import studio.headroom.project.Clip;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Project;
import studio.headroom.project.Span;
import studio.headroom.project.Strip;

/// Edits after which what lies behind closes up or makes room.
///
/// On [Reach#TRACK], clips and automation of the tracks concerned move. On [Reach#ALL], the whole song does: all clips,
/// all automation, markers and the loop.
public final class RippleEdits {
    /// What moves.
    public enum Reach {
        TRACK,
        ALL
    }

    private RippleEdits() {}

    /// Deletes clips and closes the gaps. On all tracks, what begins within the time of a deleted clip begins where
    /// that began.
    public static Edit delete(Set<String> ids, Reach reach) {
        Set<String> all = Set.copyOf(ids);
        return Clips.named("Ripple delete", all, project -> {
            Clips.require(project, all);
            Project without = Parts.changeAll(project, strip -> Clips.without(strip, all));
            if (reach == Reach.ALL) {
                return mapped(without, TimeMap.removing(spans(Clips.chosen(project, all))));
            }
            return Parts.changeAll(without, strip -> {
                List<Clip> gone = project.strip(strip.id()).orElseThrow().clips().stream()
                        .filter(clip -> all.contains(clip.id()))
                        .toList();
                TimeMap map = TimeMap.removing(spans(gone));
                return gone.isEmpty() ? strip : map.automation(map.clips(strip));
            });
        });
    }

    /// Moves clips, and all that begin at or behind the first of them on their tracks with them, or the whole song from
    /// there on. Towards the beginning they stop at what ends before them, so that nothing is passed over.
    public static Edit move(Set<String> ids, long frames, Reach reach) {
        Set<String> all = Set.copyOf(ids);
        return Clips.named("Ripple move", all, project -> {
            Clips.require(project, all);
            List<Strip> tracks = project.strips().stream()
                    .filter(strip ->
                            reach == Reach.ALL || Clips.ids(strip).stream().anyMatch(all::contains))
                    .toList();
            long from = Clips.chosen(project, all).stream()
                    .mapToLong(Clip::start)
                    .min()
                    .orElse(0);
            if (frames >= 0) {
                return shifted(project, tracks, TimeMap.inserting(from, frames), reach);
            }
            long free = tracks.stream()
                    .flatMap(strip -> strip.clips().stream())
                    .filter(clip -> clip.start() < from)
                    .mapToLong(clip -> Math.min(clip.end(), from))
                    .max()
                    .orElse(0);
            long by = Math.min(-frames, from - free);
            return by == 0
                    ? project
                    : shifted(project, tracks, TimeMap.removing(List.of(new Span(from - by, from))), reach);
        });
    }

    private static Project shifted(Project project, List<Strip> tracks, TimeMap map, Reach reach) {
        return reach == Reach.ALL
                ? mapped(project, map)
                : Parts.changeAll(project, strip -> tracks.contains(strip) ? map.automation(map.clips(strip)) : strip);
    }

    /// Puts time into the whole song: what lies over the place is cut there.
    public static Edit insertTime(long at, long frames) {
        return new Edit("Insert time", project -> {
            if (at < 0 || frames <= 0) {
                throw new InvalidProjectException("no time was given to insert");
            }
            return mapped(cut(project, at), TimeMap.inserting(at, frames));
        });
    }

    /// Takes time out of the whole song, with all that sounds in it.
    public static Edit removeTime(Span range) {
        return new Edit("Remove time", project -> {
            Project cut = cut(cut(project, range.start()), range.end());
            Project without = Parts.changeAll(
                    cut,
                    strip -> strip.withClips(
                            Parts.without(strip.clips(), clip -> clip.length() > 0 && range.contains(clip.start()))));
            return mapped(without, TimeMap.removing(List.of(range)));
        });
    }

    /// Cuts what lies over a frame on every track, so that the cut is not heard when its parts are moved apart.
    private static Project cut(Project project, long frame) {
        NewIds id = new NewIds(project, Ids.CLIP);
        long declick = Clips.frames(project, ClipCuts.DECLICK_SECONDS);
        return Parts.changeAll(project, strip -> Clips.split(strip, frame, declick, Clips.ids(strip), id));
    }

    private static Project mapped(Project project, TimeMap map) {
        if (Clips.all(project).anyMatch(clip -> !map.fits(clip))) {
            throw new InvalidProjectException("the song would become too long");
        }
        return Parts.changeAll(project, strip -> map.automation(map.clips(strip)))
                .withMarkers(map.markers(project.markers()))
                .withLoop(map.loop(project.loop()));
    }

    /// The times of clips, those that touch as one.
    static List<Span> spans(List<Clip> clips) {
        List<Span> spans = new ArrayList<>();
        List<Clip> ordered = clips.stream()
                .filter(clip -> clip.length() > 0)
                .sorted(Comparator.comparingLong(Clip::start))
                .toList();
        for (Clip clip : ordered) {
            if (!spans.isEmpty() && clip.start() <= spans.getLast().end()) {
                Span last = spans.removeLast();
                spans.add(new Span(last.start(), Math.max(last.end(), clip.end())));
            } else {
                spans.add(new Span(clip.start(), clip.end()));
            }
        }
        return spans;
    }
}
