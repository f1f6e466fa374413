package studio.headroom.engine.meter;

/// What a [StripMeter] shows; the ordinal is the slot. Levels are linear, full scale being 1, so that the audio thread
/// takes no logarithms; see [studio.headroom.audio.Decibels].
public enum StripReading {
    /// The largest sample of at least the last 100 ms and at most 110 ms.
    PEAK_LEFT,
    PEAK_RIGHT,
    /// Root mean square of the last 300 ms, renewed every 10 ms. A full-scale sine reads 0.707.
    RMS_LEFT,
    RMS_RIGHT,
    /// The largest sample since the last reset.
    HIGHEST_PEAK_LEFT,
    HIGHEST_PEAK_RIGHT,
    /// Samples of both sides beyond full scale, or not a number, since the last reset. A strip is floating point and
    /// does not clip; they would if they were written or played like this.
    CLIPPED
}
