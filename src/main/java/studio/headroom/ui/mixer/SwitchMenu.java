package studio.headroom.ui.mixer;

import java.util.List;
import javafx.scene.control.MenuItem;
import studio.headroom.project.StripControls;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;

/// What the menus of mute and solo have beside those of every control.
final class SwitchMenu {
    private SwitchMenu() {}

    static List<MenuItem> ofMute(Look look, StripModel strip) {
        MenuItem all = Menus.item(
                look, Icon.RESTORE, "Unmute all (Alt-click)", strip.mixer().actions()::clearMutes);
        all.setDisable(strip.mixer().all().stream()
                .noneMatch(each -> each.strip().controls().isOn(StripControls.MUTE)));
        return List.of(all);
    }

    static List<MenuItem> ofSolo(Look look, StripModel strip) {
        Solos solos = strip.mixer().solos();
        MenuItem only = Menus.item(look, Icon.HEADPHONES, "Solo this alone (Alt-click)", () -> solos.only(strip.id()));
        boolean safe = strip.strip().soloSafe();
        MenuItem keep = Menus.checked(
                look,
                safe,
                "Heard when others are soloed",
                () -> strip.mixer().actions().soloSafe(strip.id(), !safe));
        return List.of(only, toggle(look, solos), keep);
    }

    /// Clears all solos, or solos again what was cleared.
    static MenuItem toggle(Look look, Solos solos) {
        MenuItem item = Menus.item(
                look,
                solos.any() ? Icon.CLOSE : Icon.AUTORENEW,
                solos.any() ? "Clear all solos (Shift+S)" : "Solo again what was cleared (Shift+S)",
                solos::toggle);
        item.setDisable(!solos.any() && !solos.canRepeat());
        return item;
    }
}
