package studio.headroom.engine.automation;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import studio.headroom.project.Clip;
import studio.headroom.project.Lane.Point;
import studio.headroom.project.Lane.Shape;

/// The moves of one control during one pass, as they come.
///
/// Moves that come in a stream, as of a mouse or a fader at 30 to 120 a second, are samples of one smooth motion and
/// are
/// joined by straight lines. A move after more than [#STREAM_SECONDS] of rest is a step: the value that was held stays
/// up to it, on its frame, so that playing the lane gives the jump that was heard (which the engine rounds off the same
/// way both times).
final class Capture {
    /// Three frames of a 60 Hz display: a stream that drops one or two moves stays a stream.
    static final double STREAM_SECONDS = 0.05;

    private final Shape shape;
    private final long stream;
    private long[] frames = new long[16];
    private double[] values = new double[16];
    private int size;

    Capture(Shape shape, int sampleRate, long frame, double value) {
        this.shape = shape;
        stream = Math.round(STREAM_SECONDS * sampleRate);
        push(onTimeline(frame), value);
    }

    /// Adds a move. One that comes before the last, by the jitter of a clock, counts as on the same frame; of several
    /// on one frame the last counts.
    void add(long frame, double value) {
        long at = end(frame);
        while (size > 1 && frames[size - 1] == at) {
            size--;
        }
        long last = frames[size - 1];
        double held = values[size - 1];
        if (last == at) {
            values[size - 1] = value;
            return;
        }
        if (shape == Shape.LINEAR && value != held && at - last > stream) {
            push(at, held);
        }
        if (shape == Shape.LINEAR || value != held) {
            push(at, value);
        }
    }

    double last() {
        return values[size - 1];
    }

    /// The frame at which a pass ends that is ended at `frame`.
    long end(long frame) {
        return Math.max(onTimeline(frame), frames[size - 1]);
    }

    /// Ends the pass: the last value holds up to [#end].
    List<Point> ended(long frame) {
        if (shape == Shape.LINEAR && end(frame) > frames[size - 1]) {
            push(end(frame), last());
        }
        return points();
    }

    /// What was captured so far: a view, valid until more is added.
    List<Point> points() {
        return new View(shape, frames, values, size);
    }

    private void push(long frame, double value) {
        if (size == frames.length) {
            frames = Arrays.copyOf(frames, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        frames[size] = frame;
        values[size] = value;
        size++;
    }

    private static long onTimeline(long frame) {
        return Math.clamp(frame, 0, Clip.MAX_FRAME);
    }

    private static final class View extends AbstractList<Point> {
        private final Shape shape;
        private final long[] frames;
        private final double[] values;
        private final int size;

        View(Shape shape, long[] frames, double[] values, int size) {
            this.shape = shape;
            this.frames = frames;
            this.values = values;
            this.size = size;
        }

        @Override
        public Point get(int index) {
            int checked = Objects.checkIndex(index, size);
            return new Point(frames[checked], values[checked], shape);
        }

        @Override
        public int size() {
            return size;
        }
    }
}
