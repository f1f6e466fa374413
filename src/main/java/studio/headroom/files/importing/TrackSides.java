package studio.headroom.files.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import studio.headroom.files.FileException;
import studio.headroom.files.importing.MediaSides.Side;
import studio.headroom.project.Clip;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.Strip.Kind;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.Ids;
import studio.headroom.project.edit.StripCopies;
import studio.headroom.project.edit.StripEdits;

/// Turns stereo tracks into mono ones and back. Each writes new sound files beside those that are there and gives the
/// edit that plays them; the old ones stay, so that it can be undone. Takes time; not for the UI thread.
public final class TrackSides {
    private static final Pattern LEFT = Pattern.compile("(.*?)[\\s._(-]+(l|left)\\)?", Pattern.CASE_INSENSITIVE);

    private TrackSides() {}

    /// Lets tracks play the left sides of their stereo files: for files whose sides are the same. Their trim goes up by
    /// what the pan law takes from them in the center, so that they stay as loud.
    ///
    /// @param tracks ids
    /// @throws CancellationException when canceled
    public static Edit toMono(Path folder, Project project, Set<String> tracks, ImportProgress progress)
            throws FileException {
        Set<Media> stereo = new LinkedHashSet<>();
        for (String id : tracks) {
            stereo.addAll(stereoMedia(project, track(project, id)));
        }
        long frames = stereo.stream().mapToLong(Media::frames).sum();
        try (MediaSides sides = new MediaSides(folder, project, frames, progress)) {
            Map<String, Media> mono = new HashMap<>();
            for (Media media : stereo) {
                mono.put(media.id(), sides.of(List.of(new Side(media, 0)), name(media) + " mono"));
            }
            sides.keep();
            String what = tracks.size() == 1 ? nameOf(project, tracks.iterator().next()) : tracks.size() + " tracks";
            return new Edit("Make " + what + " mono", song -> {
                Added added = Added.to(song, mono);
                Project result = added.song;
                for (String id : tracks) {
                    Strip strip = result.strip(id).orElse(null);
                    if (strip != null && !stereoMedia(result, strip).isEmpty()) {
                        double trim = strip.controls().get(StripControls.TRIM)
                                - song.panLaw().centerDb();
                        result = result.withStrip(added.playing(strip)
                                .withControls(
                                        strip.controls().with(StripControls.TRIM, StripControls.TRIM.clamp(trim))));
                    }
                }
                return result;
            });
        }
    }

    /// Lets a stereo track be two mono ones, panned to the sides: together they sound as it did.
    ///
    /// @throws FileException also when the track has nothing in stereo
    /// @throws CancellationException when canceled
    public static Edit split(Path folder, Project project, String track, ImportProgress progress) throws FileException {
        Strip strip = track(project, track);
        Set<Media> stereo = stereoMedia(project, strip);
        if (stereo.isEmpty()) {
            throw new FileException("'" + strip.name() + "' plays nothing in stereo, so there is nothing to split.");
        }
        long frames = 2 * stereo.stream().mapToLong(Media::frames).sum();
        try (MediaSides sides = new MediaSides(folder, project, frames, progress)) {
            Map<String, Media> left = new HashMap<>();
            Map<String, Media> right = new HashMap<>();
            for (Media media : stereo) {
                left.put(media.id(), sides.of(List.of(new Side(media, 0)), name(media) + " L"));
                right.put(media.id(), sides.of(List.of(new Side(media, 1)), name(media) + " R"));
            }
            sides.keep();
            return new Edit("Split '" + strip.name() + "' into left and right", song -> {
                Added first = Added.to(song, left);
                Added second = Added.to(first.song, right);
                Project doubled = StripCopies.duplicate(track).apply(second.song);
                int at = doubled.strips().indexOf(track(doubled, track));
                List<Strip> strips = new ArrayList<>(doubled.strips());
                strips.set(at, side(first.playing(strips.get(at)), strip.name() + " L", -100));
                strips.set(at + 1, side(second.playing(strips.get(at + 1)), strip.name() + " R", 100));
                return doubled.withStrips(strips);
            });
        }
    }

    private static Strip side(Strip strip, String name, double pan) {
        return strip.withName(name).withControls(strip.controls().with(StripControls.PAN, pan));
    }

    /// Lets two mono tracks whose clips lie alike be one in stereo, with the controls of the first.
    ///
    /// @throws FileException also when they do not lie alike
    /// @throws CancellationException when canceled
    public static Edit join(Path folder, Project project, String left, String right, ImportProgress progress)
            throws FileException {
        Strip one = track(project, left);
        Strip other = track(project, right);
        requireAlike(project, one, other);
        long frames = one.clips().stream()
                .mapToLong(clip -> media(project, clip).frames())
                .sum();
        try (MediaSides sides = new MediaSides(folder, project, frames, progress)) {
            List<Media> joined = new ArrayList<>();
            for (int i = 0; i < one.clips().size(); i++) {
                Media first = media(project, one.clips().get(i));
                Media second = media(project, other.clips().get(i));
                joined.add(sides.of(List.of(new Side(first, 0), new Side(second, 0)), stem(name(first))));
            }
            sides.keep();
            String name = stem(one.name());
            return new Edit("Join '" + name + "' in stereo", song -> {
                Map<String, Media> byClip = new HashMap<>();
                for (int i = 0; i < joined.size(); i++) {
                    byClip.put(one.clips().get(i).id(), joined.get(i));
                }
                Added added = Added.to(song, byClip);
                Strip strip = track(added.song, left);
                List<Clip> clips = strip.clips().stream()
                        .map(clip -> added.clip(clip, clip.id()))
                        .toList();
                Strip stereo = side(strip.withClips(clips), name, 0);
                return StripEdits.delete(right).apply(added.song.withStrip(stereo));
            });
        }
    }

    private static void requireAlike(Project project, Strip one, Strip other) throws FileException {
        boolean alike =
                one.clips().size() == other.clips().size() && !one.clips().isEmpty();
        for (int i = 0; alike && i < one.clips().size(); i++) {
            Clip a = one.clips().get(i);
            Clip b = other.clips().get(i);
            alike = a.start() == b.start()
                    && a.offset() == b.offset()
                    && a.length() == b.length()
                    && a.reversed() == b.reversed()
                    && media(project, a).channels() == 1
                    && media(project, b).channels() == 1;
        }
        if (!alike) {
            throw new FileException("'" + one.name() + "' and '" + other.name()
                    + "' cannot be joined: both have to be mono, with clips at the same places.");
        }
    }

    /// `Guitar L` and `Guitar_left` are a `Guitar`.
    static String stem(String name) {
        var matcher = LEFT.matcher(name.strip());
        return matcher.matches() && !matcher.group(1).isBlank()
                ? matcher.group(1).strip()
                : name.strip();
    }

    private static Strip track(Project project, String id) {
        return project.strip(id)
                .filter(strip -> strip.kind() == Kind.TRACK)
                .orElseThrow(() -> new IllegalArgumentException("no track is called " + id));
    }

    private static String nameOf(Project project, String id) {
        return "'" + track(project, id).name() + "'";
    }

    private static Set<Media> stereoMedia(Project project, Strip strip) {
        Set<Media> stereo = new LinkedHashSet<>();
        for (Clip clip : strip.clips()) {
            Media media = media(project, clip);
            if (media.channels() == 2) {
                stereo.add(media);
            }
        }
        return stereo;
    }

    private static Media media(Project project, Clip clip) {
        return project.media(clip.media())
                .orElseThrow(() -> new IllegalArgumentException("clip " + clip.id() + " plays nothing"));
    }

    private static String name(Media media) {
        return TrackNames.base(Path.of(media.path()));
    }

    /// A song with sound files that have got their ids.
    private record Added(Project song, Map<String, Media> byKey) {
        /// @param made new files by what they stand for; the same file under several keys gets one id
        static Added to(Project song, Map<String, Media> made) {
            int number = Ids.nextNumber(song, Ids.MEDIA);
            Map<Media, Media> known = new HashMap<>();
            List<Media> all = new ArrayList<>(song.media());
            Map<String, Media> byKey = new HashMap<>();
            for (Map.Entry<String, Media> each : new TreeMap<>(made).entrySet()) {
                Media media = each.getValue();
                Media own = known.get(media);
                if (own == null) {
                    own = new Media(
                            Ids.MEDIA + number++,
                            media.path(),
                            media.channels(),
                            media.frames(),
                            media.origin(),
                            media.sha256());
                    known.put(media, own);
                    all.add(own);
                }
                byKey.put(each.getKey(), own);
            }
            return new Added(song.withMedia(all), byKey);
        }

        /// A strip whose clips play the files that stand for theirs.
        Strip playing(Strip strip) {
            return strip.withClips(
                    strip.clips().stream().map(clip -> clip(clip, clip.media())).toList());
        }

        Clip clip(Clip clip, String key) {
            Media media = byKey.get(key);
            return media == null ? clip : clip.withMedia(media.id());
        }
    }
}
