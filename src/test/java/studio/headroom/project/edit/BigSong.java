package studio.headroom.project.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import studio.headroom.project.Clip;
import studio.headroom.project.Insert;
import studio.headroom.project.Lane;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Send;
import studio.headroom.project.Strip;
import studio.headroom.project.Strip.Kind;
import studio.headroom.project.StripControls;

/// A song of 64 tracks, 4 effects, 2 sends, 20 clips and an automated fader of 100 points each.
final class BigSong {
    static final int TRACKS = 64;

    private BigSong() {}

    static Project create() {
        List<Media> media = new ArrayList<>();
        List<Strip> strips = new ArrayList<>();
        for (int t = 1; t <= TRACKS; t++) {
            Media file = new Media("media" + t, "media/" + t + ".wav", 1, 48_000 * 240, t + ".wav");
            media.add(file);
            List<Insert> inserts = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                inserts.add(Insert.create("insert" + (t * 4 + i), i == 0 ? "eq" : "compressor"));
            }
            List<Clip> clips = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                clips.add(Clip.whole("clip" + (t * 20 + i), file, 0).withSpan(i * 480_000L, i * 480_000L, 400_000));
            }
            List<Lane.Point> points = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                points.add(new Lane.Point(i * 48_000L, -i % 20, Lane.Shape.LINEAR));
            }
            strips.add(Strip.create(Kind.TRACK, "strip" + t, "Track " + t)
                    .withInserts(inserts)
                    .withSends(List.of(Send.create("send" + 2 * t, "hall"), Send.create("send" + (2 * t + 1), "room")))
                    .withClips(clips)
                    .withAutomation(List.of(new Lane("strip" + t, "volume", true, points))));
        }
        strips.add(Strip.create(Kind.RETURN, "hall", "Hall"));
        strips.add(Strip.create(Kind.RETURN, "room", "Room"));
        return Project.empty("Big", 48_000).withMedia(media).withStrips(strips);
    }

    /// The edits of a mix: faders, effects, clips, automation, solo.
    static Edit edit(Random random) {
        int track = 1 + random.nextInt(TRACKS);
        String strip = "strip" + track;
        return switch (random.nextInt(6)) {
            case 0, 1 -> StripEdits.set(strip, StripControls.VOLUME, random.nextInt(600) / 100.0 - 6);
            case 2 -> InsertEdits.set(
                    "insert" + (track * 4 + 1), StripControls.PAN, random.nextInt(20_000) / 100.0 - 100);
            case 3 -> ClipEdits.move(Set.of("clip" + (track * 20 + random.nextInt(20))), random.nextInt(1_000) - 500);
            case 4 -> LaneEdits.add(
                    strip,
                    StripControls.VOLUME,
                    new Lane.Point(48_000L * random.nextInt(100), -random.nextInt(600) / 10.0, Lane.Shape.LINEAR));
            default -> StripEdits.solo(strip, random.nextBoolean());
        };
    }
}
