package studio.headroom.param;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The controls of one owner in their order. The index is the engine's address of a control, the id its name in
/// files.
public final class ParamSet {
    private final List<Param> params;
    private final Map<String, Integer> indexById = new HashMap<>();

    public ParamSet(List<Param> params) {
        this.params = List.copyOf(params);
        for (int i = 0; i < this.params.size(); i++) {
            String id = this.params.get(i).id();
            if (indexById.put(id, i) != null) {
                throw new IllegalArgumentException("two parameters are called " + id);
            }
        }
    }

    public static ParamSet of(Param... params) {
        return new ParamSet(List.of(params));
    }

    public List<Param> params() {
        return params;
    }

    public int size() {
        return params.size();
    }

    public Param get(int index) {
        return params.get(index);
    }

    /// The index of a control, or -1.
    public int indexOf(String id) {
        return indexById.getOrDefault(id, -1);
    }

    /// The index of a control that this set is known to hold.
    ///
    /// @throws IllegalArgumentException when it does not
    public int indexOf(Param param) {
        int index = indexOf(param.id());
        if (index < 0) {
            throw new IllegalArgumentException("no parameter " + param.id());
        }
        return index;
    }

    /// Plain values by index: what `values` holds, clamped, and initial values for the rest.
    public double[] resolve(Values values) {
        double[] plain = new double[params.size()];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = values.get(params.get(i));
        }
        return plain;
    }
}
