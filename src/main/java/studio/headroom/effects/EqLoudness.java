package studio.headroom.effects;

import java.util.Arrays;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.filter.FilterBand;
import studio.headroom.dsp.filter.Placement;

/// How much louder or softer the bands of an equalizer make music on average, so that a gain can take it back.
///
/// Music is taken to have the same power in each third of an octave up to 2 kHz and 3 dB less per octave above,
/// weighted as loudness is heard (ITU-R BS.1770: less below 100 Hz, 4 dB more above 2 kHz). Bands on the sides
/// alone are left aside, those on one channel count half.
@RealTime
final class EqLoudness {
    private static final int POINTS = 30;
    private static final double[] HERTZ = new double[POINTS];
    private static final double[] WEIGHT = new double[POINTS];

    static {
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            double hz = 25.0 * Math.pow(2.0, i / 3.0);
            double low = hz * hz / (hz * hz + 38.0 * 38.0);
            double shelf = 1.0 + 1.51 * hz * hz / (hz * hz + 1700.0 * 1700.0);
            HERTZ[i] = hz;
            WEIGHT[i] = low * low * shelf / (1.0 + hz / 2000.0);
            sum += WEIGHT[i];
        }
        for (int i = 0; i < POINTS; i++) {
            WEIGHT[i] /= sum;
        }
    }

    private final double[][] powers = new double[Eq.BANDS][POINTS];

    EqLoudness() {
        for (double[] row : powers) {
            Arrays.fill(row, 1.0);
        }
    }

    void set(int band, FilterBand filter, Placement placement, int sampleRate) {
        double part =
                placement == Placement.SIDE ? 0 : placement == Placement.LEFT || placement == Placement.RIGHT ? 0.5 : 1;
        for (int i = 0; i < POINTS; i++) {
            double power = 2.0 * HERTZ[i] < sampleRate ? filter.power(HERTZ[i]) : 1.0;
            powers[band][i] = 1.0 + part * (power - 1.0);
        }
    }

    void setFlat(int band) {
        for (int i = 0; i < POINTS; i++) {
            powers[band][i] = 1.0;
        }
    }

    /// The gain that keeps the loudness, in dB, within 24 dB.
    double gainDb() {
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            double power = WEIGHT[i];
            for (int b = 0; b < Eq.BANDS; b++) {
                power *= powers[b][i];
            }
            sum += power;
        }
        return Math.max(-24.0, Math.min(24.0, -10.0 * Math.log10(Math.max(1e-12, sum))));
    }
}
