package studio.headroom.mastering.deliver;

import java.nio.file.Path;
import java.util.List;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.mastering.Trim;

/// A version of a song that was delivered.
///
/// @param name what tells it from the others; that of the song itself may be empty
/// @param input measured on the print
/// @param printSha256 checksum of the print's file
/// @param trim the part of the print that the files hold
/// @param mixHash of the mix that it is a print of, or empty
/// @param files in the order in which they were asked for
public record DeliveredVersion(
        String name,
        Path print,
        LoudnessReport input,
        Trim trim,
        String printSha256,
        String mixHash,
        List<Delivered> files) {
    public DeliveredVersion {
        files = List.copyOf(files);
    }
}
