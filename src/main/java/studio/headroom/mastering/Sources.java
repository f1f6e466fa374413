package studio.headroom.mastering;

import java.io.IOException;
import java.nio.file.Path;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSource;
import studio.headroom.audio.SampleStream;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.ScratchAudio;

/// Sound files of any kind. A file that holds samples that are not numbers is an error as soon as one is met.
public final class Sources {
    private Sources() {}

    /// Opens a file to be read from its beginning to its end.
    ///
    /// @throws IOException that names the file and the cure
    public static SampleStream stream(Path file) throws IOException {
        return new CheckedStream(AudioFiles.open(file));
    }

    /// @throws FileException that names the file and the cure, where it has more channels than can be mastered
    public static void requireMonoOrStereo(AudioFormat format, Path file) throws FileException {
        if (format.channels() > 2) {
            throw new FileException("'" + file + "' has " + format.channels()
                    + " channels. Only mono and stereo can be mastered: fold it down first.");
        }
    }

    /// Opens a file to be read from any frame. PCM is read where it lies; anything else is decoded into a
    /// temporary file first.
    ///
    /// @throws IOException that names the file and the cure
    public static SampleSource randomAccess(Path file, Progress progress) throws IOException {
        return AudioFiles.isPcm(file) ? new CheckedSource(AudioFiles.source(file)) : decoded(file, progress);
    }

    private static SampleSource decoded(Path file, Progress progress) throws IOException {
        try (SampleStream stream = stream(file)) {
            ScratchAudio scratch = Scratch.audio(stream.format());
            boolean done = false;
            try {
                Conversion.copy(stream, scratch, "Decoding", Math.max(1, stream.expectedFrames()), progress);
                done = true;
                return scratch;
            } finally {
                if (!done) {
                    scratch.close();
                }
            }
        }
    }
}
