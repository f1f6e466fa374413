package studio.headroom.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.ui.Fx;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.model.Params;

/// Controls under a person's hands: dragged, turned by the wheel, moved by keys. Real events in a window.
class HandsTest extends ControlDesk {
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

    @Test
    void anAltClickResetsAndIsOneGesture() {
        ControlModel model = model(Params.VOLUME);
        Fx.run(() -> model.show(-20));
        Fader fader = fader(model);
        desk.point(fader, 31, 100);
        desk.down(KeyCode.ALT);
        desk.click();
        desk.up(KeyCode.ALT);
        assertThat(model.value()).isZero();
        assertThat(model.inGesture()).isFalse();
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
}
