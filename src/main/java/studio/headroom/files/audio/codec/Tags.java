package studio.headroom.files.audio.codec;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a sound file says about itself to players and shops.
///
/// @param texts only fields that are present and not blank, stripped
/// @param cover the front cover, or null
public record Tags(Map<Field, String> texts, @Nullable Cover cover) {
    public static final Tags NONE = new Tags(Map.of(), null);

    /// Longest text that is read or written, in characters.
    public static final int MAX_TEXT = 10_000;

    public Tags {
        EnumMap<Field, String> kept = new EnumMap<>(Field.class);
        texts.forEach((field, text) -> {
            String clean = text.replace("\0", "").strip();
            if (!clean.isEmpty()) {
                kept.put(field, clean.length() > MAX_TEXT ? clean.substring(0, MAX_TEXT) : clean);
            }
        });
        texts = Collections.unmodifiableMap(kept);
    }

    public boolean isEmpty() {
        return texts.isEmpty() && cover == null;
    }

    /// The text of a field, empty where it is not set.
    public String get(Field field) {
        return texts.getOrDefault(field, "");
    }

    /// These tags with one field changed; a blank text removes it.
    public Tags with(Field field, String text) {
        EnumMap<Field, String> changed = new EnumMap<>(Field.class);
        changed.putAll(texts);
        changed.put(field, text);
        return new Tags(changed, cover);
    }

    /// These tags with everything that `other` has in place of what was there.
    public Tags mergedWith(Tags other) {
        EnumMap<Field, String> merged = new EnumMap<>(Field.class);
        merged.putAll(texts);
        merged.putAll(other.texts);
        return new Tags(merged, other.cover == null ? cover : other.cover);
    }

    public Tags withCover(@Nullable Cover other) {
        return new Tags(texts, other);
    }

    /// The fields, in the order people expect them, with their names in Vorbis comments.
    public enum Field {
        TITLE("title", "TITLE"),
        ARTIST("artist", "ARTIST"),
        ALBUM("album", "ALBUM"),
        ALBUM_ARTIST("album-artist", "ALBUMARTIST"),
        /// "3" or "3/12".
        TRACK("track", "TRACKNUMBER"),
        /// "2026" or "2026-11-20".
        DATE("date", "DATE"),
        GENRE("genre", "GENRE"),
        ISRC("isrc", "ISRC"),
        /// UPC or EAN of the release.
        BARCODE("barcode", "BARCODE"),
        COPYRIGHT("copyright", "COPYRIGHT"),
        COMMENT("comment", "COMMENT");

        private final String key;
        private final String vorbisName;

        Field(String key, String vorbisName) {
            this.key = key;
            this.vorbisName = vorbisName;
        }

        /// The name on the command line and in reports.
        public String key() {
            return key;
        }

        public String vorbisName() {
            return vorbisName;
        }
    }
}
