package studio.headroom.ui.frame;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.animation.AnimationTimer;
import org.jspecify.annotations.Nullable;

/// Drives what moves: meters, playhead, graphs, hover, delays, and the repainting of what has changed. One of it serves
/// a whole program; while nothing moves it sleeps. UI thread.
public final class FramePulse {
    /// A longer gap (a sleeping window, a breakpoint) counts as this many seconds, so that nothing jumps.
    private static final double LONGEST_FRAME = 0.25;

    /// Something that moves.
    @FunctionalInterface
    public interface Frame {
        /// @param seconds since the last frame
        void frame(double seconds);
    }

    /// Something that waits.
    public static final class Delay {
        private final Runnable action;
        private double left;
        private boolean open = true;

        private Delay(double seconds, Runnable action) {
            left = seconds;
            this.action = action;
        }

        /// Lets it not happen.
        public void cancel() {
            open = false;
        }

        public boolean isOpen() {
            return open;
        }
    }

    private final List<Frame> moving = new ArrayList<>();
    private final List<Delay> delays = new ArrayList<>();
    private Set<Runnable> once = new LinkedHashSet<>();
    private Set<Runnable> running = new LinkedHashSet<>();
    private @Nullable AnimationTimer timer;
    private boolean ticking;
    private long last = -1;

    /// Calls `frame` with every frame until [#remove].
    public void add(Frame frame) {
        if (!moving.contains(frame)) {
            moving.add(frame);
            wake();
        }
    }

    public void remove(Frame frame) {
        moving.remove(frame);
    }

    /// Runs an action once with the next frame, however often it is asked for until then.
    public void once(Runnable action) {
        if (once.add(action)) {
            wake();
        }
    }

    /// Runs an action after a time.
    public Delay after(double milliseconds, Runnable action) {
        Delay delay = new Delay(milliseconds / 1000, action);
        delays.add(delay);
        wake();
        return delay;
    }

    /// Whether nothing moves, waits or is to be painted.
    public boolean isIdle() {
        return moving.isEmpty() && delays.isEmpty() && once.isEmpty();
    }

    private void wake() {
        if (ticking) {
            return;
        }
        AnimationTimer running = timer;
        if (running == null) {
            running = new AnimationTimer() {
                @Override
                public void handle(long nanos) {
                    double seconds = last < 0 ? 0 : Math.min((nanos - last) * 1e-9, LONGEST_FRAME);
                    last = nanos;
                    advance(seconds);
                    if (isIdle()) {
                        stop();
                        ticking = false;
                        last = -1;
                    }
                }
            };
            timer = running;
        }
        ticking = true;
        running.start();
    }

    /// One frame. Called by the clock; a test may call it.
    public void advance(double seconds) {
        for (int i = moving.size() - 1; i >= 0; i--) {
            if (i < moving.size()) {
                moving.get(i).frame(seconds);
            }
        }
        for (int i = 0; i < delays.size(); i++) {
            Delay delay = delays.get(i);
            delay.left -= seconds;
            if (delay.open && delay.left <= 0) {
                delay.open = false;
                delay.action.run();
            }
        }
        delays.removeIf(delay -> !delay.open);
        Set<Runnable> now = once;
        once = running;
        running = now;
        now.forEach(Runnable::run);
        now.clear();
    }
}
