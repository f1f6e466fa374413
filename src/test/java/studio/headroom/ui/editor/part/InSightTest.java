package studio.headroom.ui.editor.part;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InSightTest {
    private static final double[] WIDE = {30, 50, 20, 40, 10};
    private static final double STEP = 5;

    private static InSight of(double room, int from, int must) {
        return InSight.of(WIDE, STEP, room, from, must);
    }

    @Test
    void whatHasRoomIsInSightFromTheOneThatIsWishedFor() {
        assertThat(of(170, 0, -1)).isEqualTo(new InSight(0, 5));
        assertThat(of(169, 0, -1)).isEqualTo(new InSight(0, 4));
        assertThat(of(80, 1, -1)).isEqualTo(new InSight(1, 2));
    }

    @Test
    void noRoomIsLeftBehindTheLast() {
        assertThat(of(80, 4, -1)).isEqualTo(new InSight(2, 3));
        assertThat(of(80, 9, -1)).isEqualTo(new InSight(2, 3));
    }

    @Test
    void whatMustBeInSightIsAndElseNothingMoves() {
        assertThat(of(80, 0, 3)).isEqualTo(new InSight(2, 3));
        assertThat(of(80, 2, 0)).isEqualTo(new InSight(0, 1));
        assertThat(of(90, 0, 1)).isEqualTo(new InSight(0, 2));
    }

    /// Whatever the room: at least one item, none beyond the ends, and no more than fit.
    @Test
    void itemsAreNeverCut() {
        for (double room = 0; room < 200; room++) {
            for (int from = -2; from < 8; from++) {
                for (int must = -1; must < WIDE.length; must++) {
                    InSight seen = of(room, from, must);
                    double used = -STEP;
                    for (int i = seen.first(); i < seen.first() + seen.count(); i++) {
                        used += WIDE[i] + STEP;
                    }
                    assertThat(seen.count()).isPositive();
                    assertThat(used <= room || seen.count() == 1).isTrue();
                    assertThat(must < 0 || must >= seen.first() && must < seen.first() + seen.count())
                            .isTrue();
                }
            }
        }
        assertThat(InSight.of(new double[0], STEP, 100, 3, -1).count()).isZero();
    }
}
