package studio.headroom.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import studio.headroom.audio.Decibels;
import studio.headroom.effects.Catalogue;
import studio.headroom.engine.RandomEdits;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Send;
import studio.headroom.project.Strip;
import studio.headroom.project.Strip.Kind;

/// What solo in place silences, solo in front turns down: once on every way to the master, however many strips it
/// passes.
class SoloInFrontTest {
    private static final double CUT_DB = -18;
    private static final double REST = Decibels.toGain(CUT_DB);
    private static final Listening FRONT = new Listening(Listening.Solo.IN_FRONT, List.of(), CUT_DB);

    private interface Way {
        void heard(double inPlace, double inFront);
    }

    /// Goes every way that sound takes from a strip to the master.
    private static void walk(MixPlan place, MixPlan front, int strip, double inPlace, double inFront, Way way) {
        if (strip == place.master()) {
            way.heard(inPlace, inFront);
            return;
        }
        for (int i = 0; i < place.links().size(); i++) {
            PlannedLink link = place.links().get(i);
            PlannedLink other = front.links().get(i);
            assertThat(other.key()).isEqualTo(link.key());
            if (link.from() == strip && link.carriesSound()) {
                walk(place, front, link.to(), inPlace * link.heard(), inFront * other.heard(), way);
            }
        }
    }

    private static int check(Project song) {
        MixPlan place = MixPlan.of(song);
        MixPlan front = MixPlan.of(song, FRONT);
        int[] down = {0};
        for (int i = 0; i < place.strips().size(); i++) {
            walk(place, front, i, 1, 1, (inPlace, inFront) -> {
                assertThat(inFront).isCloseTo(inPlace == 1 ? 1 : REST, within(1e-12));
                down[0] += inPlace == 1 ? 0 : 1;
            });
        }
        return down[0];
    }

    @Test
    void everyWayIsTurnedDownOnceOrNotAtAll() {
        int turnedDown = 0;
        for (long seed = 1; seed <= 8; seed++) {
            Random random = new Random(seed);
            List<Media> media = List.of(new Media("mono", "media/m.wav", 1, 48_000, "m"));
            RandomEdits edits = new RandomEdits(seed, media, Catalogue.types());
            Project song = Project.empty("Test", 48_000).withMedia(media);
            for (int step = 0; step < 40; step++) {
                for (int n = random.nextInt(10); n >= 0; n--) {
                    song = edits.edited(song);
                }
                turnedDown += check(song.withStrips(song.strips().stream()
                        .map(strip -> strip.withSolo(random.nextInt(4) == 0))
                        .toList()));
            }
        }
        assertThat(turnedDown).isGreaterThan(100);
    }

    @Test
    void whatIsSoloedIsHeardAsItIsAndItsReverbWithIt() {
        Project song = Project.empty("Song", 48_000)
                .withStrips(List.of(
                        Strip.create(Kind.TRACK, "voice", "Voice")
                                .withSolo(true)
                                .withOutput("vocals")
                                .withSends(List.of(Send.create("s1", "hall"))),
                        Strip.create(Kind.TRACK, "choir", "Choir")
                                .withOutput("vocals")
                                .withSends(List.of(Send.create("s2", "hall"))),
                        Strip.create(Kind.TRACK, "drums", "Drums").withOutput("band"),
                        Strip.create(Kind.BUS, "vocals", "Vocals"),
                        Strip.create(Kind.BUS, "band", "Band"),
                        Strip.create(Kind.RETURN, "hall", "Hall")));
        MixPlan plan = MixPlan.of(song, FRONT);
        for (PlannedLink link : plan.links()) {
            String way = plan.strips().get(link.from()).strip().id() + " "
                    + plan.strips().get(link.to()).strip().id();
            boolean down = List.of("choir vocals", "choir hall", "band master").contains(way);
            assertThat(link.heard()).as(way).isEqualTo(down ? REST : 1);
        }
    }

    @Test
    void withoutASoloAllIsAsItIs() {
        Project song = Project.empty("Song", 48_000).withStrips(List.of(Strip.create(Kind.TRACK, "voice", "Voice")));
        assertThat(MixPlan.of(song, FRONT)).isEqualTo(MixPlan.of(song));
    }
}
