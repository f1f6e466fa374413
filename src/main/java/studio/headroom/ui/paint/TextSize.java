package studio.headroom.ui.paint;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.TypeRole;

/// How wide texts are, in the toolkit's pixels. UI thread.
public final class TextSize {
    private static final int KEPT = 2000;

    private record Key(Font font, String text) {}

    private static final Map<Key, Double> WIDTHS = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Double> eldest) {
            return size() > KEPT;
        }
    };

    private TextSize() {}

    public static double width(Look look, TypeRole role, String text) {
        Font font = look.font(role);
        // Values change with every frame, and all characters of their face are equally wide.
        return role.face().isMono() ? measured(font, "0") * text.length() : measured(font, text);
    }

    /// The text, or as much of it as fits, ending in "…".
    public static String fit(Look look, TypeRole role, String text, double width) {
        if (width(look, role, text) <= width) {
            return text;
        }
        for (int end = text.length() - 1; end > 0; end--) {
            String cut = text.substring(0, end).stripTrailing() + "…";
            if (width(look, role, cut) <= width) {
                return cut;
            }
        }
        return "…";
    }

    private static double measured(Font font, String text) {
        return WIDTHS.computeIfAbsent(new Key(font, text), key -> {
            Text node = new Text(key.text());
            node.setFont(key.font());
            return node.getLayoutBounds().getWidth();
        });
    }
}
