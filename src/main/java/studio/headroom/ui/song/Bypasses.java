package studio.headroom.ui.song;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.headroom.project.Insert;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.InsertEdits;

/// Bypasses all effects of a chain in one step, and remembers which of them were on. UI thread.
public final class Bypasses {
    private final SongHistory history;
    private final Map<String, Set<String>> before = new HashMap<>();

    Bypasses(SongHistory history) {
        this.history = history;
    }

    /// Whether any effect of a chain is on.
    public static boolean anyOn(List<Insert> chain) {
        return chain.stream().anyMatch(insert -> !insert.bypassed());
    }

    /// Bypasses what is on in a chain. Where nothing is, switches on what was when the chain was bypassed as a whole,
    /// or
    /// everything when it never was.
    ///
    /// @param id of the strip, or empty for the mastering chain
    /// @param owner its name, for the step's
    public void turn(String id, String owner, List<Insert> chain) {
        if (chain.isEmpty()) {
            return;
        }
        boolean on = anyOn(chain);
        Set<String> turned = new HashSet<>();
        chain.stream()
                .filter(insert -> on != insert.bypassed())
                .filter(insert -> on || before.getOrDefault(id, Set.of()).contains(insert.id()))
                .forEach(insert -> turned.add(insert.id()));
        if (on) {
            before.put(id, Set.copyOf(turned));
        } else if (turned.isEmpty()) {
            chain.forEach(insert -> turned.add(insert.id()));
        }
        history.apply(Edit.sequence(
                (on ? "Bypass all effects of " : "Switch on all effects of ") + owner,
                chain.stream()
                        .filter(insert -> turned.contains(insert.id()))
                        .map(insert -> InsertEdits.bypass(insert.id(), on))
                        .toList()));
    }
}
