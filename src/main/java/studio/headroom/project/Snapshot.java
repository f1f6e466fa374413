package studio.headroom.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A mix that is kept beside the present one, to be compared with it and to be gone back to. It holds what the mixer
/// does ([StripState]) and not what the timeline plays. It stays when edits are undone.
///
/// @param slot `A` to `D` for the four that are at hand, or empty
/// @param loudness of this mix in LUFS where it was measured, so that two can be heard at the same loudness
/// @param strips in mixer order, the master last
public record Snapshot(String id, String slot, String name, OptionalDouble loudness, List<StripState> strips) {
    public static final List<String> SLOTS = List.of("A", "B", "C", "D");

    public Snapshot {
        name = Names.line(name);
        strips = List.copyOf(strips);
        if (!slot.isEmpty() && !SLOTS.contains(slot)) {
            throw new InvalidProjectException("a snapshot has no slot '" + slot + "'");
        }
        if (loudness.isPresent() && !Double.isFinite(loudness.getAsDouble())) {
            throw new InvalidProjectException("the snapshot '" + name + "' has no loudness that is a number");
        }
    }

    /// The mix of a song as it is.
    public static Snapshot of(Project project, String id, String slot, String name) {
        List<StripState> states = new ArrayList<>();
        project.strips().forEach(strip -> states.add(StripState.of(strip)));
        states.add(StripState.of(project.master()));
        return new Snapshot(id, slot, name, OptionalDouble.empty(), states);
    }

    public Optional<StripState> strip(String stripId) {
        return strips.stream().filter(state -> state.strip().equals(stripId)).findFirst();
    }

    public Snapshot withSlot(String changed) {
        return new Snapshot(id, changed, name, loudness, strips);
    }

    public Snapshot withName(String changed) {
        return new Snapshot(id, slot, changed, loudness, strips);
    }

    public Snapshot withLoudness(OptionalDouble changed) {
        return new Snapshot(id, slot, name, changed, strips);
    }
}
