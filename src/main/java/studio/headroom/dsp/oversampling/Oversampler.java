package studio.headroom.dsp.oversampling;

import studio.headroom.audio.Timeline;
import studio.headroom.concurrent.RealTime;

/// Raises the rate of some channels by 1, 2, 4, 8 or 16 and lowers it again, in linear phase, through a cascade of
/// half-band filters. Flat within 0.01 dB up to 20 kHz from 44.1 kHz on; what would fold into that is at least 100
/// dB down. The whole way takes a whole number of frames.
///
/// The channels are interleaved: that makes the rows longer. Between [#up] and [#down] lies the signal at the higher
/// rate in [#planes], to be changed in place: row p at frame i, index i·channels + c, is sample i·factor + p. What
/// keeps no memory may take the rows in any order.
@RealTime
public final class Oversampler {
    /// The longest run, in frames.
    public static final int BLOCK = Timeline.SUB_BLOCK;

    private static final double ATTENUATION = 112;
    private static final double AUDIBLE = 20_000;

    private final int channels;
    private final HalfBand[] stages;
    /// `signals[s]` has 2^s planes.
    private final float[][][] signals;

    /// @param sampleRate the base rate in Hz
    /// @param factor 1, 2, 4, 8 or 16
    public Oversampler(int sampleRate, int factor, int channels) {
        if (Integer.bitCount(factor) != 1 || factor > 16) {
            throw new IllegalArgumentException("oversampling by " + factor);
        }
        this.channels = channels;
        int count = Integer.numberOfTrailingZeros(factor);
        stages = new HalfBand[count];
        signals = new float[count + 1][][];
        double passband = Math.min(Math.max(AUDIBLE / sampleRate, AUDIBLE / 48_000), AUDIBLE / 44_100);
        for (int s = 0; s <= count; s++) {
            signals[s] = new float[1 << s][channels * BLOCK];
            if (s < count) {
                stages[s] = new HalfBand(1 << s, channels, passband / (1 << s), ATTENUATION);
            }
        }
    }

    /// Frames by which [#down] is later than what went into [#up].
    public int latency() {
        int latency = 0;
        for (HalfBand stage : stages) {
            latency += stage.latency();
        }
        return latency;
    }

    /// The signal at the higher rate, one row for each sample of a frame.
    public float[][] planes() {
        return signals[stages.length];
    }

    public void clear() {
        for (HalfBand stage : stages) {
            stage.clear();
        }
    }

    /// @param in interleaved
    /// @param frames at most [#BLOCK]
    public void up(float[] in, int frames) {
        System.arraycopy(in, 0, signals[0][0], 0, frames * channels);
        for (int s = 0; s < stages.length; s++) {
            stages[s].up(signals[s], signals[s + 1], frames);
        }
    }

    /// @param out interleaved
    /// @param frames as many as in the last [#up]
    public void down(float[] out, int frames) {
        for (int s = stages.length - 1; s >= 0; s--) {
            stages[s].down(signals[s + 1], signals[s], frames);
        }
        System.arraycopy(signals[0][0], 0, out, 0, frames * channels);
    }
}
