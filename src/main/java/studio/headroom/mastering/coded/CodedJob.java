package studio.headroom.mastering.coded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import studio.headroom.mastering.LatestJob;
import studio.headroom.mastering.prints.Print;
import studio.headroom.project.Ends;
import studio.headroom.project.Insert;

/// Keeps a coded master up to date while one works on the master: makes it on one thread of low priority beside
/// whatever plays, begins anew some time after the last change, and keeps the last few, so that undo and another format
/// are there at once. Its files go when it is closed. One thread asks, the one that hears the answers; it never waits.
public final class CodedJob implements AutoCloseable {
    /// How long a change is waited for to be the last one: coding takes long.
    public static final Duration WAIT = Duration.ofMillis(1_200);

    private static final int KEPT = 3;

    /// What a coded master is made of. A file that is replaced under its name is another print.
    ///
    /// @param song the song's folder
    public record Wanted(Path song, Print print, List<Insert> chain, Ends ends, CodedFormat format) {
        public Wanted {
            chain = List.copyOf(chain);
        }

        /// Whether only chain or ends differ, so that one can be heard until the other is made.
        public boolean like(Wanted other) {
            return song.equals(other.song) && print.equals(other.print) && format.equals(other.format);
        }
    }

    /// Hears how it goes, on the thread that asks.
    public interface Listener extends LatestJob.Listener<Wanted, CodedMaster> {
        @Override
        default void progress(double share) {}

        @Override
        default void failed(String message) {}
    }

    /// Touched by the worker alone.
    private final Set<Path> songs = new HashSet<>();

    private final LatestJob<Wanted, CodedMaster> job;

    /// @param answers carries out what belongs to the thread that asks
    public CodedJob(Executor answers, Listener listener) {
        job = new LatestJob<>("coded", WAIT, KEPT, answers, new Coding(), listener);
    }

    /// Removes what a program that was killed has left in a song's folder. Does not wait for that.
    public void sweep(Path song) {
        job.onWorker(() -> sweepOnce(song));
    }

    private void sweepOnce(Path song) {
        if (songs.add(song)) {
            new CodedFolder(song).clear();
        }
    }

    /// Asks for a coded master. What was asked for before and is not there yet is called off.
    public void want(Wanted now) {
        job.want(now);
    }

    /// Asks for nothing.
    public void none() {
        job.none();
    }

    /// Whether what was asked for is not there yet.
    public boolean isRunning() {
        return job.isRunning();
    }

    /// Calls off what runs, and removes all files, as soon as that has ended; nothing is heard any more.
    @Override
    public void close() {
        job.none();
        job.onWorker(() -> songs.forEach(song -> new CodedFolder(song).clear()));
        job.close();
    }

    /// Waits until all is called off and removed.
    ///
    /// @return whether it is
    public boolean awaitClosed(Duration most) throws InterruptedException {
        return job.awaitClosed(most);
    }

    private final class Coding implements LatestJob.Work<Wanted, CodedMaster> {
        @Override
        public CodedMaster make(Wanted wanted, LatestJob.Run run) throws IOException {
            sweepOnce(wanted.song);
            CodedFolder.Places places = new CodedFolder(wanted.song).places();
            return CodedRender.make(
                    new CodedRender.Order(
                            wanted.print.file(),
                            wanted.chain,
                            wanted.ends,
                            wanted.format,
                            places.sound(),
                            places.difference()),
                    run);
        }

        @Override
        public boolean isEdit(Wanted before, Wanted now) {
            return before.like(now);
        }

        @Override
        public void drop(CodedMaster coded) {
            new CodedFolder.Places(coded.sound(), coded.difference()).clear();
        }
    }
}
