package studio.headroom.ui.editor.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import studio.headroom.files.FileException;
import studio.headroom.param.Values;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.SegmentedControl;
import studio.headroom.ui.control.Switch;
import studio.headroom.ui.editor.model.EditorAnalysis;
import studio.headroom.ui.editor.model.EditorModel;
import studio.headroom.ui.editor.model.Names;
import studio.headroom.ui.editor.model.Presets;
import studio.headroom.ui.editor.model.Presets.Preset;
import studio.headroom.ui.editor.model.SettingsText;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The top of an editor: on and off, preset, A and B, loudness, and copying.
public final class EditorHeader extends HBox {
    /// Below this width words give way to signs, in units.
    private static final double NARROW = 720;

    private static final String NO_PRESET = "No preset";

    private final Look look;
    private final EditorModel model;
    private final EditorAnalysis analysis;
    private final Presets presets;
    private final Consumer<String> failures;
    private final Button preset;
    private final Button copyOver;
    private final Words louder;
    /// As last read from the disk.
    private List<Preset> own = List.of();

    /// @param failures is told what could not be done
    public EditorHeader(
            Look look, EditorModel model, EditorAnalysis analysis, Presets presets, Consumer<String> failures) {
        super(look.px(8));
        this.look = look;
        this.model = model;
        this.analysis = analysis;
        this.presets = presets;
        this.failures = failures;
        setAlignment(Pos.CENTER_LEFT);
        setFillHeight(false);
        setPadding(new Insets(look.px(6), look.px(8), look.px(6), look.px(16)));
        Panels.fill(look, this, Token.BG_3, 6);
        preset = Buttons.of(NO_PRESET, Buttons.Kind.DEFAULT, this::showPresets);
        preset.setGraphic(Icon.CHEVRON_DOWN.node(look, 16, Token.FG_2));
        preset.setContentDisplay(ContentDisplay.RIGHT);
        preset.setAlignment(Pos.CENTER_LEFT);
        preset.setPrefWidth(look.px(210));
        preset.setMinWidth(look.px(96));
        copyOver = Buttons.of("A → B", Buttons.Kind.DEFAULT, model::copyToOther);
        copyOver.setMinWidth(look.px(72));
        Buttons.explain(copyOver, "Copy over", "Makes both sets what is heard now.");
        louder = new Words(look, "", TypeRole.LABEL, Token.FG_2);
        Words title = new Words(look, Names.effect(model.type()), TypeRole.PANEL_TITLE, Token.FG_1);
        title.setMinWidth(USE_PREF_SIZE);
        louder.setMinWidth(USE_PREF_SIZE);
        SegmentedControl side = new SegmentedControl(look, model.side(), List.of("A", "B"), 32, 24);
        getChildren().addAll(new Switch(look, model.power()), title, preset, side, copyOver);
        HBox.setMargin(preset, new Insets(0, look.px(4), 0, look.px(4)));
        WordToggle equal = new WordToggle(look, model.comparing().equalLoudness(), "Equal loudness", true);
        widthProperty().addListener((_, _, width) -> equal.setShort(width.doubleValue() < look.px(NARROW)));
        getChildren()
                .addAll(
                        equal,
                        new WordToggle(look, model.comparing().delta(), "Δ", false),
                        Panels.gap(),
                        louder,
                        menuButton());
        HBox.setHgrow(preset, Priority.SOMETIMES);
        preset.setMaxWidth(look.px(240));
        model.observe(this::show);
        analysis.observe(this::showLoudness);
        show();
    }

    /// Sets the gain at the end so that the sound leaves as loud as it came.
    private void match() {
        double by = analysis.louderDb();
        if (Double.isNaN(by)) {
            failures.accept("Play a few seconds first: the loudness before and behind the effect is not known yet.");
            return;
        }
        model.outputGain().ifPresent(gain -> gain.set(gain.value() - by));
        analysis.forgetLoudness();
        showLoudness();
    }

    private void show() {
        List<Preset> all = new ArrayList<>(Presets.factory(model.type()));
        all.addAll(own);
        String name = Presets.nameOf(all, model.settings());
        preset.setText(name.isEmpty() ? model.settings().asMap().isEmpty() ? "Initial" : NO_PRESET : name);
        preset.setAccessibleText("Preset, " + preset.getText());
        copyOver.setText(model.side().isOn() ? "B → A" : "A → B");
        showLoudness();
    }

    /// By how much the effect makes the sound louder; while it is bypassed, by how much the dry sound is.
    private void showLoudness() {
        boolean dry = !model.power().isOn();
        double db = dry ? model.comparing().dryDb() : analysis.louderDb();
        boolean nothing = Double.isNaN(db) || dry && !model.comparing().equalLoudness().isOn();
        Token color = dry ? Token.ACCENT : Math.abs(db) > 1 ? Token.WARN : Token.FG_2;
        louder.say(nothing ? "" : (dry ? "dry " : "after ") + signed(db) + " dB", color);
    }

    private static String signed(double db) {
        return String.format(Locale.ROOT, "%+.1f", Math.rint(db * 10) / 10 + 0.0).replace('-', '\u2212');
    }

    // ---- presets ----

    private void showPresets() {
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
            menu.getItems().add(item(each.name(), each.values()));
        }
        menu.getItems().add(naming(menu, "", "Save", name -> presets.save(model.type(), name, model.settings())));
        if (!own.isEmpty()) {
            Menu rename = new Menu("Rename");
            for (Preset each : own) {
                Menu one = new Menu(each.name());
                one.setMnemonicParsing(false);
                one.getItems()
                        .add(naming(menu, each.name(), "Rename", name -> presets.rename(model.type(), each.name(), name)));
                rename.getItems().add(one);
            }
            menu.getItems().add(rename);
            Menu remove = new Menu("Remove");
            for (Preset each : own) {
                MenuItem entry = plain(each.name());
                entry.setOnAction(_ -> attempt(() -> presets.delete(model.type(), each.name())));
                remove.getItems().add(entry);
            }
            menu.getItems().add(remove);
        }
        menu.show(preset, Side.BOTTOM, 0, look.px(2));
    }

    /// What stands before the dash of "Vocal – tame sibilance".
    private static String group(String name) {
        int dash = name.indexOf(" – ");
        return dash < 0 ? "" : name.substring(0, dash);
    }

    private static MenuItem plain(String words) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        return item;
    }

    private MenuItem item(String words, Values values) {
        MenuItem item = plain(words);
        item.setOnAction(_ -> model.apply(values));
        return item;
    }

    private interface Naming {
        void as(String name) throws FileException;
    }

    /// A field for a name with a button that does something with it.
    private MenuItem naming(ContextMenu menu, String now, String words, Naming naming) {
        TextField name = new TextField(now);
        name.setPromptText("Name of a new preset");
        name.setAccessibleText(now.isEmpty() ? "Name of a new preset" : "New name of the preset " + now);
        name.setPrefWidth(look.px(180));
        Runnable act = () -> {
            String text = name.getText();
            attempt(() -> naming.as(text));
            menu.hide();
        };
        name.setOnAction(_ -> act.run());
        HBox line = new HBox(look.px(6), name, Buttons.of(words, Buttons.Kind.PRIMARY, act));
        line.setAlignment(Pos.CENTER_LEFT);
        return new CustomMenuItem(line, false);
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
        show();
    }

    // ---- copying ----

    private Button menuButton() {
        Button button = Buttons.icon(look, Icon.DOTS_VERTICAL, "More", "Copies and pastes settings.", () -> {});
        button.setOnAction(_ -> {
            ContextMenu menu = new ContextMenu();
            MenuItem copy = new MenuItem("Copy settings");
            copy.setOnAction(_ -> copy());
            MenuItem paste = new MenuItem("Paste settings");
            paste.setDisable(pasted() == null);
            paste.setOnAction(_ -> paste());
            MenuItem reset = new MenuItem("Set everything as it was at first");
            reset.setOnAction(_ -> model.apply(Values.INITIAL));
            menu.getItems().addAll(copy, paste, new SeparatorMenuItem(), reset);
            model.outputGain().ifPresent(gain -> {
                MenuItem match = plain("Set " + gain.param().label().toLowerCase(Locale.ROOT) + " to equal loudness");
                match.setOnAction(_ -> match());
                menu.getItems().add(match);
            });
            menu.show(button, Side.BOTTOM, 0, look.px(2));
        });
        return button;
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(SettingsText.write(model.type(), model.settings()));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private @Nullable Values pasted() {
        String text = Clipboard.getSystemClipboard().getString();
        return text == null ? null : SettingsText.read(model.type(), text).orElse(null);
    }

    private void paste() {
        Values values = pasted();
        if (values != null) {
            model.apply(values);
        }
    }
}
