package studio.headroom.app.play;

import java.io.IOException;
import java.nio.file.Path;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSink;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.SampleFormat;

/// The file that takes what would have been heard.
public final class Recording {
    private Recording() {}

    /// Stereo, 32-bit float where the file's coding has that, so that nothing that was played is lost.
    ///
    /// @param path whose ending says what it is
    public static SampleSink create(String path, int sampleRate) throws IOException {
        Path file = Path.of(path);
        SampleFormat format = AudioFiles.nearest(file, SampleFormat.FLOAT32);
        return AudioFiles.create(file, new AudioFormat(sampleRate, 2), EncoderSettings.of(format));
    }
}
