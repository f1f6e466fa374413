package studio.headroom.mastering.sight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import studio.headroom.mastering.Progress;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;

class SightRenderTest {
    private static Insert insert(String id, String type, Map<String, Double> values) {
        return new Insert(id, type, Values.of(new TreeMap<>(values)), null);
    }

    private static Sight through(Sounds sound, Insert... chain) throws IOException {
        SoundSight print = SoundSight.of(sound, "", Progress.NONE);
        return SightRender.through(sound, print, List.of(chain), Progress.NONE);
    }

    /// A soft tone with a loud second in the middle.
    private static Sounds swell() {
        float[] tone = Sounds.of(6, i -> {
            double seconds = (double) i / Sounds.RATE;
            return (seconds >= 3 && seconds < 4 ? 0.8 : 0.1) * Math.sin(2 * Math.PI * 1000 * seconds);
        });
        return Sounds.stereo(tone, tone);
    }

    @Test
    void anEmptyChainChangesNothing() throws IOException {
        Sight sight = through(swell());
        assertThat(sight.master().report()).isEqualTo(sight.print().report());
        assertThat(sight.reductions()).isEmpty();
        assertThat(sight.totalReduction().deepestDb()).isZero();
        assertThat(sight.addedLu()).isZero();
    }

    @Test
    void theLimiterIsSeenWhereItWorks() throws IOException {
        Sight sight =
                through(swell(), insert("eq", "eq", Map.of()), insert("last", "limiter", Map.of("ceiling", -6.0)));
        assertThat(sight.reductions().keySet()).containsExactly("eq", "last");
        assertThat(sight.reduction("eq").orElseThrow().deepestDb()).isZero();
        Reduction limiter = sight.reduction("last").orElseThrow();
        // 0.8 is -1.94 dBFS: 4.06 dB above the ceiling, of which the limiter keeps a few hundredths for itself.
        assertThat(limiter.deepestDb()).isCloseTo(4.06, within(0.15));
        assertThat(at(limiter, 3.5)).isCloseTo(4.06, within(0.15));
        assertThat(at(limiter, 2.9)).isZero();
        // It turns down as early as it looks ahead: 4 ms, and one step of 21 ms that is begun.
        assertThat((double) limiter.deepestFrame() / Sounds.RATE).isBetween(2.97, 3.1);
        assertThat(sight.totalReduction().db()).isEqualTo(limiter.db());
        assertThat(sight.master().report().truePeakDbtp()).isLessThanOrEqualTo(-6);
        assertThat(sight.master().frames()).isEqualTo(sight.print().frames());
    }

    private static double at(Reduction reduction, double seconds) {
        return reduction.db()[(int) (seconds * Sounds.RATE / reduction.stepFrames())];
    }

    @Test
    void reductionsAddUp() throws IOException {
        Sight sight = through(
                swell(),
                insert("first", "limiter", Map.of("ceiling", -4.0)),
                insert("second", "limiter", Map.of("ceiling", -6.0)));
        double first = at(sight.reduction("first").orElseThrow(), 3.5);
        double second = at(sight.reduction("second").orElseThrow(), 3.5);
        assertThat(second).isCloseTo(2, within(0.15));
        assertThat(at(sight.totalReduction(), 3.5)).isCloseTo(first + second, within(1e-5));
    }

    @Test
    void whatIsBypassedIsNotSeen() throws IOException {
        Insert off = insert("last", "limiter", Map.of("ceiling", -6.0, "bypass", 1.0));
        assertThat(through(swell(), off).reductions()).isEmpty();
    }

    @Test
    void gainIsHeardAsLoudness() throws IOException {
        Sight sight = through(swell(), insert("level", "utility", Map.of("gain", -3.0)));
        assertThat(sight.addedLu()).isCloseTo(-3, within(0.01));
    }
}
