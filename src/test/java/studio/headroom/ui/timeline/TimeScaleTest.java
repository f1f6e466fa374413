package studio.headroom.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeScaleTest {
    private static final long MINUTE = 48_000 * 60;

    private final TimeScale scale = scale(10 * MINUTE);

    private static TimeScale scale(long end) {
        TimeScale made = new TimeScale(48_000, () -> {});
        made.bounds(1000, end);
        return made;
    }

    @Test
    void whatLiesUnderThePointerStaysThereWhileZooming() {
        scale.fit(MINUTE, 2 * MINUTE);
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            double x = 100 + random.nextDouble() * 800;
            double before = scale.frame(x);
            scale.zoom(0.9 + random.nextDouble() * 0.25, x);
            if (scale.origin() > 0 && scale.right() < scale.extent()) {
                // Rounding of doubles, at positions of some 10^7 frames.
                assertThat(scale.frame(x)).isEqualTo(before, within(1e-4));
            }
        }
    }

    @Test
    void zoomEndsAtSamplesAndAtTheWholeSong() {
        scale.zoom(1e12, 300);
        assertThat(scale.framesPerUnit()).isEqualTo(TimeScale.NEAREST);
        scale.zoom(1e-12, 300);
        assertThat(scale.origin()).isZero();
        assertThat(scale.right()).isGreaterThan(10 * MINUTE).isLessThan(12 * MINUTE);
    }

    @Test
    void aFittedRangeIsSeenWithRoomOnBothSides() {
        scale.fit(3 * MINUTE, 4 * MINUTE);
        assertThat(scale.x(3 * MINUTE)).isBetween(10.0, 60.0);
        assertThat(scale.x(4 * MINUTE)).isBetween(940.0, 990.0);
    }

    @Test
    void framesAndPlacesAreInversesAtEveryZoom() {
        for (double zoom = 1; zoom < 1e6; zoom *= 3) {
            scale.fitSong();
            scale.zoom(zoom, 500);
            for (double x = 0; x <= 1000; x += 125) {
                assertThat(scale.x(scale.frame(x))).isEqualTo(x, within(1e-5));
            }
        }
    }

    @Test
    void scrollingEndsAtTheSongsEnds() {
        scale.fit(0, MINUTE);
        scale.scrollBy(-1e9);
        assertThat(scale.origin()).isZero();
        scale.scrollBy(1e9);
        assertThat(scale.right()).isEqualTo(scale.extent(), within(1e-3));
    }

    @Test
    void aPageTurnsWhenThePlayheadLeavesTheView() {
        scale.fit(0, MINUTE);
        double before = scale.origin();
        scale.follow(MINUTE / 2.0, TimeScale.Follow.PAGE);
        assertThat(scale.origin()).isEqualTo(before);
        scale.follow(2.0 * MINUTE, TimeScale.Follow.PAGE);
        assertThat(scale.x(2 * MINUTE)).isBetween(20.0, 80.0);
        scale.follow(3.0 * MINUTE, TimeScale.Follow.SMOOTH);
        assertThat(scale.x(3 * MINUTE)).isEqualTo(500, within(1e-6));
        double there = scale.origin();
        scale.follow(5.0 * MINUTE, TimeScale.Follow.OFF);
        assertThat(scale.origin()).isEqualTo(there);
    }

    @Test
    void whatIsInTheHandStaysUnderItWhenTheSongsEndMoves() {
        scale.fitSong();
        double before = scale.framesPerUnit();
        scale.bounds(1000, 20 * MINUTE);
        assertThat(scale.framesPerUnit()).isEqualTo(before);
        scale.bounds(1000, 5 * MINUTE);
        assertThat(scale.framesPerUnit()).isEqualTo(before);
        scale.bounds(500, 5 * MINUTE);
        assertThat(scale.framesPerUnit()).isEqualTo(scale.farthest());
    }

    @Test
    void anEmptySongIsSeenWholeAsSoonAsItHasAnEnd() {
        TimeScale empty = scale(0);
        empty.bounds(1000, 3 * MINUTE);
        assertThat(empty.framesPerUnit()).isEqualTo(empty.farthest());
    }
}
