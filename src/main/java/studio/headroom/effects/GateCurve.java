package studio.headroom.effects;

import studio.headroom.dsp.dynamics.ExpansionCurve;
import studio.headroom.param.Param;

/// What a gate with given values makes of a steady level. Between [#closesDb] and [#opensDb] that depends on where the
/// level came from. Immutable; any thread.
public final class GateCurve {
    private final ExpansionCurve curve;

    /// @param values plain values by the parameter index of the effect `gate`
    public GateCurve(double[] values) {
        curve = new ExpansionCurve(
                value(values, Gate.THRESHOLD),
                value(values, Gate.HYSTERESIS),
                value(values, Gate.RATIO),
                value(values, Gate.RANGE),
                value(values, Gate.MODE) >= 0.5);
    }

    /// The level at which it opens, or begins to duck.
    public double opensDb() {
        return curve.thresholdDb();
    }

    /// The level below which it closes again, or lets go.
    public double closesDb() {
        return curve.thresholdDb() - curve.hysteresisDb();
    }

    /// The level that goes out for one that has risen from silence.
    public double risingDb(double inputDb) {
        return inputDb - curve.risingDb(inputDb);
    }

    /// The level that goes out for one that has fallen from above the threshold.
    public double fallingDb(double inputDb) {
        return inputDb - curve.fallingDb(inputDb);
    }

    private static double value(double[] values, Param param) {
        return values[Gate.PARAMS.indexOf(param)];
    }
}
