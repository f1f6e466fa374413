package studio.headroom.engine.media;

import studio.headroom.concurrent.RealTime;

/// Where a track's samples come from while it renders. Live it answers from memory that the disk thread fills ahead,
/// offline straight from the file. One thread at a time.
public interface MediaReader {
    /// Fills `target[channel][offset .. offset + count)` with the frames of the media from `start` on; outside of the
    /// media there is silence.
    @RealTime
    void read(long start, float[][] target, int offset, int count);
}
