package studio.headroom.mastering.check;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import studio.headroom.mastering.DataTable;

/// What can be found. What it is called, what it is measured in and what to do about it stand in the data file
/// `findings.tsv`, a row for each. The order is the one of reports whose findings matter alike.
public enum FindingKind {
    NO_SOUND,
    NOT_NUMBERS,
    CLIPPED,
    FLAT_TOPS,
    OVER_CEILING,
    OVER_FULL_SCALE,
    DROPOUT,
    CLICK,
    CUT_START,
    CUT_TAIL,
    MONO_LOSS,
    LOW_END_PHASE,
    IMBALANCE,
    DC_OFFSET,
    TOO_HOT,
    LIMITED,
    LOSSY,
    UPSAMPLED,
    PADDED_BITS,
    NOISE,
    HUM,
    GAP,
    LONG_HEAD,
    LONG_TAIL,
    SHORT_HEAD,
    SHORT_TAIL,
    DENORMALS;

    /// Made with the first question, when all kinds are there.
    private static final class Table {
        private static final int FIELDS = 4;
        private static final Map<String, List<String>> ROWS =
                DataTable.rows(FindingKind.class, "findings.tsv", FIELDS).stream()
                        .collect(Collectors.toUnmodifiableMap(List::getFirst, row -> row));
    }

    private String field(int index) {
        List<String> row = Table.ROWS.get(id());
        if (row == null) {
            throw new IllegalStateException("findings.tsv has no row for " + id());
        }
        return row.get(index);
    }

    /// As JSON names it, such as `over-full-scale`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// In a few plain words.
    public String title() {
        return field(2);
    }

    /// Of value and limit; empty where there is nothing to measure.
    public String unit() {
        String unit = field(1);
        return unit.equals("-") ? "" : unit;
    }

    /// What to do about it.
    public String advice() {
        return field(3);
    }
}
