package studio.headroom.ui.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.headroom.ui.Fx;

class FramePulseTest {
    private final List<String> happened = new ArrayList<>();

    @Test
    void whatIsAskedForOnceHappensOnceWithTheNextFrame() {
        Fx.run(() -> {
            FramePulse pulse = new FramePulse();
            Runnable paint = () -> happened.add("paint");
            pulse.once(paint);
            pulse.once(paint);
            assertThat(happened).isEmpty();
            pulse.advance(0.01);
            pulse.advance(0.01);
            assertThat(happened).containsExactly("paint");
            assertThat(pulse.isIdle()).isTrue();
        });
    }

    @Test
    void whatAsksAgainWhileItRunsHappensWithTheFrameAfter() {
        Fx.run(() -> {
            FramePulse pulse = new FramePulse();
            Runnable[] paint = new Runnable[1];
            paint[0] = () -> {
                happened.add("paint");
                if (happened.size() < 3) {
                    pulse.once(paint[0]);
                }
            };
            pulse.once(paint[0]);
            pulse.advance(0.01);
            assertThat(happened).hasSize(1);
            pulse.advance(0.01);
            pulse.advance(0.01);
            pulse.advance(0.01);
            assertThat(happened).hasSize(3);
        });
    }

    @Test
    void delaysWaitTheirTimeAndCanBeCancelled() {
        Fx.run(() -> {
            FramePulse pulse = new FramePulse();
            pulse.after(100, () -> happened.add("kept"));
            FramePulse.Delay cancelled = pulse.after(100, () -> happened.add("cancelled"));
            pulse.advance(0.09);
            assertThat(happened).isEmpty();
            cancelled.cancel();
            pulse.advance(0.02);
            assertThat(happened).containsExactly("kept");
            assertThat(pulse.isIdle()).isTrue();
        });
    }

    @Test
    void whatMovesMayLeaveWhileAllMove() {
        Fx.run(() -> {
            FramePulse pulse = new FramePulse();
            FramePulse.Frame[] frames = new FramePulse.Frame[3];
            for (int i = 0; i < 3; i++) {
                int which = i;
                frames[i] = _ -> {
                    happened.add("frame " + which);
                    pulse.remove(frames[which]);
                };
                pulse.add(frames[i]);
                pulse.add(frames[i]);
            }
            pulse.advance(0.01);
            assertThat(happened).containsExactlyInAnyOrder("frame 0", "frame 1", "frame 2");
            assertThat(pulse.isIdle()).isTrue();
        });
    }
}
