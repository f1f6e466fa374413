package studio.headroom.mastering.check;

import java.util.List;
import java.util.Locale;
import studio.headroom.audio.AudioFormat;
import studio.headroom.dsp.loudness.SignalStatistics;

/// Means and levels of the channels over the whole: DC offset, and one side louder than the other.
final class BalanceDetector implements Detector {
    /// What is shown for a side that is silent.
    private static final double SILENT_SIDE_DB = 120;

    private final int channels;
    private final SignalStatistics statistics;

    BalanceDetector(AudioFormat format) {
        channels = format.channels();
        statistics = new SignalStatistics(format.sampleRate(), channels);
    }

    @Override
    public void process(float[][] chunk, int count, long at) {
        statistics.process(chunk, 0, count);
    }

    /// The mean of a channel, once all is in.
    double mean(int channel) {
        return statistics.dcOffset(channel);
    }

    @Override
    public void finish(long frames, List<Finding> findings) {
        statistics.finish();
        double offset = statistics.dcOffset();
        if (Math.abs(offset) > Limits.DC) {
            findings.add(Finding.at(
                            FindingKind.DC_OFFSET,
                            Severity.WARNING,
                            new Place(0, frames, offset * 100),
                            Limits.DC * 100,
                            String.format(
                                    Locale.ROOT,
                                    "The wave does not swing around zero but around %+.2f %% of full scale: that costs"
                                            + " loudness, and edits and the beginning click.",
                                    offset * 100))
                    .fixedBy(Fix.Action.LOW_CUT, 20));
        }
        double balance = Math.clamp(statistics.balanceDb(), -SILENT_SIDE_DB, SILENT_SIDE_DB);
        if (channels < 2 || Math.abs(balance) <= Limits.IMBALANCE) {
            return;
        }
        boolean silent = Math.abs(balance) == SILENT_SIDE_DB;
        String louder = balance > 0 ? "left" : "right";
        String softer = balance > 0 ? "right" : "left";
        Place all = new Place(0, frames, balance);
        if (silent) {
            findings.add(Finding.at(
                    FindingKind.IMBALANCE,
                    Severity.ERROR,
                    all,
                    Limits.IMBALANCE,
                    "The " + softer + " side is silent: all sound comes from the " + louder + "."));
        } else {
            findings.add(Finding.at(
                            FindingKind.IMBALANCE,
                            Severity.WARNING,
                            all,
                            Limits.IMBALANCE,
                            String.format(
                                    Locale.ROOT,
                                    "The %s side is %.1f dB louder than the %s: the mix leans to one side.",
                                    louder,
                                    Math.abs(balance),
                                    softer))
                    .fixedBy(Fix.Action.BALANCE, balance));
        }
    }
}
