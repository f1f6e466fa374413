package studio.headroom.dsp.stereo;

import java.util.Arrays;
import studio.headroom.concurrent.RealTime;

/// Turns a signal into one of the same spectrum that hardly correlates with it: a chain of four all-passes with
/// delays of a few milliseconds (Schroeder, JAES 10(3) 1962), without the bass, where difference between the ears
/// means nothing but unsteadiness.
@RealTime
public final class Decorrelator {
    /// Milliseconds, without a common divisor at any usual rate.
    private static final double[] DELAYS = {2.27, 4.13, 7.31, 11.9};

    private static final double FEEDBACK = 0.55;
    private static final double BASS_HERTZ = 180;

    private final double[][] lines = new double[DELAYS.length][];
    private final int[] at = new int[DELAYS.length];
    private final double pole;
    private double bass;

    public Decorrelator(int sampleRate) {
        for (int k = 0; k < DELAYS.length; k++) {
            lines[k] = new double[Math.max(1, (int) Math.rint(DELAYS[k] * 0.001 * sampleRate))];
        }
        pole = 1.0 - Math.exp(-2.0 * Math.PI * BASS_HERTZ / sampleRate);
    }

    /// Seconds until the response has fallen by 90 dB and more.
    public static double tailSeconds() {
        return 0.4;
    }

    public void clear() {
        for (double[] line : lines) {
            Arrays.fill(line, 0.0);
        }
        Arrays.fill(at, 0);
        bass = 0;
    }

    /// Both arrays may be the same.
    public void process(double[] input, double[] output, int frames) {
        double low = bass;
        for (int i = 0; i < frames; i++) {
            double x = input[i];
            low += pole * (x - low);
            output[i] = x - low;
        }
        bass = usable(low);
        for (int k = 0; k < lines.length; k++) {
            double[] line = lines[k];
            int place = at[k];
            for (int i = 0; i < frames; i++) {
                double late = line[place];
                double in = usable(output[i] + FEEDBACK * late);
                line[place] = in;
                output[i] = late - FEEDBACK * in;
                if (++place == line.length) {
                    place = 0;
                }
            }
            at[k] = place;
        }
    }

    /// Neither too small to be heard nor no number.
    private static double usable(double v) {
        double size = Math.abs(v);
        return size > 1e-15 && size < 1e40 ? v : 0;
    }
}
