package studio.headroom.files.project;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import studio.headroom.project.Lane;
import studio.headroom.project.Look;
import studio.headroom.project.Mastering;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The identity of what a mix sounds like: two projects with the same hash render the same mix. A print that
/// carries another hash than its project is stale.
///
/// It covers the media by their checksums (by path where none is known), clips, controls, inserts, sends, routing,
/// solo, enabled automation, the pan law and the tempo, which synced effects follow, in their order. It leaves out what
/// makes no
/// sound: titles, names, looks, groups, folders, notes, markers, the loop, snapshots, unused media, lanes that are off,
/// and
/// the mastering, which comes after the mix. Muted clips count: they decide whether a track is mono.
public final class SoundHash {
    private static final byte[] KIND = "headroom sound 1\n".getBytes(StandardCharsets.US_ASCII);

    /// What came after format 1 and makes no sound.
    private static final List<String> SILENT_OF_SONG = List.of("groups", "folders", "loop", "snapshots");

    private static final List<String> SILENT_OF_STRIPS = List.of("icon", "wide", "hidden", "folder");
    private static final List<String> SILENT_OF_CLIPS = List.of("name", "color");

    private static final List<String> SILENT_OF_MASTERING =
            List.of("slot", "slots", "print", "kept", "references", "toDos");

    private SoundHash() {}

    /// SHA-256 in 64 lower case hexadecimal digits.
    public static String of(Project project) {
        ObjectNode tree = ProjectWriter.tree(audible(project));
        tree.put("formatVersion", 1);
        SILENT_OF_SONG.forEach(tree::remove);
        SILENT_OF_MASTERING.forEach(((ObjectNode) tree.get("mastering"))::remove);
        tree.get("strips").forEach(SoundHash::keepSound);
        keepSound(tree.get("master"));
        return Sha256.of(KIND, JsonText.print(tree));
    }

    /// The text that is hashed is laid out as format 1 was, so that a print stays fresh when the format grows.
    private static void keepSound(JsonNode strip) {
        ObjectNode object = (ObjectNode) strip;
        SILENT_OF_STRIPS.forEach(object::remove);
        object.get("clips").forEach(clip -> SILENT_OF_CLIPS.forEach(((ObjectNode) clip)::remove));
    }

    private static Project audible(Project project) {
        List<Strip> strips = project.strips().stream().map(SoundHash::audible).toList();
        Set<String> used = new HashSet<>();
        strips.forEach(strip -> strip.clips().forEach(clip -> used.add(clip.media())));
        List<Media> media = new ArrayList<>();
        for (Media item : project.media()) {
            if (used.contains(item.id())) {
                String path = item.sha256().isEmpty() ? item.path() : "media/known";
                media.add(new Media(item.id(), path, item.channels(), item.frames(), "", item.sha256()));
            }
        }
        return new Project(
                        "",
                        project.sampleRate(),
                        project.tempo(),
                        media,
                        strips,
                        audible(project.master()),
                        List.of(),
                        Mastering.NONE,
                        "")
                .withPanLaw(project.panLaw());
    }

    private static Strip audible(Strip strip) {
        List<Lane> lanes = strip.automation().stream()
                .filter(lane -> lane.enabled() && !lane.points().isEmpty())
                .sorted(Comparator.comparing(Lane::owner).thenComparing(Lane::param))
                .toList();
        return strip.withName("")
                .withColor("")
                .withGroup("")
                .withNotes("")
                .withLook(Look.PLAIN)
                .withAutomation(lanes);
    }
}
