package studio.headroom.engine;

import java.util.List;
import studio.headroom.concurrent.RealTime;
import studio.headroom.param.Param;
import studio.headroom.project.Bend;
import studio.headroom.project.Lane;

/// An automation lane as arrays, asked for the value at a frame. Asking in rising order costs a step or none.
final class CompiledLane {
    private final Param param;
    private final long[] frames;
    private final double[] values;
    private final double[] positions;
    private final boolean[] hold;
    /// How each point's way to the next one is bent; 1 where it is straight. See [Bend].
    private final double[] steepness;

    private int cursor;

    CompiledLane(Param param, List<Lane.Point> points) {
        this.param = param;
        int n = points.size();
        frames = new long[n];
        values = new double[n];
        positions = new double[n];
        hold = new boolean[n];
        steepness = new double[n];
        for (int i = 0; i < n; i++) {
            Lane.Point point = points.get(i);
            frames[i] = point.frame();
            values[i] = param.clamp(point.value());
            positions[i] = param.range().position(values[i]);
            hold[i] = point.shape() == Lane.Shape.HOLD;
        }
        for (int i = 0; i < n; i++) {
            boolean rises = i + 1 < n && positions[i + 1] > positions[i];
            steepness[i] = Bend.steepness(points.get(i).curve(), rises);
        }
    }

    /// The plain value at a frame: a point's own value on its frame, before the first and after the last point theirs.
    @RealTime
    double at(long frame) {
        int i = seek(frame);
        if (i < 0) {
            return values[0];
        }
        if (i == frames.length - 1 || hold[i]) {
            return values[i];
        }
        double way = (double) (frame - frames[i]) / (frames[i + 1] - frames[i]);
        if (way == 0 || values[i] == values[i + 1]) {
            return values[i];
        }
        double steep = steepness[i];
        double bent = steep == 1 ? way : way / (way + steep * (1 - way));
        return param.range().plain(positions[i] + (positions[i + 1] - positions[i]) * bent);
    }

    /// The last point at or before a frame, or -1; of several on one frame the last.
    @RealTime
    private int seek(long frame) {
        int i = cursor;
        while (i < frames.length - 1 && frames[i + 1] <= frame) {
            i++;
        }
        while (i >= 0 && frames[i] > frame) {
            i--;
        }
        cursor = Math.max(i, 0);
        return i;
    }
}
