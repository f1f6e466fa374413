package studio.headroom.mastering.audition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import studio.headroom.mastering.audition.Audition.Wanted;
import studio.headroom.mastering.audition.Levels.Level;

/// At which level a listener hears what is compared.
class LevelsTest {
    private static final Wanted BYPASSED = new Wanted(true, "", false);
    private static final Wanted OTHER = new Wanted(false, "", true);
    private static final Wanted OTHER_BYPASSED = new Wanted(true, "", true);
    private static final Wanted REFERENCE = new Wanted(false, "r", false);
    private static final List<Wanted> ALL = List.of(Wanted.MASTER, BYPASSED, OTHER, OTHER_BYPASSED, REFERENCE);

    /// A print of -16 LUFS with 3 dB of room, its master of -11 LUFS, another print with 8 dB, a loud reference.
    private static final Levels LEVELS = new Levels(
            new Level(-16, -3), new Level(-11, -1), new Level(-17, -8), new Level(-12, -1), Map.of("r", -9.0));

    @Test
    void theMasterByItselfIsHeardAsItIs() {
        assertThat(LEVELS.gainDb(Wanted.MASTER, Set.of(), 0)).isZero();
        assertThat(LEVELS.gainDb(Wanted.MASTER, Set.of(), -2.5)).isEqualTo(-2.5);
        assertThat(LEVELS.gainDb(Wanted.MASTER, Set.of(), 8)).isEqualTo(8);
    }

    @Test
    void whatIsLouderIsTurnedDownToTheMaster() {
        Set<Wanted> compared = Set.of(REFERENCE);
        assertThat(LEVELS.gainDb(REFERENCE, compared, 0)).isEqualTo(-2);
        assertThat(LEVELS.gainDb(Wanted.MASTER, compared, 0)).isZero();
    }

    @Test
    void whatIsSofterIsRaisedWhereItsPeaksHaveRoom() {
        Set<Wanted> compared = Set.of(OTHER_BYPASSED);
        assertThat(LEVELS.gainDb(OTHER_BYPASSED, compared, 0)).isEqualTo(6);
        assertThat(LEVELS.gainDb(Wanted.MASTER, compared, 0)).isZero();
    }

    @Test
    void whereThePeaksHaveNoMoreRoomTheMasterIsTurnedDownByTheRest() {
        Set<Wanted> compared = Set.of(BYPASSED);
        assertThat(LEVELS.common(compared, 0)).isEqualTo(-13);
        assertThat(LEVELS.gainDb(BYPASSED, compared, 0)).isEqualTo(3);
        assertThat(LEVELS.gainDb(Wanted.MASTER, compared, 0)).isEqualTo(-2);
    }

    @Test
    void whatIsComparedFollowsTheLevelOfAService() {
        assertThat(LEVELS.gainDb(Wanted.MASTER, Set.of(BYPASSED), -4)).isEqualTo(-4);
        assertThat(LEVELS.gainDb(BYPASSED, Set.of(BYPASSED), -4)).isEqualTo(1);
    }

    @Test
    void whatIsNotKnownIsHeardAsItIs() {
        for (Wanted wanted : ALL) {
            assertThat(Levels.UNKNOWN.gainDb(wanted, Set.of(wanted), 0)).isZero();
        }
        assertThat(LEVELS.gainDb(new Wanted(false, "gone", false), Set.of(REFERENCE), 0))
                .isZero();
        Levels silent = new Levels(
                new Level(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY),
                LEVELS.master(),
                LEVELS.other(),
                LEVELS.otherMaster(),
                Map.of());
        assertThat(silent.gainDb(BYPASSED, Set.of(BYPASSED), 0)).isZero();
        assertThat(silent.gainDb(Wanted.MASTER, Set.of(BYPASSED), 0)).isZero();
    }

    @Test
    void whateverTheLevelsAllIsEquallyLoudAndNothingPassesFullScale() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 2_000; i++) {
            Levels levels = new Levels(
                    level(random), level(random), level(random), level(random), Map.of("r", -20 * random.nextDouble()));
            Set<Wanted> compared = Set.copyOf(ALL.subList(1, 2 + random.nextInt(4)));
            double common = levels.common(compared, 0);
            assertThat(common).isLessThanOrEqualTo(levels.master().lufs());
            for (Wanted wanted : compared) {
                double gain = levels.gainDb(wanted, compared, 0);
                Level level = levels.of(wanted);
                assertThat(level.lufs() + gain).isEqualTo(common, within(1e-9));
                double peak = level.truePeakDbtp();
                assertThat(gain).isLessThanOrEqualTo(Double.isNaN(peak) ? 0 : Math.max(0, -peak) + 1e-9);
            }
            double master = levels.gainDb(Wanted.MASTER, compared, 0);
            assertThat(levels.master().lufs() + master).isEqualTo(common, within(1e-9));
            assertThat(master).isLessThanOrEqualTo(0);
        }
    }

    private static Level level(SplittableRandom random) {
        double peak = 2 - 14 * random.nextDouble();
        return new Level(peak - 6 - 14 * random.nextDouble(), peak);
    }
}
