package studio.headroom.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;
import studio.headroom.project.Lane;
import studio.headroom.project.StripControls;

/// What turns of the playhead sound like.
class TurnTest {
    private static final int FADE = 960;
    private static final int FRAMES = 48_000;
    private static final double PEAK = 0.5;

    /// A stereo track, so that the mix is what it plays.
    private static TestSong song(float[] samples) {
        return new TestSong().track("a", samples, samples);
    }

    private static TestSong sine() {
        return song(TestSong.sine(FRAMES, 100, PEAK));
    }

    private static float[] played(TestSong song, Consumer<Playhead> turns, int chunk) {
        try (LiveRig rig = new LiveRig(song, song.project(), FRAMES, 1)) {
            turns.accept(rig.renderer.playhead());
            rig.render(400, chunk);
            return rig.mix()[0];
        }
    }

    /// As in a linear fade from one sine to another: own curvature, corner of the ramp with at most twice the peak, and
    /// the slopes' product. No margin but float32's.
    private static void assertSmooth(float[] x) {
        double w = 2 * Math.PI * 100 / TestSong.RATE;
        double bound = PEAK * w * w + 2 * PEAK / FADE + 2 * 2 * PEAK * w / FADE + 1e-6;
        for (int i = 2; i < x.length; i++) {
            double second = Math.abs(x[i] - 2.0 * x[i - 1] + x[i - 2]);
            if (second > bound) {
                assertThat(second).as("frame %d", i).isLessThanOrEqualTo(bound);
            }
        }
    }

    /// Not a multiple of the sine's period of 480 frames, nor of a sub-block.
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8})
    void aLoopSeamIsSmoothAndTheLoopsFirstFrameIsHeardInFull(int chunk) {
        int length = 5000 + 111;
        int start = 3001;
        float[] heard = played(
                sine(),
                playhead -> {
                    playhead.runFrom(start);
                    for (int turn = 1; turn < 6; turn++) {
                        playhead.run((long) turn * length, start, FADE);
                    }
                },
                chunk);
        assertSmooth(heard);
        for (int i = 0; i < heard.length; i++) {
            int inLoop = i % length;
            if (inLoop < length - FADE) {
                double expected = PEAK * Math.sin(2 * Math.PI * 100 * (start + inLoop) / TestSong.RATE);
                assertThat((double) heard[i]).as("frame %d", i).isCloseTo(expected, within(1e-6));
            }
        }
    }

    /// Constant in, constant out: the shares add up to one.
    @Test
    void theCrossFadeIsOfEqualGain() {
        float[] heard = played(
                song(TestSong.constant(FRAMES, 0.25)),
                playhead -> {
                    playhead.runFrom(2000);
                    playhead.run(5003, 2000, FADE);
                    playhead.run(9003, 12_000, FADE);
                },
                8);
        for (float sample : heard) {
            assertThat((double) sample).isCloseTo(0.25, within(1e-6));
        }
    }

    @Test
    void turnsCloserThanAFadeAreStillSmoothForTheirLength() {
        float[] heard = played(
                song(TestSong.constant(FRAMES, 0.25)),
                playhead -> {
                    playhead.runFrom(2000);
                    playhead.run(5000, 4000, FADE);
                    playhead.stand(5300, 4300, FADE);
                    playhead.run(5900, 4300, FADE);
                },
                8);
        // The shortest fade here is that of 300 frames.
        for (int i = 1; i < heard.length; i++) {
            assertThat(Math.abs(heard[i] - heard[i - 1])).as("frame %d", i).isLessThan(0.25f / 300 + 1e-6f);
        }
        assertThat(heard[5299]).isLessThan(0.002f);
        assertThat(heard[5300]).isLessThan(0.002f);
        assertThat((double) heard[5900]).isCloseTo(0.25, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "100", "959", "20000"})
    void playingFromStandstillFadesInAndStoppingFadesOut(int place) {
        float[] heard = played(
                sine(),
                playhead -> {
                    playhead.standAt(place);
                    playhead.run(2000, place, FADE);
                    playhead.stand(12_345, place + 10_345, FADE);
                },
                8);
        for (int i = 0; i < 2000 - FADE; i++) {
            assertThat(heard[i]).isZero();
        }
        for (int i = 2000; i < 12_345 - FADE; i++) {
            double expected = PEAK * Math.sin(2 * Math.PI * 100 * (place + i - 2000) / TestSong.RATE);
            assertThat((double) heard[i]).as("frame %d", i).isCloseTo(expected, within(1e-6));
        }
        for (int i = 12_345; i < heard.length; i++) {
            assertThat(heard[i]).isZero();
        }
        // Before frame 0 there is nothing to fade in from: the song begins as it begins.
        if (place == 0 || place >= FADE) {
            float[] from = java.util.Arrays.copyOfRange(heard, place == 0 ? 2002 : 0, heard.length);
            assertSmooth(from);
        }
    }

    /// A step at the loop's end, drawn exactly on the seam, behind an insert that is late: what was played before the
    /// seam is heard at the old value, what comes after it at the loop's own.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void automationIsReadWhereTheSignalCameFrom(int lateInserts) {
        int start = 64 * 40;
        int end = 64 * 120;
        TestSong song = song(TestSong.constant(FRAMES, 0.25));
        for (int i = 0; i < lateInserts; i++) {
            song.insert("a", new Insert("l" + i, "limiter", Values.INITIAL, null));
        }
        song.automate(
                "a",
                "a",
                StripControls.VOLUME,
                new Lane.Point(0, 0, Lane.Shape.HOLD),
                new Lane.Point(start + 64 * 20, -12, Lane.Shape.HOLD),
                new Lane.Point(end, 6, Lane.Shape.HOLD));
        int latency = song.compile(false).latency();
        float[] heard = played(
                song,
                playhead -> {
                    playhead.runFrom(start);
                    playhead.run(end - start, start, FADE);
                    playhead.run(2L * (end - start), start, FADE);
                },
                8);
        double low = 0.25 * Math.pow(10, -12 / 20.0);
        for (int i = latency + 200; i < 2 * (end - start) + latency; i++) {
            int place = Math.floorMod(i - latency, end - start);
            // No louder than at the loop's own values: the +6 dB behind its end is never read. Gains move by 1 in 20 ms
            // and look one sub-block ahead; the latency is no multiple of that.
            assertThat((double) heard[i]).as("frame %d", i).isLessThan(0.25 + 1e-6);
            if (place > 64 * 20 + FADE && place < end - start - 2 * 64) {
                assertThat((double) heard[i]).as("frame %d", i).isCloseTo(low, within(1e-5));
            }
            if (place > FADE && place < 64 * 18) {
                assertThat((double) heard[i]).as("frame %d", i).isCloseTo(0.25, within(1e-5));
            }
        }
    }
}
