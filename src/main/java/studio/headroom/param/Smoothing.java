package studio.headroom.param;

/// How a control that has been set anew approaches its value, so that no move is heard as a click.
public sealed interface Smoothing {
    Smoothing NONE = new None();

    /// At once: for switches whose owner fades by itself, and for controls that take effect when prepared.
    record None() implements Smoothing {}

    /// In a straight line of plain units that takes `milliseconds`.
    record Linear(double milliseconds) implements Smoothing {
        public Linear {
            requireTime(milliseconds);
        }
    }

    /// From decibels to decibels in a straight line of gains, as a fade: for levels that nothing behind them limits. A
    /// line
    /// of decibels is several times as steep at its loud end.
    record Gain(double milliseconds) implements Smoothing {
        public Gain {
            requireTime(milliseconds);
        }
    }

    /// In a straight line of positions, that is: even in octaves for frequencies and times.
    record Taper(double milliseconds) implements Smoothing {
        public Taper {
            requireTime(milliseconds);
        }
    }

    private static void requireTime(double milliseconds) {
        if (!(milliseconds > 0 && milliseconds <= 10_000)) {
            throw new IllegalArgumentException("smoothing over " + milliseconds + " ms is not possible");
        }
    }
}
