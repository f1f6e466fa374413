package studio.headroom.mastering.sight;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import studio.headroom.mastering.LatestJob;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.prints.Print;
import studio.headroom.project.Insert;

/// Keeps the sight of a print and its chain up to date while one works on them: renders on one thread of low priority
/// beside whatever plays, begins anew some time after the last change, and remembers what it has seen. One thread
/// asks, the one that hears the answers; it never waits.
public final class SightJob implements AutoCloseable {
    /// How long a change is waited for to be the last one.
    public static final Duration WAIT = Duration.ofMillis(300);

    private static final int KEPT = 12;
    private static final int PRINTS = 2;
    /// Of the time for a print that was not seen before, what looking at it takes beside the chain.
    private static final double PRINT_SHARE = 0.2;

    /// Hears how looking goes, on the thread that asks.
    public interface Listener {
        /// @param sight of what was asked for last
        void seen(Sight sight);

        /// @param share of the whole, 0..1
        default void progress(double share) {}

        /// @param growing the spectrogram of the master that is being looked at, from its beginning on
        default void growing(Spectrogram growing) {}

        /// @param message what could not be looked at, and what helps
        default void failed(String message) {}
    }

    /// A file that is replaced under its name is another print.
    private record Key(Print print, List<Insert> chain) {}

    /// Touched by the worker alone.
    private final Map<Print, SoundSight> prints = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Print, SoundSight> eldest) {
            return size() > PRINTS;
        }
    };

    private final Listener listener;
    private final LatestJob<Key, Sight> job;

    /// @param answers carries out what belongs to the thread that asks
    public SightJob(Executor answers, Listener listener) {
        this(WAIT, answers, listener);
    }

    SightJob(Duration wait, Executor answers, Listener listener) {
        this.listener = listener;
        job = new LatestJob<>("sight", wait, KEPT, answers, new Looking(), new LatestJob.Listener<>() {
            @Override
            public void made(Key wanted, Sight sight) {
                listener.seen(sight);
            }

            @Override
            public void progress(double share) {
                listener.progress(share);
            }

            @Override
            public void failed(String message) {
                listener.failed(message);
            }
        });
    }

    /// Asks for the sight of a print through a chain. What was asked for before and is not there yet is called off.
    ///
    /// @return whether this is not what was asked for already
    public boolean want(Print print, List<Insert> chain) {
        return job.want(new Key(print, List.copyOf(chain)));
    }

    /// Asks for nothing.
    public void none() {
        job.none();
    }

    /// Whether what was asked for is not there yet.
    public boolean isRunning() {
        return job.isRunning();
    }

    /// Calls off what runs; nothing is heard any more.
    @Override
    public void close() {
        job.close();
    }

    private final class Looking implements LatestJob.Work<Key, Sight> {
        @Override
        public Sight make(Key key, LatestJob.Run run) throws IOException {
            SoundSight known = prints.get(key.print);
            double begun = known == null ? PRINT_SHARE : 0;
            if (known == null) {
                known = SightRender.print(key.print.file(), part(run, 0, begun));
                prints.put(key.print, known);
            }
            return SightRender.through(
                    key.print.file(),
                    known,
                    key.chain,
                    growing -> run.tell(() -> listener.growing(growing)),
                    part(run, begun, 1));
        }

        @Override
        public boolean isEdit(Key before, Key now) {
            return now.print.equals(before.print);
        }
    }

    /// A part of what is to be done, from one share of the whole to another.
    private static Progress part(Progress all, double from, double to) {
        return new Progress() {
            @Override
            public boolean canceled() {
                return all.canceled();
            }

            @Override
            public void at(String step, double share) {
                all.at(step, from + (to - from) * share);
            }
        };
    }
}
