package studio.headroom.dsp.loudness;

import java.util.Arrays;
import studio.headroom.audio.AudioFormat;

/// The gating blocks of a whole program (ITU-R BS.1770-5), so that any part of it can be measured without being heard
/// again: blocks of 400 ms, every 100 ms. Takes 288 kB an hour. Immutable, any thread.
public final class BlockLoudness {
    private static final int PER_SECOND = 10;
    private static final int TENTHS_OF_A_BLOCK = 4;

    private final int sampleRate;
    /// At index i: the mean power of the block that ends i + 1 tenths of a second after the beginning.
    private final double[] powers;

    private BlockLoudness(int sampleRate, double[] powers) {
        this.sampleRate = sampleRate;
        this.powers = powers;
    }

    /// Gated loudness of what lies from one frame to before another, in LUFS; -∞ for less than 400 ms and for silence.
    /// Blocks count that lie wholly in it.
    public double lufs(long from, long to) {
        int first = (int) Math.clamp(tenthsUp(from), 0, powers.length);
        int end = (int) Math.clamp(to * PER_SECOND / sampleRate, 0, powers.length);
        int begin = first + TENTHS_OF_A_BLOCK - 1;
        return begin >= end ? Double.NEGATIVE_INFINITY : Gating.integratedLufs(Arrays.copyOfRange(powers, begin, end));
    }

    /// The first frame of the loudest stretch of a length, on a tenth of a second; 0 where the program is not longer.
    public long loudest(long length) {
        int tenths = (int) Math.min(powers.length, Math.max(1, tenthsUp(length)));
        double sum = 0;
        double most = -1;
        int best = tenths - 1;
        for (int i = 0; i < powers.length; i++) {
            sum += powers[i];
            if (i >= tenths) {
                sum -= powers[i - tenths];
            }
            if (i >= tenths - 1 && sum > most * (1 + 1e-9)) {
                most = sum;
                best = i;
            }
        }
        return powers.length == 0 ? 0 : Math.round((best - tenths + 1) * (double) sampleRate / PER_SECOND);
    }

    private long tenthsUp(long frames) {
        return (frames * PER_SECOND + sampleRate - 1) / sampleRate;
    }

    /// Measures a program from its beginning to its end. One thread.
    public static final class Listener {
        private static final int FIRST_ROOM = 4096;

        private final LoudnessMeter meter;
        private final int sampleRate;
        private double[] powers = new double[FIRST_ROOM];
        private int count;
        private long frames;

        /// @param format at least [LoudnessMeter#MIN_SAMPLE_RATE]
        public Listener(AudioFormat format) {
            meter = new LoudnessMeter(format);
            sampleRate = format.sampleRate();
        }

        /// Takes in `length` frames of `in[channel][offset ..)`.
        public void process(float[][] in, int offset, int length) {
            int at = offset;
            int end = offset + length;
            while (at < end) {
                long next = Math.round((count + 1) * (double) sampleRate / PER_SECOND);
                int now = (int) Math.min(end - at, next - frames);
                meter.makeRoom();
                meter.process(in, at, now);
                at += now;
                frames += now;
                if (frames == next) {
                    if (count == powers.length) {
                        powers = Arrays.copyOf(powers, 2 * count);
                    }
                    powers[count++] = meter.momentaryPower();
                }
            }
        }

        /// Ends the program. Nothing may be processed after this.
        public BlockLoudness finish() {
            return new BlockLoudness(sampleRate, Arrays.copyOf(powers, count));
        }
    }
}
