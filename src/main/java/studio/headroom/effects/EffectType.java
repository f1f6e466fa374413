package studio.headroom.effects;

import java.util.List;
import java.util.function.Supplier;
import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;

/// What an effect *is*, apart from any one instance: its name in files, its controls and how it may be wired.
///
/// @param id stable for ever: the key in project files and presets
/// @param label its name in menus
/// @param purpose what it does for a mix, one sentence in plain words
/// @param params its controls; their order may grow at the end only
/// @param linear whether the sum of two signals comes out as the sum of what each would have come out as, while none of
///     `bending` is on
/// @param bending fixed switches of an otherwise linear effect that make it follow the signal
/// @param keyInput whether it can listen to another signal than the one it changes (sidechain)
/// @param widening whether it turns a mono signal into stereo
/// @param factory makes an instance, which must be prepared before anything else
public record EffectType(
        String id,
        String label,
        String purpose,
        ParamSet params,
        boolean linear,
        List<String> bending,
        boolean keyInput,
        boolean widening,
        Supplier<Effect> factory) {
    public EffectType {
        bending = List.copyOf(bending);
        for (String toggle : bending) {
            if (params.indexOf(toggle) < 0 || params.get(params.indexOf(toggle)).automatable()) {
                throw new IllegalArgumentException("effect " + id + " has no fixed switch " + toggle);
            }
        }
        if (!id.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("effect id '" + id + "' is not of the form true-peak-limiter");
        }
        for (Param param : params.params()) {
            if (param.id().equals("bypass")) {
                throw new IllegalArgumentException("bypass belongs to the insert, not to the effect " + id);
            }
        }
    }

    public EffectType(
            String id,
            String label,
            String purpose,
            ParamSet params,
            boolean linear,
            boolean keyInput,
            boolean widening,
            Supplier<Effect> factory) {
        this(id, label, purpose, params, linear, List.of(), keyInput, widening, factory);
    }

    /// Whether an instance with these values is linear.
    ///
    /// @param values plain, by parameter index
    public boolean isLinear(double[] values) {
        return linear && bending.stream().noneMatch(toggle -> values[params.indexOf(toggle)] >= 0.5);
    }

    public int outputChannels(int inputChannels) {
        return widening ? 2 : inputChannels;
    }
}
