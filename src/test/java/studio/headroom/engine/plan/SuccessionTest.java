package studio.headroom.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.effects.Catalogue;
import studio.headroom.engine.RandomEdits;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Send;
import studio.headroom.project.Strip;

/// Whatever song follows whatever other: nothing is lost, nothing is two things, and in the end the new song is there.
class SuccessionTest {
    private static final List<Media> MEDIA = List.of(
            new Media("mono", "media/m.wav", 1, 48_000, "m"), new Media("stereo", "media/s.wav", 2, 48_000, "s"));
    /// One farewell where both cannot sound together, one change, one clean-up, and none is left.
    private static final int MOST_ROUNDS = 3;

    private static Listening listening(Random random) {
        List<Insert> chain = random.nextInt(3) > 0
                ? List.of()
                : List.of(Insert.create("chain-" + random.nextInt(2), random.nextBoolean() ? "limiter" : "eq"));
        return new Listening(Listening.Solo.values()[random.nextInt(4)], chain);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void anySongCanFollowAnyOther(long seed) {
        Random random = new Random(seed);
        RandomEdits edits = new RandomEdits(seed, MEDIA, Catalogue.types());
        Project project = Project.empty("Test", 48_000).withMedia(MEDIA);
        MixPlan plan = MixPlan.of(project);
        int farewells = 0;
        for (int step = 0; step < 250; step++) {
            // Mostly one step after the other; now and then another song.
            for (int n = random.nextInt(10) == 0 ? 60 : random.nextInt(3); n >= 0; n--) {
                project = edits.edited(project);
            }
            MixPlan wanted = MixPlan.of(project, random.nextInt(4) == 0 ? listening(random) : Listening.TO_THE_MIX);
            int rounds = 0;
            do {
                MixPlan before = plan.settled();
                assertThat(before.inTransition()).isFalse();
                plan = Succession.of(before, wanted);
                assertConsistent(plan);
                if (isFarewell(plan, wanted)) {
                    farewells++;
                    assertThat(plan.inTransition())
                            .as("a farewell parts from something")
                            .isTrue();
                } else {
                    assertGoesOn(before, plan);
                }
                assertThat(++rounds).isLessThanOrEqualTo(MOST_ROUNDS);
            } while (plan.inTransition() || isFarewell(plan, wanted));
            assertThat(shape(plan)).isEqualTo(shape(wanted));
        }
        assertThat(farewells).as("farewells, or the edits are too tame").isPositive();
    }

    private static boolean isFarewell(MixPlan plan, MixPlan wanted) {
        return !shape(plan.settled()).equals(shape(wanted));
    }

    /// All that a plan says but for generations and for what leaves.
    private static List<Object> shape(MixPlan plan) {
        List<Object> all = new ArrayList<>(List.of(plan.sampleRate(), plan.beatsPerMinute()));
        for (PlannedStrip strip : plan.strips()) {
            all.add(List.of(
                    strip.key().stripId(), strip.strip(), strip.inputChannels(), strip.media(), strip.leaving()));
            for (PlannedInsert insert : strip.chain()) {
                all.add(List.of(insert.insert(), insert.type(), insert.channels(), insert.silent(), insert.leaving()));
            }
        }
        for (PlannedLink link : plan.links()) {
            all.add(List.of(
                    link.from(),
                    link.to(),
                    link.key().kind(),
                    link.key().of(),
                    link.heard(),
                    link.leaving(),
                    link.send() == null ? "" : link.send()));
        }
        return all;
    }

    private static void assertConsistent(MixPlan plan) {
        Set<Object> keys = new HashSet<>();
        for (PlannedStrip strip : plan.strips()) {
            assertThat(keys.add(strip.key())).as("%s", strip.key()).isTrue();
            for (PlannedInsert insert : strip.chain()) {
                assertThat(keys.add(insert.key())).as("%s", insert.key()).isTrue();
                assertThat(insert.key().strip()).isEqualTo(strip.key());
            }
            assertChannels(strip);
        }
        for (PlannedLink link : plan.links()) {
            assertThat(keys.add(link.key())).as("%s", link.key()).isTrue();
            assertThat(plan.strips().get(link.from()).key())
                    .isEqualTo(link.key().from());
            assertThat(plan.strips().get(link.to()).key()).isEqualTo(link.key().to());
        }
        assertOrder(plan);
        assertKeysAreFed(plan);
        assertThat(plan.settled().inTransition()).isFalse();
        assertThat(plan.settled().settled()).isEqualTo(plan.settled());
        assertOrder(plan.settled());
        assertKeysAreFed(plan.settled());
    }

    /// The chain that stays fits together, and none of it is too wide for the strip.
    private static void assertChannels(PlannedStrip strip) {
        int channels = strip.inputChannels();
        for (PlannedInsert insert : strip.chain()) {
            assertThat(insert.outputChannels()).isLessThanOrEqualTo(strip.outputChannels());
            if (!insert.leaving()) {
                assertThat(insert.channels()).isEqualTo(channels);
                channels = insert.outputChannels();
            }
        }
    }

    private static void assertOrder(MixPlan plan) {
        assertThat(plan.order()).doesNotHaveDuplicates().hasSize(plan.strips().size());
        for (PlannedLink link : plan.links()) {
            assertThat(plan.order().indexOf(link.from()))
                    .isLessThan(plan.order().indexOf(link.to()));
        }
    }

    private static void assertKeysAreFed(MixPlan plan) {
        for (int i = 0; i < plan.strips().size(); i++) {
            for (PlannedInsert insert : plan.strips().get(i).chain()) {
                String key = insert.insert().key();
                if (key != null) {
                    assertThat(plan.into(i))
                            .as("%s listens to %s", insert.key(), key)
                            .anyMatch(link -> !link.carriesSound()
                                    && link.key().of().equals(insert.key().insertId())
                                    && link.key().from().stripId().equals(key));
                }
            }
        }
    }

    /// What is the same in both goes on; nothing goes on as something else; what is not there any more leaves.
    private static void assertGoesOn(MixPlan before, MixPlan plan) {
        Map<PlannedStrip.Key, PlannedStrip> after =
                plan.strips().stream().collect(Collectors.toMap(PlannedStrip::key, Function.identity()));
        Map<String, PlannedStrip> stay = plan.strips().stream()
                .filter(strip -> !strip.leaving())
                .collect(Collectors.toMap(strip -> strip.key().stripId(), Function.identity()));
        for (PlannedStrip old : before.strips()) {
            PlannedStrip now = after.get(old.key());
            assertThat(now).as("%s", old.key()).isNotNull();
            PlannedStrip fresh = stay.get(old.key().stripId());
            boolean same = fresh != null
                    && fresh.strip().kind() == old.strip().kind()
                    && fresh.inputChannels() == old.inputChannels();
            assertThat(now.leaving()).isEqualTo(!same);
            for (PlannedInsert insert : old.chain()) {
                PlannedInsert then = now.chain().stream()
                        .filter(candidate -> candidate.key().equals(insert.key()))
                        .findFirst()
                        .orElseThrow();
                assertThat(then.type()).isEqualTo(insert.type());
                assertThat(then.channels()).isEqualTo(insert.channels());
                assertThat(then.insert().key()).isEqualTo(insert.insert().key());
            }
            if (same && inserts(old).equals(inserts(fresh))) {
                assertThat(now.chain()).isEqualTo(old.chain());
            }
        }
        Set<PlannedLink.Key> links = plan.links().stream().map(PlannedLink::key).collect(Collectors.toSet());
        for (PlannedLink link : before.links()) {
            if (link.carriesSound()) {
                assertThat(links).contains(link.key());
            }
        }
    }

    private static List<Insert> inserts(PlannedStrip strip) {
        return strip.chain().stream()
                .filter(insert -> !insert.leaving())
                .map(PlannedInsert::insert)
                .toList();
    }

    private static Project reversible(boolean reversed) {
        Strip first = Strip.create(Strip.Kind.BUS, "first", "First").withOutput(reversed ? null : "second");
        Strip second = Strip.create(Strip.Kind.BUS, "second", "Second").withOutput(reversed ? "first" : null);
        return Project.empty("Test", 48_000).withStrips(List.of(first, second));
    }

    @Test
    void twoBusesThatFeedEachOtherTheOtherWayRoundPartFirst() {
        MixPlan before = MixPlan.of(reversible(false));
        MixPlan wanted = MixPlan.of(reversible(true));
        MixPlan farewell = Succession.of(before, wanted);
        assertThat(farewell.links()).hasSize(2);
        assertThat(farewell.links().stream().filter(PlannedLink::leaving)).hasSize(2);
        assertThat(shape(Succession.of(farewell.settled(), wanted))).isEqualTo(shape(wanted));
    }

    @Test
    void aKeyAgainstTheNewDirectionPartsFirst() {
        Strip listening = Strip.create(Strip.Kind.BUS, "first", "First")
                .withInserts(List.of(Insert.create("c", "compressor").withKey("second")));
        Strip second = Strip.create(Strip.Kind.BUS, "second", "Second");
        Project project = Project.empty("Test", 48_000).withStrips(List.of(listening, second));
        Project turned = project.withStrips(
                List.of(Strip.create(Strip.Kind.BUS, "first", "First").withOutput("second"), second));
        MixPlan wanted = MixPlan.of(turned);
        MixPlan farewell = Succession.of(MixPlan.of(project), wanted);
        assertThat(farewell.strips().getFirst().chain()).allMatch(PlannedInsert::leaving);
        assertThat(shape(Succession.of(farewell.settled(), wanted))).isEqualTo(shape(wanted));
    }

    @Test
    void aFarewellIsAtTheValuesOfTheSongThatFollows() {
        MixPlan before = MixPlan.of(reversible(false));
        Values quiet = Values.INITIAL.with(studio.headroom.project.StripControls.VOLUME, -20);
        Project turned = reversible(true);
        MixPlan wanted = MixPlan.of(turned.withMaster(turned.master().withControls(quiet)));
        MixPlan farewell = Succession.of(before, wanted);
        assertThat(farewell.strips().get(farewell.master()).strip().controls()).isEqualTo(quiet);
    }

    @Test
    void whatHasMovedAcrossOthersComesAnewWithThem() {
        Strip strip = Strip.create(Strip.Kind.BUS, "b", "B")
                .withInserts(List.of(
                        Insert.create("1", "eq"),
                        Insert.create("2", "utility"),
                        Insert.create("3", "utility"),
                        Insert.create("4", "eq")));
        Project project = Project.empty("Test", 48_000).withStrips(List.of(strip));
        List<Insert> inserts = strip.inserts();
        Project moved = project.withStrips(
                List.of(strip.withInserts(List.of(inserts.get(0), inserts.get(2), inserts.get(1), inserts.get(3)))));
        List<PlannedInsert> chain = Succession.of(MixPlan.of(project), MixPlan.of(moved))
                .strips()
                .getFirst()
                .chain();
        assertThat(chain.stream()
                        .map(insert -> insert.key().insertId() + insert.key().generation() + insert.leaving()))
                .containsExactly("10false", "20true", "30true", "31false", "21false", "40false");
    }

    @Test
    void aSendThatGoesElsewhereLeavesAndComes() {
        Strip track = Strip.create(Strip.Kind.TRACK, "t", "T").withSends(List.of(Send.create("s", "r")));
        Strip first = Strip.create(Strip.Kind.RETURN, "r", "R");
        Strip second = Strip.create(Strip.Kind.RETURN, "q", "Q");
        Project project = Project.empty("Test", 48_000).withStrips(List.of(track, first, second));
        Project changed = project.withStrips(List.of(track.withSends(List.of(Send.create("s", "q"))), first, second));
        MixPlan plan = Succession.of(MixPlan.of(project), MixPlan.of(changed));
        assertThat(plan.links().stream()
                        .filter(link -> link.key().of().equals("s"))
                        .map(link -> link.key().to().stripId() + link.leaving()))
                .containsExactlyInAnyOrder("qfalse", "rtrue");
    }
}
