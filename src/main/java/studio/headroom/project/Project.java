package studio.headroom.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A song: what it is made of and how it is to sound.
///
/// A project that contradicts itself cannot be made: every id named in it exists and is of the right kind, and the
/// routing has no circle (see [Routing]). The constructor throws [InvalidProjectException] otherwise.
///
/// Strips stand in mixer order: tracks, buses and returns as they come, the master apart. Every id (of strips,
/// inserts, sends, clips, media, markers, groups and folders, of the mastering chain too) is unique in the project.
///
/// @param sampleRate of the media, the timeline and the render, in Hz
/// @param strips tracks, buses and returns
/// @param master the strip that makes the mix
/// @param markers in order of their frames where edits made them
/// @param mastering the chain and the delivery of the second stage
/// @param loop the range that is played over and over when looping is on, or null; whether it is on is the player's. A
///     range shorter than [#SHORTEST_LOOP_SECONDS] becomes so long
/// @param snapshots mixes kept beside the present one, in the order they are shown
/// @param panLaw of mono tracks
public record Project(
        String title,
        int sampleRate,
        Tempo tempo,
        List<Media> media,
        List<Strip> strips,
        Strip master,
        List<Marker> markers,
        Mastering mastering,
        String notes,
        List<Group> groups,
        List<Folder> folders,
        @Nullable Span loop,
        List<Snapshot> snapshots,
        PanLaw panLaw) {
    public static final int MIN_SAMPLE_RATE = 8_000;
    public static final int MAX_SAMPLE_RATE = 384_000;
    /// What is repeated faster is a tone.
    public static final double SHORTEST_LOOP_SECONDS = 0.1;

    public Project {
        title = Names.line(title);
        media = List.copyOf(media);
        strips = List.copyOf(strips);
        markers = List.copyOf(markers);
        groups = List.copyOf(groups);
        folders = List.copyOf(folders);
        snapshots = List.copyOf(snapshots);
        if (sampleRate < MIN_SAMPLE_RATE || sampleRate > MAX_SAMPLE_RATE) {
            throw new InvalidProjectException("a song cannot have a sample rate of " + sampleRate + " Hz");
        }
        loop = loop == null ? null : loop.atLeast(shortestLoop(sampleRate));
        if (master.kind() != Strip.Kind.MASTER
                || strips.stream().anyMatch(strip -> strip.kind() == Strip.Kind.MASTER)) {
            throw new InvalidProjectException("a song has exactly one master strip");
        }
        ProjectRules.requireUniqueIds(media, strips, master, markers, mastering, groups, folders);
        Routing.require(strips, master);
        ProjectRules.requireMemberships(strips, master, groups, folders);
        ProjectRules.requireDifferentSnapshots(snapshots);
        ProjectRules.requireMedia(strips, media);
    }

    /// The least length of a loop, in frames.
    public static long shortestLoop(int sampleRate) {
        return (long) Math.ceil(SHORTEST_LOOP_SECONDS * sampleRate);
    }

    private static Stream<String> ids(
            List<Media> media,
            List<Strip> strips,
            Strip master,
            List<Marker> markers,
            Mastering mastering,
            List<Group> groups,
            List<Folder> folders) {
        return Stream.of(
                        media.stream().map(Media::id),
                        Stream.concat(strips.stream(), Stream.of(master)).flatMap(Strip::ids),
                        markers.stream().map(Marker::id),
                        mastering.chain().stream().map(Insert::id),
                        groups.stream().map(Group::id),
                        folders.stream().map(Folder::id))
                .flatMap(Function.identity());
    }

    /// The ids of everything in the song, but its snapshots and what they remember.
    public Stream<String> ids() {
        return ids(media, strips, master, markers, mastering, groups, folders);
    }

    /// A song without groups, folders, loop and snapshots, panned at equal power.
    public Project(
            String title,
            int sampleRate,
            Tempo tempo,
            List<Media> media,
            List<Strip> strips,
            Strip master,
            List<Marker> markers,
            Mastering mastering,
            String notes) {
        this(
                title,
                sampleRate,
                tempo,
                media,
                strips,
                master,
                markers,
                mastering,
                notes,
                List.of(),
                List.of(),
                null,
                List.of(),
                PanLaw.EQUAL_POWER);
    }

    /// A song without tracks.
    public static Project empty(String title, int sampleRate) {
        return new Project(
                title,
                sampleRate,
                Tempo.DEFAULT,
                List.of(),
                List.of(),
                Strip.create(Strip.Kind.MASTER, "master", "Master"),
                List.of(),
                Mastering.NONE,
                "");
    }

    /// The strip with an id, the master included.
    public Optional<Strip> strip(String id) {
        return master.id().equals(id)
                ? Optional.of(master)
                : strips.stream().filter(strip -> strip.id().equals(id)).findFirst();
    }

    public Optional<Group> group(String id) {
        return groups.stream().filter(group -> group.id().equals(id)).findFirst();
    }

    public Optional<Folder> folder(String id) {
        return folders.stream().filter(folder -> folder.id().equals(id)).findFirst();
    }

    public Optional<Snapshot> snapshot(String id) {
        return snapshots.stream().filter(snapshot -> snapshot.id().equals(id)).findFirst();
    }

    public Optional<Media> media(String id) {
        return media.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /// The frame after the last clip's end.
    public long end() {
        return strips.stream()
                .flatMap(strip -> strip.clips().stream())
                .mapToLong(Clip::end)
                .max()
                .orElse(0);
    }

    public Project withMedia(List<Media> changed) {
        return new Project(
                title,
                sampleRate,
                tempo,
                changed,
                strips,
                master,
                markers,
                mastering,
                notes,
                groups,
                folders,
                loop,
                snapshots,
                panLaw);
    }

    public Project withStrips(List<Strip> changed) {
        return new Project(
                title,
                sampleRate,
                tempo,
                media,
                changed,
                master,
                markers,
                mastering,
                notes,
                groups,
                folders,
                loop,
                snapshots,
                panLaw);
    }

    public Project withMaster(Strip changed) {
        return new Project(
                title,
                sampleRate,
                tempo,
                media,
                strips,
                changed,
                markers,
                mastering,
                notes,
                groups,
                folders,
                loop,
                snapshots,
                panLaw);
    }

    public Project withMastering(Mastering changed) {
        return new Project(
                title,
                sampleRate,
                tempo,
                media,
                strips,
                master,
                markers,
                changed,
                notes,
                groups,
                folders,
                loop,
                snapshots,
                panLaw);
    }

    public Project withTitle(String changed) {
        return new Project(
                changed,
                sampleRate,
                tempo,
                media,
                strips,
                master,
                markers,
                mastering,
                notes,
                groups,
                folders,
                loop,
                snapshots,
                panLaw);
    }

    public Project withTempo(Tempo changed) {
        return new Project(
                title,
                sampleRate,
                changed,
                media,
                strips,
                master,
                markers,
                mastering,
                notes,
                groups,
                folders,
                loop,
                snapshots,
                panLaw);
    }

    public Project withMarkers(List<Marker> changed) {
        return new Project(
                title,
                sampleRate,
                tempo,
                media,
                strips,
                master,
                changed,
                mastering,
                notes,
                groups,
                folders,
                loop,
                snapshots,
                panLaw);
    }

    public Project withNotes(String changed) {
        return new Project(
                title,
                sampleRate,
                tempo,
                media,
                strips,
                master,
                markers,
                mastering,
                changed,
                groups,
                folders,
                loop,
                snapshots,
                panLaw);
    }

    public Project withGroups(List<Group> changed) {
        return new Project(
                title,
                sampleRate,
                tempo,
                media,
                strips,
                master,
                markers,
                mastering,
                notes,
                changed,
                folders,
                loop,
                snapshots,
                panLaw);
    }

    public Project withFolders(List<Folder> changed) {
        return new Project(
                title,
                sampleRate,
                tempo,
                media,
                strips,
                master,
                markers,
                mastering,
                notes,
                groups,
                changed,
                loop,
                snapshots,
                panLaw);
    }

    public Project withLoop(@Nullable Span changed) {
        return new Project(
                title,
                sampleRate,
                tempo,
                media,
                strips,
                master,
                markers,
                mastering,
                notes,
                groups,
                folders,
                changed,
                snapshots,
                panLaw);
    }

    public Project withSnapshots(List<Snapshot> changed) {
        return new Project(
                title,
                sampleRate,
                tempo,
                media,
                strips,
                master,
                markers,
                mastering,
                notes,
                groups,
                folders,
                loop,
                changed,
                panLaw);
    }

    public Project withPanLaw(PanLaw changed) {
        return new Project(
                title,
                sampleRate,
                tempo,
                media,
                strips,
                master,
                markers,
                mastering,
                notes,
                groups,
                folders,
                loop,
                snapshots,
                changed);
    }

    /// This song with all strips replaced, the master too.
    public Project withMixer(List<Strip> changedStrips, Strip changedMaster) {
        return new Project(
                title,
                sampleRate,
                tempo,
                media,
                changedStrips,
                changedMaster,
                markers,
                mastering,
                notes,
                groups,
                folders,
                loop,
                snapshots,
                panLaw);
    }

    /// This song with the strip of the same id replaced, the master included.
    ///
    /// @throws InvalidProjectException when there is none
    public Project withStrip(Strip changed) {
        if (master.id().equals(changed.id())) {
            return withMaster(changed);
        }
        List<Strip> all = new ArrayList<>(strips);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(changed.id())) {
                all.set(i, changed);
                return withStrips(all);
            }
        }
        throw new InvalidProjectException("the song has no strip '" + changed.id() + "'");
    }
}
