package studio.headroom.files.audio.flac;

/// Finds predictors for blocks: autocorrelation of the windowed block, Levinson-Durbin, quantized coefficients.
final class LinearPredictor {
    static final int MAX_ORDER = 12;

    private final double[] window;
    private final double[] windowed;
    private final double[] autocorrelation = new double[MAX_ORDER + 1];
    private final double[][] predictors = new double[MAX_ORDER + 1][MAX_ORDER];
    private final double[] errors = new double[MAX_ORDER + 1];
    private final int[] coefficients = new int[MAX_ORDER];
    private int windowLength;
    private int shift;

    LinearPredictor(int maxBlock) {
        window = new double[maxBlock];
        windowed = new double[maxBlock];
    }

    /// Coefficients of the last predictor that [#quantize] made, the nearest sample's first.
    int[] coefficients() {
        return coefficients;
    }

    int shift() {
        return shift;
    }

    /// Analyses a block.
    ///
    /// @return the order that is expected to give the shortest code, 0 for none
    int analyse(int[] samples, int count, int bits, int precision) {
        correlate(samples, count);
        int highest = Math.min(MAX_ORDER, count - 1);
        if (autocorrelation[0] <= 0) {
            return 0;
        }
        highest = levinson(highest);
        int best = 0;
        double bestBits = Double.MAX_VALUE;
        for (int order = 1; order <= highest; order++) {
            double perSample = Math.max(0, 0.5 * log2(errors[order] * 0.5 * LN2_SQUARED / count));
            double total = perSample * (count - order) + order * (bits + precision);
            if (total < bestBits) {
                bestBits = total;
                best = order;
            }
        }
        return best;
    }

    private static final double LN2_SQUARED = Math.log(2) * Math.log(2);

    /// Rounds the predictor of `order` to integers of `precision` bits, carrying each rounding error on to the next.
    ///
    /// @return whether it can be written
    boolean quantize(int order, int precision) {
        double[] predictor = predictors[order];
        double largest = 0;
        for (int i = 0; i < order; i++) {
            largest = Math.max(largest, Math.abs(predictor[i]));
        }
        if (!(largest > 0) || Double.isInfinite(largest)) {
            return false;
        }
        shift = Math.min(15, precision - 2 - Math.getExponent(largest));
        if (shift < 0) {
            return false;
        }
        int limit = (1 << (precision - 1)) - 1;
        double error = 0;
        for (int i = 0; i < order; i++) {
            error += Math.scalb(predictor[i], shift);
            int rounded = (int) Math.max(-limit - 1, Math.min(limit, Math.rint(error)));
            coefficients[i] = rounded;
            error -= rounded;
        }
        return true;
    }

    /// Writes what the quantized predictor leaves over.
    ///
    /// @return whether it fits
    boolean residual(int[] samples, int count, int order, int[] target) {
        long c0 = tap(order, 0), c1 = tap(order, 1), c2 = tap(order, 2), c3 = tap(order, 3);
        long c4 = tap(order, 4), c5 = tap(order, 5), c6 = tap(order, 6), c7 = tap(order, 7);
        long c8 = tap(order, 8), c9 = tap(order, 9), c10 = tap(order, 10), c11 = tap(order, 11);
        int start = Math.min(count, MAX_ORDER);
        long extreme = 0;
        for (int i = order; i < start; i++) {
            long sum = 0;
            for (int j = 0; j < order; j++) {
                sum += (long) coefficients[j] * samples[i - 1 - j];
            }
            long rest = samples[i] - (sum >> shift);
            target[i] = (int) rest;
            extreme |= rest ^ rest >> 63;
        }
        int down = shift;
        for (int i = start; i < count; i++) {
            long sum = c0 * samples[i - 1]
                    + c1 * samples[i - 2]
                    + c2 * samples[i - 3]
                    + c3 * samples[i - 4]
                    + c4 * samples[i - 5]
                    + c5 * samples[i - 6]
                    + c6 * samples[i - 7]
                    + c7 * samples[i - 8];
            if (order > 8) {
                sum += c8 * samples[i - 9] + c9 * samples[i - 10] + c10 * samples[i - 11] + c11 * samples[i - 12];
            }
            long rest = samples[i] - (sum >> down);
            target[i] = (int) rest;
            extreme |= rest ^ rest >> 63;
        }
        return extreme < 1 << 30;
    }

    private long tap(int order, int index) {
        return index < order ? coefficients[index] : 0;
    }

    private void correlate(int[] samples, int count) {
        prepareWindow(count);
        for (int i = 0; i < count; i++) {
            windowed[i] = samples[i] * window[i];
        }
        double[] w = windowed;
        int lags = Math.min(MAX_ORDER, count - 1);
        for (int lag = 0; lag <= lags; lag++) {
            double a = 0, b = 0, c = 0, d = 0;
            int i = lag;
            for (; i < count - 3; i += 4) {
                a += w[i] * w[i - lag];
                b += w[i + 1] * w[i + 1 - lag];
                c += w[i + 2] * w[i + 2 - lag];
                d += w[i + 3] * w[i + 3 - lag];
            }
            for (; i < count; i++) {
                a += w[i] * w[i - lag];
            }
            autocorrelation[lag] = a + b + c + d;
        }
    }

    /// Tukey's window: a quarter of the block rises, a quarter falls.
    private void prepareWindow(int count) {
        if (windowLength == count) {
            return;
        }
        windowLength = count;
        int slope = Math.max(1, count / 4);
        for (int i = 0; i < count; i++) {
            int edge = Math.min(i, count - 1 - i);
            window[i] = edge >= slope ? 1 : 0.5 - 0.5 * Math.cos(Math.PI * (edge + 0.5) / slope);
        }
    }

    /// @return the highest order that is sound
    private int levinson(int highest) {
        double error = autocorrelation[0];
        double[] current = new double[MAX_ORDER];
        for (int order = 1; order <= highest; order++) {
            double reflection = -autocorrelation[order];
            for (int j = 0; j < order - 1; j++) {
                reflection += current[j] * autocorrelation[order - 1 - j];
            }
            reflection /= -error;
            double[] next = predictors[order];
            next[order - 1] = reflection;
            for (int j = 0; j < order - 1; j++) {
                next[j] = current[j] - reflection * current[order - 2 - j];
            }
            System.arraycopy(next, 0, current, 0, order);
            error *= 1 - reflection * reflection;
            errors[order] = error;
            if (!(error > 0)) {
                return order - 1;
            }
        }
        return highest;
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
