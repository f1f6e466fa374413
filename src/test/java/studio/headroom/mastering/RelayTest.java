package studio.headroom.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSink;

class RelayTest {
    private static final AudioFormat STEREO = new AudioFormat(48_000, 2);

    /// Keeps what it hears, and fails where it is told to.
    private static final class Heard implements SampleSink {
        private final List<Float> samples = new ArrayList<>();
        private final long failsAt;
        private Thread thread = Thread.currentThread();

        Heard(long failsAt) {
            this.failsAt = failsAt;
        }

        @Override
        public AudioFormat format() {
            return STEREO;
        }

        @Override
        public void write(float[][] source, int offset, int count) throws IOException {
            thread = Thread.currentThread();
            for (int i = 0; i < count; i++) {
                if (samples.size() == failsAt) {
                    throw new IOException("full");
                }
                samples.add(source[0][offset + i] + 1000 * source[1][offset + i]);
            }
        }

        @Override
        public void close() {}
    }

    private static void feed(SampleSink sink, int frames) throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        float[][] block = new float[2][5000];
        for (int done = 0; done < frames; ) {
            int count = Math.min(frames - done, random.nextInt(1, 4000));
            int offset = random.nextInt(0, 1000);
            for (int i = 0; i < count; i++) {
                block[0][offset + i] = (done + i) % 997;
                block[1][offset + i] = (done + i) % 13;
            }
            sink.write(block, offset, count);
            done += count;
        }
    }

    @Test
    void theSameFramesArriveInOrderOnAnotherThread() throws IOException {
        Heard direct = new Heard(-1);
        feed(direct, 300_001);
        Heard relayed = new Heard(-1);
        try (Relay relay = new Relay(relayed)) {
            feed(relay, 300_001);
        }
        assertThat(relayed.samples).isEqualTo(direct.samples);
        assertThat(relayed.thread).isNotSameAs(Thread.currentThread());
    }

    @Test
    void nothingAtAllIsFine() throws IOException {
        Heard heard = new Heard(-1);
        new Relay(heard).close();
        assertThat(heard.samples).isEmpty();
    }

    @Test
    void aFailureComesBackOnceWhetherEarlyOrLate() {
        for (int frames : new int[] {10, 1_000_000}) {
            Heard heard = new Heard(5);
            assertThatThrownBy(() -> {
                        try (Relay relay = new Relay(heard)) {
                            feed(relay, frames);
                        }
                    })
                    .isInstanceOf(IOException.class)
                    .hasMessage("full")
                    .hasNoSuppressedExceptions();
        }
    }
}
