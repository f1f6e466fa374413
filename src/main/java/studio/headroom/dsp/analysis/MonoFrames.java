package studio.headroom.dsp.analysis;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.function.BooleanSupplier;
import studio.headroom.audio.SampleStream;

/// A stream as overlapping frames of its mean of channels, with silence before its beginning and after its end. Memory
/// is one frame and one block.
final class MonoFrames {
    private static final int BLOCK = 4096;

    private final SampleStream stream;
    private final BooleanSupplier canceled;
    private final int hop;
    private final float[] frame;
    private final float[][] block;
    private int blockAt;
    private int blockEnd;
    private boolean ended;
    private long taken;
    private long next;

    /// @param size frame `n` is centered at sample `n * hop`, with `size / 2` samples before it
    MonoFrames(SampleStream stream, int size, int hop, BooleanSupplier canceled) {
        this.stream = stream;
        this.canceled = canceled;
        this.hop = hop;
        frame = new float[size];
        block = new float[stream.format().channels()][BLOCK];
    }

    /// Moves to the next frame and copies it to `target`.
    ///
    /// @return false at the end: the center of every frame lies within the sound
    /// @throws InterruptedIOException when it was canceled
    boolean next(float[] target) throws IOException {
        int size = frame.length;
        int fresh = next == 0 ? size / 2 : hop;
        int kept = Math.max(0, size - fresh);
        System.arraycopy(frame, size - kept, frame, 0, kept);
        for (int skip = fresh - size; skip > 0; skip -= size) {
            fill(0, Math.min(size, skip));
        }
        fill(kept, size - kept);
        if (ended && next >= taken) {
            return false;
        }
        next += hop;
        System.arraycopy(frame, 0, target, 0, size);
        return true;
    }

    private void fill(int offset, int count) throws IOException {
        for (int done = 0; done < count; ) {
            if (blockAt == blockEnd && !ended) {
                read();
            }
            int part = Math.min(count - done, ended ? count : blockEnd - blockAt);
            for (int i = 0; i < part; i++) {
                frame[offset + done + i] = ended ? 0 : block[0][blockAt + i];
            }
            blockAt += ended ? 0 : part;
            done += part;
        }
    }

    private void read() throws IOException {
        if (canceled.getAsBoolean()) {
            throw new InterruptedIOException("the analysis was canceled");
        }
        int count = stream.read(block, 0, BLOCK);
        ended = count <= 0;
        blockAt = 0;
        blockEnd = Math.max(0, count);
        taken += blockEnd;
        float scale = 1f / block.length;
        for (int i = 0; i < blockEnd; i++) {
            float sum = 0;
            for (float[] channel : block) {
                sum += channel[i];
            }
            block[0][i] = Float.isFinite(sum) ? sum * scale : 0;
        }
    }
}
