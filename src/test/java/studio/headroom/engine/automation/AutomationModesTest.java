package studio.headroom.engine.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.headroom.engine.automation.TestMix.VOLUME;
import static studio.headroom.engine.automation.TestMix.hold;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.headroom.project.StripControls;

/// The table of [AutomationMode], row by row, at the volume: its own value -6 dB, its lane at -20 dB.
class AutomationModesTest {
    private static final long START = 48_000;
    private static final long TOUCHED = 96_000;
    private static final long RELEASED = 144_000;
    private static final long STOPPED = 192_000;

    /// `own`: the control's own value in the end. `heard` and `after`: how the engine plays it after the move and after
    /// the
    /// release. The rest is what the lane says in the end: before the touch, while held, after the release.
    @ParameterizedTest
    @CsvSource(textBlock = """
            # mode, lane, playing, own,  heard,   after,  before, held, released
            OFF,    yes,  yes,      -8,  hold,    hold,   -20,    -20,  -20
            OFF,    no,   yes,      -8,  lane,    lane,   none,   none, none
            OFF,    yes,  no,       -8,  hold,    hold,   -20,    -20,  -20
            OFF,    no,   no,       -8,  lane,    lane,   none,   none, none
            READ,   yes,  yes,      -6,  hold,    hold,   -20,    -20,  -20
            READ,   no,   yes,      -8,  lane,    lane,   none,   none, none
            READ,   yes,  no,       -6,  hold,    hold,   -20,    -20,  -20
            READ,   no,   no,       -8,  lane,    lane,   none,   none, none
            TOUCH,  yes,  yes,      -6,  hold,    lane,   -20,    -8,   -20
            TOUCH,  no,   yes,      -6,  hold,    lane,   -6,     -8,   -6
            TOUCH,  yes,  no,       -6,  hold,    hold,   -20,    -20,  -20
            TOUCH,  no,   no,       -8,  lane,    lane,   none,   none, none
            LATCH,  yes,  yes,      -6,  hold,    hold,   -20,    -8,   -8
            LATCH,  no,   yes,      -6,  hold,    hold,   -6,     -8,   -8
            LATCH,  yes,  no,       -6,  hold,    hold,   -20,    -20,  -20
            LATCH,  no,   no,       -8,  lane,    lane,   none,   none, none
            WRITE,  yes,  yes,      -6,  hold,    hold,   -20,    -8,   -8
            WRITE,  no,   yes,      -6,  hold,    hold,   -6,     -8,   -8
            WRITE,  yes,  no,       -6,  hold,    hold,   -20,    -20,  -20
            WRITE,  no,   no,       -8,  lane,    lane,   none,   none, none
            TRIM,   yes,  yes,      -6,  trim,    lane,   -20,    -8,   -20
            TRIM,   no,   yes,      -6,  trim,    lane,   -6,     6,    -6
            TRIM,   yes,  no,       -6,  trim,    lane,   -8,     -8,   -8
            TRIM,   no,   no,       -8,  lane,    lane,   none,   none, none
            """)
    void whatAMoveDoes(
            AutomationMode mode,
            String lane,
            String playing,
            double own,
            String heard,
            String after,
            String before,
            String held,
            String released) {
        TestMix mix = new TestMix();
        if (lane.equals("yes")) {
            mix.automate(VOLUME, hold(0, -20));
        }
        AutomationRecorder recorder = mix.recorder;
        recorder.mode("strip1", mode, START);
        if (playing.equals("yes")) {
            mix.applied(recorder.started(START));
        }
        // Touched where it does not stand, so that all modes have the same 12 dB to go from -20 to -8 dB.
        mix.applied(recorder.touch(VOLUME, TOUCHED, -20));
        mix.applied(recorder.move(VOLUME, TOUCHED, -8));
        assertThat(played(recorder)).isEqualTo(heard);
        mix.applied(recorder.release(VOLUME, RELEASED));
        assertThat(played(recorder)).isEqualTo(after);
        mix.applied(recorder.stopped(STOPPED));

        assertThat(mix.history
                        .current()
                        .strip("strip1")
                        .orElseThrow()
                        .controls()
                        .get(StripControls.VOLUME))
                .isEqualTo(own);
        assertLane(mix, TOUCHED - 1, before);
        assertLane(mix, (TOUCHED + RELEASED) / 2, held);
        assertLane(mix, RELEASED + TestMix.GLIDE, released);
        assertLane(mix, STOPPED + TestMix.GLIDE, before);
    }

    private static void assertLane(TestMix mix, long frame, String expected) {
        boolean automated = !mix.history
                .current()
                .strip("strip1")
                .orElseThrow()
                .automation()
                .isEmpty();
        assertThat(automated ? Long.toString(Math.round(mix.at(VOLUME, frame))) : "none")
                .isEqualTo(expected);
    }

    /// How the volume is played now.
    private static String played(AutomationRecorder recorder) {
        return recorder.overrides().stream()
                .filter(change -> change.address().equals(VOLUME))
                .map(change -> switch (change.override()) {
                    case ControlOverride.Follow ignored -> "lane";
                    case ControlOverride.Hold at -> {
                        assertThat(at.value()).isEqualTo(-8);
                        yield "hold";
                    }
                    case ControlOverride.Trim by -> {
                        assertThat(by.deltaDb()).isEqualTo(12);
                        yield "trim";
                    }
                })
                .findFirst()
                .orElse("lane");
    }
}
