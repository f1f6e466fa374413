package studio.headroom.mastering;

import java.io.IOException;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleStream;
import studio.headroom.files.audio.codec.AudioFileStream;

/// A sound file, from its beginning to its end, whose samples are all numbers.
final class CheckedStream implements SampleStream {
    private final AudioFileStream file;

    CheckedStream(AudioFileStream file) {
        this.file = file;
    }

    @Override
    public AudioFormat format() {
        return file.format();
    }

    @Override
    public long expectedFrames() {
        return file.expectedFrames();
    }

    @Override
    public int read(float[][] target, int offset, int count) throws IOException {
        int read = file.read(target, offset, count);
        if (file.invalidSamples() > 0) {
            throw CheckedSource.noNumbers(file.info().path().toString());
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
