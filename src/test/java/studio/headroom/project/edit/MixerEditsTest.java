package studio.headroom.project.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.headroom.param.Values;
import studio.headroom.project.Clip;
import studio.headroom.project.Group;
import studio.headroom.project.Group.Link;
import studio.headroom.project.Insert;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Lane;
import studio.headroom.project.Lane.Point;
import studio.headroom.project.Lane.Shape;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Send;
import studio.headroom.project.Span;
import studio.headroom.project.Strip;
import studio.headroom.project.Strip.Kind;
import studio.headroom.project.StripControls;
import studio.headroom.project.StripState;

/// Groups, folders, moves of several strips, copies, snapshots, points.
class MixerEditsTest {
    private static final double SILENCE = Double.NEGATIVE_INFINITY;
    private static final Media MEDIA = new Media("m", "media/a.wav", 1, 1_000, "a.wav");
    private static final Project SONG = Project.empty("Song", 48_000)
            .withMedia(List.of(MEDIA))
            .withStrips(List.of(
                    strip(Kind.TRACK, "a", -3),
                    strip(Kind.TRACK, "b", -10),
                    strip(Kind.TRACK, "c", SILENCE),
                    strip(Kind.TRACK, "d", 0),
                    Strip.create(Kind.BUS, "bus", "Bus"),
                    Strip.create(Kind.RETURN, "hall", "Hall")));

    private static Strip strip(Kind kind, String id, double volume) {
        return Strip.create(kind, id, id.toUpperCase(java.util.Locale.ROOT))
                .withControls(Values.INITIAL.with(StripControls.VOLUME, volume));
    }

    // Moves of several

    @Test
    void fadersMoveTogetherAndAllStopWithTheFirst() {
        StripMove move = StripMove.begin(SONG, "b", Set.of("a", "b", "c"), StripControls.VOLUME);
        assertThat(volumes(move.to(-8).apply(SONG))).containsExactly(-1.0, -8.0, SILENCE, 0.0);
        assertThat(volumes(move.to(6).apply(SONG))).as("a is at the top").containsExactly(6.0, -1.0, SILENCE, 0.0);
        assertThat(move.to(6).nameIn(SONG)).isEqualTo("B volume \u22121.0 dB and 2 more");
    }

    @Test
    void whatCameToAnEndComesBackToWhereItWas() {
        StripMove move = StripMove.begin(SONG, "b", Set.of("a", "c"), StripControls.VOLUME);
        Project down = move.to(SILENCE).apply(SONG);
        assertThat(volumes(down)).containsExactly(SILENCE, SILENCE, SILENCE, 0.0);
        assertThat(move.to(-10).apply(down)).isEqualTo(SONG);
        StripMove pan = StripMove.begin(SONG, "a", Set.of("b"), StripControls.PAN);
        Project left = pan.to(-100).apply(SONG);
        assertThat(pan.to(0).apply(left)).isEqualTo(SONG);
    }

    @Test
    void aFaderThatComesFromSilenceLeadsNobody() {
        StripMove move = StripMove.begin(SONG, "c", Set.of("a"), StripControls.VOLUME);
        assertThat(volumes(move.to(-6).apply(SONG))).containsExactly(-3.0, -10.0, -6.0, 0.0);
    }

    @Test
    void switchesAllStandAsTheMovedOne() {
        Project one = StripEdits.mute("b", true).apply(SONG);
        Project all = StripMove.begin(one, "a", Set.of("b", "c"), StripControls.MUTE)
                .to(1)
                .apply(one);
        assertThat(all.strips())
                .extracting(s -> s.controls().isOn(StripControls.MUTE))
                .containsExactly(true, true, true, false, false, false);
    }

    // Groups

    @Test
    void whoIsLinkedMovesAlong() {
        Project song = GroupEdits.create("Drums", Set.of("a", "b")).apply(SONG);
        assertThat(song.groups()).containsExactly(Group.create("group1", "Drums"));
        assertThat(GroupEdits.linked(song, Set.of("a", "d"), Link.LEVEL)).containsExactlyInAnyOrder("a", "b", "d");
        Project unlinked = GroupEdits.links("group1", Set.of(Link.MUTE)).apply(song);
        assertThat(GroupEdits.linked(unlinked, Set.of("a"), Link.LEVEL)).containsExactly("a");
        assertThat(GroupEdits.linked(unlinked, Set.of("a"), Link.MUTE)).containsExactlyInAnyOrder("a", "b");
        assertThat(GroupEdits.remove("group1").apply(song)).isEqualTo(SONG);
        assertThatThrownBy(() -> GroupEdits.put("none", Set.of("a")).apply(song))
                .isInstanceOf(InvalidProjectException.class);
    }

    // Folders

    @Test
    void aFolderKeepsItsStripsTogether() {
        Project song = FolderEdits.create("Band", Set.of("a", "c")).apply(SONG);
        assertThat(order(song)).containsExactly("a", "c", "b", "d", "bus", "hall");
        Project more = FolderEdits.put("folder1", Set.of("hall")).apply(song);
        assertThat(order(more)).containsExactly("a", "c", "hall", "b", "d", "bus");
        Project moved = FolderEdits.reorder("folder1", 2).apply(more);
        assertThat(order(moved)).containsExactly("b", "d", "a", "c", "hall", "bus");
        Project out = FolderEdits.takeOut(Set.of("a")).apply(moved);
        assertThat(order(out)).containsExactly("b", "d", "c", "hall", "a", "bus");
        assertThat(folders(out)).containsExactly("", "", "folder1", "folder1", "", "");
        assertThat(FolderEdits.remove("folder1").apply(song).folders()).isEmpty();
    }

    @Test
    void aStripThatIsMovedIntoOrOutOfAFolderJoinsOrLeavesIt() {
        Project song = FolderEdits.create("Band", Set.of("a", "b")).apply(SONG);
        Project joined = StripEdits.reorder("d", 1).apply(song);
        assertThat(order(joined)).startsWith("a", "d", "b", "c");
        assertThat(folders(joined)).startsWith("folder1", "folder1", "folder1", "");
        Project left = StripEdits.reorder("a", 3).apply(joined);
        assertThat(order(left)).startsWith("d", "b", "c", "a");
        assertThat(folders(left)).startsWith("folder1", "folder1", "", "");
    }

    // Copies and buses

    @Test
    void aDuplicateHasEverythingUnderIdsOfItsOwn() {
        Project song = apply(
                SONG,
                InsertEdits.add("a", "eq", 0),
                SendEdits.add("a", "hall"),
                ClipEdits.add("a", "m", 5),
                LaneEdits.add("a", StripControls.VOLUME, new Point(0, -6, Shape.HOLD)),
                LaneEdits.add("send1", StripControls.SEND_LEVEL, new Point(0, -6, Shape.HOLD)));
        Strip copy = StripCopies.duplicate("a").apply(song).strips().get(1);
        assertThat(copy.name()).isEqualTo("A copy");
        assertThat(copy.inserts()).extracting(Insert::id).containsExactly("insert2");
        assertThat(copy.sends()).extracting(Send::id).containsExactly("send2");
        assertThat(copy.clips()).extracting(Clip::id).containsExactly("clip2");
        assertThat(copy.automation()).extracting(Lane::owner).containsExactly(copy.id(), "send2");
        assertThat(copy.controls()).isEqualTo(song.strips().getFirst().controls());
    }

    @Test
    void aBusOfAChoiceFeedsWhatTheyFed() {
        Project fed = apply(SONG, StripEdits.output("a", "bus"), StripEdits.output("c", "bus"));
        Project song = StripCopies.busOf("Pair", Set.of("a", "c")).apply(fed);
        assertThat(order(song)).containsExactly("a", "b", "c", "strip1", "d", "bus", "hall");
        assertThat(song.strip("strip1").orElseThrow().output()).isEqualTo("bus");
        assertThat(song.strip("a").orElseThrow().output()).isEqualTo("strip1");
        Project mixed = StripCopies.busOf("All", Set.of("a", "b")).apply(fed);
        assertThat(mixed.strip("strip1").orElseThrow().output()).isNull();
    }

    @Test
    void soloOnlyEndsOtherSolosAndBringsASetBack() {
        Project two = apply(SONG, StripEdits.solo(Set.of("a", "b"), true));
        Set<String> last = StripEdits.soloed(two);
        Project one = StripEdits.soloOnly(Set.of("c")).apply(two);
        assertThat(StripEdits.soloed(one)).containsExactly("c");
        Project none = StripEdits.clearSolo().apply(one);
        assertThat(none).isEqualTo(SONG);
        assertThat(StripEdits.soloOnly(last).apply(none)).isEqualTo(two);
    }

    @Test
    void settingsArePastedWithEffectsOfTheirOwn() {
        Project song = apply(SONG, InsertEdits.add("a", "eq", 0), SendEdits.add("a", "hall"));
        StripState copied = StripState.of(song.strips().getFirst());
        Project pasted =
                SnapshotEdits.paste(copied, Set.of("b", "hall"), Scope.ALL).apply(song);
        assertThat(pasted.strip("b").orElseThrow().inserts())
                .extracting(Insert::type)
                .containsExactly("eq");
        assertThat(pasted.strip("b").orElseThrow().sends()).hasSize(1);
        assertThat(volumes(pasted)).startsWith(-3.0, -3.0);
        // The hall cannot send to itself.
        assertThat(pasted.strip("hall").orElseThrow().sends()).isEmpty();
        assertThat(pasted.strip("hall").orElseThrow().inserts()).hasSize(1);
    }

    // Snapshots

    @Test
    void aRecallBringsTheMixBackButNotTheTimeline() {
        Project mixed = apply(
                SONG,
                InsertEdits.add("a", "eq", 0),
                InsertEdits.add("a", "compressor", 1),
                SendEdits.add("b", "hall"),
                LaneEdits.add("a", StripControls.PAN, new Point(0, 9, Shape.HOLD)),
                SnapshotEdits.take("A", "Good"));
        Project later = apply(
                mixed,
                InsertEdits.move("insert1", "a", 1),
                InsertEdits.bypass("insert2", true),
                SendEdits.remove("send1"),
                StripEdits.output("c", "bus"),
                StripEdits.set("a", StripControls.VOLUME, 2),
                LaneEdits.enable("a", StripControls.PAN, false));
        assertThat(later).isNotEqualTo(mixed);
        assertThat(SnapshotEdits.recall("snapshot1").apply(later)).isEqualTo(mixed);
        Project withClip = ClipEdits.add("a", "m", 7).apply(later);
        assertThat(SnapshotEdits.recall("snapshot1")
                        .apply(withClip)
                        .strips()
                        .getFirst()
                        .clips())
                .hasSize(1);
    }

    @Test
    void aRecallMayBeOfSomeStripsAndSomeThings() {
        Project mixed = SnapshotEdits.take("", "Good").apply(SONG);
        Project later = apply(
                mixed,
                StripEdits.set("a", StripControls.VOLUME, 2),
                StripEdits.set("b", StripControls.VOLUME, 2),
                StripEdits.set("a", StripControls.PAN, 50));
        Project some = SnapshotEdits.recall("snapshot1", Set.of("a"), Set.of(Scope.LEVEL))
                .apply(later);
        assertThat(volumes(some)).startsWith(-3.0, 2.0);
        assertThat(some.strips().getFirst().controls().get(StripControls.PAN)).isEqualTo(50);
    }

    @Test
    void aRecallOfWhatIsGoneBringsBackWhatIsPossible() {
        Project mixed = apply(
                SONG,
                SendEdits.add("a", "hall"),
                StripEdits.output("a", "bus"),
                InsertEdits.add("b", "eq", 0),
                SnapshotEdits.take("A", "Good"));
        Project later = apply(
                mixed,
                StripEdits.delete("hall"),
                StripEdits.delete("c"),
                InsertEdits.move("insert1", "d", 0),
                StripEdits.set("a", StripControls.VOLUME, 1));
        Project back =
                SnapshotEdits.recall("snapshot1", Set.of("a", "b"), Scope.ALL).apply(later);
        assertThat(volumes(back).getFirst()).isEqualTo(-3);
        assertThat(back.strip("a").orElseThrow().sends()).isEmpty();
        assertThat(back.strip("a").orElseThrow().output()).isEqualTo("bus");
        // The effect is in use at another strip; b gets one like it.
        assertThat(back.strip("b").orElseThrow().inserts()).containsExactly(Insert.create("insert2", "eq"));
    }

    @Test
    void aSlotHoldsOneSnapshot() {
        Project song = apply(
                SONG, SnapshotEdits.take("A", "one"), SnapshotEdits.take("A", "two"), SnapshotEdits.take("B", "x"));
        assertThat(song.snapshots()).extracting(s -> s.slot() + s.name()).containsExactly("Atwo", "Bx");
        Project swapped =
                SnapshotEdits.slot(song.snapshots().getFirst().id(), "B").apply(song);
        assertThat(swapped.snapshots()).extracting(s -> s.slot() + s.name()).containsExactly("Btwo", "x");
        assertThat(SnapshotEdits.remove(song.snapshots().getFirst().id())
                        .apply(song)
                        .snapshots())
                .hasSize(1);
    }

    @Test
    void whatASnapshotRemembersIsNotMistakenForSomethingNew() {
        Project song =
                apply(SONG, InsertEdits.add("a", "eq", 0), SnapshotEdits.take("A", "x"), InsertEdits.remove("insert1"));
        assertThat(Ids.next(song, Ids.INSERT)).isEqualTo("insert2");
    }

    // Points

    private static final Project RIDDEN = LaneEdits.set(
                    "a",
                    StripControls.PAN,
                    List.of(
                            new Point(100, 0, Shape.LINEAR),
                            new Point(200, 50, Shape.LINEAR),
                            new Point(300, -50, Shape.LINEAR),
                            new Point(400, 0, Shape.HOLD)))
            .apply(SONG);

    @Test
    void pointsMoveTogetherAndStopAtTheirNeighbors() {
        Project moved =
                PointEdits.move("a", StripControls.PAN, Set.of(1, 2), 500, 0.1).apply(RIDDEN);
        assertThat(points(moved)).extracting(Point::frame).containsExactly(100L, 300L, 400L, 400L);
        assertThat(points(moved).get(1).value()).isEqualTo(70);
        assertThat(points(PointEdits.move("a", StripControls.PAN, Set.of(0), -500, 2)
                                .apply(RIDDEN))
                        .getFirst())
                .isEqualTo(new Point(0, 100, Shape.LINEAR));
        assertThatThrownBy(() ->
                        PointEdits.delete("a", StripControls.PAN, Set.of(4)).apply(RIDDEN))
                .hasMessageContaining("no point 4");
    }

    @Test
    void pointsAreDeletedShapedAndScaled() {
        assertThat(points(
                        PointEdits.delete("a", StripControls.PAN, Set.of(0, 2)).apply(RIDDEN)))
                .extracting(Point::frame)
                .containsExactly(200L, 400L);
        assertThat(points(PointEdits.shape("a", StripControls.PAN, Set.of(1), Shape.HOLD)
                                .apply(RIDDEN))
                        .get(1)
                        .shape())
                .isEqualTo(Shape.HOLD);
        assertThat(points(PointEdits.scale("a", StripControls.PAN, Set.of(0, 1, 2, 3), 0.5, 0)
                        .apply(RIDDEN)))
                .extracting(Point::value)
                .containsExactly(0.0, 25.0, -25.0, 0.0);
    }

    @Test
    void aPastedRangeLeavesTheRestAsItSounded() {
        Lane lane = RIDDEN.strips().getFirst().lane("a", "pan").orElseThrow();
        PointEdits.CopiedRange copied = PointEdits.copy(lane, StripControls.PAN, new Span(150, 250));
        Project pasted = PointEdits.paste("a", StripControls.PAN, copied, 300).apply(RIDDEN);
        Lane after = pasted.strips().getFirst().lane("a", "pan").orElseThrow();
        for (long frame = 0; frame < 600; frame++) {
            double expected = frame >= 300 && frame < 400
                    ? lane.valueAt(StripControls.PAN, frame - 150)
                    : lane.valueAt(StripControls.PAN, frame);
            assertThat(after.valueAt(StripControls.PAN, frame))
                    .as("frame %d", frame)
                    .isCloseTo(expected, org.assertj.core.api.Assertions.within(1e-9));
        }
    }

    private static List<Point> points(Project song) {
        return song.strips().getFirst().lane("a", "pan").orElseThrow().points();
    }

    private static List<Double> volumes(Project song) {
        return song.strips().stream()
                .limit(4)
                .map(strip -> strip.controls().get(StripControls.VOLUME))
                .toList();
    }

    private static List<String> order(Project song) {
        return song.strips().stream().map(Strip::id).toList();
    }

    private static List<String> folders(Project song) {
        return song.strips().stream().map(strip -> strip.look().folder()).toList();
    }

    private static Project apply(Project project, Edit... edits) {
        return Edit.sequence("all", List.of(edits)).apply(project);
    }
}
