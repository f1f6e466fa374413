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
        requireUniqueIds(snapshots.stream().map(Snapshot::id));
        Set<String> seen = new HashSet<>();
        for (Snapshot snapshot : snapshots) {
            if (!snapshot.slot().isEmpty() && !seen.add(snapshot.slot())) {
                throw new InvalidProjectException("two snapshots are in slot " + snapshot.slot());
            }
        }
    }

    static void requireUniqueIds(Stream<String> ids) {
        Set<String> seen = new HashSet<>();
        ids.forEach(id -> {
            if (id.isBlank() || id.length() > MAX_ID_LENGTH) {
                throw new InvalidProjectException("'" + id + "' cannot be an id");
            }
            if (!seen.add(id)) {
                throw new InvalidProjectException("two parts of the song have the id '" + id + "'");
            }
        });
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
