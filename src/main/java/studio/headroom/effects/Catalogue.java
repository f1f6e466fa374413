package studio.headroom.effects;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All effects by type id, in the order of menus. The only place that joins an id to code.
public final class Catalogue {
    private static final Map<String, EffectType> TYPES = new LinkedHashMap<>();

    static {
        for (EffectType type : List.of(
                Eq.TYPE,
                Compressor.TYPE,
                Gate.TYPE,
                DeEsser.TYPE,
                Multiband.TYPE,
                Transient.TYPE,
                Saturation.TYPE,
                Clipper.TYPE,
                Limiter.TYPE,
                Reverb.TYPE,
                Delay.TYPE,
                Chorus.TYPE,
                Phaser.TYPE,
                Tremolo.TYPE,
                Imager.TYPE,
                Utility.TYPE,
                ToneGenerator.TYPE)) {
            if (TYPES.put(type.id(), type) != null) {
                throw new IllegalStateException("two effects are called " + type.id());
            }
        }
    }

    private Catalogue() {}

    public static List<EffectType> types() {
        return List.copyOf(TYPES.values());
    }

    public static Optional<EffectType> find(String id) {
        return Optional.ofNullable(TYPES.get(id));
    }
}
