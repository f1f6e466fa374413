package studio.headroom.mastering;

import java.util.Locale;
import java.util.Optional;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.dsp.loudness.LoudnessReport.Channel;

/// Tells prints in which there is nothing to hear, before their loudness is looked for in vain.
public final class NoMusic {
    /// What swings is 40 dB below what stands still.
    private static final double STANDS = 0.9999;

    private NoMusic() {}

    /// Why there is nothing, and what to do, completing "it cannot be …: "; nothing where there is sound.
    public static Optional<String> in(LoudnessReport print) {
        if (print.truePeakDbtp() == Double.NEGATIVE_INFINITY) {
            return Optional.of(
                    "it is silent. Look in the mix for mutes, solos and the master's fader, and print it again.");
        }
        double power = 0;
        double standing = 0;
        for (Channel channel : print.channels()) {
            power += Math.pow(10, channel.rmsDbfs() / 10);
            standing += channel.dcOffset() * channel.dcOffset();
        }
        return standing < STANDS * power
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "it holds nothing but a DC offset of %.2f %% of full scale, which is not heard. Look in the mix for"
                                + " the track that it comes from, switch on 'dc' of a utility there, and print it again.",
                        print.dcOffset() * 100));
    }
}
