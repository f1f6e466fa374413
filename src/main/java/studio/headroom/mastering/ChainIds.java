package studio.headroom.mastering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.param.Param;
import studio.headroom.project.Insert;
import studio.headroom.project.StripControls;

/// Finds what a chain from a file names that no effect has, so that a slip of the pen is not taken for a setting.
public final class ChainIds {
    /// Names that differ in more than a third of their letters are no slips.
    private static final int LETTERS_PER_SLIP = 3;
    /// From here on two letters may have changed places.
    private static final int SHORT = 4;

    private ChainIds() {}

    /// Each effect and each control that there is not, in a sentence with the nearest name that there is. Effects that
    /// are
    /// bypassed may be of another version.
    public static List<String> problems(List<Insert> chain) {
        List<String> problems = new ArrayList<>();
        for (Insert insert : chain) {
            Optional<EffectType> type = Catalogue.find(insert.type());
            if (type.isPresent()) {
                controls(insert, type.get(), problems);
            } else if (!insert.bypassed()) {
                List<String> effects =
                        Catalogue.types().stream().map(EffectType::id).toList();
                problems.add("There is no effect '" + insert.type() + "'"
                        + nearest(insert.type(), effects, "'headroom effects' lists them"));
            }
        }
        return problems;
    }

    private static void controls(Insert insert, EffectType type, List<String> problems) {
        List<String> known =
                new ArrayList<>(type.params().params().stream().map(Param::id).toList());
        known.add(StripControls.BYPASS.id());
        for (String id : insert.values().asMap().keySet()) {
            if (!known.contains(id)) {
                problems.add("The effect '" + type.id() + "' has no control '" + id + "'"
                        + nearest(id, known, "'headroom effects " + type.id() + "' lists them"));
            }
        }
    }

    private static String nearest(String typed, List<String> known, String otherwise) {
        String name = known.stream()
                .min(Comparator.comparingInt(id -> distance(typed, id)))
                .orElse("");
        int letters = Math.min(typed.length(), name.length());
        boolean slip = distance(typed, name) <= Math.max(letters < SHORT ? 1 : 2, letters / LETTERS_PER_SLIP);
        return slip ? "; the nearest is '" + name + "'." : "; " + otherwise + ".";
    }

    /// How many letters have to be put in, left out or changed (Levenshtein, 1966), whatever their case.
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
                int changed = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
