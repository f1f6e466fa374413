package studio.headroom.files.audio.codec;

import studio.headroom.audio.SampleStream;

/// A sound file being read from its beginning to its end.
public interface AudioFileStream extends SampleStream {
    AudioFileInfo info();

    /// How many samples read so far were not a number or infinite. They were delivered as 0.
    long invalidSamples();

    @Override
    default long expectedFrames() {
        return info().frames();
    }
}
