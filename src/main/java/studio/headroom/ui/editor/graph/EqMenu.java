package studio.headroom.ui.editor.graph;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import studio.headroom.ui.editor.model.EqModel;
import studio.headroom.ui.editor.model.Names;
import studio.headroom.ui.model.ControlModel;

/// The menu of an equalizer's band.
public final class EqMenu {
    private EqMenu() {}

    public static ContextMenu of(EqModel model, int band) {
        ContextMenu menu = new ContextMenu();
        ControlModel type = model.control(band, "type");
        var words = Names.options(type.param());
        for (int i = 0; i < words.size(); i++) {
            int index = i;
            CheckMenuItem item = new CheckMenuItem(words.get(i));
            item.setSelected(index == Math.round(type.value()));
            item.setOnAction(_ -> type.set(index));
            menu.getItems().add(item);
        }
        menu.getItems().add(new SeparatorMenuItem());
        menu.getItems().add(channel(model.control(band, "place")));
        menu.getItems().add(toggle("On", model.control(band, "on")));
        if (model.canMove(band)) {
            menu.getItems().add(toggle("Dynamic", model.control(band, "dyn.on")));
        }
        menu.getItems().add(toggle("Listen", model.control(band, "listen")));
        menu.getItems().add(new SeparatorMenuItem());
        for (String what : List.of("freq", "gain", "q")) {
            ControlModel control = model.control(band, what);
            Runnable show = control.automationAction();
            if (show != null && model.has(band, what)) {
                MenuItem item = new MenuItem(
                        "Show automation of " + control.param().label().toLowerCase(Locale.ROOT));
                item.setOnAction(_ -> show.run());
                menu.getItems().add(item);
            }
        }
        MenuItem remove = new MenuItem("Remove band " + (band + 1));
        remove.setOnAction(_ -> model.remove(band));
        menu.getItems().add(remove);
        return menu;
    }

    /// Which part of the sound it is on.
    private static Menu channel(ControlModel place) {
        Menu menu = new Menu("Channel");
        List<String> words = Names.options(place.param());
        for (int i = 0; i < words.size(); i++) {
            int index = i;
            CheckMenuItem item = new CheckMenuItem(words.get(i));
            item.setSelected(index == Math.round(place.value()));
            item.setOnAction(_ -> place.set(index));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static CheckMenuItem toggle(String words, ControlModel control) {
        CheckMenuItem item = new CheckMenuItem(words);
        item.setSelected(control.isOn());
        item.setOnAction(_ -> control.set(control.isOn() ? 0 : 1));
        return item;
    }
}
