package studio.headroom.ui.control;

import java.util.OptionalDouble;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import studio.headroom.ui.model.ControlModel;

/// Values in the system's clipboard, as text, so that they go between programs too. UI thread.
final class ValueClipboard {
    private ValueClipboard() {}

    static void copy(ControlModel model) {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.text());
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// Sets the value in the clipboard; nothing when there is none that the control understands.
    static void paste(ControlModel model) {
        value(model).ifPresent(model::set);
    }

    /// The value in the clipboard, as this control would take it.
    static OptionalDouble value(ControlModel model) {
        String text = Clipboard.getSystemClipboard().getString();
        if (text == null || text.isBlank() || text.length() > 40) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(model.param().parse(text));
        } catch (IllegalArgumentException e) {
            return OptionalDouble.empty();
        }
    }
}
