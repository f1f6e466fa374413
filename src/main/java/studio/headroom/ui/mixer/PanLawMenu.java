package studio.headroom.ui.mixer;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import studio.headroom.project.PanLaw;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// Chooses the song's pan law.
public final class PanLawMenu {
    private PanLawMenu() {}

    /// The choice as an item of another menu.
    public static Menu of(Look look, MixerModel mixer) {
        PanLaw now = mixer.session().history().current().panLaw();
        List<MenuItem> items = new ArrayList<>();
        for (PanLaw law : PanLaw.values()) {
            items.add(Menus.checked(
                    look, law == now, words(law), () -> mixer.actions().panLaw(law)));
        }
        Menu menu = new Menu("Pan law of mono tracks", Icon.TUNE_VERTICAL.node(look, 16, Token.FG_2));
        menu.setMnemonicParsing(false);
        menu.getItems().addAll(items);
        return menu;
    }

    /// What a law is called, with what it is good for.
    static String words(PanLaw law) {
        return switch (law) {
            case EQUAL_POWER -> "−3 dB: even in a room";
            case COMPROMISE -> "−4.5 dB: in between";
            case EQUAL_GAIN -> "−6 dB: even in mono";
            case BALANCE -> "0 dB: balance, nothing taken in the center";
        };
    }
}
