package studio.headroom.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class FrameRingTest {
    @Test
    void framesComeOutAsTheyWentInAcrossTheEndOfTheRing() {
        FrameRing ring = new FrameRing(2, 8);
        float[][] out = new float[2][8];
        float next = 0;
        float expected = 0;
        for (int round = 0; round < 20; round++) {
            float[] chunk = {next, next + 1, next + 2};
            next += 3;
            assertThat(ring.hasRoom(3)).isTrue();
            ring.put(0, chunk, 3);
            ring.put(1, -chunk[0], 3);
            ring.publish(3);
            assertThat(ring.take(out, 8)).isEqualTo(3);
            for (int i = 0; i < 3; i++) {
                assertThat(out[0][i]).isEqualTo(expected + i);
                assertThat(out[1][i]).isEqualTo(-expected);
            }
            expected += 3;
        }
    }

    @Test
    void aFullRingHasNoRoomUntilSomethingIsTaken() {
        FrameRing ring = new FrameRing(1, 8);
        ring.put(0, new float[6], 6);
        ring.publish(6);
        assertThat(ring.hasRoom(2)).isTrue();
        assertThat(ring.hasRoom(3)).isFalse();
        assertThat(ring.take(new float[1][4], 4)).isEqualTo(4);
        assertThat(ring.available()).isEqualTo(2);
        assertThat(ring.hasRoom(6)).isTrue();
    }

    @Test
    void whatIsPutButNotPublishedIsNotSeen() {
        FrameRing ring = new FrameRing(1, 8);
        ring.put(0, new float[4], 4);
        assertThat(ring.available()).isZero();
    }

    @Test
    void aReaderOnAnotherThreadSeesWholeFramesInOrder() throws InterruptedException {
        FrameRing ring = new FrameRing(2, 64);
        AtomicBoolean torn = new AtomicBoolean();
        int total = 20_000;
        Thread reader = new Thread(() -> {
            float[][] out = new float[2][64];
            float last = -1;
            for (int seen = 0; seen < total; ) {
                int n = ring.take(out, 64);
                for (int i = 0; i < n; i++) {
                    if (out[0][i] != last + 1 || out[1][i] != -out[0][i]) {
                        torn.set(true);
                    }
                    last = out[0][i];
                }
                seen += n;
                Thread.onSpinWait();
            }
        });
        reader.start();
        float[] up = new float[4];
        float[] down = new float[4];
        for (int at = 0; at < total; at += 4) {
            for (int i = 0; i < 4; i++) {
                up[i] = at + i;
                down[i] = -up[i];
            }
            while (!ring.hasRoom(4)) {
                Thread.onSpinWait();
            }
            ring.put(0, up, 4);
            ring.put(1, down, 4);
            ring.publish(4);
        }
        reader.join(20_000);
        assertThat(reader.isAlive()).isFalse();
        assertThat(torn).isFalse();
    }

    @Test
    void aCapacityThatIsNoPowerOfTwoIsRefused() {
        assertThatThrownBy(() -> new FrameRing(1, 12)).hasMessageContaining("12");
    }
}
