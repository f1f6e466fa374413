package studio.headroom.files.project;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import studio.headroom.project.Lane;
import studio.headroom.project.Mastering;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;

/// The identity of what a mix sounds like: two projects with the same hash render the same mix. A print that
/// carries another hash than its project is stale.
///
/// It covers the media by their checksums (by path where none is known), clips, controls, inserts, sends, routing,
/// solo, enabled automation and the tempo, which synced effects follow, in their order. It leaves out what makes no
/// sound: titles, names, colors, groups, notes, markers, unused media, lanes that are off, and the mastering,
/// which comes after the mix. Muted clips count: they decide whether a track is mono.
public final class SoundHash {
    private static final byte[] KIND = "headroom sound 1\n".getBytes(StandardCharsets.US_ASCII);

    private SoundHash() {}

    /// SHA-256 in 64 lower case hexadecimal digits.
    public static String of(Project project) {
        return Sha256.of(KIND, ProjectFormat.write(audible(project)));
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
                "");
    }

    private static Strip audible(Strip strip) {
        List<Lane> lanes = strip.automation().stream()
                .filter(lane -> lane.enabled() && !lane.points().isEmpty())
                .sorted(Comparator.comparing(Lane::owner).thenComparing(Lane::param))
                .toList();
        return strip.withName("").withColor("").withGroup("").withNotes("").withAutomation(lanes);
    }
}
