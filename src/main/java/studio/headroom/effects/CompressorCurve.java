package studio.headroom.effects;

import studio.headroom.audio.Decibels;
import studio.headroom.dsp.dynamics.CompressionCurve;
import studio.headroom.param.Param;

/// What a compressor with given values makes of a steady level: the curve that its sound follows too. Immutable; any
/// thread.
public final class CompressorCurve {
    private final CompressionCurve curve;
    private final double makeupDb;
    private final double mix;

    /// @param values plain values by the parameter index of the effect `compressor`
    public CompressorCurve(double[] values) {
        curve = new CompressionCurve(
                value(values, CompressorParams.THRESHOLD),
                value(values, CompressorParams.RATIO),
                value(values, CompressorParams.KNEE),
                value(values, CompressorParams.RANGE));
        makeupDb = value(values, CompressorParams.MAKEUP)
                + value(values, CompressorParams.AUTO_MAKEUP) * curve.reductionDb(CompressorParams.AUTO_MAKEUP_LEVEL);
        mix = value(values, CompressorParams.MIX) / 100.0;
    }

    /// The level that goes out for one that comes in, make-up gain and mix included.
    public double outputDb(double inputDb) {
        double wet = Decibels.toGain(makeupDb - curve.reductionDb(inputDb));
        return inputDb + Decibels.fromGain(1.0 + mix * (wet - 1.0));
    }

    /// What the curve takes away from a level, 0 or positive.
    public double reductionDb(double inputDb) {
        return curve.reductionDb(inputDb);
    }

    /// The make-up gain, the automatic one included.
    public double makeupDb() {
        return makeupDb;
    }

    private static double value(double[] values, Param param) {
        return values[CompressorParams.ALL.indexOf(param)];
    }
}
