package studio.headroom.ui.master.rack;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import studio.headroom.mastering.FactoryChain;
import studio.headroom.ui.editor.model.PresetFiles;
import studio.headroom.ui.editor.part.NameItem;
import studio.headroom.ui.theme.Look;

/// What can be added to the chain, and the chains that can take its place.
final class ChainMenus {
    private final Look look;
    private final RackModel rack;

    ChainMenus(Look look, RackModel rack) {
        this.look = look;
        this.rack = rack;
    }

    void showEffects(Node at) {
        ContextMenu menu = new ContextMenu();
        Menu more = new Menu("More");
        for (AddedEffect added : AddedEffect.all()) {
            String words = added.label().substring(0, 1).toUpperCase(Locale.ROOT)
                    + added.label().substring(1);
            (added.seldom() ? more.getItems() : menu.getItems()).add(item(words, () -> rack.add(added)));
        }
        menu.getItems().add(more);
        menu.show(at, Side.BOTTOM, 0, look.px(2));
    }

    void showPresets(Node at) {
        ContextMenu menu = new ContextMenu();
        menu.getItems().addAll(group("By genre", FactoryChain.Group.GENRE), group("By job", FactoryChain.Group.JOB));
        List<PresetFiles.Named> own = rack.ownChains();
        menu.getItems().add(new SeparatorMenuItem());
        for (PresetFiles.Named each : own) {
            menu.getItems().add(item(each.name(), () -> rack.apply(each)));
        }
        menu.getItems().add(NameItem.of(look, menu, "", "Save", rack::saveChain));
        if (!own.isEmpty()) {
            Menu rename = new Menu("Rename");
            Menu remove = new Menu("Remove");
            for (PresetFiles.Named each : own) {
                Menu one = new Menu(each.name());
                one.setMnemonicParsing(false);
                one.getItems()
                        .add(NameItem.of(
                                look, menu, each.name(), "Rename", name -> rack.renameChain(each.name(), name)));
                rename.getItems().add(one);
                remove.getItems().add(item(each.name(), () -> rack.deleteChain(each.name())));
            }
            menu.getItems().addAll(rename, remove);
        }
        menu.show(at, Side.BOTTOM, 0, look.px(2));
    }

    private Menu group(String words, FactoryChain.Group group) {
        Menu menu = new Menu(words);
        for (FactoryChain each : FactoryChain.all()) {
            if (each.group() == group) {
                menu.getItems().add(item(each.label() + " – " + each.job(), () -> rack.apply(each)));
            }
        }
        return menu;
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
