package studio.headroom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.headroom.effects.Catalogue;
import studio.headroom.param.Param;
import studio.headroom.param.Values;
import studio.headroom.project.Clip;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;
import studio.headroom.project.Send;
import studio.headroom.project.StripControls;

/// An edit while a song sounds makes no click and no hole, and when it is over the song sounds as if it had never been
/// other.
class LiveSwapTest {
    private static final int FRAMES = 48_000;
    /// Where the edit happens: a multiple of the longest chunk, well after everything has rung in.
    private static final int EDIT = 512 * 30;

    private static final int END = 512 * 80;
    /// Peak of the louder track in the mix.
    private static final double TRACK = 0.5 * Math.sqrt(0.5);

    /// @param song what is heard, at -6 dBFS and 100 Hz
    /// @param exact whether everything in it forgets at once, so that what follows has the bits of a fresh graph
    private record Case(String name, boolean exact, Consumer<TestSong> before, Consumer<TestSong> after) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case exact(String name, Consumer<TestSong> before, Consumer<TestSong> after) {
        return new Case(name, true, before, after);
    }

    private static Case exact(String name, Consumer<TestSong> after) {
        return new Case(name, true, song -> {}, after);
    }

    private static Case decaying(String name, Consumer<TestSong> before, Consumer<TestSong> after) {
        return new Case(name, false, before, after);
    }

    /// Two fades between different latencies, one behind the other: parts of the sound take ways of three lengths for a
    /// moment, and some frequencies cancel.
    private static final String IN_A_ROW = "late inserts on two strips in a row";

    private static TestSong song() {
        return new TestSong()
                .media("up", TestSong.sine(FRAMES, 100, 0.5), TestSong.sine(FRAMES, 100, 0.5))
                .track("a", TestSong.sine(FRAMES, 100, 0.5))
                .track("b", TestSong.sine(FRAMES, 100, 0.4), TestSong.sine(FRAMES, 100, 0.3))
                .bus("bus")
                .bus("bus2")
                .returns("r");
    }

    private static Insert insert(String id, String type) {
        return Insert.create(id, type);
    }

    private static Insert insert(String id, String type, String param, double value) {
        Param found = Catalogue.find(type).orElseThrow().params().params().stream()
                .filter(candidate -> candidate.id().equals(param))
                .findFirst()
                .orElseThrow();
        return new Insert(id, type, Values.INITIAL.with(found, value), null);
    }

    /// A multiband whose bands never act at these levels.
    private static Insert crossovers(String param, double value) {
        Insert made = insert("x", "multiband", param, value);
        Values values = made.values();
        for (Param each : Catalogue.find("multiband").orElseThrow().params().params()) {
            values = each.id().endsWith(".threshold") ? values.with(each, 0) : values;
        }
        return new Insert(made.id(), made.type(), values, null);
    }

    /// Never acts at these levels: a pure delay of some hundred frames.
    private static Insert latent(String id) {
        return insert(id, "limiter", "ceiling", 0);
    }

    private static Insert bypassed(Insert insert) {
        return insert.withValues(insert.values().with(StripControls.BYPASS, 1));
    }

    private static Insert gain(String id, double db) {
        return insert(id, "utility", "gain", db);
    }

    static Stream<Case> cases() {
        return Stream.of(strips(), inserts(), latencies(), sends(), routes(), tracks(), clips(), keys())
                .flatMap(stream -> stream);
    }

    private static Stream<Case> strips() {
        return Stream.of(
                exact("mute", song -> song.set("a", StripControls.MUTE, 1)),
                exact("fader", song -> song.set("a", StripControls.VOLUME, -20)),
                exact("fader to the bottom", song -> song.set("a", StripControls.VOLUME, Double.NEGATIVE_INFINITY)),
                exact("pan", song -> song.set("a", StripControls.PAN, -100)),
                exact("balance", song -> song.set("b", StripControls.PAN, 60)),
                exact("width", song -> song.set("b", StripControls.WIDTH, 200)),
                exact("trim", song -> song.set("b", StripControls.TRIM, -9)),
                exact("polarity", song -> song.set("a", StripControls.POLARITY, 1)),
                exact("solo", song -> song.solo("a")),
                exact(
                        "solo with a return that is safe",
                        song -> song.send("a", "r", false, -6)
                                .send("b", "r", false, -6)
                                .change("r", strip -> strip.withSoloSafe(true)),
                        song -> song.solo("a")),
                exact(
                        "solo elsewhere with late inserts",
                        song -> song.insert("b", latent("x")).solo("a"),
                        song -> song.change("a", strip -> strip.withSolo(false)).solo("b")));
    }

    private static Stream<Case> inserts() {
        return Stream.of(
                exact("insert added", song -> song.insert("a", gain("u", -9))),
                exact("insert removed", song -> song.insert("a", gain("u", -9)), song -> song.inserts("a")),
                exact(
                        "insert bypassed",
                        song -> song.insert("a", gain("u", -9)),
                        song -> song.inserts("a", bypassed(gain("u", -9)))),
                exact(
                        "insert of another type",
                        song -> song.insert("a", gain("u", 6)),
                        song -> song.inserts("a", latent("u"))),
                exact(
                        "gain of an insert",
                        song -> song.insert("a", gain("u", 0)),
                        song -> song.inserts("a", gain("u", -12))),
                exact(
                        "inserts swapped",
                        song -> song.inserts("a", gain("u", 12), latent("l")),
                        song -> song.inserts("a", latent("l"), gain("u", 12))),
                exact(
                        "inserts around one swapped",
                        song -> song.inserts("a", gain("u", 9), gain("k", 1), latent("l")),
                        song -> song.inserts("a", latent("l"), gain("k", 1), gain("u", 9))),
                decaying(
                        "equalizer band",
                        song -> song.insert("a", insert("q", "eq", "band3.gain", 0)),
                        song -> song.inserts("a", insert("q", "eq", "band3.gain", 9))),
                decaying(
                        "equalizer added",
                        song -> {},
                        song -> song.insert("bus", insert("q", "eq", "band3.gain", 9))
                                .output("a", "bus")),
                decaying(
                        "oversampling of a driven saturation",
                        song -> song.inserts("a", gain("u", -20), insert("s", "saturation", "drive", 20)),
                        song -> song.inserts(
                                "a",
                                gain("u", -20),
                                insert("s", "saturation", "drive", 20)
                                        .withValues(Values.of(java.util.Map.of("drive", 20.0, "quality", 2.0))))),
                exact(
                        "gain by gain",
                        song -> song.inserts("a", gain("u", 12)),
                        song -> song.inserts("a", gain("v", 12))),
                decaying(
                        "mono made wide",
                        song -> song.set("a", StripControls.WIDTH, 0),
                        song -> song.insert("a", insert("w", "imager"))),
                decaying(
                        "wide made mono again",
                        song -> song.set("a", StripControls.WIDTH, 0).insert("a", insert("w", "imager")),
                        song -> song.inserts("a")));
    }

    private static Stream<Case> latencies() {
        return Stream.of(
                exact("late insert added", song -> song.insert("a", latent("x"))),
                exact("late insert removed", song -> song.insert("a", latent("x")), song -> song.inserts("a")),
                exact(
                        "late insert bypassed",
                        song -> song.insert("a", latent("x")),
                        song -> song.inserts("a", bypassed(latent("x")))),
                exact(
                        "late insert not bypassed any more",
                        song -> song.insert("a", bypassed(latent("x"))),
                        song -> song.inserts("a", latent("x"))),
                exact(
                        "lookahead",
                        song -> song.insert("a", insert("x", "limiter", "lookahead", 2)),
                        song -> song.inserts("a", insert("x", "limiter", "lookahead", 8))),
                exact(
                        "phase made linear",
                        song -> song.insert("a", insert("x", "eq", "phase", 0)),
                        song -> song.inserts("a", insert("x", "eq", "phase", 1))),
                exact(
                        "phase made minimum again",
                        song -> song.insert("a", insert("x", "eq", "phase", 1)),
                        song -> song.inserts("a", insert("x", "eq", "phase", 0))),
                decaying(
                        "crossovers made linear",
                        song -> song.insert("a", crossovers("phase", 0)),
                        song -> song.inserts("a", crossovers("phase", 1))),
                decaying(
                        "bands of a multiband",
                        song -> song.insert("a", crossovers("bands", 1)),
                        song -> song.inserts("a", crossovers("bands", 4))),
                exact(
                        IN_A_ROW,
                        song -> song.output("a", "bus"),
                        song -> song.insert("a", latent("x")).insert("bus", latent("y"))),
                exact(
                        "late insert on the master",
                        song -> song.output("a", "bus"),
                        song -> song.insert("master", latent("x"))),
                exact(
                        "two late inserts on one strip",
                        song -> song.insert("b", latent("x")),
                        song -> song.inserts("a", latent("y"), latent("z"))),
                exact(
                        "new track through a late bus into others' delays",
                        song -> song.insert("b", latent("x")),
                        song -> song.bus("late")
                                .insert("late", latent("y"))
                                .track("n", TestSong.sine(FRAMES, 100, 0.4))
                                .insert("n", latent("z"))
                                .output("n", "late")));
    }

    private static Stream<Case> sends() {
        return Stream.of(
                exact("send added", song -> song.send("a", "r", false, 0)),
                exact(
                        "late send added",
                        song -> song.insert("b", latent("x")).send("b", "r", true, 0),
                        song -> song.send("a", "r", false, 0)),
                exact(
                        "send removed",
                        song -> song.send("a", "r", false, 0),
                        song -> song.change("a", strip -> strip.withSends(List.of()))),
                exact(
                        "send taken before the fader",
                        song -> song.send("a", "r", false, 0).set("a", StripControls.VOLUME, -10),
                        song -> song.sends("a", send -> send.withPreFader(true))),
                exact(
                        "send to another target",
                        song -> song.send("a", "r", false, 0).insert("bus", latent("x")),
                        song -> song.sends("a", send -> new Send(send.id(), "bus", send.preFader(), send.controls()))),
                exact(
                        "send to another target while the old one is removed",
                        song -> song.send("a", "r", false, 0),
                        song -> song.sends("a", send -> new Send(send.id(), "bus", send.preFader(), send.controls()))
                                .remove("r")),
                exact(
                        "send level",
                        song -> song.send("a", "r", true, 0),
                        song -> song.sends(
                                "a", send -> send.withControls(Values.INITIAL.with(StripControls.SEND_LEVEL, -30)))));
    }

    private static Stream<Case> routes() {
        return Stream.of(
                exact("track to a bus", song -> song.output("a", "bus")),
                exact("track to a late bus", song -> song.insert("bus", latent("x")), song -> song.output("a", "bus")),
                exact(
                        "track back from a late bus",
                        song -> song.insert("bus", latent("x")).output("a", "bus"),
                        song -> song.output("a", null)),
                exact(
                        "track to a new late bus",
                        song -> song.bus("n").insert("n", latent("x")).output("a", "n")),
                exact(
                        "track from a bus that is removed",
                        song -> song.output("a", "bus"),
                        song -> song.output("a", null).remove("bus")),
                exact(
                        "bus into a bus",
                        song -> song.output("a", "bus").output("b", "bus2"),
                        song -> song.output("bus", "bus2")));
    }

    private static Stream<Case> tracks() {
        return Stream.of(
                exact("track added", song -> song.track("n", TestSong.sine(FRAMES, 100, 0.5))),
                exact(
                        "late track added",
                        song -> song.track("n", TestSong.sine(FRAMES, 100, 0.5)).insert("n", latent("x"))),
                exact("track removed", song -> song.remove("a")),
                exact("late track removed", song -> song.insert("a", latent("x")), song -> song.remove("a")),
                exact(
                        "mono track plays stereo media",
                        song -> song.clips(
                                "a",
                                clip -> new Clip(
                                        clip.id(),
                                        "up",
                                        clip.start(),
                                        clip.offset(),
                                        clip.length(),
                                        clip.gainDb(),
                                        clip.fadeIn(),
                                        clip.fadeOut(),
                                        false,
                                        false))));
    }

    private static Stream<Case> clips() {
        return Stream.of(
                exact("clip moved", song -> song.clips("a", clip -> clip.withStart(177))),
                exact("clip trimmed", song -> song.clips("a", clip -> clip.withSpan(0, 0, EDIT - 1000))),
                exact("clip gain", song -> song.clips("a", clip -> clip.withGainDb(-14))),
                exact("clip reversed", song -> song.clips("a", clip -> clip.withReversed(true))),
                exact("clip muted", song -> song.clips("a", clip -> clip.withMuted(true))),
                exact(
                        "clip of a late song",
                        song -> song.insert("b", latent("x")),
                        song -> song.clips("a", clip -> clip.withReversed(true))));
    }

    private static Insert keyed(String id, String key) {
        return insert(id, "compressor", "threshold", -40).withKey(key);
    }

    private static Stream<Case> keys() {
        return Stream.of(
                decaying(
                        "key changed",
                        song -> song.insert("a", keyed("c", null)),
                        song -> song.inserts("a", keyed("c", "b"))),
                decaying(
                        "key gets later than the track",
                        song -> song.insert("a", keyed("c", "b")),
                        song -> song.insert("b", latent("x"))),
                decaying(
                        "track gets later than its key",
                        song -> song.inserts("a", gain("g", 0), keyed("c", "b")),
                        song -> song.inserts("a", gain("g", 0), latent("x"), keyed("c", "b"))),
                decaying(
                        "key is removed",
                        song -> song.insert("a", keyed("c", "b")),
                        song -> song.inserts("a", keyed("c", null)).remove("b")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void editsAreSmoothAndEndWhereAFreshSongIs(Case edit) {
        TestSong song = song();
        edit.before.accept(song);
        Project before = song.project();
        edit.after.accept(song);
        Project after = song.project();
        float[][] old = untouched(song, before);
        float[][] fresh = untouched(song, after);
        float[][] heard = edited(song, before, after, 8);
        assertThat(edited(song, before, after, 1)).as("chunk size").isDeepEqualTo(heard);
        for (int c = 0; c < 2; c++) {
            assertThat(roughest(heard[c], EDIT - 2, END)).as("roughness").isLessThan(bound(old[c], fresh[c]));
            if (!edit.name.equals(IN_A_ROW)) {
                assertLevel(heard[c], old[c], fresh[c]);
            }
            assertEnd(heard[c], fresh[c], edit.exact);
        }
    }

    private static float[][] untouched(TestSong song, Project project) {
        try (LiveRig rig = new LiveRig(song, project, FRAMES, 1)) {
            rig.render(END / 64, 8);
            return rig.mix();
        }
    }

    private static float[][] edited(TestSong song, Project before, Project after, int chunk) {
        try (LiveRig rig = new LiveRig(song, before, FRAMES, 1)) {
            rig.render(EDIT / 64, chunk);
            rig.edit(after);
            rig.settle(after, chunk);
            assertThat(rig.graph().plan().inTransition()).isFalse();
            assertThat(rig.clock())
                    .as("settled")
                    .isLessThan(EDIT + 6000 + 2 * rig.graph().latency());
            rig.render((int) (END - rig.clock()) / 64, chunk);
            return rig.mix();
        }
    }

    private static double second(float[] x, int i) {
        return Math.abs((double) x[i] - 2.0 * x[i - 1] + x[i - 2]);
    }

    private static double roughest(float[] x, int from, int to) {
        double most = 0;
        for (int i = Math.max(2, from); i < to; i++) {
            most = Math.max(most, second(x, i));
        }
        return most;
    }

    /// The most that a linear fade of 20 ms (960 frames) from one sound to the other bends: y = old + d·p with
    /// d = new - old has |y''| ≤ max(|old''|, |new''|) + |d|·|p''| + 2·|d'|·|p'|, where p' is 1/960 and p'', at a
    /// corner
    /// of the ramp, too. A signal that goes another way than before fades on both, at most a sub-block apart: then
    /// |d| is
    /// that of one track. A margin of 2, since two faders in a row may move at once.
    private static double bound(float[] old, float[] fresh) {
        double difference = TRACK;
        double slope = 0;
        for (int i = EDIT; i < EDIT + 4000; i++) {
            double d = (double) fresh[i] - old[i];
            difference = Math.max(difference, Math.abs(d));
            slope = Math.max(slope, Math.abs(d - ((double) fresh[i - 1] - old[i - 1])));
        }
        double own = Math.max(roughest(old, EDIT, EDIT + 4000), roughest(fresh, EDIT, EDIT + 4000));
        return 2 * (own + difference / 960 + 2 * slope / 960) + 1e-6;
    }

    /// In windows of one period, the level lies between those that an equal-gain cross-fade from the old sound to the
    /// new one goes through, within 1 dB.
    private static void assertLevel(float[] heard, float[] old, float[] fresh) {
        for (int at = EDIT - 480; at + 480 < END; at += 96) {
            double least = Double.MAX_VALUE;
            double most = 0;
            for (int step = 0; step <= 20; step++) {
                double p = step / 20.0;
                double level = 0;
                for (int i = at; i < at + 480; i++) {
                    double y = old[i] + ((double) fresh[i] - old[i]) * p;
                    level += y * y;
                }
                least = Math.min(least, level);
                most = Math.max(most, level);
            }
            double level = 0;
            for (int i = at; i < at + 480; i++) {
                level += (double) heard[i] * heard[i];
            }
            assertThat(Math.sqrt(level / 480))
                    .as("level at %d", at - EDIT)
                    .isBetween(Math.sqrt(least / 480) * 0.89 - 1e-3, Math.sqrt(most / 480) * 1.12 + 1e-3);
        }
    }

    /// Filters have forgotten after half a second but for what float32 between the inserts rounds away.
    private static void assertEnd(float[] heard, float[] fresh, boolean exact) {
        for (int i = EDIT + 20_000; i < END; i++) {
            if (exact ? heard[i] != fresh[i] : Math.abs(heard[i] - fresh[i]) > 1e-6) {
                assertThat(heard[i]).as("frame %d of %d", i, END).isEqualTo(fresh[i]);
            }
        }
    }
}
