package studio.headroom.engine.media;

import java.util.Comparator;
import java.util.List;
import studio.headroom.concurrent.RealTime;
import studio.headroom.project.Clip;

/// The audible clips of one sound file, over all tracks, by start: which of its frames sound when. Immutable.
///
/// The media ranges reach one fade further than what sounds, in the direction of playing: so far ahead a [PagedReader]
/// looks for a gap.
final class MediaClips {
    final MediaFile file;
    private final long[] start;
    private final long[] end;
    private final long[] offset;
    private final boolean[] reversed;
    /// The latest end of a clip and all before it: never falls, so that it can be searched.
    private final long[] reach;

    private final int ahead;

    /// @param ahead frames beyond a clip's sound that must be in memory
    MediaClips(MediaFile file, List<Clip> clips, int ahead) {
        this.file = file;
        this.ahead = ahead;
        List<Clip> sorted =
                clips.stream().sorted(Comparator.comparingLong(Clip::start)).toList();
        int count = sorted.size();
        start = new long[count];
        end = new long[count];
        offset = new long[count];
        reversed = new boolean[count];
        reach = new long[count];
        long latest = 0;
        for (int i = 0; i < count; i++) {
            Clip clip = sorted.get(i);
            start[i] = clip.start();
            end[i] = clip.end();
            offset[i] = clip.offset();
            reversed[i] = clip.reversed();
            latest = Math.max(latest, clip.end());
            reach[i] = latest;
        }
    }

    /// Whether a clip sounds in a part of the timeline.
    @RealTime
    boolean sounds(int clip, long from, long to) {
        return start[clip] < to && end[clip] > from;
    }

    /// The first clip that can sound at `from` or later, or [#count] when none does.
    @RealTime
    int first(long from) {
        int low = 0;
        int high = reach.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (reach[middle] > from) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    @RealTime
    int count() {
        return start.length;
    }

    /// Whether this clip and all behind it begin at `to` or later.
    @RealTime
    boolean beginsAt(int clip, long to) {
        return start[clip] >= to;
    }

    /// The first frame of the media that a clip needs in `[from, to)` of the timeline; the media's length or later than
    /// [#mediaTo] when it needs none.
    @RealTime
    long mediaFrom(int clip, long from, long to) {
        long first = reversed[clip]
                ? offset[clip] + end[clip] - Math.min(to, end[clip]) - ahead
                : offset[clip] + Math.max(from, start[clip]) - start[clip];
        return Math.clamp(first, 0, file.pages().frames());
    }

    /// The frame of the media after the last one that a clip needs in `[from, to)` of the timeline.
    @RealTime
    long mediaTo(int clip, long from, long to) {
        long last = reversed[clip]
                ? offset[clip] + end[clip] - Math.max(from, start[clip])
                : offset[clip] + Math.min(to, end[clip]) - start[clip] + ahead;
        return Math.min(file.pages().frames(), last);
    }

    /// The frame of the timeline at which a page is first needed by a clip.
    ///
    /// @param mediaFrom from [#mediaFrom]
    /// @param mediaTo from [#mediaTo]
    long due(int clip, int page, long mediaFrom, long mediaTo) {
        long begin = (long) page << MediaPages.SHIFT;
        return reversed[clip]
                ? offset[clip] + end[clip] - Math.min(mediaTo, begin + MediaPages.FRAMES)
                : start[clip] - offset[clip] + Math.max(mediaFrom, begin);
    }
}
