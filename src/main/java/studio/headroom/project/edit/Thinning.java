package studio.headroom.project.edit;

import java.util.ArrayList;
import java.util.List;
import studio.headroom.param.Range;
import studio.headroom.project.Lane.Point;
import studio.headroom.project.Lane.Shape;

/// Reduces the points of automation to those that it takes.
///
/// The way is halved where it is farthest from a straight line, as Ramer (1972) and Douglas and Peucker (1973) do, with
/// the distance taken along the control's travel at one time. A lane is straight along the travel between its points,
/// so what differs least at the points that go differs no more anywhere between them. The ends, both sides of a jump,
/// and where a hold or a curve begins and ends stay.
///
/// Thinning twice gives what thinning once gave. The one exception: a way that can only be taken apart point by point,
/// such as an ever-growing swing, is cut in the middle after [#MAX_DEPTH] cuts, so that n points cost n·MAX_DEPTH steps
/// and not n²; this keeps some points more.
public final class Thinning {
    /// Cuts on top of each other. Random ways of 200 000 points need about 50.
    private static final int MAX_DEPTH = 128;

    private final long[] frames;
    private final double[] positions;
    private final boolean[] keep;
    private final double tolerance;

    private Thinning(List<Point> points, Range range, double tolerance) {
        int n = points.size();
        frames = new long[n];
        positions = new double[n];
        keep = new boolean[n];
        this.tolerance = tolerance;
        for (int i = 0; i < n; i++) {
            frames[i] = points.get(i).frame();
            positions[i] = range.position(points.get(i).value());
        }
    }

    /// Points of `points`, in their order, whose way is nowhere more than `tolerance` (of the travel 0..1) from that of
    /// all of them.
    ///
    /// @param points in order of their frames
    public static List<Point> thin(List<Point> points, Range range, double tolerance) {
        return new Thinning(points, range, tolerance).thinned(points);
    }

    private List<Point> thinned(List<Point> points) {
        int n = points.size();
        int from = 0;
        for (int i = 0; i < n; i++) {
            boolean mustStay = i == 0
                    || i == n - 1
                    || points.get(i).shape() == Shape.HOLD
                    || points.get(i - 1).shape() == Shape.HOLD
                    || points.get(i).curve() != 0
                    || points.get(i - 1).curve() != 0
                    || frames[i] == frames[i - 1]
                    || frames[i] == frames[i + 1];
            if (mustStay) {
                keep[i] = true;
                markNeeded(from, i);
                from = i;
            }
        }
        List<Point> result = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            boolean repeatsHold = i > 0
                    && i < n - 1
                    && points.get(i).shape() == Shape.HOLD
                    && points.get(i - 1).shape() == Shape.HOLD
                    && !result.isEmpty()
                    && result.getLast().value() == points.get(i).value();
            if (keep[i] && !repeatsHold) {
                result.add(points.get(i));
            }
        }
        return result;
    }

    private record Span(int first, int last, int depth) {}

    private void markNeeded(int first, int last) {
        List<Span> open = new ArrayList<>(List.of(new Span(first, last, 0)));
        while (!open.isEmpty()) {
            Span span = open.removeLast();
            int worst = farthest(span.first(), span.last());
            if (worst >= 0) {
                boolean deep = span.depth() >= MAX_DEPTH;
                int cut = deep ? (span.first() + span.last()) >>> 1 : worst;
                keep[cut] = true;
                open.add(new Span(span.first(), cut, span.depth() + 1));
                open.add(new Span(cut, span.last(), span.depth() + 1));
            }
        }
    }

    /// The point between two that is farthest from their line, or -1 when none is out of tolerance.
    private int farthest(int first, int last) {
        double start = positions[first];
        double slope = (positions[last] - start) / Math.max(1, frames[last] - frames[first]);
        double worst = tolerance;
        int at = -1;
        for (int i = first + 1; i < last; i++) {
            double error = Math.abs(positions[i] - start - slope * (frames[i] - frames[first]));
            if (error > worst) {
                worst = error;
                at = i;
            }
        }
        return at;
    }
}
