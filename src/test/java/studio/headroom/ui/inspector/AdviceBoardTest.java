package studio.headroom.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.headroom.ui.inspector.Advice.Kind;
import studio.headroom.ui.inspector.Advice.Target;

class AdviceBoardTest {
    private static final Advice OVER = new Advice(Kind.OVER, "over", "", Target.TRIM);
    private static final Advice QUIET = new Advice(Kind.QUIET, "quiet", "", Target.TRIM);

    private final AdviceBoard board = new AdviceBoard();

    @Test
    void theFirstIsShownAndToldOnce() {
        assertThat(board.take("a", List.of(OVER, QUIET), 0.5)).isTrue();
        assertThat(board.shown()).contains(OVER);
        assertThat(board.take("a", List.of(OVER, QUIET), 0.5)).isFalse();
    }

    @Test
    void itStaysAWhileWhenItsCauseIsGone() {
        board.take("a", List.of(OVER), 0.5);
        for (int i = 0; i < 8; i++) {
            assertThat(board.take("a", List.of(), 0.5)).isFalse();
        }
        assertThat(board.take("a", List.of(), 0.5)).isTrue();
        assertThat(board.shown()).isEmpty();
    }

    @Test
    void itsNumbersDoNotRun() {
        board.take("a", List.of(OVER), 0.5);
        Advice later = new Advice(Kind.OVER, "over by more", "", Target.TRIM);
        assertThat(board.take("a", List.of(later), 0.5)).isFalse();
        board.take("a", List.of(later), 0.5);
        board.take("a", List.of(later), 0.5);
        assertThat(board.take("a", List.of(later), 0.5)).isTrue();
        assertThat(board.shown()).contains(later);
    }

    @Test
    void whatWasDismissedStaysAwayFromThatStripOnly() {
        board.take("a", List.of(OVER, QUIET), 0.5);
        board.dismiss();
        assertThat(board.shown()).isEmpty();
        board.take("a", List.of(OVER, QUIET), 0.5);
        assertThat(board.shown()).contains(QUIET);
        board.take("b", List.of(OVER), 0.5);
        assertThat(board.shown()).contains(OVER);
        board.take("a", List.of(OVER), 0.5);
        assertThat(board.shown()).isEmpty();
    }

    @Test
    void anotherStripBeginsWithoutAdvice() {
        board.take("a", List.of(OVER), 0.5);
        assertThat(board.take("b", List.of(), 0.5)).isTrue();
        assertThat(board.shown()).isEmpty();
    }
}
