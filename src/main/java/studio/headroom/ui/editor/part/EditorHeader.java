package studio.headroom.ui.editor.part;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import studio.headroom.param.Values;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.SegmentedControl;
import studio.headroom.ui.control.Switch;
import studio.headroom.ui.editor.model.EditorAnalysis;
import studio.headroom.ui.editor.model.EditorModel;
import studio.headroom.ui.editor.model.Names;
import studio.headroom.ui.editor.model.Presets;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The top of an editor: on and off, preset, A and B, loudness, and copying.
public final class EditorHeader extends HBox {
    /// Below this width words give way to signs, in units.
    private static final double NARROW = 720;

    private final Look look;
    private final EditorModel model;
    private final EditorAnalysis analysis;
    private final PresetMenu presets;
    private final Consumer<String> failures;
    private final Button preset;
    private final Button copyOver;
    private final Words louder;

    /// @param failures is told what could not be done
    public EditorHeader(
            Look look, EditorModel model, EditorAnalysis analysis, Presets presets, Consumer<String> failures) {
        super(look.px(8));
        this.look = look;
        this.model = model;
        this.analysis = analysis;
        this.presets = new PresetMenu(look, model, presets, failures, this::show);
        this.failures = failures;
        setAlignment(Pos.CENTER_LEFT);
        setFillHeight(false);
        setPadding(new Insets(look.px(6), look.px(8), look.px(6), look.px(16)));
        Panels.fill(look, this, Token.BG_3, 6);
        preset = Buttons.of("", Buttons.Kind.DEFAULT, () -> {});
        preset.setOnAction(_ -> this.presets.show(preset));
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
        preset.setText(presets.name());
        preset.setAccessibleText("Preset, " + preset.getText());
        copyOver.setText(model.side().isOn() ? "B → A" : "A → B");
        showLoudness();
    }

    /// By how much the effect makes the sound louder; while it is bypassed, by how much the dry sound is.
    private void showLoudness() {
        boolean dry = !model.power().isOn();
        double db = dry ? model.comparing().dryDb() : analysis.louderDb();
        boolean nothing =
                Double.isNaN(db) || dry && !model.comparing().equalLoudness().isOn();
        Token color = dry ? Token.ACCENT : Math.abs(db) > 1 ? Token.WARN : Token.FG_2;
        louder.say(nothing ? "" : (dry ? "dry " : "after ") + signed(db) + " dB", color);
    }

    private static String signed(double db) {
        return String.format(Locale.ROOT, "%+.1f", Math.rint(db * 10) / 10 + 0.0)
                .replace('-', '\u2212');
    }

    // ---- copying ----

    private Button menuButton() {
        Button button = Buttons.icon(look, Icon.DOTS_VERTICAL, "More", "Copies and pastes settings.", () -> {});
        button.setOnAction(_ -> {
            ContextMenu menu = new ContextMenu();
            MenuItem copy = new MenuItem("Copy settings");
            copy.setOnAction(_ -> SettingsClipboard.copy(model));
            MenuItem paste = new MenuItem("Paste settings");
            paste.setDisable(SettingsClipboard.pasted(model).isEmpty());
            paste.setOnAction(_ -> SettingsClipboard.pasted(model).ifPresent(model::apply));
            MenuItem reset = new MenuItem("Set everything as it was at first");
            reset.setOnAction(_ -> model.apply(Values.INITIAL));
            menu.getItems().addAll(copy, paste, new SeparatorMenuItem(), reset);
            model.outputGain().ifPresent(gain -> {
                MenuItem match =
                        PresetMenu.plain("Set " + gain.param().label().toLowerCase(Locale.ROOT) + " to equal loudness");
                match.setOnAction(_ -> match());
                menu.getItems().add(match);
            });
            menu.show(button, Side.BOTTOM, 0, look.px(2));
        });
        return button;
    }
}
