package studio.headroom.ui.inspector;

/// What is known of a strip from its meters. NaN where something is not known; levels in dBFS.
///
/// @param name of the strip
/// @param output whose name it feeds; empty for the master
/// @param highestDb the highest peak after the fader since the meter was cleared
/// @param clipped samples beyond full scale since then
/// @param recentDb the highest peak after the fader of the last seconds of sound
/// @param soundSeconds for how long there has been sound since the strip was selected
/// @param inputDb the highest peak before the effects, after the trim as it is now
/// @param trimDb the trim
/// @param correlation of left and right over the last seconds of sound, -1 to 1
/// @param widthPercent the width, where it has one
/// @param deepestDb the deepest gain reduction of the compressor in the last seconds, ≥ 0
/// @param meanReductionDb its mean while it works
/// @param deepSeconds for how long of these it was deeper than [Adviser#DEEP_DB]
/// @param thresholdDb the compressor's threshold
public record Measured(
        String name,
        String output,
        double highestDb,
        long clipped,
        double recentDb,
        double soundSeconds,
        double inputDb,
        double trimDb,
        double correlation,
        double widthPercent,
        double deepestDb,
        double meanReductionDb,
        double deepSeconds,
        double thresholdDb) {}
