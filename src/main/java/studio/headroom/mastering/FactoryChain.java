package studio.headroom.mastering;

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
/// @param group what it is chosen by
/// @param job what it is for
/// @param ceiling of its limiter in dBTP, where no other is asked for
/// @param beyond why it goes further than gentle; empty for one that does not
public record FactoryChain(
        String name, String label, Group group, String job, double ceiling, String beyond, List<Insert> chain) {
    public enum Group {
        GENRE,
        JOB
    }

    private static final String FILE = "chains.tsv";
    private static final int FIELDS = 7;
    private static final List<FactoryChain> ALL = DataTable.rows(FactoryChain.class, FILE, FIELDS).stream()
            .map(FactoryChain::parse)
            .toList();

    public FactoryChain {
        chain = List.copyOf(chain);
    }

    /// All of them in the order of the data file.
    public static List<FactoryChain> all() {
        return ALL;
    }

    /// The one of a name, however it is typed.
    public static Optional<FactoryChain> find(String name) {
        return ALL.stream()
                .filter(chain -> chain.name.equals(DataTable.name(name)))
                .findFirst();
    }

    private static FactoryChain parse(List<String> field) {
        double ceiling = Double.parseDouble(field.get(4));
        List<Insert> chain = new ArrayList<>();
        for (String effect : field.get(6).split(" \\| ", -1)) {
            chain.add(insert("factory-" + (chain.size() + 1), effect));
        }
        MasteringChain whole = MasteringChain.of(chain);
        List<Insert> complete = new ArrayList<>(whole.front());
        complete.add(whole.limiterAt(ceiling));
        return new FactoryChain(
                field.get(0),
                field.get(1),
                field.get(2).equals("genre") ? Group.GENRE : Group.JOB,
                field.get(3),
                ceiling,
                field.get(5),
                complete);
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
