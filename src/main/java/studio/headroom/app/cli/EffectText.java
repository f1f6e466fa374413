package studio.headroom.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.param.Param;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;

/// An effect as typed: `eq band1.type=bell band1.freq=1k band1.gain=6`.
final class EffectText {
    private EffectText() {}

    /// The inserts of several texts, one effect each.
    ///
    /// @throws IllegalArgumentException with what would be right
    static List<Insert> parseAll(List<String> texts) {
        List<Insert> inserts = new ArrayList<>();
        for (String text : texts) {
            inserts.add(parse("e" + (inserts.size() + 1), text));
        }
        return inserts;
    }

    static Insert parse(String insertId, String text) {
        String[] words = text.strip().split("\\s+");
        EffectType type = Catalogue.find(words[0])
                .orElseThrow(() -> new IllegalArgumentException("there is no effect '" + words[0] + "'; there are "
                        + Catalogue.types().stream().map(EffectType::id).collect(Collectors.joining(", "))));
        Values values = Values.INITIAL;
        for (int i = 1; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            if (equals <= 0) {
                throw new IllegalArgumentException(
                        "'" + words[i] + "' is not of the form name=value, as in 'threshold=-20'");
            }
            values = set(type, values, words[i].substring(0, equals), words[i].substring(equals + 1));
        }
        return new Insert(insertId, type.id(), values, null);
    }

    private static Values set(EffectType type, Values values, String id, String value) {
        int index = type.params().indexOf(id);
        if (index < 0) {
            throw new IllegalArgumentException("the effect '" + type.id() + "' has no parameter '" + id
                    + "'; see 'headroom effects " + type.id() + "'");
        }
        Param param = type.params().get(index);
        try {
            return values.with(param, param.parse(value));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(type.id() + " " + id + ": " + e.getMessage(), e);
        }
    }
}
