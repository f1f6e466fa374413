package studio.headroom.ui.export;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import studio.headroom.project.Clip;
import studio.headroom.project.Marker;
import studio.headroom.project.Project;
import studio.headroom.project.Span;
import studio.headroom.project.Strip;

/// The song as it is when it is exported; what is edited afterwards does not reach the files.
///
/// @param project as it is
/// @param folder of the project
/// @param strips ids of the selected ones
/// @param clips ids of the selected ones
/// @param today for names
/// @param peak highest true peak of the mix that was measured while it played, in dBTP; nothing where it has not played
record ExportSong(
        Project project, Path folder, List<String> strips, List<String> clips, LocalDate today, OptionalDouble peak) {
    ExportSong {
        strips = List.copyOf(strips);
        clips = List.copyOf(clips);
    }

    /// From the first frame of the selected clips to their last.
    Optional<Span> selectedClips() {
        List<Clip> chosen = new ArrayList<>();
        for (Strip strip : project.strips()) {
            strip.clips().stream().filter(clip -> clips.contains(clip.id())).forEach(chosen::add);
        }
        return chosen.isEmpty()
                ? Optional.empty()
                : Optional.of(new Span(
                        chosen.stream().mapToLong(Clip::start).min().orElseThrow(),
                        chosen.stream().mapToLong(Clip::end).max().orElseThrow()));
    }

    /// A place that a range may begin or end at.
    record Point(String name, long frame) {}

    /// The beginning, the markers in order, the end.
    List<Point> points() {
        List<Point> points = new ArrayList<>();
        points.add(new Point("Beginning", 0));
        for (Marker marker : project.markers()) {
            if (marker.frame() > 0) {
                points.add(new Point(marker.name(), marker.frame()));
            }
        }
        points.add(new Point("End", project.end()));
        return points;
    }

    /// What the placeholders of names stand for, but the parts that each file has by itself.
    Map<String, String> names() {
        return Map.of(
                "song",
                project.title(),
                "artist",
                project.mastering().tags().getOrDefault("artist", ""),
                "date",
                today.toString());
    }
}
