package studio.headroom.project.compare;

import java.util.Optional;
import studio.headroom.param.ParamSet;

/// What effects are called and what their controls are, for those who know songs but no effects.
public interface EffectNames {
    /// An effect that nobody knows is called by its type.
    EffectNames NONE = new EffectNames() {
        @Override
        public String label(String type) {
            return type;
        }

        @Override
        public Optional<ParamSet> controls(String type) {
            return Optional.empty();
        }
    };

    /// The name of a type of effect in menus: `Compressor`.
    String label(String type);

    /// Its controls, or nothing where the type is not known.
    Optional<ParamSet> controls(String type);
}
