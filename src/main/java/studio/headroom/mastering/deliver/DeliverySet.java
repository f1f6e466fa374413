package studio.headroom.mastering.deliver;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.headroom.mastering.DataTable;

/// Files that are often wanted together. They live in the data file `sets.tsv`.
///
/// @param name for the command line, stable
/// @param purpose a sentence
public record DeliverySet(String name, String label, String purpose, List<DeliveryItem> items) {
    private static final List<DeliverySet> ALL = DataTable.rows(DeliverySet.class, "sets.tsv", 4).stream()
            .map(DeliverySet::of)
            .toList();

    public DeliverySet {
        items = List.copyOf(items);
    }

    /// All of them in the order of the data file.
    public static List<DeliverySet> all() {
        return ALL;
    }

    public static Optional<DeliverySet> find(String name) {
        return ALL.stream().filter(set -> set.name.equals(name)).findFirst();
    }

    private static DeliverySet of(List<String> row) {
        return new DeliverySet(
                row.get(0),
                row.get(1),
                row.get(2),
                Arrays.stream(row.get(3).split(" \\| ", -1))
                        .map(ItemText::parse)
                        .toList());
    }
}
