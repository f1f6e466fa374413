package studio.headroom.project;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a project must not contradict, apart from its routing. Each throws [InvalidProjectException] with the reason.
final class ProjectRules {
    private static final int MAX_ID_LENGTH = 200;

    private ProjectRules() {}

    static void requireMemberships(
            List<Strip> strips, Strip master, List<Group> groups, List<Folder> folders) {
        Set<String> groupIds = groups.stream().map(Group::id).collect(Collectors.toSet());
        Set<String> folderIds = folders.stream().map(Folder::id).collect(Collectors.toSet());
        Stream.concat(strips.stream(), Stream.of(master)).forEach(strip -> {
            if (!strip.group().isEmpty() && !groupIds.contains(strip.group())) {
                throw new InvalidProjectException("'" + strip.name() + "' is in the group '" + strip.group()
                        + "', which the song does not have");
            }
            String folder = strip.look().folder();
            if (!folder.isEmpty() && !folderIds.contains(folder)) {
                throw new InvalidProjectException(
                        "'" + strip.name() + "' lies in the folder '" + folder + "', which the song does not have");
            }
        });
        if (!master.look().folder().isEmpty()) {
            throw new InvalidProjectException("the master lies in no folder");
        }
    }

    /// Snapshots are beside the song: their ids need only differ from each other, so that any state of the song can be
    /// gone back to with them.
    static void requireDifferentSnapshots(List<Snapshot> snapshots) {
        Set<String> ids = new HashSet<>();
        snapshots.forEach(snapshot -> requireNew(snapshot.id(), ids));
        Set<String> seen = new HashSet<>();
        for (Snapshot snapshot : snapshots) {
            if (!snapshot.slot().isEmpty() && !seen.add(snapshot.slot())) {
                throw new InvalidProjectException("two snapshots are in slot " + snapshot.slot());
            }
        }
    }

    /// Loops and no streams: this is most of what an edit costs.
    static void requireUniqueIds(
            List<Media> media,
            List<Strip> strips,
            Strip master,
            List<Marker> markers,
            Mastering mastering,
            List<Group> groups,
            List<Folder> folders) {
        Set<String> seen = HashSet.newHashSet(32 * (strips.size() + 1));
        media.forEach(item -> requireNew(item.id(), seen));
        strips.forEach(strip -> requireNewIds(strip, seen));
        requireNewIds(master, seen);
        markers.forEach(marker -> requireNew(marker.id(), seen));
        mastering.chain().forEach(insert -> requireNew(insert.id(), seen));
        groups.forEach(group -> requireNew(group.id(), seen));
        folders.forEach(folder -> requireNew(folder.id(), seen));
    }

    private static void requireNewIds(Strip strip, Set<String> seen) {
        requireNew(strip.id(), seen);
        for (Insert insert : strip.inserts()) {
            requireNew(insert.id(), seen);
        }
        for (Send send : strip.sends()) {
            requireNew(send.id(), seen);
        }
        for (Clip clip : strip.clips()) {
            requireNew(clip.id(), seen);
        }
    }

    private static void requireNew(String id, Set<String> seen) {
        if (id.length() > MAX_ID_LENGTH || id.isBlank()) {
            throw new InvalidProjectException("'" + id + "' cannot be an id");
        }
        if (!seen.add(id)) {
            throw new InvalidProjectException("two parts of the song have the id '" + id + "'");
        }
    }

    static void requireMedia(List<Strip> strips, List<Media> media) {
        Set<String> mediaIds = media.stream().map(Media::id).collect(Collectors.toSet());
        for (Strip strip : strips) {
            for (Clip clip : strip.clips()) {
                if (!mediaIds.contains(clip.media())) {
                    throw new InvalidProjectException("a clip of '" + strip.name() + "' plays the sound file '"
                            + clip.media() + "', which the song does not have");
                }
            }
        }
    }
}
