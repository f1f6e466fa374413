package studio.headroom.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javafx.scene.text.Font;

/// The bundled fonts: Inter for words, JetBrains Mono for values.
public enum Face {
    REGULAR("Inter-Regular.otf", false),
    MEDIUM("Inter-Medium.otf", false),
    SEMI_BOLD("Inter-SemiBold.otf", false),
    MONO("JetBrainsMono-Medium.ttf", true),
    MONO_BOLD("JetBrainsMono-SemiBold.ttf", true);

    private final String file;
    private final boolean mono;

    Face(String file, boolean mono) {
        this.file = file;
        this.mono = mono;
    }

    /// Whether all characters are equally wide.
    public boolean isMono() {
        return mono;
    }

    /// The font at a size in pixels. Loads it when first asked.
    Font font(double size) {
        return new Font(Loaded.NAMES[ordinal()], size);
    }

    /// Its name in style sheets.
    String family() {
        return Loaded.FAMILIES[ordinal()];
    }

    private static final class Loaded {
        static final String[] NAMES = new String[values().length];
        static final String[] FAMILIES = new String[values().length];

        static {
            for (Face face : values()) {
                Font font = load(face.file);
                NAMES[face.ordinal()] = font.getName();
                FAMILIES[face.ordinal()] = font.getFamily();
            }
        }

        private static Font load(String file) {
            try (InputStream in = Face.class.getResourceAsStream("/studio/headroom/ui/fonts/" + file)) {
                Font font = in == null ? null : Font.loadFont(in, 12);
                if (font == null) {
                    throw new IllegalStateException("the program lacks its font " + file);
                }
                return font;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
