package studio.headroom.project;

import org.jspecify.annotations.Nullable;
import studio.headroom.param.Values;

/// An effect in a strip.
///
/// @param type id of the effect; one that is not known is kept; no file is rendered with it unless it is bypassed
/// @param values of the effect's controls and of [StripControls#BYPASS]
/// @param key id of the strip that it listens to instead of its own input, or null
public record Insert(
        String id, String type, Values values, @Nullable String key) {
    public static Insert create(String id, String type) {
        return new Insert(id, type, Values.INITIAL, null);
    }

    public boolean bypassed() {
        return values.isOn(StripControls.BYPASS);
    }

    public Insert withId(String changed) {
        return new Insert(changed, type, values, key);
    }

    public Insert withKey(@Nullable String changed) {
        return new Insert(id, type, values, changed);
    }

    public Insert withValues(Values changed) {
        return new Insert(id, type, changed, key);
    }
}
