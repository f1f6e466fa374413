package studio.headroom.engine.plan;

import java.util.ArrayList;
import java.util.List;
import studio.headroom.project.Clip;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;

/// Tracks as they are played: with their clips moved by their delay, to the nearest frame. What would sound before the
/// song's beginning is not heard. Pure functions.
public final class TrackDelay {
    private TrackDelay() {}

    /// A song whose clips lie where they sound.
    public static Project played(Project project) {
        boolean any = false;
        List<Strip> strips = new ArrayList<>(project.strips().size());
        for (Strip strip : project.strips()) {
            Strip played = played(strip, project.sampleRate());
            any |= played != strip;
            strips.add(played);
        }
        return any ? project.withStrips(strips) : project;
    }

    /// The frame after the last one that sounds, without tails.
    public static long end(Project project) {
        return played(project).end();
    }

    static Strip played(Strip strip, int sampleRate) {
        double ms = strip.controls().get(StripControls.DELAY);
        if (ms == 0 || strip.clips().isEmpty()) {
            return strip;
        }
        long by = Math.round(ms / 1000 * sampleRate);
        List<Clip> clips = new ArrayList<>(strip.clips().size());
        for (Clip clip : strip.clips()) {
            clips.add(moved(clip, by));
        }
        // It has moved already: played once more it stays.
        return strip.withClips(clips).withControls(strip.controls().with(StripControls.DELAY, 0));
    }

    private static Clip moved(Clip clip, long by) {
        long start = clip.start() + by;
        if (start >= 0) {
            return clip.withStart(start);
        }
        long gone = Math.min(-start, clip.length());
        long offset = clip.reversed() ? clip.offset() : clip.offset() + gone;
        return clip.withSpan(0, offset, clip.length() - gone);
    }
}
