package studio.headroom.mastering.sight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import studio.headroom.audio.SequentialReader;
import studio.headroom.dsp.loudness.LiveMeter;
import studio.headroom.dsp.loudness.LoudnessMeter;
import studio.headroom.dsp.loudness.ProgramMeter;
import studio.headroom.engine.OfflineRender;
import studio.headroom.mastering.Progress;

/// What is seen of a sound, against the meters that measure it otherwise.
class SoundSightTest {
    private static SoundSight of(Sounds sound) throws IOException {
        return SoundSight.of(sound, "", Progress.NONE);
    }

    /// Noise that swells and fades, with the sides partly alike.
    private static Sounds program(double seconds) {
        SplittableRandom random = new SplittableRandom(7);
        float[] left = new float[(int) (seconds * Sounds.RATE)];
        float[] right = new float[left.length];
        for (int i = 0; i < left.length; i++) {
            double level = 0.02 + 0.4 * Math.pow(Math.sin(Math.PI * i / left.length), 2);
            double both = random.nextGaussian() * 0.25;
            left[i] = (float) (level * (both + random.nextGaussian() * 0.1));
            right[i] = (float) (level * (both + random.nextGaussian() * 0.15));
        }
        return Sounds.stereo(left, right);
    }

    @Test
    void theFiguresAreThoseOfTheProgramMeter() throws IOException {
        Sounds sound = program(12.345);
        assertThat(of(sound).report()).isEqualTo(ProgramMeter.measure(new SequentialReader(sound)));
    }

    @Test
    void theCurvesAreWhatTheMetersShowOnTheWay() throws IOException {
        Sounds sound = program(8);
        SoundSight sight = of(sound);
        LoudnessMeter meter = new LoudnessMeter(sound.format());
        assertThat(sight.curve().steps()).isEqualTo(80);
        for (int step = 0; step < 80; step++) {
            meter.process(sound.planar(), step * 4800, 4800);
            assertThat(sight.curve().momentary()[step]).isEqualTo((float) meter.momentaryLufs());
            assertThat(sight.curve().shortTerm()[step]).isEqualTo((float) meter.shortTermLufs());
            if (step % 10 == 9) {
                assertThat(sight.curve().integrated()[step]).isEqualTo((float) meter.integratedLufs());
            }
        }
    }

    @Test
    void theLeastPsrIsThatOfTheLiveMeter() throws IOException {
        Sounds sound = program(9);
        LiveMeter meter = new LiveMeter(sound.format());
        double least = Double.POSITIVE_INFINITY;
        for (int step = 0; step < 90; step++) {
            meter.process(sound.planar(), step * 4800, 4800);
            least = step >= 29 ? Math.min(least, meter.psrDb()) : least;
        }
        // The live meter looks for true peaks with half as many phases.
        assertThat(of(sound).minPsrDb()).isCloseTo(least, within(0.05));
    }

    @Test
    void aBurstIsTheLoudestPlace() throws IOException {
        float[] burst = Sounds.of(10, i -> {
            double seconds = (double) i / Sounds.RATE;
            double level = seconds >= 6.2 && seconds < 6.7 ? 0.5 : 0.05;
            return level * Math.sin(2 * Math.PI * 500 * seconds);
        });
        SoundSight sight = of(Sounds.stereo(burst, burst));
        // Windows are looked at every 0.1 s.
        assertThat(sight.seconds(sight.loudestFrame())).isCloseTo(6.25, within(0.11));
    }

    @Test
    void bandsAreComparedByThemselves() throws IOException {
        float[] low = Sounds.sine(5, 60, 0.3);
        float[] middle = Sounds.sine(5, 700, 0.2);
        float[] high = Sounds.sine(5, 5000, 0.2);
        float[] other = Sounds.sine(5, 5600, 0.2);
        float[] opposite = Sounds.sine(5, 700, -0.2);
        SoundSight sight = of(Sounds.stereo(Sounds.sum(low, middle, high), Sounds.sum(low, opposite, other)));
        // The windows leak a thousandth of a tone into bands beside it.
        assertThat(sight.correlation(SoundSight.Band.LOW)).isCloseTo(1, within(0.01));
        assertThat(sight.correlation(SoundSight.Band.MIDDLE)).isCloseTo(-1, within(0.01));
        assertThat(sight.correlation(SoundSight.Band.HIGH)).isCloseTo(0, within(0.01));
    }

    @Test
    void monoLosesWhatTheSidesHaveAgainstEachOther() throws IOException {
        float[] one = Sounds.sine(3, 400, 0.3);
        float[] other = Sounds.sine(3, 900, 0.3);
        float[] opposite = Sounds.sine(3, 400, -0.3);
        assertThat(of(Sounds.stereo(one, one)).monoFoldDb()).isCloseTo(0, within(1e-6));
        // Half of the power is in the middle.
        assertThat(of(Sounds.stereo(one, other)).monoFoldDb()).isCloseTo(-3.01, within(0.02));
        assertThat(of(Sounds.stereo(one, opposite)).monoFoldDb()).isLessThan(-60);
        assertThat(of(new Sounds(Sounds.RATE, one)).monoFoldDb()).isCloseTo(0, within(1e-6));
    }

    @Test
    void balanceTellsTheLouderSide() throws IOException {
        float[] left = Sounds.sine(2, 400, 0.4);
        float[] right = Sounds.sine(2, 400, 0.2);
        // Half the amplitude is 6.02 dB.
        assertThat(of(Sounds.stereo(left, right)).balanceDb()).isCloseTo(6.02, within(0.01));
    }

    @Test
    void aRegionIsMeasuredLikeASoundOfItsOwn() throws IOException {
        Sounds sound = program(10);
        int from = 2 * Sounds.RATE + 17;
        int to = 7 * Sounds.RATE;
        float[][] cut = new float[2][to - from];
        sound.read(from, cut, 0, to - from);
        SoundSight region = SoundSight.of(sound, from, to, "", Progress.NONE);
        assertThat(region.report()).isEqualTo(ProgramMeter.measure(Sounds.RATE, cut));
        assertThat(region.frames()).isEqualTo(to - from);
    }

    @Test
    void silenceAndShortSoundsHaveNoLoudness() throws IOException {
        SoundSight silent = of(Sounds.stereo(new float[5000], new float[5000]));
        assertThat(silent.report().integratedLufs()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(silent.minPsrDb()).isNaN();
        assertThat(silent.monoFoldDb()).isZero();
        assertThat(of(new Sounds(Sounds.RATE, new float[3])).curve().steps()).isZero();
    }

    @Test
    void lookingCanBeCalledOff() {
        Progress canceled = new Progress() {
            @Override
            public boolean canceled() {
                return true;
            }
        };
        assertThatThrownBy(() -> SoundSight.of(program(1), "", canceled)).isInstanceOf(OfflineRender.Canceled.class);
    }
}
