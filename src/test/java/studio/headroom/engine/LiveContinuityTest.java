package studio.headroom.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.engine.plan.Listening;
import studio.headroom.engine.plan.MixPlan;
import studio.headroom.param.Param;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;
import studio.headroom.project.Lane;
import studio.headroom.project.Project;
import studio.headroom.project.Send;
import studio.headroom.project.StripControls;

/// What an edit leaves alone goes on to the bit; what leaves, leaves as it stood.
class LiveContinuityTest {
    private static final int FRAMES = 48_000;
    private static final int EDIT = 512 * 20;
    private static final int VOLUME = StripControls.PARAMS.indexOf(StripControls.VOLUME.id());
    private static final int GAIN = 0;

    private static final double CORNER = 0.5 / 960;

    private static float[] noise(int seed) {
        return TestSong.noise(FRAMES, seed);
    }

    /// Every effect on `b`, which no test edits.
    private static TestSong busy() {
        TestSong song = new TestSong()
                .track("b", noise(1), noise(2))
                .track("a", noise(3))
                .bus("bus")
                .returns("r");
        int n = 0;
        for (EffectType type : Catalogue.types()) {
            song.insert("b", Insert.create("b" + n++, type.id()));
        }
        song.insert("bus", Insert.create("l", "limiter")).output("a", "bus").send("a", "r", false, -6);
        Param volume = StripControls.VOLUME;
        return song.insert("r", Insert.create("v", "reverb"))
                .automate(
                        "b",
                        "b",
                        volume,
                        new Lane.Point(0, 0, Lane.Shape.LINEAR),
                        new Lane.Point(FRAMES, -10, Lane.Shape.LINEAR));
    }

    private static float[][] heard(TestSong song, Project project, List<Project> edits) {
        try (LiveRig rig = new LiveRig(song, project, FRAMES, 1)) {
            rig.render(EDIT / 64, 8);
            for (Project edit : edits) {
                rig.edit(edit);
                rig.settle(edit, 8);
            }
            rig.render((int) (FRAMES - 3000 - rig.clock()) / 64, 8);
            return rig.mix();
        }
    }

    @Test
    void anEditThatChangesNothingChangesNoBit() {
        TestSong song = busy();
        Project same = song.project();
        assertThat(heard(song, same, List.of(same, same, same))).isDeepEqualTo(heard(song, same, List.of()));
    }

    /// With `a` and all behind it unheard, the mix is what `b` sounds like.
    @Test
    void editsOfOtherStripsChangeNoBitOfATrack() {
        TestSong song = busy();
        song.set("a", StripControls.VOLUME, Double.NEGATIVE_INFINITY).set("r", StripControls.MUTE, 1);
        Project first = song.project();
        Project second = song.inserts("a", Insert.create("q", "eq"))
                .sends("a", send -> send.withPreFader(true))
                .project();
        Project third = song.output("a", null)
                .clips("a", clip -> clip.withReversed(true))
                .bus("another")
                .project();
        assertThat(heard(song, first, List.of(second, third, first))).isDeepEqualTo(heard(song, first, List.of()));
    }

    @Test
    void aReverbRingsOnWhenWhatFedItIsRemoved() {
        TestSong song = new TestSong().track("a", noise(1)).returns("r").insert("r", Insert.create("v", "reverb"));
        song.send("a", "r", false, 0).set("a", StripControls.VOLUME, 0);
        Project before = song.project();
        Project after = song.remove("a").project();
        float[] heard = heard(song, before, List.of(after))[0];
        assertThat(level(heard, EDIT + 4000)).isGreaterThan(level(heard, EDIT - 4000) * 0.02);
    }

    private static double level(float[] x, int at) {
        double sum = 0;
        // Two periods of 100 Hz.
        for (int i = at; i < at + 960; i++) {
            sum += x[i] * x[i];
        }
        return Math.sqrt(sum / 960);
    }

    private static double roughest(float[] x, int from) {
        double most = 0;
        for (int i = from + 2; i < x.length; i++) {
            most = Math.max(most, Math.abs(x[i] - 2.0 * x[i - 1] + x[i - 2]));
        }
        return most;
    }

    private static TestSong sines() {
        float[] sine = TestSong.sine(FRAMES, 100, 0.5);
        return new TestSong().track("a", sine, sine).bus("first").bus("second").returns("r");
    }

    private static float[] edited(TestSong song, Project before, Consumer<LiveRig> edits) {
        try (LiveRig rig = new LiveRig(song, before, FRAMES, 1)) {
            rig.render(EDIT / 64, 8);
            edits.accept(rig);
            rig.render(200, 8);
            return rig.mix()[0];
        }
    }

    @Test
    void twoBusesTurnedRoundFadeOutAndIn() {
        TestSong song = sines().output("a", "first").output("first", "second");
        Project before = song.project();
        Project after = song.output("a", "second")
                .output("first", null)
                .output("second", "first")
                .project();
        float[] heard = edited(song, before, rig -> {
            rig.edit(after);
            rig.settle(after, 4);
            assertThat(rig.graph().plan().settled().links())
                    .hasSameSizeAs(MixPlan.of(after).links());
        });
        // A fade to silence and one back, each with the sine's own curvature (a sixth of the corner) beside it.
        assertThat(roughest(heard, EDIT)).isLessThan(2 * CORNER);
        assertThat(Arrays.copyOfRange(heard, heard.length - 5000, heard.length))
                .containsExactly(Arrays.copyOfRange(song.mix(FRAMES)[0], heard.length - 5000, heard.length));
    }

    /// Told to fade while it still fades: the next graph waits until this one has settled, and nothing clicks.
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 14, 16, 40})
    void aTrackThatIsRemovedAndBroughtBackIsSmooth(int subBlocks) {
        TestSong song = sines();
        song.insert("a", Insert.create("l", "limiter"));
        Project with = song.project();
        Project without = song.remove("a").project();
        float[] heard = edited(song, with, rig -> {
            rig.edit(without);
            rig.render(subBlocks, 1);
            while (!rig.graph().settled()) {
                rig.render(1, 1);
            }
            rig.edit(with);
            rig.settle(with, 1);
        });
        assertThat(roughest(heard, EDIT)).isLessThan(2 * CORNER);
        assertThat(level(heard, heard.length - 2000)).isCloseTo(level(heard, EDIT - 4000), within(0.02));
    }

    /// The id of an insert that has left, and not been cleaned up, comes back as another effect.
    @Test
    void anIdThatComesBackAsAnotherEffectIsThat() {
        TestSong song = sines();
        song.inserts("a", Insert.create("x", "limiter"));
        Project late = song.project();
        Project without = song.inserts("a").project();
        Values louder = Values.INITIAL.with(gain(), -6);
        Project quiet = song.inserts("a", Insert.create("x", "utility").withValues(louder))
                .project();
        float[] heard = edited(song, late, rig -> {
            rig.edit(without);
            while (!rig.graph().settled()) {
                rig.render(1, 1);
            }
            rig.edit(quiet);
            rig.settle(quiet, 8);
        });
        assertThat(roughest(heard, EDIT)).isLessThan(2 * CORNER);
        double half = Math.pow(10, -6 / 20.0);
        assertThat(level(heard, heard.length - 2000)).isCloseTo(level(heard, EDIT - 4000) * half, within(0.01));
    }

    private static Param gain() {
        return Catalogue.find("utility").orElseThrow().params().get(GAIN);
    }

    /// Faders move by command, of which the plan that is in use knows nothing.
    @Test
    void whatLeavesStaysAtTheValuesOfItsLastCommands() {
        TestSong song = sines().insert("a", Insert.create("g", "utility")).send("a", "r", true, 0);
        Project before = song.project();
        Project after = song.remove("a").project();
        float[] heard = edited(song, before, rig -> {
            RenderGraph graph = rig.graph();
            graph.move(rig.numbers.of("a"), Move.SET.of(VOLUME), Double.NEGATIVE_INFINITY);
            graph.move(rig.numbers.of("g"), Move.SET.of(GAIN), -36);
            graph.move(rig.numbers.of("s-a-r"), Move.SET.of(0), Double.NEGATIVE_INFINITY);
            rig.render(160, 8);
            rig.edit(after);
            rig.settle(after, 8);
        });
        for (int i = EDIT + 5000; i < heard.length; i++) {
            assertThat(heard[i]).as("frame %d", i).isZero();
        }
    }

    @Test
    void aHandOnAControlStaysOnItWhenTheSongIsEdited() {
        TestSong song = sines();
        song.automate("a", "a", StripControls.VOLUME, new Lane.Point(0, 0, Lane.Shape.HOLD));
        Project before = song.project();
        Project after = song.insert("a", Insert.create("l", "utility")).project();
        float[] heard = edited(song, before, rig -> {
            rig.graph().move(rig.numbers.of("a"), Move.HOLD.of(VOLUME), Double.NEGATIVE_INFINITY);
            rig.render(40, 8);
            rig.edit(after);
            rig.settle(after, 8);
        });
        for (int i = EDIT + 40 * 64; i < heard.length; i++) {
            assertThat(heard[i]).as("frame %d", i).isZero();
        }
    }

    /// A send that goes elsewhere keeps its number: commands reach the new one, though the old one still fades.
    @Test
    void commandsReachTheSendThatStays() {
        TestSong song = sines().send("a", "r", false, 0).set("a", StripControls.VOLUME, 0);
        Project before = song.project();
        Project after = song.sends("a", send -> new Send(send.id(), "second", send.preFader(), send.controls()))
                .remove("r")
                .project();
        float[] heard = edited(song, before, rig -> {
            rig.edit(after);
            rig.graph().move(rig.numbers.of("s-a-r"), Move.SET.of(0), Double.NEGATIVE_INFINITY);
            rig.render(40, 8);
        });
        assertThat(level(heard, heard.length - 2000)).isCloseTo(level(heard, EDIT - 4000) / 2, within(0.01));
    }

    /// Solo by listening leaves the mix alone.
    @ParameterizedTest
    @ValueSource(strings = {"AFTER_FADER", "BEFORE_FADER"})
    void listeningToAStripOrThroughAChainChangesNoBitOfTheMix(String solo) {
        TestSong song = busy();
        Project plain = song.project();
        Project soloed = song.solo("a").project();
        float[][] untouched = heard(song, plain, List.of());
        try (LiveRig rig = new LiveRig(song, plain, FRAMES, 1)) {
            rig.render(EDIT / 64, 8);
            rig.listen(new Listening(Listening.Solo.valueOf(solo), List.of(Insert.create("m", "limiter"))));
            rig.edit(soloed);
            rig.settle(soloed, 8);
            assertThat(rig.graph().outputs()).hasSize(3);
            assertThat(level(rig.graph().outputs().get(1).signal()[0], 0, 512)).isPositive();
            rig.listen(new Listening(Listening.Solo.AFTER_FADER, List.of()));
            rig.edit(soloed);
            rig.settle(soloed, 8);
            assertThat(rig.graph().outputs()).hasSize(2);
            rig.render((int) (FRAMES - 3000 - rig.clock()) / 64, 8);
            assertThat(rig.mix()).isDeepEqualTo(untouched);
        }
    }

    private static double level(float[] x, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += x[i] * x[i];
        }
        return sum;
    }

    @Test
    void anEditWhileNothingPlaysLeavesNothingToFade() {
        TestSong song = sines();
        Project before = song.project();
        Project after = song.insert("a", Insert.create("l", "limiter"))
                .output("a", "first")
                .project();
        try (LiveRig rig = new LiveRig(song, before, FRAMES, 1)) {
            rig.render(80, 8);
            RenderGraph next = rig.next(after);
            rig.use(next);
            next.reset();
            assertThat(next.settled()).isTrue();
            float[][] fresh = song.render(0, 2048, 1, 512, false)[0];
            int latency = next.latency();
            for (int at = 0; at < 2048; at += 512) {
                rig.renderer.render(at, 8);
                float[][] signal = next.outputs().getFirst().signal();
                for (int i = 0; i < 512; i++) {
                    int frame = at + i - latency;
                    assertThat(signal[0][i]).isEqualTo(frame < 0 ? 0 : fresh[0][frame]);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {90, 150})
    void anEchoGlidesIntoAnotherTempoWithoutAClick(double tempo) {
        TestSong song = sines();
        song.insert(
                "a",
                Insert.create("e", "delay")
                        .withValues(Values.of(java.util.Map.of("sync", 1.0, "note.left", 4.0, "mix", 50.0))));
        Project before = song.project();
        Project after = song.tempo(tempo).project();
        float[] heard = edited(song, before, rig -> {
            rig.edit(after);
            rig.settle(after, 8);
        });
        assertThat(roughest(heard, EDIT)).isLessThan(4 * CORNER);
    }
}
