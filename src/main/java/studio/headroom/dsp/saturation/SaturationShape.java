package studio.headroom.dsp.saturation;

import studio.headroom.audio.Decibels;

/// What a [SaturationPath] makes of samples when everything is settled, where its emphasis is neutral.
///
/// @param gain before the curve
/// @param bias added to the sample before the curve
/// @param makeUp gain behind it
public record SaturationShape(Curve curve, double gain, double bias, double makeUp) {
    /// The shape for the values of [SaturationPath#aim].
    public static SaturationShape of(Curve curve, double driveDb, double asymmetry, double level) {
        double reserve = Decibels.toGain(Math.abs(curve.ownEmphasisDb()));
        double gain = Decibels.toGain(driveDb) / reserve;
        double bias = curve.ownBias() + 0.6 * asymmetry;
        return new SaturationShape(
                curve, gain, bias, SaturationPath.makeUpFor(curve, gain, reserve, (float) bias, level));
    }

    /// The sample that goes out for one that comes in.
    public double output(double x) {
        return (curve.at((float) (x * gain + bias)) - curve.at((float) bias)) * makeUp;
    }
}
