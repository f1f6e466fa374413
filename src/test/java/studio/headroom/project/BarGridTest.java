package studio.headroom.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.headroom.project.BarGrid.Place;

class BarGridTest {
    private static BarGrid grid(double bpm, int beats, int unit, int rate) {
        return new BarGrid(new Tempo(bpm, beats, unit), rate);
    }

    @ParameterizedTest
    @CsvSource({
        "120, 4, 4, 48000",
        "120.001, 3, 4, 44100",
        "999, 32, 32, 8000",
        "10, 1, 1, 384000",
        "87.3, 7, 8, 96000",
        "133.33, 5, 16, 44100"
    })
    void everyFrameComesBackFromItsPlaceAndPlacesRise(double bpm, int beats, int unit, int rate) {
        BarGrid grid = grid(bpm, beats, unit, rate);
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            // Up to 90 days at 48 kHz, all orders of magnitude.
            long frame = random.nextLong(1L << random.nextInt(1, 39));
            Place place = grid.place(frame);
            assertThat(grid.frame(place)).isEqualTo(frame);
            assertThat(place.beat()).isBetween(1, beats);
            Place next = grid.place(frame + 1);
            assertThat(order(next, beats)).isGreaterThanOrEqualTo(order(place, beats));
        }
    }

    private static long order(Place place, int beats) {
        return ((place.bar() - 1) * beats + place.beat() - 1) * BarGrid.TICKS + place.tick();
    }

    @ParameterizedTest
    @CsvSource({"120, 4, 4, 48000", "97.5, 3, 4, 44100", "10, 1, 1, 384000", "200, 6, 8, 96000"})
    void everyTickComesBackFromItsFrame(double bpm, int beats, int unit, int rate) {
        BarGrid grid = grid(bpm, beats, unit, rate);
        Random random = new Random(2);
        for (int i = 0; i < 20_000; i++) {
            Place place =
                    new Place(random.nextLong(1, 100_000), random.nextInt(beats) + 1, random.nextInt(BarGrid.TICKS), 0);
            assertThat(grid.place(grid.frame(place))).isEqualTo(place);
        }
    }

    @Test
    void placesAreWhereMusicCountsThem() {
        BarGrid grid = grid(120, 4, 4, 48_000);
        assertThat(grid.place(0)).isEqualTo(Place.ofBar(1)).hasToString("1.1.0");
        assertThat(grid.frameOfBar(2)).isEqualTo(96_000);
        assertThat(grid.place(96_000 + 24_000 + 12_000)).hasToString("2.2.480");
        assertThat(grid.place(95_999)).isEqualTo(new Place(1, 4, 959, 24));
        assertThat(grid(120, 6, 8, 48_000).frameOfBar(2)).isEqualTo(72_000);
    }

    @Test
    void nothingDriftsOverAnHour() {
        // 97 BPM at 44.1 kHz: a beat of 27278.35 frames.
        BarGrid grid = grid(97, 4, 4, 44_100);
        assertThat(grid.frameOfBar(1 + 97 * 60 / 4)).isEqualTo(44_100L * 3600);
    }

    @Test
    void aPreRollEndsAtTheSongsBeginning() {
        BarGrid grid = grid(120, 4, 4, 48_000);
        assertThat(grid.before(200_000, 2)).isEqualTo(8000);
        assertThat(grid.before(200_000, 0.25)).isEqualTo(176_000);
        assertThat(grid.before(100, 2)).isZero();
        assertThatThrownBy(() -> grid.before(100, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void placesThatAreNoneAreRefused() {
        BarGrid grid = grid(120, 4, 4, 48_000);
        assertThatThrownBy(() -> grid.frame(new Place(1, 5, 0, 0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Place(0, 1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Place(1, 1, 960, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> grid.place(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
