package studio.headroom.mastering.coded;

import java.util.List;
import java.util.OptionalDouble;
import studio.headroom.dsp.loudness.LoudnessReport;

/// What a coding does to a master, measured on the file that a delivery writes, as it is decoded.
///
/// @param master the part of the master that is delivered, as one hears it in the Master view
/// @param coded the decoded file
/// @param difference the decoded file minus the master
/// @param asSet the file as it was made first: with the chain's limiter as it is set, before any room was made for
///     what coding adds to the peaks
/// @param kept the file as it is delivered
/// @param ceilingDbtp what the file's true peaks stay at or under
/// @param limiterDbtp what the final limiter had to be set to for that
/// @param passes how often limiter and file were made
/// @param thirds by third of an octave from 20 Hz to 20 kHz
/// @param cutoffHz above which everything is gone that the master had; empty where its highest tones are there
public record CodedFigures(
        LoudnessReport master,
        LoudnessReport coded,
        LoudnessReport difference,
        Peaks asSet,
        Peaks kept,
        OptionalDouble ceilingDbtp,
        double limiterDbtp,
        int passes,
        List<Third> thirds,
        OptionalDouble cutoffHz) {
    /// What is taken off a ceiling to be sure of it, in dB, is no lowering.
    private static final double MARGIN = 0.06;

    public CodedFigures {
        thirds = List.copyOf(thirds);
    }

    /// Peaks of a decoded file.
    ///
    /// @param truePeakDbtp the highest
    /// @param samples of all channels above 0 dBTP
    /// @param places in which these lie
    public record Peaks(double truePeakDbtp, long samples, int places) {}

    /// Mean levels in a third of an octave, in dBFS; -∞ for silence.
    public record Third(double hertz, double masterDb, double codedDb, double differenceDb) {
        /// How far the difference lies below the master, in dB; NaN where the master is silent.
        public double belowDb() {
            return masterDb == Double.NEGATIVE_INFINITY ? Double.NaN : masterDb - differenceDb;
        }
    }

    /// By how much the coded sound is louder than the master, in LU; 0 where one of them has no loudness.
    public double louderLu() {
        double lu = coded.integratedLufs() - master.integratedLufs();
        return Double.isFinite(lu) ? lu : 0;
    }

    /// How far the difference lies below the master as a whole (root mean squares), in dB; infinite where there is
    /// none.
    public double belowDb() {
        return master.rmsDbfs() - difference.rmsDbfs();
    }

    /// By how much the limiter was set lower than the ceiling, so that the decoded file keeps it, in dB; 0 where it was
    /// not.
    public double loweredDb() {
        double lower = ceilingDbtp.orElse(limiterDbtp) - limiterDbtp;
        return lower > MARGIN ? lower : 0;
    }

    /// By how much the difference can be raised to be heard, in dB: as asked, and never so far that it gets louder than
    /// the master or its peaks higher. Less than 0 where it is that already.
    public double raiseDb(double asked) {
        double room = Math.min(
                master.truePeakDbtp() - difference.truePeakDbtp(),
                master.maxMomentaryLufs() - difference.maxMomentaryLufs());
        return Double.isNaN(room) ? 0 : Math.min(asked, room);
    }
}
