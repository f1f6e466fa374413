package studio.headroom.ui.master.rack;

import java.util.List;
import java.util.Set;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import studio.headroom.ui.command.Commands;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.editor.part.ChainRow;
import studio.headroom.ui.editor.part.Panels;
import studio.headroom.ui.editor.part.Words;
import studio.headroom.ui.master.Hearing;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// What stands in the bar of the mastering chain. Made for one scale and theme.
final class ChainLine extends HBox implements AutoCloseable {
    /// Below these widths words give way, in units.
    private static final double WIDE = 1600;

    private static final double NARROW = 1240;
    private static final double NARROWEST = 1000;
    /// Here buttons are signs alone.
    private static final double TINY = 760;

    /// A button that is a sign alone, in units.
    private static final double SIGN = 34;

    private final RackModel rack;
    private final ChainMenus menus;
    private final ChainRow row;
    private final SlotBar slots;
    private final Button presets;
    private final ToggleButton bypass;
    private final Runnable unwatch;
    private final Button assist;
    private final AddsSign added;
    private final Commands commands;
    private final Look look;
    private double units = WIDE;
    private final ChangeListener<Object> heard = (_, _, _) -> showHearing();

    /// @param assistant opens the assistant
    /// @param commands tell the keys that do the same
    ChainLine(Look look, RackModel rack, Runnable assistant, Commands commands) {
        super(look.px(8));
        this.commands = commands;
        this.look = look;
        this.rack = rack;
        menus = new ChainMenus(look, rack);
        setAlignment(Pos.CENTER_LEFT);
        setFillHeight(false);
        setPadding(new Insets(0, look.px(12), 0, look.px(12)));
        setMinHeight(look.px(48));
        setPrefHeight(look.px(48));
        setMaxHeight(look.px(48));
        Panels.fill(look, this, Token.BG_3, 6);
        Words title = new Words(look, "Chain", TypeRole.CARD_TITLE, Token.FG_1);
        title.setMinWidth(USE_PREF_SIZE);
        row = new ChainRow(look, rack.chain(), 2, new ChainRow.Owner() {
            @Override
            public void open(String insertId, boolean beside) {
                rack.select(insertId);
            }

            @Override
            public boolean besides() {
                return false;
            }

            @Override
            public void add(Node plus) {
                menus.showEffects(plus);
            }
        });
        HBox.setHgrow(row, Priority.ALWAYS);
        presets = presets(look);
        Words label = new Words(look, "Snapshots", TypeRole.LABEL, Token.FG_3);
        label.setMinWidth(USE_PREF_SIZE);
        slots = new SlotBar(look, rack.slots());
        Button keep = Buttons.icon(
                look,
                Icon.CAMERA_OUTLINE,
                "Keep the chain",
                "Keeps a copy of the chain in the next free slot. Right-click a letter to choose one.",
                () -> rack.slots().copyTo(rack.slots().next()));
        bypass = bypass(look);
        added = new AddsSign(look, rack.hearing(), () -> commands.keys().shown(RackCommands.END_COMPARING));
        assist = Buttons.of(look, Icon.AUTO_FIX, "Assistant", Buttons.Kind.DEFAULT, assistant);
        assist.setMinWidth(USE_PREF_SIZE);
        Buttons.explain(
                assist,
                "Assistant",
                "Listens to the print, says what it would change and why, and sets it where you agree.");
        getChildren().addAll(title, row, presets, label, slots, keep, bypass, added, assist);
        widthProperty().addListener((_, _, width) -> {
            units = width.doubleValue() / look.factor();
            show(label, units >= WIDE);
            show(title, units >= NARROWEST);
            show(keep, units >= NARROWEST);
            showShort();
            showHearing();
        });
        unwatch = rack.observe(this::follow);
        listened().forEach(each -> each.addListener(heard));
        follow();
        showHearing();
    }

    private List<ObservableValue<?>> listened() {
        Hearing hearing = rack.hearing();
        return List.of(hearing.bypass(), hearing.matched(), hearing.compared(), hearing.gainDb(), hearing.tried());
    }

    /// Words give way to the chips: a button then is its sign, which says the rest to who points at it.
    private void showShort() {
        boolean tiny = units < TINY;
        slots.setNarrow(tiny);
        show(added, !tiny);
        sign(assist, units < NARROWEST, ContentDisplay.LEFT);
        sign(bypass, tiny, ContentDisplay.LEFT);
        sign(presets, tiny, ContentDisplay.RIGHT);
        presets.setMinWidth(tiny ? look.px(SIGN) : USE_PREF_SIZE);
    }

    private void sign(ButtonBase button, boolean now, ContentDisplay words) {
        button.setContentDisplay(now ? ContentDisplay.GRAPHIC_ONLY : words);
        button.setPrefWidth(now ? look.px(SIGN) : USE_COMPUTED_SIZE);
        button.setStyle(now ? "-fx-padding: 0;" : "");
    }

    private static void show(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }

    private Button presets(Look look) {
        Button button = Buttons.of("Presets", Buttons.Kind.DEFAULT, () -> {});
        button.setOnAction(_ -> menus.showPresets(button));
        button.setGraphic(Icon.CHEVRON_DOWN.node(look, 16, Token.FG_2));
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setMinWidth(USE_PREF_SIZE);
        Buttons.explain(
                button, "Chains", "Chains by genre and by job, and your own. Each is gentle unless its job is not.");
        return button;
    }

    private ToggleButton bypass(Look look) {
        ToggleButton button = new ToggleButton("Bypass, matched", Icon.SCALE_BALANCE.node(look, 16, Token.FG_1));
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText("Bypass the chain");
        Buttons.explainBy(
                button,
                () -> "Bypass",
                () -> (rack.hearing().matched().get()
                                ? "Plays the print without the chain, and from then on both equally loud, so that you compare sounds:"
                                        + " by turning the louder one down where the softer one’s peaks have no room. Right-click"
                                        + " for plain levels."
                                : "Plays the print without the chain, as loud as it is. Right-click for equal loudness.")
                        + key(RackCommands.BYPASS));
        Hearing hearing = rack.hearing();
        button.setOnAction(_ -> hearing.bypass().set(button.isSelected()));
        button.setOnContextMenuRequested(event -> {
            CheckMenuItem matched = new CheckMenuItem("At equal loudness");
            matched.setSelected(hearing.matched().get());
            matched.setOnAction(_ -> hearing.matched().set(!hearing.matched().get()));
            new ContextMenu(matched).show(button, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        return button;
    }

    private String key(String command) {
        String key = commands.keys().shown(command);
        return key.isEmpty() ? "" : " Key: " + key + ".";
    }

    private void showHearing() {
        bypass.setText(rack.hearing().matched().get() && units >= NARROW ? "Bypass, matched" : "Bypass");
        bypass.setSelected(rack.hearing().bypass().get());
        showAdded();
    }

    private void showAdded() {
        Hearing hearing = rack.hearing();
        added.show(
                hearing.isMatching(),
                hearing.isMatching() ? hearing.gainDb().get() : rack.sight().addsLu());
    }

    private void follow() {
        row.show(rack.selected().isEmpty() ? Set.of() : Set.of(rack.selected()), List.of());
        rack.modules().forEach(module -> row.tell(module.id(), module.move()));
        String preset = rack.presetName();
        presets.setText(preset.isEmpty() ? "Presets" : preset);
        presets.setAccessibleText(preset.isEmpty() ? "Chain presets" : "Chain presets, " + preset);
        slots.refresh();
        showAdded();
    }

    @Override
    public void close() {
        unwatch.run();
        listened().forEach(each -> each.removeListener(heard));
    }
}
