package studio.headroom.ui.shell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.theme.Look;

/// Work that takes its time, in the background, one at a time: after half a second a dialog shows how far it is and
/// can call it off. UI thread.
final class Jobs {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final double QUIET_MS = 500;
    private static final double WIDTH = 440;

    private final Look look;
    private final Overlay overlay;
    private final Executor ui;
    private final Executor background;
    private final List<Runnable> idle = new ArrayList<>();
    private @Nullable Shown under;

    Jobs(Look look, Overlay overlay, Executor background, Executor ui) {
        this.look = look;
        this.overlay = overlay;
        this.background = background;
        this.ui = ui;
    }

    /// Hears how a job goes, and whether it is to end. Any thread.
    interface Watch {
        void at(String what, double share);

        boolean canceled();
    }

    interface Work<T> {
        /// @throws CancellationException when the watch said so
        T run(Watch watch) throws IOException;
    }

    /// Whether a job is under way.
    boolean isBusy() {
        return under != null;
    }

    /// Asks whether to call off the job that is under way, and does that.
    ///
    /// @param then runs once it has ended and its end was told; not where it is to go on
    void leave(Runnable then) {
        Shown job = under;
        if (job == null) {
            then.run();
            return;
        }
        DialogCard card = new DialogCard(look, "“" + job.title + "” is not finished", WIDTH)
                .say("Leaving now calls it off." + (job.canceling.isEmpty() ? "" : " " + job.canceling));
        card.button("Call it off and leave", Buttons.Kind.DANGER, () -> {
            overlay.hide();
            if (under == job) {
                idle.add(then);
                job.stop();
                job.open();
            } else {
                then.run();
            }
        });
        Button primary = card.button("Go on", Buttons.Kind.PRIMARY, () -> {
            overlay.hide();
            job.reopen();
        });
        job.asked = true;
        overlay.show(card, Pos.CENTER, job::reopen);
        primary.requestFocus();
    }

    /// What is shown of one job.
    final class Shown implements Watch {
        private final String title;
        private final String canceling;
        private final Runnable cancel;
        private final FramePulse.Delay delay;
        private @Nullable ProgressBox box;
        private String what = "";
        private double share;
        private volatile boolean canceled;
        /// Whether a question about it stands in its place.
        private boolean asked;

        private Shown(String title, String canceling, Runnable cancel) {
            this.title = title;
            this.canceling = canceling;
            this.cancel = cancel;
            under = this;
            delay = look.pulse().after(QUIET_MS, this::open);
        }

        private void reopen() {
            asked = false;
            if (under == this) {
                open();
            }
        }

        private void open() {
            if (asked && !canceled) {
                return;
            }
            ProgressBox shown = new ProgressBox(look);
            box = shown;
            shown.show(what, share);
            DialogCard card = new DialogCard(look, title, WIDTH).add(shown);
            if (!canceling.isEmpty()) {
                card.say(canceling);
            }
            card.button("Cancel", Buttons.Kind.DEFAULT, this::stop);
            overlay.show(card, Pos.CENTER, null);
        }

        private void stop() {
            canceled = true;
            cancel.run();
            show("Canceling…", share);
        }

        /// UI thread.
        void show(String words, double now) {
            what = words;
            share = now;
            if (box != null) {
                box.show(words, now);
            }
        }

        /// It is over. UI thread.
        void end() {
            under = null;
            delay.cancel();
            if (box != null || asked) {
                box = null;
                asked = false;
                overlay.hide();
            }
            List<Runnable> waiting = List.copyOf(idle);
            idle.clear();
            // Behind what the end of this job leads to.
            waiting.forEach(ui::execute);
        }

        @Override
        public void at(String words, double now) {
            ui.execute(() -> {
                if (!canceled) {
                    show(words, now);
                }
            });
        }

        @Override
        public boolean canceled() {
            return canceled;
        }
    }

    /// Shows a job that runs by itself.
    ///
    /// @param canceling what canceling leaves, in a sentence; may be empty
    /// @param cancel calls it off
    Shown show(String title, String canceling, Runnable cancel) {
        return new Shown(title, canceling, cancel);
    }

    /// Runs a job in the background.
    ///
    /// @param done hears the result, on the UI thread
    /// @param failed hears why there is none, on the UI thread; nobody hears of a job that was canceled
    <T> void run(String title, String canceling, Work<T> work, Consumer<T> done, Consumer<String> failed) {
        Shown shown = show(title, canceling, () -> {});
        background.execute(() -> {
            Runnable end;
            try {
                T result = work.run(shown);
                end = () -> done.accept(result);
            } catch (CancellationException e) {
                end = () -> {};
            } catch (IOException e) {
                LOG.warn("{}: failed", title, e);
                end = () -> failed.accept(String.valueOf(e.getMessage()));
            } catch (RuntimeException | Error e) {
                // Not enough memory, for one: the window goes on, and no job is left running in its eyes.
                LOG.error("{}: failed", title, e);
                end = () -> failed.accept("Something went wrong inside Headroom ("
                        + e.getClass().getSimpleName() + "). The log says more.");
            }
            Runnable after = end;
            ui.execute(() -> {
                shown.end();
                after.run();
            });
        });
    }
}
