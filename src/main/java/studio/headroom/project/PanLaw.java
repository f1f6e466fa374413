package studio.headroom.project;

/// How far a mono signal is turned down in the center of its way from left to right. Each side follows a sine over a
/// quarter of a turn, raised to a power; wholly at a side the signal is at unity under every law. Stereo signals are
/// balanced, whatever the law.
public enum PanLaw {
    /// -3 dB, the sine itself: as loud everywhere where both loudspeakers add as powers, as they do in a room.
    EQUAL_POWER(1),
    /// -4.5 dB: between the laws of the room and of the sum.
    COMPROMISE(1.5),
    /// -6 dB, the sine squared: as loud everywhere where both sides add as voltages, as they do in mono.
    EQUAL_GAIN(2),
    /// 0 dB: both sides at unity in the center; the side one moves away from falls as at equal power, from there on.
    BALANCE(0);

    private final double exponent;

    PanLaw(double exponent) {
        this.exponent = exponent;
    }

    /// The power of the sine; 0 for [#BALANCE].
    public double exponent() {
        return exponent;
    }

    /// What the law makes of a mono signal in the center, in dB, at most 0.
    public double centerDb() {
        return this == BALANCE ? 0 : -10 * Math.log10(2) * exponent;
    }

    /// The gain of the louder side.
    ///
    /// @param pan -100 to 100
    public double louderGain(double pan) {
        return Math.pow(Math.cos((1 - Math.abs(pan) / 100) * Math.PI / 4), exponent);
    }
}
