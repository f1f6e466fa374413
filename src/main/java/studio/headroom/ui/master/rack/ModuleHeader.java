package studio.headroom.ui.master.rack;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.Switch;
import studio.headroom.ui.editor.model.EditorModel;
import studio.headroom.ui.editor.model.Names;
import studio.headroom.ui.editor.part.Panels;
import studio.headroom.ui.editor.part.PresetMenu;
import studio.headroom.ui.editor.part.SettingsClipboard;
import studio.headroom.ui.editor.part.Words;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The top of a module: power, name, how it works, equal loudness, difference, and its menu.
final class ModuleHeader extends HBox {
    private final Look look;
    private final RackModel rack;
    private final RackModule module;
    private final EditorModel model;
    private final PresetMenu presets;
    private final Runnable expand;
    private final Words mode;
    private final ToggleButton equal;
    private final ToggleButton delta;

    /// @param expand opens the large editor
    ModuleHeader(Look look, RackModel rack, RackModule module, Runnable expand) {
        super(look.px(4));
        this.look = look;
        this.rack = rack;
        this.module = module;
        this.expand = expand;
        model = module.editor();
        presets = new PresetMenu(look, model, rack.presets(), rack::failed, () -> {});
        setAlignment(Pos.CENTER_LEFT);
        setFillHeight(false);
        setPadding(new Insets(0, look.px(4), 0, look.px(12)));
        setMinHeight(look.px(40));
        setPrefHeight(look.px(40));
        Panels.fill(look, this, Token.BG_3, 6);
        Words title = new Words(look, Names.effect(model.type()), TypeRole.PANEL_TITLE, Token.FG_1);
        title.setMinWidth(USE_PREF_SIZE);
        mode = new Words(look, ModeWords.of(model), TypeRole.LABEL, Token.FG_3);
        equal = toggle(
                Icon.SCALE_BALANCE,
                "Equal loudness of " + model.name(),
                "While the effect is off, the sound that passes it plays as loud as it makes it, so that you compare"
                        + " sounds. You alone hear that.",
                model.comparing().equalLoudness());
        delta = toggle(
                Icon.HEADPHONES,
                "Difference of " + model.name(),
                "Plays only what the effect changes. You alone hear that: a delivered file never has it.",
                model.comparing().delta());
        delta.setOnAction(_ -> rack.hearDelta(delta.isSelected() ? module : null));
        HBox.setMargin(title, new Insets(0, look.px(4), 0, look.px(6)));
        getChildren().addAll(new Switch(look, model.power()), title, mode, Panels.gap(), equal, delta, menuButton());
        model.observe(this::show);
        show();
    }

    private ToggleButton toggle(Icon icon, String name, String explanation, ControlModel control) {
        ToggleButton button = Buttons.toggle(look, icon, name, explanation);
        button.setGraphic(icon.node(look, 16, Token.FG_2));
        button.getStyleClass().add("hr-icon-small");
        button.setOnAction(_ -> control.set(button.isSelected() ? 1 : 0));
        return button;
    }

    private void show() {
        mode.say(ModeWords.of(model), Token.FG_3);
        equal.setSelected(model.comparing().equalLoudness().isOn());
        delta.setSelected(model.comparing().delta().isOn());
    }

    private Button menuButton() {
        Button button = Buttons.icon(look, Icon.DOTS_VERTICAL, "Menu of " + model.name(), "", () -> {});
        button.setGraphic(Icon.DOTS_VERTICAL.node(look, 16, Token.FG_2));
        button.getStyleClass().add("hr-icon-small");
        button.setOnAction(_ -> menu(button).show(button, Side.BOTTOM, 0, look.px(2)));
        return button;
    }

    private ContextMenu menu(Node at) {
        ContextMenu menu = new ContextMenu();
        MenuItem paste =
                item("Paste settings", () -> SettingsClipboard.pasted(model).ifPresent(model::apply));
        paste.setDisable(SettingsClipboard.pasted(model).isEmpty());
        menu.getItems()
                .addAll(
                        item("Large editor", expand),
                        item("Presets…", () -> presets.show(at)),
                        new SeparatorMenuItem(),
                        item("Copy settings", () -> SettingsClipboard.copy(model)),
                        paste,
                        item("Set to the gentle start", () -> model.apply(RackModel.start(module))));
        if (ModeWords.hasParts(model)) {
            menu.getItems().add(new SeparatorMenuItem());
            part(menu, "Works on all of the sound", 0);
            part(menu, "Works on the middle only", 1);
            part(menu, "Works on the sides only", 2);
            part(menu, "Works on the left only", 3);
            part(menu, "Works on the right only", 4);
        }
        if (model.type().id().equals("eq")) {
            menu.getItems().add(new SeparatorMenuItem());
            ControlModel range = model.memory().spectrum().range();
            List<String> words = List.of("±3 dB", "±6 dB", "±12 dB", "±24 dB");
            for (int i = 0; i < words.size(); i++) {
                int index = i;
                menu.getItems().add(checked("Show " + words.get(i), range.value() == i, () -> range.set(index)));
            }
        }
        menu.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        item("Move left", () -> move(-1)),
                        item("Move right", () -> move(1)),
                        item("Remove", () -> rack.chain().remove(module.id())));
        return menu;
    }

    private void part(ContextMenu menu, String words, int value) {
        ControlModel channels = model.control("channels");
        menu.getItems().add(checked(words, Math.round(channels.value()) == value, () -> channels.set(value)));
    }

    private void move(int by) {
        int index = rack.chain().inserts().indexOf(module.insert()) + by;
        if (index >= 0 && index < rack.chain().inserts().size()) {
            rack.chain().move(module.id(), index);
        }
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private static MenuItem checked(String words, boolean on, Runnable action) {
        CheckMenuItem item = new CheckMenuItem(words);
        item.setSelected(on);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
