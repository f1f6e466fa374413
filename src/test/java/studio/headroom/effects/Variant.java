package studio.headroom.effects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;

/// An effect of the catalogue that begins with other values: what holds for every effect is tested with it, too.
final class Variant {
    private Variant() {}

    /// @param idsAndPlain as of [Rig#values]
    static EffectType of(String id, Object... idsAndPlain) {
        EffectType type = Catalogue.find(id).orElseThrow();
        double[] values = Rig.values(type, idsAndPlain);
        List<Param> params = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            Param each = type.params().get(i);
            params.add(new Param(
                    each.id(),
                    each.label(),
                    each.unit(),
                    each.range(),
                    values[i],
                    each.smoothing(),
                    each.automatable()));
        }
        return new EffectType(
                id,
                type.label() + " "
                        + Arrays.stream(idsAndPlain)
                                .map(Object::toString)
                                .limit(4)
                                .collect(Collectors.joining(" ")),
                type.purpose(),
                new ParamSet(params),
                type.linear(),
                type.bending(),
                type.keyInput(),
                type.widening(),
                type.factory());
    }
}
