package studio.headroom.mastering;

import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSink;

/// Looks at a file while that is decoded to be measured, so that nothing is decoded twice.
public interface FileLook {
    /// A file was written and is decoded from its beginning to its end. What was seen of one before, which did not keep
    /// its level, counts no more.
    ///
    /// @param frames that it should have; what a codec gives back may differ by a few
    /// @return hears all of it, on one thread or another, and is closed at its end
    SampleSink begin(AudioFormat format, long frames);
}
