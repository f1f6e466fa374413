package studio.headroom.mastering;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// The tables of figures that come with the program: text, its fields parted by tabs, lines of `#` are remarks, the
/// first
/// other line names the fields.
public final class DataTable {
    private DataTable() {}

    /// The rows of a table.
    ///
    /// @param owner beside which the file lies
    /// @param fields how many each row has
    /// @throws IllegalStateException when the program's own file is missing or broken
    public static List<List<String>> rows(Class<?> owner, String file, int fields) {
        try (InputStream data = owner.getResourceAsStream(file)) {
            if (data == null) {
                throw new IllegalStateException(file + " is missing from the program");
            }
            return new String(data.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .skip(1)
                    .map(line -> row(line, file, fields))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The name that a row is found by, of what a person typed: `Apple Music` is `apple-music`.
    public static String name(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static List<String> row(String line, String file, int fields) {
        List<String> row = List.of(line.split("\t", -1));
        if (row.size() != fields) {
            throw new IllegalStateException(file + ": " + row.size() + " fields instead of " + fields + ": " + line);
        }
        return row;
    }
}
