package studio.headroom.files.audio;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.aac.AacStream;
import studio.headroom.files.audio.codec.AudioFileException;
import studio.headroom.files.audio.codec.AudioFileStream;
import studio.headroom.files.audio.codec.FileBytes;
import studio.headroom.files.audio.codec.SourceStream;
import studio.headroom.files.audio.flac.FlacStream;
import studio.headroom.files.audio.mp3.Mp3Stream;
import studio.headroom.files.audio.ogg.OggFiles;
import studio.headroom.files.audio.pcm.PcmSource;

/// The kinds of sound files that Headroom reads itself, told apart by content and not by name.
enum FileKind {
    PCM,
    FLAC,
    OGG,
    AAC,
    MP3,
    UNKNOWN;

    private static final int START_BYTES = 64;

    /// @throws FileException when the file cannot be read at all
    static FileKind of(Path path) throws FileException {
        try (FileBytes file = FileBytes.open(path)) {
            byte[] start = file.bytes(0, (int) Math.min(START_BYTES, file.size()));
            if (PcmSource.matches(start)) {
                return PCM;
            }
            if (OggFiles.matches(start)) {
                return OGG;
            }
            if (FlacStream.matches(file)) {
                return FLAC;
            }
            if (AacStream.matches(file)) {
                return AAC;
            }
            return Mp3Stream.matches(file) ? MP3 : incomplete(start);
        } catch (IOException e) {
            throw FileException.reading(path, e);
        }
    }

    /// A header that ends within its first bytes is still one: its reader says that it is cut short.
    private static FileKind incomplete(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.startsWith("RIFF") && text.length() < 12 || text.startsWith("FORM") && text.length() < 12) {
            return PCM;
        }
        return text.startsWith("OggS") ? OGG : UNKNOWN;
    }

    /// Opens a file of this kind.
    ///
    /// @throws AudioFileException that [AudioFileException#isUnsupported()] where another program may know better
    AudioFileStream open(Path path) throws FileException {
        return switch (this) {
            case PCM -> new SourceStream(PcmSource.open(path));
            case FLAC -> FlacStream.open(path);
            case OGG -> OggFiles.open(path);
            case AAC -> AacStream.open(path);
            case MP3 -> Mp3Stream.open(path);
            case UNKNOWN ->
                throw AudioFileException.unsupported(
                        path, "it is no sound file that Headroom knows, whatever its name says");
        };
    }
}
