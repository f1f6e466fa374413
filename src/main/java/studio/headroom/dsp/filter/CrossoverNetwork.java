package studio.headroom.dsp.filter;

import studio.headroom.concurrent.RealTime;

/// Splits one or two channels into bands, to be changed one by one, and adds them up again. Bands that are left alone
/// add up to what came in, but for a phase or a delay that all of them share.
///
/// First [#setCrossover] for all and [#clear], then parts of sub-blocks: [#split], changes in [#band], [#join].
public interface CrossoverNetwork {
    /// By how many frames all bands are late; never changes.
    @RealTime
    int latency();

    /// An upper bound of the frames after the end of the input until all bands have fallen by 90 dB, latency not
    /// counted.
    ///
    /// @param lowest crossover, in Hz
    long tail(double lowest);

    /// @param index of the crossover, from the lowest; frequencies must not fall from one to the next
    @RealTime
    void setCrossover(int index, double hertz);

    /// Starts from silence, with the crossovers where they were set.
    @RealTime
    void clear();

    /// The present part of a band, planar, from frame 0 on; to be changed in place between [#split] and [#join].
    @RealTime
    float[][] band(int index);

    /// Fills the bands from `io[channel][offset .. offset + n)`.
    @RealTime
    void split(float[][] io, int offset, int n);

    /// Sets `out[channel][offset .. offset + n)` to the sum of the bands.
    @RealTime
    void join(float[][] out, int offset, int n);

    /// Clears what is spoilt or too small to matter. To be called at the end of each sub-block.
    @RealTime
    void flush();
}
