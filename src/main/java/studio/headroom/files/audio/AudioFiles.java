package studio.headroom.files.audio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.AtomicFile;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.codec.AudioFileException;
import studio.headroom.files.audio.codec.AudioFileInfo;
import studio.headroom.files.audio.codec.AudioFileSource;
import studio.headroom.files.audio.codec.AudioFileStream;
import studio.headroom.files.audio.codec.Encoder;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.GuardedStream;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.audio.codec.Tags;
import studio.headroom.files.audio.external.FfmpegStream;
import studio.headroom.files.audio.flac.FlacEncoder;
import studio.headroom.files.audio.mp3.Mp3Encoder;
import studio.headroom.files.audio.ogg.OggFiles;
import studio.headroom.files.audio.ogg.OpusEncoding;
import studio.headroom.files.audio.pcm.PcmEncoder;
import studio.headroom.files.audio.pcm.PcmSource;
import studio.headroom.files.audio.tags.TagFiles;

/// Reads and writes sound files. What a file holds is told by its content when it is read, and by its ending when it is
/// written. Every error names the file and what can be done.
public final class AudioFiles {
    private static final String WRITABLE = ".wav, .aif, .aiff, .flac, .mp3 and .opus can be written";

    /// Beyond this the tag library counts wrongly.
    private static final long MAX_TAGGED_BYTES = Integer.MAX_VALUE;

    private AudioFiles() {}

    /// Opens a sound file of any kind, by content. What Headroom does not read itself is read through ffmpeg where that
    /// is installed; [AudioFileInfo#reader()] says so.
    ///
    /// @throws FileException when it is damaged, incomplete or no sound file
    public static AudioFileStream open(Path path) throws FileException {
        try {
            return new GuardedStream(FileKind.of(path).open(path));
        } catch (AudioFileException e) {
            if (e.isUnsupported()) {
                return new GuardedStream(FfmpegStream.open(path, e));
            }
            throw e;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw AudioFileException.damaged(path, "its header cannot be decoded", e);
        }
    }

    /// Whether [#source] is for the file. WAV and AIFC with codings that are not PCM are not: see [#open].
    public static boolean isPcm(Path path) throws FileException {
        if (FileKind.of(path) != FileKind.PCM) {
            return false;
        }
        try (PcmSource source = PcmSource.open(path)) {
            return true;
        } catch (AudioFileException e) {
            return !e.isUnsupported();
        } catch (IOException e) {
            throw FileException.reading(path, e);
        }
    }

    /// Opens a WAV, RF64, BW64, AIFF or AIFC file for reading from any frame.
    ///
    /// @throws FileException when it is damaged, incomplete or of another kind
    public static AudioFileSource source(Path path) throws FileException {
        if (!isPcm(path)) {
            throw new AudioFileException("'" + path + "' is not a WAV or AIFF file. Import it first.");
        }
        return PcmSource.open(path);
    }

    /// What a sound file is.
    public static AudioFileInfo info(Path path) throws FileException {
        try (AudioFileStream stream = open(path)) {
            return stream.info();
        } catch (IOException e) {
            throw FileException.reading(path, e);
        }
    }

    /// What a sound file says about itself; empty where it says nothing or nothing that can be read.
    public static Tags tags(Path path) throws FileException {
        FileKind kind = FileKind.of(path);
        if (kind == FileKind.PCM && !isPcm(path)) {
            return Tags.NONE;
        }
        return switch (kind) {
            case PCM, FLAC, MP3, AAC -> {
                TagPlace place = TagPlace.of(kind, path);
                yield place.bytes() > TagPlace.MAX_BYTES ? Tags.NONE : TagFiles.read(path, place.ending());
            }
            case OGG -> OggFiles.tags(path);
            case UNKNOWN -> Tags.NONE;
        };
    }

    /// Changes the tags of an existing file: fields that are set in `tags` replace those of the file. The sound
    /// stays as it is, and so does the file when anything goes wrong.
    ///
    /// @throws FileException where the kind of file cannot hold tags, or they cannot be written
    public static void writeTags(Path path, Tags tags) throws FileException {
        FileKind kind = FileKind.of(path);
        try (AtomicFile file = AtomicFile.create(path)) {
            switch (kind) {
                case PCM, FLAC, MP3 -> {
                    TagPlace place = TagPlace.of(kind, path);
                    if (place.bytes() > TagPlace.MAX_BYTES || Files.size(path) > MAX_TAGGED_BYTES) {
                        throw new AudioFileException("The tags of '" + path + "' cannot be changed: it is too large.");
                    }
                    Files.copy(path, file.temporary(), StandardCopyOption.REPLACE_EXISTING);
                    TagFiles.write(file.temporary(), place.ending(), tags, path);
                }
                case OGG -> OggFiles.copyWithTags(path, file.temporary(), tags);
                case AAC, UNKNOWN ->
                    throw new AudioFileException("The tags of '" + path
                            + "' cannot be changed: that is possible in WAV, AIFF, FLAC, MP3 and Opus files.");
            }
            file.commit();
        } catch (IOException e) {
            throw FileException.writing(path, e);
        }
    }

    /// Begins a sound file; its ending tells its kind: .wav, .aif, .aiff, .flac, .mp3 or .opus. The file
    /// takes its place when the writer is closed.
    ///
    /// @throws FileException when the place cannot be written, the ending is another one, or the kind cannot
    ///     hold the format or settings
    public static AudioFileWriter create(Path path, AudioFormat format, EncoderSettings settings) throws FileException {
        String ending = ending(path);
        checkEnding(path, ending);
        AtomicFile file = AtomicFile.create(path);
        try {
            boolean opus = ending.equals("opus");
            boolean integers = !settings.samples().floating() || opus || ending.equals("mp3");
            Encoder encoder = encoder(ending, file.temporary(), format, settings);
            // Opus has its tags at its beginning: the encoder has written them.
            Tags later = opus ? Tags.NONE : settings.tags();
            return new AudioFileWriter(
                    format,
                    file,
                    encoder,
                    integers,
                    later.isEmpty(),
                    finished -> writeTags(finished, ending, later, path));
        } catch (IOException e) {
            file.close();
            throw FileException.writing(path, e);
        } catch (RuntimeException e) {
            file.close();
            throw new AudioFileException("'" + path + "' cannot be encoded.", e);
        }
    }

    /// The samples a file of this ending can hold that are nearest to `wanted`, so that "24 bits" may be asked of any.
    public static SampleFormat nearest(Path path, SampleFormat wanted) {
        if (!ending(path).equals("flac")) {
            return wanted;
        }
        return wanted.bits() > 24 ? SampleFormat.INT24 : wanted;
    }

    private static void checkEnding(Path path, String ending) throws AudioFileException {
        switch (ending) {
            case "wav", "aif", "aiff", "flac", "mp3", "opus" -> {}
            case "ogg", "m4a", "aac", "mp4" ->
                throw new AudioFileException(
                        "'" + path + "' cannot be written: ." + ending + " files are only read. " + WRITABLE + ".");
            default ->
                throw new AudioFileException("'" + path + "' cannot be written: "
                        + (ending.isEmpty() ? "its name has no ending" : "." + ending + " files are not known") + ". "
                        + WRITABLE + ".");
        }
    }

    private static Encoder encoder(String ending, Path path, AudioFormat format, EncoderSettings settings)
            throws IOException {
        return switch (ending) {
            case "wav" -> PcmEncoder.wav(path, format, settings);
            case "flac" -> new FlacEncoder(path, format, settings);
            case "mp3" -> new Mp3Encoder(path, format, settings);
            case "opus" -> new OpusEncoding(path, format, settings);
            default -> PcmEncoder.aiff(path, format, settings);
        };
    }

    /// @return a warning, or nothing
    private static String writeTags(Path finished, String ending, Tags tags, Path named) throws IOException {
        if (tags.isEmpty()) {
            return "";
        }
        if (Files.size(finished) > MAX_TAGGED_BYTES) {
            return "'" + named + "' has no tags: they cannot be put into files over 2 GB.";
        }
        TagFiles.write(finished, ending, tags, named);
        return "";
    }

    private static String ending(Path path) {
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
