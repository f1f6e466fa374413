package studio.headroom.engine.media;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import studio.headroom.project.Clip;
import studio.headroom.project.Fade;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;

/// A song of clips, one track for each.
final class ClipSong {
    private final List<Media> media = new ArrayList<>();
    private final List<Clip> clips = new ArrayList<>();

    ClipSong media(Media... added) {
        media.addAll(List.of(added));
        return this;
    }

    ClipSong clip(Media of, long start, long offset, long length) {
        clips.add(new Clip("c" + clips.size(), of.id(), start, offset, length, 0, Fade.NONE, Fade.NONE, false, false));
        return this;
    }

    /// Changes the clip added last.
    ClipSong reversed() {
        clips.add(clips.removeLast().withReversed(true));
        return this;
    }

    ClipSong muted() {
        clips.add(clips.removeLast().withMuted(true));
        return this;
    }

    ClipSong gain(double db) {
        clips.add(clips.removeLast().withGainDb(db));
        return this;
    }

    List<Clip> clips() {
        return clips;
    }

    /// Each clip on a track of its own, or all on one.
    Project project(boolean oneTrack) {
        List<Strip> strips = new ArrayList<>();
        if (oneTrack) {
            strips.add(Strip.create(Strip.Kind.TRACK, "t", "t")
                    .withClips(clips.stream()
                            .sorted(Comparator.comparingLong(Clip::start))
                            .toList()));
        } else {
            for (Clip clip : clips) {
                strips.add(Strip.create(Strip.Kind.TRACK, "t-" + clip.id(), "t").withClips(List.of(clip)));
            }
        }
        return Project.empty("Clips", FakeDisk.RATE).withMedia(media).withStrips(strips);
    }

    Project project() {
        return project(false);
    }
}
