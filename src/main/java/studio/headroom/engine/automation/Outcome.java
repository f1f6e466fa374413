package studio.headroom.engine.automation;

import java.util.List;
import java.util.Optional;
import studio.headroom.project.edit.Edit;

/// What follows from a call of [AutomationRecorder].
///
/// @param changes for the engine, at most one for a control
/// @param edit to be applied to the song's history; those of one move from touch to release are one gesture
public record Outcome(List<Change> changes, Optional<Edit> edit) {
    /// Nothing follows.
    public static final Outcome NOTHING = new Outcome(List.of(), Optional.empty());

    /// What a control does from now on.
    public record Change(Address address, ControlOverride override) {}

    public Outcome {
        changes = List.copyOf(changes);
    }
}
