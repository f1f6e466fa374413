package studio.headroom.ui.theme;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.paint.Color;

/// The themes to choose from: what colors every [Hue] has. A process shows one at a time, in all of its windows. UI
/// thread.
public enum Theme {
    /// Neutral dark grey, as the program comes.
    DARK("Dark"),
    /// Black and white, for eyes that need more: all text has at least 7:1.
    CONTRAST("High contrast dark"),
    /// Neutral light grey, for bright rooms.
    LIGHT("Light");

    private static final ReadOnlyObjectWrapper<Theme> SHOWN = new ReadOnlyObjectWrapper<>(DARK);

    private final String words;

    Theme(String words) {
        this.words = words;
    }

    /// What people call it.
    public String words() {
        return words;
    }

    /// The name in the settings: `dark`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Theme> byId(String id) {
        for (Theme theme : values()) {
            if (theme.id().equals(id)) {
                return Optional.of(theme);
            }
        }
        return Optional.empty();
    }

    public static Theme shown() {
        return SHOWN.get();
    }

    static ReadOnlyObjectProperty<Theme> shownProperty() {
        return SHOWN.getReadOnlyProperty();
    }

    static void show(Theme theme) {
        SHOWN.set(theme);
    }

    /// @param webs a color for each theme, as `#RRGGBB`
    static Color[] colors(List<String> webs) {
        return webs.stream().map(Color::web).toArray(Color[]::new);
    }
}
