package studio.headroom.mastering.audition;

import java.util.Map;
import java.util.stream.DoubleStream;

/// How loud all that can be heard of a master is, in LUFS over its whole length; NaN for what is not known.
///
/// @param print past the chain
/// @param master the print through the chain
/// @param other the other print past the chain
/// @param otherMaster the other print through the chain
/// @param references by id, each over its region
public record Levels(double print, double master, double other, double otherMaster, Map<String, Double> references) {
    public static final Levels UNKNOWN = new Levels(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Map.of());

    /// What is softer is no music to compare with.
    private static final double SOFTEST = -45;
    /// The most that a listener's volume goes up, in dB.
    private static final double MOST = 6;

    private static final double LEAST = -60;

    public Levels {
        references = Map.copyOf(references);
    }

    /// Of what is wanted.
    public double of(Audition.Wanted wanted) {
        if (!wanted.reference().isEmpty()) {
            return references.getOrDefault(wanted.reference(), Double.NaN);
        }
        if (wanted.other()) {
            return wanted.bypass() ? other : otherMaster;
        }
        return wanted.bypass() ? print : master;
    }

    /// The loudness at which all is heard that is compared: that of the softest, which is the print as a rule, for
    /// turning down cannot clip. NaN where nothing is known.
    public double common() {
        return DoubleStream.concat(
                        DoubleStream.of(print, master, other, otherMaster),
                        references.values().stream().mapToDouble(Double::doubleValue))
                .filter(lufs -> lufs > SOFTEST)
                .min()
                .orElse(Double.NaN);
    }

    /// By how much what is wanted is to be turned up or down for the listener, in dB.
    ///
    /// @param matched whether all that is compared is heard at one loudness
    /// @param playbackDb by how much the master is played louder or softer than it is; what is matched follows
    public double gainDb(Audition.Wanted wanted, boolean matched, double playbackDb) {
        boolean playback = playbackDb != 0;
        boolean isMaster = wanted.equals(Audition.Wanted.MASTER);
        double goal = playback ? master + playbackDb : common();
        double own = of(wanted);
        double gain;
        if (isMaster && playback) {
            gain = playbackDb;
        } else if (matched && !Double.isNaN(goal) && !Double.isNaN(own)) {
            gain = goal - own;
        } else {
            gain = 0;
        }
        return Math.clamp(gain, LEAST, MOST);
    }
}
