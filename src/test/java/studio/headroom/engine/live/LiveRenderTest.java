package studio.headroom.engine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.engine.Move;
import studio.headroom.engine.meter.MasterReading;
import studio.headroom.engine.meter.StripReading;
import studio.headroom.engine.monitor.MonitorControls;
import studio.headroom.engine.plan.Listening;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Values;
import studio.headroom.project.Clip;
import studio.headroom.project.Fade;
import studio.headroom.project.GainEnvelope;
import studio.headroom.project.Insert;
import studio.headroom.project.Lane;
import studio.headroom.project.PanLaw;
import studio.headroom.project.StripControls;

/// What is played is what is bounced. No threads but where said otherwise.
class LiveRenderTest {
    private static final int FRAMES = 12_345;

    @ParameterizedTest
    @ValueSource(ints = {1, 17, 64, 100, 441, 512, 1024, 4096})
    void playingHasTheBitsOfTheBounceAtAnyBlockSize(int block) throws InterruptedException {
        MemorySong song = MemorySong.busy(FRAMES);
        float[][] bounce = song.bounce(FRAMES);
        try (Hearing hearing = new Hearing(song, block % 2 + 1)) {
            AtomicBoolean over = new AtomicBoolean();
            Thread reader = Thread.ofPlatform().start(() -> readMeters(hearing, over));
            hearing.play(0);
            float[][] played = hearing.hear(FRAMES, block);
            over.set(true);
            reader.join();
            assertSame(played, bounce, 0, 0, FRAMES);
        }
    }

    /// Clips with gain envelopes, one reversed and two in a cross-fade, curved lanes, and mono tracks that are panned.
    @ParameterizedTest
    @EnumSource(PanLaw.class)
    void envelopesCurvesAndPanLawsAreHeardAsTheyAreBounced(PanLaw law) {
        MemorySong song = MemorySong.busy(FRAMES).panLaw(law);
        song.change("t0", strip -> strip.withClips(crossFaded(strip.clips().getFirst())));
        song.change(
                "t1",
                strip -> strip.withClips(
                        List.of(strip.clips().getFirst().withReversed(true).withEnvelope(envelope(100, 9_000)))));
        song.lane(
                "t2",
                "t2",
                StripControls.PAN,
                new Lane.Point(50, -100, Lane.Shape.LINEAR, 1),
                new Lane.Point(5_000, 70, Lane.Shape.LINEAR, -0.7),
                new Lane.Point(FRAMES, -20, Lane.Shape.LINEAR));
        song.lane(
                "bus",
                "bus",
                StripControls.VOLUME,
                new Lane.Point(0, Double.NEGATIVE_INFINITY, Lane.Shape.LINEAR, -1),
                new Lane.Point(7_001, 6, Lane.Shape.LINEAR, 0.4),
                new Lane.Point(12_000, -30, Lane.Shape.LINEAR));
        float[][] bounce = song.bounce(FRAMES);
        for (int block : new int[] {64, 441, 1024}) {
            try (Hearing hearing = new Hearing(song, block % 2 + 1)) {
                hearing.play(0);
                assertSame(hearing.hear(FRAMES, block), bounce, 0, 0, FRAMES);
            }
        }
    }

    /// Equalizers in both lengths of linear phase, late in a row and in parallel, while automation moves their bands.
    @ParameterizedTest
    @ValueSource(ints = {64, 441, 1024})
    void linearPhaseIsHeardAsItIsBounced(int block) {
        int frames = 40_000;
        MemorySong song = new MemorySong(48_000)
                .track("a", MemorySong.noise(frames, 1))
                .track("b", MemorySong.noise(frames, 2), MemorySong.noise(frames, 3));
        song.change("a", strip -> strip.withInserts(List.of(linear("x", 1), linear("y", 1))))
                .change("b", strip -> strip.withInserts(List.of(linear("z", 2))));
        for (String id : List.of("x", "z")) {
            EffectType eq = Catalogue.find("eq").orElseThrow();
            song.lane(
                    id.equals("x") ? "a" : "b",
                    id,
                    eq.params().get(eq.params().indexOf("band3.gain")),
                    new Lane.Point(1_000, -12, Lane.Shape.LINEAR),
                    new Lane.Point(15_000, 12, Lane.Shape.HOLD),
                    new Lane.Point(20_000, -3, Lane.Shape.HOLD));
        }
        float[][] bounce = song.bounce(frames);
        try (Hearing hearing = new Hearing(song, 2)) {
            hearing.play(0);
            assertSame(hearing.hear(frames, block), bounce, 0, 0, frames);
            hearing.stop();
            hearing.rest();
            hearing.play(0);
            assertSame(hearing.hear(frames, 100), bounce, 0, 0, frames);
        }
    }

    /// A multiband compressor in linear phase whose crossovers stand elsewhere at the end than at the beginning, so
    /// that
    /// a second start computes them anew.
    @ParameterizedTest
    @ValueSource(ints = {64, 441, 4096})
    void crossoversOfLinearPhaseAreHeardAsTheyAreBounced(int block) {
        int frames = 24_000;
        EffectType multiband = Catalogue.find("multiband").orElseThrow();
        ParamSet params = multiband.params();
        Values values = Values.INITIAL
                .with(params.get(params.indexOf("phase")), 1)
                .with(params.get(params.indexOf("band2.gain")), -6);
        MemorySong song = new MemorySong(48_000).track("a", MemorySong.noise(frames, 1), MemorySong.noise(frames, 2));
        song.change("a", strip -> strip.withInserts(List.of(new Insert("x", "multiband", values, null))));
        for (int i = 1; i <= 3; i++) {
            song.lane(
                    "a",
                    "x",
                    params.get(params.indexOf("crossover" + i + ".freq")),
                    new Lane.Point(0, 100 * i, Lane.Shape.LINEAR),
                    new Lane.Point(15_000, 900 * i, Lane.Shape.HOLD));
        }
        float[][] bounce = song.bounce(frames);
        try (Hearing hearing = new Hearing(song, 2)) {
            hearing.play(0);
            assertSame(hearing.hear(frames, block), bounce, 0, 0, frames);
            hearing.stop();
            hearing.rest();
            hearing.play(0);
            assertSame(hearing.hear(frames, 100), bounce, 0, 0, frames);
        }
    }

    private static Insert linear(String id, double phase) {
        EffectType eq = Catalogue.find("eq").orElseThrow();
        Values values = Values.INITIAL
                .with(eq.params().get(eq.params().indexOf("phase")), phase)
                .with(eq.params().get(eq.params().indexOf("band5.gain")), -4);
        return new Insert(id, "eq", values, null);
    }

    private static GainEnvelope envelope(long first, long last) {
        return GainEnvelope.NONE
                .with(new GainEnvelope.Point(first, -40))
                .with(new GainEnvelope.Point((first + last) / 2, 12))
                .with(new GainEnvelope.Point((first + last) / 2 + 1, -12))
                .with(new GainEnvelope.Point(last, 0));
    }

    private static List<Clip> crossFaded(Clip whole) {
        Fade fade = new Fade(1_500, Fade.Shape.EQUAL_POWER);
        return List.of(
                whole.withSpan(0, 0, 7_000).withFades(Fade.NONE, fade).withEnvelope(envelope(3_000, 6_500)),
                whole.withId("second")
                        .withSpan(5_500, 300, FRAMES - 5_500)
                        .withFades(fade, Fade.NONE)
                        .withEnvelope(envelope(500, 2_100)));
    }

    private static void readMeters(Hearing hearing, AtomicBoolean over) {
        double sum = 0;
        while (!over.get()) {
            for (LiveMeters.Strip strip : hearing.meters.strips().values()) {
                sum += strip.levels().get(StripReading.PEAK_LEFT);
            }
            sum += hearing.render.meter().integratedLufs();
            hearing.render.meter().restartProgram();
            hearing.meters.heaviest().orElseThrow().load().resetWorst();
        }
        assertThat(sum).isNotNull();
    }

    @Test
    void theMonitorNeverReachesABounce() {
        MemorySong song = MemorySong.busy(FRAMES);
        float[][] bounce = song.bounce(FRAMES);
        try (Hearing hearing = new Hearing(song)) {
            hearing.render.link().send(LiveRender.MONITOR, MonitorControls.PARAMS.indexOf(MonitorControls.MUTE), 1);
            hearing.play(0);
            assertThat(Hearing.peak(hearing.hear(FRAMES, 512))).isZero();
            assertThat(song.bounce(FRAMES)).isDeepEqualTo(bounce);
            assertThat(hearing.render.meter().strip().get(StripReading.PEAK_LEFT))
                    .as("the meter of the mix is before the monitor")
                    .isPositive();
        }
    }

    @Test
    void theSilenceBehindTheProgramIsNoPartOfIt() {
        int frames = 8 * 48_000;
        float[] noise = MemorySong.noise(frames, 1);
        MemorySong song = new MemorySong(48_000).track("a", noise, noise);
        try (Hearing hearing = new Hearing(song)) {
            hearing.render.link().send(LiveRender.MEASURING, LiveRender.UNTIL, frames);
            hearing.play(0);
            hearing.hear(frames, 512);
            double lufs = hearing.render.meter().integratedLufs();
            hearing.hear(4 * 48_000, 512);
            // Even noise has no range; 3 s that run into silence have 20 LU of it.
            assertThat(hearing.render.meter().loudnessRangeLu()).isLessThan(0.2);
            assertThat(hearing.render.meter().integratedLufs()).isCloseTo(lufs, within(0.01));
        }
    }

    @Test
    void theSilenceAfterAStopIsNoPartOfTheProgram() {
        int frames = 12 * 48_000;
        float[] noise = MemorySong.noise(frames, 1);
        MemorySong song = new MemorySong(48_000).track("a", noise, noise);
        try (Hearing hearing = new Hearing(song)) {
            hearing.play(0);
            hearing.hear(6 * 48_000, 512);
            hearing.stop();
            hearing.hear(2 * 48_000, 512);
            assertThat(hearing.render.resting())
                    .as("is still listening for what rings")
                    .isFalse();
            assertThat(hearing.render.meter().loudnessRangeLu()).isLessThan(0.2);
            // What is played after that is part of it again.
            double seconds = hearing.render.meter().programSeconds();
            hearing.play(7 * 48_000);
            hearing.hear(2 * 48_000, 512);
            assertThat(hearing.render.meter().programSeconds()).isBetween(seconds + 1.4, seconds + 2);
        }
    }

    @Test
    void theSecondStartAfterARestIsTheFirst() {
        MemorySong song = MemorySong.busy(FRAMES);
        try (Hearing hearing = new Hearing(song)) {
            hearing.play(0);
            float[][] first = hearing.hear(FRAMES, 512);
            hearing.stop();
            hearing.rest();
            hearing.play(0);
            assertSame(hearing.hear(FRAMES, 100), first, 0, 0, FRAMES);
        }
    }

    @Test
    void aStartAtAnyFrameBeginsBeforeItAndHasTheSongsBitsFromThere() {
        MemorySong song = new MemorySong(48_000).track("a", MemorySong.noise(FRAMES, 1), MemorySong.noise(FRAMES, 2));
        float[][] bounce = song.bounce(FRAMES);
        for (long frame : new long[] {1, 63, 64, 959, 960, 1000, 4321}) {
            try (Hearing hearing = new Hearing(song)) {
                hearing.play(frame);
                float[][] played = hearing.hear(6000, 100);
                long before = (hearing.render.heard(0) - frame);
                int lead = (int) (6000 - before);
                assertThat(lead).as("frames before %d", frame).isBetween(0, 960 + 64);
                assertSame(played, bounce, lead, (int) frame, 4900);
            }
        }
    }

    @Test
    void theSongIsHeardWhereItIsSaidToBe() {
        MemorySong song = new MemorySong(48_000).track("a", MemorySong.ramp(100_000), MemorySong.ramp(100_000));
        try (Hearing hearing = new Hearing(song)) {
            hearing.stand(777);
            hearing.hear(100, 100);
            assertThat(hearing.render.heard(0)).isEqualTo(777);
            hearing.play(5000);
            hearing.hear(3000, 441);
            hearing.assertSaidIsHeard("playing");
            hearing.play(50_001);
            hearing.hear(441, 441);
            assertThat(hearing.render.heard(0)).as("on the way to a locate").isBetween(8000L - 1024, 8441L);
            hearing.hear(3000, 441);
            hearing.assertSaidIsHeard("after a locate");
            hearing.loop(40_000, 60_000);
            hearing.hear(20_000, 441);
            hearing.assertSaidIsHeard("after a loop's seam");
            hearing.stop();
            hearing.hear(2000, 441);
            long stood = hearing.render.heard(0);
            hearing.hear(2000, 441);
            assertThat(hearing.render.heard(0)).isEqualTo(stood);
        }
    }

    @Test
    void whatIsHeardIsSaidWithTheLatencyOfTheEffects() {
        MemorySong song = new MemorySong(48_000)
                .track("a", MemorySong.ramp(100_000), MemorySong.ramp(100_000))
                .change("a", strip -> strip.withInserts(List.of(MemorySong.bypassed("lim", "limiter"))));
        try (Hearing hearing = new Hearing(song)) {
            assertThat(hearing.graph().latency()).isPositive();
            hearing.play(0);
            float[][] played = hearing.hear(10_000, 441);
            assertThat(played[0][9_999] * 0x1p20f).isEqualTo(9_999);
            assertThat(hearing.render.heard(0)).isEqualTo(10_000);
            assertThat(hearing.render.heard(300)).isEqualTo(9_700);
        }
    }

    @Test
    void nothingIsAllocatedForBlocksCommandsAndGraphs() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        MemorySong song = MemorySong.busy(48_000);
        try (Hearing hearing = new Hearing(song)) {
            float[][] block = new float[2][256];
            int node = hearing.numbers.of("t0");
            int volume = Move.SET.of(StripControls.PARAMS.indexOf(StripControls.VOLUME.id()));
            hearing.loop(1000, 30_000);
            long least = Long.MAX_VALUE;
            // The least of several rounds: what the compiler does beside one of them does not count.
            for (int round = 0; round < 12; round++) {
                hearing.play(round * 100L);
                hearing.follow(song.project(), Listening.TO_THE_MIX);
                for (int i = 0; i < 10; i++) {
                    hearing.render.link().send(node, volume, -i);
                }
                long before = threads.getCurrentThreadAllocatedBytes();
                for (int i = 0; i < 200; i++) {
                    hearing.render.render(block, 256, 0);
                }
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            }
            assertThat(least).isZero();
        }
    }

    @Test
    void playingPastTheEndIsSilence() {
        MemorySong song = new MemorySong(48_000).track("a", MemorySong.noise(1000, 1));
        try (Hearing hearing = new Hearing(song)) {
            hearing.play(0);
            hearing.hear(1000, 512);
            assertThat(Hearing.peak(hearing.hear(48_000 * 10, 512))).isZero();
            assertThat(hearing.render.heard(0)).isEqualTo(1000 + 480_000);
            assertThat(hearing.render.resting()).isFalse();
        }
    }

    @Test
    void whatIsNoNumberStaysSilentAndSoundComesBack() {
        float[] bad = MemorySong.noise(48_000, 1);
        bad[5000] = Float.NaN;
        bad[5001] = Float.POSITIVE_INFINITY;
        MemorySong song = new MemorySong(48_000)
                .track("a", bad)
                .change("a", strip -> strip.withInserts(List.of(MemorySong.insert("eq", "eq"))));
        try (Hearing hearing = new Hearing(song)) {
            hearing.play(0);
            float[][] heard = hearing.hear(48_000, 512);
            for (float sample : heard[0]) {
                assertThat(sample).isFinite();
            }
            assertThat(hearing.render.spoilt()).isPositive();
            assertThat(hearing.meters.strip("a").orElseThrow().spoilt().get(0)).isPositive();
            assertThat(Hearing.peak(new float[][] {Arrays.copyOfRange(heard[0], 40_000, 48_000)}))
                    .isGreaterThan(0.1f);
            assertThat(hearing.render.meter().get(MasterReading.MOMENTARY_LUFS)).isGreaterThan(-40);
        }
    }

    private static void assertSame(float[][] actual, float[][] expected, int at, int from, int count) {
        for (int c = 0; c < 2; c++) {
            for (int i = 0; i < count; i++) {
                if (actual[c][at + i] != expected[c][from + i]) {
                    assertThat(actual[c][at + i])
                            .as("channel %d, frame %d of %d", c, i, count)
                            .isEqualTo(expected[c][from + i]);
                }
            }
        }
    }
}
