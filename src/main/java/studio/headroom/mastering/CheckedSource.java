package studio.headroom.mastering;

import java.io.IOException;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSource;
import studio.headroom.files.audio.codec.AudioFileException;
import studio.headroom.files.audio.codec.AudioFileSource;

/// A sound file whose samples are all numbers: the first that is none is an error and not a silence.
final class CheckedSource implements SampleSource {
    private final AudioFileSource file;

    CheckedSource(AudioFileSource file) {
        this.file = file;
    }

    @Override
    public AudioFormat format() {
        return file.format();
    }

    @Override
    public long frames() {
        return file.frames();
    }

    @Override
    public void read(long start, float[][] target, int offset, int count) throws IOException {
        file.read(start, target, offset, count);
        if (file.invalidSamples() > 0) {
            throw noNumbers(file.info().path().toString());
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    static AudioFileException noNumbers(String path) {
        return new AudioFileException("'" + path + "' is damaged: it holds samples that are not numbers."
                + " Export it again from the program that made it.");
    }
}
