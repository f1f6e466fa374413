package studio.headroom.engine;

import studio.headroom.concurrent.RealTime;

/// Watches a strip while it is rendered: levels and the time it takes. Called by the thread that renders the strip.
@RealTime
public interface StripProbe {
    /// An insert is about to be rendered.
    ///
    /// @param index of the insert in the graph's strip
    /// @param io what comes to it, `[channels][frame]` or more rows; read only
    /// @param frames that will be rendered
    void before(int index, float[][] io, int channels, int frames);

    /// An insert has been rendered.
    ///
    /// @param index of the insert in the graph's strip
    /// @param io what leaves it, `[channels][frame]` or more rows; read only
    /// @param state what the insert says of itself
    /// @param frames rendered
    /// @param nanos that it took
    void insert(int index, float[][] io, int channels, InsertState state, int frames, long nanos);

    /// The strip has been rendered.
    ///
    /// @param pre what comes to the fader, `[channels][frame]`, one channel or two
    /// @param post `[2][frame]`, what leaves the strip
    /// @param frames rendered
    /// @param nanos that it took, its inserts among it
    void strip(float[][] pre, float[][] post, int frames, long nanos);
}
