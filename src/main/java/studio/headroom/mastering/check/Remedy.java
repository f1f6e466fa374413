package studio.headroom.mastering.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import studio.headroom.audio.Decibels;
import studio.headroom.effects.Catalogue;
import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Values;
import studio.headroom.project.Ends;
import studio.headroom.project.Insert;

/// A cure for a finding: ordinary controls of ordinary effects of the mastering chain, or what of the print is
/// delivered.
///
/// @param words what a button says: `DC filter`
/// @param explanation what is done, in a sentence
/// @param change from a chain to the one with the cure; pure
/// @param ends from what is delivered to that with the cure; pure
public record Remedy(String words, String explanation, UnaryOperator<List<Insert>> change, UnaryOperator<Ends> ends) {
    /// Silence that stays before and after the sound where the rest of it is cut off, in seconds.
    private static final double HEAD_KEPT = 0.1;

    private static final double TAIL_KEPT = 1;
    private static final double USUAL_CEILING = -1;
    /// How far under the ceiling that was asked for a limiter is set where it did not hold it, in dB.
    private static final double MARGIN_DB = 0.1;

    /// One of the chain.
    private Remedy(String words, String explanation, UnaryOperator<List<Insert>> change) {
        this(words, explanation, change, UnaryOperator.identity());
    }

    /// One of what is delivered.
    private static Remedy ofEnds(String words, String explanation, UnaryOperator<Ends> ends) {
        return new Remedy(words, explanation + " The print itself stays whole.", UnaryOperator.identity(), ends);
    }

    /// The cure for a finding, where there is one.
    ///
    /// @param master whether it was found in the master, not in the print
    /// @param ceiling of the master in dBTP, where one was asked for
    public static Optional<Remedy> of(Finding finding, boolean master, OptionalDouble ceiling) {
        return switch (finding.kind()) {
            case DC_OFFSET -> Optional.of(filter());
            case IMBALANCE -> finding.fix().map(fix -> balance(fix.amount()));
            case LOW_END_PHASE -> finding.fix().map(fix -> monoBass(fix.amount()));
            case OVER_CEILING, OVER_FULL_SCALE -> Optional.of(limit(ceiling.orElse(USUAL_CEILING)));
            // What was cut off before the chain stays cut off.
            case CLIPPED -> master ? Optional.of(limit(ceiling.orElse(USUAL_CEILING))) : Optional.empty();
            case LONG_HEAD ->
                Optional.of(ofEnds(
                        "Trim the beginning",
                        String.format(
                                Locale.ROOT,
                                "What is delivered begins %.1f s before the first sound; the silence before that goes.",
                                HEAD_KEPT),
                        ends -> ends.withHead(new Ends.Edge.Silence(HEAD_KEPT))));
            case LONG_TAIL ->
                Optional.of(ofEnds(
                        "Trim the end",
                        String.format(
                                Locale.ROOT,
                                "What is delivered ends %.0f s after the last sound; the silence after that goes.",
                                TAIL_KEPT),
                        ends -> ends.withTail(new Ends.Edge.Silence(TAIL_KEPT))));
            case CUT_START ->
                finding.fix()
                        .map(fix -> ofEnds(
                                "Fade in",
                                String.format(
                                        Locale.ROOT, "What is delivered fades in over %.0f ms.", fix.amount() * 1000),
                                ends -> ends.withFadeIn(Math.max(ends.fadeIn(), fix.amount()))));
            case CUT_TAIL ->
                finding.fix()
                        .map(fix -> ofEnds(
                                "Fade out",
                                String.format(Locale.ROOT, "What is delivered fades out over %.1f s.", fix.amount()),
                                ends -> ends.withFadeOut(Math.max(ends.fadeOut(), fix.amount()))));
            default -> Optional.empty();
        };
    }

    /// Whether what is delivered goes without a finding that the print has at its beginning or end.
    public static boolean isMendedBy(Ends ends, Finding finding) {
        return switch (finding.kind()) {
            case LONG_HEAD ->
                switch (ends.head()) {
                    case Ends.Edge.Whole whole -> false;
                    case Ends.Edge.Silence(double kept) -> kept <= Limits.LONG_HEAD;
                    case Ends.Edge.At(double seconds) -> finding.value() - seconds <= Limits.LONG_HEAD;
                };
            case LONG_TAIL ->
                switch (ends.tail()) {
                    case Ends.Edge.Whole whole -> false;
                    case Ends.Edge.Silence(double kept) -> kept <= Limits.LONG_TAIL;
                    case Ends.Edge.At(double seconds) ->
                        seconds - finding.from() * finding.value() / (finding.to() - finding.from())
                                <= Limits.LONG_TAIL;
                };
            case CUT_START -> ends.fadeIn() > 0 || ends.head() instanceof Ends.Edge.At(double seconds) && seconds > 0;
            case CUT_TAIL -> ends.fadeOut() > 0;
            default -> false;
        };
    }

    private static Remedy filter() {
        return new Remedy(
                "DC filter",
                "A utility at the beginning of the chain takes away what does not swing; below 5 Hz nothing is heard.",
                chain -> with(chain, "utility", 0, values -> set(values, "utility", "dc", 1)));
    }

    /// @param db by which the left side is louder
    private static Remedy balance(double db) {
        // The utility's balance is a quarter of a cosine.
        double turned = Math.rint(1000 * Math.acos(Decibels.toGain(-Math.abs(db))) * 2 / Math.PI) / 10;
        return new Remedy(
                "Balance",
                String.format(
                        Locale.ROOT,
                        "A utility at the beginning of the chain turns the %s side down by %.1f dB.",
                        db > 0 ? "left" : "right",
                        Math.abs(db)),
                chain -> with(
                        chain, "utility", 0, values -> set(values, "utility", "balance", Math.copySign(turned, db))));
    }

    private static Remedy monoBass(double hertz) {
        return new Remedy(
                "Mono bass",
                String.format(
                        Locale.ROOT, "An imager makes what lies below %.0f Hz mono; the rest stays as wide.", hertz),
                chain -> with(chain, "imager", end(chain), values -> {
                    Values bass = set(set(values, "imager", "bass.mono", 1), "imager", "bass.freq", hertz);
                    // One that was not there does nothing else.
                    return values.equals(Values.INITIAL)
                            ? set(
                                    bass,
                                    "imager",
                                    "bands",
                                    param("imager", "bands").parse("1"))
                            : bass;
                }));
    }

    private static Remedy limit(double ceiling) {
        double under = Math.floor((ceiling - MARGIN_DB) * 10 + 1e-6) / 10;
        return new Remedy(
                "Limiter",
                String.format(
                        Locale.ROOT,
                        "The limiter at the end of the chain is set to %.1f dBTP, with true-peak detection.",
                        under),
                chain -> {
                    List<Insert> changed = new ArrayList<>(chain);
                    boolean limited = !chain.isEmpty()
                            && chain.getLast().type().equals("limiter")
                            && !chain.getLast().bypassed();
                    if (!limited) {
                        changed.add(Insert.create("remedy-limiter", "limiter"));
                    }
                    Insert last = changed.removeLast();
                    Values values = set(last.values(), "limiter", "ceiling", under);
                    changed.add(last.withValues(set(values, "limiter", "truePeak", 1)));
                    return List.copyOf(changed);
                });
    }

    /// Before a limiter at the end.
    private static int end(List<Insert> chain) {
        return !chain.isEmpty() && chain.getLast().type().equals("limiter") ? chain.size() - 1 : chain.size();
    }

    /// The chain with an effect of a type set: the first one that is on, or a new one.
    ///
    /// @param place of a new one
    private static List<Insert> with(List<Insert> chain, String type, int place, UnaryOperator<Values> change) {
        List<Insert> changed = new ArrayList<>(chain);
        for (int i = 0; i < changed.size(); i++) {
            Insert insert = changed.get(i);
            if (insert.type().equals(type) && !insert.bypassed()) {
                changed.set(i, insert.withValues(change.apply(insert.values())));
                return List.copyOf(changed);
            }
        }
        Insert created = Insert.create("remedy-" + type, type);
        changed.add(place, created.withValues(change.apply(created.values())));
        return List.copyOf(changed);
    }

    private static Values set(Values values, String effect, String id, double plain) {
        return values.with(param(effect, id), plain);
    }

    private static Param param(String effect, String id) {
        ParamSet params = Catalogue.find(effect).orElseThrow().params();
        return params.get(params.indexOf(id));
    }
}
