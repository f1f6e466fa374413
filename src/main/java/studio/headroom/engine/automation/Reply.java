package studio.headroom.engine.automation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.headroom.project.edit.Edit;

/// An [Outcome] in the making.
final class Reply {
    private final Map<Address, ControlOverride> changes = new LinkedHashMap<>();
    private final List<Edit> edits = new ArrayList<>();

    /// Tells the engine something about a control, unless it knows.
    void tell(Hand hand, ControlOverride override) {
        boolean follows = override instanceof ControlOverride.Follow && hand.override instanceof ControlOverride.Follow;
        if (!follows && !override.equals(hand.override)) {
            hand.override = override;
            changes.put(hand.address, override);
        }
    }

    /// Tells it regardless.
    void tell(Address address, ControlOverride override) {
        changes.put(address, override);
    }

    /// Leaves out the glide of what it tells about a control.
    void settle(Address address) {
        changes.computeIfPresent(address, (same, told) -> ControlOverride.FOLLOW);
    }

    void edit(Edit edit) {
        edits.add(edit);
    }

    Outcome outcome() {
        Optional<Edit> edit = edits.size() > 1
                ? Optional.of(Edit.sequence("Trim automation", edits))
                : edits.stream().findFirst();
        List<Outcome.Change> list = changes.entrySet().stream()
                .map(entry -> new Outcome.Change(entry.getKey(), entry.getValue()))
                .toList();
        return new Outcome(list, edit);
    }
}
