package studio.headroom.mastering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.headroom.engine.OfflineRender;

/// The test's own thread asks and hears. What is asked for is `song:edit`, and what is made of it is that in capitals.
@Timeout(30)
class LatestJobTest {
    private static final int KEPT = 2;

    private final BlockingQueue<Runnable> answers = new LinkedBlockingQueue<>();
    private final List<String> made = new ArrayList<>();
    private final List<Double> shares = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final List<String> begun = new CopyOnWriteArrayList<>();
    private final List<String> dropped = new CopyOnWriteArrayList<>();
    private LatestJob<String, String> job;

    private final class Work implements LatestJob.Work<String, String> {
        @Override
        public String make(String wanted, LatestJob.Run run) throws IOException {
            begun.add(wanted);
            for (int i = 0; i <= 1_000; i++) {
                run.at("Working", i / 1_000.0);
            }
            switch (wanted) {
                case "disk:full" -> throw new IOException("The disk is full.");
                case "memory:full" -> throw new OutOfMemoryError();
                case "long:work" -> {
                    while (!run.canceled()) {
                        Thread.onSpinWait();
                    }
                    throw new OfflineRender.Canceled();
                }
                default -> {
                    return wanted.toUpperCase(Locale.ROOT);
                }
            }
        }

        @Override
        public boolean isEdit(String before, String now) {
            return before.substring(0, before.indexOf(':')).equals(now.substring(0, now.indexOf(':')));
        }

        @Override
        public void drop(String result) {
            dropped.add(result);
        }
    }

    @BeforeEach
    void open() {
        open(Duration.ofMillis(30));
    }

    private void open(Duration wait) {
        job = new LatestJob<>("test", wait, KEPT, answers::add, new Work(), new LatestJob.Listener<>() {
            @Override
            public void made(String wanted, String result) {
                assertThat(result).isEqualToIgnoringCase(wanted);
                made.add(result);
            }

            @Override
            public void progress(double share) {
                shares.add(share);
            }

            @Override
            public void failed(String message) {
                failures.add(message);
            }
        });
    }

    @AfterEach
    void close() {
        job.close();
    }

    private void hear() throws InterruptedException {
        while (job.isRunning()) {
            Runnable answer = answers.poll(20, TimeUnit.SECONDS);
            assertThat(answer).isNotNull();
            answer.run();
        }
    }

    private void make(String wanted) throws InterruptedException {
        assertThat(job.want(wanted)).isTrue();
        hear();
    }

    /// Until the worker has done all that it was given before.
    private void settle() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        job.onWorker(done::countDown);
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatIsAskedForIsMadeOnceWithItsProgress() throws Exception {
        make("a:1");
        assertThat(job.want("a:1")).isFalse();
        assertThat(made).containsExactly("A:1");
        assertThat(begun).containsExactly("a:1");
        // A step of a hundredth each; rounding may leave one out.
        assertThat(shares).isSorted().hasSizeBetween(90, 101);
        assertThat(shares.getLast()).isGreaterThan(0.98);
    }

    @Test
    void onlyTheLastOfManyEditsIsMadeAndAnythingElseAtOnce() throws Exception {
        job.close();
        open(Duration.ofHours(1));
        job.want("a:1");
        job.want("a:2");
        job.want("a:3");
        settle();
        assertThat(begun).as("it waits for the last edit").doesNotContain("a:2", "a:3");
        make("b:1");
        assertThat(made).containsExactly("B:1");
    }

    @Test
    void theLastFewAreThereAtOnceAndTheOldestIsDropped() throws Exception {
        make("a:1");
        make("b:1");
        job.want("a:1");
        assertThat(job.isRunning()).isFalse();
        assertThat(made).containsExactly("A:1", "B:1", "A:1");
        make("c:1");
        settle();
        assertThat(dropped).as("what was heard longest ago").containsExactly("B:1");
        job.close();
        assertThat(job.awaitClosed(Duration.ofSeconds(20))).isTrue();
        assertThat(dropped).containsExactlyInAnyOrder("B:1", "A:1", "C:1");
    }

    @Test
    void whatIsCalledOffEndsAndIsNotHeard() throws Exception {
        job.want("long:work");
        job.none();
        assertThat(job.isRunning()).isFalse();
        make("a:1");
        answers.forEach(Runnable::run);
        assertThat(made).containsExactly("A:1");
        assertThat(failures).isEmpty();
    }

    /// It was made, and called off before anybody heard of it.
    @Test
    void whatNobodyHearsIsDropped() throws Exception {
        job.want("a:1");
        settle();
        job.none();
        answers.forEach(Runnable::run);
        settle();
        assertThat(made).isEmpty();
        assertThat(shares).isEmpty();
        assertThat(dropped).containsExactly("A:1");
    }

    @Test
    void whatFailsIsSaidAndTheNextIsMade() throws Exception {
        make("disk:full");
        make("memory:full");
        assertThat(failures).containsExactly("The disk is full.", "OutOfMemoryError");
        make("a:1");
        assertThat(made).containsExactly("A:1");
    }

    @Test
    void closedItIsSilentAndTakesNothingMore() throws Exception {
        job.want("long:work");
        job.close();
        assertThat(job.awaitClosed(Duration.ofSeconds(20))).isTrue();
        answers.forEach(Runnable::run);
        job.onWorker(() -> begun.add("late"));
        job.want("a:1");
        assertThat(made).isEmpty();
        assertThat(failures).isEmpty();
        assertThat(begun).doesNotContain("late", "a:1");
    }
}
