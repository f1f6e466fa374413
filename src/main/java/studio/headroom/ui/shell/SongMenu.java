package studio.headroom.ui.shell;

import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SeparatorMenuItem;
import studio.headroom.ui.command.Commands;
import studio.headroom.ui.command.MenuKey;

/// What can be done with the song as a whole. UI thread.
final class SongMenu {
    private static final List<List<String>> PARTS = List.of(
            List.of("song.save", "song.saveAs", "song.saveTemplate", "song.backup"),
            List.of("song.notes", "song.addFiles", "song.addStrips", "song.pack"),
            List.of("song.open", "song.close"));

    private SongMenu() {}

    /// What it offers now.
    static ContextMenu of(Commands commands) {
        ContextMenu menu = new ContextMenu();
        for (List<String> part : PARTS) {
            if (!menu.getItems().isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            part.forEach(id -> menu.getItems().add(MenuKey.item(commands, id)));
        }
        return menu;
    }
}
