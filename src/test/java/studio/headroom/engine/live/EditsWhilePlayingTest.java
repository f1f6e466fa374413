package studio.headroom.engine.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.headroom.effects.Catalogue;
import studio.headroom.param.Param;
import studio.headroom.param.Values;
import studio.headroom.project.Clip;
import studio.headroom.project.GainEnvelope;
import studio.headroom.project.Insert;
import studio.headroom.project.PanLaw;
import studio.headroom.project.Project;
import studio.headroom.project.Send;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;

/// Edits through the engine's door while a sine of 100 Hz at -6 dBFS plays on the left and noise on the right: on the
/// left nothing bends more than a fade of 20 ms does, on the right not one sample is other than in the file.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class EditsWhilePlayingTest {
    private static final int RATE = 48_000;
    private static final int FRAMES = 400_000;
    private static final double PEAK = 0.5;
    private static final double FADE = 0.02 * RATE;

    private static final double SLOPE = 2 * Math.PI * 100 / RATE;

    /// What a straight fade of 20 ms from one sound to another bends: the sine's own peak·ω²; the fade's corner, where
    /// it begins or ends, times the difference of both sounds; and in its course twice its slope times that of the
    /// difference.
    private static double bound(double loudest, double difference) {
        return loudest * SLOPE * SLOPE + difference / FADE + 2 * difference * SLOPE / FADE;
    }

    private static final float[] SILENCE = new float[FRAMES];
    private static final float[] NOISE = MemorySong.noise(FRAMES, 5);

    /// An edit, there and back.
    ///
    /// @param difference the peak of what is faded: of the sound before less the sound after
    /// @param loudest the peak of the louder of both
    /// @param leftAlone whether the noise on the right is none of its business
    private record Case(
            String name,
            UnaryOperator<Project> before,
            UnaryOperator<Project> edit,
            double difference,
            double loudest,
            boolean leftAlone) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case edit(String name, UnaryOperator<Project> before, UnaryOperator<Project> edit) {
        return new Case(name, before, edit, PEAK, PEAK, true);
    }

    private static Case edit(String name, UnaryOperator<Project> edit) {
        return edit(name, song -> song, edit);
    }

    private static UnaryOperator<Project> strip(String id, UnaryOperator<Strip> change) {
        return song -> MemorySong.with(song, id, change);
    }

    private static UnaryOperator<Project> set(Param param, double value) {
        return strip("a", MemorySong.set(param, value));
    }

    /// The sine on a mono track in the center.
    private static final UnaryOperator<Project> MONO = song -> with(
            without(song, "a"),
            Strip.create(Strip.Kind.TRACK, "n", "New")
                    .withClips(List.of(Clip.whole("c-n", song.media("m-m").orElseThrow(), 0))));

    private static UnaryOperator<Project> inserts(Insert... inserts) {
        return strip("a", strip -> strip.withInserts(List.of(inserts)));
    }

    private static Insert gain(String id, double db, boolean bypassed) {
        Param gain = Catalogue.find("utility").orElseThrow().params().params().stream()
                .filter(param -> param.id().equals("gain"))
                .findFirst()
                .orElseThrow();
        return new Insert(
                id, "utility", Values.INITIAL.with(gain, db).with(StripControls.BYPASS, bypassed ? 1 : 0), null);
    }

    /// Nothing here reaches its ceiling: a delay.
    private static Insert late(String id) {
        return MemorySong.insert(id, "limiter");
    }

    private static UnaryOperator<Project> clip(UnaryOperator<Clip> change) {
        return strip(
                "a", strip -> strip.withClips(strip.clips().stream().map(change).toList()));
    }

    private static Project without(Project song, String id) {
        return song.withStrips(
                song.strips().stream().filter(strip -> !strip.id().equals(id)).toList());
    }

    private static Project with(Project song, Strip strip) {
        List<Strip> strips = new ArrayList<>(song.strips());
        strips.add(strip);
        return song.withStrips(strips);
    }

    static Stream<Case> cases() {
        return Stream.of(controls(), inserts(), ways(), late()).flatMap(cases -> cases);
    }

    private static Stream<Case> controls() {
        return Stream.of(
                edit("mute", set(StripControls.MUTE, 1)),
                edit("fader", set(StripControls.VOLUME, -20)),
                edit("fader to the bottom", set(StripControls.VOLUME, Double.NEGATIVE_INFINITY)),
                edit("trim", set(StripControls.TRIM, -12)),
                // Twice as far in twice the time.
                edit("polarity", set(StripControls.POLARITY, 1)),
                new Case("pan law", MONO, song -> song.withPanLaw(PanLaw.EQUAL_GAIN), PEAK, PEAK, false),
                edit("solo of another track", strip("b", strip -> strip.withSolo(true))),
                new Case(
                        "solo of the track",
                        song -> song,
                        strip("a", strip -> strip.withSolo(true)),
                        PEAK,
                        PEAK,
                        false));
    }

    private static Stream<Case> inserts() {
        return Stream.of(
                edit("insert added and removed", inserts(gain("g", -12, false))),
                edit("insert bypassed", inserts(gain("g", -60, false)), inserts(gain("g", -60, true))),
                edit("step of a control", inserts(gain("g", 0, false)), inserts(gain("g", -24, false))),
                edit(
                        "inserts reordered",
                        inserts(gain("g", -12, false), MemorySong.bypassed("e", "eq"), gain("h", 6, false)),
                        inserts(gain("h", 6, false), gain("g", -12, false), MemorySong.bypassed("e", "eq"))),
                edit(
                        "insert of another effect",
                        inserts(gain("g", -12, false)),
                        inserts(MemorySong.insert("g", "eq"))));
    }

    private static Stream<Case> ways() {
        return Stream.of(
                // The send makes it twice as loud.
                new Case(
                        "send added and removed",
                        song -> song,
                        strip("a", strip -> strip.withSends(List.of(Send.create("s", "r")))),
                        PEAK,
                        2 * PEAK,
                        true),
                edit("another output", strip("a", strip -> strip.withOutput("bus"))),
                edit("track removed and brought back", song -> without(song, "a")),
                edit(
                        "track added and removed",
                        song -> without(song, "a"),
                        song -> with(without(song, "a"), track(song))),
                edit("clip muted", clip(clip -> clip.withMuted(true))),
                edit("clip gain", clip(clip -> clip.withGainDb(-12))),
                edit(
                        "gain envelope",
                        clip(clip -> clip.withEnvelope(new GainEnvelope(List.of(new GainEnvelope.Point(0, -12)))))),
                new Case("clip moved", song -> song, clip(clip -> clip.withStart(240)), 2 * PEAK, PEAK, true),
                new Case("clip reversed", song -> song, clip(clip -> clip.withReversed(true)), 2 * PEAK, PEAK, true));
    }

    /// What comes later comes so with everything else, which goes over to itself in another phase: as far as twice its
    /// peak.
    private static Stream<Case> late() {
        return Stream.of(
                new Case("late insert added and removed", song -> song, inserts(late("l")), 2 * PEAK, PEAK, false),
                new Case(
                        "late insert bypassed",
                        inserts(late("l")),
                        inserts(MemorySong.bypassed("l", "limiter")),
                        PEAK,
                        PEAK,
                        true),
                new Case(
                        "late insert reordered",
                        inserts(late("l"), gain("g", -12, false)),
                        inserts(gain("g", -12, false), late("l")),
                        2 * PEAK,
                        PEAK,
                        true));
    }

    private static Strip track(Project song) {
        return Strip.create(Strip.Kind.TRACK, "n", "New")
                .withClips(List.of(Clip.whole("c-n", song.media("m-a").orElseThrow(), 0)));
    }

    private static MemorySong song() {
        MemorySong song = new MemorySong(RATE);
        return song.media("m", song.sine(FRAMES, 100, PEAK))
                .track("a", song.sine(FRAMES, 100, PEAK), SILENCE)
                .track("b", SILENCE, NOISE)
                .add(Strip.create(Strip.Kind.BUS, "bus", "Bus"))
                .add(Strip.create(Strip.Kind.RETURN, "r", "Return"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anEditBendsNoMoreThanAFadeAndTouchesNothingElse(Case edit) throws IOException {
        MemorySong song = song();
        Project before = edit.before.apply(song.project());
        Project after = edit.edit.apply(before);
        try (Rig rig = new Rig(before, song).plugged()) {
            rig.engine.play(0);
            play(rig, 60);
            for (int times = 0; times < 3; times++) {
                change(rig, after);
                change(rig, before);
            }
            float[][] heard = rig.device.heard();
            int begin = 0;
            while (heard[1][begin] == 0) {
                begin++;
            }
            assertThat(Hearing.bend(Arrays.copyOfRange(heard[0], begin, heard[0].length)))
                    .isLessThan(bound(edit.loudest, edit.difference));
            if (edit.leftAlone) {
                assertThat(Arrays.copyOfRange(heard[1], begin, heard[1].length))
                        .containsExactly(Arrays.copyOfRange(NOISE, 0, heard[1].length - begin));
            }
            assertThat(rig.notices).isEmpty();
            assertThat(rig.engine.status().lateBlocks()).isZero();
            assertThat(rig.engine.graphs()).isLessThan(40);
        }
    }

    private static void change(Rig rig, Project song) throws IOException {
        rig.engine.update(song);
        rig.sync();
        // A move takes its 20 ms although no graph is exchanged for it.
        play(rig, 10);
        Rig.until("heard in full", () -> {
            play(rig, 1);
            return rig.engine.upToDate();
        });
        play(rig, 10);
    }

    /// The device takes blocks faster than in real time, and so waits for the disk.
    private static void play(Rig rig, int blocks) {
        for (int i = 0; i < blocks; i++) {
            Rig.until("delivered", () -> rig.engine.delivered(RATE / 2));
            rig.device.take(1);
        }
    }
}
