package studio.headroom.dsp.filter;

import studio.headroom.concurrent.RealTime;

/// What a band of an equalizer does to the spectrum. In files a shape is known by its place here: new ones go to the
/// end.
public enum FilterShape {
    BELL(true),
    LOW_SHELF(true),
    HIGH_SHELF(true),
    /// Passes what is above its frequency.
    LOW_CUT(false),
    /// Passes what is below its frequency.
    HIGH_CUT(false),
    NOTCH(false),
    /// Turns the spectrum about its frequency: the gain above, the opposite below.
    TILT(true),
    BAND_PASS(false),
    /// Turns the phase, by 180° at its frequency, and leaves the spectrum.
    ALL_PASS(false);

    private final boolean usesGain;

    FilterShape(boolean usesGain) {
        this.usesGain = usesGain;
    }

    /// Whether the shape has a gain, and is flat where that is 0 dB.
    @RealTime
    public boolean usesGain() {
        return usesGain;
    }

    @RealTime
    public boolean isCut() {
        return this == LOW_CUT || this == HIGH_CUT;
    }
}
