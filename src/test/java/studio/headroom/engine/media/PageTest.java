package studio.headroom.engine.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PageTest {
    /// The disk thread gives the buffers of a page to the next one as fast as it can, while a reader copies from them:
    /// what a copy that succeeds holds is all of its own page.
    @Test
    void aCopyIsNeverOfTwoPages() throws InterruptedException {
        MediaPages home = new MediaPages(2, 1L << 30);
        float[][] buffers = new float[2][MediaPages.FRAMES];
        AtomicReference<Page> current = new AtomicReference<>(new Page(home, 0, buffers));
        AtomicBoolean done = new AtomicBoolean();
        Thread disk = Thread.ofPlatform().start(() -> {
            for (int i = 1; !done.get(); i++) {
                current.get().retire();
                for (float[] buffer : buffers) {
                    Arrays.fill(buffer, i);
                }
                current.set(new Page(home, i, buffers));
                // Long enough that some copies are done meanwhile, short enough that most are not.
                long until = System.nanoTime() + 1000L * (i % 40);
                while (System.nanoTime() < until) {
                    Thread.onSpinWait();
                }
            }
        });
        float[][] copy = new float[2][MediaPages.FRAMES];
        float[] expected = new float[MediaPages.FRAMES];
        int torn = 0;
        int right = 0;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        for (int tries = 0; (tries < 100_000 || right == 0) && right < 10_000 && System.nanoTime() < end; tries++) {
            Page page = current.get();
            if (page.copy(0, copy, 0, MediaPages.FRAMES)) {
                Arrays.fill(expected, page.index);
                boolean whole = Arrays.equals(copy[0], expected) && Arrays.equals(copy[1], expected);
                right += whole ? 1 : 0;
                torn += whole ? 0 : 1;
            }
        }
        done.set(true);
        disk.join();
        assertThat(torn).isZero();
        assertThat(right).isPositive();
    }
}
