package studio.headroom.ui.song;

import java.time.Instant;

/// Whether the song on the disk is the one that is open.
public sealed interface SaveState {
    /// It is.
    ///
    /// @param at when it was saved or opened
    record Saved(Instant at) implements SaveState {}

    /// It is not.
    ///
    /// @param kept when the present state, or a recent one, was last kept for a crash; the epoch for never
    record Changed(Instant kept) implements SaveState {}

    /// It is being written.
    record Saving() implements SaveState {}

    /// It could not be written.
    ///
    /// @param message names the file and the cure
    record Failed(String message) implements SaveState {}
}
