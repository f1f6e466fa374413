package studio.headroom.project.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.headroom.param.Param;
import studio.headroom.project.Clip;
import studio.headroom.project.Lane;
import studio.headroom.project.Project;
import studio.headroom.project.Span;
import studio.headroom.project.Strip;

/// The automation over clips, so that it goes with them where they are moved and copied.
///
/// On another track only what moves the track's own controls goes along: the effects and sends of one track are not
/// those of another. A control without a point within a clip's time has nothing that could go along.
public final class ClipAutomation {
    /// Says which control a lane moves.
    @FunctionalInterface
    public interface Controls {
        /// Empty where it is not known, as with effects of other programs.
        Optional<Param> of(Strip strip, Lane lane);
    }

    /// @param track counted from the topmost of all
    /// @param start counted from the first clip's
    private record Held(
            int track, String strip, Lane lane, Param param, Span span, long start, PointEdits.CopiedRange range) {}

    private final List<Held> held;

    private ClipAutomation(List<Held> held) {
        this.held = held;
    }

    /// Copies what lies over clips of a song.
    public static ClipAutomation of(Project project, Set<String> ids, Controls controls) {
        Clips.require(project, ids);
        long first =
                Clips.chosen(project, ids).stream().mapToLong(Clip::start).min().orElse(0);
        List<Held> held = new ArrayList<>();
        List<Strip> tracks = ClipEdits.tracks(project);
        int topmost = -1;
        for (int i = 0; i < tracks.size(); i++) {
            Strip strip = tracks.get(i);
            List<Span> spans = spans(strip, ids);
            topmost = topmost < 0 && !spans.isEmpty() ? i : topmost;
            for (Span span : spans) {
                for (Lane lane : strip.automation()) {
                    Param param = controls.of(strip, lane).orElse(null);
                    if (param != null && hasPoint(lane, span)) {
                        held.add(new Held(
                                i - topmost,
                                strip.id(),
                                lane,
                                param,
                                span,
                                span.start() - first,
                                PointEdits.copy(lane, param, span)));
                    }
                }
            }
        }
        return new ClipAutomation(List.copyOf(held));
    }

    /// The times of the chosen clips of a track, those that touch as one.
    private static List<Span> spans(Strip strip, Set<String> ids) {
        return RippleEdits.spans(
                strip.clips().stream().filter(clip -> ids.contains(clip.id())).toList());
    }

    private static boolean hasPoint(Lane lane, Span span) {
        return lane.countTo(span.end()) > lane.countTo(span.start() - 1);
    }

    /// A paste of copied clips with what lay over them.
    ///
    /// @param paste puts the clips there
    /// @param track where those of the topmost track go
    /// @param start of the first of them
    public Edit pasted(Edit paste, String track, long start) {
        return new Edit(paste.name(), project -> put(paste.apply(project), track, start), paste.naming());
    }

    private Project put(Project project, String track, long start) {
        List<Strip> tracks = ClipEdits.tracks(project);
        int top = indexOf(tracks, track);
        Project result = project;
        for (Held item : held) {
            int at = top + item.track();
            if (top < 0 || at >= tracks.size()) {
                continue;
            }
            String to = tracks.get(at).id();
            boolean own = item.lane().owner().equals(item.strip());
            if (own || to.equals(item.strip())) {
                String owner = own ? to : item.lane().owner();
                result = PointEdits.paste(owner, item.param(), item.range(), Math.max(0, start) + item.start())
                        .apply(result);
            }
        }
        return result;
    }

    /// A move of clips with what lies over them: it is gone where they were.
    ///
    /// @param move moves the clips together, in time and to other tracks
    public static Edit moved(Edit move, Set<String> ids, Controls controls) {
        Set<String> all = Set.copyOf(ids);
        return new Edit(
                move.name(),
                project -> {
                    Project after = move.apply(project);
                    Clip first = first(project, all);
                    if (first == null) {
                        return after;
                    }
                    Clip there = Parts.clip(Parts.ofClip(after, first.id()), first.id());
                    boolean sameTrack = Parts.ofClip(after, first.id())
                            .id()
                            .equals(Parts.ofClip(project, first.id()).id());
                    if (there.start() == first.start() && sameTrack) {
                        return after;
                    }
                    ClipAutomation automation = of(project, all, controls);
                    return automation.put(automation.taken(after), topmost(after, all), there.start());
                },
                move.naming());
    }

    private static @Nullable Clip first(Project project, Set<String> ids) {
        return Clips.chosen(project, ids).stream()
                .min(Comparator.comparingLong(Clip::start))
                .orElse(null);
    }

    private static String topmost(Project project, Set<String> ids) {
        return ClipEdits.tracks(project).stream()
                .filter(strip -> Clips.ids(strip).stream().anyMatch(ids::contains))
                .map(Strip::id)
                .findFirst()
                .orElse("");
    }

    /// The song without the points that go along.
    private Project taken(Project project) {
        Project result = project;
        for (Held item : held) {
            Span span = item.span();
            result = LaneEdits.remove(item.lane().owner(), item.param(), span.start(), span.end() + 1)
                    .apply(result);
        }
        return result;
    }

    private static int indexOf(List<Strip> tracks, String id) {
        for (int i = 0; i < tracks.size(); i++) {
            if (tracks.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }
}
