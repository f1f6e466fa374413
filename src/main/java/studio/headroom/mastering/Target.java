package studio.headroom.mastering;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
    private static final List<Target> ALL = load();

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

    private static List<Target> load() {
        try (InputStream data = Target.class.getResourceAsStream("targets.tsv")) {
            if (data == null) {
                throw new IllegalStateException("targets.tsv is missing from the program");
            }
            List<Target> targets = new ArrayList<>();
            String text = new String(data.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .skip(1)
                    .toList()) {
                targets.add(parse(line));
            }
            return List.copyOf(targets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Target parse(String line) {
        String[] field = line.split("\t", -1);
        if (field.length != 9) {
            throw new IllegalStateException("targets.tsv: " + field.length + " fields instead of 9 in: " + line);
        }
        return new Target(
                field[0],
                field[1],
                field[2].equals("-") ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(field[2])),
                Double.parseDouble(field[3]),
                number(field[4]),
                number(field[5]),
                field[6],
                field[7],
                field[8]);
    }

    private static OptionalInt number(String text) {
        return text.equals("-") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    }
}
