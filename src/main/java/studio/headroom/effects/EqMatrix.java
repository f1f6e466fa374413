package studio.headroom.effects;

import java.util.Arrays;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.filter.FilterBand;
import studio.headroom.dsp.filter.Placement;

/// The amplitudes that the bands of an equalizer have together at a frequency, with no turn of phase: what goes from
/// each channel into each. Bands act one after the other, each on its part of the sound.
///
/// A mono signal is its own middle, left and right, and has no sides.
@RealTime
final class EqMatrix {
    /// Of a section: its numerator and its denominator as polynomials of sin²(ω/2).
    private static final int POWERS = 6;

    private final int channels;
    private final FilterBand design = new FilterBand();
    private final double[] powers = new double[Eq.BANDS * FilterBand.MAX_SECTIONS * POWERS];
    /// Of the bands that do anything, in order.
    private final int[] sections = new int[Eq.BANDS];

    private final Placement[] places = new Placement[Eq.BANDS];
    private int count;
    private int rows;
    private boolean alike;

    private double leftToLeft = 1;
    private double rightToLeft;
    private double leftToRight;
    private double rightToRight = 1;

    EqMatrix(int channels) {
        this.channels = channels;
        Arrays.fill(places, Placement.STEREO);
    }

    /// Takes up the filters of bands.
    ///
    /// @param values the controls of all bands ([EqBand]), and behind them the scale in percent
    void design(double[] values, int sampleRate) {
        count = 0;
        rows = 0;
        alike = true;
        double scale = values[Eq.BANDS * EqBand.CONTROLS] / 100.0;
        for (int b = 0; b < Eq.BANDS; b++) {
            int at = b * EqBand.CONTROLS;
            Placement place = EqBand.placement(values[at + EqBand.PLACE]);
            if (channels == 1 && place == Placement.SIDE) {
                continue;
            }
            boolean used = EqBand.design(
                    design,
                    values[at + EqBand.ON],
                    values[at + EqBand.TYPE],
                    values[at + EqBand.FREQ],
                    values[at + EqBand.GAIN],
                    values[at + EqBand.Q],
                    values[at + EqBand.SLOPE],
                    scale,
                    sampleRate);
            if (used) {
                add(channels == 1 ? Placement.STEREO : place);
            }
        }
    }

    private void add(Placement place) {
        places[count] = place;
        sections[count] = design.count();
        count++;
        alike &= place == Placement.STEREO;
        for (int i = 0; i < design.count(); i++) {
            double[] c = design.section(i);
            polynomial(c[0], c[1], c[2], rows);
            polynomial(1.0, c[3], c[4], rows + POWERS / 2);
            rows += POWERS;
        }
    }

    /// |c0 + c1·z⁻¹ + c2·z⁻²|² as a polynomial of sin²(ω/2).
    private void polynomial(double c0, double c1, double c2, int at) {
        double sum = c0 + c1 + c2;
        double alternating = c0 - c1 + c2;
        powers[at] = sum * sum;
        powers[at + 1] = alternating * alternating - sum * sum - 16.0 * c0 * c2;
        powers[at + 2] = 16.0 * c0 * c2;
    }

    /// Whether both channels go through the same, and nothing from one into the other.
    boolean isAlike() {
        return alike;
    }

    /// Computes the amplitudes at a frequency.
    ///
    /// @param s sin²(ω/2), ω the angle per frame
    void at(double s) {
        leftToLeft = 1;
        rightToLeft = 0;
        leftToRight = 0;
        rightToRight = 1;
        double common = 1;
        int row = 0;
        for (int i = 0; i < count; i++) {
            double numerator = 1;
            double denominator = 1;
            for (int end = row + POWERS * sections[i]; row < end; row += POWERS) {
                numerator *= Math.max(0.0, powers[row] + s * (powers[row + 1] + s * powers[row + 2]));
                denominator *= powers[row + 3] + s * (powers[row + 4] + s * powers[row + 5]);
            }
            double power = numerator / denominator;
            if (places[i] == Placement.STEREO) {
                common *= power;
            } else {
                apply(places[i], Math.sqrt(power));
            }
        }
        double amplitude = Math.sqrt(common);
        leftToLeft *= amplitude;
        rightToLeft *= amplitude;
        leftToRight *= amplitude;
        rightToRight *= amplitude;
    }

    private void apply(Placement place, double amplitude) {
        switch (place) {
            case STEREO -> {}
            case LEFT -> {
                leftToLeft *= amplitude;
                rightToLeft *= amplitude;
            }
            case RIGHT -> {
                leftToRight *= amplitude;
                rightToRight *= amplitude;
            }
            case MID -> applyPart(0.5 * (amplitude - 1.0), 1.0);
            case SIDE -> applyPart(0.5 * (amplitude - 1.0), -1.0);
        }
    }

    private void applyPart(double change, double sign) {
        double ofLeft = change * (leftToLeft + sign * leftToRight);
        double ofRight = change * (rightToLeft + sign * rightToRight);
        leftToLeft += ofLeft;
        rightToLeft += ofRight;
        leftToRight += sign * ofLeft;
        rightToRight += sign * ofRight;
    }

    double leftToLeft() {
        return leftToLeft;
    }

    double rightToLeft() {
        return rightToLeft;
    }

    double leftToRight() {
        return leftToRight;
    }

    double rightToRight() {
        return rightToRight;
    }
}
