package studio.headroom.engine.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.headroom.engine.automation.TestMix.RATE;
import static studio.headroom.engine.automation.TestMix.hold;
import static studio.headroom.engine.automation.TestMix.line;

import org.junit.jupiter.api.Test;
import studio.headroom.project.Lane.Shape;

class CaptureTest {
    private final Capture capture = new Capture(Shape.LINEAR, RATE, 1_000, -10);

    @Test
    void aStreamOfMovesIsARamp() {
        capture.add(1_800, -9);
        capture.add(2_600, -8);
        assertThat(capture.ended(2_600)).containsExactly(line(1_000, -10), line(1_800, -9), line(2_600, -8));
    }

    @Test
    void aMoveAfterARestIsAStep() {
        capture.add(100_000, -4);
        assertThat(capture.ended(200_000))
                .containsExactly(line(1_000, -10), line(100_000, -10), line(100_000, -4), line(200_000, -4));
    }

    /// 50 ms are 2400 frames.
    @Test
    void theLongestGapInAStreamIs50Milliseconds() {
        capture.add(3_400, -9);
        capture.add(5_801, -8);
        assertThat(capture.points())
                .containsExactly(line(1_000, -10), line(3_400, -9), line(5_801, -9), line(5_801, -8));
    }

    @Test
    void takingHoldAgainOnTheFrameOfAMoveLeavesTheStep() {
        capture.add(100_000, -10);
        capture.add(100_000, -4);
        capture.add(100_000, -3);
        assertThat(capture.points()).containsExactly(line(1_000, -10), line(100_000, -10), line(100_000, -3));
    }

    @Test
    void theLastMoveOnTheFirstFrameCounts() {
        capture.add(1_000, -4);
        assertThat(capture.points()).containsExactly(line(1_000, -4));
    }

    @Test
    void moveThatComesLateCountsOnTheLastFrame() {
        capture.add(1_800, -9);
        capture.add(1_700, -7);
        assertThat(capture.points()).containsExactly(line(1_000, -10), line(1_800, -7));
        assertThat(capture.end(1_500)).isEqualTo(1_800);
    }

    @Test
    void beforeTheSongIsItsBeginning() {
        assertThat(new Capture(Shape.LINEAR, RATE, -500, 1).points()).containsExactly(line(0, 1));
    }

    @Test
    void aSwitchHoldsAndKeepsOnlyChanges() {
        Capture mute = new Capture(Shape.HOLD, RATE, 0, 0);
        mute.add(50_000, 0);
        mute.add(90_000, 1);
        mute.add(90_800, 0);
        assertThat(mute.ended(200_000)).containsExactly(hold(0, 0), hold(90_000, 1), hold(90_800, 0));
    }

    @Test
    void whatIsShownStaysWhileMoreIsCaptured() {
        var shown = capture.points();
        for (int i = 1; i < 100; i++) {
            capture.add(1_000 + 800L * i, -10 + 0.1 * i);
        }
        assertThat(shown).containsExactly(line(1_000, -10));
        assertThat(capture.points()).hasSize(100);
    }
}
