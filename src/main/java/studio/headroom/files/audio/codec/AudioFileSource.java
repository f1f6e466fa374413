package studio.headroom.files.audio.codec;

import studio.headroom.audio.SampleSource;

/// A sound file that can be read from any frame.
public interface AudioFileSource extends SampleSource {
    AudioFileInfo info();

    /// How many samples read so far were not a number or infinite. They were delivered as 0.
    long invalidSamples();
}
