package studio.headroom.ui.timeline;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import studio.headroom.project.Clip;
import studio.headroom.project.Project;

/// Where notes begin in sound files. So they stay with the sound, wherever clips of it lie. Immutable.
final class OnsetMarks {
    static final OnsetMarks NONE = new OnsetMarks(Map.of());

    /// Rising frames of the sound file, by its id.
    private final Map<String, long[]> frames;

    private OnsetMarks(Map<String, long[]> frames) {
        this.frames = Map.copyOf(frames);
    }

    /// Those that were heard in clips.
    ///
    /// @param onsets frames of the timeline
    static OnsetMarks of(List<Clip> clips, List<Long> onsets) {
        Map<String, TreeSet<Long>> found = new HashMap<>();
        for (Clip clip : clips) {
            for (long onset : onsets) {
                if (onset >= clip.start() && onset < clip.end()) {
                    found.computeIfAbsent(clip.media(), _ -> new TreeSet<>()).add(clip.inMedia(onset));
                }
            }
        }
        Map<String, long[]> frames = new HashMap<>();
        found.forEach((media, set) ->
                frames.put(media, set.stream().mapToLong(Long::longValue).toArray()));
        return new OnsetMarks(frames);
    }

    boolean isEmpty() {
        return frames.isEmpty();
    }

    /// These and others; of a sound file that both know, the others.
    OnsetMarks with(OnsetMarks others) {
        Map<String, long[]> all = new HashMap<>(frames);
        all.putAll(others.frames);
        return new OnsetMarks(all);
    }

    /// The onsets that a clip plays between two frames of the timeline, as frames of it, in no order.
    LongStream in(Clip clip, long from, long to) {
        long[] all = frames.get(clip.media());
        long first = Math.max(from, clip.start());
        long last = Math.min(to, clip.end());
        if (all == null || last <= first) {
            return LongStream.empty();
        }
        long one = clip.inMedia(first);
        long other = clip.inMedia(last - 1);
        int begin = lowest(all, Math.min(one, other));
        int end = lowest(all, Math.max(one, other) + 1);
        return Arrays.stream(all, begin, end).map(frame -> clip.onTimeline(frame));
    }

    /// The onsets of all clips of a song but some.
    LongStream in(Project song, Set<String> without) {
        return frames.isEmpty()
                ? LongStream.empty()
                : song.strips().stream()
                        .flatMap(strip -> strip.clips().stream())
                        .filter(clip -> !without.contains(clip.id()))
                        .flatMapToLong(clip -> in(clip, clip.start(), clip.end()));
    }

    private static int lowest(long[] all, long frame) {
        int at = Arrays.binarySearch(all, frame);
        return at < 0 ? -at - 1 : at;
    }
}
