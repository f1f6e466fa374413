package studio.headroom.ui.control;

import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// The menu of a control: enter a value, reset, copy, paste, automate, what the owner adds, explain.
final class ControlMenu {
    private ControlMenu() {}

    static ContextMenu of(ModelControl control, Look look) {
        ControlModel model = control.model();
        Param param = model.param();
        ContextMenu menu = new ContextMenu();
        List<MenuItem> items = menu.getItems();
        boolean off = !model.enabled();

        if (!(param.range() instanceof Range.Toggle || param.range() instanceof Range.Choice)) {
            items.add(item(
                    look, Icon.PENCIL_OUTLINE, "Enter value…", key(KeyCode.ENTER), off, () -> control.openEntry("")));
        }
        items.add(item(
                look,
                Icon.RESTORE,
                "Reset to " + model.text(param.initial()),
                key(KeyCode.BACK_SPACE),
                off,
                model::reset));
        items.add(new SeparatorMenuItem());
        items.add(item(
                look, Icon.CONTENT_COPY, "Copy value", shortcut(KeyCode.C), false, () -> ValueClipboard.copy(model)));
        OptionalDouble pasted = ValueClipboard.value(model);
        items.add(item(
                look,
                Icon.CONTENT_PASTE,
                pasted.isPresent() ? "Paste " + model.text(pasted.getAsDouble()) : "Paste",
                shortcut(KeyCode.V),
                off || pasted.isEmpty(),
                () -> ValueClipboard.paste(model)));
        Runnable automate = model.automationAction();
        List<MenuItem> more = control.moreItems();
        if (automate != null || !more.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        if (automate != null) {
            items.add(item(look, Icon.VECTOR_CURVE, "Show automation", null, false, automate));
        }
        items.addAll(more);
        if (!model.explanation().isEmpty()) {
            items.add(new SeparatorMenuItem());
            items.add(item(
                    look,
                    Icon.HELP_CIRCLE_OUTLINE,
                    "Explain “" + param.label() + "”",
                    key(KeyCode.F1),
                    false,
                    control::explain));
        }
        return menu;
    }

    static MenuItem item(
            Look look, Icon icon, String text, @Nullable KeyCombination key, boolean disabled, Runnable action) {
        MenuItem item = new MenuItem(text, icon.node(look, 16, disabled ? Token.FG_4 : Token.FG_2));
        // Only shown here: the control itself listens to its keys.
        if (key != null) {
            item.setAccelerator(key);
        }
        item.setMnemonicParsing(false);
        item.setDisable(disabled);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private static KeyCombination key(KeyCode code) {
        return new KeyCodeCombination(code);
    }

    private static KeyCombination shortcut(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }
}
