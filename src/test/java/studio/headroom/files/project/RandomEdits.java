package studio.headroom.files.project;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import studio.headroom.param.Param;
import studio.headroom.param.Values;
import studio.headroom.project.Fade;
import studio.headroom.project.Folder;
import studio.headroom.project.Group;
import studio.headroom.project.Lane;
import studio.headroom.project.Media;
import studio.headroom.project.PanLaw;
import studio.headroom.project.Project;
import studio.headroom.project.Snapshot;
import studio.headroom.project.Span;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;
import studio.headroom.project.StripState;
import studio.headroom.project.Tempo;
import studio.headroom.project.edit.ClipCuts;
import studio.headroom.project.edit.ClipEdits;
import studio.headroom.project.edit.ClipFades;
import studio.headroom.project.edit.CopiedClips;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.EnvelopeEdits;
import studio.headroom.project.edit.FolderEdits;
import studio.headroom.project.edit.GroupEdits;
import studio.headroom.project.edit.Ids;
import studio.headroom.project.edit.InsertEdits;
import studio.headroom.project.edit.LaneEdits;
import studio.headroom.project.edit.PointEdits;
import studio.headroom.project.edit.RippleEdits;
import studio.headroom.project.edit.Scope;
import studio.headroom.project.edit.SendEdits;
import studio.headroom.project.edit.SnapshotEdits;
import studio.headroom.project.edit.SongEdits;
import studio.headroom.project.edit.StripCopies;
import studio.headroom.project.edit.StripEdits;
import studio.headroom.project.edit.StripImports;
import studio.headroom.project.edit.StripMove;

/// Edits of every kind of what is in a song, and some of what is not.
final class RandomEdits {
    private RandomEdits() {}

    static Edit edit(Random random, Project project) {
        String strip = any(random, strips(project));
        String insert = any(
                random,
                all(project).stream()
                        .flatMap(s -> s.inserts().stream())
                        .map(i -> i.id())
                        .toList());
        String send = any(
                random,
                all(project).stream()
                        .flatMap(s -> s.sends().stream())
                        .map(s -> s.id())
                        .toList());
        String clip = any(
                random,
                all(project).stream()
                        .flatMap(s -> s.clips().stream())
                        .map(c -> c.id())
                        .toList());
        return switch (random.nextInt(12)) {
            case 8 -> mixerEdit(random, project, strip);
            case 9 -> moreClipEdit(random, project, strip, clip);
            case 10 -> pointEdit(random, project);
            case 11 -> snapshotEdit(random, project, strip);
            case 0, 1 -> stripEdit(random, project, strip);
            case 2, 3 -> insertEdit(random, project, strip, insert);
            case 4 -> sendEdit(random, project, strip, send);
            case 5, 6 ->
                random.nextBoolean()
                        ? clipEdit(random, project, strip, clip)
                        : laneEdit(random, any(random, List.of(strip, insert, send)));
            default -> songEdit(random, project);
        };
    }

    private static Edit stripEdit(Random random, Project project, String strip) {
        Param control = StripControls.PARAMS.get(random.nextInt(StripControls.PARAMS.size()));
        return switch (random.nextInt(15)) {
            case 14 -> bring(random, project);
            case 0, 1, 2 -> StripEdits.add(Strip.Kind.values()[random.nextInt(3)], "New", random.nextInt(10));
            case 3 ->
                random.nextBoolean() ? StripEdits.delete(strip) : StripEdits.delete(some(random, strips(project)));
            case 4 -> StripEdits.rename(strip, "name " + random.nextInt(100));
            case 5 -> StripEdits.recolor(strip, random.nextBoolean() ? "teal" : "coral");
            case 6 -> StripEdits.reorder(strip, random.nextInt(10));
            case 7 -> StripEdits.solo(strip, random.nextBoolean());
            case 8 -> StripEdits.output(strip, random.nextInt(4) == 0 ? null : any(random, strips(project)));
            case 9 -> GroupEdits.put("", Set.of(strip));
            case 10 -> StripEdits.soloSafe(strip, random.nextBoolean());
            case 11 -> random.nextBoolean() ? StripEdits.clearSolo() : StripEdits.mute(strip, random.nextBoolean());
            case 12 -> StripEdits.notes(strip, "note " + random.nextInt(9));
            default -> StripEdits.set(strip, control, control.range().plain(random.nextDouble()));
        };
    }

    /// Strips of the song itself, with their sounds or without.
    private static Edit bring(Random random, Project project) {
        Map<String, Media> media = new TreeMap<>();
        project.media().stream().filter(sound -> random.nextBoolean()).forEach(sound -> media.put(sound.id(), sound));
        return StripImports.bring(project, some(random, strips(project)), media);
    }

    private static Edit insertEdit(Random random, Project project, String strip, String insert) {
        return switch (random.nextInt(13)) {
            case 0, 1, 2 -> InsertEdits.add(strip, random.nextBoolean() ? "eq" : "compressor", random.nextInt(4));
            case 3 -> InsertEdits.remove(insert);
            case 4 -> InsertEdits.move(insert, strip, random.nextInt(4));
            case 5 -> InsertEdits.copy(insert, strip, random.nextInt(4));
            case 6 -> InsertEdits.replace(insert, "delay");
            case 7 -> InsertEdits.set(insert, StripControls.PAN, random.nextInt(200) - 100);
            case 8 -> InsertEdits.bypass(insert, random.nextBoolean());
            case 9 -> InsertEdits.key(insert, random.nextInt(4) == 0 ? null : any(random, strips(project)));
            case 10 -> InsertEdits.values(insert, Values.INITIAL.with(StripControls.TRIM, random.nextInt(20)));
            case 11 -> InsertEdits.addToMastering("eq", random.nextInt(3));
            default ->
                InsertEdits.moveInMastering(
                        any(
                                random,
                                project.mastering().chain().stream()
                                        .map(i -> i.id())
                                        .toList()),
                        random.nextInt(3));
        };
    }

    private static Edit sendEdit(Random random, Project project, String strip, String send) {
        Param control = StripControls.SEND_PARAMS.get(random.nextInt(StripControls.SEND_PARAMS.size()));
        return switch (random.nextInt(7)) {
            case 0, 1, 2 -> SendEdits.add(strip, any(random, strips(project)));
            case 3 -> SendEdits.remove(send);
            case 4 -> SendEdits.preFader(send, random.nextBoolean());
            case 5 -> SendEdits.target(send, any(random, strips(project)));
            default -> SendEdits.set(send, control, control.range().plain(random.nextDouble()));
        };
    }

    private static Edit clipEdit(Random random, Project project, String strip, String clip) {
        long frame = random.nextInt(200_000);
        String media = any(random, project.media().stream().map(Media::id).toList());
        return switch (random.nextInt(13)) {
            case 0, 1, 2 -> ClipEdits.add(strip, media, frame);
            case 3 -> ClipEdits.move(Set.of(clip), frame - 100_000);
            case 4 -> ClipEdits.moveTo(clip, strip, frame);
            case 5 -> ClipCuts.trimStart(clip, frame);
            case 6 -> ClipCuts.trimEnd(clip, frame);
            case 7 -> ClipCuts.split(clip, frame);
            case 8 -> ClipEdits.duplicate(clip);
            case 9 -> ClipEdits.delete(Set.of(clip));
            case 10 -> ClipFades.gain(clip, random.nextInt(60) - 30);
            case 11 -> ClipFades.fades(clip, new Fade(frame, Fade.Shape.SLOW), Fade.NONE);
            default -> random.nextBoolean() ? ClipEdits.reverse(clip) : ClipEdits.mute(clip, random.nextBoolean());
        };
    }

    private static Edit laneEdit(Random random, String owner) {
        long frame = random.nextInt(10) * 1000L;
        Param param = random.nextBoolean() ? StripControls.VOLUME : StripControls.PAN;
        Lane.Point point = new Lane.Point(
                frame,
                param.range().plain(random.nextDouble()),
                Lane.Shape.values()[random.nextInt(2)],
                random.nextBoolean() ? 0 : random.nextDouble() * 2 - 1);
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> LaneEdits.add(owner, param, point);
            case 3 -> LaneEdits.remove(owner, param, frame, frame + 3000);
            case 4 -> LaneEdits.set(owner, param, List.of(point));
            case 5 -> LaneEdits.enable(owner, param, random.nextBoolean());
            case 6 -> LaneEdits.write(owner, param, List.of(point, new Lane.Point(frame + 2000, 0, point.shape())));
            default -> LaneEdits.thin(owner, param, 0.05);
        };
    }

    private static Edit songEdit(Random random, Project project) {
        String marker = any(random, project.markers().stream().map(m -> m.id()).toList());
        Media media = new Media(Ids.next(project, Ids.MEDIA), "media/x.wav", 1, 1 + random.nextInt(100_000), "x.wav");
        return switch (random.nextInt(12)) {
            case 11 -> SongEdits.panLaw(PanLaw.values()[random.nextInt(4)]);
            case 0 -> SongEdits.title("title " + random.nextInt(9));
            case 1 -> SongEdits.tempo(new Tempo(60 + random.nextInt(100), 4, 4));
            case 2 -> SongEdits.addMarker(random.nextInt(1000), "here");
            case 3 -> SongEdits.moveMarker(marker, random.nextInt(1000));
            case 4 -> SongEdits.renameMarker(marker, "there");
            case 5 -> SongEdits.removeMarker(marker);
            case 6 -> SongEdits.target(random.nextBoolean() ? "cd" : "spotify");
            case 7 -> SongEdits.tags(new TreeMap<>(Map.of("artist", "a" + random.nextInt(9))));
            case 8 -> random.nextInt(4) == 0 ? SongEdits.removeUnusedMedia() : SongEdits.notes("n" + random.nextInt(9));
            default -> SongEdits.addMedia(media);
        };
    }

    private static List<String> strips(Project project) {
        return all(project).stream().map(Strip::id).toList();
    }

    private static List<Strip> all(Project project) {
        List<Strip> all = new ArrayList<>(project.strips());
        all.add(project.master());
        return all;
    }

    private static <T> String any(Random random, List<T> list) {
        return list.isEmpty()
                ? "nothing"
                : list.get(random.nextInt(list.size())).toString();
    }

    private static Edit mixerEdit(Random random, Project project, String strip) {
        Set<String> some = some(random, strips(project));
        Set<String> tracks =
                some(random, project.strips().stream().map(Strip::id).toList());
        String folder = any(random, project.folders().stream().map(Folder::id).toList());
        String group = any(random, project.groups().stream().map(Group::id).toList());
        return switch (random.nextInt(18)) {
            case 0 -> FolderEdits.create("F" + random.nextInt(9), tracks);
            case 1 -> FolderEdits.put(folder, tracks);
            case 2 -> FolderEdits.takeOut(tracks);
            case 3 ->
                random.nextInt(3) == 0 ? FolderEdits.remove(folder) : FolderEdits.fold(folder, random.nextBoolean());
            case 4 -> FolderEdits.reorder(folder, random.nextInt(10));
            case 5 ->
                switch (random.nextInt(3)) {
                    case 0 -> FolderEdits.rename(folder, "R");
                    case 1 -> FolderEdits.recolor(folder, "rose");
                    default -> FolderEdits.bus(folder);
                };
            case 6 -> GroupEdits.create("G" + random.nextInt(9), some);
            case 7 -> GroupEdits.put(random.nextBoolean() ? "" : group, some);
            case 8 -> random.nextInt(3) == 0 ? GroupEdits.remove(group) : GroupEdits.rename(group, "H");
            case 9 ->
                random.nextBoolean()
                        ? GroupEdits.links(group, Set.of(Group.Link.MUTE))
                        : GroupEdits.recolor(group, "rose");
            case 10 -> StripCopies.duplicate(strip);
            case 11 -> StripCopies.busOf("Bus", tracks);
            case 12 -> StripEdits.icon(strip, "drum" + random.nextInt(3));
            case 13 -> StripEdits.wide(strip, random.nextBoolean());
            case 14 -> StripEdits.hide(some, random.nextBoolean());
            case 15 -> StripEdits.soloOnly(some);
            case 16 -> StripEdits.mute(some, random.nextBoolean());
            default ->
                StripMove.begin(project, "master", some, StripControls.PARAMS.get(random.nextInt(6)))
                        .to(random.nextInt(20) - 10);
        };
    }

    private static Edit moreClipEdit(Random random, Project project, String strip, String clip) {
        List<String> clips = all(project).stream()
                .flatMap(s -> s.clips().stream())
                .map(c -> c.id())
                .toList();
        Set<String> some = some(random, clips);
        long frame = random.nextInt(200_000);
        RippleEdits.Reach reach = RippleEdits.Reach.values()[random.nextInt(2)];
        return switch (random.nextInt(28)) {
            case 22, 23, 24 -> EnvelopeEdits.add(clip, random.nextInt(100_000), random.nextInt(100) - 70);
            case 25 ->
                EnvelopeEdits.move(clip, random.nextInt(3), random.nextInt(20_000) - 10_000, random.nextGaussian() * 9);
            case 26 -> EnvelopeEdits.set(clip, random.nextInt(3), random.nextGaussian() * 9);
            case 27 -> random.nextBoolean() ? EnvelopeEdits.remove(clip, random.nextInt(2)) : EnvelopeEdits.clear(some);
            case 0 -> ClipEdits.move(some, frame - 100_000, random.nextInt(5) - 2);
            case 1 -> ClipEdits.nudge(some, random.nextInt(100) - 50);
            case 2 -> ClipEdits.duplicate(some, 1 + random.nextInt(2));
            case 3 -> ClipEdits.slip(some, random.nextInt(20_000) - 10_000);
            case 4 -> ClipEdits.rename(clip, "clip " + random.nextInt(9));
            case 5 -> ClipEdits.recolor(some, "teal");
            case 6 ->
                clips.isEmpty()
                        ? ClipEdits.mute(some, true)
                        : ClipEdits.paste(CopiedClips.of(project, some), strip, frame);
            case 7, 8 -> ClipCuts.split(some, frame, random.nextBoolean() ? 0 : 0.005);
            case 9, 10 -> ClipCuts.join(random.nextBoolean() ? some : new HashSet<>(clips));
            case 11 -> ClipFades.gainBy(some, random.nextInt(20) - 10);
            case 12 -> ClipFades.normalize(Map.of(clip, random.nextInt(20) - 30.0), -1, random.nextBoolean());
            case 13 -> ClipFades.fadeIn(some, new Fade(frame / 100, Fade.Shape.EQUAL_POWER));
            case 14 -> ClipFades.fadeOut(some, new Fade(frame / 100, Fade.Shape.S_CURVE));
            case 15 -> {
                String other = any(random, clips);
                yield other.equals(clip)
                        ? ClipFades.gain(clip, -3)
                        : ClipFades.crossFade(clip, other, frame / 50, Fade.Shape.LINEAR);
            }
            case 16 -> ClipFades.crossFadeOverlaps(some);
            case 17 -> RippleEdits.delete(Set.of(clip), reach);
            case 18 -> RippleEdits.move(some, frame - 100_000, reach);
            case 19 -> RippleEdits.insertTime(frame, random.nextInt(5_000));
            case 20 -> RippleEdits.removeTime(new Span(frame, frame + 1 + random.nextInt(5_000)));
            default -> ClipEdits.reverse(some);
        };
    }

    private static Edit pointEdit(Random random, Project project) {
        List<Lane> lanes = all(project).stream()
                .flatMap(s -> s.automation().stream())
                .filter(lane -> lane.param().equals("volume") || lane.param().equals("pan"))
                .toList();
        if (lanes.isEmpty()) {
            return StripEdits.clearSolo();
        }
        Lane lane = lanes.get(random.nextInt(lanes.size()));
        Param param = StripControls.PARAMS.get(StripControls.PARAMS.indexOf(lane.param()));
        Set<Integer> chosen = new HashSet<>();
        for (int i = 0; i < lane.points().size(); i++) {
            if (random.nextBoolean()) {
                chosen.add(i);
            }
        }
        long frame = random.nextInt(12_000);
        return switch (random.nextInt(8)) {
            case 6, 7 -> PointEdits.bend(lane.owner(), param, chosen, random.nextDouble() * 2.4 - 1.2);
            case 0 ->
                PointEdits.move(lane.owner(), param, chosen, random.nextInt(5_000) - 2_500, random.nextDouble() - 0.5);
            case 1 -> PointEdits.delete(lane.owner(), param, chosen);
            case 2 -> PointEdits.shape(lane.owner(), param, chosen, Lane.Shape.values()[random.nextInt(2)]);
            case 3 -> PointEdits.value(lane.owner(), param, chosen, random.nextInt(9));
            case 4 -> PointEdits.scale(lane.owner(), param, chosen, random.nextDouble() * 3 - 1, -6);
            default ->
                PointEdits.paste(
                        lane.owner(),
                        param,
                        PointEdits.copy(lane, param, new Span(frame, frame + 1 + random.nextInt(5_000))),
                        random.nextInt(10_000));
        };
    }

    private static Edit snapshotEdit(Random random, Project project, String strip) {
        String snapshot =
                any(random, project.snapshots().stream().map(Snapshot::id).toList());
        Set<Scope> scopes = random.nextBoolean() ? Scope.ALL : Set.of(Scope.values()[random.nextInt(7)]);
        Set<String> some = some(random, strips(project));
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> SnapshotEdits.recall(snapshot, random.nextBoolean() ? Set.of() : some, scopes);
            case 3 ->
                SnapshotEdits.paste(
                        StripState.of(project.strip(strip).orElseThrow()), some(random, strips(project)), scopes);
            case 4 -> SongEdits.loop(random.nextBoolean() ? null : new Span(random.nextInt(99), 100));
            case 5 ->
                SongEdits.recolorMarker(
                        any(random, project.markers().stream().map(m -> m.id()).toList()), "rose");
            case 6 ->
                SongEdits.section(
                        any(random, project.markers().stream().map(m -> m.id()).toList()), random.nextBoolean());
            default ->
                SongEdits.relink(
                        any(random, project.media().stream().map(Media::id).toList()), "media/y.wav", "");
        };
    }

    private static Set<String> some(Random random, List<String> list) {
        Set<String> some = new HashSet<>();
        for (int i = 1 + random.nextInt(3); i > 0 && !list.isEmpty(); i--) {
            some.add(any(random, list));
        }
        return some;
    }
}
