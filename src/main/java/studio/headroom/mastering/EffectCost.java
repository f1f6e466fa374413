package studio.headroom.mastering;

import java.util.Map;
import java.util.Set;
import studio.headroom.audio.Decibels;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Range;
import studio.headroom.project.Insert;

/// How long effects take with their settings, in nanoseconds for a stereo frame at 48 kHz on one core, measured with
/// `EffectBenchmark`: good enough to part work evenly.
final class EffectCost {
    /// Of effects whose settings matter little, and of all others.
    private static final Map<String, Integer> USUAL =
            Map.of("compressor", 6, "gate", 8, "de-esser", 15, "limiter", 35, "reverb", 44, "imager", 24, "chorus", 30);

    private static final int OTHER = 10;

    private static final Set<String> SHARP_CURVES = Set.of("transformer", "transistor", "hard");
    /// By oversampling, from the lowest on.
    private static final int[] GENTLE = {36, 58, 90};

    private static final int[] SHARP = {58, 90, 90};
    private static final int[] CLIPPER = {7, 34, 51};
    private static final int[] HYSTERESIS = {1240, 2400, 2400};

    /// The drive, as gain, from which on the magnetization takes more steps than one from sample to sample at 4x, and
    /// what more gain adds.
    private static final double STEPS_FROM_GAIN = 4;

    private static final double STEPS_PER_GAIN = 60;

    private static final double EQ_BAND = 1.3;
    private static final double EQ_DYNAMIC_BAND = 12;
    /// Of equalizers that send one channel into the other, to others of linear phase.
    private static final double EQ_CROSSED = 1.9;

    private final ParamSet params;
    private final Insert insert;

    private EffectCost(Insert insert) {
        this.insert = insert;
        params = Catalogue.find(insert.type()).map(EffectType::params).orElse(ParamSet.of());
    }

    /// What an effect takes; nothing where it is bypassed.
    static int of(Insert insert) {
        return insert.bypassed() ? 0 : (int) Math.ceil(new EffectCost(insert).nanoseconds());
    }

    private double nanoseconds() {
        return switch (insert.type()) {
            case "eq" -> equalizer();
            case "multiband" -> multiband();
            case "saturation" -> saturation();
            case "clipper" -> CLIPPER[(int) value("quality")];
            default -> USUAL.getOrDefault(insert.type(), OTHER);
        };
    }

    private double value(String id) {
        return insert.values().get(params.get(params.indexOf(id)));
    }

    private String chosen(String id) {
        return ((Range.Choice) params.get(params.indexOf(id)).range()).options().get((int) value(id));
    }

    private double equalizer() {
        String phase = chosen("phase");
        boolean minimum = phase.equals("minimum");
        double sum = 1;
        boolean alike = true;
        for (int band = 1; params.indexOf("band" + band + ".on") >= 0; band++) {
            String id = "band" + band + ".";
            if (value(id + "on") > 0) {
                sum += (minimum ? EQ_BAND : 0) + (value(id + "dyn.on") > 0 ? EQ_DYNAMIC_BAND : 0);
                alike &= chosen(id + "place").equals("stereo");
            }
        }
        if (!minimum) {
            sum += (phase.equals("linear") ? 45 : 62) * (alike ? 1 : EQ_CROSSED);
        }
        return sum;
    }

    private double multiband() {
        int bands = Integer.parseInt(chosen("bands"));
        return chosen("phase").equals("minimum") ? 12.5 * bands - 6 : 20 + 20 * bands;
    }

    private double saturation() {
        int bands = Integer.parseInt(chosen("bands"));
        if (bands == 1) {
            return bent(value("drive"));
        }
        double sum = 0;
        for (int band = 1; band <= bands; band++) {
            sum += 5 + bent(value("drive") + value("band" + band + ".drive"));
        }
        return sum;
    }

    private double bent(double driveDb) {
        int quality = (int) value("quality");
        String curve = chosen("curve");
        if (curve.equals("tape-hysteresis")) {
            double gain = Decibels.toGain(Math.clamp(driveDb, 0.0, 36.0));
            double from = quality == 0 ? STEPS_FROM_GAIN : 2 * STEPS_FROM_GAIN;
            return HYSTERESIS[quality] + STEPS_PER_GAIN * Math.max(0, gain - from);
        }
        return (SHARP_CURVES.contains(curve) ? SHARP : GENTLE)[quality];
    }
}
