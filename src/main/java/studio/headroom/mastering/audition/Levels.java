package studio.headroom.mastering.audition;

import java.util.Map;
import java.util.Set;

/// How loud all that can be heard of a master is, and what follows for a listener who compares.
///
/// The rule: the master by itself is heard as it is. As soon as something is compared with it, all that is compared is
/// heard at one loudness, the master's own wherever that can be: what is louder is turned down to it, what is softer is
/// raised to it as far as its true peaks have room below full scale. Where they have not enough, all is turned down to
/// the highest loudness that each of them reaches. So nothing is clipped or limited for the comparison's sake, and what
/// is heard gets no softer than it must.
///
/// @param print past the chain
/// @param master the print through the chain
/// @param other the other print past the chain
/// @param otherMaster the other print through the chain
/// @param references loudness by id, each over its region, in LUFS; they are never raised
/// @param coded the master as a lossy format gives it back
public record Levels(
        Level print, Level master, Level other, Level otherMaster, Map<String, Double> references, Level coded) {
    /// The most that a listener's volume goes up, in dB.
    public static final double MOST = 6;

    /// What is softer is no music to compare with.
    private static final double SOFTEST = -45;

    private static final double LEAST = -60;
    public static final Levels UNKNOWN =
            new Levels(Level.UNKNOWN, Level.UNKNOWN, Level.UNKNOWN, Level.UNKNOWN, Map.of());

    /// Without a coded master.
    public Levels(Level print, Level master, Level other, Level otherMaster, Map<String, Double> references) {
        this(print, master, other, otherMaster, references, Level.UNKNOWN);
    }

    public Levels {
        references = Map.copyOf(references);
    }

    /// How loud a sound is.
    ///
    /// @param lufs over its whole length; NaN where it is not known
    /// @param truePeakDbtp NaN where it is not known
    public record Level(double lufs, double truePeakDbtp) {
        public static final Level UNKNOWN = new Level(Double.NaN, Double.NaN);

        /// By how much it can be raised without a peak above full scale, in dB; 0 where that is not known.
        double room() {
            return Double.isNaN(truePeakDbtp) ? 0 : Math.clamp(-truePeakDbtp, 0, MOST);
        }

        boolean isMusic() {
            return lufs > SOFTEST;
        }
    }

    /// The same with a master of another loudness.
    public Levels withMaster(Level now) {
        return new Levels(print, now, other, otherMaster, references, coded);
    }

    /// Of what is wanted.
    public Level of(Audition.Wanted wanted) {
        if (!wanted.reference().isEmpty()) {
            return new Level(references.getOrDefault(wanted.reference(), Double.NaN), Double.NaN);
        }
        if (wanted.coded() == Audition.Coded.SOUND) {
            return coded;
        }
        if (wanted.other()) {
            return wanted.bypass() ? other : otherMaster;
        }
        return wanted.bypass() ? print : master;
    }

    /// The loudness at which the master and what is compared with it are heard, in LUFS; NaN where that of the master
    /// is
    /// not known.
    ///
    /// @param compared with the master
    /// @param playbackDb by how much the master is played louder or softer than it is
    public double common(Set<Audition.Wanted> compared, double playbackDb) {
        double common = master.lufs + playbackDb;
        for (Audition.Wanted each : compared) {
            Level level = of(each);
            if (level.isMusic() && !each.equals(Audition.Wanted.MASTER)) {
                common = Math.min(common, level.lufs + level.room());
            }
        }
        return common;
    }

    /// By how much what is wanted is to be turned up or down for the listener, in dB.
    ///
    /// @param compared what is compared with the master at one loudness; empty where everything is heard as it is
    /// @param playbackDb by how much the master is played louder or softer than it is; what is compared follows
    public double gainDb(Audition.Wanted wanted, Set<Audition.Wanted> compared, double playbackDb) {
        if (wanted.coded() == Audition.Coded.DIFFERENCE) {
            // As loud as it is in what one hears of the master.
            return gainDb(Audition.Wanted.MASTER, compared, playbackDb);
        }
        boolean played = wanted.equals(Audition.Wanted.MASTER) || wanted.coded() == Audition.Coded.SOUND;
        double asItIs = played ? playbackDb : 0;
        return compared.isEmpty() ? bounded(asItIs, playbackDb) : towards(common(compared, playbackDb), wanted, asItIs);
    }

    /// By how much what is wanted is to be turned up or down to be heard at a loudness, in dB; up no further than its
    /// peaks have room.
    ///
    /// @param lufs NaN where it is not known
    /// @param otherwise what becomes of it where one of the two is not known
    public double towards(double lufs, Audition.Wanted wanted, double otherwise) {
        Level own = of(wanted);
        boolean known = own.isMusic() && !Double.isNaN(lufs);
        double most = Math.max(own.room(), otherwise);
        return bounded(known ? Math.min(lufs - own.lufs, most) : otherwise, otherwise);
    }

    private static double bounded(double db, double playbackDb) {
        return Math.clamp(db, LEAST, Math.max(MOST, playbackDb));
    }
}
