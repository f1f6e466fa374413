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
    ALL_PASS(false),
    /// The gentlest shelf, of first order, after the tone controls of P. J. Baxandall (Wireless World, October 1952).
    LOW_BAXANDALL(true),
    HIGH_BAXANDALL(true);

    private final boolean usesGain;

    FilterShape(boolean usesGain) {
        this.usesGain = usesGain;
    }

    /// Whether the shape has a gain, and is flat where that is 0 dB.
    @RealTime
    public boolean usesGain() {
        return usesGain;
    }

    /// Whether Q changes the shape.
    @RealTime
    public boolean usesQ() {
        return this != LOW_BAXANDALL && this != HIGH_BAXANDALL;
    }

    /// Whether half its gain is reached at its frequency.
    @RealTime
    public boolean isShelf() {
        return this == LOW_SHELF || this == HIGH_SHELF || this == LOW_BAXANDALL || this == HIGH_BAXANDALL;
    }

    /// Whether the sound can move its gain: whether [DynamicSection] has the shape.
    @RealTime
    public boolean canMove() {
        return this == BELL || this == LOW_SHELF || this == HIGH_SHELF;
    }

    @RealTime
    public boolean isCut() {
        return this == LOW_CUT || this == HIGH_CUT;
    }
}
