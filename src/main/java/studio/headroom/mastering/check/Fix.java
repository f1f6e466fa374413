package studio.headroom.mastering.check;

/// A cure simple enough to be done with one click.
///
/// @param amount seconds for trims and fades, dB for gains, Hz for filters
public record Fix(Action action, double amount) {
    /// What is done.
    public enum Action {
        /// Cuts so many seconds off the beginning.
        TRIM_HEAD,
        /// Cuts so many seconds off the end.
        TRIM_TAIL,
        /// Fades in over so many seconds.
        FADE_IN,
        /// Fades out over so many seconds.
        FADE_OUT,
        /// Adds so many seconds of silence before.
        PAD_HEAD,
        /// Adds so many seconds of silence after.
        PAD_TAIL,
        /// A low cut at so many Hz.
        LOW_CUT,
        /// Turns all down by so many dB.
        LOWER,
        /// Turns the right channel up by so many dB against the left.
        BALANCE,
        /// Makes what lies below so many Hz mono.
        MONO_LOW_END
    }
}
