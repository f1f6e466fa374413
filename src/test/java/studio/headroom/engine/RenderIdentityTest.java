package studio.headroom.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSource;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.param.Param;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;
import studio.headroom.project.Lane;
import studio.headroom.project.StripControls;

/// However a song is rendered, the bits are the same.
class RenderIdentityTest {
    private static final int FRAMES = 12_345;

    /// Every effect somewhere, buses in buses, sends before and after the fader, automation of strips and effects.
    private static TestSong busySong() {
        TestSong song = new TestSong();
        Random random = new Random(7);
        for (int t = 0; t < 6; t++) {
            String id = "t" + t;
            if (t % 2 == 0) {
                song.track(id, TestSong.noise(FRAMES, t));
            } else {
                song.track(id, TestSong.noise(FRAMES, t), TestSong.noise(FRAMES, 100 + t));
            }
        }
        song.bus("inner").bus("outer").returns("r");
        song.output("t0", "inner").output("t1", "inner").output("inner", "outer");
        int place = 0;
        for (EffectType type : Catalogue.types()) {
            String strip = place % 3 == 0 ? "inner" : "t" + place % 6;
            String id = "i" + place++;
            song.insert(strip, new Insert(id, type.id(), Values.INITIAL, null));
            Param param = type.params().params().stream()
                    .filter(Param::automatable)
                    .findFirst()
                    .orElseThrow();
            song.automate(
                    strip,
                    id,
                    param,
                    new Lane.Point(0, param.range().plain(0.2), Lane.Shape.LINEAR),
                    new Lane.Point(FRAMES, param.range().plain(0.8), Lane.Shape.HOLD));
            song.automate(
                    strip,
                    id,
                    StripControls.BYPASS,
                    new Lane.Point(0, 0, Lane.Shape.HOLD),
                    new Lane.Point(3000, 1, Lane.Shape.HOLD),
                    new Lane.Point(6001, 0, Lane.Shape.HOLD));
        }
        for (int t = 0; t < 6; t++) {
            song.send("t" + t, "r", t % 2 == 0, -12);
            song.automate(
                    "t" + t,
                    "t" + t,
                    StripControls.VOLUME,
                    new Lane.Point(random.nextInt(FRAMES), -20, Lane.Shape.LINEAR),
                    new Lane.Point(FRAMES, 3, Lane.Shape.LINEAR));
        }
        return song;
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 64", "1, 511", "1, 4096", "2, 512", "2, 1", "2, 511", "3, 4096"})
    void threadsAndBlocksChangeNoBit(int threads, int block) {
        float[][][] expected = busySong().render(0, FRAMES, 1, 512, true);
        float[][][] actual = busySong().render(0, FRAMES, threads, block, true);
        assertThat(actual).isDeepEqualTo(expected);
        assertThat(energy(expected[0])).isGreaterThan(1);
    }

    @Test
    void aRangeHasTheBitsOfThatPartOfTheWhole() {
        float[][] whole = busySong().render(0, FRAMES, 1, 512, false)[0];
        float[][] part = busySong().render(5001, 9002, 1, 512, false)[0];
        for (int c = 0; c < 2; c++) {
            assertThat(part[c]).containsExactly(java.util.Arrays.copyOfRange(whole[c], 5001, 9002));
        }
    }

    @Test
    void aResetGraphRendersTheSameAgain() {
        RenderGraph graph = busySong().compile(false);
        float[][] first = renderedBy(graph);
        graph.reset();
        assertThat(renderedBy(graph)).isDeepEqualTo(first);
    }

    private static float[][] renderedBy(RenderGraph graph) {
        float[][] result = new float[2][64 * 100];
        try (Renderer renderer = new Renderer(graph, 1)) {
            for (int chunk = 0; chunk < 100; chunk++) {
                renderer.render(chunk * 64L, 1);
                for (int c = 0; c < 2; c++) {
                    System.arraycopy(graph.outputs().getFirst().signal()[c], 0, result[c], chunk * 64, 64);
                }
            }
        }
        return result;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void renderingAllocatesNothing(int subBlocks) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (Renderer renderer = new Renderer(busySong().compile(true), 1)) {
            long position = 0;
            for (int warmUp = 0; warmUp < 300; warmUp++, position += 64L * subBlocks) {
                renderer.render(position, subBlocks);
            }
            // The same stretch again: what its first pass linked is linked now.
            for (int pass = 0; pass < 2; pass++) {
                position = 0;
                for (int chunk = 0; chunk < 1000; chunk++, position += 64L * subBlocks) {
                    renderer.render(position, subBlocks);
                }
            }
            position = 0;
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int chunk = 0; chunk < 1000; chunk++, position += 64L * subBlocks) {
                renderer.render(position, subBlocks);
            }
            assertThat(threads.getCurrentThreadAllocatedBytes() - before).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void mediaThatFailEndTheRenderWithTheirMessage(int threads) throws IOException {
        SampleSource failing = new SampleSource() {
            @Override
            public AudioFormat format() {
                return new AudioFormat(TestSong.RATE, 1);
            }

            @Override
            public long frames() {
                return FRAMES;
            }

            @Override
            public void read(long start, float[][] target, int offset, int count) throws IOException {
                throw new IOException("Kick.wav cannot be read");
            }
        };
        RenderGraph graph = GraphCompiler.compile(busySong().project(), media -> failing, false);
        assertThatThrownBy(() -> OfflineRender.run(
                        graph, 0, FRAMES, threads, 512, (outputs, at, frames) -> {}, frame -> {}, () -> false))
                .isInstanceOf(IOException.class)
                .hasMessage("Kick.wav cannot be read");
    }

    private static double energy(float[][] signal) {
        double sum = 0;
        for (float[] channel : signal) {
            for (float sample : channel) {
                sum += sample * sample;
            }
        }
        return sum;
    }
}
