package studio.headroom.ui.editor.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.headroom.effects.EffectType;
import studio.headroom.param.Param;
import studio.headroom.param.Range;

/// Controls that stand together in an editor, in a sensible order.
///
/// @param title empty for the main controls
/// @param knobs ids of what is turned
/// @param rows ids of what is chosen or switched
public record ControlSection(String title, List<String> knobs, List<String> rows) {
    private static final String BAND = "Band ";
    private static final String DETECTOR = "Detector";
    private static final String SIDECHAIN = "Sidechain";
    private static final String OUTPUT = "Output";
    private static final Map<String, String> BY_PREFIX = Map.of("key", SIDECHAIN, "mod", "Modulation", "polarity", "");
    private static final Set<String> DETECTING = Set.of(
            "detector",
            "detector.window",
            "link",
            "link.split",
            "link.release",
            "lookahead",
            "hold",
            "release.auto",
            "makeup.auto",
            "hysteresis",
            "range",
            "style");
    private static final Set<String> SYNC = Set.of("sync", "note", "bpm");
    private static final Set<String> BASS = Set.of("bass.mono", "bass.freq");
    private static final Set<String> LEAVING =
            Set.of("output", "auto", "quality", "delta", "ceiling.exact", "truePeak");
    private static final Set<String> TONE = Set.of("low.decay", "low.freq", "high.decay", "high.freq");
    private static final Set<String> CUTS = Set.of("lowCut", "highCut", "width", "mix");

    public ControlSection {
        knobs = List.copyOf(knobs);
        rows = List.copyOf(rows);
    }

    /// All controls of an effect, each in one section; the main ones first.
    public static List<ControlSection> of(EffectType type) {
        Map<String, List<Param>> sections = new LinkedHashMap<>();
        sections.put("", new ArrayList<>());
        for (Param param : type.params().params()) {
            String title = title(type, param);
            if (title.startsWith(BAND) && !sections.containsKey(title)) {
                // All bands in order, wherever the later ones stand.
                bands(type).forEach(band -> sections.putIfAbsent(band, new ArrayList<>()));
            }
            sections.computeIfAbsent(title, unused -> new ArrayList<>()).add(param);
        }
        return sections.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> section(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static List<String> bands(EffectType type) {
        return type.params().params().stream()
                .map(param -> title(type, param))
                .filter(title -> title.startsWith(BAND))
                .distinct()
                .sorted(Comparator.comparingInt(title -> Integer.parseInt(title.substring(BAND.length()))))
                .toList();
    }

    private static ControlSection section(String title, List<Param> params) {
        List<String> knobs = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        for (Param param : params) {
            boolean turned = !(param.range() instanceof Range.Choice) && !(param.range() instanceof Range.Toggle);
            (turned ? knobs : rows).add(param.id());
        }
        // What is for finding a setting stands behind what is set.
        rows.sort(Comparator.comparing(id -> id.endsWith("listen")));
        return new ControlSection(title, knobs, rows);
    }

    private static String title(EffectType type, Param param) {
        String id = param.id();
        if (id.matches("band[0-9]+\\..*")) {
            return BAND + id.substring(4, id.indexOf('.'));
        }
        boolean border = id.startsWith("crossover") || id.equals("bands");
        if (border || id.equals("phase") && type.id().equals("multiband")) {
            return "Crossovers";
        }
        int dot = id.indexOf('.');
        String known = dot < 0 ? null : BY_PREFIX.get(id.substring(0, dot));
        if (known != null) {
            return known;
        }
        return switch (type.id()) {
            case "multiband" -> "All bands";
            case "compressor" -> DETECTING.contains(id) || id.equals("channels") ? DETECTOR : later(id);
            case "gate", "limiter" -> DETECTING.contains(id) ? DETECTOR : later(id);
            case "reverb" -> TONE.contains(id) ? "Decay by range" : CUTS.contains(id) ? OUTPUT : later(id);
            case "delay" -> CUTS.contains(id) ? OUTPUT : later(id);
            default -> later(id);
        };
    }

    /// The section of what many effects have alike; the main one for the rest.
    private static String later(String id) {
        return SYNC.contains(id) ? "Tempo" : BASS.contains(id) ? "Bass" : LEAVING.contains(id) ? OUTPUT : "";
    }
}
