package studio.headroom.dsp.loudness;

/// Plays sequences of a sine, equal on all channels but for a gain, to a meter in blocks, as the EBU test cases want
/// them.
final class Tone {
    /// Takes what is played.
    interface Listener {
        void process(float[][] in, int offset, int count);
    }

    private static final int BLOCK = 1000;

    private final int rate;
    private final Listener listener;
    private final double[] gains;
    private final float[] period;
    private final float[][] block;
    private long frame;

    /// @param gainsDb one for each channel
    Tone(int rate, int hertz, Listener listener, double... gainsDb) {
        this.rate = rate;
        this.listener = listener;
        gains = new double[gainsDb.length];
        for (int channel = 0; channel < gains.length; channel++) {
            gains[channel] = Math.pow(10, gainsDb[channel] / 20);
        }
        period = new float[rate / gcd(rate, hertz)];
        for (int i = 0; i < period.length; i++) {
            period[i] = (float) Math.sin(2 * Math.PI * hertz * i / rate);
        }
        block = new float[gains.length][BLOCK];
    }

    static Tone stereo(int rate, Listener listener) {
        return new Tone(rate, 1000, listener, 0, 0);
    }

    Tone play(double seconds, double peakDb) {
        long left = Math.round(seconds * rate);
        double amplitude = Math.pow(10, peakDb / 20);
        while (left > 0) {
            int count = (int) Math.min(left, BLOCK);
            for (int channel = 0; channel < gains.length; channel++) {
                int at = (int) (frame % period.length);
                float gain = (float) (amplitude * gains[channel]);
                float[] target = block[channel];
                for (int i = 0; i < count; i++) {
                    target[i] = gain * period[at];
                    at = at + 1 == period.length ? 0 : at + 1;
                }
            }
            listener.process(block, 0, count);
            frame += count;
            left -= count;
        }
        return this;
    }

    Tone silence(double seconds) {
        return play(seconds, Double.NEGATIVE_INFINITY);
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
