package studio.headroom.dsp.convolution;

import studio.headroom.concurrent.RealTime;

/// How long a linear-phase response is, and how it is cut for a [PartitionedConvolver].
///
/// Of filters for music (20 Hz and up), what a length cannot hold grows with Q and as the frequency falls: the response
/// of a band of frequency f and Q falls by 27 dB every Q / f seconds.
///
/// @param partition frames of a partition, a power of two
/// @param partitions an even number of them
public record LinearPhaseLength(int partition, int partitions) {
    /// 85 ms late at 48, 96 and 192 kHz, 93 ms at the multiples of 44.1 kHz.
    public static LinearPhaseLength usual(int sampleRate) {
        return new LinearPhaseLength(512 * multiple(sampleRate), 14);
    }

    /// 341 ms late at 48, 96 and 192 kHz, 372 ms at the multiples of 44.1 kHz, for narrow bands in the bass.
    public static LinearPhaseLength fine(int sampleRate) {
        return new LinearPhaseLength(1024 * multiple(sampleRate), 30);
    }

    /// The tap in the middle: `half` taps are before it, of which the first is 0, and one less behind it.
    @RealTime
    public int half() {
        return partition * partitions / 2;
    }

    public int taps() {
        return partition * partitions;
    }

    /// Frames by which the convolver's output is late: half the response and a partition.
    @RealTime
    public int latency() {
        return half() + partition;
    }

    private static int multiple(int sampleRate) {
        return sampleRate <= 50_000 ? 1 : sampleRate <= 100_000 ? 2 : 4;
    }
}
