package studio.headroom.dsp.loudness;

import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.Kaiser;

/// FIR kernels that give the values of a band-limited signal between its samples, for finding the peaks there.
///
/// For the interval from sample n to sample n + 1 a kernel looks at the [#reach()] samples on each side. The phases
/// at t and at 1 - t are mirror images, so they are kept as one even part E and one odd part O: the two values are E
/// + O and E - O, and the larger magnitude is |E| + |O|. Immutable, any thread.
public enum InterpolationKernel {
    /// Kaiser-windowed sinc (beta 9, 24 samples a side), 2 phases: reads steady tones up to a third of the rate, 16
    /// kHz at 48 kHz, -1.25 to 0 dB. The grid alone makes cos(pi f / (factor · rate)) of it.
    KAISER_2(2),
    /// The same at 4 phases: -0.30 to 0 dB.
    KAISER_4(4),
    /// The same at 8 phases: -0.075 to 0 dB.
    KAISER_8(8),
    /// The same at 16 phases: -0.019 to 0 dB.
    KAISER_16(16),
    /// As [#KAISER_16] with 96 samples a side: reads tones up to 0.485 of the rate, 23.3 kHz at 48 kHz, where the
    /// shorter ones let mirror images pass and read bursts of noise up to 0.8 dB too low. For files, not for
    /// limiters.
    KAISER_16_WIDE(16, 96),
    /// The order-48, four-phase interpolator printed in ITU-R BS.1770-5 Annex 2: -0.30 to +0.22 dB. It does not take
    /// the samples themselves into account.
    ITU_48(ituPhases());

    private static final int HALF_WIDTH = 24;
    private static final double KAISER_BETA = 9.0;
    /// Taps handled in one pass of the inner loop; the reach is padded to a multiple of it.
    static final int TAPS_AT_ONCE = 4;
    /// The part of the phases that is looked at first, at most.
    private static final int COARSE = 4;
    /// Room for the rounding of as many float products as taps in what [#bound] promises.
    private static final double ROUNDING = 1.0 + 2e-5;

    private final int factor;
    private final int reach;
    private final boolean includesSamples;
    private final int pairs;
    /// `even[pair * reach + k]` weighs x[n - k] + x[n + 1 + k], `odd[...]` weighs x[n - k] - x[n + 1 + k].
    private final float[] even;
    private final float[] odd;
    private final boolean[] symmetric;
    private final float levelBound;
    private final float curvatureBound;
    private final int coarse;
    private final float betweenLevelBound;
    private final float betweenCurvatureBound;

    InterpolationKernel(int factor) {
        this(factor, HALF_WIDTH);
    }

    InterpolationKernel(int factor, int halfWidth) {
        this(factor, true, kaiserPhases(factor, halfWidth));
    }

    InterpolationKernel(double[][] phases) {
        this(2 * phases.length, false, phases);
    }

    /// @param phases `phases[pair][k]` weighs x[n + 1 - length / 2 + k]
    InterpolationKernel(int factor, boolean includesSamples, double[][] phases) {
        this.factor = factor;
        this.includesSamples = includesSamples;
        int half = phases[0].length / 2;
        reach = (half + TAPS_AT_ONCE - 1) / TAPS_AT_ONCE * TAPS_AT_ONCE;
        pairs = phases.length;
        symmetric = new boolean[pairs];
        even = new float[pairs * reach];
        odd = new float[pairs * reach];
        double level = 0;
        double curvature = 0;
        for (int pair = 0; pair < pairs; pair++) {
            double[] h = phases[pair];
            symmetric[pair] = true;
            for (int k = 0; k < half; k++) {
                even[pair * reach + k] = (float) ((h[half - 1 - k] + h[half + k]) / 2);
                odd[pair * reach + k] = (float) ((h[half - 1 - k] - h[half + k]) / 2);
                symmetric[pair] &= Math.abs(odd[pair * reach + k]) < 1e-9f;
            }
            double[] bounds = bounds(h);
            level = Math.max(level, bounds[0]);
            curvature = Math.max(curvature, bounds[1]);
        }
        levelBound = (float) (level * ROUNDING);
        curvatureBound = (float) (curvature * ROUNDING);
        coarse = Math.max(1, factor / COARSE);
        double[] bulge = bulge(phases, coarse);
        betweenLevelBound = (float) ((1.0 + bulge[0]) * ROUNDING);
        betweenCurvatureBound = (float) (bulge[1] * ROUNDING);
    }

    /// Phases per sample interval.
    @RealTime
    public int factor() {
        return factor;
    }

    /// Samples on each side of an interval that its values depend on.
    @RealTime
    public int reach() {
        return reach;
    }

    /// Whether a peak includes the sample at the interval's beginning, as it is.
    @RealTime
    public boolean includesSamples() {
        return includesSamples;
    }

    /// An upper bound of the magnitudes in an interval, rounding included, from the samples around it.
    ///
    /// @param level the largest magnitude of the samples n and n + 1
    /// @param curvature the largest magnitude of x[m - 1] - 2 x[m] + x[m + 1] with all three samples within reach
    @RealTime
    public float bound(float level, float curvature) {
        return levelBound * level + curvatureBound * curvature;
    }

    /// An upper bound of the magnitudes in an interval, from the coarse phases in it.
    ///
    /// @param level the largest magnitude of the samples n and n + 1 and of the values of each [#coarse()]th pair
    /// @param curvature as for [#bound]
    @RealTime
    float boundBetween(float level, float curvature) {
        return betweenLevelBound * level + betweenCurvatureBound * curvature;
    }

    /// Which of the pairs are enough for [#boundBetween]: those numbered coarse - 1, 2 coarse - 1, ...
    @RealTime
    int coarse() {
        return coarse;
    }

    /// Pairs of mirrored phases.
    @RealTime
    int pairs() {
        return pairs;
    }

    /// Whether the pair's odd part is nothing, because it is the phase half-way, its own mirror image.
    @RealTime
    boolean isSymmetric(int pair) {
        return symmetric[pair];
    }

    /// What weighs x[n - k] + x[n + 1 + k] for `[pair * reach() + k]`; not to be written to.
    @RealTime
    float[] even() {
        return even;
    }

    /// What weighs x[n - k] - x[n + 1 + k] for `[pair * reach() + k]`; not to be written to.
    @RealTime
    float[] odd() {
        return odd;
    }

    private static double[][] kaiserPhases(int factor, int halfWidth) {
        double[][] phases = new double[factor / 2][2 * halfWidth];
        for (int phase = 1; phase <= factor / 2; phase++) {
            double[] h = phases[phase - 1];
            double t = (double) phase / factor;
            double sum = 0;
            for (int j = 0; j < h.length; j++) {
                double distance = j - (halfWidth - 1) - t;
                h[j] = Math.sin(Math.PI * distance)
                        / (Math.PI * distance)
                        * Kaiser.window(distance / halfWidth, KAISER_BETA);
                sum += h[j];
            }
            for (int j = 0; j < h.length; j++) {
                h[j] /= sum;
            }
        }
        return phases;
    }

    private static double[][] ituPhases() {
        double[] quarter = {
            0.0017089843750,
            0.0109863281250,
            -0.0196533203125,
            0.0332031250000,
            -0.0594482421875,
            0.1373291015625,
            0.9721679687500,
            -0.1022949218750,
            0.0476074218750,
            -0.0266113281250,
            0.0148925781250,
            -0.0083007812500
        };
        double[] half = {
            -0.0291748046875,
            0.0292968750000,
            -0.0517578125000,
            0.0891113281250,
            -0.1665039062500,
            0.4650878906250,
            0.7797851562500,
            -0.2003173828125,
            0.1015625000000,
            -0.0582275390625,
            0.0330810546875,
            -0.0189208984375
        };
        return new double[][] {quarter, half};
    }

    /// How far a phase may lie from the straight line between the coarse phases or samples next to it, for a level and
    /// for a curvature of 1.
    private static double[] bulge(double[][] phases, int coarse) {
        double[] most = new double[2];
        for (int phase = 1; phase <= phases.length; phase++) {
            int left = phase / coarse * coarse;
            double part = (double) (phase - left) / coarse;
            if (part > 0) {
                double[] rest = phases[phase - 1].clone();
                double[] right = phases[left + coarse - 1];
                for (int j = 0; j < rest.length; j++) {
                    double before = left > 0 ? phases[left - 1][j] : j == rest.length / 2 - 1 ? 1.0 : 0.0;
                    rest[j] -= (1.0 - part) * before + part * right[j];
                }
                double[] bounds = bounds(rest);
                most[0] = Math.max(most[0], bounds[0]);
                most[1] = Math.max(most[1], bounds[1]);
            }
        }
        return most;
    }

    /// Writes a kernel as a·x[n] + b·x[n + 1] + the sum of g[m] times the second difference of x at m, which is exact
    /// with a + b the sum and b the first moment of its taps, and bounds the parts: |a| + |b| and the sum of |g|.
    /// Where the signal is smooth this is far tighter than the sum of |h|.
    private static double[] bounds(double[] h) {
        int half = h.length / 2;
        double sum = 0;
        double moment = 0;
        for (int j = 0; j < h.length; j++) {
            sum += h[j];
            moment += h[j] * (j - half + 1);
        }
        double previous = 0;
        double current = 0;
        double total = 0;
        for (int j = 0; j < h.length; j++) {
            double rest = h[j] - (j == half - 1 ? sum - moment : j == half ? moment : 0);
            double next = rest + 2 * current - previous;
            previous = current;
            current = next;
            total += Math.abs(current);
        }
        return new double[] {Math.abs(sum - moment) + Math.abs(moment), total};
    }
}
