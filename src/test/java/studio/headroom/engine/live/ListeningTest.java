package studio.headroom.engine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.headroom.dsp.loudness.ProgramMeter;
import studio.headroom.effects.Catalogue;
import studio.headroom.engine.meter.StripReading;
import studio.headroom.engine.monitor.MonitorControls;
import studio.headroom.engine.plan.Listening;
import studio.headroom.param.Param;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;

/// Listening through a mastering chain and through the monitor's controls, by the engine's door.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ListeningTest {
    private static final int RATE = 48_000;
    private static final int SECONDS = 60;

    /// Noise whose level changes every second, so that a compressor has something to do.
    private static MemorySong song() {
        float[] left = MemorySong.noise(SECONDS * RATE, 1);
        float[] right = MemorySong.noise(SECONDS * RATE, 2);
        for (int i = 0; i < left.length; i++) {
            float level = new float[] {1, 0.4f, 0.7f, 0.5f}[i / RATE % 4];
            left[i] *= level;
            right[i] *= level;
        }
        return new MemorySong(RATE).track("a", left, right);
    }

    private static Insert insert(String id, String type, String param, double value) {
        Param found = Catalogue.find(type).orElseThrow().params().params().stream()
                .filter(candidate -> candidate.id().equals(param))
                .findFirst()
                .orElseThrow();
        return new Insert(id, type, Values.INITIAL.with(found, value), null);
    }

    /// Squeezed by a compressor, some decibels louder, and late by a limiter.
    private static Listening chain(double db) {
        return new Listening(
                Listening.Solo.IN_PLACE,
                List.of(
                        insert("c", "compressor", "threshold", -30),
                        insert("u", "utility", "gain", db),
                        insert("l", "limiter", "ceiling", -0.5)));
    }

    private static void play(Rig rig, double seconds) {
        int blocks = (int) (seconds * RATE / Rig.BLOCK);
        for (int done = 0; done < blocks; done += 20) {
            Rig.until("delivered", () -> rig.engine.delivered(RATE / 2));
            rig.device.take(20);
        }
    }

    /// Of the last seconds heard.
    private static double loudness(Rig rig, int seconds) {
        float[][] heard = rig.device.heard();
        int length = heard[0].length;
        return lufs(heard, length - seconds * RATE, length);
    }

    private static double lufs(float[][] sound, int from, int to) {
        float[][] part = {Arrays.copyOfRange(sound[0], from, to), Arrays.copyOfRange(sound[1], from, to)};
        return ProgramMeter.measure(RATE, part).integratedLufs();
    }

    @Test
    void theChainIsHeardAsLoudAsTheMixAndNoBounceKnowsOfIt() throws IOException {
        MemorySong song = song();
        float[][] bounce = song.bounce(SECONDS * RATE);
        try (Rig rig = new Rig(song).plugged()) {
            rig.engine.play(0);
            play(rig, 4);
            double mix = lufs(bounce, 0, SECONDS * RATE);
            rig.engine.listen(chain(18), true);
            rig.sync();
            // Found within three seconds, once it is heard; then a period of the levels.
            play(rig, 4);
            play(rig, 12);
            assertThat(loudness(rig, 12)).as("matched").isCloseTo(mix, within(0.2));

            rig.engine.listen(chain(18), false);
            rig.sync();
            play(rig, 1);
            play(rig, 4);
            double plain = loudness(rig, 4);
            assertThat(plain).as("what there was to match").isGreaterThan(mix + 3);

            rig.engine.listen(chain(18), true);
            rig.sync();
            play(rig, 1);
            play(rig, 8);
            assertThat(loudness(rig, 8)).as("matched again, at once").isCloseTo(mix, within(0.2));

            // A chain that was changed is matched as soon as one that is new.
            rig.engine.listen(chain(6), true);
            rig.sync();
            play(rig, 4);
            play(rig, 8);
            assertThat(loudness(rig, 8)).as("another chain").isCloseTo(mix, within(0.2));

            rig.engine.listen(Listening.TO_THE_MIX, true);
            rig.playUntil("the mix again", rig.engine::upToDate);
            rig.device.take(10);
            float[][] before = rig.device.heard();
            play(rig, 1);
            float[][] after = rig.device.heard();
            int at = before[0].length;
            int frame = (int) rig.engine.status().frame() - (after[0].length - at);
            for (int c = 0; c < 2; c++) {
                assertThat(Arrays.copyOfRange(after[c], at, at + RATE / 2))
                        .as("the mix itself, to the bit")
                        .containsExactly(Arrays.copyOfRange(bounce[c], frame, frame + RATE / 2));
            }
            assertThat(song.bounce(SECONDS * RATE)).isDeepEqualTo(bounce);
            assertThat(rig.notices).isEmpty();
        }
    }

    @Test
    void theMonitorIsHeardAndNotMeteredAndNotBounced() throws IOException {
        float[] half = new float[400_000];
        Arrays.fill(half, 0.5f);
        MemorySong song = new MemorySong(RATE).track("a", half, new float[400_000]);
        float[][] bounce = song.bounce(20_000);
        try (Rig rig = new Rig(song).plugged()) {
            rig.engine.play(0);
            rig.playUntil("plays", () -> rig.engine.status().frame() > 5000);
            assertThat(last(rig, 0)).isEqualTo(0.5f);
            assertThat(last(rig, 1)).isZero();
            rig.engine.monitor(MonitorControls.MONO, 1);
            settle(rig);
            assertThat(last(rig, 0)).as("mono").isEqualTo(last(rig, 1)).isBetween(0.24f, 0.36f);
            rig.engine.monitor(MonitorControls.MONO, 0);
            rig.engine.monitor(MonitorControls.DIM, 1);
            settle(rig);
            assertThat(last(rig, 0)).as("dim by 20 dB").isCloseTo(0.05f, within(1e-4f));
            rig.engine.monitor(MonitorControls.DIM, 0);
            rig.engine.monitor(MonitorControls.VOLUME, -6);
            rig.engine.monitor(MonitorControls.POLARITY_LEFT, 1);
            settle(rig);
            assertThat(last(rig, 0)).as("softer and inverted").isCloseTo(-0.2506f, within(1e-3f));
            assertThat(rig.engine.master().strip().get(StripReading.PEAK_LEFT))
                    .as("metered before the monitor")
                    .isEqualTo(0.5, within(1e-6));
            assertThat(song.bounce(20_000)).isDeepEqualTo(bounce);
        }
    }

    /// To measure the room nothing has to play; meters and files know nothing of it.
    @Test
    void theNoiseSoundsAtRestAndInPlaceOfTheSong() throws IOException {
        float[] half = new float[400_000];
        Arrays.fill(half, 0.5f);
        MemorySong song = new MemorySong(RATE).track("a", half, new float[400_000]);
        float[][] bounce = song.bounce(20_000);
        try (Rig rig = new Rig(song).plugged()) {
            rig.engine.monitor(MonitorControls.NOISE, MonitorControls.NoiseFrom.RIGHT.ordinal());
            settle(rig);
            assertThat(rig.engine.status().playing()).isFalse();
            assertThat(last(rig, 0)).isZero();
            rig.playUntil("noise at rest", () -> last(rig, 1) != 0);
            rig.engine.play(0);
            rig.playUntil("plays", () -> rig.engine.status().frame() > 5000);
            assertThat(last(rig, 0)).as("the song is silent").isZero();
            assertThat(rig.engine.master().strip().get(StripReading.PEAK_LEFT))
                    .as("and metered")
                    .isEqualTo(0.5, within(1e-6));
            rig.engine.monitor(MonitorControls.NOISE, 0);
            rig.engine.monitor(MonitorControls.LEVEL, -20);
            settle(rig);
            assertThat(last(rig, 0)).as("back, softer").isEqualTo(0.05f, within(1e-6f));
            assertThat(song.bounce(20_000)).isDeepEqualTo(bounce);
        }
    }

    private static void settle(Rig rig) throws IOException {
        rig.sync();
        rig.device.take(15);
    }

    private static float last(Rig rig, int channel) {
        float[] heard = rig.device.heard()[channel];
        return heard[heard.length - 1];
    }
}
