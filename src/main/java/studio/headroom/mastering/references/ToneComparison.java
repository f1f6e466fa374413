package studio.headroom.mastering.references;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.headroom.dsp.analysis.ToneBand;
import studio.headroom.dsp.analysis.ToneProfile;

/// What a master has more or less of than a reference, in each band, both at one loudness. Immutable.
///
/// @param rows one for each band, in their order
public record ToneComparison(List<Row> rows) {
    /// What is softer than this against the loudness is not music.
    private static final double NOTHING_DB = -70;

    private static final double AUDIBLE_DB = 0.5;
    private static final double MOST_DB = 40;

    public ToneComparison {
        rows = List.copyOf(rows);
    }

    /// @param master likewise as loud as it is
    /// @param reference as loud as it is; the difference of both loudnesses is taken off
    public static ToneComparison of(ToneProfile master, ToneProfile reference) {
        return new ToneComparison(Arrays.stream(ToneBand.values())
                .map(band -> row(band, master, reference))
                .toList());
    }

    private static Row row(ToneBand band, ToneProfile master, ToneProfile reference) {
        double own = master.levelDb(band) - master.lufs();
        double other = reference.levelDb(band) - reference.lufs();
        boolean there = own > NOTHING_DB;
        boolean wanted = other > NOTHING_DB;
        if (!there || !wanted) {
            double level = there ? MOST_DB : wanted ? -MOST_DB : 0;
            return new Row(band, level, Double.NaN, Double.NaN);
        }
        return new Row(
                band,
                Math.clamp(own - other, -MOST_DB, MOST_DB),
                master.sideDb(band) - reference.sideDb(band),
                master.crestDb(band) - reference.crestDb(band));
    }

    /// A band.
    ///
    /// @param levelDb how much more of it the master has; 40 where the reference has nothing there, -40 where the
    ///     master has nothing
    /// @param sideDb how much higher the sides are against the middle; NaN where one has nothing there
    /// @param crestDb how much farther peaks stand out; NaN where one has nothing there
    public record Row(ToneBand band, double levelDb, double sideDb, double crestDb) {
        /// `Bass: 2.1 dB more than the reference`.
        public String words() {
            return band.label() + ": " + level() + " the reference";
        }

        private String level() {
            if (Math.abs(levelDb) < AUDIBLE_DB) {
                return "as much as";
            }
            if (Math.abs(levelDb) == MOST_DB) {
                return levelDb > 0 ? "far more than" : "far less than";
            }
            return number(levelDb) + " dB " + (levelDb > 0 ? "more than" : "less than");
        }

        /// All that is known: level, width, dynamics.
        public String allWords() {
            StringBuilder words = new StringBuilder(words());
            if (!Double.isNaN(sideDb)) {
                words.append(", ").append(apart(sideDb, "wider", "narrower", "as wide"));
                words.append(", ").append(apart(crestDb, "more dynamic", "less dynamic", "as dynamic"));
            }
            return words.toString();
        }

        private static String apart(double db, String more, String less, String same) {
            return Math.abs(db) < AUDIBLE_DB ? same : number(db) + " dB " + (db > 0 ? more : less);
        }

        private static String number(double db) {
            return String.format(Locale.ROOT, "%.1f", Math.abs(db));
        }
    }

    public Row row(ToneBand band) {
        return rows.get(band.ordinal());
    }

    /// The band whose level is the farthest apart; empty where none is to be heard.
    public Optional<Row> farthest() {
        return rows.stream()
                .max(Comparator.comparingDouble(row -> Math.abs(row.levelDb)))
                .filter(row -> Math.abs(row.levelDb) >= AUDIBLE_DB);
    }
}
