package studio.headroom.mastering.deliver;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Files that are often wanted together. They live in the data file `sets.tsv`.
///
/// @param name for the command line, stable
/// @param purpose a sentence
public record DeliverySet(String name, String label, String purpose, List<DeliveryItem> items) {
    private static final String FILE = "sets.tsv";
    private static final int FIELDS = 4;
    private static final List<DeliverySet> ALL = load();

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

    private static List<DeliverySet> load() {
        try (InputStream data = DeliverySet.class.getResourceAsStream(FILE)) {
            if (data == null) {
                throw new IllegalStateException(FILE + " is missing from the program");
            }
            return new String(data.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .skip(1)
                    .map(DeliverySet::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DeliverySet parse(String line) {
        String[] field = line.split("\t", -1);
        if (field.length != FIELDS) {
            throw new IllegalStateException(FILE + ": " + field.length + " fields instead of " + FIELDS + ": " + line);
        }
        return new DeliverySet(
                field[0],
                field[1],
                field[2],
                Arrays.stream(field[3].split(" \\| ", -1)).map(ItemText::parse).toList());
    }
}
