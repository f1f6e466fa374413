package studio.headroom.effects;

import studio.headroom.audio.Decibels;
import studio.headroom.dsp.saturation.Curve;
import studio.headroom.dsp.saturation.Harmonics;
import studio.headroom.dsp.saturation.SaturationShape;
import studio.headroom.param.Param;

/// What a saturation with given values makes of a sample, emphasis left aside: the curve that its sound follows in
/// the middle of the spectrum. In bands, it is that of the band that adds most. Immutable; any thread.
public final class SaturationCurve {
    private static final Curve[] CURVES = Curve.values();

    private final SaturationShape shape;
    private final double amount;
    private final double gain;

    /// @param values plain values by the parameter index of the effect `saturation`
    public SaturationCurve(double[] values) {
        double drive = value(values, SaturationParams.DRIVE);
        double mix = value(values, SaturationParams.MIX);
        int bands = 1 + (int) value(values, SaturationParams.BANDS);
        double all = drive;
        double most = -1;
        for (int b = 0; bands > 1 && b < bands; b++) {
            int at = SaturationParams.I_BAND + b * SaturationParams.CONTROLS;
            double own = SaturationParams.drive(all, values[at]);
            if (own * values[at + 1] > most) {
                most = own * values[at + 1];
                drive = own;
                mix = value(values, SaturationParams.MIX) * values[at + 1] * 0.01;
            }
        }
        shape = SaturationShape.of(
                CURVES[(int) value(values, SaturationParams.CURVE)],
                drive,
                value(values, SaturationParams.BIAS) * 0.01,
                value(values, SaturationParams.AUTO));
        amount = Saturation.amount(drive, mix);
        gain = Decibels.toGain(value(values, SaturationParams.OUTPUT));
    }

    /// The sample that goes out for one that comes in.
    public double output(double x) {
        return (x + amount * (shape.output(x) - x)) * gain;
    }

    /// Levels of the harmonics that a tone gets, against it, in dB.
    ///
    /// @param amplitude of the tone
    /// @param count how many, from the second on
    public double[] harmonics(double amplitude, int count) {
        double[] wave = new double[Harmonics.SAMPLES];
        shape.turn(amplitude, wave);
        for (int i = 0; i < wave.length; i++) {
            double x = amplitude * Math.sin(2 * Math.PI * i / wave.length);
            wave[i] = (x + amount * (wave[i] - x)) * gain;
        }
        return Harmonics.of(wave, count);
    }

    private static double value(double[] values, Param param) {
        return values[SaturationParams.ALL.indexOf(param)];
    }
}
