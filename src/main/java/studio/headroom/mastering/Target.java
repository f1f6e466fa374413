package studio.headroom.mastering;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// What a destination asks of a finished song. The figures live in the data file `targets.tsv`, each with its source.
///
/// @param name for the command line and project files, stable
/// @param lufs integrated loudness in LUFS; empty where none is asked for
/// @param ceiling highest true peak in dBTP
/// @param bits of integer files; empty for the deliverer's choice
/// @param sampleRate of the file in Hz; empty for that of the mix
/// @param source where the figures are from
/// @param entered year and month in which the figures were entered, which is not when the source last changed
public record Target(
        String name,
        String label,
        OptionalDouble lufs,
        double ceiling,
        OptionalInt bits,
        OptionalInt sampleRate,
        String source,
        String entered,
        String note) {
    private static final List<Target> ALL = DataTable.rows(Target.class, "targets.tsv", 9).stream()
            .map(Target::of)
            .toList();

    /// Whether it is cut into a record, which limiting for loudness harms and wide bass endangers.
    public boolean cut() {
        return name.equals("vinyl");
    }

    /// All of them in the order of the data file.
    public static List<Target> all() {
        return ALL;
    }

    /// The one of a name, however it is typed.
    public static Optional<Target> find(String name) {
        return ALL.stream()
                .filter(target -> target.name.equals(DataTable.name(name)))
                .findFirst();
    }

    private static Target of(List<String> row) {
        return new Target(
                row.get(0),
                row.get(1),
                row.get(2).equals("-") ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(row.get(2))),
                Double.parseDouble(row.get(3)),
                number(row.get(4)),
                number(row.get(5)),
                row.get(6),
                row.get(7),
                row.get(8));
    }

    private static OptionalInt number(String text) {
        return text.equals("-") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    }
}
