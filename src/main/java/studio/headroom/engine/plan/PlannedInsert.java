package studio.headroom.engine.plan;

import java.util.Arrays;
import java.util.Objects;
import studio.headroom.effects.EffectType;
import studio.headroom.param.ParamSet;
import studio.headroom.project.Insert;

/// An effect in a planned strip.
///
/// @param key what keeps its instance apart from all others, also from an older one of the same insert
/// @param channels into it
/// @param silent passes the sound on as if it were bypassed, whatever its bypass says
/// @param leaving is fading out and then gone
public record PlannedInsert(Key key, Insert insert, EffectType type, int channels, boolean silent, boolean leaving) {
    /// @param generation counts instances of the same insert, since an id can come again or move
    public record Key(PlannedStrip.Key strip, String insertId, int generation) {}

    public int outputChannels() {
        return type.outputChannels(channels);
    }

    public boolean isLinear() {
        return type.isLinear(type.params().resolve(insert.values()));
    }

    PlannedInsert as(PlannedStrip.Key strip, int generation) {
        return new PlannedInsert(new Key(strip, key.insertId, generation), insert, type, channels, silent, leaving);
    }

    /// The same, passing the sound on as if it were bypassed.
    public PlannedInsert silenced() {
        return new PlannedInsert(key, insert, type, channels, true, leaving);
    }

    PlannedInsert onItsWayOut() {
        return new PlannedInsert(key, insert, type, channels, silent, true);
    }

    /// Whether an instance prepared for the other can go on as this one: it listens to the same, and all that differs
    /// can be reached by moving controls.
    boolean continues(PlannedInsert other) {
        return key.insertId.equals(other.key.insertId)
                && type == other.type
                && channels == other.channels
                && silent == other.silent
                && Objects.equals(insert.key(), other.insert.key())
                && Arrays.equals(fixedValues(), other.fixedValues());
    }

    /// The values that only a new preparation can change.
    private double[] fixedValues() {
        ParamSet params = type.params();
        double[] all = params.resolve(insert.values());
        double[] fixed = new double[all.length];
        for (int i = 0; i < all.length; i++) {
            fixed[i] = params.get(i).automatable() ? 0 : all[i];
        }
        return fixed;
    }
}
