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
    /// Nobody reads more of a name, and a page that was pasted into one must not be measured with every frame.
    private static final int MOST = 500;

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

    /// The text, or as much of it as fits, ending in "…"; at most [#MOST] characters of it.
    public static String fit(Look look, TypeRole role, String text, double width) {
        String shown = text.length() <= MOST ? text : cut(text, MOST);
        if (width(look, role, shown) <= width) {
            return shown;
        }
        int fits = 0;
        int tooLong = Math.min(MOST, text.length());
        while (tooLong - fits > 1) {
            int middle = (fits + tooLong) >>> 1;
            if (width(look, role, cut(text, middle)) <= width) {
                fits = middle;
            } else {
                tooLong = middle;
            }
        }
        return cut(text, fits);
    }

    private static String cut(String text, int length) {
        boolean insideCharacter = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
        return text.substring(0, insideCharacter ? length - 1 : length).stripTrailing() + "…";
    }

    private static double measured(Font font, String text) {
        return WIDTHS.computeIfAbsent(new Key(font, text), key -> {
            Text node = new Text(key.text());
            node.setFont(key.font());
            return node.getLayoutBounds().getWidth();
        });
    }
}
