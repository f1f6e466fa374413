package studio.headroom.mastering.assist;

import java.util.List;

/// One thing that was changed, and why.
///
/// @param effect id of the effect's type
/// @param changes controls that were moved together; for the loudness of the master `lufs`, which is no control of the
///     limiter but what it is driven to
/// @param reason in plain words with numbers
public record Move(Aspect aspect, String effect, List<Change> changes, String reason) {
    public Move {
        changes = List.copyOf(changes);
    }

    /// What an amount belongs to.
    public enum Aspect {
        TONE,
        WIDTH,
        DYNAMICS,
        LOUDNESS
    }

    /// A control.
    ///
    /// @param param its id
    /// @param from plain value before
    /// @param to plain value after
    /// @param text both as people read them: `0.0 dB → -1.4 dB`
    public record Change(String param, double from, double to, String text) {}
}
