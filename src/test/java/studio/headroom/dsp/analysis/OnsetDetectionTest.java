package studio.headroom.dsp.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ObjDoubleConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnsetDetectionTest {
    private static final double SECONDS = 20;

    /// What people hear as simultaneous; half of what onset detectors are usually measured with.
    private static final double NEAR = 0.010;

    /// Onsets 90 to 500 ms apart, at times that know nothing of frames.
    private static List<Double> times(long seed) {
        Random random = new Random(seed);
        List<Double> times = new ArrayList<>();
        for (double at = 0.2; at < SECONDS - 0.5; at += 0.09 + 0.41 * random.nextDouble()) {
            times.add(at);
        }
        return times;
    }

    private static void check(int rate, long seed, ObjDoubleConsumer<Synth> strike) throws IOException {
        Synth synth = new Synth(rate, SECONDS, seed);
        List<Double> times = times(seed);
        times.forEach(time -> strike.accept(synth, time));
        OnsetDetection.Onsets onsets = OnsetDetection.of(synth.hiss(1e-4).stream(), Synth.GO_ON);
        int found = 0;
        double error = 0;
        for (double time : times) {
            double nearest = 1;
            for (double onset : onsets.seconds()) {
                nearest = Math.abs(onset - time) < Math.abs(nearest) ? onset - time : nearest;
            }
            found += Math.abs(nearest) <= NEAR ? 1 : 0;
            error += nearest / times.size();
        }
        assertThat((double) found / times.size())
                .as("found of %d, mean error %.4f s, %d onsets", times.size(), error, onsets.count())
                .isGreaterThanOrEqualTo(0.95);
        // No more than one in twenty that is not there.
        assertThat(onsets.count()).isLessThanOrEqualTo((int) Math.ceil(1.05 * times.size()));
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 96_000})
    void clicksAreFoundAtEveryRate(int rate) throws IOException {
        check(rate, 1, (synth, at) -> synth.click(at, 0.5));
    }

    @Test
    void snaresAreFound() throws IOException {
        check(44_100, 2, (synth, at) -> synth.noise(at, 0.05, 0.5));
    }

    @Test
    void kicksAreFound() throws IOException {
        check(44_100, 3, (synth, at) -> synth.kick(at, 0.7));
    }

    @Test
    void notesAreFound() throws IOException {
        Random random = new Random(8);
        check(44_100, 4, (synth, at) -> synth.note(at, 0.5, 48 + random.nextInt(24), 0.2));
    }

    @Test
    void loudAndSoftStrokesAreFound() throws IOException {
        Random random = new Random(9);
        check(44_100, 5, (synth, at) -> synth.noise(at, 0.04, Math.pow(10, -random.nextDouble())));
    }

    @Test
    void aSoundIsTheSameAtAnyLevelDownToAQuietRecording() throws IOException {
        check(48_000, 6, (synth, at) -> synth.noise(at, 0.05, 0.03));
    }

    @Test
    void silenceHasNoOnsets() throws IOException {
        assertThat(OnsetDetection.of(new Synth(48_000, 3, 1).stream(), Synth.GO_ON)
                        .count())
                .isZero();
        assertThat(OnsetDetection.of(new Synth(48_000, 0, 1).stream(), Synth.GO_ON)
                        .count())
                .isZero();
    }

    @Test
    void canBeCanceled() {
        assertThatThrownBy(() -> OnsetDetection.of(new Synth(48_000, 3, 1).stream(), () -> true))
                .isInstanceOf(InterruptedIOException.class);
    }
}
