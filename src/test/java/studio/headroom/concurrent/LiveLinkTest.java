package studio.headroom.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class LiveLinkTest {
    /// A graph that remembers what it was made of, in plain fields, and whether it was closed.
    private static final class Graph {
        private long number;
        private long check;
        private volatile boolean closed;
    }

    @Test
    void nothingIsTakenBeforeTheFirstIsPublished() {
        LiveLink<String> link = new LiveLink<>(4);
        assertThat(link.begin()).isNull();
        assertThat(link.next()).isFalse();
        assertThat(link.publish("one")).isEqualTo(1);
        assertThat(link.begin()).isEqualTo(new Published.Edition<>(1, "one"));
    }

    @Test
    void commandsSentAfterTheBlockBeganBelongToTheNext() {
        LiveLink<String> link = new LiveLink<>(4);
        link.publish("one");
        link.send(1, 2, 3);
        link.begin();
        link.send(4, 5, 6);
        assertThat(link.next()).isTrue();
        assertThat(link.node()).isEqualTo(1);
        assertThat(link.param()).isEqualTo(2);
        assertThat(link.value()).isEqualTo(3);
        assertThat(link.next()).isFalse();
        link.begin();
        assertThat(link.next()).isTrue();
        assertThat(link.node()).isEqualTo(4);
    }

    @Test
    void onlyWhatIsFinishedIsCollectedAndOnlyOnce() {
        Published<String> cell = new Published<>();
        cell.publish("one");
        cell.publish("two");
        long third = cell.publish("three");
        assertThat(cell.collect()).isEmpty();
        cell.finish(2);
        assertThat(cell.collect()).containsExactly("one");
        cell.finish(third);
        assertThat(cell.collect()).containsExactly("two");
        assertThat(cell.collect()).isEmpty();
        assertThat(cell.drain()).containsExactly("three");
        assertThat(cell.take()).isNull();
    }

    /// The property that the order of taking is for: no command meets a graph older than the one it was written
    /// for.
    @Test
    void noCommandMeetsAnOlderGraphAndNoGraphIsClosedInUse() throws InterruptedException {
        int graphs = 60_000;
        LiveLink<Graph> link = new LiveLink<>(64);
        AtomicBoolean done = new AtomicBoolean();
        List<Graph> closed = new ArrayList<>();
        Thread control = Thread.ofPlatform().start(() -> {
            for (long i = 1; i <= graphs; i++) {
                Graph graph = new Graph();
                graph.number = i;
                graph.check = ~i;
                link.publish(graph);
                for (int move = 0; move < 4; move++) {
                    link.send(0, move, i);
                }
                for (Graph old : link.published().collect()) {
                    old.closed = true;
                    closed.add(old);
                }
            }
            done.set(true);
        });
        int older = 0;
        int torn = 0;
        int usedAfterClose = 0;
        boolean last = false;
        while (!last) {
            last = done.get();
            Published.Edition<Graph> edition = link.begin();
            if (edition == null) {
                continue;
            }
            Graph graph = edition.value();
            torn += graph.number == edition.revision() && graph.check == ~graph.number ? 0 : 1;
            while (link.next()) {
                older += link.value() > graph.number ? 1 : 0;
            }
            usedAfterClose += graph.closed ? 1 : 0;
            link.finish(edition.revision());
        }
        control.join();
        assertThat(older).as("commands applied to an older graph").isZero();
        assertThat(torn).as("graphs seen before they were complete").isZero();
        assertThat(usedAfterClose).as("graphs closed in use").isZero();
        closed.addAll(link.published().collect());
        assertThat(closed).hasSize(graphs - 1).doesNotHaveDuplicates();
    }
}
