package studio.headroom.ui.mixer;

import java.util.Locale;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;

/// Finds strips by what is typed. Pure functions.
final class StripFilter {
    private StripFilter() {}

    /// Whether each word of the text is in the strip's name or says what it is: `track`, `bus`, `return`, `muted`,
    /// `soloed`.
    static boolean matches(String text, Strip strip) {
        String name = strip.name().toLowerCase(Locale.ROOT);
        for (String word : text.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
            if (!name.contains(word) && !is(word, strip)) {
                return false;
            }
        }
        return true;
    }

    private static boolean is(String word, Strip strip) {
        return switch (word) {
            case "muted" -> strip.controls().isOn(StripControls.MUTE);
            case "soloed" -> strip.solo();
            default -> word.equals(strip.kind().name().toLowerCase(Locale.ROOT));
        };
    }
}
