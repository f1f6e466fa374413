package studio.headroom.dsp.loudness;

import java.util.Arrays;

/// How much each channel counts for loudness (ITU-R BS.1770-5 Table 4): 1 in front and behind, 1.41 at the sides, 0
/// for low-frequency effects. Pure functions, any thread.
public final class ChannelWeights {
    private static final double SIDE = 1.41;

    private ChannelWeights() {}

    /// The weights for the usual order of WAV channels: mono; L R; L R C; L R Ls Rs; L R C Ls Rs; L R C LFE Ls Rs;
    /// L R C LFE Lb Rb Ls Rs. Any other number of channels counts all alike.
    ///
    /// A mono signal is one channel: it reads 3.01 LU less than the same signal on two, see [#dualMono()].
    public static double[] standard(int channels) {
        return switch (channels) {
            case 4 -> new double[] {1, 1, SIDE, SIDE};
            case 5 -> new double[] {1, 1, 1, SIDE, SIDE};
            case 6 -> new double[] {1, 1, 1, 0, SIDE, SIDE};
            case 8 -> new double[] {1, 1, 1, 0, 1, 1, SIDE, SIDE};
            default -> {
                double[] weights = new double[channels];
                Arrays.fill(weights, 1);
                yield weights;
            }
        };
    }

    /// The weight of a mono signal that is going to be played by both loudspeakers of a stereo pair.
    public static double[] dualMono() {
        return new double[] {2};
    }
}
