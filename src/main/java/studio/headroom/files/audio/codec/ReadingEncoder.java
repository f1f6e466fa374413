package studio.headroom.files.audio.codec;

import java.io.IOException;

/// An encoder whose samples lie in the file as soon as they are written, so that they can be read again while it goes
/// on.
public interface ReadingEncoder extends Encoder {
    /// Reads frames that were written before, from the file and as whoever decodes it does.
    ///
    /// @param start the first frame
    /// @throws IOException also when the file does not hold them
    void readBack(long start, float[][] target, int offset, int count) throws IOException;
}
