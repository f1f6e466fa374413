package studio.headroom.dsp.reverb;

import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.delay.BlockDelay;

/// The first reflections: two loudspeakers heard by two microphones by way of a [ReflectionPattern].
@RealTime
final class EarlyReflections {
    private EarlyReflections() {}

    /// Fills one run for both sides.
    ///
    /// @param inputs the input of each side, the present run written; twice the same line for mono
    /// @param gains by path, as in [Geometry#earlyGain]
    static void render(BlockDelay[] inputs, Geometry space, float[][] gains, double[][] out, int frames) {
        for (int to = 0; to < 2; to++) {
            for (int from = 0; from < 2; from++) {
                int[] delay = space.early[2 * from + to];
                float[] gain = gains[2 * from + to];
                for (int k = 0; k < delay.length; k += 4) {
                    addFour(inputs[from], delay, gain, k, out[to], from + k == 0, frames);
                }
            }
        }
    }

    private static void addFour(
            BlockDelay input, int[] delay, float[] gain, int k, double[] out, boolean first, int frames) {
        float[] x = input.data();
        Lanes.addFour(
                out,
                first,
                frames,
                x,
                input.start(delay[k]),
                gain[k],
                x,
                input.start(delay[k + 1]),
                gain[k + 1],
                x,
                input.start(delay[k + 2]),
                gain[k + 2],
                x,
                input.start(delay[k + 3]),
                gain[k + 3]);
    }
}
