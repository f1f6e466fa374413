package studio.headroom.dsp.resample;

/// Takes in frames at one rate and gives them out at another; output frame 0 is at the time of input frame 0. Silence
/// came before. The result does not depend on the sizes of the calls.
interface RateConverter {
    /// Frames that [#put] takes now; not 0 when [#ready] is 0.
    int room();

    /// Takes in up to [#room] frames.
    void put(float[][] in, int offset, int count);

    /// Frames that [#take] gives now.
    int ready();

    /// Gives out up to [#ready] frames.
    void take(float[][] out, int offset, int count);
}
