package studio.headroom.effects;

import java.util.List;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;

/// The further controls of a band of the equalizer: those of its dynamic part, and listening.
final class EqBandExtras {
    /// Places of a band's further controls after their first.
    static final int ON = 0;

    static final int THRESHOLD = 1;
    static final int RANGE = 2;
    static final int ATTACK = 3;
    static final int RELEASE = 4;
    static final int LISTEN = 5;
    static final int CONTROLS = 6;

    private EqBandExtras() {}

    /// The controls, in the order of the places above.
    static List<Param> controls(int number) {
        String id = "band" + number + ".";
        String label = "Band " + number + " ";
        Smoothing line = new Smoothing.Linear(20);
        Smoothing taper = new Smoothing.Taper(20);
        return List.of(
                new Param(id + "dyn.on", label + "dynamic", Unit.NONE, new Range.Toggle(), 0, Smoothing.NONE, false),
                new Param(
                        id + "dyn.threshold",
                        label + "threshold",
                        Unit.DECIBEL,
                        new Range.Linear(-80, 0),
                        -30,
                        line,
                        true),
                new Param(
                        id + "dyn.range",
                        label + "dynamic range",
                        Unit.DECIBEL,
                        new Range.Linear(-24, 24),
                        -6,
                        line,
                        true),
                new Param(
                        id + "dyn.attack",
                        label + "attack",
                        Unit.MILLISECOND,
                        new Range.Log(0.1, 250),
                        10,
                        taper,
                        true),
                new Param(
                        id + "dyn.release",
                        label + "release",
                        Unit.MILLISECOND,
                        new Range.Log(5, 5000),
                        150,
                        taper,
                        true),
                new Param(id + "listen", label + "listen", Unit.NONE, new Range.Toggle(), 0, line, true));
    }
}
