package studio.headroom.mastering;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.headroom.effects.Catalogue;
import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;

/// A mastering chain that comes with the program. They live in the data file `chains.tsv`.
///
/// @param name for the command line, stable
/// @param job what it is for
/// @param ceiling of its limiter in dBTP, where no other is asked for
public record FactoryChain(String name, String label, String job, double ceiling, List<Insert> chain) {
    private static final String FILE = "chains.tsv";
    private static final int FIELDS = 5;
    private static final List<FactoryChain> ALL = load();

    public FactoryChain {
        chain = List.copyOf(chain);
    }

    /// All of them in the order of the data file.
    public static List<FactoryChain> all() {
        return ALL;
    }

    public static Optional<FactoryChain> find(String name) {
        return ALL.stream().filter(chain -> chain.name.equals(name)).findFirst();
    }

    private static List<FactoryChain> load() {
        try (InputStream data = FactoryChain.class.getResourceAsStream(FILE)) {
            if (data == null) {
                throw new IllegalStateException(FILE + " is missing from the program");
            }
            String text = new String(data.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .skip(1)
                    .map(FactoryChain::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FactoryChain parse(String line) {
        String[] field = line.split("\t", -1);
        if (field.length != FIELDS) {
            throw new IllegalStateException(FILE + ": " + field.length + " fields instead of " + FIELDS + ": " + line);
        }
        List<Insert> chain = new ArrayList<>();
        for (String effect : field[4].split(" \\| ", -1)) {
            chain.add(insert("factory-" + (chain.size() + 1), effect));
        }
        return new FactoryChain(field[0], field[1], field[2], Double.parseDouble(field[3]), chain);
    }

    private static Insert insert(String id, String text) {
        String[] words = text.split(" ", -1);
        ParamSet params = Catalogue.find(words[0])
                .orElseThrow(() -> new IllegalStateException(FILE + ": no effect " + words[0]))
                .params();
        Values values = Values.INITIAL;
        for (int i = 1; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            int index = equals < 0 ? -1 : params.indexOf(words[i].substring(0, equals));
            if (index < 0) {
                throw new IllegalStateException(FILE + ": '" + words[i] + "' sets nothing of " + words[0]);
            }
            Param param = params.get(index);
            values = values.with(param, param.parse(words[i].substring(equals + 1)));
        }
        return new Insert(id, words[0], values, null);
    }
}
