package studio.headroom.mastering;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSink;

/// Hands sound to another sink on a thread of its own, so that making a block and using the one before it overlap. That
/// sink hears the same frames in the same order as without it, only cut otherwise.
///
/// After [#close()] the other sink is back in the hands of the caller, who also closes it.
final class Relay implements SampleSink {
    private static final int FRAMES = 1 << 13;
    private static final int BLOCKS = 8;

    private record Block(float[][] sound, int frames) {}

    private static final Block END = new Block(new float[0][], -1);

    private final SampleSink next;
    private final BlockingQueue<float[][]> free = new ArrayBlockingQueue<>(BLOCKS);
    private final BlockingQueue<Block> full = new ArrayBlockingQueue<>(BLOCKS + 1);
    private final Thread worker;
    private volatile @Nullable Throwable failure;
    private float @Nullable [][] filling;
    private int filled;
    private boolean closed;
    private boolean told;

    Relay(SampleSink next) {
        this.next = next;
        for (int i = 0; i < BLOCKS; i++) {
            free.add(new float[next.format().channels()][FRAMES]);
        }
        worker = Thread.ofPlatform().daemon().name("relay").start(this::work);
    }

    @Override
    public AudioFormat format() {
        return next.format();
    }

    /// @throws IOException what the other sink threw at an earlier block
    @Override
    public void write(float[][] source, int offset, int count) throws IOException {
        for (int done = 0; done < count; ) {
            float[][] block = filling == null ? take() : filling;
            filling = block;
            int run = Math.min(count - done, FRAMES - filled);
            for (int c = 0; c < block.length; c++) {
                System.arraycopy(source[c], offset + done, block[c], filled, run);
            }
            filled += run;
            done += run;
            if (filled == FRAMES) {
                pass(block);
            }
        }
    }

    private float[][] take() throws IOException {
        try {
            float[][] block = free.take();
            rethrow();
            return block;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void pass(float[][] block) {
        full.add(new Block(block, filled));
        filling = null;
        filled = 0;
    }

    private void work() {
        try {
            for (Block block = full.take(); block != END; block = full.take()) {
                if (failure == null) {
                    use(block);
                }
                free.add(block.sound);
            }
        } catch (InterruptedException e) {
            failure = e;
        }
    }

    private void use(Block block) {
        try {
            next.write(block.sound, 0, block.frames);
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
        }
    }

    /// Waits until the other sink has had everything.
    ///
    /// @throws IOException what the other sink threw, unless a write has said so
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        if (filling != null) {
            pass(filling);
        }
        full.add(END);
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        rethrow();
    }

    /// Throws what went wrong, once.
    private void rethrow() throws IOException {
        Throwable problem = failure;
        if (told || problem == null) {
            return;
        }
        told = true;
        switch (problem) {
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IOException(problem);
        }
    }
}
