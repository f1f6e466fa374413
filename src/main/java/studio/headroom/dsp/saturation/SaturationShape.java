package studio.headroom.dsp.saturation;

import studio.headroom.audio.Decibels;

/// What a [SaturationPath] makes of samples when everything is settled, where its emphasis is neutral.
///
/// @param gain before the curve
/// @param bias added to the sample before the curve
/// @param makeUp gain behind it
public record SaturationShape(Curve curve, double gain, double bias, double makeUp) {
    /// Turns after which a loop closes.
    private static final int SETTLING = 8;

    /// The shape for the values of [SaturationPath#aim].
    public static SaturationShape of(Curve curve, double driveDb, double asymmetry, double level) {
        double reserve = Decibels.toGain(Math.abs(curve.ownEmphasisDb()));
        double gain = Decibels.toGain(driveDb) / reserve;
        double bias = curve.ownBias() + 0.6 * asymmetry;
        return new SaturationShape(
                curve, gain, bias, SaturationPath.makeUpFor(curve, gain, reserve, (float) bias, level));
    }

    /// One turn of a sine, as it leaves when it has lasted: fills `out` with the samples from phase 0 on.
    public void turn(double amplitude, double[] out) {
        if (curve != Curve.HYSTERESIS) {
            for (int i = 0; i < out.length; i++) {
                out[i] = output(sine(amplitude, i, out.length));
            }
            return;
        }
        Hysteresis tape = new Hysteresis(1, Double.POSITIVE_INFINITY);
        float[][] sample = new float[1][1];
        float[] at = {(float) bias};
        float[] rest = {curve.at((float) bias)};
        for (int i = 0; i < SETTLING * out.length; i++) {
            sample[0][0] = (float) (gain * sine(amplitude, i, out.length));
            tape.process(sample, at, rest, 1);
            out[i % out.length] = sample[0][0] * makeUp;
        }
    }

    private static double sine(double amplitude, int i, int length) {
        return amplitude * Math.sin(2 * Math.PI * i / length);
    }

    /// The sample that goes out for one that comes in; with hysteresis, where its loops turn back.
    public double output(double x) {
        return (curve.at((float) (x * gain + bias)) - curve.at((float) bias)) * makeUp;
    }
}
