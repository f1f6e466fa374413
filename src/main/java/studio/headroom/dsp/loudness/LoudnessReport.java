package studio.headroom.dsp.loudness;

import java.util.List;
import studio.headroom.audio.Decibels;

/// What was measured on a whole program. Levels of silence are -∞.
///
/// @param integratedLufs gated loudness (ITU-R BS.1770-5); -∞ also for less than 400 ms
/// @param loudnessRangeLu EBU Tech 3342; 0 for less than 3 s
/// @param maxMomentaryLufs largest loudness of 400 ms
/// @param maxShortTermLufs largest loudness of 3 s
/// @param truePeakDbtp largest true peak of all channels
/// @param samplePeakDbfs largest sample of all channels
/// @param plrDb peak to loudness ratio: true peak less integrated loudness; 0 where there is no loudness
/// @param correlation of the first two channels, -1 to 1; 1 for one channel, 0 where one of the two is silent
/// @param balanceDb root mean square of the first channel over that of the second
/// @param dcOffset largest mean of all channels by magnitude, with its sign; full scale is 1
/// @param clippedSamples samples of all channels at or above full scale
/// @param invalidSamples samples of all channels that were NaN or infinite, taken as silence
/// @param frames length
/// @param channels one for each
/// @param distribution how often it was how loud; its range is `loudnessRangeLu`
public record LoudnessReport(
        double integratedLufs,
        double loudnessRangeLu,
        double maxMomentaryLufs,
        double maxShortTermLufs,
        double truePeakDbtp,
        double samplePeakDbfs,
        double plrDb,
        double correlation,
        double balanceDb,
        double dcOffset,
        long clippedSamples,
        long invalidSamples,
        long frames,
        List<Channel> channels,
        LoudnessDistribution distribution) {
    public LoudnessReport {
        channels = List.copyOf(channels);
    }

    /// Root mean square of all channels together in dBFS, where a full-scale sine reads -3.01; -∞ for silence.
    public double rmsDbfs() {
        double power = 0;
        for (Channel channel : channels) {
            power += Math.pow(10, channel.rmsDbfs / 10) / channels.size();
        }
        return Decibels.fromPower(power);
    }

    /// Crest factor: the largest sample over the root mean square, in dB; a sine has 3.01, silence 0.
    public double crestDb() {
        double rms = rmsDbfs();
        return Double.isFinite(rms) ? samplePeakDbfs - rms : 0;
    }

    /// What was measured on one channel.
    ///
    /// @param rmsDbfs root mean square; a full-scale sine reads -3.01
    /// @param truePeakDbtp largest true peak
    /// @param samplePeakDbfs largest sample
    /// @param dcOffset mean; full scale is 1
    public record Channel(double rmsDbfs, double truePeakDbtp, double samplePeakDbfs, double dcOffset) {}

    /// Puts together what finished meters of the same stream say. The meters may have run on different threads.
    ///
    /// @param channelCount channels of the stream
    public static LoudnessReport of(
            LoudnessMeter loudness, PeakMeter peaks, SignalStatistics statistics, int channelCount, long frames) {
        double integrated = loudness.integratedLufs();
        double truePeak = peaks.truePeakDbtp();
        LoudnessDistribution distribution = loudness.distribution();
        Channel[] channels = new Channel[channelCount];
        for (int i = 0; i < channelCount; i++) {
            channels[i] = new Channel(
                    statistics.rmsDbfs(i), peaks.truePeakDbtp(i), peaks.samplePeakDbfs(i), statistics.dcOffset(i));
        }
        return new LoudnessReport(
                integrated,
                distribution.rangeLu(),
                loudness.maxMomentaryLufs(),
                loudness.maxShortTermLufs(),
                truePeak,
                peaks.samplePeakDbfs(),
                Double.isFinite(integrated) ? truePeak - integrated : 0,
                statistics.correlation(),
                statistics.balanceDb(),
                statistics.dcOffset(),
                peaks.clippedSamples(),
                peaks.invalidSamples(),
                frames,
                List.of(channels),
                distribution);
    }
}
