package studio.headroom.files.audio.tags;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jaudiotagger.audio.AudioFile;
import org.jaudiotagger.audio.AudioFileIO;
import org.jaudiotagger.audio.exceptions.CannotReadException;
import org.jaudiotagger.audio.exceptions.CannotWriteException;
import org.jaudiotagger.audio.exceptions.InvalidAudioFrameException;
import org.jaudiotagger.audio.exceptions.ReadOnlyFileException;
import org.jaudiotagger.audio.wav.WavOptions;
import org.jaudiotagger.audio.wav.WavSaveOptions;
import org.jaudiotagger.tag.FieldKey;
import org.jaudiotagger.tag.Tag;
import org.jaudiotagger.tag.TagException;
import org.jaudiotagger.tag.TagOptionSingleton;
import org.jaudiotagger.tag.flac.FlacTag;
import org.jaudiotagger.tag.id3.AbstractID3v2Frame;
import org.jaudiotagger.tag.id3.AbstractID3v2Tag;
import org.jaudiotagger.tag.id3.framebody.FrameBodyTXXX;
import org.jaudiotagger.tag.images.Artwork;
import org.jaudiotagger.tag.images.ArtworkFactory;
import org.jspecify.annotations.Nullable;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.codec.AudioFileException;
import studio.headroom.files.audio.codec.Cover;
import studio.headroom.files.audio.codec.Tags;

/// Reads and writes tags: ID3v2.3 in WAV (with a LIST INFO beside it), AIFF and MP3, Vorbis comments in FLAC, iTunes'
/// atoms in MP4 (read only).
public final class TagFiles {
    private static final int FRONT_COVER = 3;
    /// A tag that holds more than a picture of the largest size is not read.
    private static final long MAX_TAG_BYTES = 64L << 20;

    private static final Map<Tags.Field, FieldKey> KEYS = new EnumMap<>(Map.ofEntries(
            Map.entry(Tags.Field.TITLE, FieldKey.TITLE),
            Map.entry(Tags.Field.ARTIST, FieldKey.ARTIST),
            Map.entry(Tags.Field.ALBUM, FieldKey.ALBUM),
            Map.entry(Tags.Field.ALBUM_ARTIST, FieldKey.ALBUM_ARTIST),
            Map.entry(Tags.Field.TRACK, FieldKey.TRACK),
            Map.entry(Tags.Field.DATE, FieldKey.YEAR),
            Map.entry(Tags.Field.GENRE, FieldKey.GENRE),
            Map.entry(Tags.Field.ISRC, FieldKey.ISRC),
            Map.entry(Tags.Field.BARCODE, FieldKey.BARCODE),
            Map.entry(Tags.Field.COPYRIGHT, FieldKey.COPYRIGHT),
            Map.entry(Tags.Field.COMMENT, FieldKey.COMMENT)));

    static {
        TagOptionSingleton options = TagOptionSingleton.getInstance();
        options.setWavOptions(WavOptions.READ_ID3_UNLESS_ONLY_INFO_AND_SYNC);
        options.setWavSaveOptions(WavSaveOptions.SAVE_BOTH_AND_SYNC);
    }

    private TagFiles() {}

    /// The tags of a file, [Tags#NONE] where it has none that can be read.
    ///
    /// @param ending tells what the content is: wav, aif, flac, mp3 or m4a
    public static Tags read(Path path, String ending) {
        if (ending.isEmpty()) {
            return Tags.NONE;
        }
        try {
            Tag tag = AudioFileIO.readAs(path.toFile(), ending).getTag();
            return tag == null ? Tags.NONE : tags(tag);
        } catch (IOException
                | TagException
                | CannotReadException
                | ReadOnlyFileException
                | InvalidAudioFrameException
                | RuntimeException
                | StackOverflowError
                | OutOfMemoryError e) {
            return Tags.NONE; // The sound can be right where its tags are not.
        }
    }

    /// Sets the fields that `tags` has in a finished file that nobody else has opened.
    ///
    /// @param named what the file is called in messages
    /// @throws FileException when they cannot be written; the file is then to be thrown away
    public static void write(Path path, String ending, Tags tags, Path named) throws FileException {
        change(path, ending, named, tag -> {
            for (Map.Entry<Tags.Field, String> entry : tags.texts().entrySet()) {
                set(tag, entry.getKey(), entry.getValue());
            }
            Cover cover = tags.cover();
            if (cover != null) {
                tag.deleteArtworkField();
                tag.setField(artwork(cover));
            }
        });
    }

    /// Sets texts for which there is no field, such as `REPLAYGAIN_TRACK_GAIN`, in a finished FLAC or MP3 file.
    ///
    /// @param named what the file is called in messages
    /// @throws FileException when they cannot be written; the file is then to be thrown away
    public static void writeOwn(Path path, String ending, Map<String, String> texts, Path named) throws FileException {
        change(path, ending, named, tag -> {
            for (Map.Entry<String, String> entry : texts.entrySet()) {
                if (tag instanceof FlacTag flac) {
                    flac.getVorbisCommentTag().setField(entry.getKey(), entry.getValue());
                } else if (tag instanceof AbstractID3v2Tag id3) {
                    AbstractID3v2Frame frame = id3.createFrame("TXXX");
                    FrameBodyTXXX body = (FrameBodyTXXX) frame.getBody();
                    body.setDescription(entry.getKey());
                    body.setText(entry.getValue());
                    id3.setField(frame);
                }
            }
        });
    }

    private interface Change {
        void apply(Tag tag) throws TagException;
    }

    private static void change(Path path, String ending, Path named, Change change) throws FileException {
        try {
            long before = Files.size(path);
            AudioFile file = AudioFileIO.readAs(path.toFile(), ending);
            file.setExt(ending);
            change.apply(file.getTagOrCreateAndSetDefault());
            file.commit();
            if (Files.size(path) > before + MAX_TAG_BYTES) {
                throw new AudioFileException("The tags of '" + named + "' are too large.");
            }
        } catch (FileException e) {
            throw e;
        } catch (IOException
                | TagException
                | CannotReadException
                | CannotWriteException
                | ReadOnlyFileException
                | InvalidAudioFrameException
                | RuntimeException
                | StackOverflowError
                | OutOfMemoryError e) {
            throw new AudioFileException("The tags of '" + named + "' cannot be written.", e);
        }
    }

    private static void set(Tag tag, Tags.Field field, String text) throws TagException {
        if (field == Tags.Field.TRACK) {
            String[] parts = text.split("/", 2);
            tag.setField(FieldKey.TRACK, parts[0].strip());
            if (parts.length > 1 && !parts[1].isBlank()) {
                tag.setField(FieldKey.TRACK_TOTAL, parts[1].strip());
            }
        } else {
            tag.setField(key(field), text);
        }
    }

    private static Tags tags(Tag tag) {
        Map<Tags.Field, String> texts = new EnumMap<>(Tags.Field.class);
        for (Tags.Field field : Tags.Field.values()) {
            String text = first(tag, key(field));
            if (field == Tags.Field.TRACK && !text.isBlank()) {
                String total = first(tag, FieldKey.TRACK_TOTAL);
                text = total.isBlank() || total.equals("0") ? text : text + "/" + total;
            }
            texts.put(field, text);
        }
        return new Tags(texts, cover(tag));
    }

    private static String first(Tag tag, FieldKey key) {
        try {
            String text = tag.getFirst(key);
            return text == null ? "" : text;
        } catch (RuntimeException e) {
            return ""; // Some kinds of tags do not know some fields.
        }
    }

    private static FieldKey key(Tags.Field field) {
        FieldKey key = KEYS.get(field);
        if (key == null) {
            throw new IllegalStateException("no key for " + field);
        }
        return key;
    }

    private static Artwork artwork(Cover cover) {
        Artwork artwork = ArtworkFactory.getNew();
        artwork.setBinaryData(cover.bytes());
        artwork.setMimeType(cover.mediaType());
        artwork.setDescription("");
        artwork.setPictureType(FRONT_COVER);
        return artwork;
    }

    private static @Nullable Cover cover(Tag tag) {
        try {
            Artwork artwork = tag.getFirstArtwork();
            byte[] bytes = artwork == null ? null : artwork.getBinaryData();
            if (bytes == null || bytes.length > Cover.MAX_BYTES) {
                return null;
            }
            String type = Cover.mediaType(bytes);
            return type.isEmpty() ? null : new Cover(bytes, type);
        } catch (RuntimeException e) {
            return null;
        }
    }
}
