package studio.headroom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.headroom.param.Param;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;
import studio.headroom.project.StripControls;

/// A control that several parts of the graph need, in whatever order and by whatever thread they are rendered, does the
/// same for each of them.
class ControlOwnershipTest {
    private static final int FRAMES = 64 * 600;
    /// Between two commands, in sub-blocks: chunks of 1, 3 and 8 begin at the same times.
    private static final int LEG = 24;

    private static int param(Param param) {
        return StripControls.PARAMS.indexOf(param.id());
    }

    /// A track before whose fader three sends are taken, each to a return that another thread may render.
    private static TestSong song() {
        TestSong song = new TestSong()
                .track("a", TestSong.noise(FRAMES, 1), TestSong.noise(FRAMES, 2))
                .track("late", TestSong.noise(FRAMES, 3))
                .insert("late", Insert.create("l", "limiter"))
                .insert("a", Insert.create("u", "utility"));
        for (int r = 0; r < 3; r++) {
            song.returns("r" + r).send("a", "r" + r, true, -r);
        }
        return song.send("late", "r1", false, -20);
    }

    /// Mute and fader are held and given back over some time, again and again; the fader also while muted.
    private static float[][] heard(int threads, int chunk) {
        TestSong song = song();
        Project project = song.project();
        try (LiveRig rig = new LiveRig(song, project, FRAMES, threads)) {
            int strip = rig.numbers.of("a");
            int send = rig.numbers.of("s-a-r1");
            int insert = rig.numbers.of("u");
            int bypass = rig.graph()
                    .plan()
                    .strips()
                    .getFirst()
                    .chain()
                    .getFirst()
                    .type()
                    .params()
                    .size();
            rig.render(LEG, chunk);
            for (int round = 0; round < 6; round++) {
                rig.graph().move(strip, Move.HOLD.of(param(StripControls.MUTE)), 1);
                rig.graph().move(strip, Move.HOLD.of(param(StripControls.VOLUME)), -20);
                rig.graph().move(send, Move.HOLD.of(0), -30);
                rig.graph().move(insert, Move.HOLD.of(bypass), 1);
                rig.render(LEG, chunk);
                // Over less than the longest chunk, over more, and at once.
                rig.graph().move(strip, Move.FOLLOW.of(param(StripControls.MUTE)), 300 * round);
                rig.graph().move(strip, Move.FOLLOW.of(param(StripControls.VOLUME)), 1000);
                rig.graph().move(send, Move.FOLLOW.of(0), 300);
                rig.graph().move(insert, Move.FOLLOW.of(bypass), 300);
                rig.render(2 * LEG, chunk);
            }
            return rig.mix();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 3", "1, 8", "2, 8", "3, 8", "3, 3"})
    void glidesOfASharedControlAreTheSameForAnyChunksAndThreads(int threads, int chunk) {
        assertThat(heard(threads, chunk)).isDeepEqualTo(heard(1, 1));
    }

    /// A fader that is given back while its strip is muted is back when the mute ends.
    @Test
    void whatGlidesUnheardArrivesInTime() {
        TestSong song = new TestSong().track("a", TestSong.constant(FRAMES, 0.1), TestSong.constant(FRAMES, 0.1));
        try (LiveRig rig = new LiveRig(song, song.project(), FRAMES, 1)) {
            int strip = rig.numbers.of("a");
            rig.graph().move(strip, Move.HOLD.of(param(StripControls.VOLUME)), -20);
            rig.graph().move(strip, Move.SET.of(param(StripControls.MUTE)), 1);
            rig.render(40, 8);
            rig.graph().move(strip, Move.FOLLOW.of(param(StripControls.VOLUME)), 4800);
            rig.render(80, 8);
            rig.graph().move(strip, Move.SET.of(param(StripControls.MUTE)), 0);
            rig.render(16, 8);
            float[] heard = rig.mix()[0];
            assertThat(heard[heard.length - 1]).isEqualTo(0.1f);
        }
    }

    /// The mute that a hand holds is held as well for a send that comes later.
    @Test
    void aSendThatJoinsAHeldMuteIsMuted() {
        TestSong song = song().set("late", StripControls.MUTE, 1);
        Project before = song.sends("a", send -> send.withPreFader(false)).project();
        Project after = song.sends("a", send -> send.withPreFader(true)).project();
        try (LiveRig rig = new LiveRig(song, before, FRAMES, 1)) {
            rig.graph().move(rig.numbers.of("a"), Move.HOLD.of(param(StripControls.MUTE)), 1);
            rig.render(40, 8);
            rig.edit(after);
            rig.settle(after, 8);
            rig.render(40, 8);
            float[] heard = rig.mix()[0];
            for (int i = 64 * 40; i < heard.length; i++) {
                assertThat(heard[i]).as("frame %d", i).isZero();
            }
            rig.graph().move(rig.numbers.of("a"), Move.FOLLOW.of(param(StripControls.MUTE)), 0);
            rig.render(40, 8);
            assertThat(List.of(rig.mix()[0][rig.mix()[0].length - 1])).doesNotContain(0f);
        }
    }
}
