package studio.headroom.engine;

import studio.headroom.concurrent.RealTime;

/// Watches a strip while it is rendered: levels and the time it takes. Called by the thread that renders the strip.
@RealTime
public interface StripProbe {
    /// An insert has been rendered.
    ///
    /// @param index of the insert in the graph's strip
    /// @param gainReductionDb 0 or negative
    /// @param frames rendered
    /// @param nanos that it took
    void insert(int index, double gainReductionDb, int frames, long nanos);

    /// The strip has been rendered.
    ///
    /// @param post `[2][frame]`, what leaves the strip
    /// @param frames rendered
    /// @param nanos that it took, its inserts among it
    void strip(float[][] post, int frames, long nanos);
}
