package studio.headroom.ui.mixer;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import studio.headroom.project.Folder;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// What can be done with a folder, and with the folder of a strip.
final class FolderMenu {
    private FolderMenu() {}

    /// Of the tab of a folder.
    ///
    /// @param owner over which a name is typed
    static ContextMenu of(Look look, FolderActions actions, Folder folder, Node owner) {
        String id = folder.id();
        Menu colors = new Menu("Color", Icon.PENCIL_OUTLINE.node(look, 16, Token.FG_2));
        colors.setMnemonicParsing(false);
        colors.getItems().addAll(Menus.colors(look, color -> actions.color(id, color)));
        ContextMenu menu = new ContextMenu();
        menu.getItems()
                .addAll(
                        Menus.item(
                                look,
                                folder.folded() ? Icon.CHEVRON_RIGHT : Icon.CHEVRON_DOWN,
                                folder.folded() ? "Unfold" : "Fold",
                                () -> actions.fold(id)),
                        Menus.item(look, Icon.PENCIL_OUTLINE, "Rename…", () -> rename(look, actions, folder, owner)),
                        colors,
                        new SeparatorMenuItem(),
                        Menus.item(look, Icon.CHECK, "Select its strips", () -> actions.select(id)),
                        Menus.item(look, Icon.PLUS, "New bus for its strips", () -> actions.bus(id)),
                        new SeparatorMenuItem(),
                        Menus.item(look, Icon.CLOSE, "Remove the folder, keep its strips", () -> actions.remove(id)));
        return menu;
    }

    /// Opens a field for the name of a folder.
    ///
    /// @param owner over which it is typed
    static void rename(Look look, FolderActions actions, Folder folder, Node owner) {
        TextEntry.open(
                look,
                owner,
                folder.name(),
                "New name of the folder " + folder.name(),
                name -> actions.rename(folder.id(), name));
    }

    /// Which folder a strip lies in, with those selected with it.
    static List<MenuItem> ofStrip(Look look, StripModel strip) {
        FolderActions actions = strip.mixer().folderActions();
        String id = strip.id();
        String own = strip.strip().look().folder();
        List<MenuItem> items = new ArrayList<>();
        items.add(Menus.item(look, Icon.PLUS, "New folder of the selection", () -> actions.create(id)));
        items.add(Menus.checked(look, own.isEmpty(), "None", () -> actions.takeOut(id)));
        for (Folder folder : strip.mixer().session().history().current().folders()) {
            items.add(Menus.checked(look, own.equals(folder.id()), folder.name(), () -> actions.put(id, folder.id())));
        }
        return items;
    }
}
