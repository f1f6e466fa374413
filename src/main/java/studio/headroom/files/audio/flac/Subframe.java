package studio.headroom.files.audio.flac;

/// One channel of a block: finds the cheapest way to code it and writes it that way.
final class Subframe {
    private enum Kind {
        CONSTANT,
        VERBATIM,
        FIXED,
        PREDICTED
    }

    private final LinearPredictor predictor;
    private final int[] fixedResidual;
    private final int[] predictedResidual;
    private final RiceCoding fixedCoding = new RiceCoding();
    private final RiceCoding predictedCoding = new RiceCoding();
    private final int[] coefficients = new int[LinearPredictor.MAX_ORDER];
    private int[] samples = new int[0];
    private int count;
    private int width;
    private int wasted;
    private Kind kind = Kind.VERBATIM;
    private int order;
    private int precision;
    private int shift;

    Subframe(int maxBlock) {
        predictor = new LinearPredictor(maxBlock);
        fixedResidual = new int[maxBlock];
        predictedResidual = new int[maxBlock];
    }

    /// Chooses a coding for `count` samples of `bits`; samples whose low bits are all zero are shifted down in place.
    ///
    /// @return the length in bits, closely estimated
    long choose(int[] block, int length, int bits) {
        samples = block;
        count = length;
        wasted = shiftOutZeros(bits);
        width = bits - wasted;
        long overhead = 8 + wasted;
        if (isConstant()) {
            kind = Kind.CONSTANT;
            return overhead + width;
        }
        kind = Kind.VERBATIM;
        long best = (long) width * count;
        long fixed = chooseFixed();
        if (fixed < best) {
            best = fixed;
            kind = Kind.FIXED;
        }
        int fixedOrder = order;
        long predicted = choosePredicted();
        if (predicted < best) {
            best = predicted;
            kind = Kind.PREDICTED;
        } else {
            order = fixedOrder;
        }
        return overhead + best;
    }

    void write(BitWriter out) {
        int type =
                switch (kind) {
                    case CONSTANT -> 0;
                    case VERBATIM -> 1;
                    case FIXED -> 8 + order;
                    case PREDICTED -> 31 + order;
                };
        out.write(type << 1 | (wasted > 0 ? 1 : 0), 8);
        if (wasted > 0) {
            out.writeUnary(wasted - 1);
        }
        int plain =
                switch (kind) {
                    case CONSTANT -> 1;
                    case VERBATIM -> count;
                    default -> order;
                };
        for (int i = 0; i < plain; i++) {
            out.write(samples[i], width);
        }
        if (kind == Kind.FIXED) {
            fixedCoding.write(out, fixedResidual, order, count);
        } else if (kind == Kind.PREDICTED) {
            out.write(precision - 1, 4);
            out.write(shift, 5);
            for (int i = 0; i < order; i++) {
                out.write(coefficients[i], precision);
            }
            predictedCoding.write(out, predictedResidual, order, count);
        }
    }

    private int shiftOutZeros(int bits) {
        int all = 0;
        for (int i = 0; i < count; i++) {
            all |= samples[i];
        }
        int zeros = all == 0 ? 0 : Math.min(bits - 1, Integer.numberOfTrailingZeros(all));
        if (zeros > 0) {
            for (int i = 0; i < count; i++) {
                samples[i] >>= zeros;
            }
        }
        return zeros;
    }

    private boolean isConstant() {
        for (int i = 1; i < count; i++) {
            if (samples[i] != samples[0]) {
                return false;
            }
        }
        return true;
    }

    /// Differences of order 0 to 4: the one whose absolute values sum up to the least.
    private long chooseFixed() {
        order = 0;
        if (count <= 4) {
            System.arraycopy(samples, 0, fixedResidual, 0, count);
            return fixedCoding.choose(fixedResidual, 0, count);
        }
        long s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0;
        for (int i = 4; i < count; i++) {
            int a = samples[i], b = samples[i - 1], c = samples[i - 2], d = samples[i - 3], e = samples[i - 4];
            s0 += Math.abs(a);
            s1 += Math.abs(a - b);
            s2 += Math.abs(a - 2 * b + c);
            s3 += Math.abs(a - 3 * b + 3 * c - d);
            s4 += Math.abs(a - 4 * b + 6 * c - 4 * d + e);
        }
        long least = Math.min(s0, Math.min(Math.min(s1, s2), Math.min(s3, s4)));
        order = least == s0 ? 0 : least == s1 ? 1 : least == s2 ? 2 : least == s3 ? 3 : 4;
        fixedResidual();
        return (long) order * width + fixedCoding.choose(fixedResidual, order, count);
    }

    private void fixedResidual() {
        int[] s = samples;
        int[] r = fixedResidual;
        for (int i = order; i < count; i++) {
            r[i] = switch (order) {
                case 0 -> s[i];
                case 1 -> s[i] - s[i - 1];
                case 2 -> s[i] - 2 * s[i - 1] + s[i - 2];
                case 3 -> s[i] - 3 * s[i - 1] + 3 * s[i - 2] - s[i - 3];
                default -> s[i] - 4 * s[i - 1] + 6 * s[i - 2] - 4 * s[i - 3] + s[i - 4];
            };
        }
    }

    private long choosePredicted() {
        if (count <= LinearPredictor.MAX_ORDER) {
            return Long.MAX_VALUE;
        }
        precision = width > 17 ? 15 : 13;
        order = predictor.analyse(samples, count, width, precision);
        if (order == 0
                || !predictor.quantize(order, precision)
                || !predictor.residual(samples, count, order, predictedResidual)) {
            return Long.MAX_VALUE;
        }
        System.arraycopy(predictor.coefficients(), 0, coefficients, 0, order);
        shift = predictor.shift();
        return 9 + (long) order * (width + precision) + predictedCoding.choose(predictedResidual, order, count);
    }
}
