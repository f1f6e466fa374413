package studio.headroom.param;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Immutable plain values by parameter id. A control that is not named here has its initial value, so that a file
/// says only what was set.
public final class Values {
    public static final Values INITIAL = new Values(new TreeMap<>());

    private final SortedMap<String, Double> byId;

    private Values(SortedMap<String, Double> byId) {
        this.byId = Collections.unmodifiableSortedMap(byId);
    }

    /// @throws IllegalArgumentException when a value is no number
    public static Values of(Map<String, Double> byId) {
        byId.forEach((id, value) -> {
            if (Double.isNaN(value)) {
                throw new IllegalArgumentException("the value of '" + id + "' is not a number");
            }
        });
        return new Values(new TreeMap<>(byId));
    }

    /// The value of a control, clamped into its range.
    public double get(Param param) {
        Double value = byId.get(param.id());
        return value == null ? param.initial() : param.clamp(value);
    }

    public boolean isOn(Param toggle) {
        return get(toggle) >= 0.5;
    }

    /// These values with one of them set (clamped); setting the initial value removes the entry.
    public Values with(Param param, double plain) {
        TreeMap<String, Double> copy = new TreeMap<>(byId);
        double clamped = param.clamp(plain);
        if (clamped == param.initial()) {
            copy.remove(param.id());
        } else {
            copy.put(param.id(), clamped);
        }
        return new Values(copy);
    }

    /// Sorted by id. Ids that no control knows are kept, so that a newer file survives an older program.
    public SortedMap<String, Double> asMap() {
        return byId;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Values values && byId.equals(values.byId);
    }

    @Override
    public int hashCode() {
        return byId.hashCode();
    }

    @Override
    public String toString() {
        return byId.toString();
    }
}
