package studio.headroom.project.edit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.headroom.project.Clip;
import studio.headroom.project.Lane;
import studio.headroom.project.Lane.Point;
import studio.headroom.project.Marker;
import studio.headroom.project.Span;
import studio.headroom.project.Strip;

/// Where places of the timeline come to when time is taken out of it or put into it.
final class TimeMap {
    private final List<Span> removed;
    private final long insertAt;
    private final long inserted;

    private TimeMap(List<Span> removed, long insertAt, long inserted) {
        this.removed = removed;
        this.insertAt = insertAt;
        this.inserted = inserted;
    }

    /// @param spans in their order, none over another
    static TimeMap removing(List<Span> spans) {
        return new TimeMap(List.copyOf(spans), 0, 0);
    }

    static TimeMap inserting(long at, long frames) {
        return new TimeMap(List.of(), at, frames);
    }

    boolean keeps(long frame) {
        return removed.stream().noneMatch(span -> span.contains(frame));
    }

    /// Where a frame comes to; those in a removed span come to where it was.
    long to(long frame) {
        long to = inserted > 0 && frame >= insertAt ? frame + inserted : frame;
        for (Span span : removed) {
            to -= Math.max(0, Math.min(frame, span.end()) - span.start());
        }
        return to;
    }

    Strip clips(Strip strip) {
        return strip.clips().isEmpty()
                ? strip
                : Clips.sorted(
                        strip,
                        strip.clips().stream()
                                .map(clip -> to(clip.start()) == clip.start() ? clip : clip.withStart(to(clip.start())))
                                .toList());
    }

    /// Points of removed spans go, but the last of each, which comes to where the span was; time that is put in is
    /// crossed
    /// on a straight way.
    Strip automation(Strip strip) {
        List<Lane> lanes = new ArrayList<>();
        for (Lane lane : strip.automation()) {
            List<Point> points = new ArrayList<>();
            for (int i = 0; i < lane.points().size(); i++) {
                Point point = lane.points().get(i);
                boolean lastOfSpan = i + 1 == lane.points().size()
                        || keeps(lane.points().get(i + 1).frame());
                if (keeps(point.frame()) || lastOfSpan) {
                    points.add(point.withFrame(to(point.frame())));
                }
            }
            lanes.add(points.equals(lane.points()) ? lane : lane.withPoints(points));
        }
        return lanes.equals(strip.automation()) ? strip : strip.withAutomation(lanes);
    }

    List<Marker> markers(List<Marker> markers) {
        return markers.stream()
                .filter(marker -> keeps(marker.frame()))
                .map(marker -> marker.withFrame(to(marker.frame())))
                .toList();
    }

    @Nullable
    Span loop(@Nullable Span loop) {
        if (loop == null || to(loop.end()) <= to(loop.start())) {
            return null;
        }
        return new Span(to(loop.start()), to(loop.end()));
    }

    boolean fits(Clip clip) {
        return to(clip.end()) <= Clip.MAX_FRAME;
    }
}
