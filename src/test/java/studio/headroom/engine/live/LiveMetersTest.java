package studio.headroom.engine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import studio.headroom.audio.Decibels;
import studio.headroom.engine.meter.StripReading;
import studio.headroom.param.Values;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;

class LiveMetersTest {
    private static final int RATE = 48_000;

    /// A 997 Hz sine of −20 dBFS, on a track of two channels that is turned down by 12 dB.
    private static MemorySong song() {
        float[] sine = new float[5 * RATE];
        for (int i = 0; i < sine.length; i++) {
            sine[i] = (float) (0.1 * Math.sin(2 * Math.PI * 997 * i / RATE));
        }
        return new MemorySong(RATE).track("a", sine, sine);
    }

    private static Project down(Project project) {
        Strip strip = project.strip("a").orElseThrow();
        return project.withStrip(strip.withControls(Values.INITIAL.with(StripControls.VOLUME, -12)));
    }

    private static double peakDb(Hearing hearing) {
        LiveMeters.Strip strip = hearing.meters.strip("a").orElseThrow();
        return Decibels.fromGain(strip.levels().get(StripReading.PEAK_LEFT));
    }

    @Test
    void levelsAreTakenBehindTheFaderOrBeforeIt() {
        MemorySong song = song();
        try (Hearing hearing = new Hearing(song)) {
            hearing.follow(down(song.project()), studio.headroom.engine.plan.Listening.TO_THE_MIX);
            hearing.play(0);
            hearing.hear(RATE, 512);
            // A peak between two samples is missed by less than a hundredth.
            assertThat(peakDb(hearing)).isCloseTo(-32, within(0.05));
            hearing.meters.tapBeforeFader(true);
            hearing.hear(RATE, 512);
            assertThat(peakDb(hearing)).isCloseTo(-20, within(0.05));
        }
    }

    @Test
    void loudnessIsMeasuredWhileItIsWanted() {
        MemorySong song = song();
        try (Hearing hearing = new Hearing(song)) {
            hearing.follow(down(song.project()), studio.headroom.engine.plan.Listening.TO_THE_MIX);
            hearing.play(0);
            hearing.hear(RATE / 2, 512);
            assertThat(hearing.meters.strip("a").orElseThrow().loudness().shortTermLufs())
                    .isEqualTo(Double.NEGATIVE_INFINITY);
            hearing.meters.measureLoudness(true);
            hearing.meters.tapBeforeFader(true);
            hearing.hear(4 * RATE, 512);
            // A sine of −32 dBFS on both sides: 3.01 dB less for its mean, 3.01 more for two sides; the standard allows
            // 0.1 LU.
            assertThat(hearing.meters.strip("a").orElseThrow().loudness().shortTermLufs())
                    .isCloseTo(-32, within(0.1));
            assertThat(hearing.meters.strip("a").orElseThrow().loudness().momentaryLufs())
                    .isCloseTo(-32, within(0.1));
            hearing.meters.measureLoudness(false);
            assertThat(hearing.meters.strip("a").orElseThrow().loudness().momentaryLufs())
                    .isEqualTo(Double.NEGATIVE_INFINITY);
        }
    }

    @Test
    void stripsThatComeLaterAreMeasuredToo() {
        MemorySong song = song();
        try (Hearing hearing = new Hearing(song)) {
            hearing.meters.measureLoudness(true);
            hearing.hear(4096, 512);
            Project more = song.project()
                    .withStrips(java.util.List.of(
                            song.project().strip("a").orElseThrow(), Strip.create(Strip.Kind.BUS, "b", "B")));
            hearing.follow(
                    more.withStrip(more.strip("a").orElseThrow().withOutput("b")),
                    studio.headroom.engine.plan.Listening.TO_THE_MIX);
            hearing.play(0);
            hearing.hear(2 * RATE, 512);
            assertThat(hearing.meters.strip("b").orElseThrow().loudness().momentaryLufs())
                    .isCloseTo(-20, within(0.2));
        }
    }
}
