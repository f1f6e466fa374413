package studio.headroom.ui.theme;

import java.util.Locale;
import javafx.scene.paint.Color;

/// The colors by their use. There are no others in the program, but those of [TrackColor] and [MeterZone]; style sheets
/// look them up as `-hr-` and the name in small letters, with hyphens.
public enum Token {
    /// Wells: graphs, meter tracks, number fields, segmented groups.
    BG_0("#131415", "-color-bg-inset"),
    /// Window, lanes, gaps between panels.
    BG_1("#1A1B1C", "-color-bg-default"),
    /// Panels, strips, track headers.
    BG_2("#222425", "-color-bg-subtle"),
    /// Bars, panel headers, cards in panels.
    BG_3("#2A2C2E", ""),
    /// Face of buttons, selected row.
    BG_4("#36393B", "-color-neutral-muted"),
    /// Hover, filled insert slot, selected segment.
    BG_5("#43464A", "-color-neutral-emphasis"),
    /// Selected strip.
    BG_SEL("#303338", ""),
    /// Menus, dialogs.
    BG_POP("#303336", "-color-bg-overlay"),
    /// Tooltip, drag bubble.
    BG_TIP("#0C0D0E", ""),
    /// Edge between regions.
    LINE_0("#0E0F10", ""),
    /// Separators inside a panel.
    LINE_1("#303335", "-color-border-muted"),
    /// Borders of controls.
    LINE_2("#44484B", "-color-border-default"),
    /// Strong lines, zero lines, border of a switch.
    LINE_3("#5D6266", ""),
    /// Names, values.
    FG_1("#E8E9EA", "-color-fg-default"),
    /// Labels, body text, icons.
    FG_2("#B9BDC1", "-color-fg-muted"),
    /// Units, scales, hints; on [#BG_0] to [#BG_3] and [#BG_SEL] only.
    FG_3("#969BA0", "-color-fg-subtle"),
    /// Marks of what is disabled or a placeholder; never a fact.
    FG_4("#63686C", ""),
    /// Letters on bright fills.
    INK("#17181A", ""),
    /// Text on accent and danger fills.
    WHITE("#FFFFFF", "-color-fg-emphasis"),
    /// Value arcs, curves, focus, outline of a selection.
    ACCENT("#7DB5E8", "-color-accent-fg"),
    /// Primary button, chosen row of a menu, switch that is on.
    ACCENT_FILL("#2B6CB0", "-color-accent-emphasis"),
    ACCENT_FILL_HOVER("#3A7BC0", ""),
    ACCENT_FILL_PRESSED("#235B98", ""),
    /// Button that is on.
    ACCENT_SOFT("#2C4A66", "-color-accent-muted"),
    /// Its text.
    ACCENT_SOFT_FG("#CFE5FA", ""),
    /// Box of an explanation.
    ACCENT_NOTE("#25303A", "-color-accent-subtle"),
    /// Saved, holds, insert on, automation Read.
    OK("#63BF86", "-color-success-fg"),
    /// Stale, "is not gentle".
    WARN("#E6B84C", "-color-warning-fg"),
    WARN_NOTE("#352E1F", "-color-warning-subtle"),
    /// Errors, wrong entry.
    ERR("#F0695E", "-color-danger-fg"),
    ERR_NOTE("#3A2625", "-color-danger-subtle"),
    /// Danger button.
    ERR_FILL("#C23B34", "-color-danger-emphasis"),
    ERR_FILL_HOVER("#D24B43", ""),
    ERR_FILL_PRESSED("#A5302A", ""),
    /// M that is on; automation Latch.
    MUTE("#E88F52", ""),
    /// S that is on, SOLO light; automation Touch.
    SOLO("#EBCB57", ""),
    /// Fader cap, its border, its grooves, its line; the cap under the pointer.
    CAP("#565B60", ""),
    CAP_LINE("#767C82", ""),
    CAP_GROOVE("#3B3F43", ""),
    CAP_MARK("#F2F3F4", ""),
    CAP_HOVER("#6A6F74", "");

    private final String web;
    private final Color color;
    private final String atlanta;

    Token(String web, String atlanta) {
        this.web = web;
        this.color = Color.web(web);
        this.atlanta = atlanta;
    }

    public Color color() {
        return color;
    }

    /// The color as `#RRGGBB`.
    public String web() {
        return web;
    }

    /// Its name in style sheets: `-hr-bg-0`.
    public String css() {
        return "-hr-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The color of AtlantaFX that takes the same value; empty for none.
    public String atlanta() {
        return atlanta;
    }

    /// This color with an opacity.
    public Color alpha(double opacity) {
        return color.deriveColor(0, 1, 1, opacity);
    }

    /// Between this color (0) and another (1).
    public Color towards(Token other, double share) {
        return share <= 0 ? color : share >= 1 ? other.color : color.interpolate(other.color, share);
    }
}
