package studio.headroom.ui.master.sight;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import studio.headroom.project.Marker;
import studio.headroom.project.Project;

/// A part of the print and its name.
///
/// @param from its first frame in the print
/// @param to the frame behind it
record PrintSection(long from, long to, String name) {
    /// The song's sections, or, where it has none, what lies between its markers; from left to right.
    ///
    /// @param toPrint the frame of the print at a frame of the song
    /// @param end of the print, in frames
    static List<PrintSection> of(Project song, LongUnaryOperator toPrint, long end) {
        List<Marker> markers = song.markers().stream().filter(Marker::section).toList();
        if (markers.isEmpty()) {
            markers = song.markers();
        }
        List<PrintSection> sections = new ArrayList<>();
        for (int i = 0; i < markers.size(); i++) {
            long from = toPrint.applyAsLong(markers.get(i).frame());
            long to = i + 1 < markers.size()
                    ? toPrint.applyAsLong(markers.get(i + 1).frame())
                    : end;
            if (from < end && to > from) {
                sections.add(
                        new PrintSection(from, Math.min(to, end), markers.get(i).name()));
            }
        }
        return sections;
    }
}
