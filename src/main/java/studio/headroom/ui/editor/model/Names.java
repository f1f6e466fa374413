package studio.headroom.ui.editor.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import studio.headroom.effects.EffectType;
import studio.headroom.param.Param;
import studio.headroom.param.Range;

/// Words for effects and their controls where the room is small. Pure functions.
public final class Names {
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("frequency", "Freq"),
            Map.entry("Make-up gain", "Make-up"),
            Map.entry("Output gain", "Output"),
            Map.entry("Automatic release", "Auto release"),
            Map.entry("Automatic make-up", "Auto make-up"),
            Map.entry("Automatic gain", "Auto gain"),
            Map.entry("Key low cut in dB/oct", "Low cut dB/oct"),
            Map.entry("Key high cut in dB/oct", "High cut dB/oct"),
            Map.entry("Key low cut", "Low cut"),
            Map.entry("Key high cut", "High cut"),
            Map.entry("slope in dB/oct", "Slope"),
            Map.entry("Most reduction", "Range"),
            Map.entry("most reduction", "Range"),
            Map.entry("dynamic range", "Range"),
            Map.entry("Mono bass below", "Mono below"),
            Map.entry("Low crossover", "Lows below"),
            Map.entry("High crossover", "Highs above"),
            Map.entry("Delay in samples", "Samples"),
            Map.entry("placement", "Place"));

    private Names() {}

    /// What the effect is called in a chain.
    public static String effect(EffectType type) {
        return switch (type.id()) {
            case "eq" -> "EQ";
            case "multiband" -> "Multiband";
            case "transient" -> "Transients";
            case "chorus" -> "Chorus";
            case "tremolo" -> "Tremolo";
            case "tone" -> "Tone";
            default -> type.label();
        };
    }

    /// The same where there is hardly any room.
    public static String briefEffect(EffectType type) {
        return switch (type.id()) {
            case "compressor" -> "Comp";
            case "saturation" -> "Sat";
            case "limiter" -> "Lim";
            case "multiband" -> "Multi";
            case "imager" -> "Img";
            case "de-esser" -> "De-ess";
            case "clipper" -> "Clip";
            case "transient" -> "Trans";
            case "reverb" -> "Verb";
            case "tremolo" -> "Trem";
            case "utility" -> "Util";
            default -> effect(type);
        };
    }

    /// The label of a control among its like: without the band, without what the section's title says.
    public static String shortLabel(Param param) {
        String label = param.label();
        String inBand = label.replaceFirst("^Band [0-9]+ ", "");
        String known = SHORT.get(inBand);
        if (known != null) {
            return known;
        }
        return inBand.substring(0, 1).toUpperCase(Locale.ROOT) + inBand.substring(1);
    }

    /// The options of a choice as people read them.
    public static List<String> options(Param param) {
        return param.range() instanceof Range.Choice choice
                ? choice.options().stream().map(Names::option).toList()
                : List.of();
    }

    private static String option(String id) {
        return switch (id) {
            case "low-cut" -> "Low cut";
            case "high-cut" -> "High cut";
            case "ms-encode" -> "To mid/side";
            case "ms-decode" -> "From mid/side";
            case "rms" -> "RMS";
            case "ping-pong" -> "Ping-pong";
            case "band-pass" -> "Band-pass";
            case "all-pass" -> "All-pass";
            case "low-baxandall" -> "Low Bax";
            case "high-baxandall" -> "High Bax";
            default -> {
                String words = id.replace('-', ' ');
                yield words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
            }
        };
    }
}
