package studio.headroom.mastering.assist;

import studio.headroom.project.Span;

/// Something about a print that stands out.
///
/// @param figure how much, in `unit`
/// @param text what it is and what to do, in plain words with the number
/// @param place where it is plainest, in frames of the print; all of it where it is everywhere alike
public record Finding(Fault fault, double figure, String unit, String text, Span place) {
    /// What can be the matter.
    public enum Fault {
        DULL,
        BRIGHT,
        BOOMY,
        THIN,
        HARSH,
        NARROW,
        WIDE,
        TOO_DYNAMIC,
        OVER_COMPRESSED,
        LEFT_HEAVY,
        RIGHT_HEAVY,
        DC,
        CLIPPED,
        NOISY,
        OUT_OF_PHASE;

        /// Whether it should be mended in the mix: what mastering could do about it would do harm.
        public boolean belongsToTheMix() {
            return ordinal() >= OVER_COMPRESSED.ordinal();
        }
    }
}
