package studio.headroom.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import studio.headroom.ui.Fx;
import studio.headroom.ui.Mouse;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.model.Params;

/// Values that are typed into controls.
class TypingTest extends ControlDesk {
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
        press(2);
        assertThat(Fx.call(() -> entry().getSelectedText())).isEqualTo(Fx.call(() -> entry().getText()));
        // From then on the pointer does in the field what it does in any.
        press(1);
        assertThat(Fx.call(() -> entry().getSelectedText())).isEmpty();
    }

    private void press(int clicks) {
        Fx.run(() -> Mouse.LEFT.clicks(clicks).fire(entry(), MouseEvent.MOUSE_PRESSED, entry().localToScene(10, 10)));
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
}
