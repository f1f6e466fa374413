package studio.headroom.dsp.loudness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KWeightingTest {
    /// ITU-R BS.1770-5 Tables 1 and 2 print 14 decimals.
    @Test
    void coefficientsAt48KilohertzAreThoseOfTheStandard() {
        KWeighting k = KWeighting.at(48_000);
        double[] printed = {
            1.53512485958697,
            -2.69169618940638,
            1.19839281085285,
            -1.69065929318241,
            0.73248077421585,
            -1.99004745483398,
            0.99007225036621
        };
        double[] made = {k.b0(), k.b1(), k.b2(), k.a1(), k.a2(), k.c1(), k.c2()};
        for (int i = 0; i < printed.length; i++) {
            assertThat(made[i]).isCloseTo(printed[i], within(1e-13));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 88_200, 96_000, 176_400, 192_000, 384_000})
    void responseAtOtherRatesIsThatAt48Kilohertz(int rate) {
        KWeighting reference = KWeighting.at(48_000);
        KWeighting filter = KWeighting.at(rate);
        for (double f = 20; f <= 20_000; f *= 1.05) {
            assertThat(filter.responseDb(f, rate)).isCloseTo(reference.responseDb(f, 48_000), within(0.01));
        }
    }

    /// The standard's offset of -0.691 dB is there to cancel this gain.
    @Test
    void gainAt997HertzIsTheOffsetOfTheStandard() {
        assertThat(KWeighting.at(48_000).responseDb(997, 48_000)).isCloseTo(0.691, within(0.0005));
    }
}
