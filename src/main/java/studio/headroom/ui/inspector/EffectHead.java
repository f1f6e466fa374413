package studio.headroom.ui.inspector;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.control.SegmentedControl;
import studio.headroom.ui.control.Switch;
import studio.headroom.ui.editor.model.EditorModel;
import studio.headroom.ui.editor.part.PresetMenu;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The head of an effect: on or off, its preset, A and B, and the way to its editor.
final class EffectHead extends HBox {
    /// @param open shows its editor
    EffectHead(Look look, String title, EditorModel model, Tools tools, Runnable open) {
        PresetName preset = new PresetName(look, model, tools);
        HBox.setHgrow(preset, Priority.ALWAYS);
        SegmentedControl side = new SegmentedControl(look, model.side(), List.of("A", "B"), 20, 20);
        setSpacing(look.px(4));
        setAlignment(Pos.CENTER_LEFT);
        setFillHeight(false);
        setMinHeight(look.px(24));
        getChildren()
                .addAll(
                        new Switch(look, model.power()),
                        Parts.title(look, title),
                        preset,
                        side,
                        Parts.icon(
                                look,
                                Icon.ARROW_EXPAND_ALL,
                                "Open " + model.name(),
                                "Shows all controls of the effect.",
                                open));
    }

    /// The name of the preset; a click opens all presets.
    private static final class PresetName extends KitControl {
        private final EditorModel model;
        private final PresetMenu menu;
        private String shown = "";

        PresetName(Look look, EditorModel model, Tools tools) {
            super(look);
            this.model = model;
            menu = new PresetMenu(look, model, tools.presets(), tools.failures(), this::refresh);
            setAccessibleRole(AccessibleRole.BUTTON);
            setFocusTraversable(true);
            setRing(-1, 5);
            Buttons.explainBy(this, () -> shown, () -> "A click shows all presets.");
            addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
                if (event.getButton() == MouseButton.PRIMARY) {
                    menu.show(this);
                    event.consume();
                }
            });
            addEventHandler(KeyEvent.KEY_PRESSED, event -> {
                if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE && isFocusVisible()) {
                    menu.show(this);
                    event.consume();
                }
            });
            model.observe(this::refresh);
            refresh();
        }

        private void refresh() {
            String now = menu.name();
            if (!now.equals(shown)) {
                shown = now;
                setAccessibleText(model.name() + " preset, " + now);
                repaint();
            }
        }

        @Override
        protected double unitWidth() {
            return 100;
        }

        @Override
        protected double unitHeight() {
            return 20;
        }

        @Override
        protected double computeMinWidth(double height) {
            return look().px(24);
        }

        @Override
        protected double computeMaxWidth(double height) {
            return Double.MAX_VALUE;
        }

        @Override
        protected void paint(Painter p, double w, double h) {
            if (hover() > 0) {
                p.fill(0, 0, w, h, Token.BG_4.alpha(hover()), 4);
            }
            boolean none = menu.isNone() && TextSize.width(look(), TypeRole.LABEL, shown) > p.raw(w - 4);
            p.left(
                    3,
                    h / 2,
                    TextSize.fit(look(), TypeRole.LABEL, none ? "Preset" : shown, p.raw(w - 4)),
                    TypeRole.LABEL,
                    Token.FG_3.towards(Token.FG_1, hover()));
        }
    }
}
