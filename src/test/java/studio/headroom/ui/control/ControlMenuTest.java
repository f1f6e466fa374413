package studio.headroom.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.event.Event;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.PickResult;
import javafx.scene.layout.Pane;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import studio.headroom.ui.Fx;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.model.Params;

/// What a control offers beside its value: its menu, the clipboard, its explanation; and switches and choices.
class ControlMenuTest extends ControlDesk {
    // ---- menu, clipboard, explanation ----

    private ContextMenu menu() {
        return Fx.call(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .filter(Window::isShowing)
                .findFirst()
                .orElseThrow());
    }

    @Test
    void aControlThatTheClickTookOutOfTheWindowShowsNoMenu() {
        Fader fader = fader(model(Params.VOLUME));
        Fx.run(() -> {
            fader.addEventFilter(
                    ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                    event -> ((Pane) fader.getParent()).getChildren().remove(fader));
            Event.fireEvent(
                    fader,
                    new ContextMenuEvent(
                            ContextMenuEvent.CONTEXT_MENU_REQUESTED, 1, 1, 1, 1, false, new PickResult(fader, 1, 1)));
            assertThat(fader.getScene()).isNull();
            assertThat(Window.getWindows()).noneMatch(ContextMenu.class::isInstance);
        });
    }

    private List<String> words(ContextMenu menu) {
        return Fx.call(() -> menu.getItems().stream()
                .map(MenuItem::getText)
                .filter(text -> text != null)
                .toList());
    }

    @Test
    void theMenuEntersResetsCopiesPastesAutomatesAndExplains() {
        ControlModel model = model(Params.VOLUME);
        int[] automated = {0};
        Fx.run(() -> {
            model.show(-22);
            model.setAutomationAction(() -> automated[0]++);
            ValueClipboard.copy(model);
            model.show(-4);
        });
        Fader fader = fader(model);
        desk.point(fader, 31, 100);
        desk.rightClick();
        ContextMenu menu = menu();
        assertThat(words(menu))
                .containsExactly(
                        "Enter value…",
                        "Reset to 0.0 dB",
                        "Copy value",
                        "Paste −22.0 dB",
                        "Show automation",
                        "Explain “Volume”");
        Fx.run(() -> Fx.picture(menu.getScene(), "kit-menu"));
        fire(menu, "Paste −22.0 dB");
        assertThat(model.value()).isEqualTo(-22);
        fire(menu, "Reset to 0.0 dB");
        assertThat(model.value()).isZero();
        fire(menu, "Show automation");
        assertThat(automated[0]).isEqualTo(1);
        fire(menu, "Explain “Volume”");
        assertThat(text("hr-tip-body")).isEqualTo("What it is for.");
        fire(menu, "Enter value…");
        assertThat(shown("hr-entry")).isNotNull();
        Fx.run(menu::hide);
    }

    private static void fire(ContextMenu menu, String text) {
        Fx.run(() -> menu.getItems().stream()
                .filter(item -> text.equals(item.getText()))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    @Test
    void theMenuOpensByKey() {
        desk.focus(fader(model(Params.VOLUME)));
        desk.key(KeyCode.SHIFT, KeyCode.F10);
        assertThat(words(menu())).contains("Copy value");
        Fx.run(menu()::hide);
    }

    @Test
    void valuesAreCopiedAndPastedByKey() {
        ControlModel from = model(Params.VOLUME);
        ControlModel to = model(Params.THRESHOLD);
        Fx.run(() -> from.show(-12.5));
        desk.focus(fader(from));
        desk.key(KeyCode.CONTROL, KeyCode.C);
        assertThat(Fx.call(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("−12.5 dB");
        desk.focus(knob(to));
        desk.key(KeyCode.CONTROL, KeyCode.V);
        assertThat(to.value()).isEqualTo(-12.5);
    }

    @Test
    void anExplanationComesAfterAWhileAndAtOnceAfterAnother() {
        Knob first = knob(model(Params.PAN));
        Knob second = knob(model(Params.ATTACK));
        desk.point(first, 44, 50);
        assertThat(shown("hr-tip")).isNull();
        desk.pass(0.6);
        assertThat(text("hr-tip-name")).isEqualTo("Pan");
        desk.point(second, 44, 50);
        assertThat(text("hr-tip-name")).isEqualTo("Attack");
        desk.by(0, 200);
        assertThat(shown("hr-tip")).isNull();
    }

    // ---- switches and choices ----

    @Test
    void lettersTurnOverByMouseAndKeyboard() {
        ControlModel model = model(Params.MUTE);
        LetterButton mute = put(() -> LetterButton.mute(desk.look(), model));
        int[] alt = {0};
        Fx.run(() -> mute.setAltAction(() -> alt[0]++));
        desk.point(mute, 9, 10);
        desk.click();
        assertThat(model.isOn()).isTrue();
        desk.tabTo(mute);
        desk.key(KeyCode.SPACE);
        assertThat(model.isOn()).isFalse();
        desk.key(KeyCode.ENTER);
        assertThat(model.isOn()).isTrue();
        assertThat(notes.gestures()).isEqualTo(3);
        desk.down(KeyCode.ALT);
        desk.click();
        desk.up(KeyCode.ALT);
        assertThat(alt[0]).isEqualTo(1);
        assertThat(model.isOn()).isTrue();
    }

    @Test
    void aChoiceIsMadeFromItsListOrByKeys() {
        ControlModel model = model(Params.SHAPE);
        ChoiceField field = put(() -> new ChoiceField(desk.look(), model, ChoiceControl.capitalized(model), 120, 24));
        desk.focus(field);
        desk.key(KeyCode.DOWN);
        assertThat(model.text()).isEqualTo("Bell");
        desk.key(KeyCode.UP);
        assertThat(model.text()).isEqualTo("Shelf");
        desk.key(KeyCode.ENTER);
        ContextMenu list = menu();
        assertThat(words(list)).containsExactly("Bell", "Shelf", "Notch");
        fire(list, "Notch");
        assertThat(model.text()).isEqualTo("Notch");
        Fx.run(list::hide);
    }

    @Test
    void aSegmentIsChosenWhereItIsClicked() {
        ControlModel model = model(Params.SHAPE);
        SegmentedControl segments =
                put(() -> new SegmentedControl(desk.look(), model, ChoiceControl.capitalized(model), 60, 24));
        desk.point(segments, 150, 12);
        desk.click();
        assertThat(model.text()).isEqualTo("notch");
    }
}
