package studio.headroom.ui.master.deliver;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import studio.headroom.mastering.Level;
import studio.headroom.mastering.Target;
import studio.headroom.mastering.deliver.DeliveryItem;

/// A level that can be chosen for a file, and what people call it.
///
/// @param target name of the destination that it comes from, or empty
record LevelChoice(String words, Level level, String target) {
    private static final List<Integer> LOUDNESSES = List.of(-8, -9, -10, -11, -12, -14, -16);
    private static final List<Double> CEILINGS = List.of(0.0, -0.1, -0.3, -0.5, -1.0, -1.5, -2.0, -3.0);
    private static final double USUAL_CEILING = -1;

    /// All of them, that of the item too.
    static List<LevelChoice> of(DeliveryItem item) {
        List<LevelChoice> all = new ArrayList<>();
        all.add(new LevelChoice("As set", new Level.AsSet(OptionalDouble.empty()), ""));
        for (Target target : Target.all()) {
            OptionalDouble ceiling = OptionalDouble.of(target.ceiling());
            if (target.cut()) {
                all.add(new LevelChoice(target.label(), new Level.Unlimited(target.ceiling()), target.name()));
            } else if (target.lufs().isEmpty()) {
                all.add(new LevelChoice(target.label(), new Level.AsSet(ceiling), target.name()));
            } else {
                double lufs = target.lufs().getAsDouble();
                all.add(new LevelChoice(
                        target.label() + " " + number(lufs, 0), new Level.Loud(lufs, target.ceiling()), target.name()));
            }
        }
        LOUDNESSES.forEach(
                lufs -> all.add(new LevelChoice(number(lufs, 0) + " LUFS", new Level.Loud(lufs, USUAL_CEILING), "")));
        all.add(new LevelChoice("Without limiting", new Level.Unlimited(USUAL_CEILING), ""));
        all.add(new LevelChoice("Exactly as set", new Level.Exactly(), ""));
        if (index(all, item) < 0) {
            all.add(new LevelChoice(words(item.level()), item.level(), item.target()));
        }
        return all;
    }

    /// The one that an item has; -1 where none is like it.
    static int index(List<LevelChoice> choices, DeliveryItem item) {
        for (int i = 0; i < choices.size(); i++) {
            LevelChoice choice = choices.get(i);
            if (choice.target.equals(item.target()) && alike(choice.level, item.level())) {
                return i;
            }
        }
        return -1;
    }

    /// Apart from their ceilings.
    private static boolean alike(Level one, Level other) {
        return one instanceof Level.Loud(double a, double unused)
                        && other instanceof Level.Loud(double b, double ignored)
                ? a == b
                : one.getClass() == other.getClass();
    }

    static String words(Level level) {
        return switch (level) {
            case Level.AsSet set -> "As set";
            case Level.Exactly exactly -> "Exactly as set";
            case Level.Unlimited unlimited -> "Without limiting";
            case Level.Loud loud -> number(loud.lufs(), 1) + " LUFS";
        };
    }

    /// The ceilings to choose from; empty for that of the chain.
    static List<OptionalDouble> ceilings(DeliveryItem item) {
        List<OptionalDouble> all = new ArrayList<>();
        if (item.level() instanceof Level.AsSet || item.level() instanceof Level.Exactly) {
            all.add(OptionalDouble.empty());
        }
        CEILINGS.forEach(ceiling -> all.add(OptionalDouble.of(ceiling)));
        if (!all.contains(item.level().ceiling())) {
            all.add(item.level().ceiling());
        }
        return all;
    }

    static String ceilingWords(OptionalDouble ceiling) {
        return ceiling.isEmpty() ? "Limiter’s" : number(ceiling.getAsDouble(), 1) + " dBTP";
    }

    /// The same level under another ceiling.
    static Level withCeiling(Level level, OptionalDouble ceiling) {
        return switch (level) {
            case Level.AsSet set -> new Level.AsSet(ceiling);
            case Level.Exactly exactly -> level;
            case Level.Loud loud -> new Level.Loud(loud.lufs(), ceiling.orElse(USUAL_CEILING));
            case Level.Unlimited unlimited -> new Level.Unlimited(ceiling.orElse(USUAL_CEILING));
        };
    }

    /// With a true minus.
    static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value).replace('-', '−');
    }
}
