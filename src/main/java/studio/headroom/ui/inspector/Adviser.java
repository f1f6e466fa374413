package studio.headroom.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import studio.headroom.param.Unit;
import studio.headroom.ui.inspector.Advice.Kind;
import studio.headroom.ui.inspector.Advice.Target;
import studio.headroom.ui.model.ValueText;

/// Finds what is worth saying in what was measured. Pure functions.
public final class Adviser {
    /// A compressor that takes more is heard as one.
    static final double DEEP_DB = 12;
    /// So long of the last seconds, and it is no single accident.
    private static final double DEEP_SECONDS = 0.5;
    /// Peaks below this are far from where effects and meters are made for.
    private static final double QUIET_DB = -30;
    /// Where a trim would bring peaks that are too soft: 8 dB above the level of -18 dBFS, as peaks lie above means.
    private static final double GOOD_DB = -10;
    /// So long one has to have heard to say that nothing louder comes.
    private static final double ENOUGH_SECONDS = 5;
    /// Below this, sides cancel each other to the ear.
    private static final double OPPOSED = -0.2;

    private Adviser() {}

    /// The findings, the most urgent first.
    public static List<Advice> advise(Measured m) {
        List<Advice> found = new ArrayList<>();
        over(m, found);
        opposed(m, found);
        squashed(m, found);
        quiet(m, found);
        return found;
    }

    private static void over(Measured m, List<Advice> found) {
        if (m.clipped() <= 0 || !(m.highestDb() > 0)) {
            return;
        }
        String samples = m.clipped() == 1 ? "1 sample was" : m.clipped() + " samples were";
        if (m.recentDb() > 0 || Double.isNaN(m.recentDb())) {
            String where = m.output().isEmpty()
                    ? "A file of 16 or 24 bits is cut off there."
                    : "Nothing is cut off on the way to " + m.output() + ", but what is behind it gets too much.";
            found.add(new Advice(
                    Kind.OVER,
                    m.name() + " peaks " + db(m.highestDb()) + " over full scale",
                    samples + " beyond it. " + where + " Turn it down by " + db(Math.ceil(m.highestDb() + 1))
                            + " or more.",
                    Target.TRIM));
        } else {
            found.add(new Advice(
                    Kind.OLD_CLIP,
                    "The clip light is from before",
                    samples + " over full scale, by " + db(m.highestDb()) + " at most; now peaks reach "
                            + level(m.recentDb()) + ". Click the red number to clear it.",
                    Target.PEAK));
        }
    }

    private static void opposed(Measured m, List<Advice> found) {
        if (m.correlation() < OPPOSED) {
            double width = m.widthPercent();
            String cause = width > 100
                    ? " Its width is " + Unit.PERCENT.format(width) + ": less is safer."
                    : m.correlation() < -0.7
                            ? " One side may be upside down."
                            : " Listen in mono, and look for a polarity or a delay between the sides.";
            found.add(new Advice(
                    Kind.OPPOSED,
                    "Left and right work against each other",
                    "Correlation " + number(m.correlation()) + ": on one loudspeaker much of it is gone." + cause,
                    Target.WIDTH));
        }
    }

    private static void squashed(Measured m, List<Advice> found) {
        if (m.deepestDb() > DEEP_DB && m.deepSeconds() >= DEEP_SECONDS) {
            found.add(new Advice(
                    Kind.SQUASHED,
                    "The compressor takes up to " + db(m.deepestDb()),
                    "On average " + db(m.meanReductionDb()) + ". More than 12 dB is mostly heard as pumping: raise the"
                            + " threshold from " + Unit.DECIBEL.format(m.thresholdDb()) + ", or lower the ratio.",
                    Target.THRESHOLD));
        }
    }

    private static void quiet(Measured m, List<Advice> found) {
        if (m.soundSeconds() >= ENOUGH_SECONDS && m.inputDb() < QUIET_DB) {
            double by = Math.min(24 - m.trimDb(), Math.floor(GOOD_DB - m.inputDb()));
            String cure = by < 1
                    ? "The trim is at its end: raise the clips' gain."
                    : "Effects are made for \u221218 dBFS on average: a trim of " + signed(m.trimDb() + by)
                            + " comes near it.";
            found.add(new Advice(
                    Kind.QUIET,
                    m.name() + " comes in at " + level(m.inputDb()),
                    "Its highest peak before the effects so far. " + cure,
                    Target.TRIM));
        }
    }

    private static String db(double size) {
        return Unit.DECIBEL.format(Math.abs(size));
    }

    private static String level(double db) {
        return ValueText.level(db) + " dBFS";
    }

    private static String signed(double db) {
        return (db > 0 ? "+" : "") + Unit.DECIBEL.format(db);
    }

    private static String number(double value) {
        String digits = String.format(java.util.Locale.ROOT, "%.2f", Math.abs(value));
        return (value < 0 ? ValueText.MINUS : "+") + digits;
    }
}
