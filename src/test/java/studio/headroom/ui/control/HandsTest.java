package studio.headroom.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.Pane;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.param.Param;
import studio.headroom.ui.Fx;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.model.Params;
import studio.headroom.ui.model.Params.Notes;

/// Controls under a person's hands: real events of mouse and keyboard in a window.
class HandsTest {
    private Desk desk = new Desk();
    private final Notes notes = new Notes();

    @AfterEach
    void close() {
        desk.close();
    }

    private ControlModel model(Param param) {
        return new ControlModel(param, "Lead Vox " + param.label(), "What it is for.", notes);
    }

    private <T extends Node> T put(Supplier<T> make) {
        T node = Fx.call(make::get);
        desk.put(node);
        return node;
    }

    private Knob knob(ControlModel model) {
        return put(() -> new Knob(desk.look(), model, Knob.Size.MAIN));
    }

    private Fader fader(ControlModel model) {
        return put(() -> new Fader(desk.look(), model, Fader.Width.NARROW, true));
    }

    private Node shown(String style) {
        return Fx.call(() -> desk.scene().getRoot().lookup("." + style));
    }

    private String text(String style) {
        return Fx.call(() -> ((Label) desk.scene().getRoot().lookup("." + style)).getText());
    }

    // ---- drag ----

    @Test
    void aClickOnAFadersTravelMovesNothing() {
        ControlModel model = model(Params.VOLUME);
        Fader fader = fader(model);
        desk.point(fader, 31, 150);
        desk.click();
        assertThat(model.value()).isZero();
        assertThat(notes.said).containsExactly("begin", "end");
    }

    @Test
    void aFaderGoesAsFarAsThePointerInOneGesture() {
        ControlModel model = model(Params.VOLUME);
        Fader fader = fader(model);
        double before = model.position();
        desk.point(fader, 31, 100);
        desk.press();
        desk.by(0, 10);
        desk.by(0, 26);
        assertThat(model.position()).isCloseTo(before - 36.0 / 180, within(1e-9));
        assertThat(text("hr-bubble-value")).isEqualTo(Fx.call(model::text));
        assertThat(text("hr-bubble-moved")).startsWith("moved −");
        assertThat(Fx.call(fader::getCursor)).isEqualTo(Cursor.NONE);
        desk.release();
        assertThat(notes.said).containsExactly("begin", "move", "end");
        assertThat(Fx.call(fader::getCursor)).isNull();
        desk.pass(0.5);
        assertThat(shown("hr-bubble")).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {75, 100, 200})
    void aFaderFollowsThePointerAtEveryScale(int percent) {
        desk.close();
        desk = new Desk(percent);
        ControlModel model = model(Params.VOLUME);
        Fader fader = fader(model);
        double travel = Fx.call(fader::getHeight) - 2 * Fader.PAD * percent / 100;
        double before = model.position();
        desk.point(fader, 31, 100);
        desk.press();
        desk.by(0, 20);
        desk.release();
        // The height is whole pixels of the device, the padding may not be.
        assertThat(model.position()).isCloseTo(before - 20 / travel, within(0.005));
    }

    @Test
    void shiftInTheMiddleOfADragIsFinerAndNeverJumps() {
        ControlModel model = model(Params.PAN);
        Knob knob = knob(model);
        desk.point(knob, 44, 50);
        desk.press();
        desk.by(0, -20);
        double coarse = model.value();
        assertThat(coarse).isCloseTo(20, within(1e-9));
        desk.down(KeyCode.SHIFT);
        desk.by(0, 0);
        assertThat(model.value()).isEqualTo(coarse);
        desk.by(0, -20);
        assertThat(model.value()).isCloseTo(22, within(1e-9));
        desk.up(KeyCode.SHIFT);
        assertThat(model.value()).isCloseTo(22, within(1e-9));
        desk.by(0, -10);
        assertThat(model.value()).isCloseTo(32, within(1e-9));
        desk.release();
        assertThat(notes.gestures()).isEqualTo(1);
    }

    @Test
    void escapeInADragGivesItUp() {
        ControlModel model = model(Params.PAN);
        Knob knob = knob(model);
        desk.point(knob, 44, 50);
        desk.press();
        desk.by(0, -30);
        desk.key(KeyCode.ESCAPE);
        assertThat(model.value()).isZero();
        desk.by(0, -30);
        desk.release();
        assertThat(model.value()).isZero();
        assertThat(notes.said).containsExactly("begin", "move", "cancel");
    }

    @Test
    void aPanBarIsDraggedSideways() {
        ControlModel model = model(Params.PAN);
        PanBar pan = put(() -> new PanBar(desk.look(), model));
        desk.point(pan, 10, 9);
        desk.press();
        desk.by(-16, 0);
        desk.release();
        assertThat(model.value()).isCloseTo(-20, within(1e-9));
    }

    @Test
    void anUnavailableControlDoesNotMoveAndSaysWhy() {
        ControlModel model = model(Params.PAN);
        Knob knob = knob(model);
        Fx.run(() -> model.setDisabledReason("the strip is mono"));
        desk.point(knob, 44, 50);
        desk.press();
        desk.by(0, -30);
        desk.release();
        desk.wheel(-1);
        desk.key(KeyCode.UP);
        assertThat(model.value()).isZero();
        desk.key(KeyCode.F1);
        assertThat(text("hr-tip-reason")).contains("the strip is mono");
    }

    // ---- wheel, double-click ----

    @Test
    void turnsOfTheWheelThatFollowEachOtherAreOneGesture() {
        ControlModel model = model(Params.VOLUME);
        Fader fader = fader(model);
        desk.point(fader, 31, 100);
        desk.wheel(1);
        desk.wheel(1);
        assertThat(model.value()).isEqualTo(-1);
        assertThat(model.inGesture()).isTrue();
        desk.pass(0.5);
        assertThat(notes.said).containsExactly("begin", "move", "end");
        desk.wheel(-1);
        desk.pass(0.5);
        assertThat(model.value()).isEqualTo(-0.5);
        assertThat(notes.gestures()).isEqualTo(2);
    }

    @Test
    void theWheelWithShiftIsTenTimesFiner() {
        ControlModel model = model(Params.VOLUME);
        Fader fader = fader(model);
        desk.point(fader, 31, 100);
        desk.down(KeyCode.SHIFT);
        desk.wheel(1);
        desk.up(KeyCode.SHIFT);
        assertThat(model.value()).isCloseTo(-0.05, within(1e-12));
    }

    @Test
    void aDoubleClickResets() {
        ControlModel model = model(Params.VOLUME);
        Fx.run(() -> model.show(-20));
        Fader fader = fader(model);
        desk.point(fader, 31, 100);
        desk.click();
        desk.click();
        assertThat(model.value()).isZero();
    }

    // ---- keys ----

    @Test
    void keysStepJumpAndReset() {
        ControlModel model = model(Params.VOLUME);
        desk.tabTo(fader(model));
        desk.key(KeyCode.UP);
        assertThat(model.value()).isEqualTo(0.5);
        desk.key(KeyCode.SHIFT, KeyCode.DOWN);
        assertThat(model.value()).isCloseTo(0.45, within(1e-12));
        desk.key(KeyCode.PAGE_DOWN);
        assertThat(model.value()).isCloseTo(-2.55, within(1e-12));
        desk.key(KeyCode.END);
        assertThat(model.value()).isEqualTo(6);
        desk.key(KeyCode.HOME);
        assertThat(model.value()).isEqualTo(Double.NEGATIVE_INFINITY);
        desk.key(KeyCode.BACK_SPACE);
        assertThat(model.value()).isZero();
        desk.key(KeyCode.LEFT);
        desk.key(KeyCode.DELETE);
        assertThat(model.value()).isZero();
        assertThat(notes.said.stream().filter("begin"::equals).count()).isEqualTo(notes.gestures());
    }

    /// Space plays and Home returns, also after a click on a control.
    @Test
    void aControlThatWasClickedLeavesSpaceAndHomeToTheProgram() {
        ControlModel volume = model(Params.VOLUME);
        ControlModel mute = model(Params.MUTE);
        Fader fader = fader(volume);
        LetterButton letter = put(() -> LetterButton.mute(desk.look(), mute));
        int[] left = {0};
        Fx.run(() -> desk.scene().getRoot().addEventHandler(KeyEvent.KEY_PRESSED, event -> left[0]++));
        desk.point(fader, 31, 100);
        desk.click();
        desk.key(KeyCode.SPACE);
        desk.key(KeyCode.HOME);
        desk.point(letter, 9, 10);
        desk.click();
        desk.key(KeyCode.SPACE);
        assertThat(left[0]).isEqualTo(3);
        assertThat(volume.value()).isZero();
        assertThat(mute.isOn()).isTrue();
    }

    @Test
    void aKeyThatIsHeldIsOneGesture() {
        ControlModel model = model(Params.VOLUME);
        desk.focus(fader(model));
        desk.down(KeyCode.DOWN);
        desk.down(KeyCode.DOWN);
        desk.down(KeyCode.DOWN);
        desk.up(KeyCode.DOWN);
        assertThat(model.value()).isEqualTo(-1.5);
        assertThat(notes.said).containsExactly("begin", "move", "end");
    }

    @Test
    void theRingIsForTheKeyboardOnly() {
        Knob first = knob(model(Params.PAN));
        Knob second = knob(model(Params.ATTACK));
        desk.point(first, 44, 50);
        desk.click();
        assertThat(Fx.call(first::isFocused)).isTrue();
        assertThat(Fx.call(() -> ring(first))).isFalse();
        desk.key(KeyCode.TAB);
        assertThat(Fx.call(second::isFocused)).isTrue();
        assertThat(Fx.call(() -> ring(second))).isTrue();
    }

    private static boolean ring(Knob knob) {
        return knob.lookup(".hr-ring").isVisible();
    }

    // ---- typing ----

    private TextField entry() {
        return (TextField) shown("hr-entry");
    }

    @Test
    void aClickOnTheNumberTypesAValue() {
        ControlModel model = model(Params.ATTACK);
        Knob knob = knob(model);
        desk.point(knob, 44, 99);
        desk.click();
        assertThat(Fx.call(() -> entry().getSelectedText())).isEqualTo("10.0 ms");
        desk.key(KeyCode.DIGIT2);
        desk.key(KeyCode.DIGIT5);
        desk.key(KeyCode.DIGIT0);
        desk.key(KeyCode.ENTER);
        assertThat(model.value()).isEqualTo(250);
        assertThat(shown("hr-entry")).isNull();
        assertThat(Fx.call(knob::isFocused)).isTrue();
    }

    @Test
    void typingOnAFocusedControlStartsAValue() {
        ControlModel model = model(Params.VOLUME);
        desk.focus(fader(model));
        desk.key(KeyCode.MINUS);
        desk.key(KeyCode.DIGIT6);
        desk.key(KeyCode.ENTER);
        assertThat(model.value()).isEqualTo(-6);
    }

    @Test
    void aDoubleClickOnANumberSelectsAllOfIt() {
        ControlModel model = model(Params.VOLUME);
        Fx.run(() -> model.show(-12.6));
        ValueField field = put(() -> new ValueField(desk.look(), model, 76, 24, false));
        desk.point(field, 30, 12);
        desk.click();
        Fx.run(() -> Event.fireEvent(entry(), pressed(entry(), 2)));
        assertThat(Fx.call(() -> entry().getSelectedText())).isEqualTo(Fx.call(() -> entry().getText()));
        // From then on the pointer does in the field what it does in any.
        Fx.run(() -> Event.fireEvent(entry(), pressed(entry(), 1)));
        assertThat(Fx.call(() -> entry().getSelectedText())).isEmpty();
    }

    private static MouseEvent pressed(Node node, int clicks) {
        return new MouseEvent(
                MouseEvent.MOUSE_PRESSED,
                10,
                10,
                10,
                10,
                MouseButton.PRIMARY,
                clicks,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                true,
                new PickResult(node, 10, 10));
    }

    @Test
    void escapeLeavesTheValue() {
        ControlModel model = model(Params.VOLUME);
        ValueField field = put(() -> new ValueField(desk.look(), model, 76, 24, false));
        desk.point(field, 30, 12);
        desk.click();
        desk.key(KeyCode.DIGIT3);
        desk.key(KeyCode.ESCAPE);
        assertThat(shown("hr-entry")).isNull();
        assertThat(model.value()).isZero();
        assertThat(notes.said).containsExactly("begin", "end");
    }

    @Test
    void aWrongEntryStaysAndSaysWhatWouldBeRight() {
        ControlModel model = model(Params.VOLUME);
        ValueField field = put(() -> new ValueField(desk.look(), model, 76, 24, false));
        desk.point(field, 30, 12);
        desk.click();
        desk.key(KeyCode.L);
        desk.key(KeyCode.ENTER);
        assertThat(text("hr-hint")).contains("-6");
        assertThat(Fx.call(() -> entry().getStyleClass())).contains("hr-wrong");
        assertThat(model.value()).isZero();
        Fx.run(() -> Fx.picture(desk.scene(), "kit-wrong-entry"));
        desk.key(KeyCode.BACK_SPACE);
        assertThat(shown("hr-hint")).isNull();
    }

    @Test
    void tabTakesTheValueAndGoesOnToTheNext() {
        ControlModel level = model(Params.VOLUME);
        ControlModel attack = model(Params.ATTACK);
        put(() -> new ValueField(desk.look(), level, 76, 24, false));
        ValueField second = put(() -> new ValueField(desk.look(), attack, 76, 24, false));
        desk.point(second, -60, 12);
        desk.click();
        desk.key(KeyCode.MINUS);
        desk.key(KeyCode.DIGIT3);
        desk.key(KeyCode.TAB);
        assertThat(level.value()).isEqualTo(-3);
        assertThat(Fx.call(() -> entry().getText())).isEqualTo("10.0 ms");
        desk.key(KeyCode.DIGIT5);
        desk.key(KeyCode.ENTER);
        assertThat(attack.value()).isEqualTo(5);
    }

    @Test
    void openingAndClosingTheFieldKeepsDigitsThatAreNotShown() {
        ControlModel model = model(Params.VOLUME);
        Fx.run(() -> model.show(-6.123456));
        ValueField field = put(() -> new ValueField(desk.look(), model, 76, 24, false));
        desk.point(field, 30, 12);
        desk.click();
        desk.key(KeyCode.ENTER);
        assertThat(model.value()).isEqualTo(-6.123456);
    }

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
