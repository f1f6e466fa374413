package studio.headroom.project.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import studio.headroom.project.BarGrid;
import studio.headroom.project.Project;

/// Where what is dragged along the timeline comes to lie: at a line of the grid, a marker, the edge of a clip, the
/// playhead, the loop or the song's beginning, when it is near enough.
///
/// @param grid lines that repeat, or [Grid#NONE]
/// @param places others, as [#places] collects them
/// @param reach how near, in frames; 0 snaps to nothing. [#ALWAYS] lets the grid take everything
public record Snap(Grid grid, List<Place> places, long reach) {
    public static final long ALWAYS = Long.MAX_VALUE;

    /// What was snapped to, the stronger first where two are equally near.
    public enum Kind {
        NOTHING,
        MARKER,
        CLIP,
        ONSET,
        LOOP,
        PLAYHEAD,
        START,
        GRID
    }

    public record Place(long frame, Kind kind) {}

    /// @param frame where it comes to lie
    /// @param kind what lies there
    public record Snapped(long frame, Kind kind) {}

    /// Lines over the timeline.
    public interface Grid {
        Grid NONE = frame -> -1;

        /// The line nearest to a frame (0 or later), or a negative number where there are none.
        long nearest(long frame);

        /// Lines at 0 and every so many frames, which need not be whole.
        static Grid every(double frames) {
            if (!(frames >= 1)) {
                throw new IllegalArgumentException("a grid of " + frames + " frames is none");
            }
            return frame -> Math.round(Math.rint(frame / frames) * frames);
        }

        static Grid bars(BarGrid bars) {
            return every(bars.framesPerBar());
        }

        /// Lines every so many beats, as the time signature counts them: 0.5 for eighths and 1 / 3.0 for triplets in
        /// 4/4.
        static Grid beats(BarGrid bars, double beats) {
            return every(bars.framesPerBeat() * beats);
        }

        static Grid seconds(int sampleRate, double seconds) {
            return every(sampleRate * seconds);
        }
    }

    public Snap {
        places = List.copyOf(places);
    }

    /// The places of a song: its beginning, markers, edges of clips and the loop.
    ///
    /// @param moving ids of the clips and markers that are moved and do not count
    public static List<Place> places(Project project, Set<String> moving) {
        List<Place> places = new ArrayList<>();
        places.add(new Place(0, Kind.START));
        project.markers().stream()
                .filter(marker -> !moving.contains(marker.id()))
                .forEach(marker -> places.add(new Place(marker.frame(), Kind.MARKER)));
        Clips.all(project).filter(clip -> !moving.contains(clip.id())).forEach(clip -> {
            places.add(new Place(clip.start(), Kind.CLIP));
            places.add(new Place(clip.end(), Kind.CLIP));
        });
        if (project.loop() != null) {
            places.add(new Place(project.loop().start(), Kind.LOOP));
            places.add(new Place(project.loop().end(), Kind.LOOP));
        }
        return places;
    }

    /// These places and the playhead.
    public Snap withPlayhead(long frame) {
        List<Place> more = new ArrayList<>(places);
        more.add(new Place(frame, Kind.PLAYHEAD));
        return new Snap(grid, more, reach);
    }

    /// Where a frame comes to lie. Of what is in reach the nearest is taken; with a reach of [#ALWAYS] that is the
    /// nearest of all.
    public Snapped at(long frame) {
        long from = Math.max(0, frame);
        Snapped best = new Snapped(from, Kind.NOTHING);
        if (reach == 0) {
            return best;
        }
        long distance = reach;
        for (Place place : places) {
            long away = Math.abs(place.frame() - from);
            if (away < distance || away == distance && beats(place.kind(), best.kind())) {
                distance = away;
                best = new Snapped(place.frame(), place.kind());
            }
        }
        long line = grid.nearest(from);
        long away = Math.abs(line - from);
        if (line >= 0 && (away < distance || away == distance && best.kind() == Kind.NOTHING)) {
            best = new Snapped(line, Kind.GRID);
        }
        return best;
    }

    /// How far a dragged piece moves so that one of its edges snaps: the one that has the shorter way.
    ///
    /// @param start of the piece before it is dragged
    /// @param end of it
    /// @param by how far the hand has moved
    /// @return the way to move by, and what an edge then lies at
    public Snapped moved(long start, long end, long by) {
        long limited = Math.max(by, -start);
        Snapped first = at(start + limited);
        Snapped last = at(end + limited);
        long firstWay = first.frame() - start - limited;
        long lastWay = last.frame() - end - limited;
        boolean takesFirst = last.kind() == Kind.NOTHING
                || first.kind() != Kind.NOTHING && Math.abs(firstWay) <= Math.abs(lastWay)
                || start + limited + lastWay < 0;
        return takesFirst ? new Snapped(limited + firstWay, first.kind()) : new Snapped(limited + lastWay, last.kind());
    }

    private static boolean beats(Kind kind, Kind other) {
        return other == Kind.NOTHING || kind.ordinal() < other.ordinal();
    }
}
