package studio.headroom.dsp.analysis;

import java.util.List;
import studio.headroom.audio.Decibels;

/// The long-term spectrum of a stereo program in third-octave bands (IEC 61260-1, base ten) from 20 Hz to 20 kHz, with
/// what its two channels have in common. Immutable.
public final class ThirdOctaves {
    public static final int BANDS = 31;
    private static final int FIRST = 13;
    private static final double TENTHS = 10;

    private final double[] left;
    private final double[] right;
    private final double[] product;

    /// @param left mean square of each band in the first channel
    /// @param right likewise in the second
    /// @param product mean of the product of both
    ThirdOctaves(double[] left, double[] right, double[] product) {
        this.left = left.clone();
        this.right = right.clone();
        this.product = product.clone();
    }

    /// The mean power of several spectra, each raised by so many dB before.
    ///
    /// @param db one for each
    static ThirdOctaves mean(List<ThirdOctaves> all, List<Double> db) {
        double[][] sums = new double[3][BANDS];
        for (int i = 0; i < all.size(); i++) {
            double gain = Math.pow(10, db.get(i) / 10) / all.size();
            for (int band = 0; band < BANDS; band++) {
                sums[0][band] += gain * all.get(i).left[band];
                sums[1][band] += gain * all.get(i).right[band];
                sums[2][band] += gain * all.get(i).product[band];
            }
        }
        return new ThirdOctaves(sums[0], sums[1], sums[2]);
    }

    /// The middle of a band, 0 to [#BANDS] - 1, in Hz.
    public static double hertz(int band) {
        return Math.pow(10, (band + FIRST) / TENTHS);
    }

    /// The lower edge of a band in Hz; that of [#BANDS] is the upper edge of the last.
    static double edge(int band) {
        return Math.pow(10, (band + FIRST - 0.5) / TENTHS);
    }

    /// Level of a band over both channels in dB; -∞ for silence.
    public double db(int band) {
        return Decibels.fromPower(left[band] + right[band]);
    }

    /// Level of a band of several over both channels in dB; -∞ for silence.
    public double db(ToneBand band) {
        double power = 0;
        for (int third = band.first(); third < band.end(); third++) {
            power += left[third] + right[third];
        }
        return Decibels.fromPower(power);
    }

    /// Power of the middle signal, half of left plus right, between two frequencies.
    public double mid(double fromHz, double toHz) {
        return 0.25 * (sum(left, fromHz, toHz) + sum(right, fromHz, toHz) + 2 * sum(product, fromHz, toHz));
    }

    /// Power of the side signal, half of left minus right, between two frequencies.
    public double side(double fromHz, double toHz) {
        return Math.max(
                0, 0.25 * (sum(left, fromHz, toHz) + sum(right, fromHz, toHz) - 2 * sum(product, fromHz, toHz)));
    }

    /// Correlation of the channels between two frequencies, -1 to 1; 0 where one of them is silent.
    public double correlation(double fromHz, double toHz) {
        double scale = Math.sqrt(sum(left, fromHz, toHz)) * Math.sqrt(sum(right, fromHz, toHz));
        return scale == 0 ? 0 : Math.clamp(sum(product, fromHz, toHz) / scale, -1, 1);
    }

    private static double sum(double[] powers, double fromHz, double toHz) {
        double sum = 0;
        for (int band = 0; band < BANDS; band++) {
            double hertz = hertz(band);
            sum += hertz >= fromHz && hertz < toHz ? powers[band] : 0;
        }
        return sum;
    }
}
