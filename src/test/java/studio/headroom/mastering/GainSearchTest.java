package studio.headroom.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GainSearchTest {
    private static final double LUFS = -17;
    private static final double PEAK = -4;

    /// Loudness behind a limiter: a dB for a dB at first, less and less from some dB of limiting on.
    private static DoubleUnaryOperator limiter(double ceiling) {
        double free = ceiling - PEAK;
        return gain -> LUFS + (gain <= free ? gain : free + 5 * (1 - Math.exp(-(gain - free) / 5)));
    }

    /// @param codingLu what coding adds to the loudness
    /// @param overDb by how much coding passes the ceiling
    private static int passes(GainSearch search, double codingLu, double overDb) {
        for (int pass = 1; pass <= 20; pass++) {
            double lufs = limiter(search.ceiling()).applyAsDouble(search.gain());
            if (search.limited(lufs) && search.written(lufs, lufs + codingLu, search.ceiling() + overDb)) {
                return pass;
            }
        }
        return 99;
    }

    @ParameterizedTest
    @CsvSource({
        "-20, 0, 0, 1",
        "-14.5, 0, 0, 1",
        "-12, 0, 0, 3",
        "-10, 0, 0, 4",
        "-14, -0.2, 0, 2",
        "-14, 0.1, 0.6, 3",
        "-12, -0.3, 1.5, 6",
    })
    void arrivesInFewPasses(double wanted, double codingLu, double overDb, int most) {
        GainSearch search = new GainSearch(OptionalDouble.of(wanted), -1, LUFS, PEAK);
        assertThat(passes(search, codingLu, overDb)).isLessThanOrEqualTo(most);
        double lufs = limiter(search.ceiling()).applyAsDouble(search.gain()) + codingLu;
        assertThat(lufs).isEqualTo(wanted, within(MasterJob.LOUDNESS_TOLERANCE));
        assertThat(search.ceiling() + overDb).isLessThanOrEqualTo(-1);
    }

    @Test
    void withoutALoudnessThePeakComesUpToTheCeiling() {
        GainSearch search = new GainSearch(OptionalDouble.empty(), -0.3, LUFS, PEAK);
        assertThat(search.limited(-13)).isTrue();
        assertThat(search.written(-13, -13, PEAK + search.gain())).isTrue();
        assertThat(PEAK + search.gain()).isBetween(-0.4, -0.3);
    }

    @Test
    void whatCannotBeReachedNeverSeemsReached() {
        GainSearch search = new GainSearch(OptionalDouble.of(-5), -1, LUFS, PEAK);
        assertThat(passes(search, 0, 0)).isEqualTo(99);
        assertThat(search.loudest()).isEqualTo(LUFS + 8, within(0.2));
    }

    /// Lone clicks over a soft sound: a limiter takes little of its loudness, far less than is usual for so much gain.
    @Test
    void aLoudnessThatLoneClicksStandInTheWayOfIsReached() {
        double lufs = -37;
        GainSearch search = new GainSearch(OptionalDouble.of(-14), -1, lufs, -0.4);
        double last = Double.NaN;
        for (int pass = 1; pass <= 16 && search.gain() <= GainSearch.MOST_GAIN; pass++) {
            last = lufs + search.gain() - 1.5;
            if (search.limited(last) && search.written(last, last, search.ceiling())) {
                break;
            }
        }
        assertThat(last).isEqualTo(-14, within(MasterJob.LOUDNESS_TOLERANCE));
    }

    @Test
    void theMostGainIsTriedBeforeALoudnessIsGivenUp() {
        GainSearch search = new GainSearch(OptionalDouble.of(-14), -1, -45, -3);
        assertThat(search.gain()).isEqualTo(GainSearch.MOST_GAIN);
        assertThat(search.limited(-25)).isFalse();
        assertThat(search.gain()).isGreaterThan(GainSearch.MOST_GAIN);
        assertThat(search.loudest()).isEqualTo(-25);
    }
}
