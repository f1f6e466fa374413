package studio.headroom.ui.master.sight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WaveZoomTest {
    private int changes;
    private final WaveZoom zoom = new WaveZoom(() -> changes++);

    WaveZoomTest() {
        zoom.bounds(1000, 8_000_000);
    }

    @Test
    void allOfASoundFillsTheView() {
        assertThat(zoom.isWhole()).isTrue();
        assertThat(zoom.x(8_000_000)).isCloseTo(1000, within(1e-9));
        zoom.bounds(500, 8_000_000);
        assertThat(zoom.isWhole()).isTrue();
        zoom.bounds(500, 100);
        assertThat(zoom.x(100)).isCloseTo(500, within(1e-9));
    }

    @Test
    void whatIsUnderThePointerStaysThere() {
        double frame = zoom.frameAt(300);
        for (int i = 0; i < 20; i++) {
            zoom.zoom(1.3, 300);
            // Frames are whole.
            assertThat(zoom.x(frame)).isCloseTo(300, within(0.5));
        }
        for (int i = 0; i < 100; i++) {
            zoom.zoom(1.3, 300);
        }
        assertThat(zoom.framesPerUnit()).isEqualTo(WaveZoom.NEAREST);
    }

    @Test
    void nothingBeyondTheSoundIsSeen() {
        zoom.zoom(4, 0);
        zoom.scrollBy(-100);
        assertThat(zoom.origin()).isZero();
        zoom.scrollBy(1e9);
        assertThat(zoom.right()).isCloseTo(8_000_000, within(1e-6));
        zoom.all();
        assertThat(zoom.isWhole()).isTrue();
    }

    @Test
    void aPageIsTurnedWhenThePlayheadLeaves() {
        zoom.zoom(10, 0);
        zoom.follow(400_000);
        assertThat(zoom.origin()).isZero();
        zoom.follow(900_000);
        assertThat(zoom.x(900_000)).isCloseTo(40, within(1e-6));
        double origin = zoom.origin();
        zoom.follow(9_000_000);
        assertThat(zoom.origin()).isEqualTo(origin);
    }

    @Test
    void aRangeIsShownWithSomeRoom() {
        zoom.fit(1_000_000, 1_100_000);
        assertThat(zoom.x(1_000_000)).isBetween(10.0, 60.0);
        assertThat(zoom.x(1_100_000)).isBetween(940.0, 990.0);
    }
}
