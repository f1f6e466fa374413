package studio.headroom.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class SpscQueueTest {
    @Test
    void commandsComeOutAsTheyWentIn() {
        SpscQueue queue = new SpscQueue(8);
        double[] values = {0.0, -0.0, Double.NEGATIVE_INFINITY, 1e-300, -6.25};
        int[] numbers = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE};
        for (int round = 0; round < 5; round++) {
            for (int i = 0; i < 5; i++) {
                assertThat(queue.offer(numbers[i], numbers[4 - i], values[i])).isTrue();
            }
            long mark = queue.mark();
            for (int i = 0; i < 5; i++) {
                assertThat(queue.next(mark)).isTrue();
                assertThat(queue.node()).isEqualTo(numbers[i]);
                assertThat(queue.param()).isEqualTo(numbers[4 - i]);
                assertThat(queue.value()).isEqualTo(values[i]);
            }
            assertThat(queue.next(mark)).isFalse();
        }
    }

    @Test
    void aFullQueueRefusesAndTakesAgainWhenThereIsRoom() {
        SpscQueue queue = new SpscQueue(4);
        for (int i = 0; i < 4; i++) {
            assertThat(queue.offer(i, 0, i)).isTrue();
        }
        assertThat(queue.offer(9, 9, 9)).isFalse();
        assertThat(queue.next(queue.mark())).isTrue();
        assertThat(queue.offer(4, 0, 4)).isTrue();
        assertThat(queue.offer(9, 9, 9)).isFalse();
        long mark = queue.mark();
        for (int i = 1; i <= 4; i++) {
            assertThat(queue.next(mark)).isTrue();
            assertThat(queue.node()).isEqualTo(i);
        }
        assertThat(queue.next(mark)).isFalse();
    }

    @Test
    void whatArrivesAfterTheMarkWaitsForTheNextOne() {
        SpscQueue queue = new SpscQueue(4);
        queue.offer(1, 0, 0);
        long mark = queue.mark();
        queue.offer(2, 0, 0);
        assertThat(queue.next(mark)).isTrue();
        assertThat(queue.next(mark)).isFalse();
        assertThat(queue.next(queue.mark())).isTrue();
        assertThat(queue.node()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 3, 100, 1 << 21})
    void capacityIsAPowerOfTwo(int capacity) {
        assertThatThrownBy(() -> new SpscQueue(capacity)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoThreadsLoseNothingAndTearNothing() throws InterruptedException {
        int count = 1_000_000;
        SpscQueue queue = new SpscQueue(1024);
        Thread sender = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < count; i++) {
                while (!queue.offer(i, ~i, i * 0.5)) {
                    Thread.onSpinWait();
                }
            }
        });
        int wrong = 0;
        int taken = 0;
        while (taken < count) {
            long mark = queue.mark();
            while (queue.next(mark)) {
                if (queue.node() != taken || queue.param() != ~taken || queue.value() != taken * 0.5) {
                    wrong++;
                }
                taken++;
            }
            Thread.onSpinWait();
        }
        sender.join();
        assertThat(wrong).isZero();
        assertThat(queue.next(queue.mark())).isFalse();
    }

    @Test
    void theLastWordOnEveryControlArrives() throws InterruptedException {
        int count = 300_000;
        int nodes = 7;
        SpscQueue queue = new SpscQueue(16);
        CommandSender sender = new CommandSender(queue);
        Map<Integer, Double> sent = new HashMap<>();
        Thread control = Thread.ofPlatform().start(() -> {
            Random random = new Random(3);
            for (int i = 1; i <= count; i++) {
                int node = random.nextInt(nodes);
                sender.send(node, node + 1, i);
                sent.put(node, (double) i);
            }
            while (!sender.flush()) {
                Thread.onSpinWait();
            }
            sender.send(nodes, 0, -1);
        });
        Map<Integer, Double> got = new HashMap<>();
        int outOfOrder = 0;
        while (!got.containsKey(nodes)) {
            long mark = queue.mark();
            while (queue.next(mark)) {
                Double before = got.put(queue.node(), queue.value());
                outOfOrder += before != null && before >= queue.value() ? 1 : 0;
                outOfOrder += queue.node() < nodes && queue.param() != queue.node() + 1 ? 1 : 0;
            }
        }
        control.join();
        got.remove(nodes);
        assertThat(got).isEqualTo(sent);
        assertThat(outOfOrder).isZero();
    }

    @Test
    void aFullQueueKeepsTheNewestValueOfEachControl() {
        SpscQueue queue = new SpscQueue(2);
        CommandSender sender = new CommandSender(queue);
        for (int i = 0; i < 10; i++) {
            sender.send(1, 1, i);
            sender.send(2, 2, 100 + i);
        }
        assertThat(sender.waiting()).isEqualTo(2);
        assertThat(sender.coalesced()).isEqualTo(16);
        assertThat(drain(queue)).containsExactly(0.0, 100.0);
        assertThat(sender.flush()).isTrue();
        assertThat(drain(queue)).containsExactly(9.0, 109.0);
    }

    private static java.util.List<Double> drain(SpscQueue queue) {
        java.util.List<Double> values = new java.util.ArrayList<>();
        long mark = queue.mark();
        while (queue.next(mark)) {
            values.add(queue.value());
        }
        return values;
    }
}
