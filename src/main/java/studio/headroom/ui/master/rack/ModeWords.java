package studio.headroom.ui.master.rack;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import studio.headroom.dsp.filter.Placement;
import studio.headroom.ui.editor.model.EditorModel;
import studio.headroom.ui.editor.model.EqModel;

/// How an effect is set to work, in two or three words: `RMS · linked`, `tape`, `true peak · transparent`. Pure
/// function.
final class ModeWords {
    private ModeWords() {}

    static String of(EditorModel model) {
        List<String> words = new ArrayList<>();
        switch (model.type().id()) {
            case "eq" -> {
                words.add("minimum phase");
                words.add(placement(model));
            }
            case "compressor" -> {
                words.add(text(model, "detector").equals("rms") ? "RMS" : "peak");
                double link = model.control("link").value();
                words.add(link >= 99.5 ? "linked" : link < 0.5 ? "unlinked" : "link " + text(model, "link"));
            }
            case "saturation" -> {
                words.add(text(model, "curve").replace('-', ' '));
                if (model.control("bands").value() >= 0.5) {
                    words.add(count(text(model, "bands")));
                }
            }
            case "limiter" -> {
                words.add(model.control("truePeak").isOn() ? "true peak" : "sample peak");
                words.add(text(model, "style"));
            }
            case "imager" -> words.add(count(text(model, "bands")));
            case "multiband" -> {
                words.add(count(text(model, "bands")));
                words.add(text(model, "phase") + " phase");
                if (model.control("link").value() < 99.5) {
                    words.add("link " + text(model, "link"));
                }
            }
            case "de-esser" -> words.add(text(model, "mode"));
            case "clipper" ->
                words.add(text(model, "quality").equals("off") ? "plain" : text(model, "quality") + " oversampled");
            default -> {
                // Named by its title alone.
            }
        }
        if (hasParts(model) && model.control("channels").value() >= 0.5) {
            words.add(text(model, "channels") + " only");
        }
        return String.join(" · ", words).replace("4x", "4×").replace("8x", "8×");
    }

    /// Whether the effect can be on a part of a stereo sound alone.
    static boolean hasParts(EditorModel model) {
        return Set.of("compressor", "multiband", "saturation", "de-esser", "clipper")
                .contains(model.type().id());
    }

    private static String count(String bands) {
        return bands + (bands.equals("1") ? " band" : " bands");
    }

    private static String placement(EditorModel model) {
        EqModel eq = new EqModel(model);
        Set<Placement> used = EnumSet.noneOf(Placement.class);
        eq.bands().forEach(band -> used.add(eq.placement(band)));
        List<String> words = new ArrayList<>();
        if (used.contains(Placement.MID) || used.contains(Placement.SIDE)) {
            words.add("mid/side");
        }
        if (used.contains(Placement.LEFT) || used.contains(Placement.RIGHT)) {
            words.add("left/right");
        }
        return words.isEmpty() ? "stereo" : String.join(", ", words);
    }

    private static String text(EditorModel model, String id) {
        return model.control(id).text().toLowerCase(Locale.ROOT);
    }
}
