package studio.headroom.project;

import java.util.ArrayList;
import java.util.List;

/// Gain over the course of a sound: straight in dB between its points, level before the first and behind the last one.
///
/// Points lie on frames of the sound file. So an envelope goes with its sound wherever a clip is moved, trimmed, split,
/// slipped or reversed, and points beyond the edges of a clip are there again when it is made longer.
///
/// @param points in order of their frames, no two on one
public record GainEnvelope(List<Point> points) {
    /// No change anywhere.
    public static final GainEnvelope NONE = new GainEnvelope(List.of());

    /// The lowest and the highest gain of a point, in dB.
    public static final double MIN_DB = -60;

    public static final double MAX_DB = 24;

    /// @param frame of the sound file
    /// @param db from [#MIN_DB] to [#MAX_DB]
    public record Point(long frame, double db) {}

    public GainEnvelope {
        points = List.copyOf(points);
        long last = -1;
        for (Point point : points) {
            if (point.frame() <= last || point.frame() > Clip.MAX_FRAME) {
                throw new InvalidProjectException("a gain envelope is out of order at frame " + point.frame());
            }
            if (!(point.db() >= MIN_DB && point.db() <= MAX_DB)) {
                throw new InvalidProjectException("a gain envelope cannot have " + point.db() + " dB");
            }
            last = point.frame();
        }
    }

    public boolean isEmpty() {
        return points.isEmpty();
    }

    /// The gain at a frame of the sound file, in dB; 0 without points.
    public double db(double frame) {
        int after = countBefore(frame);
        if (points.isEmpty()) {
            return 0;
        }
        if (after == 0) {
            return points.getFirst().db();
        }
        if (after == points.size()) {
            return points.getLast().db();
        }
        Point from = points.get(after - 1);
        Point to = points.get(after);
        return from.db() + (to.db() - from.db()) * (frame - from.frame()) / (to.frame() - from.frame());
    }

    /// How many points lie before a frame.
    public int countBefore(double frame) {
        int low = 0;
        int high = points.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (points.get(middle).frame() < frame) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// With one more point, in the place of one on the same frame.
    public GainEnvelope with(Point point) {
        List<Point> all = new ArrayList<>(points);
        all.removeIf(there -> there.frame() == point.frame());
        int at = 0;
        while (at < all.size() && all.get(at).frame() < point.frame()) {
            at++;
        }
        all.add(at, point);
        return new GainEnvelope(all);
    }

    public GainEnvelope without(int index) {
        List<Point> all = new ArrayList<>(points);
        all.remove(index);
        return new GainEnvelope(all);
    }

    /// This envelope before a frame, and another from there on. What it jumps there takes one frame.
    public GainEnvelope then(GainEnvelope other, long frame) {
        if (equals(other)) {
            return this;
        }
        GainEnvelope all = new GainEnvelope(
                points.stream().filter(point -> point.frame() < frame).toList());
        if (frame > 0) {
            all = all.with(new Point(frame - 1, db(frame - 1)));
        }
        all = all.with(new Point(frame, other.db(frame)));
        for (Point point : other.points()) {
            if (point.frame() > frame) {
                all = all.with(point);
            }
        }
        return all;
    }
}
