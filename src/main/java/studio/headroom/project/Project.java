package studio.headroom.project;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A song: what it is made of and how it is to sound.
///
/// A project that contradicts itself cannot be made: every id named in it exists and is of the right kind, and the
/// routing has no circle (see [Routing]). The constructor throws [InvalidProjectException] otherwise.
///
/// Strips stand in mixer order: tracks, buses and returns as they come, the master apart. Every id (of strips,
/// inserts, sends, clips, media, markers, of the mastering chain too) is unique in the project.
///
/// @param sampleRate of the media, the timeline and the render, in Hz
/// @param strips tracks, buses and returns
/// @param master the strip that makes the mix
/// @param mastering the chain and the delivery of the second stage
public record Project(
        String title,
        int sampleRate,
        Tempo tempo,
        List<Media> media,
        List<Strip> strips,
        Strip master,
        List<Marker> markers,
        Mastering mastering,
        String notes) {
    private static final int MAX_ID_LENGTH = 200;

    public static final int MIN_SAMPLE_RATE = 8_000;
    public static final int MAX_SAMPLE_RATE = 384_000;

    public Project {
        media = List.copyOf(media);
        strips = List.copyOf(strips);
        markers = List.copyOf(markers);
        if (sampleRate < MIN_SAMPLE_RATE || sampleRate > MAX_SAMPLE_RATE) {
            throw new InvalidProjectException("a song cannot have a sample rate of " + sampleRate + " Hz");
        }
        if (master.kind() != Strip.Kind.MASTER
                || strips.stream().anyMatch(strip -> strip.kind() == Strip.Kind.MASTER)) {
            throw new InvalidProjectException("a song has exactly one master strip");
        }
        requireUniqueIds(ids(media, strips, master, markers, mastering));
        Routing.require(strips, master);
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

    private static void requireUniqueIds(Stream<String> ids) {
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

    private static Stream<String> ids(
            List<Media> media, List<Strip> strips, Strip master, List<Marker> markers, Mastering mastering) {
        return Stream.of(
                        media.stream().map(Media::id),
                        Stream.concat(strips.stream(), Stream.of(master)).flatMap(Strip::ids),
                        markers.stream().map(Marker::id),
                        mastering.chain().stream().map(Insert::id))
                .flatMap(Function.identity());
    }

    /// The ids of everything in the song.
    public Stream<String> ids() {
        return ids(media, strips, master, markers, mastering);
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
        return new Project(title, sampleRate, tempo, changed, strips, master, markers, mastering, notes);
    }

    public Project withStrips(List<Strip> changed) {
        return new Project(title, sampleRate, tempo, media, changed, master, markers, mastering, notes);
    }

    public Project withMaster(Strip changed) {
        return new Project(title, sampleRate, tempo, media, strips, changed, markers, mastering, notes);
    }

    public Project withMastering(Mastering changed) {
        return new Project(title, sampleRate, tempo, media, strips, master, markers, changed, notes);
    }

    public Project withTitle(String changed) {
        return new Project(changed, sampleRate, tempo, media, strips, master, markers, mastering, notes);
    }

    public Project withTempo(Tempo changed) {
        return new Project(title, sampleRate, changed, media, strips, master, markers, mastering, notes);
    }

    public Project withMarkers(List<Marker> changed) {
        return new Project(title, sampleRate, tempo, media, strips, master, changed, mastering, notes);
    }

    public Project withNotes(String changed) {
        return new Project(title, sampleRate, tempo, media, strips, master, markers, mastering, changed);
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
