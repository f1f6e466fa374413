package studio.headroom.mastering.coded;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a coding does to a master, in words that a person understands. Pure functions.
public final class CodedWords {
    /// Parts of the spectrum as people call them, by their upper edges in Hz.
    private enum Part {
        BASS("bass", 120),
        LOW_MIDDLE("low middle", 500),
        MIDDLE("middle", 2000),
        PRESENCE("presence", 6000),
        TREBLE("treble", 12_000),
        AIR("air", 22_500);

        private final String words;
        private final double upTo;

        Part(String words, double upTo) {
            this.words = words;
            this.upTo = upTo;
        }
    }

    /// Above this nobody misses anything.
    private static final double HIGHEST_HEARD = 19_500;
    /// A difference in loudness that is worth a word, in LU.
    private static final double HEARD_LU = 0.05;
    /// So far below, it is the music's own shadow.
    private static final double MOST_BELOW = 120;
    /// What lies so far below the loudest part is no music to hold anything against.
    private static final double SILENT = 90;

    private CodedWords() {}

    /// In one line, the most telling first.
    public static String brief(CodedFigures figures) {
        List<String> parts = new ArrayList<>();
        parts.add("true peak " + level(figures.coded().truePeakDbtp()));
        parts.add("difference " + below(figures.belowDb()) + (isLevel(figures.belowDb()) ? " the sound" : ""));
        figures.cutoffHz()
                .ifPresent(hertz -> parts.add(hertz < HIGHEST_HEARD ? "ends at " + kilohertz(hertz) : "keeps the top"));
        return String.join(" · ", parts);
    }

    /// In sentences: peaks, loudness, difference, its parts, the highest tones.
    public static List<String> sentences(CodedFigures figures) {
        List<String> all = new ArrayList<>();
        all.add(peaks(figures));
        if (figures.passes() > 1 && figures.loweredDb() > 0) {
            all.add(String.format(
                    Locale.ROOT,
                    "With the limiter as it is set they would reach %s dBTP%s; a delivery sets it to %s dBTP for this file.",
                    level(figures.asSet().truePeakDbtp()),
                    over(figures.asSet()),
                    level(figures.limiterDbtp())));
        }
        double lu = figures.louderLu();
        all.add(
                Math.abs(lu) < HEARD_LU
                        ? "As loud as the master."
                        : String.format(
                                Locale.ROOT,
                                "%.1f LU %s than the master.",
                                Math.abs(lu),
                                lu > 0 ? "louder" : "softer"));
        all.add("The difference is " + difference(figures) + ".");
        String parts = parts(figures.thirds());
        if (!parts.isEmpty()) {
            all.add("By part: " + parts + ".");
        }
        all.add(top(figures));
        return all;
    }

    /// How loud the difference is: `38 dB below the sound`.
    public static String difference(CodedFigures figures) {
        return below(figures.belowDb()) + " the sound";
    }

    private static String peaks(CodedFigures figures) {
        return "Decoded, peaks reach " + level(figures.coded().truePeakDbtp()) + " dBTP" + over(figures.kept()) + ".";
    }

    private static String over(CodedFigures.Peaks peaks) {
        if (peaks.samples() == 0) {
            return ", none above full scale";
        }
        return String.format(
                Locale.ROOT,
                ", above full scale in %d %s (%d %s)",
                peaks.places(),
                peaks.places() == 1 ? "place" : "places",
                peaks.samples(),
                peaks.samples() == 1 ? "sample" : "samples");
    }

    private static String top(CodedFigures figures) {
        if (figures.cutoffHz().isEmpty()) {
            return "The highest tones are there.";
        }
        double hertz = figures.cutoffHz().getAsDouble();
        return hertz < HIGHEST_HEARD
                ? "Everything above " + kilohertz(hertz) + " is gone."
                : "Everything up to " + kilohertz(hertz) + " is there.";
    }

    private static String parts(List<CodedFigures.Third> thirds) {
        double loudest =
                thirds.stream().mapToDouble(CodedFigures.Third::masterDb).max().orElse(Double.NEGATIVE_INFINITY);
        List<String> all = new ArrayList<>();
        double from = 0;
        for (Part part : Part.values()) {
            double master = 0;
            double difference = 0;
            for (CodedFigures.Third third : thirds) {
                if (third.hertz() >= from && third.hertz() < part.upTo) {
                    master += Math.pow(10, third.masterDb() / 10);
                    difference += Math.pow(10, third.differenceDb() / 10);
                }
            }
            from = part.upTo;
            double masterDb = 10 * Math.log10(master);
            if (masterDb > loudest - SILENT) {
                double belowDb = masterDb - 10 * Math.log10(difference);
                all.add(part.words + " " + below(belowDb) + (isLevel(belowDb) ? " it" : ""));
            }
        }
        return String.join(", ", all);
    }

    private static boolean isLevel(double db) {
        return Double.isFinite(db) && Math.round(db) == 0;
    }

    /// `38 dB below`, or `level with`, which wants to be told with what.
    private static String below(double db) {
        if (Double.isNaN(db) || db > MOST_BELOW) {
            return "more than " + Math.round(MOST_BELOW) + " dB below";
        }
        long whole = Math.round(db);
        return whole > 0 ? whole + " dB below" : whole == 0 ? "level with" : -whole + " dB above";
    }

    private static String level(double db) {
        return db == Double.NEGATIVE_INFINITY ? "-inf" : String.format(Locale.ROOT, "%.1f", db + 0.0);
    }

    private static String kilohertz(double hertz) {
        double kilo = Math.round(hertz / 100) / 10.0;
        return (kilo == Math.rint(kilo) ? String.valueOf(Math.round(kilo)) : String.valueOf(kilo)) + " kHz";
    }
}
