package studio.headroom.mastering;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import studio.headroom.audio.Decibels;
import studio.headroom.effects.Catalogue;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.project.Insert;

/// How long effects take with their settings, in nanoseconds for a stereo frame at 48 kHz on one core, measured with
/// `EffectBenchmark`: good enough to part work evenly.
final class EffectCost {
    /// Of effects whose settings matter little, and of all others.
    private static final Map<String, Integer> USUAL = Map.of(
            "compressor", 6, "gate", 8, "de-esser", 15, "limiter", 35, "reverb", 44, "imager", 24, "chorus", 30);

    private static final int OTHER = 10;

    private static final Set<String> SHARP_CURVES = Set.of("transformer", "transistor", "hard");
    private static final Map<String, Integer> GENTLE = Map.of("4x", 36, "8x", 58, "16x", 90);
    private static final Map<String, Integer> SHARP = Map.of("4x", 58, "8x", 90, "16x", 90);
    private static final Map<String, Integer> CLIPPER = Map.of("off", 7, "4x", 34, "8x", 51);
    private static final Map<String, Integer> HYSTERESIS = Map.of("4x", 1150, "8x", 2250, "16x", 2250);

    /// The drive, as gain, that doubles the steps in which the magnetization follows its field.
    private static final double HYSTERESIS_GAIN = 20;

    private static final double EQ_BAND = 1.3;
    private static final double EQ_DYNAMIC_BAND = 12;
    /// Of equalizers that send one channel into the other, to others of linear phase.
    private static final double EQ_CROSSED = 1.9;

    private final Map<String, Param> params = new HashMap<>();
    private final Insert insert;

    private EffectCost(Insert insert) {
        this.insert = insert;
        Catalogue.find(insert.type())
                .ifPresent(type -> type.params().params().forEach(param -> params.put(param.id(), param)));
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
            case "clipper" -> CLIPPER.get(chosen("quality"));
            default -> USUAL.getOrDefault(insert.type(), OTHER);
        };
    }

    private double value(String id) {
        return insert.values().get(params.get(id));
    }

    private String chosen(String id) {
        return ((Range.Choice) params.get(id).range()).options().get((int) value(id));
    }

    private double equalizer() {
        String phase = chosen("phase");
        boolean minimum = phase.equals("minimum");
        double sum = 1;
        boolean alike = true;
        for (int band = 1; params.containsKey("band" + band + ".on"); band++) {
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
        String quality = chosen("quality");
        String curve = chosen("curve");
        if (curve.equals("tape-hysteresis")) {
            double gain = Decibels.toGain(Math.clamp(driveDb, 0.0, 36.0));
            return HYSTERESIS.get(quality) * (1 + gain / HYSTERESIS_GAIN);
        }
        return (SHARP_CURVES.contains(curve) ? SHARP : GENTLE).get(quality);
    }
}
