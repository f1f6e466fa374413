package studio.headroom.ui.master.rack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.headroom.param.Values;

/// An effect as it is added to a mastering chain: with values that are gentle from the start.
///
/// @param type id in the catalogue
/// @param label for people
/// @param seldom whether it is rarely needed here
public record AddedEffect(String type, String label, Values values, boolean seldom) {
    private static final List<AddedEffect> ALL = List.of(
            of("eq", "equalizer", Map.of()),
            of(
                    "eq",
                    "dynamic equalizer",
                    Map.of(
                            "band3.freq", 250.0,
                            "band3.q", 1.0,
                            "band3.dyn.on", 1.0,
                            "band3.dyn.range", -2.0,
                            "band3.dyn.threshold", -30.0,
                            "band6.freq", 3500.0,
                            "band6.q", 1.0,
                            "band6.dyn.on", 1.0,
                            "band6.dyn.range", -2.0,
                            "band6.dyn.threshold", -36.0)),
            of(
                    "compressor",
                    "compressor",
                    Map.of(
                            "threshold", -18.0,
                            "ratio", 1.5,
                            "knee", 12.0,
                            "attack", 30.0,
                            "release", 200.0,
                            "range", 3.0)),
            of(
                    "multiband",
                    "multiband compressor",
                    Map.of(
                            "band1.ratio", 1.5,
                            "band1.range", 3.0,
                            "band2.ratio", 1.4,
                            "band2.range", 3.0,
                            "band3.ratio", 1.4,
                            "band3.range", 3.0,
                            "band4.ratio", 1.4,
                            "band4.range", 3.0,
                            "band5.range", 3.0,
                            "band6.range", 3.0)),
            of("de-esser", "de-esser", Map.of("range", 3.0)),
            of("saturation", "saturation", Map.of("drive", 2.0, "mix", 50.0)),
            of("clipper", "clipper", Map.of("ceiling", -0.8, "knee", 40.0)),
            of("imager", "imager", Map.of("bass.mono", 1.0)),
            of("limiter", "limiter", Map.of()),
            new AddedEffect("transient", "transient shaper", Values.INITIAL, true),
            new AddedEffect("utility", "utility", Values.INITIAL, true),
            new AddedEffect("reverb", "reverb", Values.of(Map.of("mix", 5.0)), true));

    private static AddedEffect of(String type, String label, Map<String, Double> values) {
        return new AddedEffect(type, label, Values.of(values), false);
    }

    /// All that make sense behind a finished mix, in the order in which they usually stand.
    public static List<AddedEffect> all() {
        return ALL;
    }

    /// The first of a type.
    public static Optional<AddedEffect> of(String type) {
        return ALL.stream().filter(each -> each.type.equals(type)).findFirst();
    }
}
