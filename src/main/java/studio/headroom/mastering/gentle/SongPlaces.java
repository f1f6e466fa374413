package studio.headroom.mastering.gentle;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import studio.headroom.project.Marker;
import studio.headroom.project.Span;

/// What places of a song are called: by its sections, or its other markers where it has none, and by time.
///
/// @param markers in any order
public record SongPlaces(List<Marker> markers, int sampleRate) {
    public SongPlaces {
        List<Marker> sections = markers.stream().filter(Marker::section).toList();
        markers = sections.isEmpty() ? List.copyOf(markers) : sections;
    }

    /// The name of the part that a frame is in; empty before the first one.
    public String name(long frame) {
        return markers.stream()
                .filter(marker -> marker.frame() <= frame)
                .max(Comparator.comparingLong(Marker::frame))
                .map(Marker::name)
                .orElse("");
    }

    /// `3:24–3:28`, or one time where both read alike.
    public String time(Span span) {
        String from = time(span.start());
        String to = time(span.end());
        return from.equals(to) ? from : from + "–" + to;
    }

    private String time(long frame) {
        long seconds = frame / sampleRate;
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
}
