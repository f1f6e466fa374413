package studio.headroom.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.codec.Cover;
import studio.headroom.files.audio.codec.Tags;
import studio.headroom.mastering.TagRules;

/// What `master` and `deliver` write into files beside the sound.
final class TagOptions {
    @Option(
            names = "--tag",
            paramLabel = "k=v",
            description = "A tag: title, artist, album, album-artist, track, date, genre, isrc, barcode (or upc, ean),"
                    + " copyright, comment.")
    private Map<String, String> tags = new LinkedHashMap<>();

    @Option(names = "--cover", paramLabel = "IMAGE", description = "A JPEG or PNG as cover.")
    private @Nullable Path cover;

    /// @throws UsageException when a tag is not what shops take
    Tags typed() {
        try {
            return TagRules.checked(tags);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--tag " + e.getMessage());
        }
    }

    /// Files that are read.
    List<Path> read() {
        return cover == null ? List.of() : List.of(cover);
    }

    /// The picture alone.
    Tags image() throws FileException {
        return cover == null ? Tags.NONE : Tags.NONE.withCover(Cover.read(cover));
    }
}
