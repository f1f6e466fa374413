package studio.headroom.ui.theme;

import java.util.List;
import java.util.Locale;
import javafx.scene.paint.Color;

/// The colors by their use: in the dark theme, with high contrast, in the light theme. There are no others in the
/// program, but those of [TrackColor] and [MeterZone]; style sheets look them up as `-hr-` and the name in small
/// letters,
/// with hyphens.
public enum Token implements Hue {
    /// Wells: graphs, meter tracks, number fields, segmented groups.
    BG_0("#131415", "#000000", "#FAFAFB", "-color-bg-inset"),
    /// Window, lanes, gaps between panels.
    BG_1("#1A1B1C", "#08090A", "#F0F0F1", "-color-bg-default"),
    /// Panels, strips, track headers.
    BG_2("#222425", "#121314", "#E5E6E8", "-color-bg-subtle"),
    /// Bars, panel headers, cards in panels.
    BG_3("#2A2C2E", "#1B1D1E", "#DBDDDF", ""),
    /// Face of buttons, selected row.
    BG_4("#36393B", "#26292B", "#CDD0D3", "-color-neutral-muted"),
    /// Hover, filled insert slot, selected segment.
    BG_5("#43464A", "#3A3F43", "#BEC2C6", "-color-neutral-emphasis"),
    /// Selected strip.
    BG_SEL("#303338", "#1E2A36", "#D6DBE1", ""),
    /// Menus, dialogs.
    BG_POP("#303336", "#16181A", "#F1F2F3", "-color-bg-overlay"),
    /// Tooltip, drag bubble.
    BG_TIP("#0C0D0E", "#000000", "#FFFFFF", ""),
    /// Edge between regions.
    LINE_0("#0E0F10", "#6F757B", "#B1B5B9", ""),
    /// Separators inside a panel.
    LINE_1("#303335", "#5B6166", "#CBCED1", "-color-border-muted"),
    /// Borders of controls.
    LINE_2("#44484B", "#8B9299", "#AEB3B8", "-color-border-default"),
    /// Strong lines, zero lines, border of a switch.
    LINE_3("#5D6266", "#BFC5CA", "#868C92", ""),
    /// Shadow under what floats, and what dims the window behind a dialog.
    SHADE("#0E0F10", "#000000", "#6A7076", ""),
    /// Laid thinly over what is to stand out a little: grid lines, ranges of time, what is under the pointer.
    VEIL("#FFFFFF", "#FFFFFF", "#000000", ""),
    /// Names, values.
    FG_1("#E8E9EA", "#FFFFFF", "#16181A", "-color-fg-default"),
    /// Labels, body text, icons.
    FG_2("#B9BDC1", "#F1F3F4", "#3C4145", "-color-fg-muted"),
    /// Units, scales, hints; on [#BG_0] to [#BG_3] and [#BG_SEL] only.
    FG_3("#969BA0", "#D2D6DA", "#575C61", "-color-fg-subtle"),
    /// Marks of what is disabled or a placeholder; never a fact.
    FG_4("#63686C", "#9DA3A9", "#92979C", ""),
    /// Letters on bright fills.
    INK("#17181A", "#000000", "#FFFFFF", ""),
    /// Text on accent and danger fills.
    WHITE("#FFFFFF", "#FFFFFF", "#FFFFFF", "-color-fg-emphasis"),
    /// Value arcs, curves, focus, outline of a selection.
    ACCENT("#7DB5E8", "#8FCBFF", "#1C62A6", "-color-accent-fg"),
    /// Primary button, chosen row of a menu, switch that is on.
    ACCENT_FILL("#2B6CB0", "#1B5798", "#2B6CB0", "-color-accent-emphasis"),
    ACCENT_FILL_HOVER("#3A7BC0", "#2361A6", "#235C98", ""),
    ACCENT_FILL_PRESSED("#235B98", "#154478", "#1C4D81", ""),
    /// Button that is on.
    ACCENT_SOFT("#2C4A66", "#173A5C", "#BBD6EF", "-color-accent-muted"),
    /// Its text.
    ACCENT_SOFT_FG("#CFE5FA", "#E4F2FF", "#0E3860", ""),
    /// Box of an explanation.
    ACCENT_NOTE("#25303A", "#12222F", "#DCE8F3", "-color-accent-subtle"),
    /// Saved, holds, insert on, automation Read.
    OK("#63BF86", "#7FE3A2", "#17683A", "-color-success-fg"),
    /// Stale, "is not gentle".
    WARN("#E6B84C", "#FFD466", "#7A5200", "-color-warning-fg"),
    WARN_NOTE("#352E1F", "#2B2209", "#F6EBD0", "-color-warning-subtle"),
    /// Errors, wrong entry.
    ERR("#F0695E", "#FF958B", "#B0261D", "-color-danger-fg"),
    ERR_NOTE("#3A2625", "#330F0C", "#F8DEDB", "-color-danger-subtle"),
    /// Danger button.
    ERR_FILL("#C23B34", "#A2211A", "#C23B34", "-color-danger-emphasis"),
    ERR_FILL_HOVER("#D24B43", "#B0281F", "#AC322C", ""),
    ERR_FILL_PRESSED("#A5302A", "#851812", "#932823", ""),
    /// M that is on; automation Latch.
    MUTE("#E88F52", "#FFA66B", "#8F3D08", ""),
    /// S that is on, SOLO light; automation Touch.
    SOLO("#EBCB57", "#FFE063", "#6F5500", ""),
    /// Fader cap, its border, its grooves, its line; the cap under the pointer.
    CAP("#565B60", "#DDE1E4", "#F4F5F6", ""),
    CAP_LINE("#767C82", "#FFFFFF", "#8A9096", ""),
    CAP_GROOVE("#3B3F43", "#7C838A", "#C4C8CC", ""),
    CAP_MARK("#F2F3F4", "#000000", "#16181A", ""),
    CAP_HOVER("#6A6F74", "#FFFFFF", "#FFFFFF", "");

    private final List<String> webs;
    private final Color[] colors;
    private final String atlanta;

    Token(String dark, String contrast, String light, String atlanta) {
        webs = List.of(dark, contrast, light);
        colors = Theme.colors(webs);
        this.atlanta = atlanta;
    }

    @Override
    public Color color() {
        return colors[Theme.shown().ordinal()];
    }

    @Override
    public Color color(Theme theme) {
        return colors[theme.ordinal()];
    }

    /// The color as `#RRGGBB`.
    public String web() {
        return webs.get(Theme.shown().ordinal());
    }

    /// Its name in style sheets: `-hr-bg-0`.
    public String css() {
        return "-hr-" + words();
    }

    /// The class of style sheets that gives icons this color.
    String iconClass() {
        return "hr-icon-" + words();
    }

    /// The inline style that fills a shape with it, in every theme.
    public String fill() {
        return "-fx-fill: " + css() + ";";
    }

    private String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The color of AtlantaFX that takes the same value; empty for none.
    public String atlanta() {
        return atlanta;
    }

    /// This color with an opacity.
    public Color alpha(double opacity) {
        return color().deriveColor(0, 1, 1, opacity);
    }

    /// Between this color (0) and another (1).
    public Color towards(Token other, double share) {
        return share <= 0 ? color() : share >= 1 ? other.color() : color().interpolate(other.color(), share);
    }
}
