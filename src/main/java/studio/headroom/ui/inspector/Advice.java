package studio.headroom.ui.inspector;

/// Something that was measured and may be worth a look. It changes nothing.
///
/// @param title the finding, with its number
/// @param detail what it means and what could be done
/// @param target the control that it leads to
public record Advice(Kind kind, String title, String detail, Target target) {
    /// What was found; the most urgent first.
    public enum Kind {
        /// Peaks go over full scale.
        OVER,
        /// The clip light is on, and the sound is lower by now.
        OLD_CLIP,
        /// Left and right cancel each other.
        OPPOSED,
        /// The compressor takes much.
        SQUASHED,
        /// What comes in is far too soft.
        QUIET
    }

    /// A control of the inspector.
    public enum Target {
        PEAK,
        TRIM,
        WIDTH,
        THRESHOLD
    }
}
