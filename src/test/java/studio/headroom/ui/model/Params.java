package studio.headroom.ui.model;

import java.util.ArrayList;
import java.util.List;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;
import studio.headroom.project.StripControls;

/// Parameters of every kind, and a target that writes down what it is told.
public final class Params {
    public static final Param VOLUME = StripControls.VOLUME;
    public static final Param PAN = StripControls.PAN;
    public static final Param MUTE = StripControls.MUTE;
    public static final Param FREQUENCY =
            new Param("freq", "Freq", Unit.HERTZ, new Range.Log(20, 20000), 1000, Smoothing.NONE, true);
    public static final Param ATTACK =
            new Param("attack", "Attack", Unit.MILLISECOND, new Range.Log(0.1, 500), 10, Smoothing.NONE, true);
    public static final Param THRESHOLD =
            new Param("threshold", "Threshold", Unit.DECIBEL, new Range.Linear(-60, 0), -18, Smoothing.NONE, true);
    public static final Param RATIO =
            new Param("ratio", "Ratio", Unit.RATIO, new Range.Skewed(1, 20, 4), 4, Smoothing.NONE, true);
    public static final Param SHAPE =
            new Param("shape", "Shape", Unit.NONE, Range.Choice.of("bell", "shelf", "notch"), 0, Smoothing.NONE, false);

    private Params() {}

    public static List<Param> all() {
        return List.of(VOLUME, PAN, MUTE, FREQUENCY, ATTACK, THRESHOLD, RATIO, SHAPE);
    }

    /// Writes down begins, moves and ends.
    public static final class Notes implements EditTarget {
        public final List<String> said = new ArrayList<>();
        public double last = Double.NaN;

        @Override
        public void begin() {
            said.add("begin");
        }

        @Override
        public void move(double plain) {
            last = plain;
            if (!said.isEmpty() && !said.getLast().equals("move")) {
                said.add("move");
            }
        }

        @Override
        public void end() {
            said.add("end");
        }

        @Override
        public void cancel(double before) {
            last = before;
            said.add("cancel");
        }

        public long gestures() {
            return said.stream().filter("end"::equals).count();
        }
    }
}
