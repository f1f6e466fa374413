package studio.headroom.dsp.loudness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.audio.AudioFormat;

/// The cases of EBU Tech 3341 (2023) Table 1 for loudness and of EBU Tech 3342 (2023) Table 1 that can be
/// synthesized; 7 and 8 of the one and 5 and 6 of the other are recordings. Tolerances are those of the tables: 0.1
/// LU and 1 LU.
class EbuLoudnessTest {
    private static final Offset<Double> TENTH = within(0.1);
    private static final Offset<Double> ONE = within(1.0);

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 96_000, 192_000})
    void cases1And2SteadyTones(int rate) {
        for (double level : new double[] {-23, -33}) {
            LoudnessMeter meter = meter(rate);
            Tone.stereo(rate, meter::process).play(20, level);
            assertThat(meter.momentaryLufs()).isCloseTo(level, TENTH);
            assertThat(meter.shortTermLufs()).isCloseTo(level, TENTH);
            assertThat(meter.integratedLufs()).isCloseTo(level, TENTH);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 96_000, 192_000})
    void case3RelativeGate(int rate) {
        LoudnessMeter meter = meter(rate);
        Tone.stereo(rate, meter::process).play(10, -36).play(60, -23).play(10, -36);
        assertThat(meter.integratedLufs()).isCloseTo(-23, TENTH);
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 96_000, 192_000})
    void case4BothGates(int rate) {
        LoudnessMeter meter = meter(rate);
        Tone.stereo(rate, meter::process)
                .play(10, -72)
                .play(10, -36)
                .play(60, -23)
                .play(10, -36)
                .play(10, -72);
        assertThat(meter.integratedLufs()).isCloseTo(-23, TENTH);
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 96_000, 192_000})
    void case5NothingGated(int rate) {
        LoudnessMeter meter = meter(rate);
        Tone.stereo(rate, meter::process).play(20, -26).play(20.1, -20).play(20, -26);
        assertThat(meter.integratedLufs()).isCloseTo(-23, TENTH);
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 96_000, 192_000})
    void case6FiveChannels(int rate) {
        LoudnessMeter five = new LoudnessMeter(new AudioFormat(rate, 5));
        new Tone(rate, 1000, five::process, -28, -28, -24, -30, -30).play(20, 0);
        assertThat(five.integratedLufs()).isCloseTo(-23, TENTH);

        LoudnessMeter six = new LoudnessMeter(new AudioFormat(rate, 6));
        new Tone(rate, 1000, six::process, -28, -28, -24, 0, -30, -30).play(20, 0);
        assertThat(six.integratedLufs())
                .as("low-frequency effects do not count")
                .isEqualTo(five.integratedLufs());
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 96_000, 192_000})
    void case9ShortTermStaysConstant(int rate) {
        LoudnessMeter meter = meter(rate);
        double[] played = new double[1];
        Tone tone = Tone.stereo(rate, (in, offset, count) -> {
            meter.process(in, offset, count);
            played[0] += (double) count / rate;
            if (played[0] >= 3) {
                assertThat(meter.shortTermLufs()).isCloseTo(-23, TENTH);
            }
        });
        for (int i = 0; i < 5; i++) {
            tone.play(1.34, -20).play(1.66, -30);
        }
        assertThat(played[0]).isCloseTo(15, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 96_000, 192_000})
    void case10MaxShortTermOfFiles(int rate) {
        for (int i = 0; i < 20; i++) {
            LoudnessMeter meter = meter(rate);
            Tone.stereo(rate, meter::process).silence(i * 0.15).play(3, -23).silence(1);
            assertThat(meter.maxShortTermLufs()).as("file %d", i).isCloseTo(-23, TENTH);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 96_000, 192_000})
    void case11MaxShortTermLive(int rate) {
        LoudnessMeter meter = meter(rate);
        Tone tone = Tone.stereo(rate, meter::process);
        for (int i = 0; i < 20; i++) {
            tone.silence(i * 0.15).play(3, -38 + i).silence(3 - i * 0.15);
            assertThat(meter.maxShortTermLufs()).as("tone %d", i).isCloseTo(-38 + i, TENTH);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 96_000, 192_000})
    void case12MomentaryStaysConstant(int rate) {
        LoudnessMeter meter = meter(rate);
        double[] played = new double[1];
        Tone tone = Tone.stereo(rate, (in, offset, count) -> {
            meter.process(in, offset, count);
            played[0] += (double) count / rate;
            if (played[0] >= 1) {
                assertThat(meter.momentaryLufs()).isCloseTo(-23, TENTH);
            }
        });
        for (int i = 0; i < 25; i++) {
            tone.play(0.18, -20).play(0.22, -30);
        }
        assertThat(played[0]).isCloseTo(10, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 96_000, 192_000})
    void case13MaxMomentaryOfFiles(int rate) {
        for (int i = 0; i < 20; i++) {
            LoudnessMeter meter = meter(rate);
            Tone.stereo(rate, meter::process).silence(i * 0.02).play(0.4, -23).silence(1);
            assertThat(meter.maxMomentaryLufs()).as("file %d", i).isCloseTo(-23, TENTH);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 96_000, 192_000})
    void case14MaxMomentaryLive(int rate) {
        LoudnessMeter meter = meter(rate);
        Tone tone = Tone.stereo(rate, meter::process);
        for (int i = 0; i < 20; i++) {
            tone.silence(i * 0.02).play(0.4, -38 + i).silence(0.4 - i * 0.02);
            assertThat(meter.maxMomentaryLufs()).as("tone %d", i).isCloseTo(-38 + i, TENTH);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 96_000, 192_000})
    void loudnessRangeCases1To4(int rate) {
        assertRange(rate, 10, -20, -30);
        assertRange(rate, 5, -20, -15);
        assertRange(rate, 20, -40, -20);
        assertRange(rate, 15, -50, -35, -20, -35, -50);
    }

    private static void assertRange(int rate, double expected, double... levels) {
        LoudnessMeter meter = meter(rate);
        Tone tone = Tone.stereo(rate, meter::process);
        for (double level : levels) {
            tone.play(20, level);
        }
        assertThat(meter.loudnessRangeLu()).isCloseTo(expected, ONE);
        meter.finish();
        assertThat(meter.loudnessRangeLu()).as("as a file").isCloseTo(expected, ONE);
    }

    private static LoudnessMeter meter(int rate) {
        return new LoudnessMeter(new AudioFormat(rate, 2));
    }
}
