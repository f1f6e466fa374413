package studio.headroom.project.edit;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import studio.headroom.param.Unit;
import studio.headroom.project.Marker;
import studio.headroom.project.Media;
import studio.headroom.project.PanLaw;
import studio.headroom.project.Project;
import studio.headroom.project.Span;
import studio.headroom.project.Tempo;

/// Edits of what belongs to the song as a whole.
public final class SongEdits {
    private SongEdits() {}

    public static Edit title(String title) {
        return new Edit("Title '" + title + "'", project -> project.withTitle(title));
    }

    public static Edit notes(String notes) {
        return new Edit("Notes", project -> project.withNotes(notes));
    }

    /// Clips and automation stay where they are in frames.
    public static Edit tempo(Tempo tempo) {
        String bpm = Unit.NONE.format(tempo.beatsPerMinute());
        return new Edit(
                "Tempo " + bpm + ", " + tempo.beatsPerBar() + "/" + tempo.beatUnit(),
                project -> project.withTempo(tempo));
    }

    /// Lets mono tracks follow another pan law, all of them.
    public static Edit panLaw(PanLaw law) {
        return new Edit("Pan law " + Unit.DECIBEL.format(law.centerDb()), project -> project.withPanLaw(law));
    }

    /// A new sound file of the song, under an id that is not taken.
    public static Edit addMedia(Media media) {
        return new Edit(
                "Add '" + media.origin() + "'",
                project -> project.withMedia(
                        Parts.inserted(project.media(), project.media().size(), media)));
    }

    /// Lets a sound file lie at another place in the project folder, with everything that plays it.
    ///
    /// @param sha256 of what is there, or empty where not known
    public static Edit relink(String id, String path, String sha256) {
        return new Edit("Find '" + path + "' again", project -> {
            Parts.media(project, id);
            return project.withMedia(Parts.changed(
                    project.media(),
                    media -> media.id().equals(id),
                    media -> new Media(id, path, media.channels(), media.frames(), media.origin(), sha256)));
        });
    }

    /// Forgets sound files that no clip plays. The files stay on the disk.
    public static Edit removeUnusedMedia() {
        return new Edit("Remove unused sound files", project -> {
            Set<String> used = new HashSet<>();
            project.strips().forEach(strip -> strip.clips().forEach(clip -> used.add(clip.media())));
            return project.withMedia(Parts.without(project.media(), media -> !used.contains(media.id())));
        });
    }

    /// A new marker; its id is [Ids#MARKER] with the next number.
    public static Edit addMarker(long frame, String name) {
        return new Edit(
                "Add marker '" + name + "'",
                project -> withMarkers(
                        project,
                        Parts.inserted(
                                project.markers(),
                                0,
                                new Marker(Ids.next(project, Ids.MARKER), Math.max(0, frame), name))));
    }

    public static Edit moveMarker(String id, long frame) {
        return new Edit(
                "Move marker", project -> changeMarker(project, id, marker -> marker.withFrame(Math.max(0, frame))));
    }

    public static Edit renameMarker(String id, String name) {
        return new Edit(
                "Rename marker '" + name + "'", project -> changeMarker(project, id, marker -> marker.withName(name)));
    }

    public static Edit recolorMarker(String id, String color) {
        return new Edit("Color of marker", project -> changeMarker(project, id, marker -> marker.withColor(color)));
    }

    /// Lets a part of the song begin at a marker, or not.
    public static Edit section(String id, boolean section) {
        return new Edit(
                section ? "Section" : "No section",
                project -> changeMarker(project, id, marker -> marker.withSection(section)));
    }

    /// Sets the range that is looped, or none when it is null.
    public static Edit loop(@Nullable Span range) {
        return new Edit(range == null ? "No loop" : "Loop range", project -> project.withLoop(range));
    }

    public static Edit removeMarker(String id) {
        return new Edit("Remove marker", project -> {
            requireMarker(project, id);
            return withMarkers(
                    project,
                    Parts.without(project.markers(), marker -> marker.id().equals(id)));
        });
    }

    /// @param target name of a delivery target, or empty
    public static Edit target(String target) {
        return new Edit(
                "Delivery target",
                project -> project.withMastering(project.mastering().withTarget(target)));
    }

    /// Sets all tags of the delivered file.
    public static Edit tags(Map<String, String> tags) {
        TreeMap<String, String> copy = new TreeMap<>(tags);
        return new Edit(
                "Tags", project -> project.withMastering(project.mastering().withTags(copy)));
    }

    private static Project changeMarker(Project project, String id, UnaryOperator<Marker> change) {
        requireMarker(project, id);
        return withMarkers(
                project, Parts.changed(project.markers(), marker -> marker.id().equals(id), change));
    }

    private static void requireMarker(Project project, String id) {
        if (project.markers().stream().noneMatch(marker -> marker.id().equals(id))) {
            throw Parts.missing("marker", id);
        }
    }

    /// In order of their frames.
    private static Project withMarkers(Project project, List<Marker> markers) {
        return project.withMarkers(
                markers.stream().sorted(Comparator.comparingLong(Marker::frame)).toList());
    }
}
