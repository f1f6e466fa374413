package studio.headroom.ui.editor.graph;

import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import studio.headroom.audio.Decibels;
import studio.headroom.dsp.saturation.ClipCurve;
import studio.headroom.effects.CompressorCurve;
import studio.headroom.effects.GateCurve;
import studio.headroom.effects.SaturationCurve;
import studio.headroom.ui.editor.model.EditorModel;

/// The curves of effects as the values that are shown now make them.
public final class Curves {
    private Curves() {}

    /// The level that leaves a dynamics effect, by the one that comes.
    ///
    /// @throws IllegalArgumentException for an effect that has no such curve
    public static Supplier<LevelCurve> level(EditorModel model) {
        return switch (model.type().id()) {
            case "compressor" -> () -> new CompressorCurve(model.plain())::outputDb;
            case "gate" -> () -> gating(model);
            case "limiter" -> () -> limiting(model);
            default -> throw new IllegalArgumentException(model.type().id() + " has no curve of levels");
        };
    }

    /// What becomes of a sample.
    ///
    /// @throws IllegalArgumentException for an effect that has no such curve
    public static Supplier<DoubleUnaryOperator> sample(EditorModel model) {
        return switch (model.type().id()) {
            case "saturation" -> () -> new SaturationCurve(model.plain())::output;
            case "clipper" -> () -> clipping(model);
            default -> throw new IllegalArgumentException(model.type().id() + " has no curve of samples");
        };
    }

    private static LevelCurve gating(EditorModel model) {
        GateCurve curve = new GateCurve(model.plain());
        return new LevelCurve() {
            @Override
            public double outputDb(double inputDb) {
                return curve.risingDb(inputDb);
            }

            @Override
            public double fallingDb(double inputDb) {
                return curve.fallingDb(inputDb);
            }
        };
    }

    /// A limiter lets everything through up to its ceiling, after its gain.
    private static LevelCurve limiting(EditorModel model) {
        double gain = model.control("gain").value();
        double ceiling = model.control("ceiling").value();
        return db -> Math.min(db + gain, ceiling);
    }

    private static DoubleUnaryOperator clipping(EditorModel model) {
        double gain = Decibels.toGain(model.control("gain").value());
        ClipCurve curve = new ClipCurve(
                Decibels.toGain(model.control("ceiling").value()),
                model.control("knee").value() / 100);
        return x -> curve.output(x * gain);
    }
}
