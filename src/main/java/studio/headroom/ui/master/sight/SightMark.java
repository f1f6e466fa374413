package studio.headroom.ui.master.sight;

/// A place of the print that somebody should see to.
///
/// @param frame of the print
/// @param text what is to be seen to there, in a line
public record SightMark(long frame, Kind kind, String text) {
    /// What kind of place it is; each has a shape of its own.
    public enum Kind {
        /// A note to the mix.
        TO_DO,
        /// What the quality check found.
        NOTE,
        WARNING,
        ERROR
    }
}
