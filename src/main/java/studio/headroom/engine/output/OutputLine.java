package studio.headroom.engine.output;

/// An open way to a listener's ears. [#write] and [#pendingFrames] belong to the audio thread; [#close] may come from
/// any other thread at any time, also while a write waits, which then returns.
public interface OutputLine extends AutoCloseable {
    /// How a write went.
    enum Outcome {
        /// There was sound left to play when this block came.
        ON_TIME,
        /// The line had run dry: there was a gap in what was heard. Never for the first write after opening.
        LATE,
        /// The device is gone or refuses to go on; nothing more can be written.
        LOST
    }

    /// Hands on one block and waits until there is room for it. Allocates nothing.
    ///
    /// @param stereo `[2][frame]`, full scale ±1; what lies beyond is clipped where the format has no room for it
    /// @param frames 1 to the block size that was asked for
    Outcome write(float[][] stereo, int frames);

    /// Frames written that have not been heard yet, as far as the device tells.
    long pendingFrames();

    /// Frames that the line holds at most: its share of the latency.
    int bufferFrames();

    /// Whether writes wait for time to pass. A file takes sound as fast as it comes.
    boolean realTime();

    /// For people: `24 bit, 48000 Hz, 2 channels`.
    String format();

    /// Ends the sound at once and gives the device back. Never throws, and never waits for the device to answer.
    @Override
    void close();

    /// Lets what was written be heard to its end, at most a second longer than it takes; then as [#close]. Not the
    /// audio thread.
    ///
    /// @throws DeviceException when what was written could not be completed, such as a file on a full disk
    void finish() throws DeviceException;
}
