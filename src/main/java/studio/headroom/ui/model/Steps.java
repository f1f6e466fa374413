package studio.headroom.ui.model;

import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Unit;

/// How far a turn of the wheel or a press of a key moves a control.
///
/// Levels go by 0.5 dB, places and percentages by plain units, what is spaced by ratios (frequencies, times) by a
/// hundredth of its travel; choices and switches always by one.
public enum Steps {
    /// With Shift.
    FINE(0.1),
    /// A notch, an arrow key.
    NORMAL(1),
    /// Page Up and Page Down.
    PAGE(6);

    /// Below this a fader's step leads to -∞, in dB.
    private static final double FADER_FLOOR = -60;

    private final double factor;

    Steps(double factor) {
        this.factor = factor;
    }

    /// The value `count` steps above `plain` (below, when negative), inside the parameter's range.
    public double from(Param param, double plain, int count) {
        Range range = param.range();
        return switch (range) {
            case Range.Choice choice -> choice.clamp(plain + count);
            case Range.Toggle _ -> count > 0 ? 1 : count < 0 ? 0 : plain;
            case Range.Fader fader -> fader(fader, plain, count);
            case Range.Log log -> log.plain(log.position(plain) + 0.01 * factor * count);
            case Range.Linear linear -> linear.clamp(plain + size(param) * factor * count);
            case Range.Skewed skewed -> skewed.clamp(plain + size(param) * factor * count);
        };
    }

    private double fader(Range.Fader fader, double plain, int count) {
        if (plain < FADER_FLOOR) {
            return count > 0 ? FADER_FLOOR : Double.NEGATIVE_INFINITY;
        }
        double moved = plain + 0.5 * factor * count;
        return moved >= FADER_FLOOR ? fader.clamp(moved) : plain > FADER_FLOOR ? FADER_FLOOR : fader.min();
    }

    /// One normal step of a range that is not spaced by ratios, in plain units.
    private static double size(Param param) {
        double span = param.range().max() - param.range().min();
        return switch (param.unit()) {
            case DECIBEL -> 0.5;
            case PAN -> 5;
            case PERCENT -> span > 50 ? 1 : 0.1;
            default -> span / 100;
        };
    }

    /// For the line of hints below an explanation: `wheel 0.5 dB · Shift 0.05`; empty where a step has no fixed size.
    public static String hint(Param param) {
        return switch (param.range()) {
            case Range.Fader _ -> "wheel 0.5 dB · Shift 0.05";
            case Range.Linear _ when param.unit() == Unit.DECIBEL -> "wheel 0.5 dB · Shift 0.05";
            case Range.Skewed _ when param.unit() == Unit.DECIBEL -> "wheel 0.5 dB · Shift 0.05";
            case Range.Choice _ -> "wheel: next";
            case Range.Toggle _ -> "";
            default -> "Shift: ten times finer";
        };
    }
}
