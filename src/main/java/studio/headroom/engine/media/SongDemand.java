package studio.headroom.engine.media;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import studio.headroom.concurrent.RealTime;
import studio.headroom.project.Clip;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;

/// Which pages of which files a song needs at which time. Immutable; any thread.
final class SongDemand {
    static final SongDemand NOTHING = new SongDemand(new MediaClips[0]);

    /// Takes what a part of the timeline needs.
    interface Visitor {
        /// @param due frames until the page is needed
        void need(MediaFile file, int page, long due);
    }

    private final MediaClips[] media;

    private SongDemand(MediaClips[] media) {
        this.media = media;
    }

    /// @param files those that are open; the others are left out
    /// @param ahead frames beyond a clip's sound that its reader looks at
    static SongDemand of(Project song, Function<Media, @Nullable MediaFile> files, int ahead) {
        Map<String, List<Clip>> clips = heard(song);
        List<MediaClips> all = new ArrayList<>();
        for (Media item : song.media()) {
            MediaFile file = files.apply(item);
            List<Clip> played = clips.get(item.id());
            if (file != null && played != null) {
                all.add(new MediaClips(file, played, ahead));
            }
        }
        return new SongDemand(all.toArray(MediaClips[]::new));
    }

    /// The clips of a song that are heard, by their media.
    private static Map<String, List<Clip>> heard(Project song) {
        Map<String, List<Clip>> clips = new HashMap<>();
        for (Strip strip : song.strips()) {
            for (Clip clip : strip.clips()) {
                if (!clip.muted() && clip.gainDb() != Double.NEGATIVE_INFINITY && clip.length() > 0) {
                    clips.computeIfAbsent(clip.media(), id -> new ArrayList<>()).add(clip);
                }
            }
        }
        return clips;
    }

    /// The media that are heard in a song.
    static List<Media> played(Project song) {
        Map<String, List<Clip>> clips = heard(song);
        return song.media().stream()
                .filter(media -> clips.containsKey(media.id()))
                .toList();
    }

    /// Shows what `[from, to)` of the timeline needs; a page that several clips need is shown as often.
    ///
    /// @param due frames until `from` is played
    void visit(long from, long to, long due, Visitor visitor) {
        for (MediaClips clips : media) {
            for (int i = clips.first(from); i < clips.count() && !clips.beginsAt(i, to); i++) {
                if (clips.sounds(i, from, to)) {
                    long mediaFrom = clips.mediaFrom(i, from, to);
                    long mediaTo = clips.mediaTo(i, from, to);
                    int end = endPage(mediaFrom, mediaTo);
                    for (int page = (int) (mediaFrom >> MediaPages.SHIFT); page < end; page++) {
                        visitor.need(clips.file, page, due + clips.due(i, page, mediaFrom, mediaTo) - from);
                    }
                }
            }
        }
    }

    /// Whether all that `[from, to)` of the timeline needs is in memory, but for files that cannot be read at present.
    @RealTime
    boolean has(long from, long to) {
        for (MediaClips clips : media) {
            if (!has(clips, from, to)) {
                return false;
            }
        }
        return true;
    }

    @RealTime
    private static boolean has(MediaClips clips, long from, long to) {
        if (clips.file.failing()) {
            return true;
        }
        MediaPages pages = clips.file.pages();
        for (int i = clips.first(from); i < clips.count() && !clips.beginsAt(i, to); i++) {
            if (clips.sounds(i, from, to)) {
                long mediaFrom = clips.mediaFrom(i, from, to);
                int end = endPage(mediaFrom, clips.mediaTo(i, from, to));
                for (int page = (int) (mediaFrom >> MediaPages.SHIFT); page < end; page++) {
                    if (pages.get(page) == null) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /// The page after the last one of a range of the media, which is empty where a clip goes on behind the media's end.
    @RealTime
    private static int endPage(long mediaFrom, long mediaTo) {
        return mediaFrom < mediaTo ? (int) ((mediaTo - 1) >> MediaPages.SHIFT) + 1 : 0;
    }
}
