package studio.headroom.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSink;
import studio.headroom.audio.SampleSource;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.engine.OfflineRender;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;

class SplitRenderTest {
    private static final int RATE = 48_000;
    private static final float[][] MUSIC = TestFiles.music(RATE, 5.123);

    private record Memory(int failsAt, float[]... planar) implements SampleSource {
        @Override
        public AudioFormat format() {
            return new AudioFormat(RATE, planar.length);
        }

        @Override
        public long frames() {
            return planar[0].length;
        }

        @Override
        public void read(long start, float[][] target, int offset, int count) throws IOException {
            if (start >= failsAt) {
                throw new IOException("the disk is gone");
            }
            for (int c = 0; c < planar.length; c++) {
                System.arraycopy(planar[c], (int) start, target[c], offset, count);
            }
        }
    }

    private static final class Kept implements SampleSink {
        private final float[][] planar;
        private int filled;

        Kept(int channels, int frames) {
            planar = new float[channels][frames];
        }

        @Override
        public AudioFormat format() {
            return new AudioFormat(RATE, planar.length);
        }

        @Override
        public void write(float[][] source, int offset, int count) {
            for (int c = 0; c < planar.length; c++) {
                System.arraycopy(source[c], offset, planar[c], filled, count);
            }
            filled += count;
        }

        @Override
        public void close() {}
    }

    private static Insert insert(String type, Map<String, Double> values) {
        return new Insert(type, type, Values.of(new TreeMap<>(values)), null);
    }

    private static List<Insert> chain(String name) {
        Insert eq = insert("eq", Map.of("band1.gain", 3.0, "band1.freq", 60.0, "band4.gain", -2.0));
        Insert compressor = insert("compressor", Map.of("threshold", -24.0, "ratio", 3.0));
        Insert saturation = insert("saturation", Map.of("drive", 6.0));
        Insert limiter = insert("limiter", Map.of("gain", 9.0));
        return switch (name) {
            case "usual" -> List.of(eq, compressor, saturation);
            case "with its limiter" -> List.of(eq, compressor, saturation, limiter);
            case "reverb in front" -> List.of(insert("reverb", Map.of()), saturation, limiter);
            // What comes first makes the rest late, so nothing may be parted there.
            case "late in front" -> List.of(limiter, saturation);
            default -> List.of(saturation);
        };
    }

    private static float[][] rendered(boolean split, List<Insert> chain, float[]... sound) throws IOException {
        Memory source = new Memory(Integer.MAX_VALUE, sound);
        int frames = sound[0].length + 5000;
        Kept kept = new Kept(ChainRender.shape(source, chain).channels(), frames);
        if (split) {
            SplitRender.run(source, chain, frames, kept, "", Progress.NONE);
        } else {
            ChainRender.run(source, 0, chain, frames, kept, "", Progress.NONE);
        }
        assertThat(kept.filled).isEqualTo(frames);
        return kept.planar;
    }

    @ParameterizedTest
    @ValueSource(strings = {"usual", "with its limiter", "reverb in front", "late in front", "one"})
    void twoPartsHaveTheBitsOfOne(String name) throws IOException {
        assertThat(Arrays.deepEquals(rendered(true, chain(name), MUSIC), rendered(false, chain(name), MUSIC)))
                .isTrue();
        assertThat(Arrays.deepEquals(rendered(true, chain(name), MUSIC[0]), rendered(false, chain(name), MUSIC[0])))
                .isTrue();
    }

    @Test
    void theHeavierPartStandsAlone() {
        assertThat(SplitRender.cut(chain("usual"))).isEqualTo(2);
        assertThat(SplitRender.cut(chain("one"))).isZero();
        assertThat(SplitRender.cut(List.of())).isZero();
    }

    /// Settings decide what is heavy, not names.
    @Test
    void whatIsHeavyBySettingsStandsAlone() {
        Insert hysteresis = insert("saturation", Map.of("curve", 6.0));
        Insert tape = insert("saturation", Map.of());
        Insert multiband = insert("multiband", Map.of("bands", 4.0, "phase", 1.0));
        Insert eq = insert("eq", Map.of("band4.gain", 2.0));
        assertThat(SplitRender.cut(List.of(hysteresis, multiband, eq, tape))).isEqualTo(1);
        assertThat(SplitRender.cut(List.of(tape, eq, hysteresis, hysteresis))).isEqualTo(3);
        Insert linear = insert("eq", Map.of("band4.gain", 2.0, "band4.place", 2.0, "phase", 2.0));
        assertThat(SplitRender.cut(List.of(linear, multiband, eq, tape))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "saturation, curve, 6, saturation, curve, 0, 30",
        "saturation, bands, 2, saturation, bands, 0, 3",
        "saturation, quality, 2, saturation, quality, 0, 2",
        "multiband, phase, 1, multiband, phase, 0, 2",
        "multiband, bands, 4, multiband, bands, 0, 2",
        "eq, phase, 1, eq, phase, 0, 3",
        "eq, phase, 2, eq, phase, 1, 1.2",
        "eq, band4.dyn.on, 1, eq, band4.dyn.on, 0, 1.5",
        "clipper, quality, 1, clipper, quality, 0, 3"
    })
    void costsFollowSettings(
            String type, String id, double value, String other, String otherId, double otherValue, double times) {
        assertThat((double) EffectCost.of(insert(type, Map.of(id, value))))
                .isGreaterThanOrEqualTo(times * EffectCost.of(insert(other, Map.of(otherId, otherValue))));
        assertThat(EffectCost.of(insert(type, Map.of(id, value, "bypass", 1.0))))
                .isZero();
    }

    @Test
    void everyEffectCostsSomethingAlsoAnUnknownOne() {
        for (EffectType type : Catalogue.types()) {
            assertThat(EffectCost.of(insert(type.id(), Map.of()))).isBetween(1, 200);
        }
        assertThat(EffectCost.of(insert("unheard-of", Map.of()))).isPositive();
        assertThat(EffectCost.of(insert("saturation", Map.of("curve", 6.0, "drive", 36.0))))
                .isGreaterThan(3 * EffectCost.of(insert("saturation", Map.of("curve", 6.0))));
    }

    @Test
    void whatGoesWrongInTheFirstPartIsTold() {
        Memory broken = new Memory(RATE, MUSIC);
        assertThatThrownBy(() -> SplitRender.run(
                        broken, chain("usual"), broken.frames(), new Kept(2, MUSIC[0].length), "", Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is gone");
    }

    @Test
    void itCanBeCalledOff() {
        AtomicInteger asked = new AtomicInteger();
        Progress progress = new Progress() {
            @Override
            public boolean canceled() {
                return asked.incrementAndGet() > 100;
            }
        };
        Memory source = new Memory(Integer.MAX_VALUE, MUSIC);
        assertThatThrownBy(() -> SplitRender.run(
                        source, chain("usual"), source.frames(), new Kept(2, MUSIC[0].length), "", progress))
                .isInstanceOf(OfflineRender.Canceled.class);
    }

    @Test
    void aSinkThatFailsEndsBothParts() {
        SampleSink full = new SampleSink() {
            @Override
            public AudioFormat format() {
                return new AudioFormat(RATE, 2);
            }

            @Override
            public void write(float[][] source, int offset, int count) throws IOException {
                throw new IOException("the disk is full");
            }

            @Override
            public void close() {}
        };
        Memory source = new Memory(Integer.MAX_VALUE, MUSIC);
        assertThatThrownBy(() -> SplitRender.run(source, chain("usual"), source.frames(), full, "", Progress.NONE))
                .hasMessage("the disk is full");
    }

    @Test
    void aSoundIsMeasuredWhileItIsRead() throws IOException {
        Memory source = new Memory(Integer.MAX_VALUE, MUSIC);
        try (MeasuredSource measured = new MeasuredSource(source, "music")) {
            measured.read(0, new float[2][1000], 0, 1000);
            assertThat(measured.report()).isEqualTo(Measurement.of(source, "music", Progress.NONE));
        }
    }
}
