package studio.headroom.mastering;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.param.Param;
import studio.headroom.project.Insert;

/// Controls with which one listens for a setting: soloed bands, the key of a compressor, what a limiter takes away. A
/// file that is written while one is on holds that instead of the music.
final class ListeningControls {
    private ListeningControls() {}

    /// What is on in a chain, each as a sentence with its cure.
    static List<String> leftOn(List<Insert> chain) {
        List<String> left = new ArrayList<>();
        for (Insert insert : chain) {
            if (!insert.bypassed()) {
                Catalogue.find(insert.type()).ifPresent(type -> leftOn(insert, type, left));
            }
        }
        return left;
    }

    private static void leftOn(Insert insert, EffectType type, List<String> left) {
        for (Param param : type.params().params()) {
            if (listens(param.id()) && insert.values().get(param) >= 0.5) {
                left.add(String.format(
                        Locale.ROOT,
                        "“%s” of the %s is on, so the file holds only what one listens to with it: turn it off and make"
                                + " the file again, unless it is meant so",
                        param.label(),
                        type.label().toLowerCase(Locale.ROOT)));
            }
        }
    }

    private static boolean listens(String id) {
        return id.equals("delta") || id.equals("listen") || id.endsWith(".listen") || id.endsWith(".solo");
    }
}
