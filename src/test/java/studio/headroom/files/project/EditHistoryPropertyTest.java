package studio.headroom.files.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.param.Param;
import studio.headroom.param.Values;
import studio.headroom.project.Fade;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Lane;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;
import studio.headroom.project.Tempo;
import studio.headroom.project.edit.ClipCuts;
import studio.headroom.project.edit.ClipFades;
import studio.headroom.project.edit.GroupEdits;
import studio.headroom.project.edit.ClipEdits;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.History;
import studio.headroom.project.edit.Ids;
import studio.headroom.project.edit.InsertEdits;
import studio.headroom.project.edit.LaneEdits;
import studio.headroom.project.edit.SendEdits;
import studio.headroom.project.edit.SongEdits;
import studio.headroom.project.edit.StripEdits;

/// Any edits in any order, taken back and made again, give the same bytes; and every project on the way can be
/// saved and opened, which proves it valid.
class EditHistoryPropertyTest {
    private static final int STEPS = 400;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void undoAndRedoGiveTheSameBytes(long seed) throws ProjectFormatException {
        Random random = new Random(seed);
        History history = new History(Project.empty("Song", 48_000));
        List<byte[]> states = new ArrayList<>(List.of(ProjectFormat.write(history.current())));
        int refused = 0;
        for (int i = 0; i < STEPS; i++) {
            Project before = history.current();
            try {
                history.apply(edit(random, before));
            } catch (InvalidProjectException e) {
                assertThat(history.current()).isSameAs(before);
                assertThat(e).hasMessageNotContainingAny("null", "Optional");
                refused++;
            }
            if (history.current() != before) {
                byte[] text = ProjectFormat.write(history.current());
                if (i % 10 == 0) {
                    assertThat(ProjectFormat.read(text)).isEqualTo(history.current());
                }
                states.add(text);
            }
        }
        // The point of the test: most edits apply, some are impossible, and the songs are not trivial.
        assertThat(refused).isBetween(1, STEPS / 2);
        assertThat(history.current().strips()).isNotEmpty();
        for (int i = states.size() - 1; i > 0; i--) {
            assertThat(ProjectFormat.write(history.current())).isEqualTo(states.get(i));
            history.undo();
        }
        assertThat(history.undoName()).isEmpty();
        for (byte[] state : states) {
            assertThat(ProjectFormat.write(history.current())).isEqualTo(state);
            history.redo();
        }
    }

    private static Edit edit(Random random, Project project) {
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
        return switch (random.nextInt(8)) {
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
        return switch (random.nextInt(14)) {
            case 0, 1, 2 -> StripEdits.add(Strip.Kind.values()[random.nextInt(3)], "New", random.nextInt(10));
            case 3 -> StripEdits.remove(strip);
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
        Lane.Point point =
                new Lane.Point(frame, param.range().plain(random.nextDouble()), Lane.Shape.values()[random.nextInt(2)]);
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
        return switch (random.nextInt(11)) {
            case 0 -> SongEdits.title("title " + random.nextInt(9));
            case 1 -> SongEdits.tempo(new Tempo(60 + random.nextInt(100), 4, 4));
            case 2 -> SongEdits.addMarker(random.nextInt(1000), "here");
            case 3 -> SongEdits.moveMarker(marker, random.nextInt(1000));
            case 4 -> SongEdits.renameMarker(marker, "there");
            case 5 -> SongEdits.removeMarker(marker);
            case 6 -> SongEdits.target(random.nextBoolean() ? "cd" : "spotify");
            case 7 -> SongEdits.tags(new TreeMap<>(java.util.Map.of("artist", "a" + random.nextInt(9))));
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
}
