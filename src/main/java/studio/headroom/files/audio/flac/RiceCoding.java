package studio.headroom.files.audio.flac;

/// How the residual of a block is divided and coded: the partition order and a Rice parameter for each partition.
final class RiceCoding {
    private static final int MAX_ORDER = 6;
    private static final int MAX_PARAMETER = 30;

    private final long[][] sums = new long[MAX_ORDER + 1][1 << MAX_ORDER];
    private final int[][] trials = new int[MAX_ORDER + 1][1 << MAX_ORDER];
    private int order;

    /// Chooses the cheapest coding for `residual[warmUp .. count)`.
    ///
    /// @return its length in bits, the header of the residual included; closely estimated
    long choose(int[] residual, int warmUp, int count) {
        int finest = finestOrder(warmUp, count);
        sumPartitions(residual, warmUp, count, finest);
        long best = Long.MAX_VALUE;
        for (int candidate = finest; candidate >= 0; candidate--) {
            if (candidate < finest) {
                for (int p = 0; p < 1 << candidate; p++) {
                    sums[candidate][p] = sums[candidate + 1][2 * p] + sums[candidate + 1][2 * p + 1];
                }
            }
            long bits = chooseParameters(candidate, warmUp, count);
            if (bits < best) {
                best = bits;
                order = candidate;
            }
        }
        return best;
    }

    void write(BitWriter out, int[] residual, int warmUp, int count) {
        int[] parameters = trials[order];
        int partitions = 1 << order;
        int largest = 0;
        for (int p = 0; p < partitions; p++) {
            largest = Math.max(largest, parameters[p]);
        }
        int method = largest > 14 ? 1 : 0;
        out.write(method, 2);
        out.write(order, 4);
        int length = count >> order;
        for (int p = 0; p < partitions; p++) {
            out.write(parameters[p], 4 + method);
            out.writeRice(residual, p == 0 ? warmUp : p * length, (p + 1) * length, parameters[p]);
        }
    }

    private static int finestOrder(int warmUp, int count) {
        int finest = 0;
        while (finest < MAX_ORDER
                && (count >> (finest + 1)) << (finest + 1) == count
                && count >> (finest + 1) > warmUp) {
            finest++;
        }
        return finest;
    }

    private void sumPartitions(int[] residual, int warmUp, int count, int finest) {
        int length = count >> finest;
        for (int p = 0; p < 1 << finest; p++) {
            long sum = 0;
            for (int i = p == 0 ? warmUp : p * length; i < (p + 1) * length; i++) {
                sum += (residual[i] << 1 ^ residual[i] >> 31) & 0xFFFF_FFFFL;
            }
            sums[finest][p] = sum;
        }
    }

    /// A folded residual u costs k + 1 + ⌊u / 2^k⌋ bits. Summed over n of them ⌊⌋ takes away about n/2 · (1 - 2^-k).
    private long chooseParameters(int candidate, int warmUp, int count) {
        int length = count >> candidate;
        long total = 6;
        int largest = 0;
        for (int p = 0; p < 1 << candidate; p++) {
            int n = p == 0 ? length - warmUp : length;
            long sum = sums[candidate][p];
            int guess = n == 0 || sum <= n ? 0 : 63 - Long.numberOfLeadingZeros(sum / n);
            long best = Long.MAX_VALUE;
            for (int k = Math.max(0, guess - 1); k <= Math.min(MAX_PARAMETER, guess + 1); k++) {
                long floorLoss = n * ((1L << k) - 1) / 2;
                long bits = (long) n * (k + 1) + (Math.max(0, sum - floorLoss) >> k);
                if (bits < best) {
                    best = bits;
                    trials[candidate][p] = k;
                }
            }
            largest = Math.max(largest, trials[candidate][p]);
            total += best;
        }
        return total + (largest > 14 ? 5L : 4L) * (1 << candidate);
    }
}
