package studio.headroom.engine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.audio.Decibels;
import studio.headroom.effects.Catalogue;
import studio.headroom.engine.Move;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;
import studio.headroom.project.StripControls;

/// Who compares an insert with what comes to it hears what the bounce never has, and no click.
class ComparisonTest {
    private static final int FRAMES = 60_000;
    private static final String ID = "i";
    /// The insert's own gain.
    private static final double WET = Decibels.toGain(-6);
    /// A sine of 100 Hz at -6 dBFS bends by 8.6e-5. A straight fade of 20 ms to a sound of up to twice its level has
    /// corners of at most 1/960 and between them twice the slopes of both; two of them, of bypass and of gain, may
    /// run
    /// at once.
    private static final double BOUND = 2 * (1.0 / 960 + 2 * 1.5 / 960 * 2 * Math.PI * 100 / 48_000) + 3e-4;

    private static MemorySong song(Insert insert) {
        MemorySong song = new MemorySong(48_000);
        float[] sine = song.sine(FRAMES, 100, 0.5);
        return song.track("a", sine, sine).change("a", strip -> strip.withInserts(List.of(insert)));
    }

    private static Insert insert(String type, Map<String, Double> values, boolean bypassed) {
        return new Insert(ID, type, Values.of(values).with(StripControls.BYPASS, bypassed ? 1 : 0), null);
    }

    private static MemorySong quieter(boolean bypassed) {
        return song(insert("utility", Map.of("gain", -6.0), bypassed));
    }

    private static void send(Hearing hearing, Move move, double value) {
        hearing.render.link().send(hearing.numbers.of(ID), move.of(0), value);
    }

    private static void bypass(Hearing hearing, boolean on) {
        int param = Catalogue.find("utility").orElseThrow().params().size();
        hearing.render.link().send(hearing.numbers.of(ID), Move.SET.of(param), on ? 1 : 0);
    }

    private static double level(float[][] heard) {
        double sum = 0;
        int from = heard[0].length - 4800;
        for (int i = from; i < heard[0].length; i++) {
            sum += heard[0][i] * heard[0][i];
        }
        return Math.sqrt(sum / 4800) / (0.5 * Math.sqrt(0.5));
    }

    @Test
    void theDryPathIsHeardAtItsGainAndTheBounceIsAsItWas() {
        MemorySong song = quieter(true);
        float[][] bounce = song.bounce(FRAMES);
        try (Hearing hearing = new Hearing(song)) {
            hearing.play(0);
            assertThat(level(hearing.hear(9600, 512))).isEqualTo(1, within(1e-6));
            send(hearing, Move.DRY_GAIN, WET);
            assertThat(level(hearing.hear(9600, 512))).isEqualTo(WET, within(1e-6));
            assertThat(song.bounce(FRAMES)).isDeepEqualTo(bounce);
            send(hearing, Move.DRY_GAIN, 1);
            hearing.hear(9600, 512);
            float[][] again = hearing.hear(9600, 512);
            for (int i = 0; i < 9600; i++) {
                assertThat(again[0][i]).isEqualTo(bounce[0][3 * 9600 + i]);
            }
        }
    }

    @Test
    void theWetPathDoesNotHearIt() {
        MemorySong song = quieter(false);
        float[][] bounce = song.bounce(FRAMES);
        try (Hearing hearing = new Hearing(song)) {
            send(hearing, Move.DRY_GAIN, 3);
            hearing.play(0);
            float[][] heard = hearing.hear(9600, 512);
            for (int i = 0; i < 9600; i++) {
                assertThat(heard[0][i]).isEqualTo(bounce[0][i]);
            }
        }
    }

    @Test
    void switchingAtEqualLoudnessKeepsTheLevelAllTheWay() {
        try (Hearing hearing = new Hearing(quieter(false))) {
            send(hearing, Move.DRY_GAIN, WET);
            hearing.play(0);
            hearing.hear(9600, 512);
            for (boolean off : new boolean[] {true, false, true}) {
                bypass(hearing, off);
                hearing.hear(4800, 512);
            }
            // Wet and dry are the same now, so the fade between them cannot be heard, and not be seen but for rounding.
            float[] heard = hearing.heard()[0];
            for (int i = 0; i < heard.length; i++) {
                double expected = WET * (float) (0.5 * Math.sin(2 * Math.PI * 100 * i / 48_000));
                assertThat((double) heard[i]).isEqualTo(expected, within(1e-6));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 100, 512})
    void nothingOfItClicks(int block) {
        try (Hearing hearing = new Hearing(quieter(false))) {
            hearing.play(0);
            hearing.hear(4800, block);
            int from = hearing.heard()[0].length;
            send(hearing, Move.DRY_GAIN, 2);
            bypass(hearing, true);
            hearing.hear(400, block);
            send(hearing, Move.DRY_GAIN, 0.5);
            hearing.hear(4000, block);
            bypass(hearing, false);
            send(hearing, Move.DRY_GAIN, 1.5);
            hearing.hear(300, block);
            send(hearing, Move.DELTA, 1);
            hearing.hear(4000, block);
            send(hearing, Move.DRY_GAIN, 1);
            hearing.hear(500, block);
            bypass(hearing, true);
            hearing.hear(200, block);
            send(hearing, Move.DELTA, 0);
            hearing.hear(4000, block);
            float[] heard = java.util.Arrays.copyOfRange(hearing.heard()[0], from - 2, hearing.heard()[0].length);
            assertThat(Hearing.bend(heard)).isLessThan(BOUND);
        }
    }

    @Test
    void theCutIntoBlocksDoesNotMatter() {
        float[][] expected = moved(512);
        for (int block : new int[] {64, 128, 1024}) {
            assertThat(moved(block)).as("blocks of %d", block).isDeepEqualTo(expected);
        }
    }

    /// What is sent is taken at multiples of 1024 frames, whatever the block.
    private static float[][] moved(int block) {
        try (Hearing hearing = new Hearing(quieter(false))) {
            hearing.play(0);
            hearing.hear(4096, block);
            send(hearing, Move.DRY_GAIN, 1.7);
            send(hearing, Move.DELTA, 1);
            hearing.hear(4096, block);
            bypass(hearing, true);
            hearing.hear(4096, block);
            send(hearing, Move.DELTA, 0);
            hearing.hear(4096, block);
            return hearing.heard();
        }
    }

    @Test
    void deltaIsWhatTheEffectChanges() {
        try (Hearing hearing = new Hearing(quieter(false))) {
            send(hearing, Move.DELTA, 1);
            hearing.play(0);
            assertThat(level(hearing.hear(9600, 512))).isEqualTo(1 - WET, within(1e-6));
            send(hearing, Move.DRY_GAIN, WET);
            assertThat(level(hearing.hear(9600, 512))).as("at equal loudness").isEqualTo(0, within(1e-6));
        }
    }

    @Test
    void deltaOfALateEffectThatDoesNothingIsSilence() {
        try (Hearing hearing = new Hearing(song(insert("limiter", Map.of("ceiling", 0.0), false)))) {
            assertThat(hearing.graph().latency()).isPositive();
            send(hearing, Move.DELTA, 1);
            hearing.play(0);
            assertThat(level(hearing.hear(9600, 512))).isZero();
        }
    }

    @Test
    void comparingAllocatesNothing() {
        try (Hearing hearing = new Hearing(quieter(false))) {
            hearing.play(0);
            hearing.hear(48_000, 512);
            float[][] block = new float[2][512];
            long bytes = Math.min(allocated(hearing, block), allocated(hearing, block));
            assertThat(bytes).isZero();
        }
    }

    private static long allocated(Hearing hearing, float[][] block) {
        int node = hearing.numbers.of(ID);
        int bypass =
                Move.SET.of(Catalogue.find("utility").orElseThrow().params().size());
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = 0;
        for (int i = 0; i < 200; i++) {
            hearing.render.link().send(node, Move.DRY_GAIN.of(0), i % 2 == 0 ? 2 : 0.5);
            hearing.render.link().send(node, Move.DELTA.of(0), i / 8 % 2);
            hearing.render.link().send(node, bypass, i / 16 % 2);
            long before = threads.getCurrentThreadAllocatedBytes();
            hearing.render.render(block, 512, 0);
            bytes += threads.getCurrentThreadAllocatedBytes() - before;
        }
        return bytes;
    }

    /// A look-ahead that changes is another instance of the effect.
    @Test
    void theEngineTellsAnotherInstanceTooAndForgetsWhenItIsTold() throws IOException {
        MemorySong song = song(insert("limiter", Map.of("ceiling", 0.0), true));
        Project longer = song.with(
                "a",
                strip -> strip.withInserts(List.of(insert("limiter", Map.of("ceiling", 0.0, "lookahead", 8.0), true))));
        try (Rig rig = new Rig(song.project(), song).plugged()) {
            rig.engine.compare(ID, new Comparison(-6, false));
            assertThat(level(rig.recorded(9600))).isEqualTo(WET, within(1e-3));
            rig.engine.update(longer);
            rig.plugged().playUntil("the new effect plays", rig.engine::upToDate);
            assertThat(level(rig.recorded(9600))).isEqualTo(WET, within(1e-3));
            rig.engine.compare(ID, Comparison.NONE);
            rig.plugged();
            float[][] recorded = rig.recorded(9600);
            assertThat(recorded).isDeepEqualTo(song.bounce(longer, 9600));
        }
    }

    @Test
    void absurdGainsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Comparison(25, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Comparison(Double.NaN, false));
    }
}
