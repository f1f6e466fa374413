package studio.headroom.engine;

import studio.headroom.concurrent.RealTime;

/// What an insert says of itself after it was rendered. The thread that renders it.
@RealTime
public interface InsertState {
    /// The gain reduction of the last chunk in dB, 0 or negative, as far as it is heard.
    double gainReductionDb();

    /// How far the sound has moved the gain of a band of the effect, in dB; 0 for one that it does not have.
    ///
    /// @param band from 0
    double bandGainDb(int band);

    /// How much of the effect is heard at the end of the chunk: 1 of one that is on, 0 of one that is bypassed, between
    /// while it fades.
    double wet();

    /// Frames by which the effect makes the signal late; the same from one chunk to the next.
    int latency();
}
