package studio.headroom.ui.editor.part;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import studio.headroom.files.FileException;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.theme.Look;

/// A place in a menu to type the name of a preset.
public final class NameItem {
    private NameItem() {}

    /// What is done with a name.
    public interface Naming {
        void as(String name) throws FileException;
    }

    /// A field for a name with a button that does something with it; then the menu closes.
    ///
    /// @param now the name that it has; empty for a new one
    /// @param words on the button
    public static MenuItem of(Look look, ContextMenu menu, String now, String words, Consumer<String> named) {
        TextField name = new TextField(now);
        name.setPromptText("Name of a new preset");
        name.setAccessibleText(now.isEmpty() ? "Name of a new preset" : "New name of the preset " + now);
        name.setPrefWidth(look.px(180));
        Runnable act = () -> {
            named.accept(name.getText());
            menu.hide();
        };
        name.setOnAction(_ -> act.run());
        HBox line = new HBox(look.px(6), name, Buttons.of(words, Buttons.Kind.PRIMARY, act));
        line.setAlignment(Pos.CENTER_LEFT);
        return new CustomMenuItem(line, false);
    }
}
