package studio.headroom.ui.mixer;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.ui.theme.TrackColor;

/// What sends are marked with: the letter and the color of where they lead. Returns are A, B, C in their order; a bus
/// has the first letter of its name, small, so that it is never taken for a return. Immutable.
final class Returns {
    private final Map<String, String> letters = new HashMap<>();
    private final Map<String, TrackColor> colors = new HashMap<>();

    Returns(Project song) {
        int index = 0;
        for (Strip strip : song.strips()) {
            TrackColor color = TrackColor.byId(strip.color()).orElse(TrackColor.GREY);
            if (strip.kind() == Strip.Kind.RETURN) {
                letters.put(strip.id(), index < 26 ? String.valueOf((char) ('A' + index)) : String.valueOf(index + 1));
                colors.put(strip.id(), color == TrackColor.GREY ? TrackColor.ofReturn(index) : color);
                index++;
            } else {
                String name = strip.name().strip();
                letters.put(
                        strip.id(), name.isEmpty() ? "?" : name.substring(0, 1).toLowerCase(Locale.ROOT));
                colors.put(strip.id(), color);
            }
        }
    }

    String letter(String strip) {
        return letters.getOrDefault(strip, "?");
    }

    TrackColor color(String strip) {
        return colors.getOrDefault(strip, TrackColor.GREY);
    }
}
