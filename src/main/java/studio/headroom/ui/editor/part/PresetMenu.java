package studio.headroom.ui.editor.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import studio.headroom.files.FileException;
import studio.headroom.param.Values;
import studio.headroom.ui.editor.model.EditorModel;
import studio.headroom.ui.editor.model.Presets;
import studio.headroom.ui.editor.model.Presets.Preset;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.TypeRole;

/// The presets of an effect to choose from, and a person's own to save and remove.
public final class PresetMenu {
    private static final String NO_PRESET = "No preset";
    /// Of a name in the menu, in units.
    private static final double WIDEST = 320;

    private final Look look;
    private final EditorModel model;
    private final Presets presets;
    private final Consumer<String> failures;
    private final Runnable changed;
    /// As last read from the disk.
    private List<Preset> own = List.of();

    /// @param failures is told what could not be done
    /// @param changed runs after presets were saved or removed
    public PresetMenu(Look look, EditorModel model, Presets presets, Consumer<String> failures, Runnable changed) {
        this.look = look;
        this.model = model;
        this.presets = presets;
        this.failures = failures;
        this.changed = changed;
    }

    /// The name of the preset that the settings are.
    public String name() {
        List<Preset> all = new ArrayList<>(Presets.factory(model.type()));
        all.addAll(own);
        String name = Presets.nameOf(all, model.settings());
        return name.isEmpty() ? model.settings().asMap().isEmpty() ? "Initial" : NO_PRESET : name;
    }

    /// Whether the settings are no preset.
    public boolean isNone() {
        return name().equals(NO_PRESET);
    }

    /// Opens it below a node.
    public void show(Node owner) {
        own = presets.own(model.type());
        ContextMenu menu = new ContextMenu();
        menu.getItems().add(item("Initial", Values.INITIAL));
        Map<String, List<Preset>> groups = new TreeMap<>();
        for (Preset factory : Presets.factory(model.type())) {
            groups.computeIfAbsent(group(factory.name()), _ -> new ArrayList<>())
                    .add(factory);
        }
        groups.forEach((group, list) -> {
            if (group.isEmpty() || list.size() == 1) {
                list.forEach(each -> menu.getItems().add(item(each.name(), each.values())));
            } else {
                Menu sub = new Menu(group);
                list.forEach(each -> sub.getItems().add(item(each.name(), each.values())));
                menu.getItems().add(sub);
            }
        });
        menu.getItems().add(new SeparatorMenuItem());
        for (Preset each : own) {
            menu.getItems().add(item(shown(each), each.values()));
        }
        menu.getItems().add(naming(menu, "", "Save", name -> presets.save(model.type(), name, model.settings())));
        if (!own.isEmpty()) {
            Menu rename = new Menu("Rename");
            for (Preset each : own) {
                Menu one = new Menu(shown(each));
                one.setMnemonicParsing(false);
                one.getItems()
                        .add(naming(
                                menu, each.name(), "Rename", name -> presets.rename(model.type(), each.name(), name)));
                rename.getItems().add(one);
            }
            menu.getItems().add(rename);
            Menu remove = new Menu("Remove");
            for (Preset each : own) {
                MenuItem entry = plain(shown(each));
                entry.setOnAction(_ -> attempt(() -> presets.delete(model.type(), each.name())));
                remove.getItems().add(entry);
            }
            menu.getItems().add(remove);
        }
        menu.show(owner, Side.BOTTOM, 0, look.px(2));
    }

    /// Names of files may be as long as a line of a book.
    private String shown(Preset preset) {
        return TextSize.fit(look, TypeRole.BODY, preset.name(), look.px(WIDEST));
    }

    /// What stands before the dash of "Vocal – tame sibilance".
    private static String group(String name) {
        int dash = name.indexOf(" – ");
        return dash < 0 ? "" : name.substring(0, dash);
    }

    static MenuItem plain(String words) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        return item;
    }

    private MenuItem item(String words, Values values) {
        MenuItem item = plain(words);
        item.setOnAction(_ -> model.apply(values));
        return item;
    }

    private MenuItem naming(ContextMenu menu, String now, String words, NameItem.Naming naming) {
        return NameItem.of(look, menu, now, words, name -> attempt(() -> naming.as(name)));
    }

    private interface Filing {
        void run() throws FileException;
    }

    private void attempt(Filing filing) {
        try {
            filing.run();
        } catch (FileException e) {
            failures.accept(String.valueOf(e.getMessage()));
        }
        own = presets.own(model.type());
        changed.run();
    }
}
