package studio.headroom.mastering.deliver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.param.Param;
import studio.headroom.project.Insert;

/// What a chain is set to, as people read it.
public final class ChainWords {
    private ChainWords() {}

    /// A line for each effect that is on: `Limiter: Gain 4.0 dB, Ceiling -1.0 dB`. Controls that nobody moved are left
    /// out.
    public static List<String> of(List<Insert> chain) {
        return chain.stream()
                .filter(insert -> !insert.bypassed())
                .map(ChainWords::of)
                .toList();
    }

    private static String of(Insert insert) {
        Optional<EffectType> type = Catalogue.find(insert.type());
        if (type.isEmpty()) {
            return insert.type();
        }
        List<String> moved = new ArrayList<>();
        for (int i = 0; i < type.get().params().size(); i++) {
            Param param = type.get().params().get(i);
            double value = insert.values().get(param);
            if (value != param.initial()) {
                moved.add(param.label() + " " + param.format(value));
            }
        }
        return type.get().label() + ": " + (moved.isEmpty() ? "as it comes" : String.join(", ", moved));
    }
}
