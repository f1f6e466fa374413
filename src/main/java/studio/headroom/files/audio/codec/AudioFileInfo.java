package studio.headroom.files.audio.codec;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.AudioFormat;

/// What a sound file is, as told by its content, whatever its name says.
///
/// @param container `WAV`, `RF64`, `BW64`, `AIFF`, `AIFC`, `FLAC`, `MP3`, `Ogg`, `MP4`, `ADTS` or what ffmpeg calls it
/// @param codec the coding for people, such as `PCM 24-bit` or `Opus`
/// @param samples how samples are stored; null for lossy codings
/// @param frames length, or -1 where only decoding can tell
/// @param timeReference frames from midnight to the first frame as stored in a `bext` chunk, or -1
/// @param reader the program that reads it, empty for Headroom itself
public record AudioFileInfo(
        Path path,
        String container,
        String codec,
        AudioFormat format,
        @Nullable SampleFormat samples,
        long frames,
        long timeReference,
        String reader) {

    /// An info of a file that Headroom reads itself and that has no time reference.
    public static AudioFileInfo of(
            Path path,
            String container,
            String codec,
            AudioFormat format,
            @Nullable SampleFormat samples,
            long frames) {
        return new AudioFileInfo(path, container, codec, format, samples, frames, -1, "");
    }

    /// Length in seconds, or -1 where only decoding can tell.
    public double seconds() {
        return frames < 0 ? -1 : (double) frames / format.sampleRate();
    }

    public AudioFileInfo withFrames(long length) {
        return new AudioFileInfo(path, container, codec, format, samples, length, timeReference, reader);
    }
}
