package studio.headroom.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PublishedTest {
    private static final int EDITIONS = 300_000;

    /// Plain fields, so that only the publication can make them visible; closed when nobody may use it any more.
    private static final class Graph {
        int first;
        int second;
        volatile boolean closed;
    }

    /// One thread publishes and collects, another takes, uses and finishes, as fast as they can.
    @Test
    void whatIsTakenIsWholeAndNotCollectedWhileItIsUsed() throws InterruptedException {
        Published<Graph> published = new Published<>();
        AtomicBoolean done = new AtomicBoolean();
        AtomicLong torn = new AtomicLong();
        AtomicLong backward = new AtomicLong();
        AtomicLong closedInUse = new AtomicLong();
        AtomicLong used = new AtomicLong();
        Thread audio = Thread.ofPlatform().start(() -> {
            long last = 0;
            while (!done.get() || last < EDITIONS) {
                Published.Edition<Graph> edition = published.take();
                if (edition == null) {
                    continue;
                }
                Graph graph = edition.value();
                torn.addAndGet(graph.first == edition.revision() && graph.second == -graph.first ? 0 : 1);
                backward.addAndGet(edition.revision() < last ? 1 : 0);
                last = edition.revision();
                used.addAndGet(graph.closed ? 0 : 1);
                closedInUse.addAndGet(graph.closed ? 1 : 0);
                published.finish(last);
            }
        });
        List<Integer> collected = new ArrayList<>();
        for (int i = 1; i <= EDITIONS; i++) {
            Graph graph = new Graph();
            graph.first = i;
            graph.second = -i;
            assertThat(published.publish(graph)).isEqualTo(i);
            for (Graph old : published.collect()) {
                old.closed = true;
                collected.add(old.first);
            }
        }
        done.set(true);
        audio.join();
        published.drain().forEach(rest -> collected.add(rest.first));
        assertThat(torn).hasValue(0);
        assertThat(backward).hasValue(0);
        assertThat(closedInUse).hasValue(0);
        assertThat(used.get()).isPositive();
        assertThat(collected).as("each once, in order").hasSize(EDITIONS).isSorted();
    }
}
