package studio.headroom.ui.master;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.audition.ChainLoudness;
import studio.headroom.mastering.audition.Levels.Level;
import studio.headroom.mastering.prints.Print;
import studio.headroom.project.Insert;
import studio.headroom.ui.frame.FramePulse;

/// How loud the print is that the master is compared with, before and behind the chain: measured when neither print nor
/// chain has changed for a while. What was found last stays while the same print is measured through another chain. UI
/// thread.
final class OtherLoudness {
    private static final Logger LOG = LoggerFactory.getLogger(OtherLoudness.class);
    /// A chain is measured so long after its last change.
    private static final double QUIET_MS = 900;

    private final FramePulse pulse;
    private final Executor measuring;
    private final Executor ui;
    private final Runnable changed;
    private final ChainLoudness loudness = new ChainLoudness();
    private Level print = Level.UNKNOWN;
    private Level master = Level.UNKNOWN;
    private @Nullable Asked asked;
    private FramePulse.@Nullable Delay delay;
    private AtomicBoolean canceled = new AtomicBoolean();

    /// What the levels depend on.
    private record Asked(@Nullable Print other, List<Insert> chain) {}

    /// @param measuring one after the other, away from the UI thread
    /// @param changed runs after the levels have changed
    OtherLoudness(FramePulse pulse, Executor measuring, Executor ui, Runnable changed) {
        this.pulse = pulse;
        this.measuring = measuring;
        this.ui = ui;
        this.changed = changed;
    }

    /// The print as it is.
    Level print() {
        return print;
    }

    /// The print behind the chain.
    Level master() {
        return master;
    }

    /// Measures this from now on.
    void want(@Nullable Print other, List<Insert> chain) {
        Asked now = new Asked(other, chain);
        if (now.equals(asked)) {
            return;
        }
        boolean another = asked == null || !Objects.equals(asked.other, now.other);
        asked = now;
        canceled.set(true);
        FramePulse.Delay before = delay;
        if (before != null) {
            before.cancel();
        }
        if (another) {
            print = Level.UNKNOWN;
            master = Level.UNKNOWN;
            changed.run();
        }
        if (now.other != null) {
            delay = pulse.after(QUIET_MS, this::measure);
        }
    }

    /// Measures no more until something is wanted again.
    void stop() {
        canceled.set(true);
        asked = null;
    }

    private void measure() {
        Asked what = asked;
        Print other = what == null ? null : what.other;
        if (what == null || other == null) {
            return;
        }
        AtomicBoolean own = new AtomicBoolean();
        canceled = own;
        Progress progress = new Progress() {
            @Override
            public boolean canceled() {
                return own.get();
            }
        };
        measuring.execute(() -> {
            try {
                Level dry = loudness.of(other.file(), List.of(), progress);
                Level wet = loudness.of(other.file(), what.chain, progress);
                ui.execute(() -> {
                    if (!own.get()) {
                        print = dry;
                        master = wet;
                        changed.run();
                    }
                });
            } catch (IOException e) {
                LOG.debug("Not measured", e);
            }
        });
    }
}
