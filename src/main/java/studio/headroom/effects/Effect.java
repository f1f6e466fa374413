package studio.headroom.effects;

import org.jspecify.annotations.Nullable;
import studio.headroom.concurrent.RealTime;

/// One instance of an effect: the motion of its controls and the memory of its filters.
///
/// Prepared on a control thread, then owned by the thread that renders. The result does not depend on how a signal is
/// cut into calls of [#process]: one call of 4096 frames and 4096 calls of one frame give the same bits.
public interface Effect {
    /// Allocates and computes everything for a rate and a channel count and starts from silence with the given values
    /// reached. May be called again; anything before is forgotten.
    void prepare(Setup setup);

    /// Frames by which the output is late; constant from one [#prepare] to the next, whatever [#set] does.
    @RealTime
    int latency();

    /// An upper bound of the frames after the end of the input until the output has fallen by 90 dB, latency not
    /// counted.
    default long tail() {
        return 0;
    }

    /// Back to the state right after [#prepare], but with the values last set, all motions arrived.
    @RealTime
    void reset();

    /// Sets a control's target. Values of automatable controls are approached as their smoothing says, beginning with
    /// the next sub-block; others are ignored until the next [#prepare].
    ///
    /// @param param index in the type's [studio.headroom.param.ParamSet]
    /// @param plain a value inside the control's range
    @RealTime
    void set(int param, double plain);

    /// Changes `io[channel][offset .. offset + frames)` in place.
    ///
    /// @param io planar, as many rows as the type's output channels for the prepared input channels; where that is
    /// two
    ///     and the input is one, row 0 holds the input and row 1 is filled here
    /// @param key another signal to listen to, of one or two rows and the same frames, or null to listen to the
    /// input
    @RealTime
    void process(float[][] io, float @Nullable [][] key, int offset, int frames);

    /// The deepest gain reduction of the last [#process] in dB, 0 or negative; for meters.
    @RealTime
    default double gainReductionDb() {
        return 0;
    }

    /// How many bands of the effect show what they do by themselves; the same for every instance of a type, 0 for one
    /// that has no bands.
    @RealTime
    default int reductionBands() {
        return 0;
    }

    /// How far the sound has moved a band's gain in the last [#process], in dB: the deepest below 0, or the highest
    /// above 0 of a band that goes up; for meters.
    ///
    /// @param band from 0 to below [#reductionBands]
    @RealTime
    default double bandGainDb(int band) {
        return 0;
    }

    /// What an instance is prepared for.
    ///
    /// @param sampleRate frames per second
    /// @param channels input channels, 1 or 2
    /// @param values plain values by parameter index, inside their ranges
    record Setup(int sampleRate, int channels, double[] values) {
        public Setup {
            if (channels < 1 || channels > 2) {
                throw new IllegalArgumentException("effects take one or two channels, not " + channels);
            }
        }
    }
}
