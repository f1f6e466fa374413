package studio.headroom.files.audio;

import java.io.IOException;
import java.nio.file.Path;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.codec.AudioFileException;
import studio.headroom.files.audio.codec.AudioFileStream;
import studio.headroom.files.audio.flac.FlacStream;
import studio.headroom.files.audio.mp3.Mp3Stream;
import studio.headroom.files.audio.pcm.PcmSource;

/// Where tags lie in a file.
///
/// @param ending says what the content is, whatever the name says: `wav`, `aif`, `flac`, `mp3`, `m4a`, or empty where
///     there is no place for tags
/// @param bytes of the file that are no sound: no tag can be larger
record TagPlace(String ending, long bytes) {
    /// Tags are read into memory as a whole, so larger ones are let be.
    static final long MAX_BYTES = 64L << 20;

    static TagPlace of(FileKind kind, Path path) throws FileException {
        try {
            return switch (kind) {
                case PCM -> {
                    try (PcmSource source = PcmSource.open(path)) {
                        boolean aiff = source.info().container().startsWith("AIF");
                        yield new TagPlace(aiff ? "aif" : "wav", source.otherBytes());
                    }
                }
                case FLAC -> {
                    try (FlacStream stream = FlacStream.open(path)) {
                        yield new TagPlace("flac", stream.otherBytes());
                    }
                }
                case MP3 -> {
                    try (Mp3Stream stream = Mp3Stream.open(path)) {
                        yield new TagPlace("mp3", stream.otherBytes());
                    }
                }
                case AAC -> {
                    try (AudioFileStream stream = kind.open(path)) {
                        yield new TagPlace(stream.info().container().equals("MP4") ? "m4a" : "", 0);
                    } catch (AudioFileException e) {
                        // Other codings in MP4 have tags in the same place.
                        yield new TagPlace(e.isUnsupported() ? "m4a" : "", 0);
                    }
                }
                case OGG, UNKNOWN -> new TagPlace("", 0);
            };
        } catch (IOException e) {
            throw FileException.reading(path, e);
        }
    }
}
