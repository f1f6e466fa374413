package studio.headroom.files.audio.pcm;

import studio.headroom.audio.AudioFormat;
import studio.headroom.files.audio.codec.SampleFormat;

/// A file format around uncompressed samples, as it is written.
interface PcmContainer {
    AudioFormat format();

    SampleFormat samples();

    /// Most bytes of sound that the format can hold.
    long maxDataBytes();

    /// What to advise when the sound is longer.
    String overflowAdvice();

    boolean bigEndian();

    /// Everything before the samples. Its length does not depend on `dataBytes`.
    byte[] header(long dataBytes);
}
