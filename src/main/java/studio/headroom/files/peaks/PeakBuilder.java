package studio.headroom.files.peaks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import studio.headroom.audio.SampleStream;
import studio.headroom.files.FileException;

/// Makes the peaks of one sound, which is read once from its beginning to its end. What is written can be read at once.
/// One thread at a time.
final class PeakBuilder {
    private final PeakFile file;
    private final PeakLayout layout;
    private final BooleanSupplier canceled;
    private final ChunkPeaks chunk = new ChunkPeaks();
    private final ByteBuffer bytes = ByteBuffer.allocateDirect(
                    (PeakLayout.CHUNK >> PeakLayout.shift(0)) * PeakLayout.PEAK_BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);

    /// @param canceled is asked about every second of sound
    PeakBuilder(PeakFile file, BooleanSupplier canceled) {
        this.file = file;
        this.canceled = canceled;
        layout = file.layout();
    }

    /// Writes the whole content of a peak file.
    ///
    /// @param target an empty file
    /// @throws FileException when the sound cannot be read, is not the one that the key says, or the disk is full
    /// @throws CancellationException when it was canceled
    void build(SampleStream stream, Path target) throws IOException {
        PeakKey key = layout.key();
        long expected = stream.expectedFrames();
        if (stream.format().channels() != key.channels()
                || stream.format().sampleRate() != key.sampleRate()
                || expected >= 0 && expected != key.frames()) {
            throw otherSound();
        }
        try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
            write(channel, target, ByteBuffer.wrap(layout.header()), 0);
            float[][] samples = new float[key.channels()][PeakLayout.CHUNK];
            long at = 0;
            int count = fill(stream, samples);
            while (count > 0) {
                if (canceled.getAsBoolean()) {
                    throw new CancellationException();
                }
                if (at + count > key.frames()) {
                    throw otherSound();
                }
                write(channel, target, samples, at, count);
                at += count;
                file.ready(at);
                count = count < PeakLayout.CHUNK ? 0 : fill(stream, samples);
            }
            if (at != key.frames()) {
                throw otherSound();
            }
        }
    }

    private static FileException otherSound() {
        return new FileException(
                "It is not as long, wide or fast as the song says. Put the right file back in its place"
                        + " or import it again.");
    }

    /// Reads a chunk; less only at the end.
    private static int fill(SampleStream stream, float[][] samples) throws IOException {
        int count = 0;
        while (count < PeakLayout.CHUNK) {
            int read = stream.read(samples, count, PeakLayout.CHUNK - count);
            if (read <= 0) {
                break;
            }
            count += read;
        }
        return count;
    }

    private void write(FileChannel channel, Path target, float[][] samples, long at, int count) throws IOException {
        for (int c = 0; c < samples.length; c++) {
            chunk.reduce(samples[c], count);
            for (int level = 0; level < PeakLayout.LEVELS; level++) {
                chunk.copy(level, bytes);
                write(channel, target, bytes, layout.position(level, c, at >> PeakLayout.shift(level)));
            }
        }
    }

    private static void write(FileChannel channel, Path target, ByteBuffer source, long position) throws IOException {
        try {
            long at = position;
            while (source.hasRemaining()) {
                at += channel.write(source, at);
            }
        } catch (IOException e) {
            throw FileException.writing(target, e);
        }
    }
}
