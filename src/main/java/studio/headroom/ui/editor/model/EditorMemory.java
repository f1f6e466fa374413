package studio.headroom.ui.editor.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What editors of a song remember from one opening to the next, and nothing else does: the settings that are not
/// heard,
/// how bypass compares, how spectra are drawn. UI thread.
public final class EditorMemory {
    private final Map<String, EditorModel.Sides> sides = new HashMap<>();
    private final Set<String> plainBypass = new HashSet<>();
    private final SpectrumView spectrum = new SpectrumView();

    /// The two sets of settings by insert.
    Map<String, EditorModel.Sides> sides() {
        return sides;
    }

    /// Whether an insert's dry path is to be as loud as its wet one; so it is until told otherwise.
    boolean comparesAtEqualLoudness(String insertId) {
        return !plainBypass.contains(insertId);
    }

    void compareAtEqualLoudness(String insertId, boolean equal) {
        if (equal) {
            plainBypass.remove(insertId);
        } else {
            plainBypass.add(insertId);
        }
    }

    /// How spectra are drawn, in all editors alike.
    public SpectrumView spectrum() {
        return spectrum;
    }
}
