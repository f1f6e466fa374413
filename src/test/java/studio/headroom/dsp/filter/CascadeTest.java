package studio.headroom.dsp.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CascadeTest {
    private static final int RATE = 48_000;
    private static final int FRAMES = 64 * 60;
    private final FilterBand band = new FilterBand();

    private double[] bell(int number) {
        band.design(FilterShape.BELL, 60 * Math.pow(1.9, number), number % 2 == 0 ? 7 : -5, 1.4, 2, RATE);
        return band.section(0).clone();
    }

    /// Rounding to single precision is 6e-8 of the peak, and each section of the reference adds nothing to that.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void fusedSectionsAreBiquadsOneAfterTheOther(int count) {
        for (int channels = 1; channels <= 2; channels++) {
            Cascade cascade = new Cascade(8, channels);
            cascade.clear();
            float[][] io = noise(channels);
            double[][] expected = new double[channels][];
            for (int c = 0; c < channels; c++) {
                expected[c] = doubles(io[c]);
            }
            for (int s = 0; s < count; s++) {
                cascade.aim(s, bell(s), Placement.STEREO, 0);
                for (int c = 0; c < channels; c++) {
                    filter(expected[c], bell(s));
                }
            }
            run(cascade, io, 0, FRAMES);
            for (int c = 0; c < channels; c++) {
                assertClose(io[c], expected[c], 3e-7);
            }
        }
    }

    /// Aiming at what is already there makes the sections run one by one for a while; nobody may notice.
    @Test
    void memoryIsCarriedFromFormToForm() {
        Cascade cascade = new Cascade(4, 2);
        cascade.clear();
        float[][] io = noise(2);
        double[] expected = doubles(io[1]);
        for (int s = 0; s < 4; s++) {
            cascade.aim(s, bell(s), Placement.STEREO, 0);
            filter(expected, bell(s));
        }
        run(cascade, io, 0, 640);
        cascade.aim(2, bell(2), Placement.STEREO, 3);
        run(cascade, io, 640, 1280);
        cascade.aim(0, bell(0), Placement.STEREO, 1);
        run(cascade, io, 1280, FRAMES);
        assertClose(io[1], expected, 3e-7);
    }

    @Test
    void takenOutSectionsLeaveSamplesAsTheyAre() {
        Cascade cascade = new Cascade(2, 2);
        cascade.clear();
        cascade.aim(0, bell(0), Placement.STEREO, 0);
        float[][] io = noise(2);
        run(cascade, io, 0, 64);
        cascade.aimFlat(0, 4);
        run(cascade, io, 64, 640);
        float[][] before = {io[0].clone(), io[1].clone()};
        run(cascade, io, 640, FRAMES);
        assertThat(io).isDeepEqualTo(before);
    }

    @Test
    void placementsFilterTheirPartOnly() {
        float[][] dry = noise(2);
        double[] mid = new double[FRAMES];
        double[] side = new double[FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            mid[i] = 0.5 * dry[0][i] + 0.5 * dry[1][i];
            side[i] = 0.5 * dry[0][i] - 0.5 * dry[1][i];
        }
        double[] wetMid = mid.clone();
        double[] wetSide = side.clone();
        double[] wetLeft = doubles(dry[0]);
        double[] wetRight = doubles(dry[1]);
        for (double[] x : new double[][] {wetMid, wetSide, wetLeft, wetRight}) {
            filter(x, bell(3));
        }
        for (Placement placement : Placement.values()) {
            Cascade cascade = new Cascade(1, 2);
            cascade.clear();
            cascade.aim(0, bell(3), placement, 0);
            float[][] io = {dry[0].clone(), dry[1].clone()};
            run(cascade, io, 0, FRAMES);
            for (int i = 0; i < FRAMES; i++) {
                double m = placement == Placement.MID ? wetMid[i] : mid[i];
                double s = placement == Placement.SIDE ? wetSide[i] : side[i];
                boolean left = placement == Placement.LEFT || placement == Placement.STEREO;
                boolean right = placement == Placement.RIGHT || placement == Placement.STEREO;
                assertThat((double) io[0][i]).isCloseTo(left ? wetLeft[i] : m + s, within(3e-7));
                assertThat((double) io[1][i]).isCloseTo(right ? wetRight[i] : m - s, within(3e-7));
            }
        }
    }

    /// A state variable filter keeps its energy however its frequency moves. Jumps over nine octaves within each
    /// sub-block, with a gain of 24 dB and a sharp Q, may add some to what the filter would give at rest, not more.
    @Test
    void violentRetuningStaysBounded() {
        Cascade cascade = new Cascade(1, 1);
        cascade.clear();
        SplittableRandom random = new SplittableRandom(3);
        float[][] io = new float[1][64];
        double peak = 0;
        for (int k = 0; k < 20_000; k++) {
            band.design(FilterShape.BELL, 20 * Math.pow(2, random.nextDouble(9.5)), 24, 10, 2, RATE);
            cascade.aim(0, band.section(0), Placement.STEREO, 1);
            for (int i = 0; i < 64; i++) {
                io[0][i] = (float) random.nextDouble(-1, 1);
            }
            cascade.process(io, 0, 64, 0);
            for (float x : io[0]) {
                peak = Math.max(peak, Math.abs(x));
            }
        }
        assertThat(peak).isBetween(1.0, 4 * Math.pow(10, 24 / 20.0));
    }

    @Test
    void sixtyFourSectionsOfTheSteepestLowCutStayInRange() {
        Cascade cascade = new Cascade(64, 1);
        cascade.clear();
        band.design(FilterShape.HIGH_CUT, 10, 0, 0.7071, 16, 192_000);
        for (int s = 0; s < 64; s++) {
            cascade.aim(s, band.section(s % 8), Placement.STEREO, 0);
        }
        float[][] io = noise(1);
        run(cascade, io, 0, FRAMES);
        for (float x : io[0]) {
            assertThat(Math.abs(x)).isLessThan(1e-6f);
        }
    }

    private static void run(Cascade cascade, float[][] io, int from, int to) {
        for (int at = from; at < to; at += 64) {
            cascade.process(io, at, 64, 0);
        }
    }

    private static float[][] noise(int channels) {
        SplittableRandom random = new SplittableRandom(1);
        float[][] io = new float[channels][FRAMES];
        for (float[] row : io) {
            for (int i = 0; i < FRAMES; i++) {
                row[i] = (float) random.nextDouble(-0.5, 0.5);
            }
        }
        return io;
    }

    private static double[] doubles(float[] x) {
        double[] copy = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            copy[i] = x[i];
        }
        return copy;
    }

    /// Direct form I, as plain as can be.
    private static void filter(double[] x, double[] c) {
        double x1 = 0;
        double x2 = 0;
        double y1 = 0;
        double y2 = 0;
        for (int i = 0; i < x.length; i++) {
            double y = c[0] * x[i] + c[1] * x1 + c[2] * x2 - c[3] * y1 - c[4] * y2;
            x2 = x1;
            x1 = x[i];
            y2 = y1;
            y1 = y;
            x[i] = y;
        }
    }

    private static void assertClose(float[] actual, double[] expected, double tolerance) {
        for (int i = 0; i < actual.length; i++) {
            assertThat((double) actual[i]).isCloseTo(expected[i], within(tolerance));
        }
    }
}
