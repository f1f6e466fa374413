package studio.headroom.engine.live;

/// How playing goes, at one moment.
///
/// @param playing whether the transport runs
/// @param frame of the timeline that is heard
/// @param device name of what plays; the stand-in's while the device is not there
/// @param format of the line, for people
/// @param latencyFrames from a move of a control until it is heard, as far as the program knows: the line's buffer and
///     what the effects add
/// @param load share of its time that the last block took
/// @param blocks played
/// @param lateBlocks of these came late: the line had run dry, or the disk was too slow
/// @param starvedBlocks of the late ones, those that the disk was too slow for
/// @param heaviest the effect that takes most of the time, with how much of it, or empty
/// @param heaviestLoad its share of the time
public record EngineStatus(
        boolean playing,
        long frame,
        String device,
        String format,
        long latencyFrames,
        double load,
        long blocks,
        long lateBlocks,
        long starvedBlocks,
        String heaviest,
        double heaviestLoad) {
    /// As [#latencyFrames()], in milliseconds.
    ///
    /// @param sampleRate of the song
    public double latencyMs(int sampleRate) {
        return 1000.0 * latencyFrames / sampleRate;
    }
}
