package studio.headroom.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import studio.headroom.project.Strip.Kind;

class RoutingTest {
    private static final Strip TRACK = Strip.create(Kind.TRACK, "t", "Kick");
    private static final Strip BUS_A = Strip.create(Kind.BUS, "a", "A");
    private static final Strip BUS_B = Strip.create(Kind.BUS, "b", "B");
    private static final Strip HALL = Strip.create(Kind.RETURN, "h", "Hall");
    private static final Project SONG = song(TRACK, BUS_A, BUS_B, HALL);

    @Test
    void circlesOverAnyConnectionAreRefused() {
        Send toHall = Send.create("s1", "h");
        Insert keyedByA = Insert.create("i1", "compressor").withKey("a");
        assertRefused("circle: 'A', 'B'", BUS_A.withOutput("b"), BUS_B.withOutput("a"));
        assertRefused("circle: 'A'", BUS_A.withOutput("a"));
        assertRefused("circle: 'A', 'Hall'", BUS_A.withSends(List.of(toHall)), HALL.withOutput("a"));
        assertRefused("circle: 'Hall'", HALL.withSends(List.of(toHall)));
        assertRefused("circle: 'A'", BUS_A.withInserts(List.of(keyedByA)));
        assertRefused("circle: 'A', 'Kick'", BUS_A, TRACK.withOutput("a").withInserts(List.of(keyedByA)));
    }

    @Test
    void aStripThatOnlyHangsOnACircleIsNotNamed() {
        assertRefused("circle: 'A', 'B'", BUS_A.withOutput("b"), BUS_B.withOutput("a"), TRACK.withOutput("a"));
    }

    @Test
    void connectionsLeadToTheRightKind() {
        assertRefused("'Kick' feeds 'nowhere'", TRACK.withOutput("nowhere"));
        assertRefused("'Kick' feeds 'Hall', which is a return", TRACK.withOutput("h"), HALL);
        assertRefused("'Kick' feeds 'Master', which is a master", TRACK.withOutput("m"));
        assertRefused("'A' sends to 'Kick', which is a track", BUS_A.withSends(List.of(Send.create("s", "t"))), TRACK);
        assertRefused("'A' sends to 'Master'", BUS_A.withSends(List.of(Send.create("s", "m"))));
        assertRefused(
                "'A' listens to 'Master'",
                BUS_A.withInserts(List.of(Insert.create("i", "x").withKey("m"))));
        assertRefused(
                "'A' listens to 'gone'",
                BUS_A.withInserts(List.of(Insert.create("i", "x").withKey("gone"))));
    }

    @Test
    void whatIsNoCircleIsAllowed() {
        Project song = song(
                TRACK.withOutput("a").withSends(List.of(Send.create("s1", "h"), Send.create("s2", "b"))),
                BUS_A.withOutput("b").withSends(List.of(Send.create("s3", "h"))),
                BUS_B.withInserts(List.of(Insert.create("i1", "compressor").withKey("t"))),
                HALL.withOutput("b"));
        assertThat(Routing.wouldCycle(song, "b", "a")).isTrue();
        assertThat(Routing.wouldCycle(song, "h", "t")).isTrue();
        assertThat(Routing.wouldCycle(song, "a", "a")).isTrue();
        assertThat(Routing.wouldCycle(song, "t", "b")).isFalse();
        assertThat(Routing.mayOutput(song, "h", "a")).isFalse();
        assertThat(Routing.mayOutput(song, "t", null)).isTrue();
        assertThat(Routing.mayOutput(song, "t", "h")).isFalse();
        assertThat(Routing.maySend(song, "h", "a")).isFalse();
        assertThat(Routing.maySend(song, "t", "b")).isTrue();
        assertThat(Routing.maySend(song, "m", "b")).isFalse();
        assertThat(Routing.mayKey(song, "t", "b")).isFalse();
        assertThat(Routing.mayKey(song, "m", "t")).isTrue();
        assertThat(Routing.mayKey(song, "t", "m")).isFalse();
    }

    /// What the question answers is exactly what the constructor refuses, in random graphs.
    @Test
    void theQuestionAndTheConstructorAgree() {
        Random random = new Random(9);
        int refused = 0;
        for (int round = 0; round < 400; round++) {
            List<Strip> strips = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                strips.add(Strip.create(Kind.BUS, "n" + i, "N" + i));
            }
            Project song = song(strips.toArray(Strip[]::new));
            for (int edge = 0; edge < 12; edge++) {
                Strip from = song.strips().get(random.nextInt(6));
                String to = "n" + random.nextInt(6);
                List<Send> sends = new ArrayList<>(from.sends());
                sends.add(Send.create("s" + edge, to));
                boolean cycle = Routing.wouldCycle(song, from.id(), to);
                Project before = song;
                if (cycle) {
                    refused++;
                    assertThatThrownBy(() -> before.withStrip(from.withSends(sends)))
                            .isInstanceOf(InvalidProjectException.class);
                } else {
                    song = before.withStrip(from.withSends(sends));
                }
            }
        }
        assertThat(refused).isGreaterThan(400);
    }

    @Test
    void aThousandBusesInARowAreFollowedQuickly() {
        List<Strip> strips = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            Strip bus = Strip.create(Kind.BUS, "n" + i, "N" + i);
            strips.add(i == 0 ? bus : bus.withOutput("n" + (i - 1)));
        }
        Project song = song(strips.toArray(Strip[]::new));
        assertThat(Routing.wouldCycle(song, "n0", "n999")).isTrue();
        assertThat(Routing.wouldCycle(song, "n999", "n0")).isFalse();
    }

    @Test
    void idsAreUniqueOverTheWholeSong() {
        assertThatThrownBy(() -> SONG.withMarkers(List.of(new Marker("t", 0, "Here"))))
                .isInstanceOf(InvalidProjectException.class)
                .hasMessageContaining("'t'");
        assertThatThrownBy(() -> SONG.withMastering(Mastering.NONE.withChain(List.of(Insert.create("a", "eq")))))
                .isInstanceOf(InvalidProjectException.class);
        assertThatThrownBy(() -> SONG.withStrips(List.of(Strip.create(Kind.BUS, " ", "Blank"))))
                .isInstanceOf(InvalidProjectException.class);
    }

    private static void assertRefused(String message, Strip... strips) {
        assertThatThrownBy(() -> song(strips))
                .isInstanceOf(InvalidProjectException.class)
                .hasMessageContaining(message);
    }

    private static Project song(Strip... strips) {
        return Project.empty("Song", 48_000)
                .withMaster(Strip.create(Kind.MASTER, "m", "Master"))
                .withStrips(List.of(strips));
    }
}
