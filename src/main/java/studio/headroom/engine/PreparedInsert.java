package studio.headroom.engine;

import studio.headroom.engine.plan.PlannedInsert;

/// An effect made ready, not yet in its slot.
///
/// @param values of its controls
/// @param joins whether it joins a chain that sounds
record PreparedInsert(PlannedInsert planned, EffectInstance instance, double[] values, boolean joins) {
    /// Frames by which it makes the signal late when all fades are over.
    int latency() {
        return planned.leaving() ? 0 : instance.effect.latency();
    }
}
