package studio.headroom.ui.editor.graph;

import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import studio.headroom.param.Unit;
import studio.headroom.ui.editor.model.MultibandModel;
import studio.headroom.ui.editor.model.Names;
import studio.headroom.ui.model.ControlModel;

/// The menu of a multiband compressor's band.
public final class MultibandMenu {
    private MultibandMenu() {}

    /// @param hertz where it would be split
    public static ContextMenu of(MultibandModel model, int band, double hertz) {
        ContextMenu menu = new ContextMenu();
        ControlModel mode = model.control(band, "mode");
        List<String> words = Names.options(mode.param());
        for (int i = 0; i < words.size(); i++) {
            int index = i;
            CheckMenuItem item = new CheckMenuItem(words.get(i));
            item.setSelected(index == Math.round(mode.value()));
            item.setOnAction(_ -> mode.set(index));
            menu.getItems().add(item);
        }
        menu.getItems().add(new SeparatorMenuItem());
        menu.getItems().add(toggle("On", model.control(band, "on")));
        menu.getItems().add(toggle("Solo", model.control(band, "solo")));
        menu.getItems().add(new SeparatorMenuItem());
        MenuItem split = new MenuItem("Split band " + (band + 1) + " at " + Unit.HERTZ.format(hertz));
        split.setDisable(!model.canSplit());
        split.setOnAction(_ -> model.split(hertz));
        MenuItem remove = new MenuItem("Remove band " + (band + 1));
        remove.setDisable(!model.canRemove());
        remove.setOnAction(_ -> model.remove(band));
        menu.getItems().addAll(split, remove);
        Runnable show = model.control(band, "threshold").automationAction();
        if (show != null) {
            MenuItem item = new MenuItem("Show automation of threshold");
            item.setOnAction(_ -> show.run());
            menu.getItems().addAll(new SeparatorMenuItem(), item);
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
