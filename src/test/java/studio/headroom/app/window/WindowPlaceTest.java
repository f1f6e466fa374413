package studio.headroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import studio.headroom.ui.mixer.Block;

class WindowPlaceTest {
    private static final Rectangle2D FIRST = new Rectangle2D(0, 24, 1920, 1056);
    private static final Rectangle2D SECOND = new Rectangle2D(1920, 0, 1280, 1024);

    @Test
    void textAndPlaceAreTheSame() {
        WindowPlace place = new WindowPlace(-40, 60, 1600, 900, true);
        assertThat(WindowPlace.parse(place.text())).contains(place);
        WindowPlace free = new WindowPlace(40, 60, 1600, 900, false);
        assertThat(WindowPlace.parse(free.text())).contains(free);
    }

    @Test
    void textThatIsNoPlaceIsNone() {
        for (String text : List.of("", "1600", "1600 900 at", "a b at c d", "-1 900 at 0 0", "NaN 900 at 0 0")) {
            assertThat(WindowPlace.parse(text)).as(text).isEmpty();
        }
    }

    @Test
    void aPlaceOnAScreenStays() {
        WindowPlace place = new WindowPlace(2000, 10, 1100, 900, true);
        assertThat(place.on(List.of(FIRST, SECOND))).isEqualTo(place);
    }

    @Test
    void aWindowOfAScreenThatIsGoneComesToTheFirst() {
        WindowPlace place = new WindowPlace(2000, 10, 1100, 900, false).on(List.of(FIRST));
        assertThat(place).isEqualTo(WindowPlace.usual(FIRST));
        assertThat(FIRST.contains(place.x(), place.y(), place.width(), place.height()))
                .isTrue();
    }

    @Test
    void aTitleBarAboveTheScreenOrBelowItIsBroughtBack() {
        for (double y : new double[] {-200, 1070}) {
            WindowPlace place = new WindowPlace(100, y, 1100, 900, false).on(List.of(FIRST));
            assertThat(place.y()).isBetween(FIRST.getMinY(), FIRST.getMaxY() - 100);
        }
    }

    @Test
    void aWindowIsNeverLargerThanItsScreen() {
        WindowPlace place = new WindowPlace(1930, 0, 4000, 3000, false).on(List.of(FIRST, SECOND));
        assertThat(place.width()).isEqualTo(1280);
        assertThat(place.height()).isEqualTo(1024);
    }

    @Test
    void blocksAreKeptByName() {
        for (Set<Block> blocks :
                List.of(EnumSet.allOf(Block.class), EnumSet.noneOf(Block.class), EnumSet.of(Block.EQ, Block.SENDS))) {
            assertThat(MixerMemory.blocks(MixerMemory.text(blocks))).isEqualTo(blocks);
        }
        assertThat(MixerMemory.blocks("eq later")).containsExactly(Block.EQ);
    }
}
