package studio.headroom.ui.editor.part;

import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import studio.headroom.param.Values;
import studio.headroom.ui.editor.model.EditorModel;
import studio.headroom.ui.editor.model.SettingsText;

/// Settings of effects on the system's clipboard, as text.
public final class SettingsClipboard {
    private SettingsClipboard() {}

    public static void copy(EditorModel model) {
        ClipboardContent content = new ClipboardContent();
        content.putString(SettingsText.write(model.type(), model.settings()));
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// What was copied of an effect of the same type.
    public static Optional<Values> pasted(EditorModel model) {
        String text = Clipboard.getSystemClipboard().getString();
        return text == null ? Optional.empty() : SettingsText.read(model.type(), text);
    }
}
