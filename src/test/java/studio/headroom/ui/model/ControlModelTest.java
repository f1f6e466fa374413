package studio.headroom.ui.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import studio.headroom.param.Param;
import studio.headroom.project.StripControls;
import studio.headroom.ui.model.Params.Notes;

class ControlModelTest {
    private final Notes notes = new Notes();

    private ControlModel model(Param param) {
        return new ControlModel(param, "Lead Vox " + param.label(), "", notes);
    }

    static List<Param> params() {
        return Params.all();
    }

    @Test
    void aGestureIsOneBeginAndOneEnd() {
        ControlModel model = model(Params.VOLUME);
        model.begin();
        model.move(-3);
        model.move(-6);
        model.end();
        model.end();
        assertThat(notes.said).containsExactly("begin", "move", "end");
        assertThat(notes.last).isEqualTo(-6);
    }

    @Test
    void movesOutsideAGestureAndToTheSameValueAreNone() {
        ControlModel model = model(Params.VOLUME);
        model.move(-3);
        assertThat(model.value()).isZero();
        model.set(0);
        assertThat(notes.said).containsExactly("begin", "end");
    }

    @Test
    void aNewGestureEndsTheOneUnderWay() {
        ControlModel model = model(Params.VOLUME);
        model.begin();
        model.move(-3);
        model.set(-5);
        assertThat(notes.said).containsExactly("begin", "move", "end", "begin", "move", "end");
    }

    @Test
    void whatTheSongSaysWaitsWhileAPersonHoldsIt() {
        ControlModel model = model(Params.VOLUME);
        model.begin();
        model.move(-3);
        model.show(-20);
        assertThat(model.value()).isEqualTo(-3);
        model.end();
        model.show(-20);
        assertThat(model.value()).isEqualTo(-20);
    }

    @Test
    void givingUpRestoresTheValue() {
        ControlModel model = model(Params.VOLUME);
        model.show(-4);
        model.begin();
        model.move(-30);
        model.cancel();
        assertThat(model.value()).isEqualTo(-4);
        assertThat(notes.said).containsExactly("begin", "move", "cancel");
        assertThat(notes.last).isEqualTo(-4);
    }

    @Test
    void anUnavailableControlKeepsItsValueAndSaysWhy() {
        ControlModel model = model(Params.ATTACK);
        model.setDisabledReason("auto attack is on");
        model.set(100);
        model.reset();
        model.type("5 ms");
        assertThat(model.value()).isEqualTo(10);
        assertThat(notes.said).isEmpty();
        assertThat(model.spoken()).endsWith("not available: auto attack is on");
    }

    @Test
    void becomingUnavailableEndsTheGesture() {
        ControlModel model = model(Params.ATTACK);
        model.begin();
        model.setDisabledReason("the strip is frozen");
        assertThat(model.inGesture()).isFalse();
        assertThat(notes.said).containsExactly("begin", "end");
    }

    @Test
    void automationIsOverriddenOnlyWhileHeld() {
        ControlModel model = model(Params.VOLUME);
        model.setAutomated(true);
        assertThat(model.overridden()).isFalse();
        model.begin();
        assertThat(model.overridden()).isTrue();
        model.end();
        assertThat(model.overridden()).isFalse();
        assertThat(model.spoken()).contains("automated");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -6      | -6
            −6.5 dB | -6.5
            -6,5    | -6.5
            +3      | 3
            99      | 6
            -inf    | -Infinity
            −∞      | -Infinity
            """)
    void aLevelIsTypedWithOrWithoutUnit(String text, double expected) {
        ControlModel model = model(Params.VOLUME);
        model.type(text);
        assertThat(model.value()).isEqualTo(expected);
    }

    @Test
    void otherUnitsAreTypedAsPeopleWriteThem() {
        ControlModel frequency = model(Params.FREQUENCY);
        frequency.type("6.5k");
        assertThat(frequency.value()).isEqualTo(6500);
        ControlModel attack = model(Params.ATTACK);
        attack.type("250ms");
        assertThat(attack.value()).isEqualTo(250);
        ControlModel pan = model(Params.PAN);
        pan.type("L30");
        assertThat(pan.value()).isEqualTo(-30);
        ControlModel ratio = model(Params.RATIO);
        ratio.type("3:1");
        assertThat(ratio.value()).isEqualTo(3);
    }

    @Test
    void aWrongEntrySaysWhatWouldBeRightAndChangesNothing() {
        ControlModel model = model(Params.VOLUME);
        assertThatThrownBy(() -> model.type("loud"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-6");
        assertThat(notes.said).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("params")
    void resetGoesToTheInitialValue(Param param) {
        ControlModel model = model(param);
        model.set(param.range().max());
        model.reset();
        assertThat(model.value()).isEqualTo(param.initial());
    }

    @ParameterizedTest
    @MethodSource("params")
    void nameValueAndUnitAreSpoken(Param param) {
        ControlModel model = model(param);
        assertThat(model.spoken()).startsWith("Lead Vox " + param.label() + ", ");
        assertThat(model.spokenValue()).isNotBlank().doesNotContain("−");
    }

    @Test
    void observersHearEveryChangeUntilTheyLeave() {
        ControlModel model = model(Params.VOLUME);
        AtomicInteger heard = new AtomicInteger();
        Runnable leave = model.observe(heard::incrementAndGet);
        model.show(-1);
        model.setAutomated(true);
        assertThat(heard).hasValue(2);
        leave.run();
        model.show(-2);
        assertThat(heard).hasValue(2);
    }

    // ---- dragging ----

    @Test
    void aClickThatDoesNotMoveKeepsTheExactValue() {
        ControlModel model = model(Params.VOLUME);
        model.show(-6.123456789);
        model.begin();
        RelativeDrag drag = new RelativeDrag(model, 180, 42);
        drag.to(42, false);
        model.end();
        assertThat(model.value()).isEqualTo(-6.123456789);
    }

    @ParameterizedTest
    @MethodSource("params")
    void aDragMovesByItsShareOfTheTravel(Param param) {
        ControlModel model = model(param);
        model.show(param.range().plain(0.5));
        double start = model.position();
        model.begin();
        new RelativeDrag(model, 200, 1000).to(1020, false);
        // What is a choice or a switch stays on its steps.
        assertThat(model.position())
                .isCloseTo(param.range().position(param.range().plain(start + 0.1)), within(1e-9));
    }

    @Test
    void shiftIsTenTimesFiner() {
        ControlModel model = model(Params.PAN);
        model.begin();
        new RelativeDrag(model, 200, 0).to(20, true);
        assertThat(model.value()).isCloseTo(2, within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("params")
    void turningShiftOnOrOffNeverMovesTheValue(Param param) {
        ControlModel model = model(param);
        model.show(param.range().plain(0.3));
        model.begin();
        RelativeDrag drag = new RelativeDrag(model, 180, 0);
        drag.to(31, false);
        double value = model.value();
        drag.to(31, true);
        assertThat(model.value()).isEqualTo(value);
        drag.to(47, true);
        value = model.value();
        drag.to(47, false);
        assertThat(model.value()).isEqualTo(value);
    }

    @Test
    void fineAndCoarsePartsOfADragAddUp() {
        ControlModel model = model(Params.PAN);
        model.begin();
        RelativeDrag drag = new RelativeDrag(model, 200, 0);
        drag.to(10, false);
        drag.to(30, true);
        drag.to(20, false);
        // 10 coarse, 20 fine, 10 coarse back, of 200 for 200 units.
        assertThat(model.value()).isCloseTo(2, within(1e-9));
    }

    @Test
    void aCoarseDragStaysOnTheDetentForALittleWayAndThenGoesOnFromThere() {
        ControlModel model = model(Params.PAN);
        model.show(-10);
        model.begin();
        // 200 for 200 units; the middle holds for 5.
        RelativeDrag drag = new RelativeDrag(model, 200, 0, 0.5, 5);
        drag.to(9, false);
        assertThat(model.value()).isCloseTo(-1, within(1e-9));
        for (double at : new double[] {10, 12, 15}) {
            drag.to(at, false);
            assertThat(model.value()).as("at " + at).isEqualTo(0);
        }
        drag.to(16, false);
        assertThat(model.value()).isCloseTo(1, within(1e-9));
        // And back, where turning round on the detent leaves it at once.
        drag.to(13, false);
        assertThat(model.value()).isEqualTo(0);
        drag.to(14, false);
        assertThat(model.value()).isCloseTo(1, within(1e-9));
    }

    /// Otherwise a print would be stale for a fader that stands where it stood.
    @Test
    void onItsDetentAFaderStandsAtExactlyZeroDecibels() {
        ControlModel model = model(StripControls.VOLUME);
        double detent = model.param().range().position(0);
        for (double from : new double[] {-3, 3}) {
            model.show(from);
            model.begin();
            RelativeDrag drag = new RelativeDrag(model, 300, 0, detent, 5);
            drag.to((detent - model.position()) * 300 + Math.copySign(2, -from), false);
            assertThat(Double.doubleToLongBits(model.value()))
                    .as("from " + from)
                    .isZero();
            model.end();
        }
    }

    @Test
    void aFineDragPassesTheDetentAndOneThatBeginsThereIsNotHeld() {
        ControlModel model = model(Params.PAN);
        model.show(-1);
        model.begin();
        RelativeDrag drag = new RelativeDrag(model, 200, 0, 0.5, 5);
        drag.to(20, true);
        assertThat(model.value()).isCloseTo(1, within(1e-9));
        model.end();
        model.show(0);
        model.begin();
        new RelativeDrag(model, 200, 0, 0.5, 5).to(1, false);
        assertThat(model.value()).isCloseTo(1, within(1e-9));
    }

    @Test
    void aLongMovementOverTheDetentLosesNoMoreThanItsWay() {
        ControlModel model = model(Params.PAN);
        model.show(-50);
        model.begin();
        new RelativeDrag(model, 200, 0, 0.5, 5).to(100, false);
        assertThat(model.value()).isCloseTo(45, within(1e-9));
    }

    @Test
    void turningRoundAtAnEndMovesAtOnce() {
        ControlModel model = model(Params.PAN);
        model.begin();
        RelativeDrag drag = new RelativeDrag(model, 200, 0);
        drag.to(1000, false);
        assertThat(model.value()).isEqualTo(100);
        drag.to(990, false);
        assertThat(model.value()).isCloseTo(90, within(1e-9));
    }

    @Test
    void aFaderIsDraggedDownToSilence() {
        ControlModel model = model(Params.VOLUME);
        model.begin();
        new RelativeDrag(model, 180, 0).to(-500, false);
        assertThat(model.value()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(model.moved()).isEqualTo("moved to −∞");
    }

    // ---- steps ----

    @Test
    void aFaderStepsByHalfADecibelAndATenthOfIt() {
        ControlModel model = model(Params.VOLUME);
        model.begin();
        model.step(-1, Steps.NORMAL);
        assertThat(model.value()).isEqualTo(-0.5);
        model.step(1, Steps.FINE);
        assertThat(model.value()).isCloseTo(-0.45, within(1e-12));
        model.step(-1, Steps.PAGE);
        assertThat(model.value()).isCloseTo(-3.45, within(1e-12));
        model.step(100, Steps.PAGE);
        assertThat(model.value()).isEqualTo(6);
    }

    @Test
    void aFaderStepsIntoSilenceAndBack() {
        ControlModel model = model(Params.VOLUME);
        model.show(-59.9);
        model.begin();
        model.step(-1, Steps.NORMAL);
        assertThat(model.value()).isEqualTo(-60);
        model.step(-1, Steps.NORMAL);
        assertThat(model.value()).isEqualTo(Double.NEGATIVE_INFINITY);
        model.step(1, Steps.NORMAL);
        assertThat(model.value()).isEqualTo(-60);
    }

    @ParameterizedTest
    @MethodSource("params")
    void stepsUpAndDownMoveAndStayInside(Param param) {
        for (Steps size : Steps.values()) {
            ControlModel model = model(param);
            model.show(param.range().plain(0.4));
            model.begin();
            double before = model.value();
            model.step(1, size);
            assertThat(model.value()).isGreaterThanOrEqualTo(before);
            for (int i = 0; i < 5000; i++) {
                model.step(1, size);
            }
            assertThat(model.value()).as(size + " up").isEqualTo(param.range().max());
            for (int i = 0; i < 5000; i++) {
                model.step(-1, size);
            }
            assertThat(model.value()).as(size + " down").isEqualTo(param.range().min());
        }
    }

    @Test
    void aChoiceStepsOneByOneHoweverLarge() {
        ControlModel model = model(Params.SHAPE);
        model.begin();
        model.step(1, Steps.PAGE);
        assertThat(model.text()).isEqualTo("shelf");
        model.step(1, Steps.FINE);
        assertThat(model.text()).isEqualTo("notch");
    }
}
