package studio.headroom.engine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.headroom.engine.Move;
import studio.headroom.engine.monitor.MonitorControls;
import studio.headroom.engine.plan.Listening;
import studio.headroom.project.Project;
import studio.headroom.project.StripControls;

/// Whatever is moved and listened to meanwhile, nothing clicks. No threads.
class LiveSourcesTest {
    @Test
    void stepsOfControlsDoNotClick() {
        MemorySong song = MemorySong.tone();
        try (Hearing hearing = new Hearing(song)) {
            int node = hearing.numbers.of("a");
            hearing.play(0);
            hearing.hear(3000, 512);
            for (var step : List.of(StripControls.MUTE, StripControls.VOLUME, StripControls.TRIM)) {
                int param = Move.SET.of(StripControls.PARAMS.indexOf(step.id()));
                double away = step == StripControls.MUTE ? 1 : -60;
                for (double value : new double[] {away, 0}) {
                    hearing.render.link().send(node, param, value);
                    hearing.hear(2500, 441);
                }
            }
            assertThat(Hearing.bend(hearing.heard()[0])).isLessThan(Hearing.BOUND);
        }
    }

    @Test
    void monitorControlsDoNotClick() {
        try (Hearing hearing = new Hearing(MemorySong.tone())) {
            hearing.play(0);
            hearing.hear(3000, 512);
            for (var param : List.of(MonitorControls.MUTE, MonitorControls.DIM, MonitorControls.POLARITY_LEFT)) {
                for (double value : new double[] {1, 0}) {
                    hearing.render.link().send(LiveRender.MONITOR, MonitorControls.PARAMS.indexOf(param), value);
                    hearing.hear(2500, 441);
                }
            }
            // Inverting goes from one side to the other: twice the way of a mute.
            assertThat(Hearing.bend(hearing.heard()[0])).isLessThan(2 * Hearing.BOUND);
        }
    }

    @Test
    void theMixAndTheMasteringChainAreHeardAtTheSameMoment() {
        MemorySong song = new MemorySong(48_000).track("a", MemorySong.ramp(200_000), MemorySong.ramp(200_000));
        Listening chain = new Listening(Listening.Solo.IN_PLACE, List.of(MemorySong.bypassed("lim", "limiter")));
        try (Hearing hearing = new Hearing(song)) {
            hearing.play(0);
            hearing.hear(5000, 512);
            hearing.follow(song.project(), chain);
            hearing.select(LiveGraph.MASTERED);
            hearing.hear(5000, 512);
            hearing.assertSaidIsHeard("through the chain");
            int late = hearing.render.latency();
            assertThat(late).isPositive();
            int before = hearing.heard()[0].length;
            hearing.select(LiveGraph.MIX);
            hearing.hear(5000, 512);
            hearing.assertSaidIsHeard("around the chain");
            // A bypassed chain is the mix: going around it at the same moment changes nothing at all.
            float[] heard = Arrays.copyOfRange(hearing.heard()[0], before, before + 5000);
            for (int i = 1; i < heard.length; i++) {
                assertThat(heard[i] - heard[i - 1]).as("frame %d", i).isBetween(0.9f * 0x1p-20f, 1.1f * 0x1p-20f);
            }
            hearing.follow(song.project(), Listening.TO_THE_MIX);
            hearing.hear(5000, 512);
            hearing.follow(song.project(), Listening.TO_THE_MIX);
            hearing.hear(5000, 512);
            assertThat(hearing.render.latency()).isZero();
            hearing.assertSaidIsHeard("without the chain");
        }
    }

    @Test
    void listeningThroughAChainBeginsAndEndsWithoutAClick() {
        MemorySong song = MemorySong.tone();
        Listening chain = new Listening(
                Listening.Solo.IN_PLACE, List.of(MemorySong.insert("lim", "limiter"), MemorySong.insert("eq", "eq")));
        try (Hearing hearing = new Hearing(song)) {
            hearing.play(0);
            hearing.hear(5000, 512);
            hearing.follow(song.project(), chain);
            hearing.select(LiveGraph.MASTERED);
            hearing.hear(5000, 512);
            hearing.select(LiveGraph.MIX);
            hearing.follow(song.project(), Listening.TO_THE_MIX);
            hearing.hear(5000, 512);
            hearing.follow(song.project(), Listening.TO_THE_MIX);
            hearing.hear(5000, 512);
            assertThat(Hearing.bend(hearing.heard()[0])).isLessThan(Hearing.CROSS_BOUND);
            assertThat(Hearing.peak(hearing.heard())).isBetween(0.49f, 0.52f);
        }
    }

    @ParameterizedTest
    @CsvSource({"AFTER_FADER, 0.25", "BEFORE_FADER, 0.5"})
    void soloBesideTheMixPlaysTheSoloedStripAlone(Listening.Solo solo, float expected) {
        MemorySong song = MemorySong.tone()
                .track("b", MemorySong.noise(200_000, 3), MemorySong.noise(200_000, 4))
                .change("a", MemorySong.set(StripControls.VOLUME, 20 * Math.log10(0.5)));
        Project soloed = song.with("a", strip -> strip.withSolo(true));
        try (Hearing hearing = new Hearing(song)) {
            hearing.play(0);
            hearing.hear(5000, 512);
            hearing.follow(soloed, new Listening(solo, List.of()));
            hearing.select(LiveGraph.LISTEN);
            hearing.hear(3000, 512);
            float[][] alone = hearing.hear(5000, 512);
            assertThat(Hearing.peak(alone)).isCloseTo(expected, within(1e-3f));
            assertThat(Hearing.bend(alone[0])).as("nothing but the tone").isLessThan(1.1e-4);
            hearing.select(LiveGraph.MIX);
            float[][] mix = hearing.hear(5000, 512);
            assertThat(Hearing.bend(mix[0])).as("the mix with its noise").isGreaterThan(0.01);
        }
    }
}
