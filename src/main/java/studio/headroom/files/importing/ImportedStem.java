package studio.headroom.files.importing;

import java.nio.file.Path;
import java.util.List;

/// One source file of an import and what became of it.
///
/// @param source as it was given
/// @param track name of the track
/// @param media path inside the project folder
/// @param channels of the media
/// @param frames of the media, in the project's rate
/// @param dualMono whether it is stereo with two equal channels
/// @param timeStamp frames of the project's rate since midnight at its beginning, or -1 where it has none
/// @param notes what people should know, a clause each: "resampled from 44.1 to 48 kHz"
public record ImportedStem(
        Path source,
        String track,
        String media,
        int channels,
        long frames,
        boolean dualMono,
        long timeStamp,
        List<String> notes) {
    public ImportedStem {
        notes = List.copyOf(notes);
    }
}
