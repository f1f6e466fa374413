package studio.headroom.ui.theme;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import org.kordamp.ikonli.javafx.FontIcon;

/// The icons, from the Material Design pack. One without a word beside it has a tooltip and an accessible name.
public enum Icon {
    SKIP_PREVIOUS,
    STOP,
    PLAY,
    PAUSE,
    REPEAT,
    UNDO,
    REDO,
    CHECK_CIRCLE_OUTLINE,
    MAGNIFY,
    HELP_CIRCLE_OUTLINE,
    COG_OUTLINE,
    PLUS,
    CURSOR_DEFAULT_OUTLINE,
    CONTENT_CUT,
    VECTOR_CURVE,
    MAGNET,
    CHEVRON_DOWN,
    CHEVRON_RIGHT,
    CHEVRON_LEFT,
    DOTS_VERTICAL,
    DRAG_VERTICAL,
    POWER,
    CAMERA_OUTLINE,
    COMPARE_HORIZONTAL,
    SCALE_BALANCE,
    PRINTER_OUTLINE,
    TUNE_VERTICAL,
    ARROW_EXPAND_ALL,
    LIGHTBULB_ON_OUTLINE,
    PIANO,
    HEADPHONES,
    AUTO_FIX,
    FILE_MUSIC_OUTLINE,
    FILE_EXPORT_OUTLINE,
    ALERT_OUTLINE,
    ALERT_CIRCLE_OUTLINE,
    INFORMATION_OUTLINE,
    SHUFFLE_VARIANT,
    SHIELD_CHECK_OUTLINE,
    CELLPHONE,
    LAPTOP,
    CAR,
    EARBUDS_OUTLINE,
    BLUETOOTH,
    SPEAKER,
    VOLUME_HIGH,
    SCHOOL_OUTLINE,
    CHART_LINE,
    TIMER_OUTLINE,
    FOLDER_OPEN_OUTLINE,
    TRAY_ARROW_DOWN,
    MUSIC_NOTE,
    HISTORY,
    PENCIL_OUTLINE,
    RESTORE,
    CONTENT_COPY,
    CONTENT_PASTE,
    LINK_VARIANT,
    AUTORENEW,
    CHECK,
    CLOSE,
    LOCK_OUTLINE,
    MICROPHONE,
    ACCOUNT_VOICE,
    GUITAR_ACOUSTIC,
    GUITAR_ELECTRIC,
    VIOLIN,
    TRUMPET,
    SAXOPHONE;

    /// The name in the pack: `mdi2s-skip-previous`.
    public String literal() {
        String name = name().toLowerCase(Locale.ROOT).replace('_', '-');
        return "mdi2" + name.charAt(0) + "-" + name;
    }

    /// The icon as a node that follows the scale and the theme.
    ///
    /// @param units its size: 16 in rows and strips, 20 in bars, 24 on tiles
    public Node node(Look look, double units, Token token) {
        FontIcon icon = new FontIcon(literal());
        icon.iconSizeProperty().bind(look.percentProperty().multiply(units / 100));
        color(icon, token);
        icon.setMouseTransparent(true);
        return icon;
    }

    /// Gives an icon another color.
    ///
    /// @param icon of [#node]
    public static void color(Node icon, Token token) {
        List<String> styles = List.of("hr-icon", token.iconClass());
        if (!icon.getStyleClass().equals(styles)) {
            icon.getStyleClass().setAll(styles);
        }
    }
}
