package studio.headroom.ui.song;

import java.time.Instant;

/// Whether the song on the disk is the one that is open.
public sealed interface SaveState {
    /// It is.
    ///
    /// @param at when it was saved or opened
    record Saved(Instant at) implements SaveState {}

    /// It is not; what is not saved is kept for a crash every few seconds.
    record Changed() implements SaveState {}

    /// It has no place on the disk yet; it is kept for a crash every few seconds.
    record NeverSaved() implements SaveState {}

    /// It is being written.
    record Saving() implements SaveState {}

    /// It could not be written.
    ///
    /// @param message names the file and the cure
    record Failed(String message) implements SaveState {}
}
