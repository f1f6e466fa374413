package studio.headroom.mastering;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSink;
import studio.headroom.audio.SampleSource;

/// Sound that one thread writes and another reads at the same time, both from its beginning to its end: each waits for
/// the other where it is too far ahead. Reading it hears what went wrong in writing, and writing ends when nobody reads
/// any more.
final class SoundPipe implements SampleSink, SampleSource {
    private static final int FRAMES = 1 << 12;
    private static final int BLOCKS = 8;
    private static final float[][] END = {};

    private final AudioFormat format;
    private final long frames;
    private final BlockingQueue<float[][]> free = new ArrayBlockingQueue<>(BLOCKS + 1);
    private final BlockingQueue<float[][]> full = new ArrayBlockingQueue<>(BLOCKS + 1);
    private volatile @Nullable Throwable failure;
    private volatile boolean abandoned;
    /// Touched by the writing thread alone.
    private float @Nullable [][] filling;

    private int filled;
    /// Touched by the reading thread alone.
    private float @Nullable [][] reading;

    private int taken;
    private long position;

    /// @param frames that will be written
    SoundPipe(AudioFormat format, long frames) {
        this.format = format;
        this.frames = frames;
        for (int i = 0; i < BLOCKS; i++) {
            free.add(new float[format.channels()][FRAMES]);
        }
    }

    @Override
    public AudioFormat format() {
        return format;
    }

    @Override
    public long frames() {
        return frames;
    }

    /// @throws IOException when nobody reads any more
    @Override
    public void write(float[][] source, int offset, int count) throws IOException {
        for (int done = 0; done < count; ) {
            float[][] block = filling == null ? take(free) : filling;
            if (abandoned) {
                throw new IOException("nobody reads");
            }
            filling = block;
            int run = Math.min(count - done, FRAMES - filled);
            for (int c = 0; c < block.length; c++) {
                System.arraycopy(source[c], offset + done, block[c], filled, run);
            }
            filled += run;
            done += run;
            if (filled == FRAMES) {
                pass();
            }
        }
    }

    private void pass() {
        float[][] block = filling;
        if (block != null) {
            full.add(block);
            filling = null;
            filled = 0;
        }
    }

    /// Ends writing, well or with what went wrong.
    void end(@Nullable Throwable problem) {
        failure = problem;
        pass();
        full.add(END);
    }

    /// @param start where the last call ended
    @Override
    public void read(long start, float[][] target, int offset, int count) throws IOException {
        if (start != position) {
            throw new IllegalStateException("a pipe is at frame " + position + ", not at " + start);
        }
        for (int done = 0; done < count; ) {
            float[][] block = reading == null ? take(full) : reading;
            if (block == END) {
                full.add(END);
                throw ended();
            }
            reading = block;
            int run = Math.min(count - done, FRAMES - taken);
            for (int c = 0; c < block.length; c++) {
                System.arraycopy(block[c], taken, target[c], offset + done, run);
            }
            taken += run;
            done += run;
            if (taken == FRAMES) {
                free.add(block);
                reading = null;
                taken = 0;
            }
        }
        position += count;
    }

    private IOException ended() {
        return switch (failure) {
            case IOException e -> e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case null -> new IOException("the sound ended before its end");
            case Throwable e -> new IOException(e);
        };
    }

    /// Ends reading: whoever writes does not wait any more.
    void abandon() {
        abandoned = true;
        free.offer(new float[format.channels()][FRAMES]);
    }

    boolean abandoned() {
        return abandoned;
    }

    private static float[][] take(BlockingQueue<float[][]> queue) throws IOException {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {}
}
